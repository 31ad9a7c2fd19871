"""What stands above a file's diff: how it stands for the reader, how it is changed, and where."""

import posixpath

from coord_tui.core.diff import FileDiff
from coord_tui.core.protocol import SHARED, progress
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.branches import branch_words
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.diff import STAGED, counted
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.file_words import words_for
from coord_tui.presentation.focus import change_of, standing_of, tree_of
from coord_tui.presentation.path_work import CHANGES
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.steps import skipped_words
from coord_tui.presentation.text import inert

POINT = Span(f" {symbols.POINT} ", "dim")


def head_rows(snapshot: Snapshot, subject: Subject, diff: FileDiff | None) -> tuple[Row, ...]:
    """The file with its standing, then what changed and where; `diff` is None until it is read."""
    tree = tree_of(snapshot, subject.worktree)
    change = change_of(tree, subject.path)
    path = Span(inert(subject.path), "strong title")
    word, warnings = _standing(snapshot, subject, tree)
    lines = [
        Line((path,), word, "middle"),
        Line(_what(change, diff), _where(snapshot, tree, subject)),
        *(Line((Span(f"{symbols.WARNING} {words}", "warn"),)) for words in warnings),
    ]
    return as_rows(lines)


def what_and_where(
    snapshot: Snapshot, tree: Worktree, change: FileChange, subject: Subject, diff: FileDiff | None
) -> tuple[Spans, Spans]:
    """How the file is changed in that tree, and in whose tree on which branch that is."""
    return _what(change, diff), _where(snapshot, tree, subject)


def _standing(
    snapshot: Snapshot, subject: Subject, tree: Worktree | None
) -> tuple[Spans, tuple[str, ...]]:
    """How the file stands, with the next step; and the steps that were passed over."""
    standing, board = standing_of(snapshot, subject.path), snapshot.board
    if subject.worktree:
        names = Names(board)
        owner = names.span(standing.owner) if standing.owner else Span(standing.kind, standing.kind)
        return (owner,), ()
    found = (
        progress(subject.path, board.me, tree, board)
        if board.me and standing.kind == SHARED
        else None
    )
    word = words_for(standing, board, found)
    warnings = skipped_words(found, standing.pull, board) if found else ()
    return (Span(word.text, word.role),), warnings


def _what(change: FileChange | None, diff: FileDiff | None) -> Spans:
    """How it is changed, how much of it is staged, and how many lines came and went."""
    if change is None:
        return (Span("not changed", "dim"),)
    spans = [Span(CHANGES.get(change.state, inert(change.state)), "warn")]
    if change.staged and change.unstaged:
        spans += [POINT, Span("partly staged "), Span(STAGED, "ok")]
    elif change.staged:
        spans += [POINT, Span("staged")]
    if diff is not None and (counts := counted(diff)):
        spans += [POINT, *counts]
    return tuple(spans)


def _where(snapshot: Snapshot, tree: Worktree | None, subject: Subject) -> Spans:
    """On which branch it is, and in whose working tree when that is another's."""
    if tree is None:
        return ()
    branch = Span(branch_words(tree), "dim")
    if not subject.worktree:
        return (branch,)
    base = snapshot.worktrees[0].path
    where = Span(inert(posixpath.relpath(tree.path, base)), "dim")
    who = (Names(snapshot.board).span(tree.session), POINT) if tree.session else ()
    return (*who, where, POINT, branch)
