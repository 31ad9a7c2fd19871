"""Finds what an export would undo: edits by hand, told from what is only stale.

The digest in a block says whether it was edited. Markdown is read back, so that an edit counts only
while neither the plan nor the channel says the same; of the other forms every changed line counts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.exporting.formats import MARKS, Format, level_in, was_edited
from coord_tui.core.exporting.markdown import markdown
from coord_tui.core.importing.own.by_hand import Places, brought, lacking
from coord_tui.core.importing.own.form import Own, read_own
from coord_tui.core.importing.own.words import words_of
from coord_tui.core.marked_block import find_block, lines_of
from coord_tui.core.plan import Plan

MOST = 3
"""So many lines and things are named."""


class Edits(NamedTuple):
    """What was done by hand."""

    lines: tuple[int, ...]
    """Those that export did not write, in the file."""
    gone: tuple[str, ...] = ()
    """What the plan says and was taken out."""
    line: int = 1
    """Where to look first."""

    def words(self) -> str:
        """In half a sentence."""
        return ", ".join(filter(None, (self._written(), self._gone())))

    def _written(self) -> str:
        if not self.lines:
            return ""
        one = len(self.lines) == 1
        named = _some([str(line) for line in self.lines])
        return f"line{'' if one else 's'} {named} {'was' if one else 'were'} not written by export"

    def _gone(self) -> str:
        return f"taken out: {_some(self.gone)}" if self.gone else ""


def edits_in(
    before: str, wanted: str, format: Format, planned: Plan, today: Plan, *, into: bool
) -> Edits | None:
    """What was edited by hand in the file, and would be lost were it `wanted`; None: nothing.

    Raises: MarksBroken.
    """
    was = was_edited(before, format, into=into)
    if was is False:
        return None
    if format == "markdown":
        own = read_own("", before)
        unedited = was is None and _as_written(own, before, into)
        return None if unedited else _of_markdown(own, planned, today)
    return _of_lines(before, wanted, format, into) if was else None


def _as_written(own: Own, before: str, into: bool) -> bool:
    """Whether a block without a digest is what export would write of what it says."""
    found = find_block(before, *MARKS["markdown"])
    level = level_in(before) if into else 1
    written = markdown(own.plan, level).split("\n")
    return found is not None and _stripped(found[1]) == _stripped(written)


def _stripped(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _of_markdown(own: Own, planned: Plan, today: Plan) -> Edits | None:
    written = brought(own, planned, today)
    gone = lacking(own, planned, today)
    if not (written or gone or own.unread):
        return None
    places = {key: at.line for key, at in own.places}
    lines = {line for at, _ in own.unread for line in range(at.line, at.end + 1)}
    lines |= {places[change.key] for change in written if change.key in places}
    words = dict(words_of(planned))
    stood = Places(own, planned)
    first = min(lines, default=min((stood.of(one.key).line for one in gone), default=own.at.line))
    said = tuple(words.get(change.key, change.key) for change in gone)
    return Edits(tuple(sorted(lines)) or (own.at.line,) * bool(written), said, first)


def _of_lines(before: str, wanted: str, format: Format, into: bool) -> Edits | None:
    """The lines that are not among those that are wanted, and those that lack."""
    have, want = (list(_inside(text, format, into)) for text in (before, wanted))
    known, there = {line for _, line in want}, {line for _, line in have}
    lines = tuple(number for number, line in have if line not in known)
    gone = tuple(line for _, line in want if line not in there)
    if not lines and not gone:
        return None
    return Edits(lines, gone, lines[0] if lines else have[0][0] if have else 1)


def _inside(text: str, format: Format, into: bool) -> Iterator[tuple[int, str]]:
    """The lines that export keeps, with their numbers; not that of the digest."""
    found = find_block(text, *MARKS[format]) if into else None
    first, lines = found or (2, lines_of(text)[2:])
    yield from ((n, line.strip()) for n, line in enumerate(lines, first + 1) if line.strip())


def _some(names: tuple[str, ...] | list[str]) -> str:
    """A few of them, and how many more there are."""
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")
