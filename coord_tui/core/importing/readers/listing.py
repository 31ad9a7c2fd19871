"""Tells whether a line lists the paths it names, and is no prose, ban or remark about them."""

from collections.abc import Sequence

from coord_tui.core.importing.markdown.blocks import Run, plain
from coord_tui.core.importing.readers.ownership_lines import BANS, begins_with_path
from coord_tui.core.importing.whom import AVOIDS
from coord_tui.core.importing.words.paths import REFERRING, TIES


def lists(runs: Sequence[Run], path: str, most: int) -> bool:
    """Whether few words stand before the first path of a line, and none forbids it."""
    before = ""
    for run in runs:
        if run.code:
            break
        before += run.text.partition(path)[0]
        if path in run.text:
            break
    if AVOIDS.within(before) or any(sign in before for sign in BANS):
        return False
    words = [word for word in before.casefold().split() if word.isalpha() and word not in TIES]
    named = before.rstrip().endswith(("(", "（")) and not REFERRING & set(words)
    return len(words) <= (most + _NAMED if named else most)


_NAMED = 2
"""As many words more name what a path in brackets is of: `data model (`model.md`)`."""


def forbids(runs: Sequence[Run], path: str) -> bool:
    """Whether a sentence about paths ends in a ban: `May read `a/`, but not edit it`."""
    return not begins_with_path(runs) and AVOIDS.within(plain(runs).rpartition(path)[2])
