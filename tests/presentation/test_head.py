"""The top line, and what it gives up where there is little room."""

import pytest

from coord_tui.core.contact import Contact
from coord_tui.core.events import Event
from coord_tui.core.plan import BranchSettings, Session
from coord_tui.core.program import Program
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Branch
from coord_tui.presentation import head
from coord_tui.presentation.text import spans_width
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    harmless,
    plain,
    plan,
    snapshot,
    worktree,
)

HERE = event("join", ago=2 * MINUTE)
TREE = worktree(branch=Branch("main", "fb17", "origin/main", ahead=1, behind=3))


def line(shot: Snapshot, width: int = 200) -> str:
    return plain(head.line(shot, width))


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            90,
            "atlas │ main ↑1 ↓3 pull before editing │ you are senior │ ● junior 2m │ 1 pending",
        ),
        (80, "main ↑1 ↓3 pull before editing │ you are senior │ ● junior 2m │ 1 pending"),
        (46, "main ↓3 pull │ senior │ ● junior │ 1 pending"),
        (34, "main ↓3 pull │ senior │ ● junior"),
        (24, "main ↓3 pull │ senior"),
        (12, "main ↓3 pull"),
        (6, "main …"),
    ],
)
def test_the_lightest_facts_give_way_first(width: int, expected: str) -> None:
    found = line(snapshot(board(None, HERE), TREE), width)
    assert found == expected


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        (Branch("main", "fb17"), "main"),
        (Branch("main"), "main, no commit yet"),
        (Branch("", "fb173801234"), "detached at fb17380"),
        (Branch("main", "fb17", "o/main", 2, 0), "main ↑2"),
        (Branch("main", "fb17", "o/main", 0, 1), "main ↓1 pull before editing"),
        (
            Branch("main", "fb17", "o/main", 0, 1, fetched=NOW - 3 * HOUR),
            "main ↓1 pull before editing │ fetched 3h ago",
        ),
        (Branch("main", "fb17", "o/main", fetched=NOW - 3 * HOUR), "main │ fetched 3h ago"),
        (Branch("main", "fb17", "o/main", fetched=NOW - MINUTE), "main"),
    ],
)
def test_where_head_is(branch: Branch, expected: str) -> None:
    assert line(snapshot(board(), worktree(branch=branch))) == (
        f"atlas │ {expected} │ you are senior │ ○ junior"
    )


def test_the_plan_says_from_which_distance_on_to_pull() -> None:
    far = plan(branches=BranchSettings(behind=5))
    assert line(snapshot(board(far), TREE)).startswith("atlas │ main ↑1 ↓3 │ you")


def test_a_push_that_was_told_of_is_to_be_pulled_until_it_is_there() -> None:
    pushed = event("pushed", path="atlas/config.py", commit="abc1234")
    lacking = worktree(lacks=frozenset({"abc1234"}))
    assert "│ main pull before editing │" in line(snapshot(board(None, pushed), lacking))
    assert "│ main │" in line(snapshot(board(None, pushed), worktree()))
    assert line(snapshot(board(None, pushed), lacking), 20) == "main pull │ senior"


@pytest.mark.parametrize(
    ("states", "operation", "words", "short"),
    [
        ("UUM", "merge", "mid-merge · 2 in conflict", "mid-merge 2!"),
        ("M", "rebase", "mid-rebase", "mid-rebase"),
        ("U", "", "1 in conflict", "1 in conflict"),
    ],
)
def test_what_git_is_in_the_middle_of_and_how_much_is_in_conflict(
    states: str, operation: str, words: str, short: str
) -> None:
    changes = [(state, f"{n}.py") for n, state in enumerate(states)]
    shot = snapshot(board(), worktree(*changes, operation=operation))
    assert f"│ {words} │" in line(shot)
    assert line(shot, 12).startswith(short[:11])


def test_an_observer_is_told_that_it_only_reads() -> None:
    assert "observer: read only" in line(snapshot(board(me="")))


