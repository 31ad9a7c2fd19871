"""The top line: which repository and branch, who you are, who is here, what is wrong.

It has parts of different weight: where the terminal is narrow, the lightest are shortened first,
and go first.
"""

from collections.abc import Iterable
from typing import NamedTuple

from coord_tui.core.board import Board, Presence, age
from coord_tui.core.discipline import facts
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.times import seconds_of, span
from coord_tui.core.tree import Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.branches import branch_words
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import fit_end, fit_spans, inert, spans_width

LATELY = 900
"""Seconds of silence after which a session counts as away."""
PEOPLE = 3
"""Other sessions that are named before the rest is only counted."""
BETWEEN = (Span(" │ ", "dim"),)


class Part(NamedTuple):
    """One fact, in many and in few words; the lower its weight, the sooner it gives way."""

    weight: int
    full: Spans
    short: Spans


def parts(snapshot: Snapshot, *, syncing: bool = False) -> tuple[Part, ...]:
    """All facts, in the order in which they stand in the line."""
    board, tree = snapshot.board, next(iter(snapshot.worktrees), None)
    found = [
        _project(board),
        _branch(tree, board) if tree else None,
        _known(tree, board) if tree else None,
        _operation(tree) if tree else None,
        _me(board),
        _twice(snapshot),
        _people(board),
        _asked(board),
        _channel(board, syncing=syncing),
        _problem(snapshot),
    ]
    return tuple(fact for fact in found if fact is not None)


def line(snapshot: Snapshot, width: int, *, syncing: bool = False) -> Spans:
    """The facts that fit into `width` cells, with lines between them.

    `syncing`: a sync has been running for longer than it should.
    """
    found = parts(snapshot, syncing=syncing)
    chosen = {part: part.full for part in found}
    lightest = sorted(found, key=lambda part: part.weight)
    for part in lightest:
        if spans_width(_together(chosen.values())) > width:
            chosen[part] = part.short
    for part in lightest[:-1]:
        if spans_width(_together(chosen.values())) > width:
            chosen[part] = ()
    return fit_spans(_together(chosen.values()), width)


def _together(facts: Iterable[Spans]) -> Spans:
    together: list[Span] = []
    for spans in facts:
        together += [*(BETWEEN if together and spans else ()), *spans]
    return tuple(together)


def _project(board: Board) -> Part | None:
    name = (Span(fit_end(inert(board.plan.project), 24), "strong"),)
    return Part(0, name, ()) if board.plan.project else None


def _branch(tree: Worktree, board: Board) -> Part:
    """Where HEAD is, how far from its upstream, and whether to pull before editing."""
    branch = tree.branch
    name = Span(fit_end(branch_words(tree), 32), "" if branch.name else "warn")
    ahead = (Span(f" {symbols.AHEAD}{branch.ahead}", "ok"),) if branch.ahead else ()
    told = any(one.session != board.me and one.commit in tree.to_pull for one in board.pushed)
    pull = told or branch.behind >= board.plan.branches.behind
    behind = Span(f" {symbols.BEHIND}{branch.behind}" if branch.behind else "", "warn")
    if not pull:
        return Part(5, (name, *ahead, behind), (name, behind))
    full = (name, *ahead, behind, Span(" pull before editing", "warn"))
    return Part(5, full, (name, behind, Span(" pull", "warn")))


def _known(tree: Worktree, board: Board) -> Part | None:
    """How old what is known of the upstream is, when that is old."""
    old = (one for one in facts(tree, board.plan, board.now) if one.kind == "fetched")
    words = next((f"fetched {span(one.age)} ago" for one in old), "")
    return Part(1, (Span(words, "warn"),), ()) if words else None


def _operation(tree: Worktree) -> Part | None:
    """What git is in the middle of, and how many files are in conflict."""
    clashing = sum(change.state == "U" for change in tree.changes)
    if not (clashing or tree.operation):
        return None
    conflicts = f"{clashing} in conflict" if clashing else ""
    if not tree.operation:
        words = (Span(conflicts, "strong alarm"),)
        return Part(7, words, words)
    name = f"mid-{inert(tree.operation)}"
    full = f"{name} {symbols.POINT} {conflicts}" if clashing else name
    short = f"{name} {clashing}!" if clashing else name
    return Part(7, (Span(full, "strong alarm"),), (Span(short, "strong alarm"),))


