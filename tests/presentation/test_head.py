"""The top line, and what it gives up where there is little room."""

import pytest

from coord_tui.core.plan import Session
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Branch
from coord_tui.presentation import head
from coord_tui.presentation.text import spans_width
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
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
    ],
)
def test_where_head_is(branch: Branch, expected: str) -> None:
    assert line(snapshot(board(), worktree(branch=branch))) == (
        f"atlas │ {expected} │ you are senior │ ○ junior"
    )


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
    assert line(snapshot(board(None, HERE, confirmed=1))).endswith("│ ✓ synced")


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
