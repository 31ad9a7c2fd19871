"""The pane of the working trees: what clashes with the reader's own tree, that tree, the others'.

In each of them stands first what needs a word with somebody.
"""

from typing import NamedTuple

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation import both, clashes, conflicts, other_trees, own_tree, symbols
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.rows import Row, Span, Spans
from coord_tui.presentation.text import spans_width
from coord_tui.presentation.tree_rows import APART, BOTH, note


def rows(snapshot: Snapshot, width: int = 0) -> tuple[Row, ...]:
    """The rows of the pane, of `width` cells; 0: as long as they are."""
    if not snapshot.worktrees:
        return (note("bare", "no working tree here: the repository is bare", width),)
    mine, others = clashes.rows(snapshot, width)
    return (
        *mine,
        *own_tree.rows(snapshot, width),
        *others,
        *other_trees.rows(snapshot, width),
        *_doubts(snapshot, width),
    )


def path_of(key: str) -> str:
    """The path that a row stands for."""
    return key.rpartition(APART)[2]


def subject_of(snapshot: Snapshot | None, key: str) -> Subject:
    """What a row stands for: a file, and in which tree, or a pair of the radar."""
    path, pair = path_of(key), conflicts.pair_of(key)
    if key.startswith(BOTH) and snapshot:
        where = both.where(snapshot, path)
        return Subject(pane="tree", path=path, worktree=where, everywhere=True)
    if pair:
        return Subject(pane="tree", path=path, worktree=_theirs(snapshot, pair), pair=pair)
    return Subject(pane="tree", path=path, worktree=key.partition(APART)[0] if APART in key else "")


def _theirs(snapshot: Snapshot | None, pair: str) -> str:
    """Where a conflict is that is only to be looked at, because the reader's tree is in no side."""
    found = conflicts.pair_named(snapshot.radar, pair) if snapshot else None
    if found is None or snapshot is None or not snapshot.worktrees:
        return ""
    sides = (found.one, found.other)
    if snapshot.worktrees[0].path in [side.worktree for side in sides]:
        return ""
    return next((side.worktree for side in sides if side.worktree), found.one.name)


def _doubts(snapshot: Snapshot, width: int) -> list[Row]:
    """One line about what the radar can say nothing of; last, for it comes and goes."""
    found = list(conflicts.doubts(snapshot.radar, snapshot.board))
    more = f" {symbols.POINT} {len(found) - 1} more" if len(found) > 1 else ""
    words = "".join(span.text for span in found[0]) + more if found else ""
    return [note("doubt", f"not compared: {words}", width)] if words else []


def foreseen(snapshot: Snapshot, *, own_only: bool = False) -> set[str]:
    """The files that would conflict; those of pairs with the reader's tree alone, or all."""
    own = snapshot.worktrees[0].path if snapshot.worktrees else ""
    return {
        path
        for pair in snapshot.radar.conflicts
        if not own_only or own in (pair.one.worktree, pair.other.worktree)
        for path in pair.paths
    }


def need_word(snapshot: Snapshot) -> int:
    """How many files need a word of the reader, those that clash with its own tree included."""
    return len(_urgent(snapshot) | both.mine(snapshot) | foreseen(snapshot, own_only=True))


def _urgent(snapshot: Snapshot) -> set[str]:
    """The files about which a word is due, in the reader's tree or because they are its own."""
    own = {one.path for one in own_tree.judged(snapshot) if one.word.urgency}
    return own | other_trees.trespassed(snapshot)


def edge(snapshot: Snapshot, width: int = 0) -> Spans:
    """How much is changed in all trees, and what of it clashes or needs a word.

    The numbers stay, in fewer words, where `width` cells are too few; 0: they never are.
    """
    changed = sum(len(tree.changes) for tree in snapshot.worktrees)
    if not snapshot.worktrees:
        return ()
    urgent = len(_urgent(snapshot))
    counts = [
        _Count(changed, "changed", "changed", "dim"),
        _Count(urgent, "needs a word" if urgent == 1 else "need a word", "to tell", "alarm"),
        _Count(len(both.colliding(snapshot)), "in two places", symbols.COLLISION, "alarm"),
        _Count(len(foreseen(snapshot)), "would conflict", "clash", "alarm"),
    ]
    told = [one for one in counts if one.number]
    for shortened in range(len(told) + 1):
        spans = _joined(told, len(told) - shortened)
        if not width or spans_width(spans) <= width:
            break
    return spans or (Span("clean", "dim"),)


class _Count(NamedTuple):
    number: int
    words: str
    short: str
    role: str


def _joined(counts: list[_Count], full: int) -> Spans:
    """The counts with points between them, the first `full` of them in all their words."""
    spans: list[Span] = []
    for place, one in enumerate(counts):
        spans += [Span(f" {symbols.POINT} ", "dim")] if spans else []
        spans.append(Span(f"{one.number} {one.words if place < full else one.short}", one.role))
    return tuple(spans)
