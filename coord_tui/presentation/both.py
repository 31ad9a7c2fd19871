"""Files that are changed in two places: what will collide, named before anybody commits."""

import posixpath
from collections import Counter
from collections.abc import Container, Iterable

from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import standings
from coord_tui.core.tree import Worktree, collisions
from coord_tui.presentation import symbols
from coord_tui.presentation.once import once
from coord_tui.presentation.rows import Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert
from coord_tui.presentation.tree_rows import BOTH, path_role, two_ended

SIGN = (Span(symbols.COLLISION, "strong alarm"), Span("  "))
CLASHING = (Span(f"{symbols.COLLISION}{symbols.WARNING}", "strong alarm"), Span(" "))
"""Before a file that is changed in several trees and could not be merged."""


@once
def colliding(snapshot: Snapshot) -> dict[str, tuple[Worktree, ...]]:
    """The paths that are changed in several trees, and in which; sorted."""
    return collisions(snapshot.worktrees)


def rows(
    snapshot: Snapshot, paths: Iterable[str], width: int, clashing: Container[str] = ()
) -> list[Row]:
    """A row for each of these paths that are changed in several trees.

    `clashing`: those of which no two trees could be merged.
    """
    found, names = colliding(snapshot), Names(snapshot.board)
    listed: list[Row] = []
    for one in standings(paths, snapshot.board, snapshot.ownership):
        clashes = one.path in clashing
        sign = CLASHING if clashes else SIGN
        left = (*sign, Span(inert(one.path), path_role(one, names)))
        rights = _whose(found[one.path], names, clashes=clashes)
        listed.append(Row(f"{BOTH}{one.path}", (two_ended(left, rights, width),)))
    return listed


def whose_words(trees: tuple[Worktree, ...], names: Names) -> Spans:
    """Who changed it, in all words."""
    return _whose(trees, names)[0]


def where(snapshot: Snapshot, path: str) -> str:
    """The tree in which to look at a collision; empty: the reader's own."""
    trees = colliding(snapshot).get(path, ())
    return "" if not trees or trees[0] is snapshot.worktrees[0] else trees[0].path


def mine(snapshot: Snapshot) -> set[str]:
    """The paths that collide with what is changed in the reader's tree."""
    own = next(iter(snapshot.worktrees), None)
    return {path for path, trees in colliding(snapshot).items() if trees[0] is own}


def _whose(trees: tuple[Worktree, ...], names: Names, *, clashes: bool = False) -> list[Spans]:
    """Who changed it, in fewer and fewer words."""
    often = Counter(tree.session for tree in trees)
    known = [bool(tree.session) and often[tree.session] == 1 for tree in trees]
    listed: list[Span] = []
    for place, (tree, by_name) in enumerate(zip(trees, known, strict=True)):
        between = " and " if place == len(trees) - 1 else ", "
        listed += [Span(between, "alarm")] if place else []
        listed.append(_named(tree, by_name, names))
    told, verb = tuple(listed), "changed by " if any(known) else "changed in "
    verb = "would conflict: " if clashes else verb
    return [(Span(verb, "alarm"), *told), told, (Span(f"{len(trees)} places", "alarm"),)]


def _named(tree: Worktree, by_name: bool, names: Names) -> Span:
    """Who works in it; nobody known, or one session in several trees: by its folder."""
    words = tree.session if by_name else posixpath.basename(tree.path) or tree.path
    return Span(inert(words), names.role(tree.session, "strong"))
