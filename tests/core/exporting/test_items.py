"""Items of an exported document: what stands behind a bullet, what below it, and what apart."""

import pytest

from coord_tui.core.exporting.items import Item, detailed, item_lines, noted, quote_lines

LONG = "one\n\ntwo\n"


@pytest.mark.parametrize(
    ("note", "item"),
    [
        ("", Item("a", ("x",))),
        ("short", Item("a — short", ("x",))),
        (" odd", Item('a — `" odd"`', ("x",))),
        (LONG, Item("a", ("x",), LONG)),
    ],
)
def test_a_note_stands_behind_the_head_or_under_everything(note: str, item: Item) -> None:
    assert noted("a", note, " — ", ("x",)) == item


@pytest.mark.parametrize(
    ("details", "item"),
    [
        ("", Item("a", ("x",))),
        ("short", Item("a", ("x", "details: short"))),
        (LONG, Item("a", ("x",), LONG)),
    ],
)
def test_details_stand_below_the_head(details: str, item: Item) -> None:
    assert detailed("a", ("x",), details) == item


def test_around_a_long_text_and_nowhere_else_a_line_stays_empty() -> None:
    items = [Item("a"), Item("b", ("x", "y")), Item("c", ("z",), LONG), Item("d")]
    assert item_lines(items) == [
        *("- a", "- b", "  - x", "  - y", ""),
        *("- c", "  - z", "", "  one", "", "  two", ""),
        "- d",
    ]


def test_a_text_under_a_heading_is_set_apart_line_by_line() -> None:
    assert quote_lines(LONG) == ["> one", ">", "> two"]
    assert quote_lines("a\nb") == ["> a", "> b", "> <!-- no line end -->"]
