"""Finds who works here in lists and fields: a list of roles, `Team: Ana + Codex`."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import called, called_all
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.heads import head, role_of
from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node, field
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.whom_context import Within
from coord_tui.core.importing.statements import Said, SaidSession
from coord_tui.core.importing.whom import PEOPLE


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The sessions of lists under a heading such as `Session roles`, and of fields like `Team`."""
    names = Names(each for each in said if isinstance(each, SaidSession))
    yield from _inside(document, document.root, Within(), names)


def parts(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The sessions after which two headings or more of one level are named."""
    for node in document.root.walk():
        named = [
            (child, who)
            for child in node.children
            if child.kind == "section"
            and (who := called(child.words))
            and (evident(who.name) or _has_role(child))
        ]
        if len({who.name for _, who in named}) > 1:
            for child, who in named:
                role = role_of(who)
                also = who.also if role else ()
                said_of = SaidSession(document.at(child), who.name, also, role, kind_of(who.name))
                yield said_of._replace(sure="likely", why="parts of the document are named so")


_ROLE = wordlist("role rol rôle rolle ruolo papel роль rola rolü 角色 役割 역할")


def _has_role(node: Node) -> bool:
    """Whether a part says right away what somebody's role is."""
    first = node.children[0] if node.children else None
    said = field(first.runs) if first else None
    plainly = not any(run.code for run in node.runs) and len(node.words.split()) < 4
    return bool(said and plainly and said.label.casefold() in _ROLE)


def _inside(document: Document, node: Node, within: Within, names: Names) -> Iterator[Said]:
    for child in node.children:
        if child.kind == "section":
            yield from _team(document, child)
            opened = head(child.words, names)
            yield from _inside(document, child, Within(opened.mode), names)
        elif child.kind == "item" and within.mode == "people":
            yield from _one(document, child)
        elif child.kind in ("item", "text"):
            yield from _team(document, child)
            yield from _inside(document, child, within, names)


def _team(document: Document, node: Node) -> Iterator[Said]:
    """A field that lists everybody: at least two, and one of them evidently a session."""
    said = field(node.runs)
    if not said or not (PEOPLE.whole(said.label) or label(said.label) == "session"):
        return
    found = called_all(said.words)
    if (
        len(found) > 1
        and any(evident(each.name) for each in found)
        and not listed_paths(said.value)
    ):
        for each in found:
            yield SaidSession(
                document.at(node), each.name, each.also, kind=kind_of(each.name, each.role)
            )


def _one(document: Document, node: Node) -> Iterator[Said]:
    """An item of a list of those who work here: a strong name, or one before a break."""
    said = field(node.runs)
    strong = node.runs[0].strong if node.runs else False
    who = called(said.label if said else node.words)
    if not who or not (said or strong or evident(who.name)) or listed_paths([Run(who.name)]):
        return
    if label(who.name) or (not strong and not evident(who.name) and len(who.name.split()) > 2):
        return
    role = said.words if said else who.role
    found = SaidSession(document.at(node), who.name, who.also, role, kind_of(who.name))
    surely = strong or evident(who.name)
    yield found if surely else found._replace(sure="likely", why="a list of those who work here")
