"""No word and no line costs more than a person writes; what is cut off stands in a passage."""

import pytest

from bench.importing import SHAPES
from coord_tui.core.importing import assembling_links
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.markdown.lengths import (
    CUT,
    LONGEST_LINE,
    LONGEST_WORD,
    is_shortened,
    shortened,
    single_spaced,
)
from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from tests.core.importing.test_bad_input import steps


def read(text: str) -> Reading:
    return assemble(read_sources([Source("PLAN.md", text)]))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("", ""),
        ("Ana owns `src/`", "Ana owns `src/`"),
        ("a" * LONGEST_WORD, "a" * LONGEST_WORD),
        ("a" * 5000 + " b", "a" * LONGEST_WORD + CUT + " b"),
        ("see " + "1" * 5000 + " b", "see " + "1" * LONGEST_WORD + CUT + " b"),
        ("ab " * 5000, ("ab " * 5000)[:LONGEST_LINE] + CUT),
    ],
)
def test_a_line_is_seen_as_far_as_a_person_writes(line: str, seen: str) -> None:
    assert shortened(line) == seen
    assert is_shortened(line) == (line != seen)


@pytest.mark.parametrize("gap", [" " * 4, "\t" * 9, "\u3000" * 2000, " \u00a0" * 3])
def test_a_wide_gap_is_one_space(gap: str) -> None:
    assert single_spaced(f"a{gap}b") == "a b"


@pytest.mark.parametrize("shape", SHAPES)
def test_no_part_of_an_outline_has_a_longer_word(shape: str) -> None:
    document = outline("PLAN.md", SHAPES[shape](20_000))
    for node in document.root.walk():
        words = [node.words, *(run.text for row in node.rows for cell in row.cells for run in cell)]
        assert all(len(word) <= LONGEST_WORD + 1 for text in words for word in text.split())


@pytest.mark.parametrize(
    "text",
    [
        f"## Agent 1\n\n- Owns: `src/`, `{'ab' * 900}/zebra/`\n",
        f"# Agent 1 {'owns a/ ' * 3000} zebra\n\nAgent 1 owns `b/`.\n",
        f"Agent 2 owns `b/`. {'Words. ' * 3000} Zebra crossings.\n",
        f"## Tasks\n\n| ID | Task |\n|--|--|\n| T7 | {'word ' * 2500} zebra crossings |\n",
    ],
    ids=["item", "heading", "paragraph", "row"],
)
def test_what_is_cut_off_stands_in_a_passage(text: str) -> None:
    assert "zebra" in "\n".join(passage.text for passage in read(text).unread).casefold()


@pytest.mark.parametrize("waits", ["all", "T0–T{before}"])
def test_rows_that_wait_for_many_cost_no_more_than_their_number(
    waits: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assembling_links, "_MOST", 500)

    def table(count: int) -> str:
        rows = (
            f"| T{n} | build part {n} | {waits.format(before=max(n - 1, 0))} |\n"
            for n in range(count)
        )
        return "## Tasks\n\n| ID | Task | Depends on |\n|--|--|--|\n" + "".join(rows)

    read(table(5))
    before = steps(lambda: read(table(100)))
    after = steps(lambda: read(table(400)))
    assert after <= 1.4 * 4 * before
    warnings = [warned.text for warned in read(table(100)).warnings]
    assert any(text.startswith("too many dependencies") for text in warnings)
