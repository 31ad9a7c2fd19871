"""Finds whose files are whose where a line is a plain word, a sign and paths: `- alice: src/`.

Below a heading of ownership one such line is enough. Elsewhere a whole list must be built so, each
line with a folder of its own, and nothing else may say whose files are whose: then it is a guess.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from coord_tui.core.importing.bare_names import echoes, may_be_name
from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.names import names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.readers.ownership_lines import (
    before_paths,
    begins_with_path,
    is_component,
)
from coord_tui.core.importing.readers.taken import WORK, Taken
from coord_tui.core.importing.readers.whom_context import siblings
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared, Sure
from coord_tui.core.importing.verbs import OWNING_VERB, WORKING_VERB
from coord_tui.core.importing.words.paths import TIES


class _Line(NamedTuple):
    """A line that may give paths to a name."""

    node: Node
    name: str
    found: tuple[Found, ...]


_WHY = "a list of words with paths, under a heading about owners"
_GUESSED = "every line of a list is a word with folders"


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned paths of the lines that no other form read."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    taken = Taken(len(document.lines), said, (SaidOwned, SaidShared, *WORK))
    alone = not any(isinstance(each, SaidOwned | SaidShared) for each in said)
    for nodes, within in siblings(document, names, least=1):
        if within.mode in ("owners", "people"):
            lines = _lines(nodes, taken, told=True)
            yield from _said(document, lines, "likely", _WHY)
        elif alone and not within.mode:
            for _, alike in groupby(nodes, lambda node: node.kind):
                yield from _said(document, _guessed(tuple(alike), taken), "doubtful", _GUESSED)


def _lines(nodes: Sequence[Node], taken: Taken, told: bool) -> list[_Line]:
    free = (node for node in nodes if not node.box and not taken.any(node.line, node.first))
    return [line for node in free if (line := _line(node, told))]


def _guessed(nodes: Sequence[Node], taken: Taken) -> list[_Line]:
    """The lines of a list that give paths to names, when all of the list is built as they are."""
    lines = _lines(nodes, taken, told=False)
    had = {line.node.line for line in lines}
    alike = all(node.line in had or _is_like(node) for node in nodes)
    return lines if alike and _are_of_owners(lines) else []


def _said(document: Document, lines: Sequence[_Line], sure: Sure, why: str) -> Iterator[Said]:
    for line in lines:
        at, name = document.at(line.node), line.name
        yield SaidSession(at, name, kind=kind_of(name), sure=sure, why=why)
        for each in line.found:
            yield SaidOwned(at, name, each.path, each.note, sure, why)


def _line(node: Node, told: bool) -> _Line | None:
    """The name and the paths of a line; where owners are told, the name may come last."""
    found = listed_paths(node.runs)
    if not found:
        return None
    said = field(node.runs)
    if said and is_component(said, found):
        return None
    before = before_paths(node.runs, found[0])
    if before and (name := _first(before)) and may_be_name(name, told):
        return _Line(node, name.lstrip("@"), found)
    note = found[-1].note
    named = _LAST.match(plain(node.runs).rpartition(found[-1].path)[2])
    last = named["who"] if named else ""
    if told and begins_with_path(node.runs) and may_be_name(last, told):
        kept = tuple(each._replace(note="" if each.note == note else each.note) for each in found)
        return _Line(node, last.lstrip("@"), kept)
    return None


_LAST = re.compile(r"[\s*`]*[:：(（\[—–→←⇒=-]+>?[\s*`]*(?P<who>@?[\w.-]+?)\s*(?:\W*$|[(（,;，].*$)")
_SIGN = re.compile(
    r"(?P<who>\S+?)(?:\s*(?:[:：—→⇒]|=>|->)|\s+[-–=]+>?(?=\s|$)|\s*(?=[(\[（]))\s*[(\[（]?"
)


def _first(before: str) -> str:
    """The word before a sign or a verb of owning that ends what stands before the paths."""
    bare = before.strip(" *_`")
    found = _SIGN.match(bare)
    rest = bare[found.end() :].strip() if found else ""
    if found and (_is_verb(rest) or all(each in TIES for each in rest.casefold().split())):
        return found["who"].strip("*_`")
    if _BRACKET.fullmatch(rest):
        return rest.rstrip(" ([（*_`")
    verb = OWNING_VERB.search(bare) or WORKING_VERB.search(bare)
    return bare[: verb.start()].strip(" *_`") if verb and verb.end() == len(bare) else ""


_BRACKET = re.compile(r"\S+\s*[(（\[]")
"""A name and the bracket in which its paths stand, after a label: `Server: Nadia (api/)`."""


def _is_verb(words: str) -> bool:
    found = OWNING_VERB.fullmatch(words) or WORKING_VERB.fullmatch(words)
    return bool(words) and found is not None


def _is_like(node: Node) -> bool:
    """Whether a line begins as the others do, with one word and a sign."""
    return bool(_SIGN.match(node.words.strip(" *_`")))


def _are_of_owners(lines: Sequence[_Line]) -> bool:
    """Whether the lines of a list give folders of their own to words that are no parts of them."""
    paths = [each.path for line in lines for each in line.found]
    owners = {line.name for line in lines}
    return (
        len(owners) == len(lines) > 1
        and len(set(paths)) == len(paths)
        and all(any(_is_folder(each.path) for each in line.found) for line in lines)
        and not any(echoes(name, paths) or _ID.search(name) for name in owners)
        and all(len(line.found[-1].note.split()) < _PROSE for line in lines)
    )


_ID = re.compile(r"\d")
"""What has a number is a task or a part as often as somebody."""
_PROSE = 5
"""So many words after paths say more than whose they are."""


def _is_folder(path: str) -> bool:
    return path.endswith(("/", "*"))
