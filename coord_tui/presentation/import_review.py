"""The review of an import: where every item stands, what contradicts itself, what was not read.

Rows keep their height and their place whatever is decided, so that nothing jumps under the eye.
Each standing has a sign of its own beside its colour.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coord_tui.core.importing.reading import Item, Passage, Reading, Warned
from coord_tui.core.importing.review import Review, Standing
from coord_tui.core.importing.statements import Place
from coord_tui.presentation import symbols
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.import_items import Listing, heading_row, item_words
from coord_tui.presentation.import_passages import beginning, passage_words
from coord_tui.presentation.import_report import kind_of, place_words
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.text import inert, spans_width

WARNED, UNREAD = "warned ", "unread "
"""How the keys of the rows begin that are no items; a number follows."""

MARKS: dict[Standing, Span] = {
    "taken": Span("✓", "ok"),
    "doubtful": Span("?", "warn"),
    "left": Span("✗", "dim"),
    "fallen": Span("·", "dim"),
}
LIKELY = (Span("~ ", "warn"),)
"""Before the line of what is no guess, and not certain either, as in a report and in a plan."""
OUT = ("left", "fallen")
INDENTS = {"task": 2, "done": 4}
POINT = Span(f" {symbols.POINT} ", "dim")


class ReviewRows:
    """Makes the rows of one reading; those of items that stand as before are the same as before."""

    def __init__(self, reading: Reading, listing: Listing) -> None:
        self.listing = listing
        self._made: dict[str, tuple[tuple[str, Spans], Row]] = {}
        """By the key of an item what decided how its row looks, and the row."""
        several = listing.several
        self._others = (
            *_warned(reading.warnings, several),
            *_unread(reading.unread, several),
        )

    def rows(self, review: Review, *, open_only: bool = False) -> tuple[Row, ...]:
        """All there is to look at; with `open_only` of the items those that were guessed."""
        with_it: dict[str, int] = {}
        for cause in review.fallen.values():
            with_it[cause] = with_it.get(cause, 0) + 1
        rows: list[Row] = []
        for title, items in self.listing.sections:
            found = [one for one in items if one.sure == "doubtful" or not open_only]
            if found:
                rows.append(_heading(title, found, review, first=not rows))
                rows += [self._row(item, review, with_it) for item in found]
        return (*rows, *self._others)

    def _row(self, item: Item, review: Review, with_it: Mapping[str, int]) -> Row:
        standing = review.standing(item)
        looks = (standing, self._right(item, review, standing, with_it))
        before = self._made.get(item.key)
        if before is None or before[0] != looks:
            before = self._made[item.key] = (looks, self._paint(item, standing, looks[1]))
        return before[1]

    def _paint(self, item: Item, standing: Standing, right: Spans) -> Row:
        kind = kind_of(item.key)
        mark = (Span(" " * INDENTS.get(kind, 0)), MARKS[standing], Span(" "))
        words = item_words(item, self.listing)
        if standing in OUT:
            words = tuple(Span(text, "dropped") for text, _ in words)
        place = Span(place_words(item.at[0], file=self.listing.several), "dim")
        where = (*LIKELY, place) if item.sure == "likely" else (place,)
        ends = (*right, POINT, *where) if right else where
        squeeze = "middle" if kind in ("owned", "shared", "doc") else "end"
        line = Line((*mark, *words), ends, squeeze)
        return Row(item.key, (line, *_why(item, standing, spans_width(mark))))

    def _right(
        self, item: Item, review: Review, standing: Standing, with_it: Mapping[str, int]
    ) -> Spans:
        """What becomes of an item that is not taken; of a task that is, whose it is."""
        if standing == "left":
            more = with_it.get(item.key, 0)
            return (Span(f"left, and {more:,} with it" if more else "left", "warn"),)
        if standing == "fallen":
            cause = review.fallen[item.key].partition(":")[2]
            return (Span(f"falls with {inert(cause)}", "dim"),)
        owner = getattr(self.listing.records.get(item.key), "owner", "")
        role = self.listing.roles.get(owner, "dim")
        role = "dropped" if f"session:{owner}" in review.left else role
        return (Span(inert(owner), role),) if owner else ()


def _heading(title: str, items: Sequence[Item], review: Review, *, first: bool) -> Row:
    open = sum(review.standing(one) == "doubtful" for one in items)
    right = (Span(f"{open:,} to decide", "warn"),) if open else ()
    return heading_row(title, len(items), right, first=first)


def _warned(found: Sequence[Warned], several: bool) -> Iterator[Row]:
    """What contradicts itself."""
    mark = Span(f"{symbols.WARNING} ", "warn")
    said = [((mark, Span(beginning(one.text))), one.at) for one in found]
    return _others("Contradictions and oddities", WARNED, said, several)


def _unread(found: Sequence[Passage], several: bool) -> Iterator[Row]:
    """What was not understood."""
    said = [((Span("  "), Span(passage_words(one), "dim")), one.at) for one in found]
    return _others("Not understood", UNREAD, said, several)


def _others(
    title: str, prefix: str, found: Sequence[tuple[Spans, Place]], several: bool
) -> Iterator[Row]:
    """What is no item: a row for each, so that one can go there and read it."""
    if found:
        yield heading_row(title, len(found))
    for number, (words, at) in enumerate(found):
        where = Span(place_words(at, file=several), "dim")
        yield Row(f"{prefix}{number}", (Line(words, (where,)),))


def _why(item: Item, standing: Standing, indent: int) -> tuple[Line, ...]:
    """Why an item is doubtful, under it; also once it was decided, so that no row moves."""
    if item.sure != "doubtful":
        return ()
    role = "warn" if standing == "doubtful" else "dim"
    return (Line((Span(" " * indent), Span(inert(item.why) or "a guess", role))),)


class Counts(NamedTuple):
    """How many items stand how, and how many passages were not read."""

    taken: int
    doubtful: int
    left: int
    unread: int


def counts(review: Review) -> Counts:
    """The numbers of a review; what falls counts as left."""
    standings = [review.standing(one) for one in review.reading.items]
    left = standings.count("left") + standings.count("fallen")
    unread = len(review.reading.unread)
    return Counts(standings.count("taken"), standings.count("doubtful"), left, unread)


def counts_words(found: Counts, width: int) -> Spans:
    """The numbers in at most `width` cells, if that can be: the shorter words where it cannot."""
    passages = f"passage{'s' * (found.unread != 1)} not read"
    for taken, doubtful, left, unread in (
        ("taken", "doubtful", "left", passages),
        ("taken", "doubtful", "left", "not read"),
        ("✓", "?", "✗", "not read"),
    ):
        parts = (
            Span(f"{found.taken:,} {taken}", "ok"),
            Span(f"{found.doubtful:,} {doubtful}", "warn" if found.doubtful else "dim"),
            Span(f"{found.left:,} {left}", "dim"),
            Span(f"{found.unread:,} {unread}", "dim"),
        )
        words = tuple(span for part in parts for span in (POINT, part))[1:]
        if spans_width(words) <= width:
            break
    return words


def keys(review: Review, item: Item | None) -> tuple[Entry, ...]:
    """The keys that do something to the row under the cursor, then those of always."""
    standing = review.standing(item) if item else None
    return (
        *(
            (Entry("y", "take", "take"), Entry("n", "leave out", "leave"))
            if standing == "doubtful"
            else ()
        ),
        *((Entry("space", "leave out", "take_or_leave"),) if standing == "taken" else ()),
        *((Entry("space", "take", "take_or_leave"),) if standing == "left" else ()),
        Entry("w", "go on", "go_on"),
        *((Entry("a", "take all", "take_rest"),) if review.open else ()),
        Entry("esc", "close", "close", True),
        Entry("?", "keys", "screen.help", True),
    )


HELP = (
    ("space", "take what is left, leave what is taken"),
    ("y n", "take or leave a guess, and go to the next"),
    ("a x", "take or leave all guesses that are not decided"),
    ("f", "only the guesses, or everything"),
    ("[ ]", "the part before, the next part"),
    ("tab", "to the document, and back"),
    ("w enter", "go on to what will be written; nothing is written before that"),
    ("escape", "leave; nothing is written"),
    ("✓ ✗", "goes into the plan; does not"),
    ("?", "a guess, to be decided; why stands under it"),
    ("~", "likely, by a form that nearly always means it; why stands beside it"),
    ("·", "cannot be in the plan without what was left"),
)
"""The keys and signs, for who asks."""