def test_operations_and_problems_stay_when_all_else_goes() -> None:
    shot = snapshot(
        board(), worktree(operation="merge"), problem="coord.yaml:3: no such key\nand more"
    )
    assert "│ mid-merge │" in line(shot)
    assert line(shot).endswith("! coord.yaml:3: no such key")
    assert line(shot, 40) == "mid-merge │ ! coord.yaml:3: no such key"
    assert plain(head.line(shot, 10)) == "! coord.y…"


def test_who_is_here_the_last_heard_of_first() -> None:
    people = [Session(name) for name in ("senior", "old", "new", "never", "more", "most")]
    joined = [event("join", "old", ago=3 * HOUR), event("join", "new", ago=30)]
    found = line(snapshot(board(plan(sessions=tuple(people), ownership=(), groups=()), *joined)))
    assert "│ ● new 30s  ○ old 3h  ○ never  +2 │" in found


def test_synced_once_the_remote_has_everything() -> None:
    assert line(snapshot(board(None, HERE, confirmed=1))).endswith("│ ✓✓ synced")


@pytest.mark.parametrize(
    ("contact", "events", "expected", "short"),
    [
        (Contact("origin", 1, at=NOW), [HERE], "✓✓ synced", "✓✓"),
        (Contact("origin", 0, at=NOW), [HERE], "1 pending", "1 pending"),
        (Contact("origin", at=NOW), [], "✓✓ synced", "✓✓"),
        (Contact(), [HERE], "local", ""),
        (
            Contact("origin", 0, away="no route", since=NOW - 130), [HERE],
            "origin away 2m · 1 pending", "away · 1",
        ),
        (Contact("origin", 1, away="no route", since=NOW - 5), [HERE], "origin away 5s", "away"),
    ],
    ids=["synced", "pending", "empty", "no remote", "away with pending", "away"],
)  # fmt: skip
def test_how_the_channel_stands_with_the_remote(
    contact: Contact, events: list[Event], expected: str, short: str
) -> None:
    shot = snapshot(board(None, *events, contact=contact))
    part = next(one for one in head.parts(shot)[::-1])
    assert (plain(part.full), plain(part.short)) == (expected, short)


def test_a_sync_that_lasts_is_shown_but_not_before_that_the_remote_is_away() -> None:
    pending, away = Contact("origin", at=NOW), Contact("origin", away="no route", since=NOW)
    shots = [snapshot(board(None, HERE, contact=one)) for one in (pending, away)]
    assert [plain(head.parts(shot, syncing=True)[-1].full) for shot in shots] == [
        "syncing… · 1 pending", "origin away 0s · 1 pending",
    ]  # fmt: skip


def test_who_asks_for_a_file_of_the_reader_stands_in_the_head() -> None:
    one = event("ask", path="atlas/agents/a.py", why="a hook")
    two = event("ask", path="atlas/agents/b.py", why="a hook")
    assert "│ junior asks: y or n │" in line(snapshot(board(None, one)))
    assert "│ 2 ask for your files │" in line(snapshot(board(None, one, two)))
    assert "asks" not in line(snapshot(board(None, one, me="junior")))


def test_a_name_that_is_used_twice_is_seen() -> None:
    other = Program("senior", "screen", 4242, "/repo/atlas")
    shot = snapshot(board())
    assert "│ you are senior │ ⚠ open twice │" in line(shot._replace(twice=(other,)))
    assert "⚠ open 3 times" in line(shot._replace(twice=(other, other)))
    places = [event("join", by, clone=clone) for by in ("senior", "junior") for clone in "ab"]
    found = line(snapshot(board(None, *places)))
    assert "│ you are senior │ ⚠ in 2 clones │ ● junior 0s ⚠ in 2 clones │" in found


def test_one_session_alone_and_an_empty_plan() -> None:
    alone = board(plan(project="", sessions=(), ownership=(), shared=(), groups=()), me="")
    assert line(snapshot(alone)) == "observer: read only"


@pytest.mark.parametrize("width", [0, 1, 7, 33, 80])
def test_never_wider_than_asked_and_always_inert(width: int) -> None:
    found = plan(project=NASTY, sessions=(Session("senior"), Session(NASTY)), ownership=())
    shot = snapshot(board(found), worktree(branch=Branch(NASTY, "fb")), problem=NASTY * 9)
    spans = head.line(shot, width)
    assert spans_width(spans) <= width
    assert harmless(spans)
