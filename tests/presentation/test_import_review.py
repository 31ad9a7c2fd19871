"""The review of an import in rows: every item under its heading, each state with its own sign."""

import pytest

from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.review import Review, review_of
from coord_tui.presentation.import_items import listing_of
from coord_tui.presentation.import_review import Counts, ReviewRows, counts, counts_words, keys
from coord_tui.presentation.rows import Row
from coord_tui.presentation.text import spans_width
from tests.builders import NASTY, harmless, plain, role_of, said, spans_of
from tests.stated import WHY, at, reading


def rows(review: Review, *, open_only: bool = False) -> tuple[Row, ...]:
    found = review.reading
    return ReviewRows(found, listing_of(found)).rows(review, open_only=open_only)


def fresh() -> Review:
    return review_of(reading())


def row(review: Review, key: str) -> list[str]:
    return said(one for one in rows(review) if one.key == key)


def test_everything_stands_under_its_heading_in_the_order_of_the_plan() -> None:
    assert said(rows(fresh()))[:33] == [
        "Project  1",
        "✓ pier | 1",
        "", "Sessions  2",
        "✓ mira | 2",
        "✓ sol | 2",
        "", "Ownership  3",
        "✓ mira owns src/tides/ | 4",
        "✓ mira owns src/[[]id].py | 4",
        "✓ sol owns charts/ | ~ 5",
        "", "Shared files  1",
        "✓ ⇄ settings.toml | 6",
        "", "Rules  1",
        "✓ Settings | 6",
        "", "Groups and tasks  7 | 3 to decide",
        "✓ Round 1 | 8",
        "  ✓ P1 Read the gauges | mira · 9",
        "    ✓ done in abc1234 | 9",
        "  ✓ P2 Draw the low water line | sol · 10",
        "  ? P3 Paint the buoys | 11",
        f"    {WHY}",
        "    ? done | 12",
        f"      {WHY}",
        "  ? P4 Paint [/] them again | 12",
        f"    {WHY}",
        "", "Links  2",
        "✓ P2 after P1 | 10",
        "✓ P4 after P3 | 11",
    ]  # fmt: skip


def test_then_what_contradicts_itself_and_what_was_not_read() -> None:
    *_, checks, pytest_, _, oddities, odd, _, unread, one, other = said(rows(fresh()))
    assert (checks, pytest_) == ("Checks  1", "✓ pytest  pytest -q | 14")
    assert (oddities, odd) == (
        "Contradictions and oddities  1", "⚠ charts/ is said to be everybody's | 16",
    )  # fmt: skip
    assert unread == "Not understood  2"
    assert one.startswith("  The harbour master likes [/] [bold]a[/]")
    assert other == "  mira owns | 3–4"


def test_what_was_left_says_how_much_falls_with_it_and_that_says_with_whom() -> None:
    review = fresh().leave("session:mira", "task:P1")
    assert row(review, "session:mira") == ["✗ mira | left, and 2 with it · 2"]
    assert row(review, "owned:mira:src/tides/") == [
        "· mira owns src/tides/ | falls with mira · 4"
    ]  # fmt: skip
    assert row(review, "after:P2:P1") == ["· P2 after P1 | falls with P1 · 10"]
    assert row(fresh().leave("done:P1"), "done:P1") == ["    ✗ done in abc1234 | left · 9"]


def test_a_guess_keeps_its_height_when_it_was_decided() -> None:
    for review in (fresh().take("task:P3"), fresh().leave("task:P3")):
        assert len(row(review, "task:P3")) == 2


@pytest.mark.parametrize(
    ("review", "text", "role"),
    [
        (fresh(), "?", "warn"),
        (fresh(), "~ ", "warn"),
        (fresh(), "mira", "strong session:0"),
        (fresh(), "sol", "strong session:1"),
        (fresh(), WHY, "warn"),
        (fresh().take("task:P3", "done:P3", "task:P4"), WHY, "dim"),
        (fresh().leave("project"), "pier", "dropped"),
        (fresh().leave("session:mira"), "src/tides/", "dropped"),
        (fresh(), "Settings", ""),
        (fresh(), "likes", "dim"),
    ],
)
def test_roles(review: Review, text: str, role: str) -> None:
    assert role_of(rows(review), text) == role


