"""Prints: data on stdout, narration on stderr, and nothing from others that could move a terminal.

Colours only where a person looks at a terminal that wants them. What cannot be printed is an error
with a line of its own, and never lost in silence.
"""

from __future__ import annotations

import os
import sys

from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    Line = Iterable[tuple[str, str]]
    """Texts and their roles, as in `Spans`."""

SGR = {
    "dim": "2", "strong": "1", "title": "1", "object": "1", "key": "1",
    "ready": "32", "yours": "32", "ok": "32", "confirmed": "32",
    "claimed": "34", "blocked": "33", "warn": "33", "unread": "1;33",
    "shared": "35", "alarm": "1;31", "done": "2", "dropped": "2;9", "theirs": "2", "unowned": "2",
    "pending": "2", "mixed": "2",
}  # fmt: skip
"""What a terminal of sixteen colours does for each role."""

SESSION_SGR = ("36", "91", "95", "96", "94", "92", "93", "35")
"""One colour per session, by its place in the plan."""


def emit(document: object) -> None:
    """One JSON document on stdout; plain ASCII, so that it survives any locale and any path."""
    import json

    put(json.dumps(document, allow_nan=False))


def show(lines: Iterable[Line]) -> None:
    """Lines of text on stdout, made harmless, and coloured by their roles when that is wanted."""
    coloured = wants_colour(_stdout())
    for line in lines:
        texts = (_paint(harmless(text), role if coloured else "") for text, role in line if text)
        put("".join(texts).rstrip())


def put(text: str) -> None:
    """A text of our own, or a harmless one, on stdout; what its encoding lacks becomes `?`."""
    stream = _stdout()
    try:
        _handed_over(lambda: stream.write(text + "\n"))
    except UnicodeEncodeError:
        known = text.encode(stream.encoding, "replace").decode(stream.encoding)
        _handed_over(lambda: stream.write(known + "\n"))


def pour(text: str, shown: Callable[[str], str]) -> None:
    """A whole document on stdout: into a pipe or file its very bytes, whatever the locale.

    On a terminal each line as `shown` makes it harmless.
    """
    stream = _stdout()
    if stream.isatty():
        for line in text.removesuffix("\n").split("\n"):
            put(shown(line))
        return
    flush()
    _handed_over(lambda: stream.buffer.write(text.encode("utf-8")))


def narrate(message: str) -> None:
    """One line on stderr about what happened; nobody reading it is no error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"coord-tui: {harmless(message)}\n")
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def harmless(text: str) -> str:
    """The text without anything that a terminal could obey."""
    if text.isascii() and text.isprintable():
        return text
    from coord_tui.presentation.text import inert

    return inert(text)


def width() -> int:
    """Cells of the terminal that stdout is; 0 when it is none, and nothing need be cut."""
    try:
        return os.get_terminal_size(_stdout().fileno()).columns
    except (OSError, ValueError):
        return 0


def wants_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal that shows colours to somebody who wants them."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and stream.isatty()


def flush() -> None:
    """Hand everything over, so that what cannot be written is noticed here and not at the very end.

    Raises: BrokenPipeError when nobody reads; EnvironmentFailed when it cannot be written.
    """
    if sys.stdout is not None:
        _handed_over(sys.stdout.flush)


def silence(stream: TextIO) -> None:
    """Nobody reads it any more: what is still to be written goes nowhere, without complaint."""
    if stream.fileno() in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise _unwritten("it is closed")
    return sys.stdout


def _handed_over(write: Callable[[], object]) -> None:
    try:
        write()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise _unwritten(error.strerror or str(error)) from error


def _unwritten(why: str) -> EnvironmentFailed:
    return EnvironmentFailed(f"cannot write to stdout: {why}; what the command did stands")


def _paint(text: str, roles: str) -> str:
    codes = [code for role in roles.split() if (code := _sgr(role))]
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes else text


def _sgr(role: str) -> str:
    name, _, place = role.partition(":")
    if name == "session" and place.isdigit():
        return SESSION_SGR[int(place) % len(SESSION_SGR)]
    return SGR.get(name, "")
