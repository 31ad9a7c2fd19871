"""Finds what an export would undo: edits by hand, told from what is only stale.

The digest in a block says whether it was edited. Markdown is read back, so that an edit counts only
while neither the plan nor the channel says the same; of the other forms every changed line counts.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.exporting.formats import MARKS, Format, is_head, was_edited
from coord_tui.core.exporting.markdown import BY_HAND, markdown
from coord_tui.core.importing.own.by_hand import (
    Places,
    brought,
    gone_words,
    lacking,
    moved,
    unwritten,
)
from coord_tui.core.importing.own.form import Own, read_own
from coord_tui.core.importing.own.words import words_of
from coord_tui.core.marked_block import find_block, lines_of
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import Change

MOST = 3
"""So many lines and things are named."""


class Edits(NamedTuple):
    """What was done by hand."""

    lines: tuple[int, ...] = ()
    """Those that export did not write, in the file."""
    gone: tuple[str, ...] = ()
    """What the plan says and was taken out."""
    line: int = 1
    """Where to look first."""
    unread: tuple[int, ...] = ()
    """Those among the lines that say nothing that a plan can say."""
    moved: str = ""
    """What stands at another place than where export puts it."""
    differing: tuple[str, ...] = ()
    """The keys of what the plan says otherwise, which an import takes over by name only."""

    def words(self) -> str:
        """In half a sentence."""
        moved = f"{self.moved} stands in another order" if self.moved else ""
        return ", ".join(filter(None, (self._written(), self._gone(), moved)))

    def _written(self) -> str:
        if not self.lines:
            return ""
        was = "was" if len(self.lines) == 1 else "were"
        return f"{self.numbered(self.lines)} {was} not written by export"

    @staticmethod
    def numbered(lines: tuple[int, ...]) -> str:
        """Some lines by their numbers."""
        return f"line{'s' * (len(lines) != 1)} {_some([str(line) for line in lines])}"

    def _gone(self) -> str:
        return f"taken out: {_some(self.gone)}" if self.gone else ""


def edits_in(
    before: str,
    wanted: str,
    format: Format,
    planned: Plan,
    today: Plan,
    *,
    into: bool,
    known: bool = True,
) -> Edits | None:
    """What was edited by hand in the file, and would be lost were it `wanted`; None: nothing.

    Without a digest that tells, all that differs counts. Where the channel is not `known`, what it
    alone may have said does not.

    Raises: MarksBroken.
    """
    if format not in MARKS or was_edited(before, format, into=into) is False:
        return None
    if format != "markdown":
        return _of_lines(before, wanted, format, into)
    own = read_own("", before)
    return _of_markdown(own, planned, today, known) or _of_form(own, before, today)


def _of_markdown(own: Own, planned: Plan, today: Plan, known: bool) -> Edits | None:
    """What the block says that neither the plan nor the channel does, and what it lacks."""
    written = _sure(brought(own, planned, today), known, _OF_SESSIONS)
    gone = _sure(lacking(own, planned, today), known, ("done",))
    passages = tuple(unwritten(own, planned, today))
    if not (written or gone or passages):
        return None
    places = {key: at.line for key, at in own.places}
    unread = {n for one in passages for n in range(one.at.line, one.at.end + 1)}
    lines = unread | {places[change.key] for change in written if change.key in places}
    stood = Places(own, planned)
    first = min(lines, default=min((stood.of(one.key).line for one in gone), default=own.at.line))
    return Edits(
        tuple(sorted(lines)) or (own.at.line,) * bool(written),
        tuple(gone_words(planned, gone)),
        first,
        tuple(sorted(unread)),
        differing=tuple(change.key for change in written if not change.adds),
    )


_OF_SESSIONS = ("session", "group", "task", "done")
"""What sessions say on the channel, too."""


def _sure(changes: tuple[Change, ...], known: bool, kinds: tuple[str, ...]) -> list[Change]:
    """Those that cannot have come from a channel that is not known."""
    return [one for one in changes if known or one.key.partition(":")[0] not in kinds]


def _of_form(own: Own, before: str, today: Plan) -> Edits | None:
    """The order of what the block says, and the sentences that stand in each."""
    if key := moved(own, today):
        place = dict(own.places).get(key, own.at)
        return Edits(line=place.line, moved=dict(words_of(own.plan)).get(key, key))
    have = {line.strip() for line in before.splitlines()[own.at.line - 1 : own.at.end]}
    usual = [line for line in markdown(own.plan).split("\n") if line in BY_HAND]
    gone = tuple(f"{line!r}" for line in usual if line not in have)
    return Edits(gone=gone, line=own.at.line) if gone else None


def _of_lines(before: str, wanted: str, format: Format, into: bool) -> Edits | None:
    """The lines that are not among those that are wanted, those that lack, or their order."""
    have, want = (list(_inside(text, format, into)) for text in (before, wanted))
    left, there = Counter(line for _, line in want), Counter(line for _, line in have)
    lines = []
    for number, line in have:
        left[line] -= 1
        lines += [number] if left[line] < 0 else []
    gone = tuple((Counter(line for _, line in want) - there).elements())
    if lines or gone:
        first = lines[0] if lines else have[0][0] if have else 1
        return Edits(tuple(lines), gone, first, tuple(_loose(have, lines)))
    other = (n for (n, line), (_, wants) in zip(have, want, strict=True) if line != wants)
    number = next(other, 0)
    return Edits(line=number, moved=f"line {number}") if number else None


def _loose(have: list[tuple[int, str]], lines: list[int]) -> Iterator[int]:
    """The lines with words that stand above no rule, of which they could be the note."""
    for (number, line), (_, after) in zip(have, [*have[1:], (0, "#")], strict=True):
        if number in lines and line.startswith("#") and after.startswith("#"):
            yield number


def _inside(text: str, format: Format, into: bool) -> Iterator[tuple[int, str]]:
    """The lines that export keeps, with their numbers; not that of the digest."""
    found = find_block(text, *MARKS[format]) if into else None
    first, lines = found or (0, lines_of(text.removeprefix("\ufeff")))
    for number, line in enumerate(lines, first + 1):
        if line.strip() and (into or not is_head(line, format)):
            yield number, line.strip()


def _some(names: tuple[str, ...] | list[str]) -> str:
    """A few of them, and how many more there are."""
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")
