"""Finds whose files are whose in tables: paths with their owners, owners with their paths."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.alone import without_only
from coord_tui.core.importing.calling import Called, called, called_all, everybody, nobody
from coord_tui.core.importing.columns import Columns, bearer, columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.bearers import Bearers
from coord_tui.core.importing.readers.parties import in_full, owning, parties_at
from coord_tui.core.importing.readers.table_contents import (
    as_paths,
    is_of_paths,
    is_unfilled,
    names_at,
    paths_at,
)
from coord_tui.core.importing.readers.whom_context import Within, is_silent, tables
from coord_tui.core.importing.routes import lists_routes
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidOwned,
    SaidSession,
    SaidShared,
)
from coord_tui.core.importing.whom import AVOIDS, PLANNED, SHARES


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owners and paths of every table that has a column for both."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    bearers = Bearers(document)
    for table, within in tables(document, names):
        kinds = Columns(columns(table.rows[0]))
        who, where = _found(table.rows, kinds, within, names)
        who = next(iter(bearers.of(table)), who)
        stated = kinds.has_any("owner", "session") and kinds.has_any("path", "owns")
        if is_silent(within, stated) or where is None or _is_planned(table.rows[0], who):
            continue
        if who is None:
            yield from _whole(document, table.rows, where, kinds, within)
            continue
        yield from _Rows(document, names, kinds, who, where, within).read(table.rows)


def _found(
    rows: Sequence[Row], kinds: Columns, within: Within, names: Names
) -> tuple[int | None, int | None]:
    """The columns of names and of paths, where owners are told by what the cells hold too."""
    who, where = _who(kinds, rows), _where(kinds, rows, within)
    who = parties_at(rows, kinds, names) if who is None else who
    if within.mode in ("owners", "people"):
        who = names_at(rows, kinds, names) if who is None else who
    if within.mode == "owners" and where is None:
        where = paths_at(rows, kinds)
    return who, where


def _is_planned(header: Row, who: int | None) -> bool:
    """Whether a table says who will own or who did."""
    return PLANNED.within(plain(_cell(header, who)))


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
    work = {"title", "id", "after", "blocks", "group", "priority", "commit", "pr"} & set(
        kinds.kinds
    )
    wanted: list[str] = ["owns"]
    if owning or not work:
        wanted.append("path")
    named = kinds.first("session", "owner") is not None and not work
    if owning or named or kinds.kinds[0] == "files":
        wanted.append("files")
    if "path" in wanted and kinds.has("path", "owner"):
        wanted = ["path", *wanted]
    places = [at for kind in wanted for at, each in enumerate(kinds.kinds) if each == kind]
    return next(
        (at for at in places if any(listed_paths(_cell(row, at)) for row in rows[1:])), None
    )


_RELEASED = wordlist(
    "released expired returned liberado liberada liberé freigegeben rilasciato 已释放 解放済み"
)
"""States of a row that nobody holds any more."""


def _is_released(row: Row, but: Sequence[int]) -> bool:
    """Whether a cell says that the row is let go, and not to whom."""
    said = (plain(cell).casefold() for at, cell in enumerate(row.cells) if at not in but)
    return any(re.split(r"\s*(?:[(（,;:—–-]|$)", each.strip())[0] in _RELEASED for each in said)


class _Rows:
    """The rows of one table of owners and paths."""

    def __init__(
        self, document: Document, names: Names, kinds: Columns, who: int, where: int, within: Within
    ) -> None:
        self.document, self.names, self.within = document, names, within
        self.kinds, self.who, self.where = kinds, who, where
        self.note = kinds.first("note", "status")
        self.alone = False
        """Whether the column names those who own also what others may edit after asking."""

    def read(self, rows: Sequence[Row]) -> Iterator[Said]:
        above = ""
        alike = is_of_paths(rows, self.where)
        also = self.kinds.first("shared")
        first = spelled(plain(_cell(rows[0], self.who))).split()[:1]
        self.alone = self.kinds.kinds[self.who] == "owner" and not _MAIN & set(first)
        for row in rows[1:]:
            words = without_only(plain(_cell(row, self.who))) or above
            above = words
            found = _listed(rows[0], row, self.where, alike)
            if also is not None and self.where != also:
                yield from self.shared(row, words, listed_paths(_cell(row, also)))
            if found and not _is_released(row, (self.who, self.where)):
                yield from self.row(row, words, found)

    def shared(self, row: Row, words: str, found: Sequence[Found]) -> Iterator[Said]:
        """What a row names in a column of shared files."""
        parts = tuple((each.name, "") for each in self.owners(words))
        for each in found:
            yield SaidShared(
                Place(self.document.name, row.line, row.line), each.path, each.note, parts
            )

    def row(self, row: Row, words: str, found: Sequence[Found]) -> Iterator[Said]:
        at = Place(self.document.name, row.line, row.line)
        note = plain(_cell(row, self.note)) if self.note not in (None, self.where) else ""
        words = owning(words) or words
        owners = tuple(in_full(each, self.names) for each in self.owners(words))
        told = self.alone and bool(owners)
        shared = self.within.mode == "shared" and not told
        if everybody(words) or len(owners) > 1 or shared:
            parts = tuple((each.name, "") for each in owners)
            for each in found:
                yield SaidShared(at, each.path, each.note or note or _rest(words, owners), parts)
        elif owners and not nobody(words) and not AVOIDS.within(words):
            for each in found:
                yield SaidOwned(at, owners[0].name, each.path, each.note or note)

    def sure(self, one: Called) -> bool:
        return bool(self.names.of(one.name)) or evident(one.name)

    def owners(self, words: str) -> tuple[Called, ...]:
        """Everybody whom a cell names: by a list of names, or in a sentence about known ones."""
        if nobody(words) or everybody(words):
            return ()
        is_role = self.kinds.kinds[self.who] == "role"
        if listed := () if is_role else called_all(words):
            return listed
        if (one := called(words)) and (len(words.split()) < 6 or self.sure(one)):
            return (one,)
        return tuple(
            known for known in map(called, words.split()) if known and self.names.of(known.name)
        )


def _whole(
    document: Document, rows: Sequence[Row], where: int, kinds: Columns, within: Within
) -> Iterator[Said]:
    """The rows of a table without names: it stands in somebody's part, or lists shared files."""
    if kinds.kinds[where] not in ("path", "files", "owns") or "title" in kinds.kinds:
        return
    note = kinds.first("note", "shared", "status")
    alike = is_of_paths(rows, where)
    for row in rows[1:]:
        at = Place(document.name, row.line, row.line)
        words = plain(_cell(row, note)) if note not in (None, where) else ""
        for each in _listed(rows[0], row, where, alike):
            if within.mode == "shared" or _is_shared(rows[0], row, where, kinds):
                yield SaidShared(at, each.path, each.note or words)
            elif within.mode in ("own", "self") and within.session:
                yield SaidOwned(at, within.session, each.path, each.note or words)


