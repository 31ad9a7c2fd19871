"""Finds what stands at the end of a task's line behind a comma, semicolon, full stop or dash.

`Rate limit – Dana, after D3` says whose it is and what it waits for; only what surely is no part of
the title is taken, so words of a language stay where they are.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.readers.links_hedges import targets
from coord_tui.core.importing.readers.links_words import Wait, references, wait_in
from coord_tui.core.importing.readers.tasks_fields import label_of
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.readers.tasks_names import is_id
from coord_tui.core.importing.readers.tasks_owners import is_name
from coord_tui.core.importing.status import Status, commit_in, whole_status, without_signs


class Clause(NamedTuple):
    """What the last clause of a line says, and the line without it."""

    before: str
    status: Status = ""
    state: str = ""
    owner: str = ""
    wait: Wait | None = None
    files: tuple[str, ...] = ()
    commit: str = ""


_BREAK = re.compile(r"\s*[,;，、；]\s*|\s*[.。]\s+|\s+[-–—|·]+\s+|(?<=\w[)）])\s*(?=[^\W\d_])")
_DASHES = frozenset("-–—")
_BAR = re.compile(r"\s[|·•]\s")
"""What stands around a bar is never one clause."""
_MOST = 6
"""As many breaks are looked at, from the end of the line."""
_LONGEST_GROUP = 3
_UNTIL = re.compile(
    r"(?:\s+(?:is|are|has|have|been|be|in|lands?|landed|merges?|merged|done|complete|completed"
    r"|finished|ready))+$"
)
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
_TO = re.compile(r"\s*(?:–|—|\.{2,3}|…|~)\s*|\s+(?:to|through|bis|-)\s+|(?<=\d)-(?=[A-Za-z#])")
_LABEL = re.compile(r"([^\W\d_][^:：.!?]{0,30}?)\s*[:：]\s*(.+)", re.DOTALL)


def last_clause(text: str, names: Names) -> Clause | None:
    """The shortest end of a line that says something of a task; nothing when none does."""
    breaks = list(_BREAK.finditer(text))[-_MOST:]
    for found in reversed(breaks):
        before, piece = text[: found.start()], text[found.end() :].strip(" .")
        if _BAR.search(piece):
            return None
        behind = found[0].strip() == "" and before.endswith((")", "）"))
        if re.search(r"\w", before) and piece:
            for clause in _readings(before, piece, names):
                if not behind or clause.wait or clause.files:
                    return clause
            if set(found[0].strip()) <= _DASHES and (files := _paths(piece)):
                return Clause(before, files=files)
    return None


def clause_of(piece: str, names: Names) -> Clause | None:
    """What a piece of a line that stands between two bars says of a task."""
    return next(_readings("", piece, names), None)


def _readings(before: str, piece: str, names: Names) -> Iterator[Clause]:
    """What a piece can say, the likeliest first."""
    bare, _ = without_signs(piece)
    if status := whole_status(bare):
        yield Clause(before, status, bare, commit=commit_in(piece))
    if (wait := wait_in(bare)) and names_tasks(wait.text):
        yield Clause(before, wait=wait)
    if labelled := _LABEL.fullmatch(bare):
        yield from _field(before, labelled[1], labelled[2].strip(" .`"), names)
    if names.of(bare) and not _ends_with_name(before, names):
        yield Clause(before, owner=bare)


def names_tasks(text: str) -> bool:
    """Whether all names in what is waited for are ids, groups or `all`, whatever they mean."""
    names = [_UNTIL.sub("", _BRACKETS.sub(" ", each.name).strip()) for each in targets(text)]
    return bool(names) and all(_names_task(name) for name in names)


def _names_task(name: str) -> bool:
    if name == "all" or (group_of(name) and len(name.split()) <= _LONGEST_GROUP):
        return True
    ends = _TO.split(name)
    return all(
        is_id(end)
        or re.fullmatch(r"#\d+|[A-Z]|P\d|\d{1,3}(?:\.\d{1,3})*", end)
        or (at and end.isdigit())
        for at, end in enumerate(ends)
    )


def _field(before: str, label: str, value: str, names: Names) -> Iterator[Clause]:
    """What `Owner: ana` says at the end of a line."""
    kind = label_of(label)
    if kind == "owner" and (is_name(value.lstrip("@")) or names.of(value)):
        yield Clause(before, owner=value.lstrip("@"))
    if kind == "status" and (status := whole_status(value)):
        yield Clause(before, status, value)
    if kind == "wait" and (wait := wait_in(f"{label}: {value}")) and _are_short(wait.text):
        yield Clause(before, wait=wait)
    if kind == "files" and (files := _paths(value, sign="")):
        yield Clause(before, files=files)


def _paths(value: str, sign: str = "/") -> tuple[str, ...]:
    """The paths that are all that a text says, each with that sign in it."""
    words = re.split(r"[,;\s]+", value)
    paths = [path_of(word.strip("`"), code=True) for word in words]
    return tuple(paths) if all(paths) and all(sign in each for each in paths) else ()


def _are_short(text: str) -> bool:
    return all(len(name.split()) <= _LONGEST_GROUP for name in references(text))


def _ends_with_name(words: str, names: Names) -> bool:
    """Whether a list of people is spoken of: `Invite Ana, Ben`."""
    last: Sequence[str] = words.split()[-1:]
    return any(names.of(each) for each in last)
