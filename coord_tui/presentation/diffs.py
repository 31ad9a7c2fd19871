"""The diffs of one file in several working trees, one under the other, under a heading each."""

from collections.abc import Mapping
from typing import NamedTuple

from coord_tui.core.diff import FileDiff
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.presentation.both import whose_words
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.diff import HUNK, diff_rows
from coord_tui.presentation.diff_head import POINT, what_and_where
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.focus import change_of
from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert

TREE = f"{HUNK}\0tree "
"""How the key of a tree's heading begins: one hops to it as to a change."""
BLANK = Line()


class Side(NamedTuple):
    """The file in one working tree."""

    tree: Worktree
    change: FileChange


def sides_of(snapshot: Snapshot, path: str) -> tuple[Side, ...]:
    """The trees that change the file, the reader's own first."""
    found = ((tree, change_of(tree, path)) for tree in snapshot.worktrees)
    return tuple(Side(tree, change) for tree, change in found if change is not None)


def head_rows(snapshot: Snapshot, path: str, sides: tuple[Side, ...]) -> tuple[Row, ...]:
    """The file, and who changed it."""
    name = (Span(inert(path), "strong title"),)
    whose = whose_words(tuple(side.tree for side in sides), Names(snapshot.board)) if sides else ()
    return as_rows((Line(name, whose, "middle"),))


def side_rows(
    snapshot: Snapshot,
    sides: tuple[Side, ...],
    found: Mapping[str, FileDiff | str],
    width: int,
    shift: int = 0,
) -> tuple[Row, ...]:
    """Each side under its heading; of one that cannot be read, why not."""
    rows: list[Row] = []
    for side in sides:
        top, diff = side.tree.path, found.get(side.tree.path)
        rows += [Row(f"blank {top}", (BLANK,), False)] if rows else []
        rows.append(_heading(snapshot, side, None if isinstance(diff, str) else diff))
        if isinstance(diff, str):
            rows.append(Row(f"{top}\0why", (Line((Span(inert(diff), "warn"),)),), False))
        elif diff:
            rows += (_of(row, top) for row in diff_rows(diff, side.change, width, shift))
    return tuple(rows)


def _heading(snapshot: Snapshot, side: Side, diff: FileDiff | None) -> Row:
    own = side.tree is snapshot.worktrees[0]
    subject = Subject(path=side.change.path, worktree="" if own else side.tree.path)
    what, where = what_and_where(snapshot, side.tree, side.change, subject, diff)
    you = (Span("you" if snapshot.board.me else "this worktree", "strong"), POINT) if own else ()
    return Row(f"{TREE}{side.tree.path}", (Line((*you, *where), what, "middle"),), False)


def _of(row: Row, top: str) -> Row:
    """The row with a key that no other tree's rows have."""
    mark = HUNK if row.key.startswith(HUNK) else ""
    return row._replace(key=f"{mark}{row.key.removeprefix(mark)}\0{top}")
