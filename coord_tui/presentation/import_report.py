"""What `import` says: what was understood, from which line, how sure; and all that was not.

Long lists are cut to their beginning, with how many more there are and how to see them: what is
guessed, what contradicts itself and how much was not read is always said.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from coord_tui.core.importing.reading import Item, Passage, Reading, Warned
from coord_tui.core.importing.statements import Place, Sure
from coord_tui.core.plan_document import plan_document
from coord_tui.core.plan_merge import Change
from coord_tui.core.plan_soundness import TakenOut
from coord_tui.presentation import symbols
from coord_tui.presentation.columns import columns
from coord_tui.presentation.import_passages import passage_words
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import fit_end, inert, wrap

MOST = 12
"""Lines of one kind that are shown unless all are asked for."""
SLACK = 3
"""So many more are shown rather than counted."""

KINDS = {
    "project": ("project", "project"),
    "session": ("session", "sessions"),
    "owned": ("owned path", "owned paths"),
    "shared": ("shared path", "shared paths"),
    "rule": ("rule", "rules"),
    "group": ("group", "groups"),
    "task": ("task", "tasks"),
    "done": ("task done", "tasks done"),
    "after": ("dependency", "dependencies"),
    "enhances": ("soft dependency", "soft dependencies"),
    "check": ("check", "checks"),
    "pin": ("pin", "pins"),
    "doc": ("document", "documents"),
    "setting": ("setting", "settings"),
}
"""What the kinds of items are called, one and many, in the order of the report."""

SIGNS: dict[Sure, Span] = {
    "certain": Span(" "),
    "likely": Span("~", "dim"),
    "doubtful": Span("?", "warn"),
}
ROOM = 38
"""Cells beside the text of an item: where it stands, and at least the beginning of why."""
LEGEND: dict[Sure, str] = {
    "likely": "~ likely, by a form that nearly always means it",
    "doubtful": "? a guess",
}


class Report(NamedTuple):
    """All that there is to say about one reading."""

    reading: Reading
    """Its items are all that were read, its plan is without those that are `left`."""
    left: Collection[str] = ()
    """Keys of items that stay out of the plan."""
    taken_out: Sequence[TakenOut] = ()
    """Items that cannot be in a plan with the others."""


def kind_of(key: str) -> str:
    """The kind of an item, the first word of its key."""
    return key.partition(":")[0]


def counted(number: int, kind: str) -> str:
    """`1 task`, `2 tasks`."""
    one, many = KINDS.get(kind, (kind, kind))
    return f"{number} {one if number == 1 else many}"


def report_lines(report: Report, width: int, *, all: bool = False) -> Iterator[Spans]:
    """The whole report, in lines of at most `width` cells; 0 cuts no line."""
    reading, most = report.reading, None if all else MOST
    several = len({place.file for item in reading.items for place in item.at}) > 1
    yield from _understood(report, several, width, most)
    warnings = [*_warned(reading.warnings), *_taken_out(report.taken_out)]
    yield from listed("contradictions and oddities", warnings, width, None, yields=2)
    yield from _not_understood(reading.unread, width, most)


def summary(items: Iterable[Item]) -> str:
    """How much was understood, by kind: `2 sessions, 13 owned paths, 11 tasks`."""
    kinds = [kind_of(item.key) for item in items]
    found = [counted(kinds.count(kind), kind) for kind in KINDS if kind in kinds]
    return ", ".join(found) or "nothing"


def place_words(place: Place, *, file: bool) -> str:
    """Where something stands: `12`, `12–14`, `COORD.md:12`."""
    lines = f"{place.line}–{place.end}" if place.end > place.line else str(place.line)
    return f"{inert(place.file)}:{lines}" if file else lines


def document(
    report: Report, changes: Sequence[Change] = (), written: str | None = None, by_hand: str = ""
) -> dict[str, Any]:
    """The report as JSON.

    Args:
        report: all that there is to say.
        changes: those that a plan that is there would see.
        written: where the plan was written.
        by_hand: the YAML that a person has to put there.
    """
    reading = report.reading
    taken_out = [{"key": one.key, "text": one.why} for one in report.taken_out]
    return {
        "plan": plan_document(reading.plan),
        "understood": [_item_document(item, item.key in report.left) for item in reading.items],
        "not_understood": [_passage(one) for one in reading.unread],
        "warnings": [_place(one.at) | {"text": one.text} for one in reading.warnings],
        "contradictory": taken_out,
        "changes": [change._asdict() for change in changes],
        "written": written,
        "by_hand": by_hand,
    }


def _item_document(item: Item, left: bool) -> dict[str, Any]:
    return {
        "key": item.key, "text": item.text, **_place(item.at[0]), "sure": item.sure,
        "why": item.why, "left": left, "also": [_place(place) for place in item.at[1:]],
    }  # fmt: skip


def _passage(one: Passage) -> dict[str, Any]:
    return {**_place(one.at), "text": one.text, "partly": one.partly}


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "end": place.end}


def _understood(report: Report, several: bool, width: int, most: int | None) -> Iterator[Spans]:
    items = report.reading.items
    yield from _titled("understood", summary(items) + _apart(report), width)
    for kind in KINDS:
        rows = [
            (item.sure != "certain", _item_row(item, several, item.key in report.left, width))
            for item in items
            if kind_of(item.key) == kind
        ]
        limit = _limit(len(rows), most)
        kept = [row for n, (unsure, row) in enumerate(rows) if n < limit or unsure]
        if kept:
            yield ()
            yield (Span(KINDS[kind][1], "title"),)
            yield from _item_lines(kept, width, keys=most is None)
            yield from _more(len(rows) - len(kept))
    if legend := "   ".join(words for sure, words in LEGEND.items() if _any(items, sure)):
        yield ()
        yield (Span(legend, "dim"),)


def _any(items: Iterable[Item], sure: Sure) -> bool:
    return any(item.sure == sure for item in items)


def _apart(report: Report) -> str:
    """How many of the items were only guessed, and how many are left out of the plan."""
    guessed = {one.key for one in report.reading.items if one.sure == "doubtful"}
    left = {one.key for one in report.reading.items if one.key in report.left}
    words = [f"{len(guessed)} of them only guessed"] * bool(guessed)
    if left:
        words.append("left out" if left == guessed else f"{len(left)} left out")
    return f"; {', '.join(words)}" if words else ""


def _item_lines(rows: Sequence[Spans], width: int, *, keys: bool) -> Iterator[Spans]:
    """The rows in columns; keys that are wanted stand whole at the end, as they are to be typed."""
    if keys:
        return iter(columns(rows, width, 2, "  "))
    reasons = any(row[3].text for row in rows)
    return iter(columns([row[:-1] for row in rows], width, 3 if reasons else 2, "  "))


def _titled(title: str, words: str, width: int) -> Iterator[Spans]:
    """A title and words beside it, on as many lines as they take."""
    lines = wrap(words, width - len(title) - 2) if width else (words,)
    for n, line in enumerate(lines):
        yield (Span(f"{title if n == 0 else ' ' * len(title)}  ", "title"), Span(line))


def _item_row(item: Item, several: bool, left: bool, width: int) -> Spans:
    """A row of columns; of text and reason, the text is worth more room."""
    why = "left out" if left else ""
    why = ": ".join(filter(None, (why, item.why if item.sure != "certain" else "")))
    where = Span(place_words(item.at[0], file=several), "dim")
    text = inert(item.text)
    text = fit_end(text, max(20, width - ROOM)) if width and why else text
    return (SIGNS[item.sure], where, Span(text), Span(why, "dim"), Span(inert(item.key), "dim"))


def _warned(warnings: Iterable[Warned]) -> Iterator[Spans]:
    for one in warnings:
        yield (Span("!", "warn"), Span(place_words(one.at, file=True), "dim"), Span(one.text))


def _taken_out(found: Iterable[TakenOut]) -> Iterator[Spans]:
    for one in found:
        yield (Span("!", "warn"), Span("left out", "dim"), Span(f"{one.key}: {one.why}"))


def _not_understood(unread: Sequence[Passage], width: int, most: int | None) -> Iterator[Spans]:
    if not unread:
        return
    count = sum(one.at.end - one.at.line + 1 for one in unread)
    passages = f"{len(unread)} passage{'s' * (len(unread) != 1)}"
    lines = f"{count} line{'s' * (count != 1)}"
    several = len({one.at.file for one in unread}) > 1
    rows = [
        (Span(place_words(one.at, file=several), "dim"), Span(passage_words(one))) for one in unread
    ]
    yield from listed(f"not understood  {passages}, {lines}", rows, width, most, yields=1)


def listed(
    title: str, rows: Sequence[Spans], width: int, most: int | None, *, yields: int
) -> Iterator[Spans]:
    """Rows of columns under a title, cut after `most` of them with how many more there are."""
    if not rows:
        return
    kept = rows[: _limit(len(rows), most)]
    yield ()
    head, _, rest = title.partition("  ")
    yield (Span(head, "title"), Span(f"  {rest}" if rest else ""))
    yield from columns(kept, width, yields, indent="  ")
    yield from _more(len(rows) - len(kept))


def _limit(rows: int, most: int | None) -> int:
    return rows if most is None or rows <= most + SLACK else most


def _more(number: int) -> Iterator[Spans]:
    if number:
        yield (Span(f"  {symbols.MORE} {number} more: --all shows them", "dim"),)
