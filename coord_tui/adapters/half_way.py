"""Finds what git left in the working tree when it was stopped on the way to another commit.

Nothing is lost with such a file: it is missing, or just as that commit has it.
"""

from __future__ import annotations

import os
from os.path import islink, join, lexists
from typing import NamedTuple

from coord_tui.adapters.in_the_way import MODULE, STATUS, Step
from coord_tui.adapters.status_records import records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.adapters.git import Git

AS_STAGED = (".M", ".D", ".T")
"""Codes of files of which nothing is staged, so that the index has what was there before."""


class HalfWay(NamedTuple):
    """Files that are not as they were, sorted."""

    back: tuple[str, ...] = ()
    """Those that the index still has as they were."""
    away: tuple[str, ...] = ()
    """Those that were not there."""


def half_way(git: Git, steps: Sequence[Step]) -> HalfWay:
    """What is left of going these steps, without the index. Raises: EnvironmentFailed."""
    codes = {one.path: one.code for one in records(git.run(*STATUS))}
    changed = [step for step in steps if codes.get(step.path) in AS_STAGED]
    came = [step for step in steps if step.kind == "A" and step.path not in codes]
    there = [step for step in (*changed, *came) if lexists(join(git.top, step.path))]
    arrived = _as_meant(git, [step for step in there if step.mode != MODULE])
    missing = {step.path for step in changed if codes[step.path] == ".D"}
    back = missing | {step.path for step in changed if step.path in arrived}
    return HalfWay(
        tuple(sorted(back)), tuple(sorted(step.path for step in came if step.path in arrived))
    )


def _as_meant(git: Git, steps: Sequence[Step]) -> set[str]:
    """The paths that are just as the second commit has them."""
    links = [step for step in steps if islink(join(git.top, step.path))]
    files = [step for step in steps if step not in links and _fits_a_line(step.path)]
    found = {step.path for step in links if _hash_of_link(git, step.path) == step.sha}
    named = b"".join(os.fsencode(step.path) + b"\n" for step in files)
    said = git.ask("hash-object", "--stdin-paths", input=named) or b""
    hashes = said.decode("ascii").split()
    pairs = zip(files, hashes, strict=True) if len(hashes) == len(files) else ()
    return found | {step.path for step, sha in pairs if sha == step.sha}


def _fits_a_line(path: str) -> bool:
    return "\n" not in path and not path.startswith('"')


def _hash_of_link(git: Git, path: str) -> str:
    to = os.fsencode(os.readlink(join(git.top, path)))
    return git.run("hash-object", "--stdin", "--no-filters", input=to).decode("ascii").strip()


def overlooked(git: Git, paths: Sequence[str]) -> dict[str, str]:
    """Those of the paths that git is told to overlook, each with the option that ends it."""
    asked = (f":(top,literal){path}" for path in paths)
    found: dict[str, str] = {}
    for line in os.fsdecode(git.run("ls-files", "-v", "-z", "--", *asked)).split("\0"):
        mark, path = line[:1], line[2:]
        if path in paths and mark in ("S", "s"):
            found[path] = "--no-skip-worktree"
        elif path in paths and mark.islower():
            found[path] = "--no-assume-unchanged"
    return found
