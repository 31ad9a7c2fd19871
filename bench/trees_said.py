"""What git itself says of each working tree, and in what that differs from what the screen shows.

Nothing here is the program's: its own reader of `git status` is what is judged. Git is asked
without optional locks, for an index that it writes would tell the program to look again.
"""

import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

STATUS = ("status", "--porcelain=v2", "-z", "--branch", "--untracked-files=all")
LETTERS = "DARCTM"
"""Of a path's two letters the one that comes first here is the row's."""
TRACES = {
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
Listed = tuple[str, str, str]
"""The letter of a row, its path, and where a renamed file came from."""


class Said(NamedTuple):
    """One working tree: where HEAD is, and what differs from it."""

    branch: str = ""
    head: str = ""
    upstream: str = ""
    distance: tuple[int, int] = (0, 0)
    """Ahead, behind."""
    operation: str = ""
    rows: tuple[Listed, ...] = ()
    """Sorted by path."""
    brought: frozenset[str] = frozenset()
    """The paths that git itself staged, in the middle of an operation: nobody's edits."""


class Clone(NamedTuple):
    """All working trees of a clone, by their folders, and what is changed in several of them."""

    trees: dict[str, Said]
    both: frozenset[str]


def said_of(clone: Path) -> Clone:
    """What git says of every working tree of the clone that is there."""
    listed = _git(clone, "worktree", "list", "--porcelain", "-z")
    found = [line.removeprefix("worktree ") for line in listed if line.startswith("worktree ")]
    trees = {top: said(Path(top)) for top in found if os.path.isdir(top)}
    edits = ({path for _, path, _ in one.rows} - one.brought for one in trees.values())
    often = Counter(path for paths in edits for path in paths)
    return Clone(trees, frozenset(path for path, count in often.items() if count > 1))


def said(top: Path) -> Said:
    """What git says of one working tree."""
    answer = Said(operation=_operation(top))
    rows: dict[str, Listed] = {}
    brought = set()
    records = iter(_git(top, *STATUS))
    for record in records:
        if record.startswith("# "):
            answer = _with_header(answer, record[2:])
        elif row := _row(record, records):
            staged = record[0] in "12" and record[3] == "." and row[1] not in rows
            brought.update([row[1]] if staged and answer.operation else [])
            brought.difference_update([] if staged else [row[1]])
            rows.setdefault(row[1], row)
    listed = tuple(rows[path] for path in sorted(rows))
    return answer._replace(rows=listed, brought=frozenset(brought))


def _with_header(answer: Said, header: str) -> Said:
    name, _, value = header.partition(" ")
    match name:
        case "branch.oid":
            return answer._replace(head="" if value == "(initial)" else value)
        case "branch.head":
            return answer._replace(branch="" if value == "(detached)" else value)
        case "branch.upstream":
            return answer._replace(upstream=value)
        case "branch.ab":
            ahead, behind = value.split(" ")
            return answer._replace(distance=(int(ahead), -int(behind)))
    return answer


def _row(record: str, rest: Iterator[str]) -> Listed | None:
    match record[:1]:
        case "?":
            return "?", record[2:], ""
        case "u":
            return "U", record.split(" ", 10)[10], ""
        case "1":
            return _letter(record), record.split(" ", 8)[8], ""
        case "2":
            return _letter(record), record.split(" ", 9)[9], next(rest)
    return None


def _letter(record: str) -> str:
    return next(letter for letter in LETTERS if letter in record[2:4])


def _operation(top: Path) -> str:
    for trace, operation in TRACES.items():
        (path,) = _git(top, "rev-parse", "--path-format=absolute", "--git-path", trace, end="\n")
        if os.path.exists(path):
            return operation
    return ""


def _git(top: Path, *args: str, end: str = "\0") -> list[str]:
    command = ["git", "--no-optional-locks", "-C", str(top), *args]
    done = subprocess.run(command, capture_output=True, check=True)
    return os.fsdecode(done.stdout).split(end)[:-1]


def differences(said: Clone, shown: Clone) -> list[str]:
    """Each difference in a line of its own: `-` is what git says, `+` what the screen shows."""
    tops = said.trees.keys() & shown.trees.keys()
    found = [f"- working tree {top}" for top in sorted(said.trees.keys() - tops)]
    found += [f"+ working tree {top}" for top in sorted(shown.trees.keys() - tops)]
    for top in sorted(tops):
        name = os.path.basename(top)
        found += _differing(name, said.trees[top], shown.trees[top])
    both = _apart("in several trees: ", said.both, shown.both)
    return [*found, *(both if not found else ())]


def _differing(name: str, said: Said, shown: Said) -> list[str]:
    found = []
    for field, mine, theirs in zip(Said._fields, said, shown, strict=True):
        if mine != theirs and field not in ("rows", "brought"):
            found += [f"- {name}: {field} {mine!r}", f"+ {name}: {field} {theirs!r}"]
    found += _apart(f"{name}: ", said.rows, shown.rows)
    found += _apart(f"{name}: brought by git: ", said.brought, shown.brought)
    twice = len(shown.rows) - len(set(shown.rows))
    return [*found, f"+ {name}: {twice} rows come twice"] if twice else found


def _apart(what: str, said: Iterable[object], shown: Iterable[object]) -> list[str]:
    mine, theirs = set(said), set(shown)
    found = [f"- {what}{one}" for one in sorted(mine - theirs, key=str)]
    return found + [f"+ {what}{one}" for one in sorted(theirs - mine, key=str)]
