"""Finds whose files are whose under headings, leads and labels: lists in somebody's part."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import Called, called, nobody
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident, kind_of, one_name
from coord_tui.core.importing.heads import SILENT, Head, head, role_of
from coord_tui.core.importing.markdown.blocks import Runs
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Field, Node, field
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.readers.ownership_lines import (
    Named,
    begins_with_path,
    lists,
    named_line,
    only_paths,
    owned_by,
)
from coord_tui.core.importing.readers.ownership_parts import (
    all_paths,
    has_owned,
    owner_field,
    says_owned,
    says_shared,
)
from coord_tui.core.importing.readers.ownership_trees import owned_tree
from coord_tui.core.importing.readers.whom_context import Within, below, opened
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared, Sure
from coord_tui.core.importing.whom import OTHER, OWNS


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned and shared paths by the headings and labels above them, and whose parts those are.

    Who is found late in a document may have a part early in it: then it is read again.
    """
    known = [each for each in said if isinstance(each, SaidSession)]
    before = Names(known)
    found = list(_Walk(document, before, before).inside(document.root, Within()))
    more = [each for each in found if isinstance(each, SaidSession)]
    again = _Walk(document, Names([*known, *more]), before)
    yield from again.inside(document.root, Within()) if more else found


class _Walk:
    """A walk through a document that knows in whose part it is."""

    def __init__(self, document: Document, names: Names, before: Names) -> None:
        self.document = document
        self.names = names
        self.before = before
        """Who was known before these parts were read."""
        self.heads: dict[str, Head] = {}

    def head(self, words: str) -> Head:
        """What some words open; many of them stand in a document twice."""
        if words not in self.heads:
            self.heads[words] = head(words, self.names)
        return self.heads[words]

    def inside(self, node: Node, within: Within) -> Iterator[Said]:
        if within.mode == "self" and all_paths(node):
            own, why = Within("own", within.session), "a list of paths in the session's part"
            for child in (child for child in node.children if child.kind == "item"):
                yield from self.paths(child, child.runs, own, "likely", why)
            return
        for child in node.children:
            yield from self.node(child, within)

    def node(self, node: Node, within: Within) -> Iterator[Said]:
        if node.kind == "section":
            yield from self.section(node, within)
        elif (
            within.mode not in ("other", "example")
            and node.kind in ("item", "text")
            and not node.box
        ):
            yield from self.line(node, within)
        elif within.mode == "own" and within.session and node.kind == "fence":
            yield from owned_tree(self.document, node, within.session)

    def section(self, node: Node, within: Within) -> Iterator[Said]:
        said = field(node.runs)
        if said and node.level > 6 and (said.value or label(said.label)):
            yield from self.labelled(node, said, within)
        elif begins_with_path(node.runs) and (owner := owner_field(node)):
            yield from self.owned(node, owner.name, listed_paths(node.runs))
        elif begins_with_path(node.runs) and within.mode == "shared":
            yield from self.paths(node, node.runs, within)
        else:
            yield from self.headed(node, self.opened_by(node, within), within)

    def headed(self, node: Node, opened_by: Head, within: Within) -> Iterator[Said]:
        """What a heading opens, and what it names itself."""
        inside = below(within, opened_by)
        if opened_by.who and inside.mode in ("own", "self"):
            yield from self.session(node, opened_by.who, within, inside)
        if opened_by.mode == "shared":
            for each in listed_paths(node.runs):
                yield SaidShared(self.document.at(node), each.path)
        if opened_by.who and inside.mode == "own" and (listed := listed_paths(node.runs)):
            yield from self.owned(node, inside.session, listed)
            inside = Within("self", inside.session)
        yield from self.inside(node, inside)

    def opened_by(self, node: Node, within: Within) -> Head:
        """What a heading opens; the owner that a field below it names has the part."""
        found = opened(node, self.names) if node.level == 1 else self.head(node.words)
        owner = owner_field(node) if found.who else None
        if owner and (self.names.of(owner.name) or evident(owner.name)):
            return found._replace(who=owner)
        if not found.who and found.mode == "" and not within.session:
            return found._replace(who=self.part(node, within))
        return found

    def part(self, node: Node, within: Within) -> Called | None:
        """Whose part a heading opens that says no more than a name.

        Below a heading that promises parts any list of paths shows it, elsewhere only a label that
        says outright whose they are.
        """
        who = called(node.words)
        if not who or not one_name(who.name):
            return None
        promised = within.mode in ("owners", "people") and len(who.name.split()) < 5
        return who if (has_owned(node) if promised else says_owned(node)) else None

    def session(self, node: Node, who: Called, within: Within, inside: Within) -> Iterator[Said]:
        """The one whose part it is, when that part has something of a session's."""
        surely = self.names.of(who.name) or inside.mode == "own" or within.mode == "people"
        if not surely and not has_owned(node):
            return
        role = role_of(who)
        also = who.also if role else ()
        said = SaidSession(self.document.at(node), who.name, also, role, kind_of(node.words))
        guessed = not evident(who.name) and head(node.words, self.before).who is None
        why = "a heading with a list of paths below it"
        yield said._replace(sure="likely", why=why) if guessed else said

    def line(self, node: Node, within: Within) -> Iterator[Said]:
        said = field(node.runs)
        if said and (label(said.label) or self.head(said.label) != Head("")):
            yield from self.labelled(node, said, within)
        elif line := self.owner_of(node, within):
            yield from self.named(node, line, within)
        elif within.mode in ("own", "shared"):
            taken = list(self.paths(node, node.runs, within))
            yield from taken
            if not taken:
                yield from self.inside(node, within)
        else:
            yield from self.inside(node, within)

    def owner_of(self, node: Node, within: Within) -> Named | None:
        """Who and which paths a line names, where such lines stand or when it says `owner`."""
        if within.mode in ("owners", "people"):
            return named_line(node.runs, self.names, within.mode == "owners")
        return owned_by(node.runs, self.names) if within.mode in ("", "self") else None

    def labelled(self, node: Node, said: Field, within: Within) -> Iterator[Said]:
        """What a label opens: the paths of its value and of the list below it."""
        opened = self.head(said.label)
        inside = self.opened(said, opened, within)
        if inside is None:
            if line := self.owner_of(node, within):
                yield from self.named(node, line, within)
            elif within.mode in ("own", "shared") and begins_with_path(node.runs):
                yield from self.paths(node, node.runs, within)
            else:
                yield from self.inside(node, below(within, opened))
            return
        if opened.who and inside.mode in ("own", "self"):
            yield from self.session(node, opened.who, within, inside)
        if inside.mode in ("own", "shared"):
            yield from self.paths(node, said.value, inside)
        elif opened.who and inside.mode == "self" and only_paths(said.value):
            own = Within("own", inside.session)
            yield from self.paths(node, said.value, own, "likely", "paths after the session's name")
        yield from self.inside(node, inside)

    def opened(self, said: Field, opened: Head, within: Within) -> Within | None:
        """What holds for the value of a field; None when its label does not say."""
        kind = label(said.label)
        if opened.mode in (*SILENT, "shared"):
            return below(within, opened)
        if kind in (
            "avoid",
            "reviewer",
            "exports",
            "after",
            "blocks",
            "branch",
            "worktree",
            "status",
        ):
            return Within("other", within.session)
        if kind == "shared":
            return Within("shared", within.session)
        if opened.who:
            return below(within, opened)
        if within.session and within.mode in ("self", "own"):
            if kind in ("owns", "path", "files", "owner") or OWNS.within(said.label):
                return Within("own", within.session)
            return Within("other", within.session) if kind or OTHER.whole(said.label) else None
        return None

    def named(self, node: Node, line: Named, within: Within) -> Iterator[Said]:
        """A line that names somebody and their paths, or has those below it."""
        everybody, found = line
        for who in everybody if found else ():
            at = self.document.at(node)
            yield SaidSession(at, who.name, who.also, "", kind_of(who.name))
            yield from self.owned(node, who.name, found)
        if found:
            return
        who = everybody[0]
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
        if not found or not lists(runs, found[0].path, 1):
            return
        if within.mode == "shared" or says_shared(found[-1].note):
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
