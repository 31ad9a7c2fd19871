"""The changed files of every worktree, each with whose it is and the next step, in words.

What needs a word with somebody stands first in its worktree.
"""

import posixpath
from typing import NamedTuple

from coord_tui.core.board import Board, Hold, age
from coord_tui.core.granting import is_open, takes_in
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.state import Request
from coord_tui.core.times import NEVER, left, seconds_of, span, text_of
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.commands import about
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert

APART = "\0"
"""In a key, between the worktree and the path; no path holds it."""

LETTERS = {"M": "warn", "A": "ok", "?": "dim", "D": "warn", "R": "warn", "C": "ok", "U": "alarm"}


class Word(NamedTuple):
    """How a file stands, as the right edge says it."""

    text: str
    role: str
    urgency: int = 0
    """3 in conflict, 2 somebody must be asked, 1 the others must be told, 0 nothing to do."""


def path_of(key: str) -> str:
    """The path that a row of the tree stands for."""
    return key.rpartition(APART)[2]


def rows(snapshot: Snapshot) -> tuple[Row, ...]:
    """A heading for each worktree, then its changed files; the reader's own worktree first."""
    listed: list[Row] = []
    for position, tree in enumerate(snapshot.worktrees):
        own = position == 0
        if own or tree.changes or tree.operation:
            listed.append(_heading(tree, snapshot, own))
            listed += _own(tree, snapshot) if own else _others(tree, snapshot)
    return tuple(listed) or (_note("no working tree here: the repository is bare"),)


def words_for(standing: Standing, board: Board) -> Word:
    """How a path stands for the reader, and the next step."""
    if standing.held is not None:
        return _held_by_other(standing.held, board)
    if word := requested(standing, board):
        return word
    match standing.kind:
        case "shared" if standing.own is None:
            word = Word("shared: announce first", "warn", 1)
            return word if board.me else Word("shared", "shared")
        case "shared":
            return Word("announced by you", "yours")
        case "yours":
            return Word("yours", "yours")
        case "theirs" if not board.me:
            return Word(f"{inert(standing.owner)}'s", "theirs")
        case "theirs":
            return Word(f"{inert(standing.owner)}'s: ask first", "alarm", 2)
    own = standing.own.reservation if standing.own else None
    if own is None:
        return Word("unowned", "unowned")
    return Word(f"yours with {inert(own.task)}" if own.task else "reserved by you", "yours")


def requested(standing: Standing, board: Board) -> Word | None:
    """How a file stands by what was asked and answered about it, if anything was."""
    owner, path = inert(standing.owner), standing.path
    if standing.granted:
        until = max((seconds_of(one.until) for one in _grants(standing, board)), default=NEVER)
        how_long = f", {left(until - board.now)} left" if until > NEVER else ""
        return Word(f"granted by {owner}{how_long}", "ok")
    if standing.kind == "yours":
        asking = [one for one in board.open_requests() if about(one, path)]
        return Word(f"{inert(asking[0].session)} asks: y or n", "unread", 2) if asking else None
    asked = [one for one in board.requests if one.session == board.me and about(one, path)]
    if standing.kind != "theirs" or not asked or not board.me or asked[-1].answer == "grant":
        return None
    if asked[-1].answer == "deny":
        return Word(f"denied by {owner}", "alarm", 2)
    return Word(f"asked {owner} {span(age(board, asked[-1].at))}: wait", "warn", 2)


def _grants(standing: Standing, board: Board) -> list[Request]:
    """The grants by which the reader may edit the file; of those, ones that have an end."""
    at = text_of(board.now)
    return [
        one
        for one in board.requests
        if (one.session, one.owner) == (board.me, standing.owner)
        and one.until
        and is_open(one, at)
        and takes_in(one, standing.path)
    ]


def need_word(snapshot: Snapshot) -> int:
    """How many of the reader's changed files need a word with somebody."""
    return sum(1 for _, _, word in _judged(snapshot) if word.urgency)


def edge(snapshot: Snapshot) -> Spans:
    """How many files are changed in all worktrees, and how many of them need a word."""
    changed = sum(len(tree.changes) for tree in snapshot.worktrees)
    if not changed:
        return (Span("clean", "dim"),) if snapshot.worktrees else ()
    need = need_word(snapshot)
    if not need:
        return (Span(f"{changed} changed", "dim"),)
    needs = "needs" if need == 1 else "need"
    return (
        Span(f"{changed} changed {symbols.POINT} ", "dim"),
        Span(f"{need} {needs} a word", "alarm"),
    )


