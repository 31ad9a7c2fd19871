"""Reads sections headed by names nobody knows as if these were sessions, and keeps what then fits.

`## Ana`: `You own only a/`, beside `## Ben`: `Work only in b/`. The forms that read the part of a
known session are asked; at least two sections side by side must get paths, each its own, and be
headed as people are called.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.bare_names import echoes, may_be_name, proper
from coord_tui.core.importing.calling import Called, called
from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.heads import head
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.readers import ownership_blocks, ownership_only, ownership_sentences
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, Sure
from coord_tui.core.importing.whom import OWNS

_WHY = "sections side by side that say what each may edit"
_FORMS = (ownership_blocks.read, ownership_sentences.read, ownership_only.read)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Such sessions and what they own; doubtful, unless the words say that they own it.

    Where anybody is known to own something, other headings are none of people.
    """
    if any(isinstance(each, SaidOwned) for each in said):
        return
    names = names_of(each for each in said if isinstance(each, SaidSession))
    for parent in document.root.walk():
        for alike in _alike(parent, names):
            assumed = [
                SaidSession(document.at(node), who.name, kind=kind_of(who.name))
                for node, who in alike
            ]
            owned = list(_owned(document, alike, [*said, *assumed]))
            if _holds(owned):
                sure = _sure(document, owned)
                theirs = {each.session for each in owned}
                for one in assumed:
                    if one.name in theirs:
                        yield one._replace(sure=sure, why=_WHY)
                yield from (each._replace(sure=sure, why=_WHY) for each in owned)


def _alike(parent: Node, names: Names) -> Iterator[list[tuple[Node, Called]]]:
    """The headings of one level below a node that may be somebody's, where there are several."""
    sections = [child for child in parent.children if child.kind == "section"]
    for level in {node.level for node in sections if node.level < LEAD}:
        heads = [(node, _who(node, names)) for node in sections if node.level == level]
        alike = [(node, who) for node, who in heads if who]
        if len(alike) > 1:
            yield alike


def _who(node: Node, names: Names) -> Called | None:
    """Who may head a section: all of it is a name as people have, and of no known session."""
    who = called(node.words)
    if not who or names.of(who.name) or head(node.words, names).mode or not proper(who.name):
        return None
    return who if all(map(may_be_name, who.name.split())) else None


def _owned(
    document: Document, alike: Sequence[tuple[Node, Called]], said: Sequence[Said]
) -> Iterator[SaidOwned]:
    """What the forms give each of them in its own section."""
    begins = {who.name: (node.line, _end(node)) for node, who in alike}
    for form in _FORMS:
        for each in form(document, said):
            if isinstance(each, SaidOwned) and each.session in begins:
                first, last = begins[each.session]
                if first < each.at.line <= last:
                    yield each


def _end(section: Node) -> int:
    return max(node.end for node in section.walk())


def _holds(owned: Sequence[SaidOwned]) -> bool:
    """Whether several own something, nothing is owned by two, and no name says its path again."""
    whose: dict[str, set[str]] = {}
    for each in owned:
        whose.setdefault(each.path, set()).add(each.session)
    several = len({each.session for each in owned}) > 1
    alone = all(len(sessions) == 1 for sessions in whose.values())
    return several and alone and not any(echoes(each.session, [each.path]) for each in owned)


def _sure(document: Document, owned: Sequence[SaidOwned]) -> Sure:
    lines = (document.lines[each.at.line - 1] for each in owned)
    return "likely" if all(map(OWNS.within, lines)) else "doubtful"
