"""How files were judged is remembered, and never differs from what a look at all of them finds."""

from collections.abc import Callable
from itertools import product
from typing import NamedTuple

import pytest

from coord_tui.core.board import Board
from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.times import text_of
from coord_tui.core.tree import Branch, Conflict, FileChange, Landed, Worktree
from coord_tui.presentation import other_trees, own_tree, tree
from coord_tui.presentation.remembered import Remembered
from coord_tui.presentation.rows import Row
from tests.builders import DAY, HOUR, MINUTE, NOW, board, event, plan, snapshot, worktree

OWNERSHIP = Ownership.from_plan(plan())
PATHS = (
    "atlas/agents/a.py", "atlas/agents/z.py", "atlas/config.py", "atlas/mcp/crm.py",
    "atlas/mcp/mail.py", "free.txt", "lib/p.py", "lib/q.py", "lib/r.py", "notes/b.md",
)  # fmt: skip
LATER = text_of(NOW + 30 * MINUTE)
EVENTS = (
    event("ask", "senior", ago=3 * MINUTE, id="mine", path="atlas/mcp/crm.py", why="a tool"),
    event("grant", ago=2 * MINUTE, request="mine", until=LATER),
    event("ask", ago=2 * MINUTE, id="theirs", path="atlas/agents/a.py", why="a hook"),
    event("deny", "senior", ago=MINUTE, request="theirs"),
    event("announce", "senior", ago=MINUTE, path="atlas/config.py", intent="a timeout"),
    event("reserve", ago=HOUR, pattern="/*.txt"),
    event("reserve", "senior", ago=HOUR, pattern="notes/*.md"),
    event("pushed", ago=MINUTE, path="lib/p.py", commit="c1"),
    event("pushed", ago=MINUTE, path="lib/q.py", commit="c2"),
    event("ask", ago=MINUTE, id="more", path="atlas/agents/z.py", why="a hook"),
    event("grant", "senior", request="more", until=LATER),
)

MODIFIED = tuple(FileChange(path, "M", unstaged=True) for path in PATHS)
STAGED = tuple(FileChange(path, "M", staged=True) for path in PATHS)
TORN = tuple(FileChange(path, "U", unstaged=True) for path in PATHS)
MOVED = (FileChange("docs/c.md", "R", staged=True, origin="atlas/mcp/crm.py"), MODIFIED[-1])
WORLD: dict[str, tuple[object, ...]] = {
    "events": (EVENTS, *(EVENTS[:number] for number in range(len(EVENTS)))),
    "now": (NOW, NOW + 5 * MINUTE, NOW + HOUR, NOW + DAY),
    "me": ("senior", "junior", ""),
    "changes": (MODIFIED, STAGED, TORN, MOVED, MODIFIED[1:]),
    "operation": ("", "merge"),
    "session": ("junior", "senior", ""),
    "branch": (Branch("main", "fb173801", "origin/main", fetched=NOW), Branch("main", "fb173801")),
    "lacks": (frozenset({"c1", "c2"}), frozenset[str]()),
    "astray": (frozenset[str](), frozenset({"c2"})),
    "landed": ((), (Landed("atlas/config.py", "c3"),)),
    "conflicts": ((), (Conflict("lib/r.py", "abcdef1", session="junior"),)),
}
"""What there may be in the world of a screen, by name; first what is usual."""


def worlds(*names: str) -> list[dict[str, object]]:
    """Worlds that differ in these things, and are as usual else."""
    usual = {name: values[0] for name, values in WORLD.items()}
    chosen = product(*(WORLD[name] for name in names))
    return [usual | dict(zip(names, values, strict=True)) for values in chosen]


def seen(world: dict[str, object]) -> Snapshot:
    """A reading in which the reader's tree and another are as the world has them."""
    facts = dict(world)
    events, now, me = (facts.pop(name) for name in ("events", "now", "me"))
    trees = (worktree(**facts), worktree(**facts, path="/repo/other"))  # type: ignore[arg-type]
    return reading(board(None, *events, me=me, now=now), *trees)  # type: ignore[arg-type, misc]


def reading(board: Board, *trees: Worktree) -> Snapshot:
    """A reading by the one plan, which is not made anew each time."""
    return snapshot(board, *trees)._replace(ownership=OWNERSHIP)


@pytest.mark.parametrize("other", ["changes", "events", "me", "now"])
@pytest.mark.parametrize("name", WORLD)
def test_rows_are_the_same_as_when_nothing_is_remembered(name: str, other: str) -> None:
    passed = [seen(world) for world in worlds(other, *{name} - {other})]
    remembered = [tree.rows(one, 100) for one in passed]
    assert remembered == [afresh(one) for one in passed]


def afresh(snapshot: Snapshot) -> tuple[Row, ...]:
    """The rows for one to whom all is new."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own_tree, "_remembered", Remembered())
        patch.setattr(other_trees, "_remembered", lambda top: Remembered())
        return tree.rows(snapshot._replace(), 100)


def test_a_file_that_did_not_change_is_not_judged_again() -> None:
    before = reading(board(), worktree(("M", "free.txt"), ("M", "notes/b.md")))
    after = reading(board(now=NOW + HOUR), worktree(("M", "atlas/x.py"), ("M", "notes/b.md")))
    _, known = own_tree.judged(before)
    new, same = own_tree.judged(after)
    assert (new.path, known.path) == ("atlas/x.py", "notes/b.md")
    assert same is known


class Word(NamedTuple):
    file: str
    number: int


class Judge:
    """Counts its judgements."""

    def __init__(self) -> None:
        self.number = 0
        self.asked: list[str] = []
        self.remembered: Remembered[str, Word] = Remembered()

    def __call__(self, files: list[str]) -> list[Word]:
        self.number += 1
        self.asked = files
        return [Word(file, self.number) for file in files]

    def look(self, files: str, by: object = "", lasts: Callable[[Word], bool] = bool) -> list[str]:
        found = self.remembered.of(files.split(), by, self, lasts)
        assert [one.file for one in found] == files.split()
        return self.asked


def test_only_what_is_new_is_judged() -> None:
    judge = Judge()
    assert judge.look("a b") == ["a", "b"]
    assert judge.look("c a b d") == ["c", "d"]
    assert judge.look("c a b d") == []


def test_what_was_gone_meanwhile_is_judged_again() -> None:
    judge = Judge()
    judge.look("a b")
    judge.look("b")
    assert judge.look("a b") == ["a"]


def test_all_is_judged_again_when_it_is_judged_by_something_else() -> None:
    judge = Judge()
    judge.look("a b", by=1)
    assert judge.look("a b", by=2) == ["a", "b"]


def test_what_does_not_last_is_judged_each_time() -> None:
    judge = Judge()
    for _ in range(2):
        judge.look("a b c", lasts=lambda word: word.file != "b")
    assert judge.asked == ["b"]
    assert judge.look("a b c") == ["b"]
    assert judge.look("a b c") == []
