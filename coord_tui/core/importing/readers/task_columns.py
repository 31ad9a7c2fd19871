"""Says what the columns of a table that may be one of tasks hold, by its header and its cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.core.importing.columns import Column, column
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.phrases import listed, said, wordlist
from coord_tui.core.importing.readers.links_words import KINDS as WAITS
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.readers.tasks_owners import owner_in
from coord_tui.core.importing.status import (
    boxed,
    signed,
    status_of,
    whole_status,
)
from coord_tui.core.importing.words.tasks import MEASURE_WORDS, TITLE_WORDS

TITLES = listed(TITLE_WORDS)
_MEASURES = listed(MEASURE_WORDS)
YES = wordlist("yes y x sí si sim ja oui да так 是 evet tak có ya")
"""What stands in a column headed `Done`."""
_OWNERS = listed(
    """completed by; done by; implemented by; built by; finished by; delivered by; assigned by;
    taken by; picked up by; worked on by; hecho por; feito por; fait par; erledigt von; 完成者;
    完成人; 完了者; 建议负责人; 执行者; 执行人"""
)
"""Columns that name somebody, although a word for a status stands in them."""
_BRACKETS = re.compile(r"[(（\[].*?[)）\]]")
_LONGEST_STATUS = 3
"""Of the words of a status in a language of which some words are known."""
_LONGEST_NAME = 4
"""Of an owner's words; what is longer is prose."""


class Header(NamedTuple):
    """A table's rows and what its columns are called and hold."""

    rows: Sequence[Row]
    kinds: tuple[Column, ...]
    headings: tuple[str, ...]

    def cells(self, at: int) -> list[str]:
        """The words of a column."""
        return [text_at(row, at) for row in self.rows]


def text_at(row: Row, at: int | None) -> str:
    """The words of a cell; none where the row is too short."""
    return plain(row.cells[at]).strip() if at is not None and at < len(row.cells) else ""


def header_of(rows: Sequence[Row]) -> Header:
    """What the columns of a table hold whose first row is its header."""
    headings = tuple(plain(cell) for cell in rows[0].cells)
    named = Header(rows[1:], tuple(_kind(each) for each in headings), headings)
    kinds = (_as_filled(kind, named, at) for at, kind in enumerate(named.kinds))
    return named._replace(kinds=tuple(kinds))


def with_names(header: Header, names: Names) -> Header:
    """The header, a column of unknown kind in which only known sessions stand being the owners'."""
    if {"owner", "session"} & set(header.kinds):
        return header
    for at, kind in enumerate(header.kinds):
        cells = [cell for cell in header.cells(at) if re.search(r"\w", cell)]
        known = sum(bool(names.of(owner_in(cell, names))) for cell in cells)
        if not kind and known > 1 and known * 4 >= len(cells) * 3:
            return header._replace(kinds=(*header.kinds[:at], "owner", *header.kinds[at + 1 :]))
    return header


def is_title(heading: str) -> bool:
    """Whether a column holds what the work is, by its heading or by a part: `Feature / Task`."""
    parts = re.split(r"[/|&]", _BRACKETS.sub(" ", heading))
    return said(heading) in TITLES or (len(parts) > 1 and any(said(one) in TITLES for one in parts))


def measures(heading: str) -> bool:
    """Whether a column says how long a piece of work takes, until when, or what shows its end."""
    words = said(_BRACKETS.sub(" ", heading))
    parts = words.split()
    return words in _MEASURES or any(each in _MEASURES for each in (*parts[:1], *parts[-1:]))


def _kind(heading: str) -> Column:
    words = said(heading)
    if words in _OWNERS:
        return "owner"
    if words in WAITS:
        return "blocks" if WAITS[words] == "before" else "after"
    if is_title(heading):
        return "title"
    return column(heading) or ("status" if whole_status(heading) == "done" else "")


def _as_filled(kind: Column, header: Header, at: int) -> Column:
    """The kind of a column once its cells are seen.

    Where sentences stand nobody is named (`Primary risk`); where each cell says how far something
    is, or which round it is of, that is what the column holds, whatever it is called; boxes and
    ticks under a sign or under nothing say how far something is.
    """
    filled = [cell for cell in header.cells(at) if cell]
    if kind in ("owner", "session") and filled:
        names = [cell for cell in filled if len(_BRACKETS.sub(" ", cell).split()) <= _LONGEST_NAME]
        return kind if len(names) * 2 >= len(filled) else ""
    if not kind and _are_statuses(filled):
        return "status"
    if not kind and len({*filled}) < len(filled) and all(map(group_of, filled)):
        return "group"
    if kind == "status" and filled and not any(_says_status(cell) for cell in filled):
        return ""
    if not said(header.headings[at]) and header.headings[at] not in ("#", "№") and filled:
        return "status" if all(_is_tick(cell) for cell in filled) else kind
    return kind


def _are_statuses(cells: Sequence[str]) -> bool:
    """Whether all cells say how far something is, or most of few short ones that repeat."""
    known = sum(bool(whole_status(cell)) for cell in cells)
    short = all(len(_BRACKETS.sub(" ", cell).split()) <= _LONGEST_STATUS for cell in cells)
    few = short and len({*cells}) * 2 <= len(cells)
    return len(cells) > 1 and (known == len(cells) or (few and known * 2 > len(cells)))


def _says_status(cell: str) -> bool:
    return bool(status_of(cell) or cell.casefold() in YES)


def _is_tick(cell: str) -> bool:
    bare = cell.strip("`* ")
    return bool(boxed(bare)[0] or signed(bare) or bare in ("x", "X", "-", "–", "—"))
