"""Tells the name of a file from that of a folder, because a pattern without a `/` may mean both.

`*.py` also takes what lies in a folder called `x.py`. Nobody means that, and a rule for each such
folder would drown the rules that are meant: a name that looks like a file's is taken for a file's.
"""

import re

from coord_tui.core.codeowners.names import Name, written

_ENDING = re.compile(r"[a-z0-9_+-]{1,10}")
_FOLDER_ENDINGS = frozenset(
    {"d", "app", "bundle", "docset", "egg-info", "framework", "git", "lproj", "playground"}
    | {"xcassets", "xcodeproj", "xcframework", "xcworkspace"}
)
_ALONE = re.compile(
    r"[A-Z][A-Z_-]{3,}|[A-Z][a-z]*file|\.\w+(ignore|rc|config|attributes|modules)|\.env"
)


def looks_like_file(name: Name) -> bool:
    """Whether what has this name is a file: `a.py`, `*.md`, `LICENSE`, `Makefile`, `.gitignore`."""
    text = written(name)
    if _ALONE.fullmatch(text.removesuffix("*")):
        return True
    stem, _, ending = text.rpartition(".")
    if not stem:
        return False
    known = _ENDING.fullmatch(ending) and not ending.isdigit() and ending not in _FOLDER_ENDINGS
    return bool(known) or ending == "*"
