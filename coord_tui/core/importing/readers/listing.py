"""Tells whether a line lists the paths it names, and is no prose, ban or remark about them."""

from collections.abc import Sequence

from coord_tui.core.importing.clauses import sentences
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.paths import paths_of
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
    """Whether what stands after the last path of a list is a ban: `May use `a/`, but not edit it`.

    A further sentence with paths of its own speaks of those.
    """
    if begins_with_path(runs):
        return False
    parts = list(sentences(tuple(runs)))
    last = max((at for at, part in enumerate(parts) if path in plain(part)), default=0)
    after = [part for part in parts[last + 1 :] if not any(map(_is_path, part))]
    ends = plain(parts[last]).rpartition(path)[2] if parts else ""
    return AVOIDS.within(ends) or any(AVOIDS.within(plain(part)) for part in after)


def _is_path(run: Run) -> bool:
    return bool(paths_of(run.text)) if run.code else bool(listed_paths((run,)))


def before_bans(runs: Sequence[Run]) -> Runs:
    """A list without the sentences that ban others: `Owns: new `a/`. The rest is read only`.

    Where it is told whose a list is, only its first sentence can take that back.
    """
    parts = list(sentences(tuple(runs)))
    bans = (at for at, part in enumerate(parts) if at and AVOIDS.within(plain(part)))
    return tuple(run for part in parts[: next(bans, len(parts))] for run in part)
