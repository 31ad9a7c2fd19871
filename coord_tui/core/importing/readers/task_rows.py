"""Reads a row of a table of tasks; what the plan has no place for becomes the task's details."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.columns import Column
from coord_tui.core.importing.markdown.blocks import Row, Run, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import said
from coord_tui.core.importing.readers.links_words import Wait, says_nothing, wait_in
from coord_tui.core.importing.readers.task_columns import YES, text_at
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.readers.tasks_heads import Head, head_of, without_id
from coord_tui.core.importing.readers.tasks_names import (
    Named,
    is_id,
    leading,
    lettered,
    ticketed,
)
from coord_tui.core.importing.readers.tasks_saying import saying
from coord_tui.core.importing.statements import Place, Said
from coord_tui.core.importing.status import (
    Status,
    commit_in,
    held,
    signed,
    status_of,
    waited_for,
    whole_status,
    without_signs,
)


class Table(NamedTuple):
    """Which column of a table of tasks holds what; no `id` where it has none."""

    kinds: tuple[Column, ...]
    headings: tuple[str, ...]
    id: int | None
    title: int
    inner: bool = False
    """Whether the titles begin with the ids."""
    guess: str = ""
    """Why its rows may be tasks, where nothing says so."""

    def cell(self, row: Row, *kinds: Column) -> Runs:
        """The first cell of one of these kinds that is not the id or title."""
        for kind in kinds:
            for at, each in enumerate(self.kinds):
                if each == kind and at not in (self.id, self.title) and at < len(row.cells):
                    return row.cells[at]
        return ()

    def heading(self, kind: Column) -> str:
        """What the column of a kind is called."""
        called = zip(self.kinds, self.headings, strict=True)
        return next((heading for each, heading in called if each == kind), "")


_EMPTY = re.compile(
    r"[\s\-–—.…_*`~]*|_{2,}|\[.*\]|<.*>"
    r"|\(?(?:none|none yet|tbd|n/?a|empty|todo|tba|example|ninguno|keine|нет|无|なし|없음)"
    r"[\s\w]{0,12}\)?"
    r"|[^<{\[/`]*[<{\[][\w .-]*(?:task|name|title|description|id)[\w .-]*[>}\]].*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\(.*\)|[-–—]+|")
_READ = ("id", "title", "owner", "session", "commit", "group", "files", "after", "blocks")


def id_cell(text: str) -> tuple[str, str]:
    """The id in a cell, and what stands in brackets after it."""
    bare = without_signs(text.strip("*`~[] "))[0].strip("*`~[] ")
    found = re.fullmatch(r"([^\s()（）]+)\s*[(（](.+)[)）]", bare)
    return (found[1], found[2]) if found else (bare.strip("()"), "")


def read_row(
    document: Document, row: Row, table: Table, context: Context, names: Names
) -> Iterator[Said]:
    """The task in a row; nothing when the row is there to be filled in."""
    id, beside = id_cell(text_at(row, table.id))
    title = row.cells[table.title] if table.title < len(row.cells) else ()
    if _EMPTY.fullmatch(plain(title)) or len(id.split()) > 2:
        return
    head = head_of(title, names)
    head = head._replace(title=f"{head.title} {head.more}".strip(), more="")
    head = _uncut(plain(title), head, id)
    head = head._replace(status=head.status or signed(text_at(row, table.id)))
    within = _leading if table.inner else ticketed
    if table.id is None and not head.id and (name := within(head.title)).id:
        head = head._replace(id=name.id, title=name.rest)
    if table.id is not None:
        head = head._replace(id=re.sub(r"\s+", "-", id.lstrip("#").rstrip(".:")))
    fields = _fields(row, table, above=context.status)
    if wait := wait_in(re.sub(r"^[^,;]*[,;]\s*", "", beside)):
        fields = fields._replace(waits=(*fields.waits, wait))
    at = Place(document.name, row.line, row.line)
    if table.guess and (head.id or head.title):
        yield from saying(at, head, fields, context, names, "doubtful", table.guess)
    elif table.id is not None:
        yield from saying(at, head, fields, context, names)
    elif head.title:
        yield from saying(at, head, fields, context, names, "likely", "a row of a table of work")


def _leading(title: str) -> Named:
    """The id, the number or else the letter before a title, where all beside have one."""
    return name if (name := leading(title)).id else lettered(title)


def _uncut(cell: str, head: Head, id: str) -> Head:
    """A title with its first words, where they are no id or not the row's: `E2E: tenant flow`."""
    if not head.id or _bare(head.id) == _bare(id):
        return head
    own = head.named.word or head.named.stream or is_id(head.id, apart=False)
    if own and not id:
        return head
    return without_id(head, cell)


