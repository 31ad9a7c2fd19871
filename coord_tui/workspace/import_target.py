"""Finds where an import goes: the file, what is there, and whether the program reads it there."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from os import readlink
from os.path import abspath, dirname, exists, isdir, isfile, islink, join, realpath, relpath
from typing import Literal, NamedTuple

from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.new_file import bytes_of, kind
from coord_tui.adapters.plan_file import LoadedPlan, PlanBroken, load_plan
from coord_tui.errors import BadInput, EnvironmentFailed
from coord_tui.workspace.places import PLAN, plan_path

Home = Literal["top", "repository", "nowhere"]
"""Where a plan lies: as that of a repository, elsewhere in one, in none."""
OTHERS = (".md", ".markdown", ".json", ".jsonl")
"""How the names of files end that are no YAML."""


class Target(NamedTuple):
    """Where the plan goes, and what is there."""

    path: str
    """Absolute."""
    name: str
    """As it was typed."""
    found: LoadedPlan | None = None
    """None when no plan is there yet."""
    before: bytes | None = None
    """What the file holds, also when that is no plan yet; None without a file."""


def find_target(name: str, folder: str, documents: Iterable[str] = ()) -> Target:
    """The plan that is to be written; without a name, that of the repository around the folder.

    A file of comments and blanks alone is no plan yet.

    Args:
        name: the file, relative to `folder`.
        folder: where the command runs.
        documents: the files that are imported, relative to `folder`.

    Raises:
        BadInput: it is a folder, another thing that is no file, a link to nothing, one of the
            documents, a file of another form, or a plan that is broken.
        EnvironmentFailed: it cannot be read, or there is no name and no repository.
    """
    path = abspath(join(folder, name)) if name else plan_path(find_layout(folder))
    name = name or relpath(path, folder)
    if isdir(path):
        raise BadInput(f"{name} is a folder: name the file in it, {join(name, PLAN)}")
    if not isdir(dirname(path)):
        raise BadInput(f"there is no folder {dirname(name)}: make it first")
    if realpath(path) in (realpath(join(folder, one)) for one in documents):
        raise BadInput(f"{name} is a document to import, no plan: -o {PLAN} writes one")
    before = _before(path, name)
    if before is not None and _says_something(before):
        return Target(path, name, _found(path, name), before)
    if name.endswith(OTHERS):
        raise BadInput(_is_other(name))
    return Target(path, name, None, before)


def home(target: Target) -> Home:
    """Where the plan lies, or will."""
    try:
        plan = plan_path(find_layout(dirname(target.path)))
    except EnvironmentFailed:
        return "nowhere"
    return "top" if realpath(plan) == realpath(target.path) else "repository"


def _found(path: str, name: str) -> LoadedPlan:
    """The plan that is there."""
    try:
        return load_plan(path)
    except PlanBroken:
        if name.endswith(OTHERS):
            raise BadInput(_is_other(name)) from None
        raise


def _is_other(name: str) -> str:
    words = f"{name} is no name for a plan, which is YAML: -o {PLAN}"
    return f"{words}, and then `coord-tui export json`" if name.endswith(".json") else words


def _before(path: str, name: str) -> bytes | None:
    if islink(path) and not exists(path):
        raise BadInput(f"{name} is a link to {readlink(path)}, and nothing is there: remove it")
    if exists(path) and not isfile(path):
        raise BadInput(f"{name} is {kind(os.stat(path).st_mode)}, no file: name another")
    return bytes_of(path)


def _says_something(source: bytes) -> bool:
    """Whether there is more than comments and blanks."""
    lines = source.removeprefix(BOM_UTF8).splitlines()
    return any(line.strip() and not line.strip().startswith(b"#") for line in lines)
