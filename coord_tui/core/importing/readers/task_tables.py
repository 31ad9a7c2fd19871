"""Finds the tables of which each row is a task, and what their columns hold.

A table is one of tasks when its header says so, or when its rows have ids and somebody or something
to wait for. Tables of people, files, packages, decisions, queues of merges are none.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.columns import Column
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.links_words import references
from coord_tui.core.importing.readers.task_boards import columns_of_states, read_board
from coord_tui.core.importing.readers.task_columns import (
    TITLES,
    Header,
    header_of,
    is_title,
    measures,
    with_names,
)
from coord_tui.core.importing.readers.task_guesses import why_tasks
from coord_tui.core.importing.readers.task_rows import Table, id_cell, read_row
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_headings import leads_elsewhere
from coord_tui.core.importing.readers.tasks_names import (
    counted,
    in_alphabet,
    is_id,
    named,
    unmarked,
)
from coord_tui.core.importing.readers.tasks_streams import read_streams
from coord_tui.core.importing.statements import Said
from coord_tui.core.importing.words.tasks import STREAM_WORDS, WEAK_TITLE_WORDS

_STRONG = TITLES - listed(WEAK_TITLE_WORDS)
_NOT_TITLES = listed(
    """goal; goals; objective; milestone; step; activity; current task; subject; checkpoint;
    task type; tasks"""
)
_STREAMS = listed(STREAM_WORDS) | listed("workstreams; ws; wp; streams; lanes; tracks")
_NEVER_IDS = ("pr", "path", "files", "owner", "branch", "commit", "status", "after", "email")
_NEVER_TITLES = (
    "owner", "status", "after", "blocks", "branch", "worktree", "pr", "commit", "email", "github",
    "priority", "group",
)  # fmt: skip
_WORKING: set[Column] = {"owner", "session", "status", "after", "blocks", "commit"}


def read_table(document: Document, node: Node, context: Context, names: Names) -> Iterator[Said]:
    """The tasks in a table, if it is one of tasks."""
    if states := columns_of_states(node):
        yield from read_board(document, node, states, context, names)
        return
    table = _table(node, context, names)
    if table is None:
        if len(node.rows) > 2 and len(node.rows[0].cells) > 1:
            yield from read_streams(document, node, context, names)
        return
    for row in node.rows[1:]:
        yield from read_row(document, row, table, context, names)


def _table(node: Node, context: Context, names: Names) -> Table | None:
    """The columns of a table of tasks; nothing when it is another table."""
    if len(node.rows) < 2 or len(node.rows[0].cells) < 2:
        return None
    header = with_names(header_of(node.rows), names)
    id = _id_column(header)
    title = _title_column(header, id)
    if title is None:
        return None
    titles = header.cells(title)
    if id is not None and _only_counts(header, id, title):
        id = None
    own = _have_ids(titles) or in_alphabet(titles) or _cites_titles(header, title)
    inner = id is None and own
    table = Table(header.kinds, header.headings, id, title, inner)
    by_ids = (id is not None or inner) and _has_tasks_by_id(table, header, context)
    if by_ids or (id is None and _has_tasks_by_title(table, context)):
        return table
    guess = "" if _is_about_paths(table) else why_tasks(table, header, context)
    return table._replace(guess=guess) if guess else None


def _id_column(header: Header) -> int | None:
    """The column of ids: called so, or the first one when its cells are ids, all different.

    Of a count and a column of ids beside it the ids count: `1 | S1.1 | Task`.
    """
    if all(cell.isdigit() for cell in header.cells(0)) and (beside := _beside_count(header)):
        return beside
    for at, kind in enumerate(header.kinds[:2]):
        cells = header.cells(at)
        if kind == "id" and not _repeats(cells):
            short = [len(id_cell(cell)[0].split()) <= 2 for cell in cells]
            return at if sum(short) * 2 > len(short) else None
    if header.kinds[0] == "session" and said(header.headings[0]) not in _STREAMS:
        return None
    ids = [id_cell(cell)[0] for cell in header.cells(0)]
    alike = all(is_id(id) or re.fullmatch(r"#?\d{1,4}", id) for id in ids)
    if header.kinds[0] not in _NEVER_IDS and alike and len(set(ids)) == len(ids):
        return 0
    return _cited_column(header)


def _beside_count(header: Header) -> int | None:
    """The column of ids beside one that only counts the rows: it is cited, or is called so."""
    if (cited := _cited_column(header)) is not None:
        return cited
    cells = header.cells(1)
    ids = all(map(is_id, cells)) and len(set(cells)) == len(cells)
    return 1 if ids and header.kinds[1] == "id" else None


def _cited(header: Header) -> set[str]:
    """The names by which rows say what they wait for."""
    return {
        name for at, kind in enumerate(header.kinds) if kind in ("after", "blocks")
        for cell in header.cells(at) for name in references(cell)
    }  # fmt: skip


def _cited_column(header: Header) -> int | None:
    """A column of ids that stands anywhere, when the rows say by them what they wait for."""
    cited = _cited(header)
    for at, kind in enumerate(header.kinds):
        cells = header.cells(at)
        ids = all(is_id(cell) for cell in cells) and len(set(cells)) == len(cells)
        if ids and kind not in ("after", "blocks") and cited & set(cells):
            return at
    return None


def _title_column(header: Header, id: int | None) -> int | None:
    """The column of titles: one that is called so, or with ids the first one of words."""
    others = [at for at in range(len(header.kinds)) if at != id]
    called = [at for at in others if is_title(header.headings[at])]
    if called or id is None:
        return called[0] if called else _with_inner_ids(header)
    like = [at for at in others if header.kinds[at] == "title"]
    like = [at for at in like if said(header.headings[at]) not in _NOT_TITLES]
    worded = [
        at
        for at in others
        if header.kinds[at] not in _NEVER_TITLES and not _repeats(header.cells(at))
    ]
    at = next(iter((*like, *worded)), None)
    return None if at is None or (at not in like and _are_paths(header.cells(at))) else at


def _with_inner_ids(header: Header) -> int | None:
    """The first column, when its titles begin with ids and it is not called anything else."""
    unknown = header.kinds[0] in ("", "id", "title")
    cells = header.cells(0)
    parts = {"after", "status"} <= {*header.kinds} and in_alphabet(cells)
    return 0 if unknown and (parts or _have_ids(cells)) else None


def _only_counts(header: Header, id: int, title: int) -> bool:
    """Whether ids only count the rows, which wait for each other by the ids in their titles."""
    return all(cell.isdigit() for cell in header.cells(id)) and _cites_titles(header, title)


def _cites_titles(header: Header, title: int) -> bool:
    """Whether all titles begin with ids, and rows say by these what they wait for."""
    ids = {unmarked(cell).id or named(cell).id for cell in header.cells(title)} - {""}
    return len(ids) == len(header.rows) and bool(ids & _cited(header))


def _have_ids(titles: Sequence[str]) -> bool:
    """Whether all titles begin with ids of one kind, all different: `T-1 Oar`, `2.1 Sail`."""
    if counted(titles):
        return True
    ids = [unmarked(title).id for title in titles]
    return len(ids) > 1 and all(ids) and len(set(ids)) == len(ids) and len(_kin(ids)) == 1


def _kin(ids: Sequence[str]) -> set[str]:
    return {re.sub(r"[\d.].*", "", id) for id in ids}


def _repeats(cells: Sequence[str]) -> bool:
    """Whether a column says the same again and again."""
    return len(cells) > 1 and len(set(cells)) * 2 <= len(cells)


def _are_paths(cells: Sequence[str]) -> bool:
    paths = [cell for cell in cells if "." in cell and path_of(cell.split(",")[0], code=True)]
    return len(paths) * 2 > len(cells)


def _has_tasks_by_id(table: Table, header: Header, context: Context) -> bool:
    """Whether rows with ids are tasks."""
    called, working = said(table.headings[table.title]), _working(table)
    telling = {"owner", "session", "after", "status"} & working
    if called in _STRONG or context.asks:
        return bool(telling) or not context.elsewhere
    if context.elsewhere or _is_about_paths(table):
        return False
    if called not in TITLES and leads_elsewhere(called):
        return False
    like_ids = sum(is_id(id_cell(cell)[0]) for cell in header.cells(table.id or 0))
    ids = table.inner or like_ids * 2 > len(header.rows)
    if not telling:
        return (ids and context.last == "session") or _is_measured(table, context)
    return called in TITLES or ids or len(telling) > 1 or "owner" in telling


def _has_tasks_by_title(table: Table, context: Context) -> bool:
    """Whether rows without ids are tasks."""
    called, working = said(table.headings[table.title]), _working(table)
    given = table.title == 0 and called in _STRONG and (context.asks or context.owner)
    if _is_about_paths(table) and not ("status" in working or context.status or given):
        return False
    of_session = "session" in table.kinds and table.kinds.index("session") < table.title
    if of_session and not {"status", "after"} & working:
        return called in _STRONG and (context.asks or context.last == "group")
    if _is_measured(table, context):
        return True
    if called in _STRONG:
        return bool(working - {"blocks"} or context.status)
    return (bool({"owner", "after"} & working) and not context.closed) or (
        bool(working) and context.asks
    )


def _is_measured(table: Table, context: Context) -> bool:
    """Whether a column beside the titles says how long the work takes, where work is listed.

    `Task | Hours` under somebody's name or under `Sprint backlog`; `Task | Command` is a help.
    """
    called = said(table.headings[table.title])
    others = [each for at, each in enumerate(table.headings) if at != table.title]
    given = bool(context.owner) or context.last in ("asks", "group")
    listing = context.last == "session" or (called in _STRONG and given)
    return listing and not context.closed and any(measures(each) for each in others)


def _working(table: Table) -> set[Column]:
    """The kinds of columns that say something of the work."""
    return {
        kind for at, kind in enumerate(table.kinds) if at not in (table.id, table.title)
    } & _WORKING


def _is_about_paths(table: Table) -> bool:
    return table.kinds[0] in ("path", "owns") or "path" in table.kinds[:2]
