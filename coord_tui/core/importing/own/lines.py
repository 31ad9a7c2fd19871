"""Takes an exported document apart: sections, the parts under their headings, and bullets.

It reads lines, not Markdown: what an export writes below a bullet is indented, whatever it holds.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coord_tui.core.exporting.own_text import read_block

Numbered = tuple[int, str]
"""A line and its number."""

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_BULLET = re.compile(r" ?(?:[-*+]|\d{1,9}[.)](?=[ \t]+(?:\[[ xX]\]|\*\*|`)))[ \t]+(.*)")
"""A bullet, or a number that somebody gave an item; with two blanks before it, it stands below."""
_FENCE = re.compile(r"```|~~~")


class Part(NamedTuple):
    """What stands under one heading, up to the next one that is as high."""

    title: str
    line: int
    lines: tuple[Numbered, ...]
    parts: tuple["Part", ...] = ()
    """What stands under lower headings."""

    @property
    def end(self) -> int:
        """The last line of all of it."""
        ends = [number for number, text in self.lines if text.strip()]
        return max([self.line, *ends, *(part.end for part in self.parts)])


class Entry(NamedTuple):
    """A bullet with all that is below it."""

    line: int
    end: int
    head: str
    said: tuple[Numbered, ...]
    """The bullets right below."""
    text: str
    """What stands under those."""


def sections(lines: Iterable[Numbered], known: Iterable[str]) -> tuple[Part, list[Part]]:
    """What stands before the first section (its title is the document's), and the sections.

    A section has a heading that is `known`; the first one says how high those are.
    """
    names = {each.casefold() for each in known}
    height, top, found = 0, Part("", 0, ()), []
    for level, part in _headed(lines):
        starts = part.title.casefold() in names and level <= (height or level)
        if starts:
            height = height or level
            found.append(part)
        elif not found:
            top = _joined(top, part)
        elif level <= height:
            found.append(part)
        else:
            last = found[-1]
            found[-1] = last._replace(parts=(*last.parts, part))
    return top, found


def _headed(lines: Iterable[Numbered]) -> Iterator[tuple[int, Part]]:
    """Each heading with the lines below it, and how low it is; first what stands before them."""
    level, title, line, below, fenced = 7, "", 0, list[Numbered](), False
    for number, text in lines:
        if _FENCE.match(text):
            fenced = not fenced
        heading = None if fenced else _HEADING.fullmatch(text)
        if heading:
            yield level, Part(title, line, tuple(below))
            level, title, line, below = len(heading[1]), heading[2].strip(), number, []
        else:
            below.append((number, text))
    yield level, Part(title, line, tuple(below))


def _joined(top: Part, part: Part) -> Part:
    """The first title counts; whatever else stands before the sections belongs to it."""
    if not top.title and part.title:
        return part._replace(lines=(*top.lines, *part.lines))
    title = ((part.line, part.title),) if part.title else ()
    return top._replace(lines=(*top.lines, *title, *part.lines))


def entries(lines: Iterable[Numbered]) -> tuple[list[Entry], list[Numbered]]:
    """The bullets, and the lines that belong to none."""
    found: list[list[Numbered]] = []
    loose: list[Numbered] = []
    inside = False
    for number, text in lines:
        if _BULLET.fullmatch(text):
            found.append([(number, text)])
            inside = True
        elif inside and (not text.strip() or text[0] in " \t"):
            found[-1].append((number, text))
        else:
            inside = False
            loose += [(number, text)] if text.strip() else []
    return [_entry(lines) for lines in found], loose


def _entry(lines: list[Numbered]) -> Entry:
    (line, first), *below = lines
    said: list[Numbered] = []
    while below and (bullet := _BULLET.fullmatch(below[0][1].strip())):
        said.append((below[0][0], bullet[1].strip()))
        below = below[1:]
    end = max([line, *(number for number, text in lines if text.strip())])
    head = _BULLET.fullmatch(first)
    text = read_block([_dedented(text) for _, text in below])
    return Entry(line, end, head[1].strip() if head else first, tuple(said), text)


def _dedented(line: str) -> str:
    if not line.strip():
        return ""
    return line[2:] if line.startswith("  ") else line.lstrip()
