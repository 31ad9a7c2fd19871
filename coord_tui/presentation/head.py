"""The top line: which repository and branch, who you are, who is here, what is wrong.

It has parts of different weight: where the terminal is narrow, the lightest are shortened first,
and go first.
"""

from collections.abc import Iterable
from typing import NamedTuple

from coord_tui.core.board import Board, Presence, age
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.times import seconds_of, span
from coord_tui.core.tree import Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import fit_end, fit_spans, inert, spans_width
from coord_tui.presentation.tree import branch_words

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


def parts(snapshot: Snapshot) -> tuple[Part, ...]:
    """All facts, in the order in which they stand in the line."""
    board, tree = snapshot.board, next(iter(snapshot.worktrees), None)
    facts = [
        _project(board),
        _branch(tree) if tree else None,
        _operation(tree) if tree else None,
        _me(board),
        _people(board),
        _channel(board),
        _problem(snapshot),
    ]
    return tuple(fact for fact in facts if fact is not None)


def line(snapshot: Snapshot, width: int) -> Spans:
    """The facts that fit into `width` cells, with lines between them."""
    found = parts(snapshot)
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


def _branch(tree: Worktree) -> Part:
    branch = tree.branch
    name = Span(fit_end(branch_words(tree), 32), "" if branch.name else "warn")
    facts = [Span(f" {symbols.AHEAD}{branch.ahead}", "ok")] if branch.ahead else []
    if not branch.behind:
        return Part(5, (name, *facts), (name,))
    pull = f" {symbols.BEHIND}{branch.behind} pull"
    return Part(
        5, (name, *facts, Span(f"{pull} before editing", "warn")), (name, Span(pull, "warn"))
    )


def _operation(tree: Worktree) -> Part | None:
    words = (Span(f"mid-{inert(tree.operation)}", "strong alarm"),)
    return Part(7, words, words) if tree.operation else None


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
        name = fit_end(inert(one.session.name), 16)
        spans += [
            *([Span("  ")] if spans else []),
            Span(f"{sign} {name}", role),
            Span(since, "dim"),
        ]
    if len(people) > PEOPLE:
        spans.append(Span(f"  +{len(people) - PEOPLE}", "dim"))
    return tuple(span for span in spans if span.text)


def _is_here(one: Presence, board: Board) -> bool:
    return bool(one.seen) and age(board, one.seen) < LATELY


def _channel(board: Board) -> Part | None:
    if board.pending:
        words = f"{board.pending} pending"
        return Part(1, (Span(words, "pending"),), (Span(words, "pending"),))
    sign = Span(symbols.PENDING, "ok")
    return Part(1, (Span(f"{symbols.PENDING} synced", "ok"),), (sign,)) if board.log else None


def _problem(snapshot: Snapshot) -> Part | None:
    first = inert(snapshot.problem.strip().partition("\n")[0])
    full = (Span(f"! {fit_end(first, 80)}", "strong alarm"),)
    return Part(8, full, (Span(f"! {fit_end(first, 28)}", "strong alarm"),)) if first else None
