"""What an import will write: the text of a new plan, or each difference from the one there is.

Of a difference both sides are shown. What only adds is agreed to unless a person says no; what
would replace something that a person wrote stays unless a person says yes.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.review import NOTHING, Needs, Standing, fallen, needed
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import Change
from coord_tui.core.plan_soundness import TakenOut
from coord_tui.presentation import symbols
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.import_items import (
    SECTIONS,
    heading_row,
    item_words,
    listing_of,
    more_said,
    section_of,
)
from coord_tui.presentation.import_review import MARKS, POINT
from coord_tui.presentation.import_source import broken
from coord_tui.presentation.import_target import CHANGE_SIGNS
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.text import cell_width, inert, wrap

LONGEST = 400
"""Characters of one side that are shown."""
INDENT = "    "


class Choices(NamedTuple):
    """The differences, and which of them a person agreed to."""

    changes: tuple[Change, ...] = ()
    needs: Needs = MappingProxyType({})
    agreed: frozenset[str] = NOTHING
    """The keys of those that will be made."""
    decided: frozenset[str] = NOTHING
    """The keys of those about which a person decided."""
    fallen: Mapping[str, str] = MappingProxyType({})
    """Of those that were agreed to but cannot be made, which other one they lack."""

    def agree(self, *keys: str) -> "Choices":
        """The choices with these made."""
        return self.with_(self.agreed | {*keys}, self.decided | {*keys})

    def refuse(self, *keys: str) -> "Choices":
        """The choices with these not made."""
        return self.with_(self.agreed - {*keys}, self.decided | {*keys})

    def with_(self, agreed: frozenset[str], decided: frozenset[str]) -> "Choices":
        """The choices so, as far as they are about differences that there are."""
        known = frozenset(one.key for one in self.changes)
        agreed, decided = agreed & known, decided & known
        lacking = {one.key for one in self.changes if one.kind == "added"} - agreed
        out = fallen(frozenset(lacking), self.needs)
        fell = {key: other for key, other in out.items() if key in agreed}
        return self._replace(agreed=agreed, decided=decided, fallen=fell)

    def like(self, before: "Choices") -> "Choices":
        """The choices with all that was decided before."""
        agreed = (self.agreed - before.decided) | (before.agreed & before.decided)
        return self.with_(agreed, before.decided)

    @property
    def open(self) -> tuple[str, ...]:
        """The keys of those that would replace something, and about which nobody decided."""
        found = (one for one in self.changes if not one.adds and one.key not in self.decided)
        return tuple(one.key for one in found)


def choices_of(changes: Sequence[Change], new: Plan) -> Choices:
    """What is made when nobody decides anything: all that only adds to a plan from `new`."""
    choices = Choices(tuple(changes), needed(new))
    return choices.with_(frozenset(one.key for one in changes if one.adds), NOTHING)


class ChangeRows:
    """Makes the rows of differences; those that stand as before are the same as before."""

    def __init__(self, changes: Sequence[Change], reading: Reading, width: int) -> None:
        """Args: width: cells of a line."""
        self.listing, self.width = listing_of(reading), width
        self.sections: dict[str, list[Change]] = {title: [] for title in SECTIONS}
        for change in changes:
            self.sections[section_of(change.key)].append(change)
        self._made: dict[str, tuple[tuple[Span, Spans], Row]] = {}
        """By the key of a difference what decided how its row looks, and the row."""

    def rows(self, choices: Choices) -> tuple[Row, ...]:
        """Each difference under its heading, with what becomes of it."""
        rows: list[Row] = []
        for title, found in self.sections.items():
            if found:
                rows.append(heading_row(title, len(found), first=not rows))
                rows += [self._row(change, choices) for change in found]
        return tuple(rows)

    def _row(self, change: Change, choices: Choices) -> Row:
        mark = MARKS[_standing(change, choices)]
        looks = (mark, _right(change, choices))
        before = self._made.get(change.key)
        if before is None or before[0] != looks:
            before = self._made[change.key] = (looks, self._paint(change, *looks))
        return before[1]

    def _paint(self, change: Change, mark: Span, right: Spans) -> Row:
        words = self._words(change)
        if mark in (MARKS["left"], MARKS["fallen"]):
            words = tuple(Span(text, "dropped" if change.adds else "dim") for text, _ in words)
        spans = (mark, Span(" "), CHANGE_SIGNS[change.kind], Span(" "), *words)
        return Row(change.key, (Line(spans, right), *self._sides(change)))

    def _words(self, change: Change) -> Spans:
        item = self.listing.by_key.get(change.key)
        return item_words(item, self.listing) if item else (Span(inert(change.key)),)

    def _sides(self, change: Change) -> Iterator[Line]:
        """What the plan and the import say; of what is new only what is not said yet."""
        if change.now:
            yield from _side("now    ", change.now, self.width)
            yield from _side("import ", change.then, self.width)
        elif change.kind == "added" and change.key in self.listing.by_key:
            yield from _side("", more_said(self.listing.records.get(change.key)), self.width)
        else:
            yield from _side("", change.then, self.width)


def _standing(change: Change, choices: Choices) -> Standing:
    """Where a difference stands, as an item would."""
    if change.key in choices.fallen:
        return "fallen"
    if not change.adds and change.key not in choices.decided:
        return "doubtful"
    return "taken" if change.key in choices.agreed else "left"


def _right(change: Change, choices: Choices) -> Spans:
    """What will become of it."""
    if change.key in choices.fallen:
        other = choices.fallen[change.key].partition(":")[2]
        return (Span(f"falls with {inert(other)}", "warn"),)
    agreed = change.key in choices.agreed
    if change.adds:
        return () if agreed else (Span("left", "warn"),)
    return (Span("replaced", "warn"),) if agreed else (Span("stays as it is", "dim"),)


def _side(label: str, text: str, width: int) -> Iterator[Line]:
    room = max(16, width - len(INDENT) - len(label))
    for n, part in enumerate(wrap(inert(text, LONGEST), room)):
        lead = label if n == 0 else " " * len(label)
        yield Line((Span(INDENT + lead, "dim"), Span(part, "" if label else "dim")))


def text_rows(source: str, width: int) -> tuple[Row, ...]:
    """The text of a plan in lines of `width` cells, comments in the background."""
    return tuple(
        Row(f"text {n}", _text_lines(line, width), False)
        for n, line in enumerate(source.splitlines(), 1)
    )


def _text_lines(line: str, width: int) -> tuple[Line, ...]:
    code, mark, comment = line.rpartition("  # ")
    if line.lstrip().startswith("#") or cell_width(line) > width:
        role = "dim" if line.lstrip().startswith("#") else ""
        return tuple(Line((Span(part, role),)) for part in broken(line, width)) or (Line(),)
    return (Line((Span(code), Span(mark + comment, "dim"))) if mark else Line((Span(line),)),)


def out_rows(found: Sequence[TakenOut], width: int) -> tuple[Row, ...]:
    """What cannot be in the plan, and why."""
    if not found:
        return ()
    rows = [heading_row("Cannot be in the plan", len(found), first=True)]
    for n, one in enumerate(found):
        words = wrap(f"{one.key}: {one.why}", max(16, width - 2))
        lines = (
            Line((Span(f"{symbols.WARNING} " if m == 0 else "  ", "warn"), Span(part)))
            for m, part in enumerate(words)
        )
        rows.append(Row(f"out {n}", tuple(lines), False))
    return tuple(rows)


def choices_words(choices: Choices) -> Spans:
    """How many differences there are, and what becomes of them."""
    adding = sum(one.adds for one in choices.changes)
    made = choices.agreed - choices.fallen.keys()
    added = sum(one.adds and one.key in made for one in choices.changes)
    replaced = len(made) - added
    if not choices.changes:
        return ()
    words = [
        Span(f"{added:,} of {adding:,} added", "ok") if adding else None,
        Span(f"{replaced:,} replaced", "warn") if replaced else None,
        Span(f"{len(choices.changes) - adding - replaced:,} stay", "dim")
        if len(choices.changes) - adding - replaced
        else None,
    ]
    return tuple(span for part in words if part for span in (POINT, part))[1:]


def choice_keys(choices: Choices, key: str | None) -> tuple[Entry, ...]:
    """The keys that do something to the difference under the cursor, then those of always."""
    change = next((one for one in choices.changes if one.key == key), None)
    agreed = key in choices.agreed
    open = change is not None and not change.adds and key not in choices.decided
    yes, no = ("replace", "keep") if change and not change.adds else ("take", "leave")
    return (
        *((Entry("y", yes, "take"), Entry("n", no, "leave")) if open else ()),
        *((Entry("space", no if agreed else yes, "take_or_leave"),) if change and not open else ()),
        Entry("w", "write", "go_on"),
        *((Entry("a", "replace all", "take_rest"),) if choices.open else ()),
        Entry("esc", "back", "close", True),
    )


def written_words(name: str, files: Sequence[str], *, kept: bool) -> str:
    """That the plan was written, and from what; or `kept`, as there was nothing to write."""
    if kept:
        return f"{name} stays as it is: there was nothing to change"
    sources = ", ".join(files[:2]) + (f" and {len(files) - 2} more" if len(files) > 2 else "")
    return f"wrote {name} from {sources}"
