"""The trees of the others: grouped by session, and what was not agreed on."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.plan import Owned, Session, Shared
from coord_tui.core.times import text_of
from coord_tui.core.tree import Branch, FileChange, Worktree
from coord_tui.presentation import other_trees
from coord_tui.presentation.text import layout
from tests.builders import (
    DAY,
    HOUR,
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    harmless,
    plain,
    plan,
    role_of,
    said,
    snapshot,
    spans_of,
    worktree,
)

CONFIG, MINE, THEIRS = "atlas/config.py", "atlas/agents/a.py", "atlas/mcp/crm.py"
THREE = plan(
    sessions=(Session("senior"), Session("junior"), Session("kim")),
    shared=(Shared(CONFIG),),
    ownership=(
        Owned("atlas/agents/", "senior"), Owned("atlas/mcp/", "junior"), Owned("atlas/kim/", "kim"),
    ),
)  # fmt: skip
ASKED = event("ask", id="req", path=MINE, why="a hook")


def of_junior(*changes: tuple[str, str], **more: object) -> Worktree:
    return worktree(*changes, path="/repo/atlas-junior", session="junior", **more)


def word(path: str, *events: Event, session: str = "junior", state: str = "M") -> tuple[str, str]:
    """The right edge of the only changed file of another's tree, and its role."""
    other = of_junior((state, path))._replace(session=session)
    shot = snapshot(board(THREE, *events), worktree(), other)
    right = other_trees.rows(shot, 0)[1].lines[0].right
    return plain(right), right[0].role


@pytest.mark.parametrize(
    ("path", "events", "expected"),
    [
        (THEIRS, [], ("junior", "session:1")),
        (MINE, [], ("yours, not asked", "alarm")),
        ("atlas/kim/x.py", [], ("kim's, not asked", "warn")),
        (MINE, [ASKED], ("yours, only asked", "alarm")),
        (MINE, [ASKED, event("grant", "senior", request="req")], ("granted by you", "ok")),
        (MINE, [ASKED, event("deny", "senior", request="req")], ("yours, not asked", "alarm")),
        (
            MINE,
            [ASKED, event("grant", "senior", request="req", until=text_of(NOW - 1))],
            ("yours, not asked", "alarm"),
        ),
        (CONFIG, [], ("shared, not announced", "warn")),
        (
            CONFIG, [event("announce", ago=3 * MINUTE, path=CONFIG, intent="x")],
            ("announced 3m", "shared"),
        ),
        (
            CONFIG, [event("announce", "senior", path=CONFIG, intent="x")],
            ("announced by you", "alarm"),
        ),
        (CONFIG, [event("announce", "kim", path=CONFIG, intent="x")], ("announced by kim", "warn")),
        ("free.txt", [], ("unowned", "unowned")),
        ("free.txt", [event("reserve", "senior", path="free.txt")], ("reserved by you", "alarm")),
    ],
)  # fmt: skip
def test_what_was_not_agreed_on_is_said(
    path: str, events: list[Event], expected: tuple[str, str]
) -> None:
    assert word(path, *events) == expected


def test_a_tree_of_nobody_says_only_whose_its_files_are() -> None:
    assert word(MINE, session="") == ("senior", "session:0")
    assert word(CONFIG, session="") == ("shared", "shared")
    assert word(MINE, state="U") == ("in conflict", "alarm")


def test_what_others_change_of_mine_is_known_by_its_path() -> None:
    other = of_junior(("M", MINE), ("M", CONFIG), ("U", "z.py"), ("M", THEIRS))
    assert other_trees.trespassed(snapshot(board(THREE), worktree(), other)) == {MINE}
    assert other_trees.trespassed(snapshot(board(THREE, me=""), worktree(), other)) == set()


def test_what_git_brings_in_the_middle_of_a_merge_is_nobodys_trespass() -> None:
    brought = FileChange(MINE, "M", staged=True)
    edited = FileChange(THEIRS, "M", staged=True, unstaged=True)
    merging = of_junior(changes=(brought, edited), operation="merge")
    shot = snapshot(board(THREE), worktree(), merging)
    assert said(other_trees.rows(shot, 0))[1:] == [
        f"M  {THEIRS} | junior",
        "merge under way: 1 file from it",
    ]
    assert other_trees.trespassed(shot) == set()


def test_they_are_grouped_by_session_and_say_where_they_are() -> None:
    branch = Branch("feature/x", "aa", "origin/x", ahead=1, behind=2, fetched=NOW - 2 * HOUR)
    trees = (
        worktree(("M", "a"), path="/repo/nobody"),
        worktree(path="/repo/kim", session="kim", branch=Branch("", "fb173801")),
        of_junior(("M", "b"), elsewhere=True, branch=branch, oldest=NOW - DAY),
        worktree(path="/repo/kim-two", session="kim", operation="rebase"),
        worktree(path="/else/junior", session="junior", problem="it is gone"),
    )
    shot = snapshot(board(THREE), worktree(), *trees)
    found = other_trees.rows(shot, 0)
    assert [line for line in said(found) if not line.startswith("M")] == [
        "junior · ../atlas-junior · feature/x ↑1 ↓2 · another clone · oldest change 1d"
        " · fetched 2h ago",
        "junior · ../../else/junior · main · it is gone",
        "kim · ../kim · detached at fb17380 · clean",
        "kim · ../kim-two · main | mid-rebase",
        "another worktree · ../nobody · main",
    ]
    assert len({row.key for row in found}) == len(found)
    assert [row.key for row in found if row.selectable] == [
        "/repo/atlas-junior\0b", "/repo/nobody\0a",
    ]  # fmt: skip


def test_a_clean_tree_is_one_dim_line() -> None:
    shot = snapshot(board(THREE), worktree(), of_junior(elsewhere=True))
    for width, words in (
        (0, "junior · ../atlas-junior · main · another clone · clean"),
        (42, "junior · ../atlas-junior · main · clean"),
        (36, "junior · ../atlas-junior · clean"),
    ):
        (row,) = other_trees.rows(shot, width)
        assert said([row]) == [words]
    assert (len(row.lines), row.selectable, role_of([row], "junior")) == (1, False, "dim")


def test_a_heading_takes_as_many_lines_as_its_facts_need() -> None:
    branch = Branch("feature/a-new-provider", "aa", "origin/x", 1, 2, fetched=NOW - 2 * HOUR)
    shot = snapshot(board(THREE), worktree(), of_junior(("M", THEIRS), branch=branch))
    found = other_trees.rows(shot, 42)
    assert [plain(layout(line, 42)).rstrip() for row in found for line in row.lines] == [
        "junior · ../atlas-junior",
        "   feature/a-new-provider ↑1 ↓2",
        "   fetched 2h ago",
        "M  atlas/mcp/crm.py                 junior",
    ]


def test_what_others_wrote_is_inert() -> None:
    wild = worktree(("M", NASTY), path=f"/repo/{NASTY}", problem=NASTY, branch=Branch(NASTY, "fb"))
    assert harmless(spans_of(other_trees.rows(snapshot(board(THREE), worktree(), wild), 42)))
