"""Makes text from others harmless and fits it into cells; the same on the screen and in a pipe.

Guarantees: what leaves `inert` holds no control character, no escape sequence, nothing that turns
the direction of writing and nothing whose width terminals disagree about; what leaves the `fit_`
functions is never wider than asked; `layout` fills its width exactly.
"""

import re
import unicodedata
from functools import lru_cache

from coord_tui.presentation.rows import Line, Span, Spans

ELLIPSIS = "…"
LONGEST = 2000
"""Characters of one text that are worth showing; a message may be a megabyte."""
MARKS = 3
"""Combining marks that one character may carry; more of them smear over the lines around."""

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # colours, cursor, modes
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])"  # titles, links, device strings, when ended:
    r"(?:[^\x07\x1b\x90-\x9f]*(?:\x07|\x1b\\|\x9c))?"  # an open end must not swallow the rest
    r"|\x1b[ -/]*[0-~]?"
)
_INVISIBLE = {"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"}
_UNSTEADY = {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400))}
"""Variation selectors and skin tones: terminals disagree about the cells that they add."""


def inert(text: str, limit: int = LONGEST) -> str:
    """The text as harmless plain text of at most `limit` characters, on one line.

    Escape sequences and invisible characters go, line ends become `⏎`, tabs blanks, other control
    characters their picture (`␀`), and what is no character (a stray byte of a path) `�`.
    """
    if text.isascii() and text.isprintable() and len(text) <= limit:
        return text
    shown = _harmless(_ESCAPES.sub("", text[: 4 * limit]))
    cut = len(text) > 4 * limit or len(shown) > limit
    return shown[: limit - 1] + ELLIPSIS if cut else shown


def _harmless(text: str) -> str:
    shown, marks = [], 0
    for character in text.replace("\r\n", "\n"):
        sign = _sign(character)
        if not sign:  # what goes does not part a character from its marks
            continue
        marks = 0 if _cells(sign) else marks + 1
        if marks <= MARKS:
            shown.append(sign)
    return "".join(shown)


@lru_cache(maxsize=4096)
def _sign(character: str) -> str:
    """What is shown for one character."""
    if character in _INVISIBLE or character in _UNSTEADY:
        return ""
    code, category = ord(character), unicodedata.category(character)
    if character in "\n\r" or category in ("Zl", "Zp"):
        return "⏎"
    if category == "Zs" or character == "\t":
        return " "
    if category == "Cc":
        return chr(0x2400 + code) if code < 32 else "␡" if code == 127 else "�"
    unknown = category == "Cs" or (category == "Cn" and not 0x1F000 <= code < 0x1FB00)
    return "" if category == "Cf" else "�" if unknown else character


def cell_width(text: str) -> int:
    """How many cells of a terminal the text takes, once it is inert."""
    return len(text) if text.isascii() else _width(text)


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    return sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    code, category = ord(character), unicodedata.category(character)
    if category in ("Mn", "Me", "Mc", "Cf") or character in _UNSTEADY:
        return 0
    if 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:  # the later letters of a Hangul block
        return 0
    newer_emoji = category == "Cn" and 0x1F000 <= code < 0x1FB00  # than this Python knows
    return 2 if newer_emoji or unicodedata.east_asian_width(character) in "WF" else 1


def fit_end(text: str, width: int) -> str:
    """The text in at most `width` cells, cut at its end with `…`."""
    if cell_width(text) <= width:
        return text
    return _head(text, width - 1) + ELLIPSIS if width > 0 else ""


def fit_middle(path: str, width: int) -> str:
    """The path in at most `width` cells: folders go from its middle, the file name goes last.

    `atlas_brain/services/context.py` becomes `atlas_brain/…/context.py`, `…/context.py`,
    `cont….py`.
    """
    if cell_width(path) <= width:
        return path
    folders, slash, name = path.rstrip("/").rpartition("/")
    name += path[len(folders + slash + name) :]
    if slash and (room := width - cell_width(name) - 2) >= 0:
        kept = _head(folders, room - 1)
        whole = folders[: len(kept) + 1].rpartition("/")[0]  # no half folder
        return f"{whole}/{ELLIPSIS}/{name}" if whole else f"{ELLIPSIS}/{name}"
    return _without_middle(name, width)


def _without_middle(name: str, width: int) -> str:
    """A name of which both ends stay: the end says what kind of file it is."""
    end = _tail(name, (width - 1) // 2)
    return _head(name, width - 1 - cell_width(end)) + ELLIPSIS + end if width > 0 else ""


def _head(text: str, width: int) -> str:
    used = 0
    for position, character in enumerate(text):
        used += _cells(character)
        if used > width:
            return text[:position]
    return text


def _tail(text: str, width: int) -> str:
    used = 0
    for position in range(len(text) - 1, -1, -1):
        used += _cells(text[position])
        if used > width:
            return text[position + 1 :]
    return text


def spans_width(spans: Spans) -> int:
    """How many cells the spans take in a row."""
    return sum(cell_width(span.text) for span in spans)


def fit_spans(spans: Spans, width: int, squeeze: str = "end") -> Spans:
    """The spans in at most `width` cells; with "middle" the longest of them gives way first."""
    excess = spans_width(spans) - width
    if excess <= 0:
        return spans
    if squeeze == "middle" and spans:
        longest = max(range(len(spans)), key=lambda at: cell_width(spans[at].text))
        text, role = spans[longest]
        indent = len(text) - len(text.lstrip(" "))
        room = max(1, cell_width(text) - indent - excess)
        shorter = Span(text[:indent] + fit_middle(text[indent:], room), role)
        spans = (*spans[:longest], shorter, *spans[longest + 1 :])
    return _cut(spans, width)


def _cut(spans: Spans, width: int) -> Spans:
    if spans_width(spans) <= width:
        return spans
    kept: list[Span] = []
    for text, role in spans:
        if cell_width(text) >= width:  # the `…` belongs to the text that goes on
            return (*kept, Span(_head(text, width - 1) + ELLIPSIS, role)) if width > 0 else ()
        kept.append(Span(text, role))
        width -= cell_width(text)
    return tuple(kept)


def layout(line: Line, width: int) -> Spans:
    """The line as spans of exactly `width` cells, every text inert.

    The right end stands at the right edge. The left end gives way first, down to a third of the
    width; only then is the right end cut.
    """
    left, right = _inert_spans(line.left), _inert_spans(line.right)
    taken = spans_width(left) + spans_width(right)
    gap = 1 if left and right else 0
    if taken + gap > width:
        least = min(spans_width(left), width // 3)
        right = fit_spans(right, max(0, width - least - gap))
        left = fit_spans(left, max(0, width - spans_width(right) - gap), line.squeeze)
        taken = spans_width(left) + spans_width(right)
    return (*left, Span(" " * (width - taken)), *right) if taken < width else (*left, *right)


def _inert_spans(spans: Spans) -> Spans:
    return tuple(Span(inert(text), role) for text, role in spans if text)


def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text, made inert, as lines of at most `width` cells, broken at blanks where it can be."""
    lines: list[str] = []
    line = ""
    for word in inert(text).split() if width > 0 else ():
        together = f"{line} {word}" if line else word
        if cell_width(together) <= width:
            line = together
            continue
        lines += [line] if line else []
        while cell_width(word) > width:
            head = _head(word, width)
            lines.append(head or ELLIPSIS)
            word = word[max(1, len(head)) :]
        line = word
    return (*lines, line) if line else tuple(lines)
