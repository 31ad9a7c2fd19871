"""What is ready, claimed, blocked and done, as columns of cards and as one list for narrow panes.

A card never has more than two lines: the task, then who has it and what it waits for or frees.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from coord_tui.core.board import Board, Status, TaskEntry, age, ready_for
from coord_tui.core.plan import Group
from coord_tui.core.times import seconds_of, span
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import cell_width, inert

NOW = ""
"""The choice of the group that is current, with what came before it."""
SHOWN: tuple[Status, ...] = ("ready", "claimed", "blocked", "done")
"""The columns; what was dropped stands at the end of the done ones."""
BAR_WIDTH = 16
NAMED = 2
"""Tasks that a card names before it only counts."""
SHA = 7
"""Characters of a commit that are worth showing."""


class Column(NamedTuple):
    """The tasks of one status."""

    status: Status
    heading: Line
    cards: tuple[Row, ...]
    """Keyed by the task's id, two lines each."""


def choices(board: Board) -> tuple[str, ...]:
    """What a pane can show, in order: `NOW`, then each group by its id."""
    return (NOW, *(group.id for group in board.plan.groups))


def title(board: Board, choice: str = NOW) -> Spans:
    """What the choice shows: the group's title, and its state when it was chosen itself."""
    group = _group(board, choice)
    if group is None:
        return (Span("all groups done", "dim"),) if board.plan.groups else ()
    state = (Span(f" {symbols.POINT} {group.state}", "dim"),) if choice != NOW else ()
    return (Span(inert(group.title or group.id)), *state)


def columns(board: Board, choice: str = NOW) -> tuple[Column, ...]:
    """The four columns for a wide pane, empty ones too."""
    look = _Look(board)
    return tuple(
        Column(status, _heading(status, entries, board, choice), tuple(map(look.card, entries)))
        for status, entries in _by_status(board, choice).items()
    )


def rows(board: Board, choice: str = NOW) -> tuple[Row, ...]:
    """One list for a narrow pane: a heading for each status that has tasks, then its tasks."""
    look = _Look(board)
    listed: list[Row] = []
    for status, entries in _by_status(board, choice).items():
        if entries:
            gap = (Line(),) if listed else ()
            heading = _heading(status, entries, board, choice)
            listed.append(Row(f" {status}", (*gap, heading), selectable=False))
            listed += map(look.row, entries)
    return tuple(listed) or (_nothing(board),)


def edge(board: Board, choice: str = NOW) -> Spans:
    """How much of the group is done, in words and as a bar; empty if it has no tasks."""
    group = _group(board, choice)
    entries = [e for e in board.of_group(group.id) if e.status != "dropped"] if group else []
    if not entries:
        return ()
    done = sum(entry.status == "done" for entry in entries)
    full, rest = symbols.bar(done, len(entries), BAR_WIDTH)
    words = Span(f"{done} of {len(entries)} done ", "dim")
    return tuple(span for span in (words, Span(full, "ok"), Span(rest, "dim")) if span.text)


def short(commit: str) -> str:
    """A commit as people name it."""
    return inert(commit)[:SHA]


def _group(board: Board, choice: str) -> Group | None:
    chosen = (group for group in board.plan.groups if group.id == choice)
    return next(chosen, None) if choice != NOW else board.group


def _by_status(board: Board, choice: str) -> dict[Status, list[TaskEntry]]:
    """The tasks of the choice in the order in which they are shown."""
    groups = _groups(board, choice)
    shown = [e for e in board.tasks if e.task.group in groups or _at_work(e, choice)]
    ids = {entry.task.id for entry in shown}
    found: dict[Status, list[TaskEntry]] = {
        status: [entry for entry in shown if entry.status == status] for status in SHOWN
    }
    found["ready"] = [entry for entry in ready_for(board, board.me) if entry.task.id in ids]
    found["claimed"].sort(key=lambda entry: entry.claimed_by != board.me)
    found["done"].sort(key=lambda entry: -seconds_of(entry.since))
    found["done"] += [entry for entry in shown if entry.status == "dropped"]
    return found


def _groups(board: Board, choice: str) -> set[str]:
    """Ids of the groups whose tasks are shown; a task of no group is one of now."""
    if choice != NOW:
        return {choice}
    ids = [group.id for group in board.plan.groups]
    end = ids.index(board.group.id) + 1 if board.group else len(ids)
    return {"", *ids[:end]}


def _at_work(entry: TaskEntry, choice: str) -> bool:
    """Whether somebody is at a later group's task already."""
    return choice == NOW and entry.status == "claimed"


