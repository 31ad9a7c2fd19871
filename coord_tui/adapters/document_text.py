"""Turns the bytes of a document into text, however they are encoded, and tells what is odd in them.

Bytes that are no UTF-8 are letters of Windows-1252 where they can be, so that a name keeps them.
What is no text is refused, and so is an encoding that nobody can know.
"""

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file that begins so is encoded; the longer marks first."""
_OLDER = "windows-1252"
"""Latin-1 with quotes and dashes: how text of Western Europe is encoded that is no UTF-8."""
_STRANGE = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as Python puts them into a text."""
_LONG = 3
"""So many letters with marks stand side by side in no word of Western Europe, but in all others."""
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1b")
_BINARY = 0.05
"""The part of all bytes that are such controls, above which they are no text."""
_LOST = "\ufffd"


class Text(NamedTuple):
    """A document as text, and what is odd about its bytes."""

    text: str
    flaw: str = ""
    line: int = 1
    """Where that is first."""


class NoText(Exception):
    """What some bytes are that are no text; it goes on after `FILE is`."""


def decoded(data: bytes) -> Text:
    """The text that the bytes are, without its byte order mark.

    Raises: NoText when they are none, or in an encoding that they do not tell.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    encoding = _encoding(data)
    try:
        return Text(data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        line = _line(data[: error.start].decode(encoding, "replace"))
        if encoding == "utf-8":
            text, how = _older(data, line)
        else:
            text, how = data.decode(encoding, "replace"), f"read as {_LOST}"
        others = _others(data.decode(encoding, "replace"))
        what = f"holds the byte 0x{data[error.start]:02X}, which is no {encoding.upper()}{others}"
        return Text(text.removeprefix("\ufeff"), f"{what}: {how}", line)


def _encoding(data: bytes) -> str:
    """By its mark, or by where its NULs stand, as text without a mark has them in UTF-16 only."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    start = data[:4096]
    if b"\0" not in data:
        return "utf-8"
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nuls, letters = start[first::2], start[1 - first :: 2]
        if nuls.count(0) > 0.7 * len(nuls) and 0 not in letters:
            return encoding
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    raise NoText(f"no text: it has a NUL byte on line {line}")


def _older(data: bytes, line: int) -> tuple[str, str]:
    """The text of bytes of which some are no UTF-8, first on that line, and how they were read."""
    strange = data.decode("utf-8", "surrogateescape")
    runs = [len(run) for run in _STRANGE.findall(strange)]
    mixed = any(letter > "\x7f" and not _STRANGE.match(letter) for letter in strange)
    if len(data) - len(data.translate(None, _CONTROLS)) > _BINARY * len(data):
        raise NoText(f"no text: line {line} holds bytes that no text has")
    if not mixed and 2 * sum(run for run in runs if run >= _LONG) > sum(runs):
        how = "save it as UTF-8, as with `iconv -f ENCODING -t UTF-8`"
        raise NoText(f"in an encoding that it does not tell, and no UTF-8 on line {line}: {how}")

    def letters(run: re.Match[str]) -> str:
        if mixed and len(run[0]) > 1:  # a piece of a letter
            return _LOST
        return run[0].encode("utf-8", "surrogateescape").decode(_OLDER, "replace")

    text = _STRANGE.sub(letters, strange)
    lost = f" or {_LOST}" if _LOST in text else ""
    return text, f"read as Windows-1252{lost}; save it as UTF-8 if words look odd"


def _line(before: str) -> int:
    return before.count("\n") + 1


def _others(text: str) -> str:
    """How many lines besides the first have such bytes."""
    others = sum(_LOST in line for line in text.split("\n")) - 1
    return f", as {others} other lines do" if others > 1 else ", as one other line does" * others
