"""Tells an id from the words after it where all cells of a column begin so: `W1 Sails`, `② Ropes`.

One cell proves nothing, `B12 Vitamins` is a thing. A column of cells that count is of names, and
the words after an id say what its bearer does; ids before the names of people only count them.
"""

import re
import unicodedata
from collections.abc import Sequence

from coord_tui.core.importing.bare_names import proper
from coord_tui.core.importing.calling import everybody, nobody
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, Run, plain

_FEWEST = 2
_LEADING = re.compile(r"(?P<id>[^\W_]{1,3}-?\d{0,2})(?:\s*[.:：)—–|·-]\s*|\s+|$)(?P<rest>.*)")
_ID = re.compile(r"(?P<stem>[^\W\d_]{0,3}?)-?(?P<number>\d{0,2})")
_OF_TASKS = re.compile(r"[TFPR]-?\d")
"""The letters by which tasks, features, phases and releases are numbered."""


def kind_of_id(word: str) -> str:
    """What short ids of one kind have in common: `W` of `W1`, `A` of any capital; else empty."""
    if len(word) == 1 and unicodedata.category(word) == "No":
        return "①"
    found = _ID.fullmatch(word)
    if not found or not (stem := found["stem"]) or stem.upper() != stem or not stem.isalpha():
        return ""
    if found["number"]:
        return stem
    return "A" if len(stem) == 1 and stem.lower() != stem else ""


def of_tasks(words: str) -> bool:
    """Whether an id may be a task's, or a phase's, as well."""
    return bool(_OF_TASKS.match(words))


def are_ids(cells: Sequence[str]) -> bool:
    """Whether these are different short ids of one kind: `A1`, `A2`, or `A`, `B`, or `①`, `②`."""
    kinds = {kind_of_id(each) for each in cells}
    return len(cells) >= _FEWEST and len(kinds) == 1 and "" not in kinds and _differ(cells)


def _differ(cells: Sequence[str]) -> bool:
    return len({*cells}) == len(cells)


def leads_with_ids(rows: Sequence[Row], at: int) -> bool:
    """Whether each cell of a column, but for those of nobody or of all, begins with such an id."""
    parts = [found for row in rows[1:] if (found := _parted(_words(row, at)))]
    others = sum(1 for row in rows[1:] if _is_of_none(_words(row, at)))
    rests = [rest for _, rest in parts if rest]
    whole = len(parts) + others == len(rows) - 1 and bool(rests)
    people = all(evident(rest) or proper(rest) for rest in rests)
    return whole and not people and are_ids([name for name, _ in parts])


def with_ids(rows: Sequence[Row], at: int) -> Sequence[Row]:
    """The rows with a colon after the id in each cell of a column where all begin with one."""
    if not leads_with_ids(rows, at):
        return rows
    return (rows[0], *(_with_colon(row, at) for row in rows[1:]))


def _with_colon(row: Row, at: int) -> Row:
    found = _parted(_words(row, at))
    if not found or not found[1]:
        return row
    cell = (Run(f"{found[0]}: {found[1]}"),)
    return row._replace(cells=(*row.cells[:at], cell, *row.cells[at + 1 :]))


def _parted(words: str) -> tuple[str, str] | None:
    found = _LEADING.fullmatch(words)
    return (found["id"], found["rest"]) if found and kind_of_id(found["id"]) else None


def _words(row: Row, at: int) -> str:
    cell = row.cells[at] if at < len(row.cells) else ()
    return plain(tuple(run for run in cell if not run.struck)).strip(" *_`")


def _is_of_none(words: str) -> bool:
    return not words or nobody(words) or everybody(words)
