"""Files that are changed in two places: what will collide, named before anybody commits."""

import posixpath
from collections import Counter

from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import standings
from coord_tui.core.tree import Worktree, collisions
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert
from coord_tui.presentation.tree_rows import BOTH, path_role, still_spans, two_ended

SIGN = Span(symbols.COLLISION, "strong alarm")


def rows(snapshot: Snapshot, width: int) -> list[Row]:
    """A row for each path that is changed in several trees, those of the reader's tree first."""
    found, own = collisions(snapshot.worktrees), mine(snapshot)
    paths = sorted(found, key=lambda path: (path not in own, path))
    names = Names(snapshot.board)
    return [
        Row(
            f"{BOTH}{one.path}",
            (
                two_ended(
                    still_spans(SIGN, one.path, path_role(one, names)),
                    _whose(found[one.path], names),
                    width,
                ),
            ),
        )
        for one in standings(paths, snapshot.board, snapshot.ownership)
    ]


def where(snapshot: Snapshot, path: str) -> str:
    """The tree in which to look at a collision; empty: the reader's own."""
    trees = collisions(snapshot.worktrees).get(path, ())
    return "" if not trees or trees[0] is snapshot.worktrees[0] else trees[0].path


def mine(snapshot: Snapshot) -> set[str]:
    """The paths that collide with what is changed in the reader's tree."""
    own = next(iter(snapshot.worktrees), None)
    return {path for path, trees in collisions(snapshot.worktrees).items() if trees[0] is own}


def _whose(trees: tuple[Worktree, ...], names: Names) -> list[Spans]:
    """Who changed it, in fewer and fewer words."""
    often = Counter(tree.session for tree in trees)
    known = [bool(tree.session) and often[tree.session] == 1 for tree in trees]
    listed: list[Span] = []
    for place, (tree, by_name) in enumerate(zip(trees, known, strict=True)):
        between = " and " if place == len(trees) - 1 else ", "
        listed += [Span(between, "alarm")] if place else []
        listed.append(_named(tree, by_name, names))
    told, verb = tuple(listed), "changed by " if any(known) else "changed in "
    return [(Span(verb, "alarm"), *told), told, (Span(f"{len(trees)} places", "alarm"),)]


def _named(tree: Worktree, by_name: bool, names: Names) -> Span:
    """Who works in it; nobody known, or one session in several trees: by its folder."""
    words = tree.session if by_name else posixpath.basename(tree.path) or tree.path
    return Span(inert(words), names.role(tree.session, "strong"))
