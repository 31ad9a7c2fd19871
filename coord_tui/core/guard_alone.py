"""Finds the command that commits one's own staged paths alone, and loses nothing of anybody.

`git commit --only` takes a path as it is in the working tree, so it is right only where the index
has the same. Else the others' paths may leave the index for a while, if nothing is in it alone.
"""

from __future__ import annotations

from coord_tui.core.shell import LONGEST, commit_only, commit_without

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NOTHING = "nothing that is staged is yours"
TOO_MANY = (
    "to commit yours alone, unstage theirs (git reset -q -- PATH…), then git commit: "
    "yours are staged in part, so git commit --only would take more than that"
)
NO_ONE_COMMAND = "no single command commits yours alone and loses nothing: "
AGREE = "agree on who commits first, and have that one stage all of its files, or none"


def commit_alone(
    own: Sequence[str], others: Sequence[str], apart: Collection[str], folder: str
) -> tuple[str, str]:
    """The command, as it is typed in a folder; or, when it is empty, why there is none.

    `apart` are the staged paths whose version in the index is not that of the working tree.
    """
    if not own:
        return "", NOTHING
    if crossed := _crossed(own, others):
        within = f"{crossed} is staged as a file by one and as a folder by another"
        return "", f"{NO_ONE_COMMAND}{within}; {AGREE}"
    mine = next((path for path in own if path in apart), "")
    theirs = next((path for path in others if path in apart), "")
    if not mine:
        return commit_only(list(own), folder), ""
    if theirs:
        both = f"{mine} of yours and {theirs} of theirs are staged otherwise than they are on disk"
        return "", f"{NO_ONE_COMMAND}{both}; {AGREE}"
    command = commit_without(list(others), folder)
    return (command, "") if len(command) <= LONGEST else ("", TOO_MANY)


def _crossed(own: Sequence[str], others: Sequence[str]) -> str:
    """A path of the one that is a folder of the other: git would take both for the one."""
    for files, rest in ((set(own), others), (set(others), own)):
        for path in rest:
            while path := path.rpartition("/")[0]:
                if path in files:
                    return path
    return ""