def branch_words(tree: Worktree) -> str:
    """Where HEAD is: a branch, perhaps without a commit, or a commit alone."""
    branch = tree.branch
    if not branch.name:
        return f"detached at {branch.head[:7]}" if branch.head else "no branch"
    return inert(branch.name) if branch.head else f"{inert(branch.name)}, no commit yet"


def _held_by_other(hold: Hold, board: Board) -> Word:
    held = hold.reservation
    since, who = span(age(board, held.at)), inert(held.session)
    verb = {"announce": "announced", "claim": "held"}.get(held.kind, "reserved")
    what = f" with {inert(held.task)}" if held.task else f" {since}"
    return Word(f"{verb} by {who}{what}", "alarm" if board.me else "theirs", 2 if board.me else 0)


def _judged(snapshot: Snapshot) -> list[tuple[FileChange, Standing, Word]]:
    """The changes of the reader's worktree, the most urgent first."""
    changes = snapshot.worktrees[0].changes if snapshot.worktrees else ()
    found = standings((c.path for c in changes), snapshot.board, snapshot.ownership)
    judged = [
        (change, standing, _word(change, standing, snapshot.board))
        for change, standing in zip(changes, found, strict=True)
    ]
    return sorted(judged, key=lambda one: (-one[2].urgency, one[0].path))


def _word(change: FileChange, standing: Standing, board: Board) -> Word:
    if change.state == "U":
        return Word("in conflict", "alarm", 3)
    return words_for(standing, board)


def _own(tree: Worktree, snapshot: Snapshot) -> list[Row]:
    if not tree.changes:
        return [_note("nothing changed since the last commit")]
    names = Names(snapshot.board)
    return [
        _file(change.path, change, _role(standing, names), Span(word.text, word.role))
        for change, standing, word in _judged(snapshot)
    ]


def _others(tree: Worktree, snapshot: Snapshot) -> list[Row]:
    """Another worktree's files are for its own session to judge: only their owners are named."""
    names, board = Names(snapshot.board), snapshot.board
    found = standings((c.path for c in tree.changes), board, snapshot.ownership)
    return [
        _file(
            f"{tree.path}{APART}{change.path}",
            change,
            _role(standing, names),
            names.span(standing.owner) if standing.owner else _nobodys(standing),
        )
        for change, standing in zip(tree.changes, found, strict=True)
    ]


def _nobodys(standing: Standing) -> Span:
    return Span("shared", "shared") if standing.kind == "shared" else Span("unowned", "unowned")


def _role(standing: Standing, names: Names) -> str:
    if standing.kind == "shared":
        return "shared"
    return names.role(standing.owner) if standing.owner else ""


def _file(key: str, change: FileChange, role: str, who: Span) -> Row:
    state = Span(inert(change.state), f"strong {LETTERS.get(change.state, 'warn')}")
    left = [state, Span("  "), Span(inert(change.path), role)]
    if change.origin:
        left.append(Span(f" from {inert(change.origin)}", "dim"))
    return Row(key, (Line(tuple(left), (who,), "middle"),))


def _heading(tree: Worktree, snapshot: Snapshot, own: bool) -> Row:
    board, names = snapshot.board, Names(snapshot.board)
    base = snapshot.worktrees[0].path
    facts = [Span(branch_words(tree), "dim")]
    if own:
        who = Span("you" if board.me else "this worktree", names.role(board.me))
    else:
        session = _session_of(tree, base, board)
        who = names.span(session) if session else Span("another worktree", "dim")
        facts.insert(0, Span(inert(posixpath.relpath(tree.path, base)), "dim"))
    left = [who]
    for fact in facts:
        left += [Span(f" {symbols.POINT} ", "dim"), fact]
    right = (Span(f"mid-{inert(tree.operation)}", "strong alarm"),) if tree.operation else ()
    return Row(f"{APART}{tree.path}", (Line(tuple(left), right),), selectable=False)


def _session_of(tree: Worktree, base: str, board: Board) -> str:
    """Whose worktree it is, by the plan."""
    return next(
        (
            session.name
            for session in board.plan.sessions
            if session.worktree
            and posixpath.normpath(posixpath.join(base, session.worktree)) == tree.path
        ),
        "",
    )


def _note(words: str) -> Row:
    return Row(APART, (Line((Span(words, "dim"),)),), selectable=False)