_MAIN = wordlist("primary main lead principal hauptsächlich")
"""A shared file's primary owner is one of several."""


def _is_shared(header: Row, row: Row, where: int, kinds: Columns) -> bool:
    """Whether a row is about shared files: by its heading, or by naming several who share them."""
    by = plain(_cell(row, kinds.first("shared")))
    several = everybody(by) or len(called_all(by)) > 1
    return SHARES.within(plain(header.cells[where])) or several


def _rest(words: str, owners: Sequence[Called]) -> str:
    """A sentence that says who does what, which would be lost in the names of its owners."""
    return words if len(words.split()) > 2 * len(owners) + 2 else ""


def _listed(header: Row, row: Row, at: int, alike: bool) -> tuple[Found, ...]:
    """The paths of a cell; where the column has paths only (`alike`), any word is a folder.

    In a column that is headed so, a file in a code span may end as it likes.
    """
    cell = _cell(row, at)
    found = listed_paths(cell, folder=_folders(header, at))
    if alike and cell and not any(run.code for run in cell):
        return as_paths(cell) or found
    if found or len(cell) != 1 or not cell[0].code or columns(header)[at] != "path":
        return found
    return (Found(cell[0].text, code=True),) if _FILE.fullmatch(cell[0].text) else ()


_FILE = re.compile(r"[\w-]{2,}\.[a-z]\w{0,7}")


def _folders(header: Row, at: int) -> bool:
    return any(
        part in plain(header.cells[at]).casefold()
        for part in ("dir", "folder", "carpeta", "pasta", "ordner", "目录", "フォルダ", "폴더")
    )


def _cell(row: Row, at: int | None) -> Runs:
    return row.cells[at] if at is not None and at < len(row.cells) else ()
