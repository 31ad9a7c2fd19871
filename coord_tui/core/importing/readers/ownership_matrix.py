"""Finds whose files are whose in matrices: a row per path, a column per session, marks."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.columns import columns
from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.table_contents import in_cell
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidSession, SaidShared

_OWNS = wordlist("""primary owner owns own o p w rw write read/write exclusive full lead yes main
    ✅ ✓ ✔ ☑ ● ⬤ ■ 🟢 dueño dono sí sim ja oui да 主 所有 担当 ◎ ○ 담당""")
_SHARES = wordlist("""shared share s both joint compartido compartilhado partagé geteilt
    condiviso общий 共享 共有 공유 🟡 ⚠""")
_ELSE = wordlist("""- – — no none n/a secondary read r ro read-only readonly review reviewer
    consult c i ❌ ✗ ✘ ✖ x 🔴 · . no não nein non нет 只读 × ✕ 読 읽기 backup support contributor
    contribute avoid forbidden""")


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Sessions, owned and shared paths of every table that is a matrix."""
    owned = [each for each in said if isinstance(each, SaidOwned)]
    for node in document.root.walk():
        if node.kind == "table" and (sessions := _sessions(node)):
            yield from _read(document, node, sessions, owned)


def sessions(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Who has a column in a matrix."""
    for node in document.root.walk():
        if node.kind == "table" and any(
            listed_paths(row.cells[0]) for row in node.rows[1:] if row.cells
        ):
            for name in _sessions(node).values():
                yield SaidSession(
                    Place(document.name, node.line, node.line), name, kind=kind_of(name)
                )


def _sessions(table: Node) -> dict[int, str]:
    """The columns that are headed by a name and hold marks only."""
    kinds = columns(table.rows[0])
    found = {}
    for at, cell in enumerate(table.rows[0].cells):
        marks = {_mark(plain(row.cells[at])) for row in table.rows[1:] if at < len(row.cells)}
        who = called(plain(cell)) if at and kinds[at] in ("", "id", "session") else None
        if who and marks & (_OWNS | _SHARES) and marks <= _OWNS | _SHARES | _ELSE | {""}:
            found[at] = who.name
    return found if len(found) > 1 and kinds[0] in ("path", "files", "owns", "", "note") else {}


def _mark(cell: str) -> str:
    return re.sub(r"[\ufe0f]|\s*[(（].*", "", cell).strip(" *").casefold()


def _read(
    document: Document, table: Node, sessions: dict[int, str], owned: Sequence[SaidOwned]
) -> Iterator[Said]:
    rows = [row for row in table.rows[1:] if row.cells and listed_paths(row.cells[0])]
    if not rows:
        return
    notes = [at for at, kind in enumerate(columns(table.rows[0])) if kind == "note" and at]
    for row in rows:
        at = Place(document.name, row.line, row.line)
        marks = {
            sessions[n]: _mark(plain(cell)) for n, cell in enumerate(row.cells) if n in sessions
        }
        owns = [name for name, mark in marks.items() if mark in _OWNS]
        shares = [name for name, mark in marks.items() if mark in _SHARES]
        note = plain(row.cells[notes[0]]) if notes and notes[0] < len(row.cells) else ""
        for each in in_cell(row.cells[0]):
            if len(owns) == 1 and not shares:
                path = _whole(each.path, owns[0], owned)
                yield SaidOwned(at, owns[0], path, note or each.note)
            elif len(owns) + len(shares) > 1:
                parts = tuple((name, "") for name in (*owns, *shares))
                yield SaidShared(at, each.path, note or each.note, parts)


def _whole(path: str, session: str, owned: Sequence[SaidOwned]) -> str:
    """A name without its folder is the one path of that session which ends so."""
    if "/" in path:
        return path
    ends = {
        each.path for each in owned if each.session == session and each.path.endswith(f"/{path}")
    }
    return ends.pop() if len(ends) == 1 else path
