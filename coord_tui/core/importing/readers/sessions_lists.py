"""Finds who works here in lists and fields: a list of roles, `Team: Ana + Codex`."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.bare_names import may_be_name
from coord_tui.core.importing.calling import Called, called, called_all
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.heads import head, role_of
from coord_tui.core.importing.known_headings import is_heading
from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.names import Names, folded, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.bearers import is_lane
from coord_tui.core.importing.readers.ownership_parts import owner_field
from coord_tui.core.importing.readers.sessions_lanes import is_work
from coord_tui.core.importing.readers.tasks_names import named as named_task
from coord_tui.core.importing.readers.whom_context import Within
from coord_tui.core.importing.statements import Said, SaidSession
from coord_tui.core.importing.whom import AVOIDS, PEOPLE, SHARES
from coord_tui.core.importing.words.names import PRODUCT_EXTRAS, PRODUCTS, PRONOUNS


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The sessions of lists under a heading such as `Session roles`, and of fields like `Team`."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    yield from _inside(document, document.root, Within(), names)


def parts(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The sessions after which two headings or more of one level are named."""
    labels = {folded(each.label) for each in _fields(document)}
    names = names_of(each for each in said if isinstance(each, SaidSession))
    for node in document.root.walk():
        inside = [child for child in node.children if child.kind == "section"]
        promised = bool(inside) and (PEOPLE.whole(node.words) or PEOPLE.ends(node.words))
        called_so = ((child, called(child.words)) for child in inside)
        yield from _alike(document, inside)
        named = [
            (child, who)
            for child, who in called_so
            if who
            and not is_work(child, who, names)
            and (_is_named(child, who) or (promised and folded(who.name) in labels))
        ]
        if len({who.name for _, who in named}) > 1:
            for child, who in named:
                task = named_task(child.words)
                role = "" if task.id and not task.stream else role_of(who)
                also = who.also if role else ()
                said_of = SaidSession(document.at(child), who.name, also, role, kind_of(who.name))
                yield said_of._replace(sure="likely", why="parts of the document are named so")
                yield from _worker(document, child, who)


def _worker(document: Document, node: Node, lane: Called) -> Iterator[Said]:
    """Who has a lane, where a field below its heading says so: one session under two names."""
    owner = owner_field(node) if is_lane(lane.name) else None
    if owner and (may_be_name(owner.name) or evident(owner.name)):
        role, kind = role_of(lane), kind_of(owner.name)
        said_of = SaidSession(document.at(node), owner.name, (lane.name,), role, kind)
        yield said_of._replace(sure="likely", why="has a part of the work")


def _alike(document: Document, nodes: Sequence[Node]) -> Iterator[Said]:
    """Whose headings are alike but for an agent's name: `CLAUDE STATUS: …`, `CODEX STATUS: …`."""
    found: dict[str, dict[str, Node]] = {}
    for node in nodes:
        who = called(_COLON.split(node.words)[0])
        first, rest = [*(who.name.split() if who else ()), "", ""][:2]
        if first.casefold() in PRODUCTS and rest and rest.casefold() not in PRODUCT_EXTRAS:
            found.setdefault(rest.casefold(), {}).setdefault(first.casefold(), node)
    for named in found.values():
        for name, node in named.items() if len(named) > 1 else ():
            why = "headings alike but for the name"
            yield SaidSession(document.at(node), name, kind=kind_of(name), sure="likely", why=why)


_COLON = re.compile(r"[:：]")


def _is_named(node: Node, who: Called) -> bool:
    """Whether a heading is surely somebody's name."""
    return evident(who.name) or _has_role(node) or _is_spoken_to(node, who)


def _fields(document: Document) -> Iterator[Field]:
    for node in document.root.walk():
        said = field(node.runs) if node.kind in ("item", "text") else None
        if said:
            yield said


_ROLE = wordlist("role rol rôle rolle ruolo papel роль rola rolü 角色 役割 역할")


def _has_role(node: Node) -> bool:
    """Whether a part says right away what somebody's role is."""
    first = node.children[0] if node.children else None
    said = field(first.runs) if first else None
    plainly = not any(run.code for run in node.runs) and len(node.words.split()) < 4
    return bool(said and plainly and said.label.casefold() in _ROLE)


def _is_spoken_to(node: Node, who: Called) -> bool:
    """Whether a heading says who `you` or `I` is: `You (Ana)`."""
    first = node.words.casefold().strip("# *").split(" ")[0]
    return first in PRONOUNS and not who.name.casefold().startswith(first)


