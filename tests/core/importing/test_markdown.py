"""Blocks know their lines, whatever the document looks like."""

import pytest

from coord_tui.core.importing.markdown.blocks import Block, blocks, plain, source_lines
from coord_tui.core.importing.markdown.lengths import LONGEST_LINE


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


def cells(block: Block) -> list[list[str]]:
    return [[plain(cell) for cell in row.cells] for row in block.rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_alike_whatever_ends_them(end: str) -> None:
    found = blocks(end.join(["# One", "", "two", "three", "", "- four", "- five"]))
    assert [(each.kind, each.line, each.end) for each in found] == [
        ("heading", 1, 1),
        ("text", 3, 4),
        ("item", 6, 6),
        ("item", 7, 7),
    ]


@pytest.mark.parametrize("letter", ["\f", "\v", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_letter_that_only_python_breaks_lines_at_breaks_none(letter: str) -> None:
    text = f"one{letter}two\n\n# Three"
    assert source_lines(text) == (f"one{letter}two", "", "# Three")
    assert [each.line for each in blocks(text)] == [1, 3]


def test_a_last_line_without_an_end_is_a_line_and_an_end_makes_none() -> None:
    assert source_lines("a\nb") == source_lines("a\nb\n") == ("a", "b")
    assert source_lines("") == ()


def test_nul_is_a_letter_like_any_other() -> None:
    assert plain(only("a\0b").lines[0].runs) == "a\ufffdb"


def test_the_words_of_every_line_of_a_paragraph_have_its_number() -> None:
    found = only("one **two\nthree** four\n`five` six")
    assert [(line.number, plain(line.runs)) for line in found.lines] == [
        (1, "one two"),
        (2, "three four"),
        (3, "five six"),
    ]


def test_code_that_runs_over_the_end_of_a_line_moves_no_line() -> None:
    found = only("one `two\nthree` four\nfive")
    assert [line.number for line in found.lines] == [1, 2, 3]
    assert plain(found.lines[2].runs) == "five"


def test_a_paragraph_longer_than_one_piece_keeps_all_its_lines_and_styles() -> None:
    lines = [f"line {number} has **strong** words" for number in range(2000)]
    found = only("\n".join(lines)).lines
    assert [line.number for line in found] == list(range(1, 2001))
    assert all(any(run.strong for run in line.runs) for line in found)


def test_a_line_longer_than_any_is_cut() -> None:
    (line,) = only("**a** " * 10_000).lines
    words = plain(line.runs)
    assert words.endswith("…")
    assert len(words) < LONGEST_LINE


def test_underscores_and_escapes_leave_words_in_one_run() -> None:
    (line,) = only(r"a_b \* c_d").lines
    assert [run.text for run in line.runs] == ["a_b * c_d"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a/*, b/c*.py.", "a/*, b/c*.py."),
        ("src/**, tests/**", "src/**, tests/**"),
        ("say *this* and **that**", "say this and that"),
        ("(*this*) 重要**文件**。", "(this) 重要文件。"),
    ],
)
def test_stars_inside_paths_are_no_styles(text: str, read: str) -> None:
    assert plain(only(text).lines[0].runs) == read


def test_lists_twenty_deep_keep_every_item() -> None:
    text = "".join("  " * depth + f"- level {depth}\n" for depth in range(20))
    block, depth = only(text), 0
    while block.children:
        assert plain(block.lines[0].runs) == f"level {depth}"
        (block,) = block.children
        depth += 1
    assert depth == 19


def test_lists_hundreds_deep_are_read_as_far_as_they_go() -> None:
    text = "".join("  " * depth + "- item\n" for depth in range(300))
    assert only(text).end <= 300


FRONT = ["---", "paths: src/**", "tags:", "  - a", "# why", "---", "# Title"]


def test_fields_before_the_document_are_no_heading() -> None:
    found = only("\n".join(FRONT))
    assert (found.kind, found.line) == ("heading", 7)


def test_a_ruler_at_the_top_hides_nothing() -> None:
    found = blocks("---\nSome words here.\n\n---\nmore\n")
    assert [each.kind for each in found] == ["rule", "text", "rule", "text"]


WHOLE = ["| a | b |", "|---|---|", "| c | d |"]


@pytest.mark.parametrize(
    "lines",
    [
        WHOLE,
        [WHOLE[0], WHOLE[2]],
        [WHOLE[0], "|---|", WHOLE[2]],
        [WHOLE[0], "", WHOLE[1], "", WHOLE[2]],
        [WHOLE[0], WHOLE[1], "", WHOLE[2]],
        ["|a|b|", "|c|d|"],
    ],
)
def test_what_is_evidently_a_table_is_one(lines: list[str]) -> None:
    assert cells(only("\n".join(lines))) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "text",
    ["| a | b |", "a | b\nc | d", "words\n| a | b |", "|x|\n|y|", "| a | b |\nwords"],
)
def test_what_is_not_evidently_a_table_is_text(text: str) -> None:
    assert [each.kind for each in blocks(text)] == ["text"]


def test_rows_keep_their_lines_when_a_table_is_mended() -> None:
    table = only("| a | b |\n|---|---|\n| c | d |\n\n| e | f |")
    assert [row.line for row in table.rows] == [1, 3, 5]
    assert table.end == 5


def test_a_table_is_not_mended_with_rows_of_another_width() -> None:
    found = blocks("| a | b |\n|---|---|\n\n| c | d | e |\n| f | g | h |")
    assert [len(each.rows[0].cells) for each in found] == [2, 3]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| c |", ["c", ""]),
        ("| `x|y` | d |", ["x|y", "d"]),
        (r"| x \| y | d |", ["x | y", "d"]),
        ("| c | d | e |", ["c", "d | e"]),
        ("| ``a`|b`` | `d |", ["a`|b", "`d"]),
    ],
)
def test_cells_are_read_as_they_are_meant(row: str, read: list[str]) -> None:
    table = only(f"| a | b |\n|---|---|\n{row}")
    assert cells(table)[1] == read


def test_a_fence_that_never_ends_ends_with_the_document() -> None:
    found = blocks("words\n\n```bash\nls\n- no item\n")
    assert [(each.kind, each.line, each.end) for each in found] == [("text", 1, 1), ("fence", 3, 5)]


def test_a_lead_at_the_margin_ends_the_list_above_it() -> None:
    found = blocks("- a\n  - b\n**Ben:**\n- c\n  **Files**: d\nand more\n")
    assert [(block.kind, block.line, block.end) for block in found] == [
        ("item", 1, 2),
        ("text", 3, 3),
        ("item", 4, 6),
    ]
    assert [(each.kind, each.line, each.end) for each in found[0].children] == [("item", 2, 2)]
