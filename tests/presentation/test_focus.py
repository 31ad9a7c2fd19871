"""What is known of the row under the cursor: its change, whom to ask, and the next step."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Branch, Unpushed, Worktree
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.focus import known
from tests.builders import NOW, board, event, snapshot, worktree

SHARED, MINE, THEIRS = "atlas/config.py", "atlas/agents/a.py", "atlas/mcp/b.py"
ANNOUNCED = event("announce", "senior", ago=60, path=SHARED, intent="a timeout")
BEHIND = Branch("main", "fb173801", "origin/main", behind=2, fetched=NOW)
FETCHED = Branch("main", "fb173801", "origin/main", fetched=NOW)
SIDE = worktree(("D", SHARED), path="/repo/side")


def reading(*events: Event, tree: Worktree | None = None, me: str = "senior") -> Snapshot:
    return snapshot(board(None, *events, me=me), tree or worktree(), SIDE)


@pytest.mark.parametrize(
    ("shown", "path", "expected"),
    [
        (reading(), SHARED, ("", "", "announce")),
        (reading(ANNOUNCED, tree=worktree(branch=BEHIND)), SHARED, ("", "", "pull")),
        (reading(ANNOUNCED, tree=worktree(branch=FETCHED)), SHARED, ("", "", "edit")),
        (reading(ANNOUNCED, tree=worktree(("M", SHARED))), SHARED, ("M", "", "finish")),
        (reading(tree=worktree(("M", MINE))), MINE, ("M", "", "finish")),
        (reading(), MINE, ("", "", "")),
        (reading(tree=worktree(("U", MINE))), MINE, ("U", "", "")),
        (reading(tree=worktree(("M", THEIRS))), THEIRS, ("M", "junior", "")),
        (reading(tree=worktree(("M", SHARED)), me=""), SHARED, ("M", "", "")),
        (
            reading(event("announce", path=SHARED, intent="mine")),
            SHARED,
            ("", "junior", ""),
        ),
    ],
    ids=[
        "shared", "announced", "pulled", "edited", "one's own", "unchanged", "in conflict",
        "theirs", "an observer", "another is in it",
    ],
)  # fmt: skip
def test_change_whom_to_ask_and_next_step(
    shown: Snapshot, path: str, expected: tuple[str, str, str]
) -> None:
    found = known(shown, Subject("tree", path=path))

    assert (found.state, found.owner, found.next) == expected


def test_what_is_committed_and_not_pushed_is_known() -> None:
    tree = worktree(unpushed=(Unpushed("c1", "Add it", (MINE,)),))

    assert known(reading(tree=tree), Subject("tree", path=MINE)).committed
    assert not known(reading(tree=tree), Subject("tree", path=SHARED)).committed


def test_of_anothers_file_only_its_own_change_is_known() -> None:
    shown = reading(tree=worktree(("M", SHARED), branch=BEHIND))
    found = known(shown, Subject("tree", path=SHARED, worktree="/repo/side"))

    assert found == Subject("tree", path=SHARED, worktree="/repo/side", state="D", behind=True)


@pytest.mark.parametrize("subject", [Subject("tasks", task="S1"), Subject("ownership", path="a/")])
def test_rows_that_are_no_file_only_know_whether_to_pull(subject: Subject) -> None:
    assert known(reading(tree=worktree(branch=BEHIND)), subject) == subject._replace(behind=True)


def test_without_a_working_tree_nothing_is_known() -> None:
    assert known(snapshot(board()), Subject("tree", path=SHARED)).state == ""
