"""Writes the plan as it is today into files, and says whether what a file holds is still so.

A file that export did not write, what was edited by hand in one that it did, and what stands around
a block stay as they are. `check` writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from os.path import abspath, dirname, join, realpath

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
    same,
    whole,
    without_digest,
)
from coord_tui.core.marked_block import lines_of
from coord_tui.core.plan import Plan
from coord_tui.errors import BadInput, EnvironmentFailed, Refused
from coord_tui.workspace.export_by_hand import Edits, edits_in
from coord_tui.workspace.export_marks import Result, no_conflict, of_marks
from coord_tui.workspace.export_values import EditedByHand, Kept, Target, Today, told
from coord_tui.workspace.places import plan_path
from coord_tui.workspace.workspace import Workspace

UNKNOWN = "the channel is not known here: what sessions did was not compared"


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
        unless `force` when it holds what export did not write; EditedByHand when that is within
        what it did; BadInput when its marks are broken, a conflict is open there or it is no text;
        EnvironmentFailed when it cannot be written, or without the channel would lose what that
        said.
    """
    if realpath(target.path) == realpath(plan_path(layout)):
        raise Refused(f"{target.shown} is the plan itself, from which export writes: name another")
    before = _read(layout, target)
    if not force:
        _may_take(target, before or "")
    written, after = _made(today.plan, target, before or "")
    there = before is not None and _has(target, before)
    if before is not None and (after == before or (there and _only_set(target, before, after))):
        return Kept("unchanged", written.problems)
    if before is not None and there and not force and not _same(target, before, after):
        _loses_nothing(today, target, before, after)
    write_text(target.path, after, before)
    return Kept("refreshed" if there else "written", written.problems)


def _may_take(target: Target, before: str) -> None:
    """Refuse to write where a conflict is open, or over a file of others."""
    _no_conflict(target, before)
    if not target.into and not is_ours(before, target.format):
        other = ", or --into puts a block into it" if target.format in MARKS else ""
        raise Refused(f"{target.shown} holds what export did not write: --force replaces it{other}")


def _loses_nothing(today: Today, target: Target, before: str, after: str) -> None:
    """Refuse to write over edits by hand, and over what cannot be told without the channel."""
    if edits := _edits(today, target, before, after):
        raise EditedByHand(target, _found(today, target, before, after, edits))
    if not _known(today, target):
        raise _cannot_tell(target)


def _only_set(target: Target, before: str, after: str) -> bool:
    """Whether the file only is set otherwise, by an editor or a formatter."""
    return without_digest(before) != without_digest(after) and _same(target, before, after)


def check(layout: Layout, today: Today, target: Target) -> Kept:
    """Whether the file is as `keep` would leave it; writes nothing.

    Raises: BadInput as `keep`; EnvironmentFailed when nobody can tell, without the channel.
    """
    before = _read(layout, target)
    if before is None or not _has(target, before):
        lacks = "it has no such block" if target.into else "it holds what export did not write"
        return Kept("missing", note=lacks if before and before.strip() else "")
    _no_conflict(target, before)
    known = _known(today, target)
    written, after = _made(today.plan, target, before)
    if _same(target, before, after):
        return Kept("fresh", written.problems, note="" if known else UNKNOWN, known=known)
    if edits := _edits(today, target, before, after):
        return _found(today, target, before, after, edits)._replace(problems=written.problems)
    if not known:
        raise _cannot_tell(target)
    return Kept("stale", written.problems, *_first_other(before, after))


def _known(today: Today, target: Target) -> bool:
    """Whether all is known that the form tells."""
    return today.known or target.format == "codeowners"  # which says nothing of tasks


def _cannot_tell(target: Target) -> EnvironmentFailed:
    return EnvironmentFailed(
        f"cannot tell whether {target.shown} is stale: the channel is not known here, and it may "
        "say what sessions did: `coord-tui sync`, or with --plan-only only what coord.yaml says"
    )


def _same(target: Target, before: str, after: str) -> bool:
    if target.into and not _has(target, before):
        return False
    return _of_marks(target, before, lambda: same(before, after, target.format, into=target.into))


def _no_conflict(target: Target, before: str) -> None:
    _of_marks(
        target, before, lambda: no_conflict(target.shown, before, target.format, into=target.into)
    )


def _found(today: Today, target: Target, before: str, after: str, edits: Edits) -> Kept:
    """What was edited there, as an answer."""
    return Kept(
        "edited",
        line=edits.line,
        today=_first_other(before, after)[1],
        note=told(target, edits),
        edited_lines=edits.lines,
        taken_out=edits.gone,
        known=_known(today, target),
    )


def _edits(today: Today, target: Target, before: str, after: str) -> Edits | None:
    """What somebody wrote there by hand, and an export would undo."""
    planned = today.planned or today.plan
    return _of_marks(
        target,
        before,
        lambda: edits_in(
            before,
            after,
            target.format,
            planned,
            today.plan,
            into=target.into,
            known=today.known,
        ),
    )


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
    return of_marks(target.shown, before, step)


def _first_other(before: str, after: str) -> tuple[int, str]:
    """The number of the first line that differs, and what it should be."""
    lines, wanted = lines_of(without_digest(before)), lines_of(without_digest(after))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(lines, wanted, strict=False))
    number = sum(1 for _ in same)
    return number + 1, wanted[number].rstrip("\r\n") if number < len(wanted) else ""
