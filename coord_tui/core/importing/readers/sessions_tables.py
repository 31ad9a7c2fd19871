"""Finds who works here in tables: rosters, and tables of owners."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.alone import without_only
from coord_tui.core.importing.bare_names import may_be_name
from coord_tui.core.importing.calling import Called, called, called_all, everybody, nobody
from coord_tui.core.importing.cell_ids import kind_of_id, leads_with_ids, with_ids
from coord_tui.core.importing.columns import Columns, bearer, columns
from coord_tui.core.importing.emails import emails_in, without_emails
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names, folded
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.bearers import Bearers, second_name
from coord_tui.core.importing.readers.parties import before_others, owning
from coord_tui.core.importing.readers.row_names import IDS, subject
from coord_tui.core.importing.readers.whom_context import Within, is_silent, tables
from coord_tui.core.importing.statements import Place, Said, SaidSession
from coord_tui.core.importing.vacant import vacant
from coord_tui.core.importing.whom import AVOIDS

_WEAK = wordlist("""name llm tool tab window track thread lane team ai assistant nombre nome nom
    naam ad isim 名称 名前 이름 имя contributor who person actor participant stream workstream""")
"""Headings of columns that hold names of anything, in tables of any kind."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The sessions of every table with a row for each of them."""
    bearers = Bearers(document)
    for table, within in tables(document, Names(())):
        kinds = Columns(columns(table.rows[0]))
        both = bearers.of(table)
        who = _who(kinds, table.rows, within, both)
        stated = kinds.has_any("owner", "session") and kinds.has_any("path", "owns")
        if who is not None and not is_silent(within, stated):
            for said_of, row in _rows(document, with_ids(table.rows, who), who, kinds, within):
                if within.mode == "shared" and not _is_proper(said_of.name):
                    continue
                name = second_name(row, both[1]) if both and who == both[0] else ""
                role = said_of.role or ("" if name or not both else plain(_cell(row, both[1])))
                also = (*said_of.also, name) if name else said_of.also
                yield said_of._replace(also=also, role=role)


def _who(kinds: Columns, rows: Sequence[Row], within: Within, both: tuple[int, ...]) -> int | None:
    """The column of names, if the table is about those who work here."""
    if both and kinds.kinds[both[0]] in IDS:
        return both[0]
    roster = {"branch", "worktree", "email", "github", "role", "owns"} & set(kinds.kinds)
    about = within.mode in ("people", "owners", "shared") or bool(roster)
    at = next(iter(both), kinds.first("session"))
    if kinds.has("session", "role") and not _bears_names(rows, at):
        at = kinds.first("role")
    work = kinds.first("title", "id", "path", "files")
    if at is not None and (work is None or at < work or about):
        if not within.mode and _is_of_anything(rows, at, kinds, bool(roster)):
            return None
        if work is not None and work < at and not within.mode and "role" not in kinds.kinds:
            return None
        return at if about or _is_of_sessions(kinds, rows, at) else None
    paths = kinds.first("owns", "path", "files")
    if kinds.first("owner") is not None and (paths is not None or within.mode == "people"):
        return kinds.first("owner") if kinds.first("title", "id") is None or within.mode else None
    if at is None and kinds.first("owner") is None:
        return kinds.first("github") if "github" in kinds.kinds else _bearing(kinds, rows, within)
    return None


def _bearing(kinds: Columns, rows: Sequence[Row], within: Within) -> int | None:
    """The column that stands for whoever has the row where none is headed as one of names."""
    at = bearer(kinds, rows) if kinds.has("owns") else _role(kinds, rows, within)
    return subject(rows, kinds, within.mode == "owners") if at is None else at


def _is_of_sessions(kinds: Columns, rows: Sequence[Row], at: int) -> bool:
    """Whether more than a heading such as `Worker` says that somebody works in each row."""
    known = sum(map(bool, kinds.kinds)) > 1
    return known or any(evident(plain(_cell(row, at))) for row in rows[1:])


def _is_of_anything(rows: Sequence[Row], at: int, kinds: Columns, roster: bool) -> bool:
    """Whether a column of names may as well name things: environments, queues, permissions."""
    heading = spelled(plain(rows[0].cells[at]))
    cells = [plain(_cell(row, at)) for row in rows[1:]]
    if heading in _WEAK and not roster:
        return True
    if heading not in _ANYTHING or {"owns", "email", "github", "worktree"} & set(kinds.kinds):
        return False
    return not any(evident(words) or words[:1].isupper() or not words.isascii() for words in cells)


_ANYTHING = wordlist("name worker service user nombre nome nom naam isim imię имя")
"""Headings of columns of which one that holds no name with a capital holds none of a session."""


def _role(kinds: Columns, rows: Sequence[Row], within: Within) -> int | None:
    """The column of roles, each of which one has: `Admin` in two rows is what somebody may do."""
    at = kinds.first("role") if within.mode == "people" else None
    cells = [folded(plain(_cell(row, at))) for row in rows[1:]]
    return at if len(cells) == len(set(cells)) else None