def _bare(id: str) -> str:
    return id.lstrip("#").rstrip(".:").casefold()


def _fields(row: Row, table: Table, above: Status) -> Fields:
    status, commit = _status(row, table)
    status = status or _status_beside(row, table, above)
    files = listed_paths(table.cell(row, "files", "path"))
    return Fields(
        owner=plain(table.cell(row, "owner", "session")),
        status=status,
        commit=commit if status in ("done", "") else "",
        files=tuple(dict.fromkeys(each.path for each in files)),
        group=_group(row, table),
        waits=tuple(_waits(row, table, status)),
        details=_details(row, table, status),
    )


def _status(row: Row, table: Table) -> tuple[Status, str]:
    """How far the task is, and the commit that did it."""
    words = plain(table.cell(row, "status"))
    commit = commit_in(plain(table.cell(row, "commit")), alone=True) or commit_in(words)
    heading = table.heading("status")
    ticking = whole_status(heading) == "done" or not said(heading)
    if ticking and YES & set(said(words).split()[:1]):
        return "done", commit
    struck = any(run.struck for run in row.cells[table.title])
    return status_of(words) or ("done" if struck else ""), commit


def _status_beside(row: Row, table: Table, above: Status) -> Status:
    """How far a task is where no cell is there to say it: by what stands in place of a commit.

    Under a heading that says `done`, also by what stands in any other cell but its title.
    """
    if "status" in table.kinds:
        return ""
    words = plain(table.cell(row, "commit"))
    if commit_in(words, alone=True):
        return "done"
    others = (plain(cell) for at, cell in enumerate(row.cells) if at not in (table.id, table.title))
    cells = (words, *others) if above == "done" else (words,)
    return next((status for each in cells if (status := whole_status(_first(each)))), "")


def _first(cell: str) -> str:
    """The first words of a cell, up to a remark: `(skipped, no need)`."""
    return re.split(r"[,;:(—–]", cell.strip(" (（[*_`"), maxsplit=1)[0].strip(")）]")


def _waits(row: Row, table: Table, status: Status) -> Iterator[Wait]:
    if after := table.cell(row, "after"):
        yield Wait("after", _written(after))
    if blocked := table.cell(row, "blocks"):
        yield Wait("before", _written(blocked))
    if status == "open" and (others := waited_for(plain(table.cell(row, "status")))):
        yield Wait("after", others, loose=True)


def _group(row: Row, table: Table) -> str:
    """The group that a row is in: `2` in a column `Wave` is `Wave 2`."""
    value, heading = plain(table.cell(row, "group")), table.heading("group")
    if not value or says_nothing(value):
        return ""
    complete = group_of(value) or heading.casefold() in value.casefold() or len(value) > 12
    return value if complete else f"{heading} {value}"


def _details(row: Row, table: Table, status: Status) -> str:
    """What the other cells say, each with its heading; a note stands alone."""
    parts: list[str] = []
    for at, (kind, heading) in enumerate(zip(table.kinds, table.headings, strict=True)):
        if (
            at in (table.id, table.title)
            or at >= len(row.cells)
            or not _adds(kind, row.cells[at], status)
        ):
            continue
        text = _written(row.cells[at]).strip()
        parts.append(text if kind == "note" else f"{heading}: {text}")
    return "\n".join(parts)


def _adds(kind: Column, cell: Runs, status: Status) -> bool:
    """Whether a cell says more than the plan keeps of it."""
    words = plain(cell)
    if _PLACEHOLDER.fullmatch(words) or (says_nothing(words) and kind not in _READ):
        return False
    if kind == "status":
        kept = status in ("done", "open", "dropped") and not held(words)
        return not (kept and (whole_status(words) or YES & set(said(words).split())))
    if kind in ("owner", "session"):
        return bool(re.search(r"[+&/,(]", words))
    if kind in ("after", "blocks"):
        return len(words.split()) > 8
    return kind not in _READ or (kind == "commit" and not commit_in(words, alone=True))


def _written(runs: Sequence[Run]) -> str:
    """Runs as Markdown."""
    return "".join(_one(run) for run in runs)


def _one(run: Run) -> str:
    text = f"`{run.text}`" if run.code else run.text
    text = f"[{text}]({run.link})" if run.link else text
    if run.strong and run.text.strip():
        text = f"**{text}**"
    return f"~~{text}~~" if run.struck and run.text.strip() else text
