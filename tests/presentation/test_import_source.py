"""Beside an item stand its lines, marked, among those around them; long ones are broken."""

import pytest

from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.reading import Item, Passage, Reading
from coord_tui.presentation.import_items import listing_of
from coord_tui.presentation.import_source import MOST, beside_rows, broken, first_line
from coord_tui.presentation.rows import Row
from coord_tui.presentation.text import cell_width, layout
from tests.builders import NASTY, harmless, plain, role_of, said, spans_of
from tests.stated import TEXT, WHY, at, reading

LINES = source_lines(TEXT)


def beside(key: str | None, width: int = 60, height: int = 0) -> tuple[Row, ...]:
    found = reading()
    return beside_rows(found, listing_of(found), key, lambda _: LINES, width, height)


def shown(rows: tuple[Row, ...], width: int = 60) -> list[str]:
    """The lines as they are painted: the mark of a row before each of its lines."""
    return [
        ("▌" if row.tag else "") + plain(layout(line, width - bool(row.tag))).rstrip()
        for row in rows
        for line in row.lines
    ]


def test_a_guess_says_why_and_where_it_was_read() -> None:
    assert shown(beside("task:P4")) == [
        "P4 Paint [/] them again",
        f"a guess: {WHY}",
        "",
        "COORD.md:12",
        " 11  - perhaps somebody paints the buoys in every single",
        "     colour that the harbour office has ever allowed",
        "▌12  - perhaps the buoys are painted already",
        " 13",
    ]


@pytest.mark.parametrize(
    ("key", "about"),
    [
        ("session:sol", ["session sol", "role: charts, kind: agent"]),
        ("owned:mira:src/[[]id].py", ["mira owns src/[[]id].py", "note: pages"]),
        ("owned:sol:charts/", ["sol owns charts/", "likely: a sentence that says so"]),
        ("rule:Settings", ["rule Settings"]),
        ("task:P2", ["P2 Draw the low water line", "owner: sol"]),
        ("warned 0", ["charts/ is said to be everybody's"]),
        ("unread 1", ["nothing was taken from this"]),
    ],
)
def test_what_else_the_plan_will_say(key: str, about: list[str]) -> None:
    lines = shown(beside(key))
    assert lines[: lines.index("")] == about


@pytest.mark.parametrize("key", [None, "section Rules", "gone"])
def test_of_anything_else_there_is_nothing_to_say(key: str | None) -> None:
    assert beside(key) == ()


def test_every_place_that_says_it_is_shown() -> None:
    item = Item("session:mira", "mira", (at(2), at(4, 5)))
    rows = beside_rows(
        Reading(items=(item,)), listing_of(Reading(items=(item,))), item.key, lambda _: LINES, 80
    )
    assert [line for line in said(rows) if line.startswith("COORD.md")] == [
        "COORD.md:2", "COORD.md:4–5",
    ]  # fmt: skip
    assert [row.key for row in rows if row.tag] == ["line 0 2", "line 1 4", "line 1 5"]


@pytest.mark.parametrize(("height", "first", "last"), [(0, 8, 10), (10, 7, 11), (100, 1, 16)])
def test_as_many_lines_around_as_there_is_room_for(height: int, first: int, last: int) -> None:
    lines = [row.key.split()[-1] for row in beside("task:P1", 60, height) if "line" in row.key]
    assert (lines[0], lines[-1]) == (str(first), str(last))


def test_a_place_of_very_many_lines_is_cut_and_says_so() -> None:
    item = Item("rule:all", "all", (at(1, 5000),))
    found = Reading(items=(item,))
    rows = beside_rows(found, listing_of(found), item.key, lambda _: ["x"] * 5000, 80)
    assert said(rows)[-1] == "… 4,599 more lines"
    assert len(rows) < MOST + 10


def test_a_place_beyond_the_end_of_a_document_that_changed_is_empty() -> None:
    item = Item("rule:all", "all", (at(90, 95),))
    found = Reading(items=(item,))
    rows = beside_rows(found, listing_of(found), item.key, lambda _: LINES[:3], 80)
    assert said(rows) == ["all", "", "COORD.md:90–95"]


@pytest.mark.parametrize(
    ("line", "width", "parts"),
    [
        ("a  b", 10, ("a  b",)),
        ("- one two three", 10, ("- one two", "three")),
        ("    one two three", 12, ("    one two", "    three")),
        ("\tx", 10, ("    x",)),
        ("", 10, ("",)),
        ("aaaaaaaaaaaa", 5, ("aaaaa", "aaaaa", "aa")),
    ],
)
def test_a_long_line_is_broken_and_keeps_its_indent(
    line: str, width: int, parts: tuple[str, ...]
) -> None:
    assert broken(line, width) == parts
    assert all(cell_width(part) <= width for part in parts)


def test_the_view_begins_where_what_is_meant_is_in_it() -> None:
    rows = beside("task:P4")
    assert first_line(rows, 40) == 0
    assert shown(rows)[first_line(rows, 4)].startswith("     colour")
    assert first_line((), 4) == 0


def test_words_of_others_are_inert_and_what_would_hide_something_is_shown() -> None:
    rows = beside("unread 0", 200)
    lines = shown(rows, 200)
    assert any("‹001B›[31mred‹001B›" in line and "‹202E›" in line for line in lines)
    item = Item("project", NASTY, (at(1, 1, NASTY),), "doubtful", NASTY)
    found = Reading(items=(item,))
    rows = beside_rows(found, listing_of(found), "project", lambda _: [NASTY], 60)
    painted = tuple(span for row in rows for line in row.lines for span in layout(line, 60))
    assert harmless(painted)
    assert role_of(rows, "a guess") == "warn"
    assert spans_of(rows)


def test_of_what_was_read_in_part_the_rest_is_named() -> None:
    passage = Passage(at(4, 5), "Berth: north\nBerth: [b]south", partly=True)
    found = reading()._replace(unread=(passage,))
    rows = beside_rows(found, listing_of(found), "unread 0", lambda _: LINES, 60)
    assert shown(rows)[:3] == [
        "something was taken from this, but not",
        "Berth: north",
        "Berth: [b]south",
    ]
