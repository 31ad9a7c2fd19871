"""Reads what `git merge-tree --stdin -z` prints of each merge; whatever it prints, no error comes.

The merges are of full commit ids. A file that git moved out of the way (`d~6910c3c…`) counts under
its own name, a file that was renamed two ways under its old one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.radar import Kind, State

SAYS: tuple[tuple[str, Kind], ...] = (
    ("file/directory", "folder"),
    ("rename", "renamed"),
    ("submodule", "submodule"),
    ("binary", "binary"),
    ("content", "edited"),
)
"""What the type of a conflict holds, and what it means; the first that fits."""

MOVED = re.compile(r"~[0-9a-f]{40}([0-9a-f]{24})?(_\d+)?\Z")
DELETIONS = ("modify/delete", "rename/delete")
CONFLICT = "CONFLICT"


class Stage(NamedTuple):
    """One version of a file in conflict."""

    path: str
    number: int
    """1 what both began with, 2 the one's, 3 the other's."""
    mode: str
    blob: str


class Verdict(NamedTuple):
    """What git says of merging two commits."""

    state: State = "clean"
    paths: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    reason: str = ""

    def turned(self) -> "Verdict":
        """The same with the sides the other way round."""
        return self._replace(kinds=tuple(TURNED.get(kind, kind) for kind in self.kinds))


TURNED: dict[Kind, Kind] = {"one deleted": "other deleted", "other deleted": "one deleted"}


class Merge(NamedTuple):
    """One merge: what git says of it, and the versions of the files in conflict."""

    verdict: Verdict
    stages: tuple[Stage, ...] = ()


class Message(NamedTuple):
    """What git says of one or more paths."""

    paths: tuple[str, ...]
    about: str
    """The type without its brackets, such as `modify/delete`; empty: it is no conflict."""


def read_merges(output: bytes) -> list[Merge]:
    """The merges that git printed whole, in order."""
    fields = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    merges: list[Merge] = []
    try:
        while mark := next(fields):
            next(fields)  # the merged tree
            merges.append(_merge(fields, clean=mark == "1"))
    except (StopIteration, ValueError):
        return merges  # git ended in the middle of one
    return merges


def _merge(fields: Iterator[str], *, clean: bool) -> Merge:
    if clean:
        _skipped(fields)
        return Merge(Verdict())
    stages = tuple(_stages(fields))
    found = _kinds(stages, list(_messages(fields)))
    paths = tuple(sorted(found))
    return Merge(Verdict("conflict", paths, tuple(found[path] for path in paths)), stages)


def _skipped(fields: Iterator[str]) -> None:
    while _next(fields):
        pass


def _stages(fields: Iterator[str]) -> Iterator[Stage]:
    while entry := _next(fields):
        facts, _, path = entry.partition("\t")
        mode, blob, number = facts.split(" ")
        yield Stage(_own_name(path), int(number), mode, blob)


def _messages(fields: Iterator[str]) -> Iterator[Message]:
    while count := _next(fields):
        paths = tuple(_own_name(_next(fields)) for _ in range(int(count)))
        type, _ = _next(fields), _next(fields)
        about = type.partition("(")[2].rstrip(")") if type.startswith(CONFLICT) else ""
        yield Message(paths, about)


def _own_name(path: str) -> str:
    """The path without what git put behind it when it moved the file out of the way."""
    return MOVED.sub("", path)


def _next(fields: Iterator[str]) -> str:
    for field in fields:
        return field
    raise ValueError("git ended in the middle")


def _kinds(stages: tuple[Stage, ...], messages: list[Message]) -> dict[str, Kind]:
    """How each file is in conflict; one that git says nothing of is edited by both."""
    sides: dict[str, set[int]] = {}
    for stage in stages:
        sides.setdefault(stage.path, set()).add(stage.number)
    found: dict[str, set[Kind]] = {}
    told: set[str] = set()
    for message in messages:
        if message.about and message.paths:
            told.update(message.paths)
            path = message.paths[0]
            found.setdefault(path, set()).add(_kind(message, sides.get(path, set())))
    for path in sides.keys() - told:
        found.setdefault(path, set()).add("edited")
    return {path: min(kinds, key=ORDER.index) for path, kinds in found.items()}


def _kind(message: Message, sides: set[int]) -> Kind:
    if message.about.startswith(DELETIONS):
        return "one deleted" if 2 not in sides else "other deleted"
    for said, kind in SAYS:
        if said in message.about:
            return "added" if kind == "edited" and 1 not in sides else kind
    return "other"


ORDER: tuple[Kind, ...] = (
    "folder", "renamed", "one deleted", "other deleted", "submodule", "binary", "added", "edited",
    "other",
)  # fmt: skip
"""Of several, the one that comes first here says most."""
