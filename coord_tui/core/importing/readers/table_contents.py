"""Tells by what its cells hold, and not by its heading, which column of a table names or lists."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.bare_names import may_be_name
from coord_tui.core.importing.calling import called, everybody, nobody
from coord_tui.core.importing.columns import Columns, columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.paths import expanded, path_of
from coord_tui.core.importing.phrases import said
from coord_tui.core.importing.readers.ownership_lines import only_paths
from coord_tui.core.importing.words.names import STATES
from coord_tui.core.importing.words.paths import EXTENSIONS


def names_at(rows: Sequence[Row], kinds: Columns, names: Names) -> int | None:
    """The one column without a known heading in which every cell is a session's name."""
    found = [
        at
        for at in _unknown(rows, kinds)
        if all(_is_name(cell, names) for cell in rows_of(rows, at))
    ]
    return found[0] if len(found) == 1 else None


def roles_at(rows: Sequence[Row], kinds: Columns, names: Names) -> int | None:
    """The column of roles, where parts are named after them: every cell is a known name."""
    at = kinds.first("role")
    known = at is not None and all(_is_name(cell, names) for cell in rows_of(rows, at))
    return at if known else None


def repeated_at(rows: Sequence[Row], kinds: Columns) -> int | None:
    """The one column without a known heading in which a few names stand again and again."""
    found = [at for at in _unknown(rows, kinds) if _are_repeated_names(rows_of(rows, at))]
    return found[0] if len(found) == 1 else None


def _are_repeated_names(cells: Sequence[Runs]) -> bool:
    words = [plain(cell).strip(" *`") for cell in cells]
    named = [each for each in words if not (everybody(each) or nobody(each))]
    few = len({*words}) < len(words) and len({*named}) > 1
    return few and all(map(is_as_people_have, named))


def is_as_people_have(name: str) -> bool:
    """Whether a name is written as those of people are, and is no other word: `Ana`, `@ana`."""
    if not _PROPER.fullmatch(name):
        return False
    return evident(name) or (may_be_name(name.lstrip("@")) and said(name) not in STATES)


_PROPER = re.compile(r"[A-ZÀ-ÞА-Я][\w'’-]+(?: [A-ZÀ-ÞА-Я\d][\w'’.-]*)?|@[\w-]+")
"""What is written as names are: `Ana`, `WorkBuddy`, `Ana Sá`, `@ana`."""


def paths_at(rows: Sequence[Row], kinds: Columns) -> int | None:
    """The one column without a known heading in which every cell is a list of paths."""
    found = [
        at for at in _unknown(rows, kinds) if all(only_paths(cell, 0) for cell in rows_of(rows, at))
    ]
    return found[0] if len(found) == 1 else None


def is_unfilled(rows: Sequence[Row], at: int) -> bool:
    """Whether a column waits for names: `____`, `[name]`, `TBD` in every row."""
    return all(nobody(plain(cell)) for cell in rows_of(rows, at))


def rows_of(rows: Sequence[Row], at: int) -> list[Runs]:
    """The cells of a column that hold something, without its heading."""
    cells = [row.cells[at] for row in rows[1:] if at < len(row.cells)]
    return [cell for cell in cells if plain(cell)]


def is_of_paths(rows: Sequence[Row], at: int) -> bool:
    """Whether a column has nothing but words that may be paths, half of the cells surely paths."""
    cells = rows_of(rows, at)
    surely = sum(bool(listed_paths(cell)) for cell in cells)
    alike = all(_FOLDER.fullmatch(each) for cell in cells for each in _parts(cell))
    return alike and 2 * surely >= len(cells)


def as_paths(cell: Runs) -> tuple[Found, ...]:
    """The words of a cell as paths: in a column of paths `internal/api, web` are two folders."""
    words = (each for part in _parts(cell) for each in expanded(part))
    paths = (path_of(each, code=True, folder=True) for each in words)
    return tuple(Found(path) for path in paths if path)


def in_cell(cell: Runs) -> tuple[Found, ...]:
    """The paths of a cell in a column of paths; beside a path, a word in a code span is a folder.

    That holds where nothing but code spans stands in the cell.
    """
    found = listed_paths(cell)
    outside = "".join(run.text for run in cell if not run.code)
    return listed_paths(cell, folder=True) if found and not re.search(r"\w", outside) else found


def _parts(cell: Runs) -> list[str]:
    return re.split(r"\s*[,;、]\s*", plain(cell).strip())


_FOLDER = re.compile(r"/?[\w.@*-]+(?:/[\w.@*-]+)*/?")


def _unknown(rows: Sequence[Row], kinds: Columns) -> list[int]:
    """The columns of unknown kind in which two cells or more hold something."""
    return [at for at, kind in enumerate(kinds.kinds) if not kind and len(rows_of(rows, at)) > 1]


def _is_name(cell: Runs, names: Names) -> bool:
    who = called(plain(cell))
    return bool(who and not listed_paths(cell) and (names.of(who.name) or evident(who.name)))


def listed(header: Row, row: Row, at: int, alike: bool) -> tuple[Found, ...]:
    """The paths of a cell; where the column has paths only (`alike`), any word is a folder.

    In a column that is headed so, a file in a code span may end as it likes.
    """
    cell = cell_of(row, at)
    found = listed_paths(cell, folder=True) if _folders(header, at) else in_cell(cell)
    if cell and not any(run.code for run in cell):
        told = found and columns(header)[at] in ("owns", "path") and _are_paths(_parts(cell))
        found = as_paths(cell) or found if alike or told else found
        if alike:
            return found
    if found or len(cell) != 1 or not cell[0].code or columns(header)[at] != "path":
        return found
    return (Found(cell[0].text, code=True),) if _is_file(cell[0].text) else ()


def _are_paths(parts: Sequence[str]) -> bool:
    """Whether each part of a cell that has a path has a path's signs: `core/run, Tie*, a.ts`."""
    single = not any(re.search(r"\s", each) for each in parts)  # a break between two is a space
    return single and all(_PATTERN.fullmatch(each) or path_of(each) for each in parts)


_PATTERN = re.compile(r"[a-z][\w.-]*(?:/[a-z*][\w.*-]*)+/?|\w{3,}\*")
"""In small letters, as `CI/CD` is not; or the beginning that names of files have in common."""


_FILE = re.compile(r"[\w-]{2,}\.[a-z]\w{0,7}")
_SPACED = re.compile(r"[^\W_a-z][\w-]*(?: [\w-]+){1,4}\.(\w{1,5})")


def _is_file(words: str) -> bool:
    """Whether words are a file's name; with spaces in it, it begins with no small letter."""
    spaced = _SPACED.fullmatch(words)
    return bool(_FILE.fullmatch(words) or (spaced and spaced[1].casefold() in EXTENSIONS))


def _folders(header: Row, at: int) -> bool:
    return any(
        part in plain(header.cells[at]).casefold()
        for part in ("dir", "folder", "carpeta", "pasta", "ordner", "目录", "フォルダ", "폴더")
    )


def cell_of(row: Row, at: int | None) -> Runs:
    """What a cell says; what is struck out there, it does not say any more."""
    cell = row.cells[at] if at is not None and at < len(row.cells) else ()
    return tuple(run for run in cell if not run.struck)
