"""Draws what a task comes after and what waits for it, as a few lines of text."""

from typing import NamedTuple

from coord_tui.core.board import Board, TaskEntry
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Line, Span, Spans
from coord_tui.presentation.text import cell_width, fit_end, inert, spans_width

MOST = 5
"""Neighbours on one side that are drawn before the rest is only counted."""
NAME = 24
"""Cells for a neighbour's id and title."""
NEXT = 2
"""Tasks named behind a neighbour."""


class Neighbour(NamedTuple):
    """A task beside the one that is drawn, and whether one only helps the other."""

    id: str
    soft: bool = False


def neighbourhood(board: Board, entry: TaskEntry) -> tuple[Line, ...]:
    """The task in the middle, what it comes after on its left, what waits for it on its right.

    `───▸` has to wait, `┈┈helps┈┈▸` gets better by it.
    """
    before, after = _before(board, entry), _after(board, entry)
    if not before and not after:
        return (Line((Span("waits for nothing, and nothing waits for it", "dim"),)),)
    return _Drawing(board).lines(entry, before, after)


def _before(board: Board, entry: TaskEntry) -> list[Neighbour]:
    id = entry.task.id
    hard = [Neighbour(need) for need in entry.task.after]
    return hard + [Neighbour(e.task.id, True) for e in board.tasks if id in e.task.enhances]


def _after(board: Board, entry: TaskEntry) -> list[Neighbour]:
    helped = [Neighbour(other, True) for other in entry.task.enhances]
    return [Neighbour(id) for id in _waiting(board, entry)] + helped


def _waiting(board: Board, entry: TaskEntry) -> list[str]:
    """Ids of the tasks that name this one, or its group, as what they come after."""
    names = {entry.task.id, entry.task.group} - {""}
    return [e.task.id for e in board.tasks if not names.isdisjoint(e.task.after)]


class _Drawing:
    """One neighbourhood."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.entries = {entry.task.id: entry for entry in board.tasks}
        self.groups = {group.id: group for group in board.plan.groups}

    def lines(
        self, entry: TaskEntry, before: list[Neighbour], after: list[Neighbour]
    ) -> tuple[Line, ...]:
        left, right = self._left(before), self._right(after)
        middle = Span(inert(entry.task.id), "strong")
        blank = Span(" " * cell_width(middle.text))
        empty = (Span(" " * max((spans_width(spans) for spans in left), default=0)),)
        drawn = []
        for n in range(max(len(left), len(right))):
            start = left[n] if n < len(left) else empty
            end = right[n] if n < len(right) else ()
            drawn.append(Line((*start, middle if n == 0 else blank, *end)))
        return tuple(drawn)

    def _left(self, before: list[Neighbour]) -> list[Spans]:
        """Names to the right edge of their column, and arrows that meet."""
        shown, more = before[:MOST], len(before) - MOST
        names = [self._name(one.id) for one in shown]
        if more > 0:
            names[-1], shown[-1] = (Span(f"+{more + 1} more", "dim"),), Neighbour("")
        column = max(map(spans_width, names), default=0)
        soft = any(one.soft for one in shown)
        return [
            (
                Span(" " * (column - spans_width(name))),
                *name,
                Span(f" {_shaft(one, soft)}{_joint(n, len(shown), '┬┤┘')}", "dim"),
                Span(f"{symbols.ARROW} " if n == 0 else "  ", "dim"),
            )
            for n, (one, name) in enumerate(zip(shown, names, strict=True))
        ]

    def _right(self, after: list[Neighbour]) -> list[Spans]:
        shown, more = after[:MOST], len(after) - MOST
        soft = any(one.soft for one in shown)
        drawn: list[Spans] = []
        for n, one in enumerate(shown):
            if more > 0 and n == MOST - 1:
                drawn.append((Span(f" └ +{more + 1} more", "dim"),))
                break
            joint = _joint(n, len(shown), "┬├└")
            arrow = Span(f" {joint}{_shaft(one, soft)}{symbols.ARROW} ", "dim")
            drawn.append((arrow, *self._name(one.id), *self._next(one.id)))
        return drawn

    def _name(self, id: str) -> Spans:
        entry = self.entries.get(id)
        if entry is None:
            known = id in self.groups
            return (Span(inert(id), ""), Span(" all of it" if known else " no such task", "dim"))
        sign = {"done": f" {symbols.DONE}", "dropped": f" {symbols.DROPPED}"}.get(entry.status, "")
        title = fit_end(f"{inert(id)} {inert(entry.task.title)}", NAME)
        return (Span(title + sign, entry.status),)

    def _next(self, id: str) -> Spans:
        """What waits for a neighbour on the right in turn."""
        entry = self.entries.get(id)
        waiting = _waiting(self.board, entry) if entry else []
        if not waiting:
            return ()
        spans = [Span(f" {symbols.HARD * 3}{symbols.ARROW} ", "dim")]
        for n, other in enumerate(waiting[:NEXT]):
            comma = [Span(", ", "dim")] if n else []
            spans += [*comma, Span(inert(other), self.entries[other].status)]
        more = f" +{len(waiting) - NEXT}" if len(waiting) > NEXT else ""
        return (*spans, Span(more, "dim")) if more else tuple(spans)


def _shaft(one: Neighbour, beside_soft: bool) -> str:
    """The body of an arrow; all on one side are equally long."""
    if one.soft:
        return f"{symbols.SOFT * 2}helps{symbols.SOFT * 2}"
    return symbols.HARD * (9 if beside_soft else 3)


def _joint(position: int, count: int, signs: str) -> str:
    """How an arrow meets the others of its side: the first, one between, or the last."""
    if count == 1:
        return ""
    return signs[0] if position == 0 else signs[2] if position == count - 1 else signs[1]
