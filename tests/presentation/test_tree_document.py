"""Working trees and changed files as JSON: what a program is told of them."""

from coord_tui.core.tree import Branch, Conflict, Unpushed
from coord_tui.presentation.tree_document import files, worktrees
from tests.builders import HOUR, MINUTE, NOW, board, event, snapshot, worktree

CONFIG, CRM = "atlas/config.py", "atlas/mcp/crm.py"
PUSHED = event("pushed", path=CONFIG, commit="abc1234")
OWN = worktree(
    ("M", CONFIG), ("U", CRM), session="senior", operation="merge", oldest=NOW - HOUR,
    branch=Branch("main", "fb17", "origin/main", 1, 2, fetched=NOW - MINUTE),
    unpushed=(Unpushed("c0ffee1", "Add it", (CONFIG,)),), lacks=frozenset({"abc1234"}),
    conflicts=(Conflict(CRM, "fb17380", "Add", "junior"), Conflict("z.py")),
)  # fmt: skip
OTHER = worktree(
    ("M", CONFIG), path="/else/atlas", elsewhere=True, problem="it is gone",
    branch=Branch("", "fb17"),
)  # fmt: skip


def test_every_fact_of_a_tree_and_null_for_what_is_not_known() -> None:
    assert worktrees(snapshot(None, OWN, OTHER)) == [
        {
            "path": "/repo/atlas", "session": "senior", "elsewhere": False, "branch": "main",
            "upstream": "origin/main", "ahead": 1, "behind": 2, "fetched": 60,
            "unpushed": [{"commit": "c0ffee1", "subject": "Add it"}], "oldest": 3600,
            "operation": "merge", "problem": None,
            "conflicts": [
                {"path": CRM, "commit": "fb17380", "session": "junior"},
                {"path": "z.py", "commit": None, "session": None},
            ],
        },
        {
            "path": "/else/atlas", "session": None, "elsewhere": True, "branch": None,
            "upstream": None, "ahead": 0, "behind": 0, "fetched": None, "unpushed": [],
            "oldest": None, "operation": None, "problem": "it is gone", "conflicts": [],
        },
    ]  # fmt: skip


def test_a_file_says_its_step_what_to_pull_and_whether_it_collides() -> None:
    mine, crm, theirs = files(snapshot(board(None, PUSHED), OWN, OTHER))
    assert {name: mine[name] for name in ("step", "next", "skipped", "pull", "collision")} == {
        "step": "edited", "next": "announce", "skipped": ["announced", "pulled"],
        "pull": {"by": "junior", "commit": "abc1234"}, "collision": True,
    }  # fmt: skip
    assert (mine["session"], mine["worktree"], mine["standing"]) == (
        "senior", "/repo/atlas", "shared",
    )  # fmt: skip
    assert (crm["step"], crm["next"], crm["skipped"], crm["collision"]) == (None, None, [], False)
    assert (theirs["session"], theirs["worktree"], theirs["step"]) == (None, "/else/atlas", None)


def test_the_step_is_that_of_the_session_whose_tree_it_is() -> None:
    announced = event("announce", path=CONFIG, intent="x")
    other = OTHER._replace(session="junior", problem="")
    mine, _, theirs = files(snapshot(board(None, announced), OWN, other))
    assert (mine["step"], mine["next"], mine["reserved_by"]) == ("edited", None, "junior")
    assert (theirs["step"], theirs["next"], theirs["skipped"]) == ("edited", "finish", [])


def test_without_a_tree_there_is_nothing() -> None:
    assert (worktrees(snapshot()), files(snapshot())) == ([], [])
