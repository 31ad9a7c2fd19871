"""Writes the plan as it is today into files, and says whether what a file holds is still so.

A file that export did not write, what was edited by hand in one that it did, and what stands around
a block stay as they are. `check` writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile
from os.path import abspath, dirname, join, realpath
from typing import NamedTuple, TypeVar

from coord_tui.adapters.kept_files import read_text, write_text
from coord_tui.adapters.layout import Layout
from coord_tui.core.exporting.as_planned import as_planned
from coord_tui.core.exporting.formats import (
    MARKS,
    Dialect,
    Format,
    Written,
    body,
    has_block,
    inside,
    is_ours,
    level_in,
    whole,
    without_digest,
)
from coord_tui.core.marked_block import MarksBroken, lines_of
from coord_tui.core.plan import Plan
from coord_tui.core.shell import word
from coord_tui.errors import BadInput, EnvironmentFailed, Refused
from coord_tui.workspace.export_by_hand import Edits, edits_in
from coord_tui.workspace.places import PLAN, plan_path
from coord_tui.workspace.workspace import Workspace

Result = TypeVar("Result")

_CONFLICT = re.compile(r"^<{7} .*^={7}\r?$.*^>{7} ", re.MULTILINE | re.DOTALL)

UNKNOWN = "the channel is not known here: what sessions did was not compared"


class Today(NamedTuple):
    """The plan as an export tells it."""

    plan: Plan
    known: bool = True
    """Whether the channel is known here; if not, the plan is all that there is."""
    planned: Plan | None = None
    """What coord.yaml says; None: the same."""


class Target(NamedTuple):
    """Where an export goes."""

    path: str
    """Absolute."""
    shown: str
    """As it was given."""
    format: Format
    into: bool = False
    """As a block among other things, instead of the whole file."""
    dialect: Dialect = "github"


class Kept(NamedTuple):
    """What became of the file, or would."""

    change: str
    """`written`, `refreshed`, `unchanged`; of a look `fresh`, `stale`, `edited` or `missing`."""
    problems: tuple[str, ...] = ()
    line: int = 0
    """The first line of the file that is not as it should be; 0: there is none."""
    today: str = ""
    """What should stand there."""
    note: str = ""


def today(workspace: Workspace, *, plan_only: bool = False) -> Today:
    """The plan with what the channel says of its tasks, or without it."""
    if plan_only:
        return Today(workspace.plan)
    board = workspace.board()
    heard = board.log or not workspace.remote or board.contact.at
    return Today(as_planned(board), bool(heard), workspace.plan)


def target(
    repo: str, name: str, format: Format, *, into: bool, dialect: Dialect | None = None
) -> Target:
    """The file of that name, from the folder `repo`. Raises: BadInput for JSON as a block."""
    if into and format not in MARKS:
        raise BadInput(f"{format} is a whole file, no block in one: use -o {name}")
    usual: Dialect = "gitlab" if ".gitlab" in name.split("/") else "github"
    return Target(abspath(join(realpath(repo), name)), name, format, into, dialect or usual)


def keep(layout: Layout, today: Today, target: Target, *, force: bool = False) -> Kept:
    """Write the file, or renew the block in it.

    Raises: Refused when the file is the plan, is read-only, changed while this looked at it, or
        unless `force` when it holds what export did not write, also within its block; BadInput
        when its marks are broken or it is no text; EnvironmentFailed when it cannot be written.
    """
    if realpath(target.path) == realpath(plan_path(layout)):
        raise Refused(f"{target.shown} is the plan itself, from which export writes: name another")
    before = _read(layout, target)
    if not target.into and not force and not is_ours(before or "", target.format):
        other = ", or --into puts a block into it" if target.format in MARKS else ""
        raise Refused(f"{target.shown} holds what export did not write: --force replaces it{other}")
    written, after = _made(today.plan, target, before or "")
    if after == before:
        return Kept("unchanged", written.problems)
    if not force and before and (edits := _edits(today, target, before, after)):
        raise Refused(edited(target, edits.line, _told(target, edits)))
    write_text(target.path, after, before)
    return Kept("refreshed" if _has(target, before) else "written", written.problems)


def check(layout: Layout, today: Today, target: Target) -> Kept:
    """Whether the file is as `keep` would leave it; writes nothing.

    Raises: BadInput as `keep`; EnvironmentFailed when nobody can tell, without the channel.
    """
    before = _read(layout, target)
    if before is None or not _has(target, before):
        lacks = "it has no such block" if target.into else "it holds what export did not write"
        return Kept("missing", note=lacks if before and before.strip() else "")
    known = today.known or target.format == "codeowners"  # which says nothing of tasks
    written, after = _made(today.plan, target, before)
    if without_digest(after) == without_digest(before):
        return Kept("fresh", written.problems, note="" if known else UNKNOWN)
    if not known:
        raise EnvironmentFailed(
            f"cannot tell whether {target.shown} is stale: the channel is not known here: "
            "`coord-tui sync`, or export and check it with --plan-only"
        )
    other = _first_other(before, after)
    if edits := _edits(today, target, before, after):
        return Kept("edited", written.problems, edits.line, other[1], _told(target, edits))
    return Kept("stale", written.problems, *other)


def _edits(today: Today, target: Target, before: str, after: str) -> Edits | None:
    """What somebody wrote there by hand, and an export would undo."""
    planned = today.planned or today.plan
    return _of_marks(
        target,
        before,
        lambda: edits_in(before, after, target.format, planned, today.plan, into=target.into),
    )


def edited(target: Target, line: int, told: str) -> str:
    """That a file was edited by hand, and what else is told of that."""
    return f"{target.shown}:{line}: edited by hand: {told}"


def _told(target: Target, edits: Edits) -> str:
    """What was edited, and what to do about it."""
    ways = []
    if edits.lines and target.format in ("markdown", "codeowners"):
        ways = [f"`coord-tui import {word(target.shown)} -o {PLAN}` takes over what was written"]
    if edits.gone and target.format == "markdown":
        ways += [f"what is to go has to go from {PLAN} too"]
    return f"{edits.words()}: {', '.join([*ways, '--force undoes it'])}"


def _read(layout: Layout, target: Target) -> str | None:
    """The text of the file; one outside of the repository is meant when it is named."""
    top = layout.top.rstrip("/") + "/"
    folder = realpath(dirname(target.path))
    if not target.path.startswith(top) and not f"{folder}/".startswith(top):
        layout = Layout(folder, layout.git_dir, layout.common_dir)
    return read_text(layout, target.path)


def _made(plan: Plan, target: Target, before: str) -> tuple[Written, str]:
    def make() -> tuple[Written, str]:
        level = level_in(before) if target.into and target.format == "markdown" else 1
        written = body(plan, target.format, level, target.dialect)
        frame = inside if target.into else whole
        return written, frame(written.text, target.format, before)

    return _of_marks(target, before, make)


def _has(target: Target, before: str | None) -> bool:
    """Whether the file holds an export already."""
    if before is None:
        return False
    if target.into:
        return _of_marks(target, before, lambda: has_block(before, target.format))
    return bool(before.strip()) and is_ours(before, target.format)


def _of_marks(target: Target, before: str, step: Callable[[], Result]) -> Result:
    try:
        return step()
    except MarksBroken as error:
        where = f"{target.shown}:{error.line}"
        if _CONFLICT.search(before):
            words = "a merge conflict is open in the block: take either side, then export again"
            raise BadInput(f"{where}: {words}") from None
        raise BadInput(f"{where}: {error}; it stays as it is: mend the marks") from None


def _first_other(before: str, after: str) -> tuple[int, str]:
    """The number of the first line that differs, and what it should be."""
    lines, wanted = lines_of(without_digest(before)), lines_of(without_digest(after))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(lines, wanted, strict=False))
    number = sum(1 for _ in same)
    return number + 1, wanted[number].rstrip("\r\n") if number < len(wanted) else ""
