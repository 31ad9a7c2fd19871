"""Says which column names the bearer of each row where its heading does not: ids, first columns.

Of `| # | Agent | Files |` with `A`, `B` under the sign and what each does under `Agent` the first
column names; in `| Strand | Owns |` names stand under a word that no table of words need know.
"""

from collections.abc import Sequence

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.cell_ids import are_ids, leads_with_ids, of_tasks
from coord_tui.core.importing.columns import Columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.whom import OWNS_OUTRIGHT

_LOOSE = wordlist("""name llm tool tab window thread nombre nome nom naam ad isim 名称 前 이름 имя
    who service user""")
"""Headings of columns that hold names of anything."""
_MOST = 2 / 3


IDS = ("id", "")
"""What a column of ids is headed as: as one, or by a word of any language."""


def numbered(rows: Sequence[Row], kinds: Columns) -> tuple[int, int] | tuple[()]:
    """The column of ids and that of sessions right of it, where the ids are what all are called by.

    So they are where they count by letters, each row is another one's, and what stands under the
    heading of sessions is no name by itself.
    """
    who = kinds.first("session")
    at = who - 1 if who else 0
    if not who or kinds.kinds[at] not in IDS or kinds.has_any("owner", "after", "blocks"):
        return ()
    title = kinds.first("title")
    if (title is not None and title < who) or said(plain(rows[0].cells[who])) in _LOOSE:
        return ()
    ids, names = _words(rows, at), _words(rows, who)
    apart = len({*names}) == len(names) and all(names)
    counted = are_ids(ids) and not any(map(of_tasks, ids))
    return (at, who) if apart and counted and not any(map(_is_name, names)) else ()


def _is_name(words: str) -> bool:
    who = called(words)
    return bool(who and evident(who.name))


def subject(rows: Sequence[Row], kinds: Columns, told: bool = False) -> int | None:
    """The first column, of unknown heading, whose cells each own the paths of their row.

    That is said by a heading that says outright that the row owns them; where owners are listed
    (`told`), ids in the column are enough.
    """
    paths = kinds.first("owns", "path", "files")
    if paths is None or paths == 0 or kinds.kinds[0] or len(rows) < _FEWEST:
        return None
    outright = kinds.kinds[paths] == "owns" and OWNS_OUTRIGHT.within(plain(rows[0].cells[paths]))
    names = [each for each in _words(rows, 0) if each]
    counted = leads_with_ids(rows, 0) and not any(map(of_tasks, names))
    if not outright and not (told and counted):
        return None
    fit = len({*names}) == len(names) and (leads_with_ids(rows, 0) or all(map(_may_be, names)))
    enough = _holding(rows, paths) >= _MOST * (len(rows) - 1)
    return 0 if fit and enough and not _holding(rows, 0) else None


def _holding(rows: Sequence[Row], at: int) -> int:
    """How many cells of a column list paths."""
    return sum(bool(listed_paths(row.cells[at])) for row in rows[1:] if at < len(row.cells))


_FEWEST = 3
_LONGEST = 4
"""Of a name's words."""


def _may_be(words: str) -> bool:
    who = called(words)
    return bool(who and len(who.name.split()) <= _LONGEST)


def _words(rows: Sequence[Row], at: int) -> list[str]:
    return [plain(row.cells[at]).strip(" *_`") if at < len(row.cells) else "" for row in rows[1:]]
