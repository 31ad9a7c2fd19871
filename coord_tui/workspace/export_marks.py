"""Says of a file that an export cannot be kept in it as it is: broken marks, an open conflict."""

import re
from collections.abc import Callable
from typing import TypeVar

from coord_tui.core.exporting.formats import MARKS, Format, is_head, was_edited
from coord_tui.core.marked_block import MarksBroken, find_block, lines_of
from coord_tui.errors import BadInput

Result = TypeVar("Result")

_CONFLICT = re.compile(r"^<{7} .*?^={7}\r?$.*?^>{7} ", re.MULTILINE | re.DOTALL)


def of_marks(shown: str, before: str, step: Callable[[], Result]) -> Result:
    """What a step gives. Raises: BadInput for a conflict, or marks that are broken in the file."""
    try:
        return step()
    except MarksBroken as error:
        if found := _CONFLICT.search(before):
            raise _open(shown, before, found) from None
        words = f"{error}; it stays as it is: mend the marks"
        raise BadInput(f"{shown}:{error.line}: {words}") from None


def no_conflict(shown: str, before: str, format: Format, *, into: bool) -> None:
    """Raises: BadInput when a merge conflict is open in what export keeps there."""
    if format not in MARKS or "\n>>>>>>> " not in before.replace("\r", "\n"):
        return
    lines = lines_of(before)
    start, end = 0, len(before)
    if into:
        block = find_block(before, *MARKS[format])
        if block is None or was_edited(before, format, into=True) is False:
            return
        start, end = (sum(map(len, lines[:n])) for n in (block[0], block[0] + len(block[1])))
    elif not _has_sign(lines, format):
        return
    if found := _CONFLICT.search(before, start, end):
        raise _open(shown, before, found)


def _has_sign(lines: list[str], format: Format) -> bool:
    """Whether anything in the file says that export wrote it."""
    if format == "markdown":
        return any(MARKS[format][0].removesuffix(" -->") in line for line in lines)
    return any(is_head(line, format) for line in lines)


def _open(shown: str, before: str, found: re.Match[str]) -> BadInput:
    number = before.count("\n", 0, found.start()) + 1
    return BadInput(
        f"{shown}:{number}: a merge conflict is open in what export wrote: settle it (of two first "
        "lines with a digest keep either), then export again"
    )
