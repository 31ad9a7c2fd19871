"""Lets a hook that was set aside find its own name in `$0`, where it looks at that.

Hooks that serve for several names ask what they were called: overcommit's, or those that run all
of `pre-commit.d`. They are called by a link of that name, in a folder that has links to the
neighbours too; every other hook is called where it always was. What such a hook looks for above
its folder (`$(dirname "$0")/..`) it does not find; a later neighbour, after the next install.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from os.path import dirname, islink, join, lexists

from coord_tui.adapters.hook_scripts import BEFORE, NAMED, NAMES

LOOKS = re.compile(
    rb"basename[^\n]*(\$\{?0\b|BASH_SOURCE|__FILE__|__file__|argv|PROGRAM_NAME)"
    rb"|\$\{0##|\$0:t\b|\$0 *=~|\bcase\s+[\"']?\$\{?0\b|(argv\[0\]|__file__)\)\.(name|stem)\b"
)
"""How scripts ask for the name by which they were called."""
UP = os.path.join("..", "")


def looks_at_name(data: bytes) -> bool:
    """Whether a hook that begins so behaves by its own name; of a program, it is assumed."""
    return bool(data) and (not data.startswith(b"#!") or LOOKS.search(data) is not None)


def link(folder: str, name: str) -> None:
    """Have the hook that was set aside called by its own name. Raises: OSError."""
    place = join(folder, NAMED)
    with suppress(FileExistsError):
        os.mkdir(place)
    neighbours = {one: one for one in os.listdir(folder) if _is_neighbour(one)}
    for own, leads_to in {name: name + BEFORE, **neighbours}.items():
        if not lexists(join(place, own)):
            os.symlink(UP + leads_to, join(place, own))


def unlink(folder: str, name: str) -> None:
    """Take the link away, and with the last one its folder. Raises: OSError."""
    place = join(folder, NAMED)
    if not islink(join(place, name)):
        return
    os.unlink(join(place, name))
    if not any(lexists(join(place, other)) for other in NAMES):
        _tidy(place)


def _is_neighbour(name: str) -> bool:
    ours = name in (*NAMES, NAMED) or BEFORE in name
    return not ours and not name.startswith(".") and not name.endswith(".sample")


def _tidy(place: str) -> None:
    """Remove the links to neighbours, and the folder unless somebody put something there."""
    for one in os.listdir(place):
        path = join(place, one)
        if islink(path) and dirname(os.readlink(path)) == "..":
            os.unlink(path)
    with suppress(OSError):
        os.rmdir(place)
