"""What clashes between places: files changed in several trees, and those that could not be merged.

One file of one pair has one row; so has a file of which no two of several trees go together. What
concerns the reader is kept apart from what is among others.
"""

from itertools import combinations
from typing import NamedTuple

from coord_tui.core.radar import Pair
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Worktree
from coord_tui.presentation import both, conflicts
from coord_tui.presentation.rows import Row, Span
from coord_tui.presentation.text import spans_width
from coord_tui.presentation.tree_rows import note, note_lines, two_ended

SIDES = 2
"""Of a pair."""


class Clashes(NamedTuple):
    """The rows, each file of a pair once."""

    mine: list[Row]
    """Those of the reader's tree, or of another in which the reader works."""
    others: list[Row]
    """Those among others, under a heading."""


def rows(snapshot: Snapshot, width: int) -> Clashes:
    """The collisions, then the conflicts that the radar foresees."""
    board, own = snapshot.board, snapshot.worktrees[0].path
    clashing = _clashing(snapshot)
    several = {path for path, trees in clashing.items() if len(trees) > SIDES}
    found = {p: trees for p, trees in both.colliding(snapshot).items() if p not in clashing}
    found |= {path: clashing[path] for path in several}
    concern = {path for path, trees in found.items() if _involves(snapshot, trees)}
    mine = both.rows(snapshot, sorted(concern), width, several)
    others = both.rows(snapshot, sorted(found.keys() - concern), width, several)
    for pair in conflicts.ordered(snapshot.radar, board, own):
        listed = mine if conflicts.involves(pair, board, own) else others
        told = several if pair.one.worktree and pair.other.worktree else ()
        paths = (path for path in pair.paths if path not in told)
        listed += (_foreseen(snapshot, pair, path, width) for path in paths)
    heading = [note("among others", "among others", width)] if others else []
    return Clashes(mine, [*heading, *others])


def _clashing(snapshot: Snapshot) -> dict[str, tuple[Worktree, ...]]:
    """The collisions of which no two trees could be merged."""
    told = {
        (path, frozenset((pair.one.worktree, pair.other.worktree)))
        for pair in snapshot.radar.conflicts
        for path in pair.paths
    }
    return {
        path: trees
        for path, trees in (both.colliding(snapshot).items() if told else ())
        if all((path, frozenset(two)) in told for two in combinations(_tops(trees), SIDES))
    }


def _involves(snapshot: Snapshot, trees: tuple[Worktree, ...]) -> bool:
    me = snapshot.board.me
    return any(tree is snapshot.worktrees[0] or tree.session == me != "" for tree in trees)


def _foreseen(snapshot: Snapshot, pair: Pair, path: str, width: int) -> Row:
    """The row without a mark; how the file clashes stands below it where it has no room."""
    row = conflicts.row_of(pair, path, snapshot.board, snapshot.worktrees[0].path)
    (line,) = row.lines
    sides = {pair.one.worktree, pair.other.worktree}
    changed = sides <= set(_tops(both.colliding(snapshot).get(path, ())))
    left = (*both.CLASHING, *line.left[2:]) if changed else line.left
    more = "".join(span.text for span in left[3:]).strip()
    fits = not width or spans_width((*left, *line.right)) < width
    rights = ((Span("would conflict: ", "alarm"), *line.right), line.right)
    first = two_ended(left if fits else left[:3], rights, width)
    return row._replace(tag="", lines=(first, *(() if fits else note_lines(more, width))))


def _tops(trees: tuple[Worktree, ...]) -> list[str]:
    return [tree.path for tree in trees]
