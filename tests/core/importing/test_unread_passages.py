"""Every line that says something stands in a statement or in a passage."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.read import Source, read_markdown
from coord_tui.core.importing.statements import Place, Said, SaidRule
from coord_tui.core.importing.unread import covered_lines, says, unread_passages


def passages(text: str, *read: tuple[int, int]) -> list[tuple[int, int, str]]:
    said: list[Said] = [SaidRule(Place("a.md", line, end), "read") for line, end in read]
    document = outline("a.md", text)
    found = unread_passages(document, covered_lines(document, said))
    return [(each.at.line, each.at.end, each.text) for each in found]


def test_nothing_is_said_by_headings_rulers_and_blank_lines() -> None:
    assert passages("# One\n\n---\n\nTwo\n===\n\n***\n\n## Three\n") == []


def test_lines_that_follow_each_other_in_a_section_are_one_passage() -> None:
    text = "# A\n\none\n\n- two\n- three\n\n---\n\nfour\n\n## B\n\nfive\n"
    assert passages(text) == [
        (1, 10, "# A\n\none\n\n- two\n- three\n\n---\n\nfour"),
        (12, 14, "## B\n\nfive"),
    ]


def test_a_section_of_which_something_was_read_has_a_title() -> None:
    text = "# A\n\none\n\n## B\n\ntwo\n\n## C\n\n## D\n\nthree\n"
    assert passages(text, (3, 3)) == [(5, 7, "## B\n\ntwo"), (11, 13, "## D\n\nthree")]


def test_what_was_read_parts_passages() -> None:
    assert passages("one\ntwo\nthree", (2, 2)) == [(1, 1, "one"), (3, 3, "three")]


def test_what_stands_below_a_line_that_was_read_is_not_read_with_it() -> None:
    assert passages("- one\n  - two\n  - three\n", (1, 1)) == [(2, 3, "- two\n  - three")]


def test_a_lead_is_a_title_when_something_below_it_was_read() -> None:
    text = "**Files:**\n- one\n- two\n"
    assert passages(text, (2, 3)) == []
    assert passages(text) == [(1, 3, text.strip())]


def test_the_header_of_a_table_is_a_title_when_a_row_was_read() -> None:
    text = "| a | b |\n|---|---|\n| c | d |\n| e | f |\n"
    assert passages(text, (3, 3)) == [(4, 4, "| e | f |")]
    assert passages(text) == [(1, 4, text.strip())]


def test_a_fence_of_which_nothing_was_read_is_whole() -> None:
    text = "```bash\none\n\ntwo\n```\n"
    assert passages(text) == [(1, 5, text.strip())]
    assert passages(text, (2, 2)) == [(4, 4, "two")]


def test_a_quote_is_whole() -> None:
    assert passages("> one\n>\n> two\n") == [(1, 3, "> one\n>\n> two")]


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: a\n---\n",
        "<!-- a comment -->",
        "[a]: https://example.org",
        "<div>\nwords\n</div>",
        "".join("  " * depth + "- item\n" for depth in range(100)),
    ],
    ids=["front matter", "a comment", "a definition", "HTML", "a list a hundred deep"],
)
def test_what_markdown_does_not_show_is_a_passage_too(text: str) -> None:
    ((line, end, _),) = passages(text)
    numbers = [number for number, each in enumerate(text.split("\n"), 1) if says(each)]
    assert (line, end) == (numbers[0], numbers[-1])


LINES = st.sampled_from(
    [
        "", "", "words", "# Rules", "## Tasks", "### Kai owns", "Title\n=====", "- item",
        "  - below", "    - deeper", "1. step", "- [ ] **T1** task", "- [x] done it ✅", "> quote",
        "```", "```bash", "~~~", "pytest tests/", "| a | b |", "|---|---|", "| c | `d|e` | f |",
        "**Lead:**", "**Owner**: kai", "- `src/a.py` (note)", "Never push to `main`.", "T1 --> T2",
        "├── a.py  # kai", "---", "<div>", "</div>", "[x]: y", "\t\tcode", "Depends on T1", "a\fb",
        "\u2028", "✅", "**bold", "`open", "\\", "&amp;", "| lone",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=40), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=300, deadline=None)
def test_statements_and_passages_cover_every_line_that_says_something(
    lines: list[str], end: str
) -> None:
    text = "\n".join(lines).replace("\n", end)
    source = re.split(r"\r\n?|\n", text)
    stated = read_markdown(Source("a.md", text))
    said = {n for each in stated.said for n in range(each.at.line, each.at.end + 1)}
    passed = [n for each in stated.unread for n in range(each.at.line, each.at.end + 1)]
    assert len(passed) == len(set(passed))
    assert passed == sorted(passed)
    titles = _titles(text)
    for number, line in enumerate(source, 1):
        if says(line) and number not in titles:
            assert number in said or number in passed, (number, line)
    assert all(says(each.text) for each in stated.unread)


def _titles(text: str) -> set[int]:
    """The lines that only hold others: headings, leads, a table's header, the marks of a fence."""
    found: set[int] = set()
    for node in outline("a.md", text).root.walk():
        if node.kind == "section" and node.level:
            first = min((child.line for child in node.children), default=node.end + 1)
            found |= {node.line, *range(node.line, first if node.level < 3 else node.line)}
        elif node.kind == "table":
            found.add(node.line)
        elif node.kind == "fence":
            found |= {node.line, node.end}
    return found
