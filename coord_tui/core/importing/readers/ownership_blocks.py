"""Finds whose files are whose under headings, leads and labels: lists in somebody's part."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from coord_tui.core.importing.calling import Called, nobody
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.heads import Head, role_of
from coord_tui.core.importing.markdown.blocks import Runs
from coord_tui.core.importing.names import names_of
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.readers.laid_out import card, items, profiles, sections
from coord_tui.core.importing.readers.listing import before_bans, forbids, lists
from coord_tui.core.importing.readers.ownership_lines import (
    Named,
    begins_with_path,
    ending_label,
    label_of,
    marked_all,
    only_paths,
)
from coord_tui.core.importing.readers.ownership_parts import (
    all_paths,
    are_points,
    bare_label,
    fields_beside,
    is_task,
    owner_field,
    says_shared,
)
from coord_tui.core.importing.readers.ownership_trees import (
    is_list,
    is_tree,
    owned_tree,
    shared_tree,
)
from coord_tui.core.importing.readers.ownership_weighing import IN_PART
from coord_tui.core.importing.readers.ownership_whose import Whose, owns_here, works_on
from coord_tui.core.importing.readers.speech import spoken_of
from coord_tui.core.importing.readers.whom_context import Within, below
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared, Sure
from coord_tui.core.importing.whom import OWNS


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned and shared paths by the headings and labels above them, and whose parts those are.

    Who is found late in a document may have a part early in it: then it is read again.
    """
    known = [each for each in said if isinstance(each, SaidSession)]
    before, sure = names_of(known), names_of(each for each in known if each.sure == "certain")
    you, _ = spoken_of(document, before)
    # Where others are spoken of too, `your files` may be anybody's.
    alone = all(before.of(each.name) == before.of(you) for each in known)
    start = Within("", you if alone else "")
    found = list(_Walk(document, Whose(before, sure)).inside(document.root, start))
    more = [each for each in found if isinstance(each, SaidSession)]
    again = _Walk(document, Whose(names_of([*known, *more]), sure))
    yield from again.inside(document.root, start) if more else found


