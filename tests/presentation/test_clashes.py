"""What clashes with the reader's tree stands before it, what clashes among others behind it."""

from coord_tui.core.plan import Session
from coord_tui.core.radar import Pair, Place, Radar
from coord_tui.core.tree import Worktree
from coord_tui.presentation import tree
from tests.builders import NOW, board, plan, said, snapshot, worktree

PEOPLE = plan(sessions=tuple(Session(name) for name in ("alice", "mia", "robin")))


def of(session: str, *paths: str) -> Worktree:
    return worktree(*(("M", path) for path in paths), path=f"/{session}", session=session)


def clash(one: str, other: str, *paths: str) -> Pair:
    left, right = (
        Place(name, name, f"/{name}" if "/" not in name else "") for name in (one, other)
    )
    return Pair(left, right, "conflict", paths)


def rows(*pairs: Pair, trees: tuple[Worktree, ...], me: str = "alice") -> list[str]:
    shot = snapshot(board(PEOPLE, me=me), *trees, radar=Radar(pairs, NOW))
    found = tree.rows(shot)
    assert len({row.key for row in found}) == len(found)
    return said(found)


ALICE, MIA, ROBIN = of("alice", "a"), of("mia", "a", "b", "c"), of("robin", "b", "c")


def test_what_clashes_among_others_stands_behind_the_readers_tree() -> None:
    found = rows(clash("mia", "robin", "b"), clash("alice", "mia", "z"), trees=(ALICE, MIA, ROBIN))
    assert found[:7] == [
        "⇆  a | changed by alice and mia",
        "⚠  z | would conflict: you ⇄ mia",
        "you · main",
        "M  a | unowned",
        "among others",
        "⇆  c | changed by mia and robin",
        "⇆⚠ b | would conflict: mia ⇄ robin",
    ]


def test_a_file_that_three_change_has_one_row_when_no_two_go_together() -> None:
    trees = (of("alice", "x"), of("mia", "x"), of("robin", "x"))
    one, two = clash("alice", "mia", "x"), clash("alice", "robin", "x")
    among = clash("mia", "robin", "x")
    assert rows(one, trees=trees)[:2] == [
        "⇆  x | changed by alice, mia and robin",
        "⇆⚠ x | would conflict: you ⇄ mia",
    ]
    found = rows(one, two, among, trees=trees)
    assert found[:2] == ["⇆⚠ x | would conflict: alice, mia and robin", "you · main"]
    assert "among others" not in found


def test_a_conflict_with_a_branch_tells_of_no_collision() -> None:
    found = rows(clash("alice", "origin/mia", "a"), trees=(ALICE, MIA))
    assert found[:2] == [
        "⇆  a | changed by alice and mia",
        "⚠  a | would conflict: you ⇄ origin/mia",
    ]


def test_another_tree_of_the_reader_concerns_the_reader() -> None:
    second = of("alice", "b")._replace(path="/second")
    assert rows(trees=(of("alice"), second, ROBIN))[0].startswith("⇆  b")
    assert rows(trees=(of("alice"), second, ROBIN), me="mia")[0] == "you · main"
