"""The pane of the working trees as a whole: what comes first, what is counted, what a row is."""

import pytest

from coord_tui.core.plan import Session, Shared
from coord_tui.core.radar import Pair, Place, Radar
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Branch, Worktree
from coord_tui.presentation import tree
from coord_tui.presentation.commands import Subject, pair_name
from coord_tui.presentation.focus import known
from coord_tui.presentation.foot import entries
from coord_tui.presentation.text import layout
from tests.builders import (
    DAY,
    HOUR,
    NOW,
    board,
    event,
    plain,
    plan,
    said,
    snapshot,
    worktree,
)

CONFIG, GRAPH = "atlas/config.py", "atlas/agents/graph.py"
PEOPLE = plan(
    sessions=(Session("senior"), Session("junior")), shared=(Shared(CONFIG), Shared("atlas/b.py"))
)
OWN = worktree(("M", CONFIG), session="senior")
THEIRS = worktree(
    ("M", GRAPH), ("M", CONFIG), path="/repo/atlas-junior", session="junior",
    branch=Branch("next", "aa", fetched=NOW),
)  # fmt: skip
HERE, THERE = Place("main", "senior", OWN.path, 1), Place("next", "junior", THEIRS.path, 2)
CLASH = Pair(HERE, THERE, "conflict", (GRAPH,), kinds=("added",))
UNSTABLE = Pair(HERE, Place("x"), "unstable", reason="it changed meanwhile")


def clashing(*pairs: Pair, problem: str = "") -> Snapshot:
    announced = event("announce", "senior", path="atlas/b.py", intent="x")
    radar = Radar(pairs, NOW, problem)
    return snapshot(board(PEOPLE, announced), OWN, THEIRS, radar=radar)


def test_what_clashes_stands_first_and_the_readers_tree_before_the_others() -> None:
    assert said(tree.rows(clashing(UNSTABLE, CLASH)))[1:2] == [
        f"⚠  {GRAPH}  both added it | would conflict: you ⇄ junior"
    ]
    assert said(tree.rows(clashing())) == [
        f"⇆  {CONFIG} | changed by senior and junior",
        "you · main",
        f"M  {CONFIG} | shared: announce first",
        "   edited without announcing",
        "⇄  atlas/b.py | announced, pulled: edit away",
        "junior · ../atlas-junior · next",
        f"M  {GRAPH} | yours, not asked",
        f"M  {CONFIG} | shared, not announced",
    ]


def test_every_row_has_a_key_of_its_own_that_says_what_it_is() -> None:
    shot = clashing(CLASH, UNSTABLE)
    found = tree.rows(shot, 42)
    assert len({row.key for row in found}) == len(found)
    subjects = [tree.subject_of(shot, row.key) for row in found if row.selectable]
    assert subjects == [
        Subject("tree", path=CONFIG, everywhere=True),
        Subject("tree", path=GRAPH, pair=pair_name(CLASH)),
        Subject("tree", path=CONFIG),
        Subject("tree", path="atlas/b.py"),
        Subject("tree", path=GRAPH, worktree=THEIRS.path),
        Subject("tree", path=CONFIG, worktree=THEIRS.path),
    ]


def test_a_collision_of_others_is_looked_at_in_the_first_of_their_trees() -> None:
    third = worktree(("M", GRAPH), path="/repo/kim")
    shot = snapshot(board(PEOPLE), worktree(), THEIRS, third)
    (found,) = (row for row in tree.rows(shot) if "⇆" in said([row])[0])
    assert tree.subject_of(shot, found.key) == Subject(
        "tree", path=GRAPH, worktree=THEIRS.path, everywhere=True
    )


def test_a_conflict_of_others_is_only_looked_at() -> None:
    others = Pair(THERE, Place("kim"), "conflict", (GRAPH,), kinds=("edited",))
    shot = clashing(others)
    (found,) = (row for row in tree.rows(shot) if pair_name(others) in row.key)
    subject = tree.subject_of(shot, found.key)
    assert subject == Subject("tree", path=GRAPH, worktree=THEIRS.path, pair=pair_name(others))
    offered = [one.command for one in entries(shot.board, known(shot, subject)) if not one.constant]
    assert offered == ["channel.message", "screen.details"]