def test_the_owner_of_a_task_is_struck_out_with_the_session() -> None:
    found = [one for one in rows(fresh().leave("session:mira")) if one.key == "task:P1"]
    assert (
        role_of([Row("", (one._replace(left=()),)) for one in found[0].lines], "mira") == "dropped"
    )


def test_only_the_guesses_and_what_is_no_item() -> None:
    shown = [one.key for one in rows(fresh(), open_only=True) if one.selectable]
    assert shown == ["task:P3", "done:P3", "task:P4", "warned 0", "unread 0", "unread 1"]


def test_keys_of_rows_are_unique() -> None:
    found = [one.key for one in rows(fresh())]
    assert len(found) == len({*found})


def test_a_row_that_stands_as_before_is_the_same_row() -> None:
    maker = ReviewRows(reading(), listing_of(reading()))
    before, after = maker.rows(fresh()), maker.rows(fresh().leave("session:mira"))
    same = {id(one) for one in before}
    changed = [one.key for one in after if one.selectable and id(one) not in same]
    assert changed == [
        "session:mira", "owned:mira:src/tides/", "owned:mira:src/[[]id].py", "task:P1"
    ]  # fmt: skip


def test_with_several_documents_each_line_says_of_which() -> None:
    two = (Item("project", "project a", (at(3),)), Item("doc:b", "b", (at(4, 9, "B.md"),)))
    shown = said(rows(review_of(Reading(items=two))))
    assert [line for line in shown if ":" in line] == ["✓ a | COORD.md:3", "✓ b | B.md:4–9"]


def test_words_of_others_are_inert() -> None:
    item = Item(f"task:{NASTY}", NASTY, (at(1, 1, NASTY),), "doubtful", NASTY)
    review = review_of(Reading(items=(item, item._replace(key=f"session:{NASTY}"))))
    assert harmless(spans_of(rows(review.leave(item.key))))


@pytest.mark.parametrize(
    ("found", "width", "words"),
    [
        (Counts(57, 3, 2, 12), 60, "57 taken · 3 doubtful · 2 left · 12 passages not read"),
        (Counts(57, 3, 2, 1), 60, "57 taken · 3 doubtful · 2 left · 1 passage not read"),
        (Counts(57, 3, 2, 12), 44, "57 taken · 3 doubtful · 2 left · 12 not read"),
        (Counts(57, 3, 2, 12), 40, "57 ✓ · 3 ? · 2 ✗ · 12 not read"),
        (Counts(9057, 3000, 2, 12), 80,
         "9,057 taken · 3,000 doubtful · 2 left · 12 passages not read"),
    ],
)  # fmt: skip
def test_the_numbers_in_the_room_there_is(found: Counts, width: int, words: str) -> None:
    assert plain(counts_words(found, width)) == words
    assert spans_width(counts_words(found, width)) <= width


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (fresh(), Counts(15, 3, 0, 2)),
        (fresh().leave("session:mira"), Counts(12, 3, 3, 2)),
        (fresh().take("task:P3", "done:P3", "task:P4"), Counts(18, 0, 0, 2)),
        (review_of(Reading()), Counts(0, 0, 0, 0)),
    ],
)
def test_what_falls_counts_as_left(review: Review, expected: Counts) -> None:
    assert counts(review) == expected


@pytest.mark.parametrize(
    ("review", "key", "offered"),
    [
        (fresh(), "task:P3", "y take, n leave out, w go on, a take all, esc close, ? keys"),
        (fresh(), "task:P1", "space leave out, w go on, a take all, esc close, ? keys"),
        (fresh().leave("task:P1"), "task:P1", "space take, w go on, a take all, esc close, ? keys"),
        (fresh().leave("task:P1"), "done:P1", "w go on, a take all, esc close, ? keys"),
        (fresh(), "unread 0", "w go on, a take all, esc close, ? keys"),
        (fresh().take("task:P3", "done:P3", "task:P4"), "task:P3",
         "space leave out, w go on, esc close, ? keys"),
    ],
)  # fmt: skip
def test_only_keys_that_do_something_are_offered(review: Review, key: str, offered: str) -> None:
    item = listing_of(review.reading).by_key.get(key)
    assert ", ".join(f"{one.key} {one.words}" for one in keys(review, item)) == offered
