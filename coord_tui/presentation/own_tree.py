"""The reader's own working tree: what needs a word first, with the next step for each file.

Shared files that the reader has announced or committed, and files that others pushed, have rows
before anything in them is changed.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.due import due_in
from coord_tui.core.protocol import Progress, Protocol
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.times import span
from coord_tui.core.tree import FileChange, Worktree, comes_with
from coord_tui.presentation import symbols
from coord_tui.presentation.branches import heading
from coord_tui.presentation.file_words import (
    Word,
    conflict_word,
    ends_soon,
    unmerged_words,
    words_for,
)
from coord_tui.presentation.once import once
from coord_tui.presentation.remembered import Remembered, judged_by, stands_still
from coord_tui.presentation.rows import Row, Span
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.steps import skipped_words
from coord_tui.presentation.text import inert
from coord_tui.presentation.tree_rows import (
    file_spans,
    note,
    path_role,
    still_spans,
    word_lines,
)

MOST_TO_PULL = 5
"""Files that others pushed and that have a row; the rest is only counted."""
MOST_ROWS = 10_000
"""Rows that are remembered."""

Files = dict[str, FileChange | None]
"""The files that have a row, by path; a file in which nothing is changed has None."""


class Judged(NamedTuple):
    """A file of the reader's tree, how it stands, and what to do about it."""

    path: str
    change: FileChange | None
    """None for a file that is under way, or to be pulled, while nothing in it is changed."""
    standing: Standing
    word: Word


_remembered: Remembered[tuple[str, FileChange | None], Judged] = Remembered()


def rows(snapshot: Snapshot, width: int) -> list[Row]:
    """The heading, then the files, the most urgent first."""
    tree, names = snapshot.worktrees[0], Names(snapshot.board)
    listed = [heading(tree, [(_who(names),)], snapshot.board, width)]
    if not tree.changes and not tree.problem:
        listed.append(note("nothing", "nothing changed since the last commit", width))
    listed += [_row(one, path_role(one.standing, names), width) for one in judged(snapshot)]
    pushed = _still(snapshot)[1][MOST_TO_PULL:]
    if pushed:
        what = "to pull or to merge" if tree.astray else "to pull before editing"
        listed.append(note("to pull", f"{len(pushed)} more {what}", width))
    return listed


@once
def judged(snapshot: Snapshot) -> tuple[Judged, ...]:
    """The files of the reader's tree that have a row, the most urgent first."""
    if not snapshot.worktrees:
        return ()
    tree, (started, to_pull) = snapshot.worktrees[0], _still(snapshot)
    files: Files = {change.path: change for change in tree.changes}
    files |= dict.fromkeys([*started, *to_pull[:MOST_TO_PULL]])
    listed = _remembered.of(
        files.items(),
        judged_by(tree, snapshot),
        lambda new: _judged([path for path, _ in new], files, snapshot),
        lambda one: _lasts(one, snapshot.board),
    )
    listed.sort(key=lambda one: (-one.word.urgency, one.change is None, one.path))
    return tuple(listed)


def _lasts(one: Judged, board: Board) -> bool:
    moved = one.change is None or one.change.origin
    return not moved and stands_still(one.standing, board)


def _judged(paths: list[str], files: Files, snapshot: Snapshot) -> list[Judged]:
    """These of the files as they stand, in order."""
    tree, board = snapshot.worktrees[0], snapshot.board
    changes = filter(None, map(files.get, paths))
    moved = {one.path: one.origin for one in changes if one.state == "R" and one.origin}
    asked = [*paths, *moved.values()]
    found = standings(asked, board, snapshot.ownership, tree.lacks, tree.astray)
    protocol = Protocol(board)
    words = {one.path: _word(one, files, tree, protocol, board) for one in found}
    return [
        Judged(one.path, files[one.path], one, _worse(words, one.path, moved))
        for one in found[: len(paths)]
    ]


def _worse(words: Mapping[str, Word], path: str, moved: Mapping[str, str]) -> Word:
    """The more urgent word of a file; of one that was moved, where it was counts too."""
    return max(words[path], words[moved.get(path, path)], key=lambda word: word.urgency)


@once
def _still(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """What is under way, and what is to be pulled or merged, of the files that are not changed."""
    tree, board = snapshot.worktrees[0], snapshot.board
    changed = {change.path for change in tree.changes}
    found = due_in((tree._replace(changes=()),), board, snapshot.ownership)
    started = [one.path for one in found.underway if one.path not in changed]
    taken = changed.union(started)
    pushed = [*found.pull, *found.unmerged]
    return started, [one.path for one in pushed if one.path not in taken]


def expired_words(path: str, board: Board) -> str:
    """That the reader's own announcement of a path has expired, and when; empty: it has not."""
    mine = (
        one
        for one in board.expired
        if (one.reservation.session, one.reservation.shown) == (board.me, path)
    )
    ago = next((span(-one.seconds_left) for one in mine), "")
    return f"your announcement expired {ago} ago" if ago else ""


def _word(
    found: Standing,
    changes: Files,
    tree: Worktree,
    protocol: Protocol,
    board: Board,
) -> Word:
    change = changes.get(found.path)
    if change is not None and change.state == "U":
        return conflict_word(found.path, tree)
    if change is not None and comes_with(tree, change):
        return Word(f"from the {inert(tree.operation)}", "dim")
    shared = found.kind == "shared" and board.me
    progress = protocol.of(found.path, board.me, tree) if shared else None
    word = words_for(found, board, progress)
    notes = _notes(found, progress, word, board)
    if change is None and found.pull and word.urgency == 1:
        return word._replace(notes=notes, urgency=0)  # nobody need be told of a pull
    if notes == word.notes == ():
        return word
    return word._replace(notes=notes, urgency=max(word.urgency, int(bool(notes))))


def _notes(found: Standing, progress: Progress | None, word: Word, board: Board) -> tuple[str, ...]:
    """What stands under a row: steps that were skipped, and that an announcement ends soon."""
    pull = None if word.text.startswith("pull ") else found.pull
    ended = expired_words(found.path, board) if progress and "announced" in progress.skipped else ""
    if progress and ended:
        left = tuple(step for step in progress.skipped if step != "announced")
        progress = progress._replace(skipped=left)
    skipped = skipped_words(progress, pull, board) if progress else ()
    said = "" if found.unmerged is None else unmerged_words(found.unmerged, board)
    unmerged = "" if said == word.text or found.to_ask else said
    return tuple(filter(None, (ended, *skipped, unmerged, ends_soon(found))))


@lru_cache(maxsize=MOST_ROWS)
def _row(one: Judged, role: str, width: int) -> Row:
    if one.change is not None:
        left = file_spans(one.change, role)
    else:
        sign = symbols.SHARED if one.standing.kind == "shared" else symbols.BEHIND
        left = still_spans(Span(sign, role), one.path, role)
    return Row(one.path, word_lines(left, one.word, width))


def _who(names: Names) -> Span:
    return Span("you" if names.me else "this worktree", names.role(names.me))
