"""Fetches the documents to import: files, folders of tasks, standard input; as text, with a limit.

Whatever cannot be a document is refused in one line each, all at once. What is text with flaws is
read as far as it goes, and the flaws are told with their line.
"""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from os.path import isdir, isfile, join, normpath, realpath
from typing import BinaryIO, NamedTuple

from coord_tui.adapters.document_text import NoText, decoded
from coord_tui.adapters.new_file import kind
from coord_tui.core.importing.read import Source
from coord_tui.core.importing.reading import Warned
from coord_tui.core.importing.statements import Place
from coord_tui.errors import BadInput

MAX_BYTES = 5_000_000
"""Of one file: hundreds of times what people write by hand."""
MAX_FILES = 10_000
"""In one folder of tasks."""
STDIN = "-"
TASKS = ("", "tasks", "completed", "backlog/tasks", "backlog/completed")
"""Where Backlog.md keeps its tasks, seen from the folder that was named."""
BESIDE = ("drafts", "milestones", "backlog/drafts", "backlog/milestones")
"""What counts where there are tasks."""
ARCHIVES = ("archive/tasks", "backlog/archive/tasks")
"""Where it keeps what was dropped."""
SETTINGS = "config.yml"
"""Names the project."""


class Fetched(NamedTuple):
    """The documents as text, and what is wrong with their text."""

    sources: tuple[Source, ...]
    warnings: tuple[Warned, ...] = ()


class NoDocument(BadInput):
    """Some of what was named cannot be read as documents; one line for each."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        super().__init__(self.lines[0])


def fetch(names: Sequence[str], folder: str = ".") -> Fetched:
    """The documents of these names, each file once, however often named; `-` is standard input.

    Args:
        names: files and folders, as typed; sources keep these names.
        folder: what they are relative to.

    Raises:
        NoDocument: some of them are none.
    """
    sources: dict[str, Source] = {}
    warnings: list[Warned] = []
    refused: list[str] = []
    for name in dict.fromkeys(names):
        warnings += _archived(name, folder)
        try:
            for label, data in _read(name, folder):
                file = label if name == STDIN else realpath(join(folder, label))
                if file not in sources:
                    text, flaws = _decoded(label, data)
                    sources[file] = Source(label, text)
                    warnings += flaws
        except _Refused as reason:
            refused.append(str(reason))
    if refused:
        raise NoDocument(refused)
    return Fetched(tuple(sources.values()), tuple(warnings))


class _Refused(Exception):
    """Why one name is no document."""


def _read(name: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """The files that a name stands for, each with the name that it gets."""
    if name == STDIN:
        yield "stdin", _limited(sys.stdin.buffer, "stdin")
        return
    path = join(folder, name)
    if not isdir(path):
        yield name, _file(path, name)
        return
    found = _task_files(path)
    if not found:
        raise _Refused(f"{name} is a folder without tasks of Backlog.md: name the documents in it")
    for inside in found:
        label = normpath(join(name, inside))
        yield label, _file(join(path, inside), label)


def _task_files(path: str) -> list[str]:
    """What a Backlog.md folder holds, given itself, its parent or its `tasks`."""
    found = [one for part in TASKS for one in _documents(path, part)]
    if found:
        found += [one for part in BESIDE for one in _documents(path, part)]
        settings = (join(place, SETTINGS) for place in ("", "backlog"))
        found += [one for one in settings if isfile(join(path, one))]
    if len(found) > MAX_FILES:
        raise _Refused(f"{path} holds more than {MAX_FILES:,} tasks")
    return found


def _archived(name: str, folder: str) -> Iterator[Warned]:
    """That the tasks in an archive beside those that are read are not read."""
    path = join(folder, name)
    found = [one for part in ARCHIVES for one in _documents(path, part)] if isdir(path) else []
    if found and _task_files(path):
        archive = join(name, found[0].partition("archive")[0], "archive")
        count = f"{len(found)} archived tasks are" if found[1:] else "an archived task is"
        words = f"{count} not read: import {normpath(archive)}, too, if that is meant"
        yield Warned(Place(normpath(join(name, found[0])), 1, 1), words)


def _documents(path: str, place: str) -> Iterator[str]:
    """The Markdown files in a folder of tasks; in the one that was named, those called so."""
    try:
        inside = sorted(os.listdir(join(path, place)))
    except OSError:
        return
    for one in inside:
        if one.endswith(".md") and (place or _is_task(one)) and not isdir(join(path, place, one)):
            yield join(place, one)


def _is_task(name: str) -> bool:
    return name.startswith("task-")


def _file(path: str, name: str) -> bytes:
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise _Refused(
                f"{name} is {kind(mode)}, no file: write it into one, or give `-` and pipe"
            )
        with open(path, "rb") as file:
            return _limited(file, name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise _Refused(f"cannot read {name}: {reason}") from None


def _limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise _Refused(f"{name} has more than {limit}: no document that people coordinate by")
    return data


def _decoded(name: str, data: bytes) -> tuple[str, list[Warned]]:
    """The text and its flaws."""
    try:
        text, flaw, line = decoded(data)
    except NoText as reason:
        raise _Refused(f"{name} is {reason}") from None
    if not text.strip():
        raise _Refused(f"{name} is empty")
    return text, [Warned(Place(name, line, line), flaw)] if flaw else []
