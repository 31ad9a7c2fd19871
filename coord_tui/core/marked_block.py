"""Keeps a block between two marks inside somebody else's text, and leaves the rest as it is.

Lines end as in an editor, never at a form feed. Marks in a fence are an example of a block, and
none. The first mark may carry a digest of what follows it, which tells what was edited by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256

BEGIN, END = "<!-- coord-tui -->", "<!-- end of coord-tui -->"
"""The marks of what `init --agents` tells; each stands alone on its line."""
BOM = "\ufeff"

_DIGEST = re.compile(r", digest (\S+)(?= -->$|$)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_OPENS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:(`{3,})[^`]*|(~{3,}).*)")
_CLOSES = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*")


class MarksBroken(ValueError):
    """The marks in a text are not one pair, or none."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        """Of the first of them."""


def with_block(
    text: str,
    block: str,
    begin: str = BEGIN,
    end: str = END,
    *,
    digest: bool = False,
    apart: bool = False,
) -> str:
    """The text with the block between the marks, which go to its end when it has none.

    Line ends are those of the block that is there, else of the text; a block that is indented stays
    so, and is found again. With `apart` an empty line stands before the last mark, as formatters
    of Markdown put one there.

    Raises: MarksBroken.
    """
    inner = [*block.strip("\n").split("\n"), *([""] if apart else [])]
    after = _put(text, [with_digest(begin, inner) if digest else begin, *inner, end])
    again = find_block(after, begin, end)
    if again is None or again[1] != inner:
        raise MarksBroken(len(lines_of(text)), "a fence before the block has no end")
    return after


def _put(text: str, block: list[str]) -> str:
    lines = lines_of(text)
    found = _marks(lines, _DIGEST.sub("", block[0]), block[-1])
    newline = line_end([lines[found[0]]] if found else lines)
    if found is None:
        return text + _gap(text, newline) + newline.join(block) + newline
    first, last = found
    before = BOM if lines[first].startswith(BOM) else ""
    margin = indent(lines[first])
    after = lines[last][len(lines[last].rstrip("\r\n")) :]
    inside = newline.join(margin + line if line else "" for line in block)
    return "".join([*lines[:first], before + inside, after, *lines[last + 1 :]])


def find_block(text: str, begin: str = BEGIN, end: str = END) -> tuple[int, list[str]] | None:
    """The line of the first mark, from 1, and the lines between the marks; None without marks.

    Raises: MarksBroken.
    """
    lines = lines_of(text)
    found = _marks(lines, begin, end)
    if found is None:
        return None
    first, last = found
    margin = indent(lines[first])
    inside = [line.rstrip("\r\n").removeprefix(margin) for line in lines[first + 1 : last]]
    return first + 1, inside or [""]


def is_mark(line: str, mark: str) -> bool:
    """Whether the line is that mark, with a digest or without."""
    return _DIGEST.sub("", line.removeprefix(BOM).strip(" \t\r\n")) == mark


def with_digest(mark: str, lines: list[str]) -> str:
    """The mark with the digest of the lines that follow it."""
    stem, arrow = (mark[:-4], mark[-4:]) if mark.endswith(" -->") else (mark, "")
    return f"{stem}, digest {_digest(lines)}{arrow}"


def has_changed(mark: str, lines: list[str]) -> bool | None:
    """Whether lines are others than when the mark got its digest; None when it has none."""
    found = digest_in(mark)
    return found != _digest(lines) if found else None


def digest_in(mark: str) -> str:
    """The digest in a mark; empty when it has none."""
    found = _DIGEST.search(mark.strip(" \t\r\n"))
    return found[1] if found else ""


def _digest(lines: list[str]) -> str:
    """Of what an editor keeps: blanks at the ends of lines, and empty lines around, count not."""
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its end."""
    return _LINE.findall(text)


def line_end(lines: list[str]) -> str:
    """How most of the lines end; as on Unix when none does."""
    ends = Counter(line[len(line.rstrip("\r\n")) :] for line in lines)
    del ends[""]
    return ends.most_common(1)[0][0] if ends else "\n"


def indent(line: str) -> str:
    """The blanks with which a line begins."""
    shown = line.removeprefix(BOM).rstrip("\r\n")
    return shown[: len(shown) - len(shown.lstrip(" \t"))]


def marks_in(lines: list[str], begin: str, end: str) -> tuple[list[int], list[int]]:
    """Which lines, from 0, are the first and the last of a block; none that are an example.

    A fence that holds a whole block is an example. One that holds a half of it is one if the marks
    are a pair without it: else it is no fence, but lacks its end.
    """
    begins = [number for number, line in enumerate(lines) if is_mark(line, begin)]
    ends = [number for number, line in enumerate(lines) if is_mark(line, end)]
    if not begins and not ends:
        return begins, ends
    fences = _fences(lines)
    opened, closed = (Counter(fences[number] for number in found) for found in (begins, ends))
    examples = {fence for fence in opened if fence and opened[fence] == closed[fence]}
    begins, ends = ([n for n in all_ if fences[n] not in examples] for all_ in (begins, ends))
    if _pair(begins, ends):
        return begins, ends
    outside = [n for n in begins if not fences[n]], [n for n in ends if not fences[n]]
    return outside if _pair(*outside) else (begins, ends)


def _marks(lines: list[str], begin: str, end: str) -> tuple[int, int] | None:
    """On which lines the marks are. Raises: MarksBroken unless they are one pair, or none."""
    begins, ends = marks_in(lines, begin, end)
    if not _pair(begins, ends):
        why = f"one {begin} and after it one {end} are expected"
        raise MarksBroken(min(begins + ends) + 1, why)
    return (begins[0], ends[0]) if begins else None


def _pair(begins: list[int], ends: list[int]) -> bool:
    """Whether these marks are one pair, or none."""
    return len(begins) == len(ends) < 2 and begins <= ends


def _fences(lines: list[str]) -> list[int]:
    """For each line the number of the fence in which it is; 0: in none that has an end."""
    found, opening, start = [0] * len(lines), "", 0
    for number, line in enumerate(lines):
        text = line.rstrip("\r\n")
        if not opening:
            opens = _OPENS.fullmatch(text)
            opening, start = (opens[1] or opens[2], number) if opens else ("", 0)
        elif (closes := _CLOSES.fullmatch(text)) and closes[1].startswith(opening):
            found[start : number + 1] = [start + 1] * (number + 1 - start)
            opening = ""
    return found


def _gap(text: str, newline: str) -> str:
    """What has to stand between a text and the block, so that one line is empty."""
    if not text or text.endswith(newline * 2):
        return ""
    return newline if text.endswith(("\n", "\r")) else newline * 2
