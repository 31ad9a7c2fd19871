"""Reads graphs that are drawn with characters: `S4 (planner) ──→ S5`, branches, arrows downwards.

Gives the words at both ends of each arrow; which tasks they mean is not known here.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from coord_tui.core.importing.markdown.blocks import source_lines


class Edge(NamedTuple):
    """What comes before what, in the words of a graph, and the line that says so."""

    before: str
    after: str
    line: int
    kind: Literal["after", "enhances"] = "after"


_FORWARD = r"[-─━═=┄┈╌┬┴┼]*(?:[-=─━═]+[>▶►»]|[→⟶⇒⟹➜➔▶►⮕↦])+"
_BACKWARD = r"(?:[<◀◄«][-=─━═]+|[←⟵⇐])+[-─━═]*"
_ARROW = re.compile(rf"\s*(?:(?P<forward>{_FORWARD})|(?P<backward>{_BACKWARD}))\s*")
_DOWN = re.compile(r"[\s│|┃║↓▼⬇vV⇓┬┴┼─━└┘┐┌├┤+-]+")
_HAS_DOWN = re.compile(r"[↓▼⬇⇓]|^\s*[vV]\s*$")
_BRANCH = re.compile(r"^[\s│|┃║]*[└├╰┗┣┬+`\\]")
_DECORATION = "│|┃║├└┌┐┘┤┬┴┼─━╰╭╮╯┗┣ \t"
_LONGEST_LINE = 400
_REVERSED = re.compile(
    r"(?:→|->|=>|arrow\w*|pfeil\w*)\s*(?:=|means|:|bedeutet)?\s*[\"“]?"
    r"(?:depends on|needs|requires|hängt ab von|depende de)",
    re.IGNORECASE,
)


def edges_of(text: str, first_line: int) -> Iterator[Edge]:
    """The edges of a drawn graph whose first line has this number."""
    reversed = bool(_REVERSED.search(text))
    walk = _Lines()
    for number, line in enumerate(source_lines(text), first_line):
        if len(line) > _LONGEST_LINE:
            continue
        for edge in walk.line(line, number):
            yield edge._replace(before=edge.after, after=edge.before) if reversed else edge


class _Lines:
    """What is remembered from line to line: the source of branches, and arrows downwards."""

    def __init__(self) -> None:
        self.last: tuple[str, ...] = ()
        self.source = ""
        self.down = False
        self.forks: dict[int, str] = {}
        """By the column of a fork what stands before it: branches below begin there."""

    def line(self, line: str, number: int) -> Iterator[Edge]:
        """The edges of one more line."""
        if not any(letter.isalnum() and letter not in "vV" for letter in line):
            self.down = self.down or (bool(_HAS_DOWN.search(line)) and bool(_DOWN.fullmatch(line)))
            return
        names, arrows = parts_of(line)
        inner = [name.strip(_DECORATION) for name in names]
        branch = _BRANCH.match(line)
        source = self.forks.get(branch.end() - 1, self.source) if branch else self.source
        if arrows and not inner[0] and source:
            inner[0] = source
        elif branch and not arrows:
            return
        for (before, after), forward in zip(pairwise(inner), arrows, strict=True):
            if before and after:
                yield Edge(before, after, number) if forward else Edge(after, before, number)
        words = tuple(name for name in inner if name)
        if self.down and self.last and words and (len(self.last) == 1 or len(words) == 1):
            yield from (Edge(before, after, number) for before in self.last for after in words[:1])
        self.down = False
        if words:
            self._remember(line, inner, arrows)

    def _remember(self, line: str, inner: list[str], arrows: list[bool]) -> None:
        for found, name in zip(_ARROW.finditer(line), inner, strict=False):
            forks = (found.start() + at for at, sign in enumerate(found[0]) if sign in "┬┼")
            self.forks |= dict.fromkeys(forks, name)
        last = inner[-1] if arrows else inner[0]
        columns = (
            [part.strip(_DECORATION) for part in re.split(r"\s{3,}|[│|┃║]", line)]
            if not arrows
            else [last]
        )
        self.last = tuple(part for part in columns if part)[:6]
        if not _ARROW.match(line.strip(_DECORATION + "\\`+")):
            self.source = inner[-2] if arrows and len(inner) > 1 else inner[0]


def parts_of(line: str) -> tuple[list[str], list[bool]]:
    """The names of a line and the arrows between them, true for those that lead forwards."""
    names: list[str] = []
    arrows: list[bool] = []
    at = 0
    for found in _ARROW.finditer(line):
        names.append(line[at : found.start()])
        arrows.append(found["forward"] is not None)
        at = found.end()
    return [*names, line[at:]], arrows
