"""Documents whose marks an editor escaped when it exported them."""

import pytest

from coord_tui.core.importing.markdown.blocks import blocks
from coord_tui.core.importing.markdown.escapes import unescaped

EXPORTED = [
    "\\# Plan",
    "",
    "\\## Ana",
    "\\- T1: tar",
    "  \\- \\[x] T2: sail",
    "2\\. T3",
    "plain \\# words",
]


def test_marks_are_taken_back_line_by_line() -> None:
    assert unescaped(EXPORTED) == [
        "# Plan", "", "## Ana", "- T1: tar", "  - [x] T2: sail", "2. T3", "plain \\# words",
    ]  # fmt: skip


MEANT = {
    "a few escapes": ["\\# no heading", "\\- no item", "words"],
    "more marks than escapes": ["\\# a", "\\# b", "\\# c", "- d", "- e", "- f"],
    "none": ["# a", "- b"],
}


@pytest.mark.parametrize("case", MEANT)
def test_escapes_that_are_meant_stay(case: str) -> None:
    assert unescaped(MEANT[case]) == MEANT[case]


def test_the_blocks_of_such_a_document_know_their_lines() -> None:
    found = [(each.kind, each.line, each.level) for each in blocks("\n".join(EXPORTED))]
    assert found[:3] == [("heading", 1, 1), ("heading", 3, 2), ("item", 4, 0)]
