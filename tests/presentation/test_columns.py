"""Rows of texts in columns that fit a terminal."""

import pytest

from coord_tui.presentation.columns import columns, fitted
from coord_tui.presentation.rows import Line, Span, Spans
from coord_tui.presentation.text import cell_width
from tests.builders import NASTY, harmless, plain


def texts(lines: list[Spans]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


@pytest.mark.parametrize("width", [0, 20, 45, 80, 200])
def test_a_row_is_as_wide_as_the_terminal_at_most(width: int) -> None:
    rows = [(Span("id"), Span(""), Span(NASTY * 5)), (Span("longer"), Span(""), Span("x"))]
    sizes = [cell_width(line) for line in texts(columns(rows, width, yields=2))]
    assert max(sizes) <= (width or 10_000)
    assert len(set(sizes)) == 2


def test_a_column_that_is_empty_everywhere_takes_no_room() -> None:
    rows = [(Span("a"), Span(""), Span("b"))]
    assert texts(columns(rows, 80, yields=2)) == ["a  b"]
    assert columns([], 80, yields=2) == []


def test_the_columns_are_aligned_by_cells() -> None:
    rows = [(Span("漢字"), Span("x")), (Span("ab"), Span("y"))]
    assert texts(columns(rows, 0, yields=0)) == ["漢字  x", "ab    y"]


def test_the_yielding_column_keeps_a_few_cells() -> None:
    rows = [(Span("id"), Span("a title of some length"), Span("and a remark"))]
    assert texts(columns(rows, 10, yields=1)) == ["id  a title of …  and a remark"]


def test_roles_stay_with_their_texts_and_the_texts_are_harmless() -> None:
    ((indent, *spans),) = columns([(Span("id", "strong"), Span(NASTY, "dim"))], 40, 1, "  ")
    assert indent == ("  ", "")
    assert [role for text, role in spans if text.strip()] == ["strong", "dim"]
    assert harmless(tuple(spans))


@pytest.mark.parametrize(
    ("width", "text"),
    [(0, "left  right"), (20, "left           right"), (8, "l… right")],
)
def test_a_line_of_the_screen_as_one_of_text(width: int, text: str) -> None:
    assert plain(fitted(Line((Span("left"),), (Span("right"),)), width)) == text


def test_a_line_of_text_is_harmless_at_any_width() -> None:
    line = Line((Span(NASTY),), (Span(NASTY),))
    assert harmless(fitted(line, 0))
    assert harmless(fitted(line, 30))