def test_what_the_radar_can_say_nothing_of_is_one_last_line() -> None:
    more = Pair(HERE, Place("y"), "unknown", reason="git failed")
    assert said(tree.rows(clashing(UNSTABLE)))[-1] == (
        "not compared: you ⇄ x: it changed meanwhile"
    )
    assert said(tree.rows(clashing(UNSTABLE, more)))[-1].endswith("it changed meanwhile · 1 more")
    assert said(tree.rows(clashing(problem="git 2.30 is too old")))[-1] == (
        "not compared: git 2.30 is too old"
    )


def test_how_a_file_would_conflict_stands_below_it_where_there_is_no_room() -> None:
    (row,) = (row for row in tree.rows(clashing(CLASH), 42) if "⚠" in said([row])[0])
    assert [plain(layout(line, 42)).rstrip() for line in row.lines] == [
        "⚠  atlas/agents/graph.py      you ⇄ junior",
        "   both added it",
    ]


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (0, "3 changed · 2 need a word · 1 in two places · 1 would conflict"),
        (62, "3 changed · 2 need a word · 1 in two places · 1 would conflict"),
        (56, "3 changed · 2 need a word · 1 in two places · 1 clash"),
        (42, "3 changed · 2 need a word · 1 ⇆ · 1 clash"),
        (10, "3 changed · 2 to tell · 1 ⇆ · 1 clash"),
    ],
)
def test_the_edge_counts_in_as_many_words_as_fit(width: int, words: str) -> None:
    assert plain(tree.edge(clashing(CLASH), width)) == words


def test_one_file_needs_a_word() -> None:
    assert plain(tree.edge(snapshot(None, worktree(("M", CONFIG))))) == (
        "1 changed · 1 needs a word"
    )


def test_edges_without_changes() -> None:
    assert plain(tree.edge(snapshot(None, worktree()))) == "clean"
    assert tree.edge(snapshot()) == ()
    assert said(tree.rows(snapshot())) == ["no working tree here: the repository is bare"]


def test_a_file_that_needs_several_words_is_counted_once() -> None:
    assert tree.need_word(clashing()) == 2
    assert tree.need_word(clashing(CLASH, CLASH._replace(paths=("z.py",)))) == 3
    elsewhere = CLASH._replace(one=Place("x"), other=Place("y"), paths=("z.py",))
    assert tree.need_word(clashing(elsewhere)) == 2
    assert tree.need_word(snapshot()) == 0


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (worktree(branch=Branch("main", "fb17")), "you · main"),
        (worktree(branch=Branch("main")), "you · main, no commit yet"),
        (worktree(branch=Branch("", "fb173801234")), "you · detached at fb17380"),
        (worktree(branch=Branch()), "you · no branch"),
        (worktree(operation="merge"), "you · main | mid-merge"),
        (
            worktree(branch=Branch("main", "fb", "o/main", 1, 2, fetched=NOW - 3 * HOUR)),
            "you · main ↑1 ↓2 · fetched 3h ago",
        ),
        (
            worktree(branch=Branch("main", "fb", "o/main", 6, fetched=NOW)),
            "you · main ↑6 · 6 unpushed",
        ),
        (worktree(oldest=NOW - DAY), "you · main · oldest change 1d"),
        (worktree(oldest=NOW - HOUR), "you · main"),
        (worktree(problem="cannot be read"), "you · main · cannot be read"),
    ],
)
def test_the_heading_says_where_head_is_and_what_about_it_is_worth_a_word(
    own: Worktree, expected: str
) -> None:
    heading = tree.rows(snapshot(None, own))[0]
    assert said([heading]) == [expected]
    assert not heading.selectable


def test_a_clean_tree_says_so() -> None:
    assert said(tree.rows(snapshot(None, worktree())))[1:] == [
        "nothing changed since the last commit"
    ]
    assert len(tree.rows(snapshot(None, worktree(problem="cannot be read")))) == 1