def _me(board: Board) -> Part:
    if not board.me:
        return Part(4, (Span("observer: read only", "warn"),), (Span("observer", "warn"),))
    name = Names(board).span(board.me, "strong")
    return Part(4, (Span("you are "), name), (name,))


def _people(board: Board) -> Part | None:
    """The other sessions, the last heard of first."""
    others = [one for one in board.sessions if one.session.name != board.me]
    others.sort(key=lambda one: -seconds_of(one.seen))
    if not others:
        return None
    here = [one for one in others if _is_here(one, board)]
    return Part(2, _listed(others, board, ages=True), _listed(here, board, ages=False))


def _listed(people: list[Presence], board: Board, ages: bool) -> Spans:
    names = Names(board)
    spans: list[Span] = []
    for one in people[:PEOPLE]:
        role = names.role(one.session.name) if _is_here(one, board) else "dim"
        sign = symbols.HERE if _is_here(one, board) else symbols.AWAY
        since = f" {span(age(board, one.seen))}" if ages and one.seen else ""
        twice = f" {symbols.WARNING} in {len(one.clones)} clones"
        name = fit_end(inert(one.session.name), 16)
        spans += [
            *([Span("  ")] if spans else []),
            Span(f"{sign} {name}", role),
            Span(since, "dim"),
            Span(twice if ages and one.clones else "", "warn"),
        ]
    if len(people) > PEOPLE:
        spans.append(Span(f"  +{len(people) - PEOPLE}", "dim"))
    return tuple(span for span in spans if span.text)


def _is_here(one: Presence, board: Board) -> bool:
    return bool(one.seen) and age(board, one.seen) < LATELY


def _twice(snapshot: Snapshot) -> Part | None:
    """That somebody else acts under the reader's name, or seems to."""
    me = snapshot.board.me
    clones = next((len(p.clones) for p in snapshot.board.sessions if p.session.name == me), 0)
    if snapshot.twice:
        words, short = f"open {_times(len(snapshot.twice) + 1)}", _times(len(snapshot.twice) + 1)
    elif clones > 1 and me:
        words = short = f"in {clones} clones"
    else:
        return None
    full = (Span(f"{symbols.WARNING} {words}", "warn"),)
    return Part(3, full, (Span(f"{symbols.WARNING} {short}", "warn"),))


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


def _asked(board: Board) -> Part | None:
    """Who waits for the reader's answer."""
    asked = board.open_requests() if board.me else ()
    if not asked:
        return None
    if len(asked) > 1:
        words = (Span(f"{len(asked)} ask for your files", "unread"),)
        return Part(6, words, (Span(f"{len(asked)} ask", "unread"),))
    name = Names(board).span(asked[0].session, "strong")
    return Part(6, (name, Span(" asks: y or n", "unread")), (name, Span(" asks", "unread")))


def _channel(board: Board, *, syncing: bool = False) -> Part | None:
    """How the channel stands with the remote."""
    contact, pending = board.contact, board.pending
    counted = f"{pending} pending"
    if not contact.remote:
        return Part(1, (Span("local", "dim"),), ())
    if contact.away:
        away = f"{inert(contact.remote)} away {span(board.now - contact.since)}"
        more = f" {symbols.POINT} {counted}" if pending else ""
        short = f"away {symbols.POINT} {pending}" if pending else "away"
        return Part(3, (Span(f"{away}{more}", "warn"),), (Span(short, "warn"),))
    if syncing:
        more = f" {symbols.POINT} {counted}" if pending else ""
        return Part(1, (Span(f"syncing…{more}", "dim"),), (Span("syncing…", "dim"),))
    if pending:
        return Part(1, (Span(counted, "pending"),), (Span(counted, "pending"),))
    synced = (Span(f"{symbols.CONFIRMED} synced", "ok"),)
    known = contact.at or board.log
    return Part(1, synced, (Span(symbols.CONFIRMED, "ok"),)) if known else None


def _problem(snapshot: Snapshot) -> Part | None:
    first = inert(snapshot.problem.strip().partition("\n")[0])
    full = (Span(f"! {fit_end(first, 80)}", "strong alarm"),)
    return Part(8, full, (Span(f"! {fit_end(first, 28)}", "strong alarm"),)) if first else None
