"""Finds the project's name: a field that gives it, before the first section of a document."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.statements import Said, SaidProject
from coord_tui.core.importing.topics import without_brackets, words_of
from coord_tui.core.importing.words.rules import PROJECT_WORDS

_ADDRESS = re.compile(r"(?:https?://|git@|ssh://)\S+?[/:]([\w.-]+?)(?:\.git)?/?$")
_NAME = re.compile(r"[\w.@/-]+(?: [\w.-]+){0,4}")


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The name of the project, if the document gives one."""
    for node in _top(document.root):
        found = field(node.runs)
        if found and words_of(PROJECT_WORDS).are(found.label) and (name := _name(found.words)):
            yield SaidProject(document.at(node), name)
            return


def _top(root: Node) -> Iterator[Node]:
    """The lines before the first section below the title."""
    for node in root.children:
        if node.kind in ("text", "item"):
            yield node
        elif node.level in (1, LEAD):
            yield from (each for each in node.children if each.kind in ("text", "item"))


def _name(words: str) -> str:
    """The name in a field: of an address or `owner/name` its last part."""
    bare = without_brackets(words).strip(" `'\"<>.")
    if found := _ADDRESS.search(bare):
        return found[1]
    if not _NAME.fullmatch(bare) or len(bare) > 60:
        return ""
    return bare.rpartition("/")[2] if " " not in bare else bare
