"""Takes apart what `git status --porcelain=v2 -z` says of paths, without renames, one by one."""

from __future__ import annotations

import os
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = {"1": 7, "u": 9}
"""How many fields there are before the path."""


class Record(NamedTuple):
    """A path that is not as HEAD has it."""

    path: str
    code: str
    """Two letters, for the index and for the disk, as git has them; `?`: untracked, `U`: torn."""
    module: bool = False
    """Whether it is a submodule."""
    mode: str = ""
    """As it is staged, and the next one too."""
    sha: str = ""


def records(output: bytes) -> Iterator[Record]:
    """Every path that git tells of, in its order."""
    for line in os.fsdecode(output).split("\0"):
        mark, _, rest = line.partition(" ")
        if mark == "?":
            yield Record(rest, "?")
        elif mark in WIDTHS:
            fields = rest.split(" ", WIDTHS[mark])
            yield (
                Record(fields[7], fields[0], fields[1][0] == "S", fields[3], fields[6])
                if mark == "1"
                else Record(fields[9], "U")
            )
