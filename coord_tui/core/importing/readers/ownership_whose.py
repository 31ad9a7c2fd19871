"""Says whose part of a document a heading, a label or a line opens."""

import re

from coord_tui.core.importing.bare_names import may_be_name
from coord_tui.core.importing.calling import Called, called
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident, one_name
from coord_tui.core.importing.fields import Field
from coord_tui.core.importing.heads import SILENT, Head, head
from coord_tui.core.importing.known_headings import is_heading
from coord_tui.core.importing.markdown.blocks import Runs
from coord_tui.core.importing.names import Names, folded, number_of
from coord_tui.core.importing.outline import Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.ownership_lines import (
    Named,
    named_line,
    named_pairs,
    owned_by,
)
from coord_tui.core.importing.readers.ownership_parts import (
    fields,
    has_owned,
    heading_paths,
    is_prose,
    is_remark,
    owner_field,
    promises_owned,
    says_owned,
)
from coord_tui.core.importing.readers.ownership_told_of import tells_of_several
from coord_tui.core.importing.readers.whom_context import Within, below, is_task, opened
from coord_tui.core.importing.whom import AVOIDS, OTHER, OWNS

_ASIDE = ("avoid", "reviewer", "exports", "after", "blocks", "branch", "worktree", "status")
"""Kinds of fields whose paths are nobody's own."""


def owns_here(node: Node) -> bool:
    """Whether a heading says itself what is owned: `Ana — server (owns api/)`, `Ana → api/`."""
    owns = OWNS.within(node.words) and not AVOIDS.within(node.words)
    found = listed_paths(node.runs) if owns or _ARROW.search(node.words) else ()
    return bool(found) and (
        owns or _ARROW.search(node.words.partition(found[0].path)[0]) is not None
    )


_ARROW = re.compile(r"(?:→|⇒|->|=>)\s*`?(?=$|\S)")


def works_on(words: str) -> bool:
    """Whether a label is of files on which somebody works: `Files to create/modify`."""
    first, *rest = spelled(words).split() or [""]
    return label(first) in ("files", "path") and bool(_WORKING & set(rest))


_WORKING = wordlist("""create modify touch edit change add implement build update crear
    modificar editar tocar criar alterar créer modifier éditer erstellen ändern bearbeiten creare
    modificare wijzigen maken создания изменения создать изменить oluşturulacak değiştirilecek
    tạo sửa utworzenia zmiany""")


class Whose:
    """Who is known, and what headings, labels and lines therefore say."""

    def __init__(self, names: Names, before: Names) -> None:
        self.names = names
        self.before = before
        """Who was surely known before these parts were read."""
        self.heads: dict[str, Head] = {}

    def head(self, words: str) -> Head:
        """What some words open; many of them stand in a document twice."""
        if words not in self.heads:
            self.heads[words] = head(words, self.names)
        return self.heads[words]

    def part(self, node: Node, within: Within) -> Head:
        """What a heading opens; the owner that a field below it names has the part."""
        alone = node.level == 1 or is_task(node)
        found = opened(node, self.names) if alone else self.head(node.words)
        if found.who and within.session and is_remark(node) and not self.names.of(found.who.name):
            return Head("")
        if within.mode == "shared" and is_prose(node) and not self.knows(found.who):
            return Head("")
        told = within.mode == "owners"
        owner = owner_field(node) if found.who or told else None
        if owner and (told or self.names.of(owner.name) or evident(owner.name)):
            return found._replace(who=owner)
        if not found.who and found.mode == "" and not within.session:
            return found._replace(who=self.only_named(node, within))
        return found

    def knows(self, who: Called | None) -> bool:
        """Whether somebody is a known session."""
        return bool(who and self.names.of(who.name))

    def item(self, node: Node, within: Within) -> Head | None:
        """Whose part an item of a list opens that has labels below it, as headings have."""
        labels = any(label(said.label) in ("owns", "files") for _, said in fields(node))
        if node.kind != "item" or node.box or not labels or listed_paths(node.runs):
            return None
        opened = self.head(node.words)
        if opened.mode in (*SILENT, "shared") or within.session:
            return None
        if opened.who:
            return Head("self", opened.who) if has_owned(node) else None
        who = called(node.words) if node.runs[0].strong and says_owned(node) else None
        return Head("self", who) if who and may_be_name(who.name) else None

    def only_named(self, node: Node, within: Within) -> Called | None:
        """Whose part a heading opens that says no more than a name.

        Below a heading that promises parts any list of paths shows it, elsewhere only a label that
        says outright whose they are.
        """
        who = called(node.words)
        if not who or not one_name(who.name) or self.is_about(who) or is_heading(who.name):
            return None
        if tells_of_several(node):
            return None
        words = who.name.split()
        short = len(words) < (6 if who.name.istitle() else 5)
        if short and within.mode in ("owners", "people"):
            return who if has_owned(node) or promises_owned(node) or owns_here(node) else None
        return who if says_owned(node) else None

    def is_about(self, who: Called) -> bool:
        """Whether what stands beside a name speaks of a known session: `State (for Ana)`."""
        parts = who.role.split()
        inside = (" ".join(parts[at : at + size]) for size in (2, 1) for at in range(len(parts)))
        whole = self.names.of(who.role) or evident(who.role)
        return not whole and any(self.names.of(each) or number_of(each) for each in inside)

    def is_somebody(self, node: Node, who: Called, within: Within, inside: Within) -> bool:
        """Whether the one whose part a heading opens is surely a session."""
        surely = self.names.of(who.name) or inside.mode == "own" or within.mode == "people"
        return bool(surely) or has_owned(node)

    def others(self, who: Called) -> tuple[str, ...]:
        """The second names of somebody: no first name of another one who is known."""
        own, first = self.names.of(who.name), self.names.words
        return tuple(each for each in who.also if first.get(folded(each), own) == own)

    def is_guessed(self, node: Node, who: Called) -> bool:
        """Whether nothing but what stands below a heading makes a session of its words."""
        return not evident(who.name) and head(node.words, self.before).who is None

    def pairs(self, runs: Runs) -> tuple[Named, ...]:
        """Several names in one line, with the paths of each."""
        return named_pairs(runs, self.names)

    def lines(self, node: Node, within: Within) -> tuple[Named, ...]:
        """Who and which paths a line names, where such lines stand or when it says `owner`."""
        if within.mode in ("owners", "people"):
            if pairs := self.pairs(node.runs):
                return pairs
            line = named_line(node.runs, self.names, owners=True) or heading_paths(node)
        else:
            line = owned_by(node.runs, self.names) if within.mode in ("", "self") else None
        return (line,) if line else ()

    def value(self, said: Field, opened: Head, within: Within) -> Within | None:
        """What holds for the value of a field; None when its label does not say."""
        kind = label(said.label)
        if opened.mode in (*SILENT, "shared"):
            return below(within, opened)
        if kind in _ASIDE:
            return Within("other", within.session)
        if kind == "shared":
            return Within("shared", within.session)
        if opened.who:
            return below(within, opened)
        if within.session and within.mode in ("self", "own"):
            own = kind in ("owns", "path", "files", "owner") or OWNS.within(said.label)
            if own or works_on(said.label):
                return Within("own", within.session)
            return Within("other", within.session) if kind or OTHER.whole(said.label) else None
        return None