class _Walk:
    """A walk through a document that knows in whose part it is."""

    def __init__(self, document: Document, whose: Whose) -> None:
        self.document, self.whose = document, whose

    def inside(self, node: Node, within: Within) -> Iterator[Said]:
        if within.mode == "self" and all_paths(node):
            own = Within("own", within.session)
            for child in (child for child in node.children if child.kind == "item"):
                yield from self.paths(child, child.runs, own, "likely", IN_PART)
            return
        points = within.mode == "own" and are_points(node)
        for child in node.children:
            yield from self.node(child, Within("self", within.session) if points else within)

    def node(self, node: Node, within: Within) -> Iterator[Said]:
        if node.kind == "section":
            yield from self.section(node, within)
        elif within.mode in ("other", "example", "log"):
            return
        elif node.kind in ("item", "text") and not node.box:
            yield from self.line(node, within)
        elif node.kind == "fence":
            yield from self.fence(node, within)
        elif node.kind == "table":
            yield from self.table(node, within)

    def table(self, node: Node, within: Within) -> Iterator[Said]:
        """A table that describes the session whose part it stands in, or one in each column."""
        if within.session:
            for each in card(node):
                yield from self.node(each, within)
        for each in profiles(node):
            yield from self.node(each, Within("owners"))

    def fence(self, node: Node, within: Within) -> Iterator[Said]:
        """A fence in a list of paths, or one that is such a list; elsewhere it is an example."""
        if not within.mode or within.mode == "avoid":
            return
        if parts := sections(node):
            yield from self.inside(node._replace(kind="section", children=parts), within)
        elif within.mode == "shared":
            yield from shared_tree(self.document, node)
        elif within.session and within.mode == "own":
            yield from owned_tree(self.document, node, within.session)
        elif within.session and within.mode == "self" and is_list(node):
            for each in owned_tree(self.document, node, within.session):
                yield each._replace(sure="likely", why=IN_PART)
        elif within.mode in ("owners", "people") and not is_tree(node):
            for item in items(node):
                yield from self.line(item, within)

    def section(self, node: Node, within: Within) -> Iterator[Said]:
        said = field(node.runs)
        if said and node.level >= LEAD and (said.value or label(said.label)):
            yield from self.labelled(node, said, within)
        elif said and node.level >= LEAD and works_on(said.label):
            count = len(list(takewhile(lambda child: child.kind != "section", node.children)))
            yield from self.labelled(node._replace(children=node.children[:count]), said, within)
            yield from self.inside(node._replace(children=node.children[count:]), within)
        elif begins_with_path(node.runs) and (owner := owner_field(node)):
            yield from self.owned(node, owner.name, listed_paths(node.runs))
        elif within.mode == "owners" and (together := marked_all(node.runs)):
            yield from self.together(node, together)
        elif (
            begins_with_path(node.runs)
            and within.mode == "owners"
            and (lines := self.whose.lines(node, within))
        ):
            yield from self.named(node, lines, within)
        elif begins_with_path(node.runs) and within.mode == "shared":
            yield from self.paths(node, node.runs, within)
        else:
            yield from self.headed(node, self.whose.part(node, within), within)

    def headed(self, node: Node, opened_by: Head, within: Within) -> Iterator[Said]:
        """What a heading opens, and what it names itself."""
        inside = below(within, opened_by)
        if opened_by.who and inside.mode in ("own", "self"):
            yield from self.session(node, opened_by.who, within, inside)
        if opened_by.mode == "shared":
            for each in listed_paths(node.runs):
                yield SaidShared(self.document.at(node), each.path)
        own = inside.mode == "own" or owns_here(node)
        if opened_by.who and own and (listed := listed_paths(node.runs)):
            yield from self.owned(node, inside.session, listed)
            inside = Within("self", inside.session)
        yield from self.inside(node, inside)

    def session(self, node: Node, who: Called, within: Within, inside: Within) -> Iterator[Said]:
        """The one whose part it is, when that part has something of a session's."""
        if self.whose.is_somebody(node, who, within, inside):
            role = role_of(who)
            also = self.whose.others(who) if role else ()
            said = SaidSession(self.document.at(node), who.name, also, role, kind_of(node.words))
            why = "a heading with a list of paths below it"
            guessed = self.whose.is_guessed(node, who)
            yield said._replace(sure="likely", why=why) if guessed else said

    def line(self, node: Node, within: Within) -> Iterator[Said]:
        said = label_of(node.runs) or bare_label(node) or ending_label(node.runs)
        if part := self.whose.item(node, within):
            yield from self.headed(node, part, within)
        elif said and (label(said.label) or self.whose.head(said.label) != Head("")):
            yield from self.labelled(node, said, within)
        elif within.mode in ("owners", "people") and (together := marked_all(node.runs)):
            yield from self.together(node, together)
        elif lines := self.whose.lines(node, within):
            yield from self.named(node, lines, within)
        elif within.mode in ("owners", "people") and says_shared(node.runs):
            yield from self.paths(node, node.runs, Within("shared"))
        elif said and is_task(said):
            yield from self.inside(node, within)
        elif within.mode in ("own", "shared"):
            taken = list(self.paths(node, node.runs, within))
            yield from taken
            if not taken:
                yield from self.inside(node, within)
        else:
            yield from self.inside(node, within)

    def labelled(self, node: Node, said: Field, within: Within) -> Iterator[Said]:
        """What a label opens: the paths of its value and of the list below it."""
        opened = self.whose.head(said.label)
        inside = self.whose.value(said, opened, within)
        if inside is None:
            yield from self.unlabelled(node, said, below(within, opened), within)
            return
        if opened.who and inside.mode in ("own", "self"):
            yield from self.session(node, opened.who, within, inside)
        if inside.mode in ("own", "shared"):
            told = inside.mode == "own" and OWNS.within(said.label)
            yield from self.paths(node, before_bans(said.value) if told else said.value, inside)
        elif opened.who and inside.mode == "self" and only_paths(said.value):
            own = Within("own", inside.session)
            yield from self.paths(node, said.value, own, "likely", "paths after the session's name")
        beside = fields_beside(node) if said.value and inside.mode in ("other", "own") else ()
        for each in beside:
            yield from self.node(each, within)
        yield from self.inside(node._replace(children=node.children[len(beside) :]), inside)

    def unlabelled(self, node: Node, said: Field, here: Within, within: Within) -> Iterator[Said]:
        """A field whose label does not say whose its paths are; the line may, or those around."""
        if here.mode == "owners" and (pairs := self.whose.pairs(said.value)):
            yield from self.named(node, pairs, here)
        elif lines := self.whose.lines(node, within):
            yield from self.named(node, lines, within)
        elif within.mode in ("own", "shared") and begins_with_path(node.runs):
            yield from self.paths(node, node.runs, within)
        else:
            yield from self.inside(node, here)

    def together(self, node: Node, names: Sequence[str]) -> Iterator[Said]:
        """The paths of a line that names several together share."""
        at, parts = self.document.at(node), tuple((name, "") for name in names)
        for each in listed_paths(node.runs):
            yield SaidShared(at, each.path, "", parts)

    def named(self, node: Node, lines: Sequence[Named], within: Within) -> Iterator[Said]:
        """What a line says of everybody whom it names."""
        for everybody, found in lines:
            at = self.document.at(node)
            for who in everybody if found else ():
                yield SaidSession(at, who.name, who.also, "", kind_of(who.name))
                yield from self.owned(node, who.name, found)
            if not found:
                yield from self.heading(node, everybody[0], within)

    def heading(self, node: Node, who: Called, within: Within) -> Iterator[Said]:
        """Somebody whose paths stand in a list below the name."""
        inside = Within("own" if within.mode == "owners" else "self", who.name)
        under = list(self.inside(node, inside))
        if any(isinstance(each, SaidOwned) for each in under):
            at = self.document.at(node)
            yield SaidSession(at, who.name, who.also, who.role, kind_of(who.name))
        yield from under

    def paths(
        self, node: Node, runs: Runs, within: Within, sure: Sure = "certain", why: str = ""
    ) -> Iterator[Said]:
        """The paths of a line in a list of owned or of shared ones."""
        found = listed_paths(runs)
        if not found or not lists(runs, found[0].path, 1) or forbids(runs, found[-1].path):
            return
        if within.mode == "shared" or says_shared(runs):
            for each in found:
                yield SaidShared(self.document.at(node), each.path, each.note, (), sure, why)
        elif within.session and not nobody(within.session):
            yield from self.owned(node, within.session, found, sure, why)

    def owned(
        self,
        node: Node,
        session: str,
        found: Sequence[Found],
        sure: Sure = "certain",
        why: str = "",
    ) -> Iterator[Said]:
        for each in found:
            yield SaidOwned(self.document.at(node), session, each.path, each.note, sure, why)
