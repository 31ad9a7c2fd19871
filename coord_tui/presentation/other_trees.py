"""The working trees of the others: whose what they change is, and where that was not agreed on.

They are grouped by session. What their own sessions have to do about it stands on their screens.
"""

import posixpath
from functools import lru_cache
from typing import NamedTuple

from coord_tui.core.board import Board, age
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.state import Reservation
from coord_tui.core.times import span
from coord_tui.core.tree import FileChange, Worktree, comes_with
from coord_tui.presentation import symbols
from coord_tui.presentation.answering import about
from coord_tui.presentation.branches import branch_words, heading
from coord_tui.presentation.once import once
from coord_tui.presentation.remembered import Remembered, judged_by, stands_still
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import cell_width, fit_middle, inert
from coord_tui.presentation.tree_rows import APART, file_spans, note, path_role, two_ended

LEAST = 16
"""Cells that the place of a tree keeps, however narrow the pane is."""
MOST_TREES, MOST_ROWS = 50, 10_000
"""Trees, and rows of them all, that are remembered."""


def rows(snapshot: Snapshot, width: int) -> list[Row]:
    """A heading for each tree, then its changed files; of a clean tree only a dim heading."""
    return [row for tree in _grouped(snapshot) for row in _rows(tree, snapshot, width)]


def _grouped(snapshot: Snapshot) -> list[Worktree]:
    """The trees, those of one session together, in the order of the sessions; strangers last."""
    places = {seen.session.name: place for place, seen in enumerate(snapshot.board.sessions)}
    return sorted(snapshot.worktrees[1:], key=lambda tree: places.get(tree.session, len(places)))


class _Judged(NamedTuple):
    change: FileChange
    standing: Standing
    """For the session whose tree it is, when that is known."""
    word: Span | None
    """What was not agreed on; None when all is well."""


def trespassed(snapshot: Snapshot) -> set[str]:
    """The files that others change although they are the reader's, or held by the reader."""
    return {
        one.change.path
        for listed in _judged(snapshot).values()
        for one in listed
        if one.word and one.word.role == "alarm" and one.change.state != "U"
    }


@once
def _judged(snapshot: Snapshot) -> dict[str, list[_Judged]]:
    """The changed files of each tree but the reader's, by its folder."""
    return {tree.path: _judged_in(tree, snapshot) for tree in snapshot.worktrees[1:]}


def _judged_in(tree: Worktree, snapshot: Snapshot) -> list[_Judged]:
    board = snapshot.board
    seen = board._replace(me=tree.session) if tree.session else board

    def judge(changes: list[FileChange]) -> list[_Judged]:
        found = standings((change.path for change in changes), seen, snapshot.ownership)
        return [
            _Judged(change, one, _word(change, one, tree, board))
            for change, one in zip(changes, found, strict=True)
        ]

    return _remembered(tree.path).of(
        tree.changes,
        judged_by(tree, snapshot),
        judge,
        lambda one: stands_still(one.standing, board),
    )


@lru_cache(maxsize=MOST_TREES)
def _remembered(tree: str) -> Remembered[FileChange, _Judged]:
    return Remembered()


def _rows(tree: Worktree, snapshot: Snapshot, width: int) -> list[Row]:
    board, names = snapshot.board, Names(snapshot.board)
    whose = _place(tree, snapshot, names, width)
    if not (tree.changes or tree.operation or tree.problem):
        return [_quiet(tree, whose, width)]
    return [
        heading(tree, whose, board, width),
        *(
            _row(one, tree.path, path_role(one.standing, names), _owner(one, names), width)
            for one in _judged(snapshot)[tree.path]
            if not (tree.operation and comes_with(tree, one.change))
        ),
        *(_brought(tree, width) if tree.operation else ()),
    ]


def _brought(tree: Worktree, width: int) -> list[Row]:
    """One line about what git brought in the middle of a merge or the like: it is nobody's edit."""
    number = sum(1 for change in tree.changes if comes_with(tree, change))
    files = "1 file" if number == 1 else f"{number} files"
    words = f"{inert(tree.operation)} under way: {files} from it"
    return [note(f"brought{APART}{tree.path}", words, width)] if number else []


def _quiet(tree: Worktree, whose: list[Spans], width: int) -> Row:
    """A tree in which nothing happens: one dim line, with as many facts as there is room for."""
    facts = [*(span.text for fact in whose for span in fact), branch_words(tree)]
    facts += ["another clone"] if tree.elsewhere else []
    point = f" {symbols.POINT} "
    while len(facts) > 2 and width and cell_width(point.join([*facts, "clean"])) > width:
        facts.pop()
    said = point.join([*facts, "clean"])
    return Row(f"{APART}{tree.path}", (Line((Span(said, "dim"),)),), selectable=False)


def _place(tree: Worktree, snapshot: Snapshot, names: Names, width: int) -> list[Spans]:
    """Whose tree it is and where it lies."""
    who = names.span(tree.session) if tree.session else Span("another worktree", "dim")
    where = inert(posixpath.relpath(tree.path, snapshot.worktrees[0].path))
    where = fit_middle(where, max(LEAST, width // 2)) if width else where
    return [(who,), (Span(where, "dim"),)]


def _owner(one: _Judged, names: Names) -> Span:
    found = one.standing
    return names.span(found.owner) if found.owner else Span(found.kind, found.kind)


@lru_cache(maxsize=MOST_ROWS)
def _row(one: _Judged, tree: str, role: str, owner: Span, width: int) -> Row:
    line = two_ended(file_spans(one.change, role), [(one.word or owner,)], width)
    return Row(f"{tree}{APART}{one.change.path}", (line,))


def _word(change: FileChange, found: Standing, tree: Worktree, board: Board) -> Span | None:
    """What was not agreed on, as its session would have to; None when all is well."""
    if change.state == "U":
        return Span("in conflict", "alarm")
    if not tree.session or comes_with(tree, change):
        return None
    if found.held is not None:
        return _kept_out(found.held.reservation, board.me)
    if found.kind == "shared" and found.own:
        return Span(f"announced {span(age(board, found.own.reservation.at))}", "shared")
    if found.kind == "shared":
        return Span("shared, not announced", "warn")
    return _trespass(found, tree.session, board) if found.kind == "theirs" else None


def _trespass(found: Standing, session: str, board: Board) -> Span:
    """Whose it is, and whether that one lets it be edited."""
    mine = found.owner == board.me
    if found.granted:
        return Span(f"granted by {'you' if mine else inert(found.owner)}", "ok")
    asked = (one for one in board.requests if one.session == session and not one.answer)
    word = "only asked" if any(about(one, found.path) for one in asked) else "not asked"
    whose = "yours" if mine else f"{inert(found.owner)}'s"
    return Span(f"{whose}, {word}", "alarm" if mine else "warn")


def _kept_out(held: Reservation, me: str) -> Span:
    """Changed though another holds it."""
    verb = {"announce": "announced", "claim": "held"}.get(held.kind, "reserved")
    who = "you" if held.session == me else inert(held.session)
    return Span(f"{verb} by {who}", "alarm" if held.session == me else "warn")
