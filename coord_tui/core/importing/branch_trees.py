"""Tells a tree of branches from one of files: `main`, below it `dev`, below that `feat/login`."""

from collections.abc import Sequence

from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.tree_lines import TreeLine
from coord_tui.core.importing.words.paths import BRANCHES, NAMES

_TRUNKS = wordlist("main master trunk develop development dev production prod staging release")
"""What the branch is called from which all others come."""


def is_of_branches(found: Sequence[TreeLine]) -> bool:
    """Whether a tree grows from a trunk and none of its names shows a folder or a file."""
    names = [each.name for each in found]
    if not found or any(map(_is_file, names)):
        return False
    trunk = names[0].casefold() in _TRUNKS and len({each.indent for each in found}) > 1
    prefixed = [name.partition("/")[0].casefold() in BRANCHES for name in names if "/" in name]
    return trunk and (all(prefixed) or any(name.casefold() in _TRUNKS for name in names[1:]))


def _is_file(name: str) -> bool:
    """Whether a name shows that it is a folder, a file or a pattern of files."""
    return name.endswith("/") or "." in name or "*" in name or name in NAMES