def _bears_names(rows: Sequence[Row], at: int | None) -> bool:
    """Whether more than half of a column may be names, and no files such as `reviewer.md`."""
    cells = [plain(_cell(row, at)) for row in rows[1:]]
    return 2 * sum(called(words) is not None for words in cells if words) > len(cells)


def _rows(
    document: Document, rows: Sequence[Row], who: int, kinds: Columns, within: Within
) -> Iterator[tuple[SaidSession, Row]]:
    beside = kinds.kinds[who] in IDS and kinds.kinds[who + 1 : who + 2] == ("session",)
    heading = plain(rows[0].cells[who + beside])
    alone = {folded(plain(_cell(row, who))) for row in rows[1:]}
    for row in rows[1:]:
        words = without_only(plain(_cell(row, who)))
        words = owning(words) or before_others(words) or words
        owned = kinds.kinds[who] == "owner"
        if nobody(words) or everybody(words) or (owned and vacant(words)):
            continue
        several = owned or within.mode == "shared"
        found = tuple(_but(each, alone, owned) for each in called_all(words))
        names = [each.name for each in found]
        sure = _are_evident(names) or words.count("@") == len(names)
        together = sure or alone.issuperset(map(folded, names))
        together = together or (several and _are_names(names))
        if len(found) > 1 and together:
            yield from ((_named(document, row, one, heading), row) for one in found)
        elif (one := _one(words, kinds.kinds[who])) and (not owned or _may_own(words, one)):
            beside = owned and not leads_with_ids(rows, who)
            yield _session(document, row, _but(one, alone, beside), kinds, heading), row


def _one(words: str, kind: str) -> Called | None:
    """Whom a cell names; in a column of ids `I` is one of them."""
    return called(words) or (Called(words) if kind in IDS and kind_of_id(words) else None)


def _but(one: Called, alone: set[str], owned: bool) -> Called:
    """Somebody without what is no second name: one who has a row, and all beside an owner's."""
    also = () if owned else tuple(each for each in one.also if folded(each) not in alone)
    return one._replace(also=also, role="" if owned else one.role)


def _may_own(words: str, one: Called) -> bool:
    """Whether a cell names an owner, and is no sentence and no ban: `Not to be edited`."""
    return (len(words.split()) < 6 or evident(one.name)) and not AVOIDS.within(one.name)


def _is_proper(name: str) -> bool:
    """Whether a name beside a shared file is one, and no word of who has to agree."""
    return evident(name) or (name.isalpha() and name.istitle() and may_be_name(name))


def _are_names(names: Sequence[str]) -> bool:
    """Whether parts of a cell are names of several, and no one thing such as `sails + ropes`."""
    capital = all(each[0].isupper() for name in names for each in name.split())
    short = all(len(name) < 5 and not name.isascii() for name in names)
    return capital or short or _are_evident(names)


def _are_evident(names: Sequence[str]) -> bool:
    """Whether each part of a cell says by itself that it is a session's name, and another one."""
    return len({*map(folded, names)}) == len(names) and all(map(evident, names))


def _named(document: Document, row: Row, one: Called, heading: str) -> SaidSession:
    """One of several whom a row names: what else it says is of none of them alone."""
    at = Place(document.name, row.line, row.line)
    return SaidSession(at, one.name, one.also, "", kind_of(one.name, heading))


def _session(
    document: Document, row: Row, one: Called, kinds: Columns, heading: str
) -> SaidSession:
    def value(*wanted: str) -> str:
        at = next((n for n, kind in enumerate(kinds.kinds) if kind in wanted), None)
        words = plain(_cell(row, at))
        return "" if nobody(words) else words

    handle = value("github").lstrip("@")
    emails = emails_in(" ".join(map(plain, row.cells)))
    role = "" if called(value("role")) == one else value("role")
    at = kinds.first("owns")
    if not role and at is not None and not listed_paths(_cell(row, at)):
        role = plain(_cell(row, at))
    return SaidSession(
        Place(document.name, row.line, row.line),
        one.name,
        tuple(
            dict.fromkeys(
                each
                for each in (*one.also, handle, _with_heading(heading, one.name))
                if each and each != one.name and not emails_in(each)
            )
        ),
        without_emails(role.strip() or one.role),
        kind_of(one.name, heading),
        emails,
        _worktree(value("worktree")),
    )


def _with_heading(heading: str, name: str) -> str:
    """What a letter or number under a heading is called elsewhere: `A` under `Role` is `Role A`."""
    single = re.fullmatch(r"[^\W\d_]|\d{1,2}", name) and re.fullmatch(r"[^\W\d_]{3,}", heading)
    return f"{heading} {name}" if single else ""


def _worktree(words: str) -> str:
    """A worktree's folder, when the cell holds one and no sentence."""
    return words if words and " " not in words else ""


def _cell(row: Row, at: int | None) -> Runs:
    """What a cell says; what is struck out there, it does not say any more."""
    cell = row.cells[at] if at is not None and at < len(row.cells) else ()
    return tuple(run for run in cell if not run.struck)
