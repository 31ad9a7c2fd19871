"""Says which columns of a table hold owners and the paths that are theirs."""

from collections.abc import Sequence

from coord_tui.core.importing.columns import Columns, bearer
from coord_tui.core.importing.markdown.blocks import Row
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.readers.parties import parties_at
from coord_tui.core.importing.readers.row_names import numbered, subject
from coord_tui.core.importing.readers.table_contents import (
    is_unfilled,
    listed,
    names_at,
    paths_at,
    repeated_at,
    roles_at,
)
from coord_tui.core.importing.readers.whom_context import Within
from coord_tui.core.importing.routes import lists_routes


def found_in(
    rows: Sequence[Row], kinds: Columns, within: Within, names: Names
) -> tuple[int | None, int | None]:
    """The columns of names and of paths, where owners are told by what the cells hold too."""
    who, where = _who(kinds, rows), _where(kinds, rows, within)
    who = parties_at(rows, kinds, names) if who is None else who
    who = subject(rows, kinds, within.mode == "owners") if who is None else who
    if within.mode in ("owners", "people"):
        who = names_at(rows, kinds, names) if who is None else who
        who = roles_at(rows, kinds, names) if who is None else who
    if within.mode == "owners":
        few = where is None or 2 * _holding(rows, where) < len(rows) - 1
        where = next((at for at in (paths_at(rows, kinds),) if few and at is not None), where)
        who = repeated_at(rows, kinds) if who is None else who
    return who, where


def _who(kinds: Columns, rows: Sequence[Row]) -> int | None:
    """The column of names."""
    if kinds.has("session", "owner"):
        return (
            kinds.first("owner")
            if kinds.has("path") and not kinds.has("owns")
            else kinds.first("session")
        )
    at = kinds.first("owner", "session")
    if at is not None and kinds.kinds[at] == "session" and is_unfilled(rows, at):
        return kinds.first("role", "id")
    return at if at is not None or not kinds.has("owns") else bearer(kinds, rows)


def _where(kinds: Columns, rows: Sequence[Row], within: Within) -> int | None:
    """The column of paths; none in a table of tasks, whose files nobody owns for good."""
    if lists_routes(rows):
        return None
    owning = within.mode in ("own", "owners", "people", "shared")
    if within.mode == "people" and kinds.kinds[0] == "title" and kinds.has("files"):
        return None
    owning = owning or (bool(within.session) and kinds.has("owns"))
    work = _WORK & set(kinds.kinds) if not numbered(rows, kinds) else frozenset()
    wanted: list[str] = ["owns"]
    if owning or not work:
        wanted.append("path")
    named = kinds.first("session", "owner") is not None and not work
    if owning or named or kinds.kinds[0] == "files":
        wanted.append("files")
    if "path" in wanted and kinds.has("path", "owner"):
        wanted = ["path", *wanted]
    places = [at for kind in wanted for at, each in enumerate(kinds.kinds) if each == kind]
    holding = {at: _holding(rows, at) for at in places}
    most = max(holding.values(), default=0)
    return next((at for at in places if holding[at] and 2 * holding[at] >= most), None)


def _holding(rows: Sequence[Row], at: int) -> int:
    """In how many rows a column lists paths."""
    header, *body = rows
    return sum(bool(listed(header, row, at, alike=False)) for row in body)


_WORK = frozenset({"title", "id", "after", "blocks", "group", "priority", "commit", "pr"})
"""Columns of a table whose rows are work."""
