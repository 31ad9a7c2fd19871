"""The keys that mean something on the row, then those of always."""

import pytest

from coord_tui.core.events import Event
from coord_tui.presentation import foot
from coord_tui.presentation.commands import Subject, command
from coord_tui.presentation.text import spans_width
from tests.builders import NASTY, board, event, group, harmless, plain, plan, task

MINE = event("claim", "senior", task="S1")


@pytest.mark.parametrize(
    ("subject", "me", "events", "expected"),
    [
        (
            Subject("tasks", task="S1"), "senior", [],
            "c claim S1  m message  enter details │ [ ] group  z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("tasks", task="S1"), "senior", [MINE],
            "r release S1  d done S1  m message  enter details"
            " │ [ ] group  z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("tree", path="atlas/config.py"), "senior", [],
            "a announce config.py  m message  enter details │ z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("ownership", path="atlas/"), "senior", [],
            "m message  enter details │ z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("channel", event="e1"), "senior", [event("say", text="hi")],
            "m message  space mark 1 read  enter details │ z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("tasks", task="S1"), "", [],
            "enter details │ [ ] group  z zoom  ? help  ^p commands  q quit",
        ),
        (Subject("channel"), "", [], "z zoom  ? help  ^p commands  q quit"),
    ],
)  # fmt: skip
def test_entries(subject: Subject, me: str, events: list[Event], expected: str) -> None:
    assert plain(foot.spans(foot.entries(board(None, *events, me=me), subject))) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "c claim S1  m message  enter details │ ? help  q quit"),
        (46, "c claim S1  m message  enter details │ ? help"),
        (36, "c claim S1  enter details │ ? help"),
        (22, "c claim S1 │ ? help"),
        (10, "c claim S1"),
        (5, ""),
    ],
)
def test_where_there_is_little_room_the_act_stays_longest(width: int, expected: str) -> None:
    found = foot.fitting(foot.entries(board(), Subject("tasks", task="S1")), width)
    assert plain(foot.spans(found)) == expected


def test_every_entry_runs_a_command() -> None:
    for entry in foot.entries(board(), Subject("tasks", task="S1")):
        assert foot.keycap(command(entry.command).key) == entry.key


def test_a_long_object_is_cut_and_inert() -> None:
    found = board(plan(group("g", task("X" * 90, NASTY))))
    (first, *_) = foot.entries(found, Subject("tasks", task="X" * 90))
    assert spans_width((foot.spans((first,))[1],)) == foot.OBJECT + 1
    nasty = foot.entries(found, Subject("tree", path=NASTY))
    assert harmless(foot.spans(nasty))
