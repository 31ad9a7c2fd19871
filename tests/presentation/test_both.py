"""Files that are changed in two places: named once, with who."""

import pytest

from coord_tui.core.plan import Session
from coord_tui.core.tree import Worktree
from coord_tui.presentation import both
from tests.builders import NASTY, board, harmless, plan, said, snapshot, spans_of, worktree

PEOPLE = plan(sessions=tuple(Session(name) for name in ("senior", "junior", "kim")))
CONFIG = "atlas/config.py"


def tree(session: str, *paths: str, top: str = "") -> Worktree:
    changes = [("M", path) for path in sorted(paths)]
    return worktree(*changes, path=f"/repo/{top or session or 'nobody'}", session=session)


@pytest.mark.parametrize(
    ("others", "width", "words"),
    [
        ([tree("junior", CONFIG)], 0, "changed by senior and junior"),
        ([tree("junior", CONFIG)], 60, "changed by senior and junior"),
        ([tree("junior", CONFIG)], 42, "senior and junior"),
        ([tree("junior", CONFIG)], 20, "2 places"),
        (
            [tree("junior", CONFIG), tree("kim", CONFIG)],
            0,
            "changed by senior, junior and kim",
        ),
        ([tree("senior", CONFIG, top="two")], 0, "changed in one and two"),
        ([tree("", CONFIG)], 0, "changed by senior and nobody"),
    ],
)
def test_who_changed_it_stands_at_the_right_edge(
    others: list[Worktree], width: int, words: str
) -> None:
    shot = snapshot(board(PEOPLE), tree("senior", CONFIG, "else.py", top="one"), *others)
    found = both.rows(shot, [CONFIG], width)
    assert said(found) == [f"⇆  {CONFIG} | {words}"]


def test_those_of_the_readers_tree_are_known_and_all_say_where_to_look() -> None:
    trees = (
        tree("senior", "z.py"),
        tree("junior", "a.py", "z.py"),
        tree("kim", "a.py"),
    )
    shot = snapshot(board(PEOPLE), *trees)
    assert list(both.colliding(shot)) == ["a.py", "z.py"]
    assert both.mine(shot) == {"z.py"}
    assert (both.where(shot, "z.py"), both.where(shot, "a.py")) == ("", "/repo/junior")
    assert both.where(shot, "none") == ""


def test_nothing_collides_in_one_tree() -> None:
    assert both.colliding(snapshot(board(PEOPLE), tree("senior", CONFIG))) == {}
    assert both.mine(snapshot(board(PEOPLE))) == set()


def test_awkward_names_are_inert_and_keep_their_key() -> None:
    shot = snapshot(board(PEOPLE), tree("senior", NASTY), tree("", NASTY, top=NASTY))
    (row,) = both.rows(shot, [NASTY], 42)
    assert row.key.endswith(NASTY)
    assert harmless(spans_of([row]))
