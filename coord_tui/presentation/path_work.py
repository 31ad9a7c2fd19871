"""What is going on in one file: its protocol's steps, its changes in every tree, its conflicts."""

import posixpath
from collections.abc import Iterator

from coord_tui.core.board import Board, age
from coord_tui.core.protocol import SHARED, Progress, progress, underway
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing
from coord_tui.core.state import Pushed
from coord_tui.core.times import span
from coord_tui.core.tree import Conflict, FileChange, Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.branches import branch_words
from coord_tui.presentation.conflicts import kind_words, names_of, ordered
from coord_tui.presentation.facts import COLUMN, facts
from coord_tui.presentation.file_words import conflict_word, words_for
from coord_tui.presentation.rows import Line, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.steps import skipped_words, trail
from coord_tui.presentation.text import inert, spans_width

CHANGES = {
    "M": "modified",
    "A": "added",
    "D": "deleted",
    "R": "renamed",
    "C": "copied",
    "T": "its type changed",
    "U": "in conflict",
    "?": "untracked",
}
ARROW = Span(" → ", "dim")


def work_lines(snapshot: Snapshot, standing: Standing, width: int) -> list[Line]:
    """What is under way in the file, and what stands in the way of it."""
    path, board = standing.path, snapshot.board
    steps = _steps(snapshot, standing)
    own = next((one for one in steps if one.session == board.me), None)
    clashing = (tree for tree in snapshot.worktrees[:1] if _clashes(path, tree))
    tree = next(clashing, None)
    word = conflict_word(path, tree) if tree else words_for(standing, board, own)
    skipped = skipped_words(own, standing.pull, board) if own else ()
    return [
        *facts("standing", [(Span(word.text, word.role),)]),
        *facts("skipped", [(Span(words, "warn"),) for words in skipped]),
        *facts("pull", _push(standing.pull, "before editing", board)),
        *facts("merge", _push(standing.unmerged, "when you need it", board)),
        *facts("steps", [line for one in steps for line in _trail(one, board, width - COLUMN)]),
        *facts("changed", _changes(snapshot, path)),
        *facts("conflict", [_conflict(one, board) for one in _conflicts(snapshot, path)]),
        *facts("foreseen", _foreseen(snapshot, path)),
    ]


def _clashes(path: str, tree: Worktree) -> bool:
    return any(change.path == path and change.state == "U" for change in tree.changes)


def _steps(snapshot: Snapshot, standing: Standing) -> list[Progress]:
    """Where the reader is with a shared file, and whoever else is under way with it."""
    if standing.kind != SHARED:
        return []
    board, trees = snapshot.board, snapshot.worktrees
    found = underway(board, snapshot.ownership, trees)
    others = [one for one in found if one.path == standing.path and one.session != board.me]
    tree = next(iter(trees), None)
    mine = [progress(standing.path, board.me, tree, board)] if board.me else []
    return [*mine, *others]


def _trail(found: Progress, board: Board, width: int) -> list[Spans]:
    """A session and all steps, on as many lines as they need."""
    indent = Span("  ")
    lines: list[Spans] = [(Names(board).span(found.session, "strong"),)]
    for place, step in enumerate(trail(found)):
        between = ARROW if place else indent
        if spans_width((*lines[-1], between, *step)) <= width:
            lines[-1] = (*lines[-1], between, *step)
        else:
            lines.append((indent, ARROW, *step) if place else (indent, *step))
    return lines


def _push(found: Pushed | None, when: str, board: Board) -> list[Spans]:
    """Whose push is to be brought in, and when."""
    if found is None:
        return []
    words = Span(f"{when}: {inert(found.commit[:7])} by ", "warn")
    return [
        (words, Names(board).span(found.session), Span(f" {span(age(board, found.at))} ago", "dim"))
    ]


def _changes(snapshot: Snapshot, path: str) -> list[Spans]:
    """How the file is changed in each tree, the reader's first."""
    return [
        (Span(_change_words(change), "warn"), *_place(tree, snapshot))
        for tree in snapshot.worktrees
        for change in tree.changes
        if change.path == path
    ]


def _change_words(change: FileChange) -> str:
    words = [CHANGES.get(change.state, inert(change.state))]
    if change.origin:
        words.append(f"from {inert(change.origin)}")
    if change.staged:
        words.append("partly staged" if change.unstaged else "staged")
    return f" {symbols.POINT} ".join(words)


def _place(tree: Worktree, snapshot: Snapshot) -> Iterator[Span]:
    """In whose tree, unless it is the reader's, and on which branch."""
    own = snapshot.worktrees[0]
    if tree is not own:
        if tree.session:
            yield Span(" by ", "dim")
            yield Names(snapshot.board).span(tree.session)
        yield Span(f" in {inert(posixpath.relpath(tree.path, own.path))}", "dim")
    yield Span(f" on {branch_words(tree)}", "dim")


def _conflicts(snapshot: Snapshot, path: str) -> list[Conflict]:
    trees = snapshot.worktrees[:1]
    return [one for tree in trees for one in tree.conflicts if one.path == path and one.commit]


def _conflict(found: Conflict, board: Board) -> Spans:
    """Whose commit brought the other side."""
    whose = (Span(" of "), Names(board).span(found.session)) if found.session else ()
    subject = (Span(f" “{inert(found.subject)}”", "dim"),) if found.subject else ()
    return (Span(f"with {inert(found.commit[:7])}", "alarm"), *whose, *subject)


def _foreseen(snapshot: Snapshot, path: str) -> list[Spans]:
    """Between whom the radar sees a conflict in the file."""
    board, own = snapshot.board, snapshot.worktrees[0].path if snapshot.worktrees else ""
    found = [pair for pair in ordered(snapshot.radar, board, own) if path in pair.paths]
    return [
        (
            Span("would conflict: ", "alarm"),
            *names_of(pair, board, own),
            *(
                (Span(f", {words}", "dim"),)
                if (words := kind_words(pair, path, board, own))
                else ()
            ),
        )
        for pair in found
    ]
