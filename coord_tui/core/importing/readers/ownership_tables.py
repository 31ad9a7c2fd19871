"""Finds whose files are whose in tables: paths with their owners, owners with their paths."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.alone import without_only
from coord_tui.core.importing.calling import Called, called, called_all, everybody, nobody
from coord_tui.core.importing.cell_ids import kind_of_id, with_ids
from coord_tui.core.importing.columns import Columns, columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.bearers import Bearers
from coord_tui.core.importing.readers.briefs import are_briefs
from coord_tui.core.importing.readers.listing import lists
from coord_tui.core.importing.readers.owners_divided import divided
from coord_tui.core.importing.readers.ownership_columns import found_in
from coord_tui.core.importing.readers.parties import before_others, in_full, led, owning
from coord_tui.core.importing.readers.row_names import IDS
from coord_tui.core.importing.readers.table_contents import cell_of, is_of_paths, listed
from coord_tui.core.importing.readers.table_notes import note_of, noted_at
from coord_tui.core.importing.readers.whom_context import Within, is_silent, tables
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidOwned,
    SaidSession,
    SaidShared,
)
from coord_tui.core.importing.vacant import vacant
from coord_tui.core.importing.whom import AVOIDS, PLANNED, SHARES


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owners and paths of every table that has a column for both."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    bearers = Bearers(document)
    for table, within in tables(document, names):
        kinds = Columns(columns(table.rows[0]))
        who, where = found_in(table.rows, kinds, within, names)
        who = next(iter(bearers.of(table)), who)
        stated = kinds.has_any("owner", "session") and kinds.has_any("path", "owns")
        if is_silent(within, stated) or where is None or _is_planned(table.rows[0], who):
            continue
        if who is None:
            yield from _whole(document, table.rows, where, kinds, within)
            continue
        if are_briefs(table.rows, who, where, names):
            continue
        rows = with_ids(table.rows, who)
        yield from _Rows(document, names, kinds, who, where, within).read(rows)


def _is_planned(header: Row, who: int | None) -> bool:
    """Whether a table says who will own or who did."""
    return PLANNED.within(plain(cell_of(header, who)))


_RELEASED = wordlist(
    "released expired returned liberado liberada liberé freigegeben rilasciato 已释放 解放済み"
)
"""States of a row that nobody holds any more."""


def _is_released(row: Row, who: int, where: int) -> bool:
    """Whether a cell says that the row is let go, or the one of the owner does after the name."""
    pieces = {at: _BREAK.split(plain(cell).casefold()) for at, cell in enumerate(row.cells)}
    said = (each[1 if at == who else 0 :][:1] for at, each in pieces.items() if at != where)
    return any(_RELEASED.issuperset(first) for first in said if first)


_BREAK = re.compile(r"\s*(?:[()（）,;:—–-]|$)\s*")


class _Rows:
    """The rows of one table of owners and paths."""

    def __init__(
        self, document: Document, names: Names, kinds: Columns, who: int, where: int, within: Within
    ) -> None:
        self.document, self.names, self.within = document, names, within
        self.kinds, self.who, self.where = kinds, who, where
        self.note = kinds.first("note", "status")
        self.how: int | None = None
        """The column that says of shared files how to handle them."""
        self.alone = False
        """Whether the column names those who own also what others may edit after asking."""

    def read(self, rows: Sequence[Row]) -> Iterator[Said]:
        above = ""
        alike = is_of_paths(rows, self.where)
        also = self.kinds.first("shared")
        self.how = noted_at(rows, self.kinds, (self.who, self.where))
        first = spelled(plain(cell_of(rows[0], self.who))).split()[:1]
        self.alone = self.kinds.kinds[self.who] == "owner" and not _MAIN & set(first)
        for row in rows[1:]:
            gone = any(run.struck for cell in row.cells[self.who : self.who + 1] for run in cell)
            words = without_only(plain(cell_of(row, self.who))) or ("" if gone else above)
            above = words
            found = listed(rows[0], row, self.where, alike)
            if also is not None and self.where != also:
                yield from self.shared(row, words, _in_list(cell_of(row, also)))
            if found and not _is_released(row, self.who, self.where):
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
        note = note_of(row, self.note) if self.note != self.where else ""
        how = note or note_of(row, self.how)
        if not divided(words):
            words = owning(words) or before_others(words) or words
        owners = tuple(in_full(each, self.names) for each in self.owners(words))
        owners, sure = led(owners, words)
        told = self.alone and bool(owners)
        shared = self.within.mode == "shared" and not told
        if everybody(words) or len(owners) > 1 or shared:
            parts = tuple((each.name, "") for each in owners)
            for each in found:
                yield SaidShared(at, each.path, each.note or how or _rest(words, owners), parts)
        elif owners and not nobody(words) and not AVOIDS.within(words):
            note = "" if self.who < self.where and len(found) > 1 else note  # it is of the person
            for each in found:
                yield SaidOwned(at, owners[0].name, each.path, each.note or note, *sure)

    def sure(self, one: Called) -> bool:
        return bool(self.names.of(one.name)) or evident(one.name)

    def owners(self, words: str) -> tuple[Called, ...]:
        """Everybody whom a cell names: by a list of names, or in a sentence about known ones."""
        if self.kinds.kinds[self.who] in IDS and kind_of_id(words):
            return (Called(words),)
        if nobody(words) or everybody(words) or (vacant(words) and not self.names.of(words)):
            return ()
        if parts := divided(words):
            return parts
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
    work = "title" in kinds.kinds and not (where == 0 and within.mode == "own")
    if kinds.kinds[where] not in ("path", "files", "owns") or work:
        return
    note = kinds.first("note", "shared", "status")
    note = noted_at(rows, kinds, (where,)) if note is None else note
    alike = is_of_paths(rows, where)
    for row in rows[1:]:
        at = Place(document.name, row.line, row.line)
        words = note_of(row, note) if note != where else ""
        for each in listed(rows[0], row, where, alike):
            if within.mode == "shared" or _is_shared(rows[0], row, where, kinds):
                yield SaidShared(at, each.path, each.note or words)
            elif within.mode in ("own", "self") and within.session:
                yield SaidOwned(at, within.session, each.path, each.note or words)


_MAIN = wordlist("primary main lead principal hauptsächlich")
"""A shared file's primary owner is one of several."""


def _is_shared(header: Row, row: Row, where: int, kinds: Columns) -> bool:
    """Whether a row is about shared files: by its heading, or by naming several who share them."""
    by = plain(cell_of(row, kinds.first("shared")))
    several = everybody(by) or len(called_all(by)) > 1
    return SHARES.within(plain(header.cells[where])) or several


def _rest(words: str, owners: Sequence[Called]) -> str:
    """A sentence that says who does what, which would be lost in the names of its owners."""
    return words if len(words.split()) > 2 * len(owners) + 2 else ""


def _in_list(cell: Runs) -> tuple[Found, ...]:
    """The paths of a cell that lists them; a sentence such as `May read `a/`` does not."""
    found = listed_paths(cell)
    return found if found and lists(cell, found[0].path, 1) else ()
