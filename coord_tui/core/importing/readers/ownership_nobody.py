"""Finds what nobody may touch: a ban below a heading of ownership that is addressed to all.

`Do not touch: infra/` in one session's part keeps that session off what another one owns; among the
owners of everything it says that nobody has these paths.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.alone import says_only
from coord_tui.core.importing.fields import Field
from coord_tui.core.importing.heads import head
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.ownership_lines import begins_with_path, label_of
from coord_tui.core.importing.readers.whom_context import Within, below, opened
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared
from coord_tui.core.importing.whom import OWNS
from coord_tui.core.verdicts import NOBODY

_WHY = "a ban among those who own"
_UNLESS = wordlist("""without unless until before first ask asking sin salvo antes sem sans avant
    ohne außer bevor vorher senza prima zonder без пока bez except agreement permission while
    during""")
"""Words of a ban that holds for a time, or until somebody agrees."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The paths of each ban that nobody has otherwise."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    had = {_folder(each.path) for each in said if isinstance(each, SaidOwned | SaidShared)}
    for node, found in _bans(document.root, Within(), names) if had else ():
        free = [each for each in found if had.isdisjoint(_folders(each.path))]
        free = [each for each in free if not _has_writer(each.note)] if free == [*found] else []
        for each in free:
            yield SaidOwned(document.at(node), NOBODY, each.path, each.note, "likely", _WHY)


def _has_writer(note: str) -> bool:
    """Whether a remark says after all who writes: `(writer: whoever merges)`, `(Ana only)`."""
    return bool(_WRITER.search(note)) or OWNS.within(note) or says_only(note)


_WRITER = re.compile(r"\w\s*[:：]\s*\w")


def _folder(path: str) -> str:
    return path.rstrip("*/") + "/"


def _folders(path: str) -> Iterator[str]:
    """A path and the folders it stands in."""
    names = _folder(path).split("/")[:-1]
    yield from ("/".join(names[:size]) + "/" for size in range(1, len(names) + 1))


def _bans(node: Node, within: Within, names: Names) -> Iterator[tuple[Node, Sequence[Found]]]:
    """Each line that bans paths among owners, and each line of a list below such a line."""
    for child in node.children:
        said = label_of(child.runs) if child.kind in ("item", "text") or _is_lead(child) else None
        told = within.mode == "owners" and not within.session
        if told and (said or child.kind == "section") and _forbids(said, child, names):
            yield from _listed(child, listed_paths(said.value) if said else ())
        elif child.kind == "section":
            yield from _bans(child, below(within, opened(child, names)), names)


def _is_lead(node: Node) -> bool:
    return node.kind == "section" and node.level >= LEAD


def _forbids(said: Field | None, node: Node, names: Names) -> bool:
    words = said.label if said else node.words
    parts = set(re.findall(r"[^\W_]+", words.casefold()))
    return head(words, names).mode == "avoid" and not parts & _UNLESS


def _listed(node: Node, found: Sequence[Found]) -> Iterator[tuple[Node, Sequence[Found]]]:
    if found:
        yield node, found
    for child in node.children:
        if child.kind == "item" and begins_with_path(child.runs):
            yield child, listed_paths(child.runs)