def _inside(document: Document, node: Node, within: Within, names: Names) -> Iterator[Said]:
    names_only = _names_only(node)
    proper_too = any(_is_one_name(child, names) for child in node.children)
    alone = _alone(node) if within.mode == "people" else frozenset()
    tasks = within.mode == "people" and _lists_tasks(node)
    for child in node.children:
        if child.kind == "section":
            yield from _team(document, child)
            opened = head(child.words, names)
            yield from _inside(document, child, Within(opened.mode), names)
        elif child.kind == "item" and within.mode == "people":
            if not (proper_too and _is_of_things(child, names)) and not (tasks and _id_of(child)):
                for each in _one(document, child, names_only):
                    also = tuple(name for name in each.also if folded(name) not in alone)
                    yield each._replace(also=also)
        elif child.kind in ("item", "text"):
            yield from _team(document, child)
            yield from _inside(document, child, within, names)


def _alone(node: Node) -> frozenset[str]:
    """The names with which the items of a list begin: each of them is of somebody else."""
    items = [child for child in node.children if child.kind == "item"]
    heads = (called(said.label if (said := field(item.runs)) else item.words) for item in items)
    return frozenset(folded(who.name) for who in heads if who)


def _lists_tasks(node: Node) -> bool:
    """Whether a list with ids before its colons is of work: with a box, or with who does it."""
    items = [child for child in node.children if child.kind == "item"]
    counted = [item for item in items if _id_of(item)]
    doers = [item for item in counted if _DOER.search(item.words)]
    return bool(counted) and (any(item.box for item in items) or len(doers) == len(counted) > 1)


def _id_of(node: Node) -> bool:
    """Whether an item begins with what may be a task's id: `T5: Ship it`."""
    said = field(node.runs)
    return bool(said and _ID.fullmatch(said.label))


_ID = re.compile(r"#\d+|[^\W\d_]{1,5}[-.]?\d+(?:[.-]\d+)*")
_DOER = re.compile(r"[(（\[]@?[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*)?[)）\]]$")
"""Who does something stands in brackets at its end: `Ship it (ana)`."""


def _is_one_name(node: Node, names: Names) -> bool:
    """Whether an item of a list is somebody's by its label alone: `Ana: …`, `Agent 1: …`."""
    said = field(node.runs) if node.kind == "item" else None
    who = called(said.label) if said else None
    return bool(who and (names.of(who.name) or evident(who.name) or may_be_name(who.name)))


def _is_of_things(node: Node, names: Names) -> bool:
    """Whether the label of an item is words and no name, as `Meeting time` is beside `Ana`."""
    said = field(node.runs)
    who = called(said.label) if said and not node.runs[0].strong else None
    if not who or names.of(who.name) or evident(who.name):
        return False
    return any(each.islower() for each in who.name.split()[1:])


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


def _bearer(said: Field) -> str:
    """Who has a role and its files: `Backend: Nadia (`api/`)`."""
    name, _, rest = said.words.partition("(")
    paths = listed_paths(said.value)
    alone = may_be_name(name.strip()) and name.istitle() and rest.endswith(")")
    return name.strip() if alone and paths else ""


def _names_only(node: Node) -> bool:
    """Whether all items of a list are names, with no more than what stands in brackets."""
    items = [child for child in node.children if child.kind == "item"]
    return len(items) > 1 and all(
        who and who.name == re.sub(r"\s*[(（].*", "", item.words).strip() and who.name.istitle()
        for item in items
        for who in (called(item.words),)
    )


def _one(document: Document, node: Node, surely: bool) -> Iterator[SaidSession]:
    """An item of a list of those who work here: a strong name, or one before a break."""
    said = field(node.runs)
    strong = surely or (node.runs[0].strong if node.runs else False)
    who = called(said.label if said else node.words)
    if who and is_heading(who.name):
        return
    if not who or not (said or strong or evident(who.name)) or listed_paths([Run(who.name)]):
        return
    if SHARES.within(who.name) or AVOIDS.within(who.name):
        return
    if label(who.name) or (not strong and not evident(who.name) and len(who.name.split()) > 2):
        return
    role = said.words if said else who.role
    found = SaidSession(document.at(node), who.name, who.also, role, kind_of(who.name))
    if said and (bearer := _bearer(said)) and not evident(who.name):
        found = SaidSession(document.at(node), bearer, (who.name,), who.name, kind_of(bearer))
    yield (
        found
        if strong or evident(who.name)
        else found._replace(sure="likely", why="a list of those who work here")
    )
