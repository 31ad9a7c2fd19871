"""What stands beside a row of an import's review: what it is, how sure, and the lines it is from.

The lines of the row have a mark of their own beside their weight; around them stand a few others,
so that one sees what they are about. Long lines are broken, never cut.
"""

from collections.abc import Callable, Iterator, Sequence

from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan_items import ItemValue
from coord_tui.presentation import symbols
from coord_tui.presentation.diff import shown
from coord_tui.presentation.import_items import Listing, more_said
from coord_tui.presentation.import_passages import HTML, is_html
from coord_tui.presentation.import_report import place_words
from coord_tui.presentation.import_review import UNREAD, WARNED
from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.presentation.text import cell_width, inert, wrap

NEAR, FAR = 1, 20
"""Lines before and after those that are meant: at least, and where there is room."""
UNTAKEN = "nothing was taken from this"
REST = "something was taken from this, but not"
MOST = 400
"""Lines of one place that are shown."""

LinesOf = Callable[[str], Sequence[str]]
"""The lines of a document, by its name."""


def beside_rows(
    reading: Reading,
    listing: Listing,
    key: str | None,
    lines_of: LinesOf,
    width: int,
    height: int = 0,
) -> tuple[Row, ...]:
    """All about the row of that key, in lines of `width` cells; as many as fill `height`."""
    title, notes, places = _about(reading, listing, key)
    found = [Line((Span(part, "strong"),)) for part in wrap(title, width)]
    for text, role in notes:
        found += [Line((Span(part, role),)) for part in wrap(text, width)]
    rows = [Row(f"about {n}", (line,), False) for n, line in enumerate(found)]
    around = _around(places, height - len(rows))
    for number, place in enumerate(places):
        rows += _passage(number, place, lines_of(place.file), width, around)
    return tuple(rows)


def first_line(rows: Sequence[Row], height: int) -> int:
    """On which line a view of that height begins, so that what is meant is in it."""
    top = 0
    for row in rows:
        if row.tag:
            return 0 if top + len(row.lines) <= height else max(0, top - NEAR)
        top += len(row.lines)
    return 0


def _around(places: Sequence[Place], height: int) -> int:
    """How many lines around each place there is room for."""
    taken = sum(place.end - place.line + 3 for place in places)
    return min(FAR, max(NEAR, (height - taken) // max(1, 2 * len(places))))


def _about(
    reading: Reading, listing: Listing, key: str | None
) -> tuple[str, list[tuple[str, str]], tuple[Place, ...]]:
    """What a row says, what there is to say of it with a role each, and where it stands."""
    number = (key or "").rpartition(" ")[2]
    if key and key.startswith(WARNED) and number.isdecimal():
        warned = reading.warnings[int(number)]
        return inert(warned.text), [], (warned.at,)
    if key and key.startswith(UNREAD) and number.isdecimal():
        passage = reading.unread[int(number)]
        if passage.partly:
            rest = [(inert(line), "") for line in passage.text.splitlines()[:MOST]]
            return REST, rest, (passage.at,)
        return UNTAKEN + (f": {HTML}" if is_html(passage.text) else ""), [], (passage.at,)
    item = listing.by_key.get(key or "")
    if item is None:
        return "", [], ()
    return inert(item.text), _notes(item, listing.records.get(item.key)), item.at


def _notes(item: Item, record: ItemValue | None) -> list[tuple[str, str]]:
    """How sure it is, and what else the plan will say of it."""
    notes = []
    if item.sure != "certain":
        sure, role = ("a guess", "warn") if item.sure == "doubtful" else ("likely", "dim")
        notes.append((f"{sure}: {inert(item.why)}" if item.why else sure, role))
    said = more_said(record)
    return [*notes, (said, "dim")] if said else notes


def _passage(
    number: int, place: Place, lines: Sequence[str], width: int, around: int
) -> Iterator[Row]:
    """The lines of a place, marked, among those around them."""
    where = Line((Span(place_words(place, file=True), "hunk"),))
    yield Row(f"place {number}", (Line(), where), False)
    first, last = max(1, place.line - around), min(place.end + around, len(lines))
    digits = len(str(last))
    end = min(last, place.line + MOST)
    for line in range(first, end + 1):
        inside = place.line <= line <= place.end
        parts = broken(lines[line - 1], width - digits - 3)
        lines_of_it = tuple(
            _line(f"{line}" if n == 0 else "", digits, part, inside) for n, part in enumerate(parts)
        )
        yield Row(f"line {number} {line}", lines_of_it, False, "claimed" if inside else "")
    if (more := min(place.end, len(lines)) - end) > 0:
        words = f"{symbols.MORE} {more:,} more lines"
        yield Row(f"more {number}", (Line((Span(words, "dim"),)),), False)


def _line(number: str, digits: int, text: str, inside: bool) -> Line:
    mark = "" if inside else " "  # where the mark of the others is
    gutter = Span(f"{mark}{number:>{digits}}  ", "dim")
    return Line((gutter, Span(text, "" if inside else "dim")))


def broken(line: str, width: int) -> tuple[str, ...]:
    """A line of a text in as many as it takes; what is broken keeps its indent."""
    text = shown(line).rstrip()
    if cell_width(text) <= width:
        return (text,)
    indent = " " * min(len(text) - len(text.lstrip()), max(0, width // 3))
    return tuple(indent + part for part in wrap(text, width - len(indent)))
