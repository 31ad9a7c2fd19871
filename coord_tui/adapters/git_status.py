"""Reads what `git status` says of a working tree; whatever git prints, no error comes of it.

Reading leaves no trace: git runs without optional locks, so that its index stays as it is and other
people's commands never meet our lock.
"""

import os
from collections.abc import Iterable, Iterator

from coord_tui.core.tree import Branch, FileChange, Worktree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git

STATUS = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all")
PATHS_ONLY = ("status", "--porcelain=v2", "-z", "--untracked-files=all", "--renames", "--")
STEADY = ("--ahead-behind", "--renames")
"""Options that a user's configuration may have turned off."""

FIELDS_BEFORE_PATH = {"1": 7, "2": 8, "u": 9}
SIGNIFICANCE = "DARCTM"
"""Of the two letters of a change (index, tree), the one that comes first here is its state."""

OPERATIONS = (
    ("rebase-merge", "rebase"),
    ("rebase-apply/applying", "am"),
    ("rebase-apply", "rebase"),
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("BISECT_LOG", "bisect"),
)
"""Which file of the git directory tells of which operation; a rebase picks, so it comes first."""


def read_worktree(git: "Git", top: str, git_dir: str) -> Worktree:
    """The working tree at `top`, whose own git directory (not the common one) is `git_dir`.

    Raises:
        EnvironmentFailed: git failed.
    """
    branch, changes = parse_status(git.run(*STATUS, *STEADY))
    return Worktree(top, branch, changes, operation(git_dir))


def read_paths(git: "Git", paths: Iterable[str]) -> tuple[FileChange, ...]:
    """What a full status says of these files, and of all that is below those that are folders.

    That a path was renamed is seen only by a full status. Raises EnvironmentFailed: git failed.
    """
    return parse_status(git.run("--literal-pathspecs", *PATHS_ONLY, *paths))[1]


def operation(git_dir: str) -> str:
    """What git is in the middle of, by the traces it leaves in `git_dir`; empty when nothing."""
    found = (name for trace, name in OPERATIONS if os.path.exists(os.path.join(git_dir, trace)))
    return next(found, "")


def parse_status(output: bytes) -> tuple[Branch, tuple[FileChange, ...]]:
    """The branch and the changed paths, sorted, of `git status --porcelain=v2 --branch -z`.

    Each path comes once: one that is deleted from the index and still on disk is one change.
    Records of an unknown form and ignored paths are passed over.
    """
    headers: dict[str, str] = {}
    changes: dict[str, FileChange] = {}
    records = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    for record in records:
        mark, _, rest = record.partition(" ")
        if mark == "#":
            name, _, headers[name] = rest.partition(" ")
        elif change := _change(mark, rest, records):
            seen = changes.get(change.path)
            changes[change.path] = seen._replace(unstaged=True) if seen else change
    return _branch(headers), tuple(sorted(changes.values(), key=lambda change: change.path))


def _change(mark: str, rest: str, records: Iterator[str]) -> FileChange | None:
    origin = next(records, "") if mark == "2" else ""
    if mark == "?":
        return FileChange(rest, "?", unstaged=True) if rest else None
    width = FIELDS_BEFORE_PATH.get(mark)
    if width is None:
        return None
    fields = rest.split(" ", width)
    if len(fields) <= width or not fields[width]:
        return None
    if mark == "u":
        return FileChange(fields[width], "U", unstaged=True)
    index, tree = fields[0][:1], fields[0][1:2]
    state = next((letter for letter in SIGNIFICANCE if letter in (index, tree)), "M")
    return FileChange(fields[width], state, index != ".", tree != ".", origin)


def _branch(headers: dict[str, str]) -> Branch:
    name, head = headers.get("branch.head", ""), headers.get("branch.oid", "")
    upstream, distance = headers.get("branch.upstream", ""), headers.get("branch.ab", "")
    born = head not in ("", "(initial)")
    ahead, _, behind = distance.partition(" ")
    return Branch(
        name="" if name in ("(detached)", "(unknown)") else name,
        head=head if born else "",
        upstream=upstream,
        ahead=_count(ahead, "+"),
        behind=_count(behind, "-"),
        gone=bool(born and upstream and not distance),
    )


def _count(text: str, sign: str) -> int:
    digits = text.removeprefix(sign)
    return int(digits) if len(digits) < 10 and digits.isascii() and digits.isdigit() else 0
