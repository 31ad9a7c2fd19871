"""The changed files, the words at their right edge, and what comes first."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.plan import Plan, Session
from coord_tui.core.times import text_of
from coord_tui.core.tree import Branch, FileChange
from coord_tui.presentation import tree
from tests.builders import (
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    group,
    harmless,
    plain,
    plan,
    role_of,
    said,
    snapshot,
    spans_of,
    task,
    worktree,
)

ASKED = event("ask", "senior", ago=3 * MINUTE, id="req", path="atlas/mcp/crm.py", why="a new tool")
DENIED, GRANTED = event("deny", request="req"), event("grant", request="req")
FOR_A_WHILE = event("grant", request="req", until=text_of(NOW + 90 * MINUTE))
ENDED = event("grant", ago=2 * MINUTE, request="req", until=text_of(NOW - MINUTE))
FOR_MINE = event("ask", id="me", path="atlas/agents/a.py", why="a hook")
MY_NO = event("deny", "senior", request="me")
WITH_FILES = plan(group("g", task("J5", owner="junior", files=("notes/*.md",))))


def word(
    path: str, *events: Event, me: str = "senior", of: Plan | None = None, state: str = "M"
) -> tuple[str, str]:
    """The right edge of the only changed file, and its role."""
    shot = snapshot(board(of, *events, me=me), worktree((state, path)))
    row = tree.rows(shot)[1]
    return plain(row.lines[0].right), row.lines[0].right[0].role


@pytest.mark.parametrize(
    ("path", "events", "expected"),
    [
        ("atlas/agents/planner.py", [], ("yours", "yours")),
        ("atlas/mcp/crm.py", [], ("junior's: ask first", "alarm")),
        ("atlas/mcp/crm.py", [ASKED], ("asked junior 3m: wait", "warn")),
        ("atlas/mcp/crm.py", [ASKED, DENIED], ("denied by junior", "alarm")),
        ("atlas/mcp/crm.py", [ASKED, GRANTED], ("granted by junior", "ok")),
        ("atlas/mcp/crm.py", [ASKED, FOR_A_WHILE], ("granted by junior, 1h 30m left", "ok")),
        ("atlas/mcp/crm.py", [ASKED, ENDED], ("junior's: ask first", "alarm")),
        ("atlas/agents/a.py", [FOR_MINE], ("junior asks: y or n", "unread")),
        ("atlas/agents/b.py", [FOR_MINE], ("yours", "yours")),
        ("atlas/agents/a.py", [FOR_MINE, MY_NO], ("yours", "yours")),
        ("atlas/config.py", [], ("shared: announce first", "warn")),
        (
            "atlas/config.py",
            [event("announce", "senior", path="atlas/config.py", intent="x")],
            ("announced by you", "yours"),
        ),
        (
            "atlas/config.py",
            [event("announce", ago=180, path="atlas/config.py", intent="x")],
            ("announced by junior 3m", "alarm"),
        ),
        ("free.txt", [], ("unowned", "unowned")),
        (
            "free.txt",
            [event("reserve", ago=3600, pattern="/*.txt")],
            ("reserved by junior 1h", "alarm"),
        ),
        ("free.txt", [event("reserve", pattern="/*.txt", exclusive=False)], ("unowned", "unowned")),
        ("free.txt", [event("reserve", "senior", pattern="/*.txt")], ("reserved by you", "yours")),
    ],
)  # fmt: skip
def test_the_word_says_the_next_step(
    path: str, events: list[Event], expected: tuple[str, str]
) -> None:
    assert word(path, *events) == expected


def test_what_comes_with_my_task_is_mine_while_I_have_it() -> None:
    claim = event("claim", "junior", task="J5")

    assert word("notes/a.md", claim, me="junior", of=WITH_FILES) == ("yours with J5", "yours")


def test_a_file_held_with_a_task_names_the_task() -> None:
    claim = event("claim", task="J5")
    assert word("notes/a.md", claim, of=WITH_FILES) == ("held by junior with J5", "alarm")


def test_a_conflict_goes_before_everything() -> None:
    assert word("atlas/mcp/crm.py", state="U") == ("in conflict", "alarm")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("atlas/mcp/crm.py", ("junior's", "theirs")),
        ("atlas/config.py", ("shared", "shared")),
        ("free.txt", ("unowned", "unowned")),
    ],
)
def test_an_observer_is_told_whose_it_is_and_asked_nothing(
    path: str, expected: tuple[str, str]
) -> None:
    assert word(path, me="") == expected
    assert tree.need_word(snapshot(board(me=""), worktree(("M", path)))) == 0


def test_what_needs_a_person_comes_first() -> None:
    changes = [
        ("M", "atlas/agents/a.py"),
        ("?", "b.txt"),
        ("M", "atlas/config.py"),
        ("D", "atlas/mcp/crm.py"),
        ("U", "z.py"),
    ]
    shot = snapshot(board(), worktree(*changes))
    assert said(tree.rows(shot)) == [
        "you · main",
        "U  z.py | in conflict",
        "D  atlas/mcp/crm.py | junior's: ask first",
        "M  atlas/config.py | shared: announce first",
        "M  atlas/agents/a.py | yours",
        "?  b.txt | unowned",
    ]
    assert plain(tree.edge(shot)) == "5 changed · 3 need a word"
    assert role_of(tree.rows(shot), "crm.py") == "session:1"
    assert {row.lines[0].squeeze for row in tree.rows(shot)[1:]} == {"middle"}


def test_one_file_needs_a_word() -> None:
    assert plain(tree.edge(snapshot(None, worktree(("M", "atlas/config.py"))))) == (
        "1 changed · 1 needs a word"
    )


def test_a_renamed_file_says_from_where() -> None:
    change = FileChange("b.py", "R", staged=True, origin="a.py")
    assert said(tree.rows(snapshot(None, worktree(changes=(change,)))))[1] == (
        "R  b.py from a.py | unowned"
    )


@pytest.mark.parametrize(
    ("branch", "operation", "expected"),
    [
        (Branch("main", "fb17"), "", "you · main"),
        (Branch("main"), "", "you · main, no commit yet"),
        (Branch("", "fb173801234"), "", "you · detached at fb17380"),
        (Branch(), "", "you · no branch"),
        (Branch("main", "fb17"), "merge", "you · main | mid-merge"),
    ],
)
def test_the_heading_says_where_head_is(branch: Branch, operation: str, expected: str) -> None:
    tree_ = worktree(branch=branch, operation=operation)
    heading, nothing = tree.rows(snapshot(None, tree_))
    assert said([heading]) == [expected]
    assert said([nothing]) == ["nothing changed since the last commit"]
    assert [heading.selectable, nothing.selectable] == [False, False]


def test_edges_without_changes() -> None:
    assert plain(tree.edge(snapshot(None, worktree()))) == "clean"
    assert tree.edge(snapshot()) == ()
    assert said(tree.rows(snapshot())) == ["no working tree here: the repository is bare"]


def test_other_worktrees_follow_with_keys_of_their_own() -> None:
    sessions = (Session("senior"), Session("junior", worktree="../atlas-junior"))
    other = worktree(("M", "atlas/config.py"), ("M", "atlas/mcp/t.py"), path="/repo/atlas-junior")
    found = tree.rows(
        snapshot(board(plan(sessions=sessions)), worktree(("M", "atlas/config.py")), other)
    )
    assert said(found)[2:] == [
        "junior · ../atlas-junior · main",
        "M  atlas/config.py | shared",
        "M  atlas/mcp/t.py | junior",
    ]
    assert len({row.key for row in found}) == len(found)
    assert [tree.path_of(row.key) for row in found if row.selectable] == [
        "atlas/config.py", "atlas/config.py", "atlas/mcp/t.py",
    ]  # fmt: skip


def test_a_clean_worktree_of_another_is_left_out() -> None:
    assert len(tree.rows(snapshot(None, worktree(), worktree(path="/repo/else")))) == 2


def test_awkward_paths_are_inert_and_keep_their_key() -> None:
    paths = ["app/[id]/page.tsx", "a\x1b]0;t\x07\n", "\udcff", "👩\u200d👩\u200d👧/漢字.md", NASTY]
    found = tree.rows(snapshot(None, worktree(*(("M", path) for path in paths))))
    assert {row.key for row in found} >= set(paths)
    assert harmless(spans_of(found))