def _heading(status: Status, entries: Sequence[TaskEntry], board: Board, choice: str) -> Line:
    """The status and how many; what is done of earlier groups is counted apart."""
    group = _group(board, choice)
    earlier = [e for e in entries if e.status == "done" and group and e.task.group != group.id]
    count = Span(f"{status.upper()} {len(entries) - len(earlier)}", f"strong {status}")
    return Line((count, Span(f" +{len(earlier)} before", "dim")) if earlier else (count,))


def _nothing(board: Board) -> Row:
    words = (
        "no tasks in this group" if board.tasks else "no tasks yet: coord.yaml has groups: for them"
    )
    return Row(" ", (Line((Span(words, "dim"),)),), selectable=False)


class _Look:
    """How the tasks of one board look."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.names = Names(board)
        self.entries = {entry.task.id: entry for entry in board.tasks}

    def card(self, entry: TaskEntry) -> Row:
        facts = self._facts(entry) or [(Span("for anyone", "dim"),)]
        lines = (Line(self._name(entry)), Line(_spaced(facts)))
        return Row(entry.task.id, lines, tag=entry.status)

    def row(self, entry: TaskEntry) -> Row:
        """A single fact stands at the right edge; more of them, or what it waits for, below."""
        facts, name = self._facts(entry), self._name(entry)
        if len(facts) > 1 or entry.status == "blocked":
            indent = Span(" " * cell_width(name[0].text))
            lines = (Line(name), Line((indent, *_spaced(facts))))
            return Row(entry.task.id, lines, tag=entry.status)
        return Row(entry.task.id, (Line(name, _spaced(facts)),), tag=entry.status)

    def _name(self, entry: TaskEntry) -> Spans:
        role = "dropped" if entry.status == "dropped" else ""
        return (
            Span(f"{inert(entry.task.id)} ", f"strong {role}".strip()),
            Span(inert(entry.task.title), role),
        )

    def _facts(self, entry: TaskEntry) -> list[Spans]:
        """Who has it, what it waits for, what it frees: the most important first."""
        match entry.status:
            case "done":
                return [
                    (Span(f"{symbols.DONE} ", "ok"), Span(short(entry.commit) or "done", "dim"))
                ]
            case "dropped":
                return [(Span(f"{symbols.DROPPED} {_why_dropped(entry)}", "dim"),)]
            case "blocked":
                return [self._waits(entry)]
            case "claimed":
                facts = [self._holder(entry)]
            case _:
                facts = [(self.names.span(entry.owner),)] if entry.owner else []
        return facts + self._worth(entry)

    def _holder(self, entry: TaskEntry) -> Spans:
        since = span(age(self.board, entry.since))
        who = self.names.span(entry.claimed_by)
        if entry.stale:
            return (who, Span(f" {since} {symbols.POINT} stale", "warn"))
        return (Span(f"{who.text} {since}", who.role),)

    def _waits(self, entry: TaskEntry) -> Spans:
        named = [self._waited_for(id) for id in entry.waits_for[:NAMED]]
        more = len(entry.waits_for) - NAMED
        rest = [(Span(f"+{more}", "dim"),)] if more > 0 else []
        return (Span("waits for ", "dim"), *_spaced([*named, *rest], " "))

    def _waited_for(self, id: str) -> Spans:
        entry = self.entries.get(id)
        if entry is None:
            return (Span(inert(id), "strong"), Span(" (no such task)", "alarm"))
        who = entry.claimed_by or entry.owner
        name = (Span(" "), self.names.span(who)) if who else ()
        return (Span(inert(id), "strong"), *name)

    def _worth(self, entry: TaskEntry) -> list[Spans]:
        """What can go on once this task is done, and what gets better by it."""
        freed = [id for id in entry.unblocks if self.entries[id].waits_for == (entry.task.id,)]
        helped = [id for id in entry.task.enhances if self._is_open(id)]
        pairs = (("frees", freed), ("helps", helped))
        return [(Span(f"{verb} {_some(ids)}", "dim"),) for verb, ids in pairs if ids]

    def _is_open(self, id: str) -> bool:
        entry = self.entries.get(id)
        return entry is not None and entry.status not in ("done", "dropped")


def _why_dropped(entry: TaskEntry) -> str:
    why = entry.task.dropped
    return f"dropped: {inert(why)}" if isinstance(why, str) and why else "dropped"


def _some(ids: Sequence[str]) -> str:
    more = f" +{len(ids) - NAMED}" if len(ids) > NAMED else ""
    return ", ".join(map(inert, ids[:NAMED])) + more


def _spaced(facts: Sequence[Spans], gap: str = "  ") -> Spans:
    """The facts one after the other, with a gap between them."""
    return tuple(chain.from_iterable(((Span(gap), *f) if n else f) for n, f in enumerate(facts)))
