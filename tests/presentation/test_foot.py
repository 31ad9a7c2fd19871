"""The keys that mean something on the row, then those of always."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.times import text_of
from coord_tui.presentation import foot
from coord_tui.presentation.commands import Subject, command
from coord_tui.presentation.text import spans_width
from tests.builders import MINUTE, NASTY, NOW, board, event, group, harmless, plain, plan, task

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
            "a announce config.py  e edit config.py  m message  enter details"
            " │ z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("ownership", path="atlas/"), "senior", [],
            "m message  enter details │ z zoom  ? help  ^p commands  q quit",
        ),
        (
            Subject("channel", event="e1"), "senior", [event("say", text="hi")],
            "m message  space mark 1 read  s sync  enter details"
            " │ z zoom  ? help  ^p commands  q quit",
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


ASKED = event("ask", id="r1", path="atlas/agents/a.py", why="a hook")
MINE_ASKED = Subject("tree", path="atlas/agents/a.py")
MORE = event("ask", id="r2", path="atlas/agents/b.py", why="the same")
GRANTED = event("grant", "senior", request="r1", until=text_of(NOW + MINUTE))
ENDED = event("grant", "senior", request="r1", until=text_of(NOW))


@pytest.mark.parametrize(
    ("subject", "events", "expected"),
    [
        (Subject("tasks"), [ASKED], ["y grant junior", "n deny"]),
        (Subject("tasks"), [ASKED, MORE], ["y grant junior", "n deny"]),
        (Subject("channel", event="r2"), [ASKED, MORE], ["y grant junior", "n deny"]),
        (MINE_ASKED, [ASKED, MORE], ["y grant junior", "n deny"]),
        (Subject("tree", path="atlas/agents/c.py"), [ASKED, MORE], ["y grant junior", "n deny"]),
        (Subject("channel", event="r1"), [ASKED, GRANTED], ["n deny junior"]),
        (Subject("channel", event="r1"), [ASKED, ENDED], ["y grant junior", "n deny"]),
        (Subject("tasks"), [ASKED, GRANTED], []),
    ],
    ids=[
        "the only one, from anywhere", "the oldest of two", "its row", "its file", "another file",
        "granted: only to be ended", "ended", "answered",
    ],
)  # fmt: skip
def test_a_request_is_answered_on_its_row_or_file_and_else_the_oldest(
    subject: Subject, events: list[Event], expected: list[str]
) -> None:
    found = foot.entries(board(None, *events), subject)
    answers = [f"{one.key} {one.words}" for one in found if one.key in "yn"]

    assert answers == expected
    assert [f"{one.key} {one.words}" for one in found][: len(answers)] == answers, "they come first"


def test_nobody_but_the_owner_is_offered_the_answer() -> None:
    for me in ("junior", ""):
        found = foot.entries(board(None, ASKED, me=me), Subject("channel", event="r1"))
        assert not [one for one in found if one.key in "yn"]


def test_one_key_is_for_files_to_edit_announced_or_asked_for() -> None:
    theirs = Subject("tree", path="atlas/mcp/crm.py", owner="junior")
    shared = Subject("tree", path="atlas/config.py")
    words = [foot.entries(board(), one)[0] for one in (theirs, shared)]
    waiting = board(None, event("ask", "senior", path="atlas/mcp/crm.py", why="a tool"))

    assert [(one.key, one.words) for one in words] == [
        ("a", "ask junior"),
        ("a", "announce config.py"),
    ]
    assert not [one for one in foot.entries(waiting, theirs) if one.key == "a"], "it was asked for"
