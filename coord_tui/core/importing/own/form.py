"""Reads back what `export` wrote, exactly, and takes what somebody changed in it by hand.

A line that says nothing that a plan can say is given back as not read; nothing raises.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.exporting.dependencies import edges, read_line
from coord_tui.core.exporting.formats import MARKS
from coord_tui.core.exporting.markdown import (
    BEGIN,
    BY_HAND,
    CHECKS,
    DOCS,
    END,
    GRAPH,
    NAMELESS,
    OWNERSHIP,
    PINS,
    RULES,
    SAYS,
    SESSIONS,
    SETTINGS,
    SHARED,
    TASKS,
)
from coord_tui.core.exporting.own_text import read_prose
from coord_tui.core.importing.own.lines import Numbered, Part, sections
from coord_tui.core.importing.own.parts import (
    read_checks,
    read_docs,
    read_ownership,
    read_pins,
    read_rules,
    read_sessions,
    read_shared,
)
from coord_tui.core.importing.own.places import places_of, unplaced
from coord_tui.core.importing.own.settings import read_settings
from coord_tui.core.importing.own.taken import Taken
from coord_tui.core.importing.own.tasks import read_groups
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import Place
from coord_tui.core.marked_block import BEGIN as AGENTS_BEGIN
from coord_tui.core.marked_block import END as AGENTS_END
from coord_tui.core.marked_block import has_changed, indent, is_mark, lines_of, marks_in
from coord_tui.core.plan import Plan

READERS = {
    SESSIONS: read_sessions,
    OWNERSHIP: read_ownership,
    SHARED: read_shared,
    RULES: read_rules,
    TASKS: read_groups,
    CHECKS: read_checks,
    PINS: read_pins,
    DOCS: read_docs,
    SETTINGS: read_settings,
}
"""What reads each section, by its heading."""
_READERS = {heading.casefold(): read for heading, read in READERS.items()}

AGENTS = AGENTS_BEGIN, AGENTS_END


class Own(NamedTuple):
    """What an exported document says."""

    plan: Plan
    at: Place
    """Where in the file it stands."""
    places: tuple[tuple[str, Place], ...]
    """Where each item of the plan stands, by its key as in `reading.Item`."""
    unread: tuple[Passage, ...] = ()
    warnings: tuple[Warned, ...] = ()
    edited: bool | None = None
    """Whether it was edited by hand since it was exported; None when nobody can tell.

    JSON, which is no text that people edit, counts as not edited.
    """


def is_own(text: str) -> bool:
    """Whether the text is an export, or holds one between its marks."""
    return BEGIN.removesuffix(" -->") in text and bool(_spans(_lines(text), BEGIN, END))


def read_own(name: str, text: str) -> Own:
    """The plan of an exported document, or of the first block in a file; not what is around it."""
    lines = _lines(text)
    spans = _spans(lines, BEGIN, END)
    begin, end = spans[0] if spans else (1, len(lines))
    taken = Taken(name, lines)
    _check_marks(spans, taken)
    margin = indent(lines[begin - 1]) if spans else ""
    inside = [line.removeprefix(margin) for line in lines[begin - 1 : end]]
    plan = _taken_plan(list(enumerate(inside, begin)), taken)
    places = places_of(name, plan, taken.ends)
    also = {"project": taken.project_line} if taken.project_line else {}
    more = (also | taken.setting_lines).items()
    places = (*((key, Place(name, line, line)) for key, line in more), *places)
    unread, warnings = tuple(taken.unread), tuple(taken.warnings)
    edited = has_changed(lines[begin - 1], inside[1:-1])
    return Own(unplaced(plan), Place(name, begin, end), places, unread, warnings, edited)


def _taken_plan(lines: list[Numbered], taken: Taken) -> Plan:
    """The plan that these lines say."""
    inside = (line for line in lines if not _is_either_mark(line[1]))
    top, found = sections(inside, (*READERS, GRAPH))
    _read_top(top, taken)
    graphs = [part for part in found if part.title.casefold() == GRAPH.casefold()]
    for part in found:
        if read := _READERS.get(part.title.casefold()):
            read(part, taken)
        elif part not in graphs:
            taken.leave(part.line, part.end)
    plan = taken.plan()
    for part in graphs:
        _check_graph(part, plan, taken)
    return plan


def _is_either_mark(line: str) -> bool:
    return is_mark(line, BEGIN) or is_mark(line, END)


def outside(text: str) -> str:
    """The text with empty lines in the place of every block of ours, for who reads the rest."""
    lines = _lines(text)
    for begin, end in ((BEGIN, END), MARKS["mermaid"], AGENTS):
        for first, last in _spans(lines, begin, end):
            lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join([*lines, ""] if text.endswith(("\n", "\r")) else lines)


def _lines(text: str) -> list[str]:
    return [line.rstrip("\r\n") for line in lines_of(text)]


def _spans(lines: list[str], begin: str, end: str) -> list[tuple[int, int]]:
    """The first and last line of each block; one without its end goes on as far as it can."""
    begins, ends = marks_in(lines, begin, end)
    found = []
    for first, after in zip(begins, [*begins[1:], len(lines)], strict=False):
        place = bisect(ends, first)
        last = ends[place] if place < len(ends) else after
        found.append((first + 1, min(last + 1, after)))
    return found


def _check_marks(spans: list[tuple[int, int]], taken: Taken) -> None:
    """Say which block has no end, and which are not read because another is."""
    for begin, end in spans[:1]:
        if not is_mark(taken.lines[end - 1], END):
            taken.warn(begin, f"its {END} is missing: all up to line {end} was read as the plan")
    for begin, end in spans[1:]:
        taken.warn(begin, f"a second plan in one file: only that of line {spans[0][0]} was read")
        taken.leave(begin, end)


def _read_top(top: Part, taken: Taken) -> None:
    """The title, which names the project, and the words below it."""
    if top.title and top.title != NAMELESS:
        taken.project = read_prose(top.title.removesuffix(SAYS))
        taken.project_line = top.line
    taken.leave_lines(line for line in top.lines if line[1].strip() not in BY_HAND)


def _check_graph(part: Part, plan: Plan, taken: Taken) -> None:
    """The drawing says nothing of its own; what somebody drew into it is pointed out."""
    known = set(edges(plan))
    for number, text in _all_lines(part):
        line = text.strip()
        drawn = read_line(line)
        fence = re.fullmatch(r"`{3,}\w*|~{3,}\w*", line)
        if line and not fence and line not in BY_HAND and (not drawn or not known >= set(drawn)):
            taken.leave(number)
            if drawn:
                taken.warn(number, "the drawing is made from what tasks say they are `after`")


def _all_lines(part: Part) -> Iterator[Numbered]:
    yield from part.lines
    for inner in part.parts:
        yield inner.line, inner.title
        yield from _all_lines(inner)
