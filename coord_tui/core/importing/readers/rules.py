"""Finds rules: the sections over protocols, workflow, policies and the like, as they are written.

A section under such a heading is one rule with its Markdown, so that steps stay steps. What the
readers before took as ownership or work is no rule.
"""

from collections.abc import Iterator, Sequence
from textwrap import dedent
from typing import NamedTuple

from coord_tui.core.importing.duties import PATHS, shape
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.readers.rule_sentences import bracketed, sentences
from coord_tui.core.importing.readers.taken import PEOPLE, WORK, Taken
from coord_tui.core.importing.statements import Place, Said, SaidRule, SaidSession, Sure
from coord_tui.core.importing.topics import title, words_of
from coord_tui.core.importing.whom import OWNS
from coord_tui.core.importing.words.rules import NO_RULES, RULE_NOUNS, RULE_OPENINGS


class _Found(NamedTuple):
    """A rule, and the heading above its own."""

    parent: str
    rule: SaidRule


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The rules of a document, in their order; two of one title also name what they stand under."""
    found = list(_Reader(document, said).below(document.root, "", False))
    titles: dict[str, set[str]] = {}
    for each in found:
        titles.setdefault(each.rule.title, set()).add(each.parent)
    for parent, rule in found:
        ambiguous = len(titles[rule.title]) > 1 and parent and not rule.title.startswith(parent)
        yield rule._replace(title=f"{parent}: {rule.title}") if ambiguous else rule
    whole = {each.rule.at.line for each in found}
    yield from (rule for rule in bracketed(document, said) if rule.at.line not in whole)


class _Reader:
    """A walk over the sections of a document."""

    def __init__(self, document: Document, said: Sequence[Said]) -> None:
        self.document = document
        lines = len(document.lines)
        headings = [each for each in document.root.children if each.kind == "section"]
        self.title = headings[0] if headings and headings[0].level == 1 else document.root
        self.heads = {each.at.line for each in said if isinstance(each, SaidSession)}
        self.work = Taken(lines, said, WORK)
        self.people = Taken(lines, said, PEOPLE)
        self.taken = Taken(lines, said, (*WORK, *PEOPLE))

    def below(self, section: Node, parent: str, ruled: bool, whose: str = "") -> Iterator[_Found]:
        """The rules in a section; `ruled` when a heading above is about rules.

        In the part of a session (`whose`) they are for that one, which their titles say.
        """
        heading = title(section.words)
        whose = heading if self._is_of_session(section) else whose
        own, inner = _own(section, ruled)
        inherited = ruled and not _about_rules(section)
        about = (ruled or _about_rules(section)) and self._may_rule(section)
        if about and inherited:
            about = not self.people.any(section.line, _own_end(section))
        if about and self._is_title(section):
            about = not inner
        if about:
            own, inner = _own(section, True)
            found = self._whole(section, own, parent)
        else:
            found = self._loose(section, own, self._named(section, parent))
        for rule in found:
            above = parent if about and inherited else whose
            alone = not above or rule.title.startswith(above)
            titled = rule if alone else rule._replace(title=f"{above}: {rule.title}")
            yield _Found(parent, titled)
        for each in inner:
            yield from self.below(each, heading, about, whose)

    def _is_of_session(self, section: Node) -> bool:
        """Whether a heading opens somebody's part of the document."""
        heads = not self._is_title(section) and section.level < LEAD
        return heads and section.line in self.heads

    def _is_title(self, section: Node) -> bool:
        """Whether a section is the document itself or has the heading over all the others."""
        return section is self.title or section is self.document.root

    def _may_rule(self, section: Node) -> bool:
        """Whether a heading can stand over rules at all: it is no task, no group, no log."""
        if self.work.any(section.line, section.line):
            return False
        sentence = len(section.words.split()) > 6
        return sentence or _about_rules(section) or not words_of(NO_RULES).head(section.words)

    def _named(self, section: Node, parent: str) -> str:
        """What to call a sentence of a section: a task's heading or a long lead is no name."""
        theirs = self.taken.any(section.line, section.line)
        long = section.level >= LEAD and len(section.words.split()) > 6
        above = long or (theirs and not self._is_of_session(section))
        return parent if parent and above else title(section.words)

    def _whole(self, section: Node, own: Sequence[Node], parent: str) -> Iterator[SaidRule]:
        """A section as one rule, unless most of it was taken as something else."""
        if not own:
            return
        heading = title(section.words)
        line, end = own[0].line, own[-1].end
        if self.taken.count(line, end) * 2 > end - line + 1:
            yield from self._loose(section, own, self._named(section, parent))
            return
        yield self._rule(heading, line, end, section.line)

    def _loose(self, section: Node, own: Sequence[Node], heading: str) -> Iterator[SaidRule]:
        """The sentences of a section that are rules."""
        if not self._may_rule(section):
            return
        for found in sentences(section, own, self.taken, self.work):
            named = found.title or heading
            first = found.nodes[0]
            if not found.title and (self._is_title(section) or _is_of_files(section, first)):
                named = _first_words(first.words)
            line = found.nodes[0].line
            if section.level >= LEAD and found.nodes[0] is own[0] and not found.title:
                line = section.line
            yield self._rule(named, line, found.nodes[-1].end, sure="likely")

    def _rule(
        self, heading: str, line: int, end: int, first: int = 0, sure: Sure = "certain"
    ) -> SaidRule:
        text = dedent("\n".join(self.document.lines[line - 1 : end])).strip("\n")
        why = "" if sure == "certain" else "a sentence that says what to do"
        place = Place(self.document.name, first or line, end)
        return SaidRule(place, heading, text, sure=sure, why=why)


def _own(section: Node, ruled: bool) -> tuple[list[Node], list[Node]]:
    """What belongs to a section itself, and the sections in it; a lead in a rule is part of it."""
    end = _own_end(section)
    own: list[Node] = []
    inner: list[Node] = []
    for each in section.children:
        heads = each.kind == "section" and (each.level < LEAD or not ruled)
        if heads:
            inner.append(each)
        elif each.line <= end:
            own.append(each)
    return own, inner


def _own_end(section: Node) -> int:
    """The last line of a section that is in no heading below it."""
    inner = (each.line for each in section.children if each.kind == "section" and each.level < LEAD)
    return min(inner, default=section.end + 1) - 1


def _about_rules(section: Node) -> bool:
    words = section.words
    return words_of(RULE_NOUNS).head(words) or words_of(RULE_OPENINGS).opens(words)


def _is_of_files(section: Node, first: Node) -> bool:
    """Whether a rule names files below a heading that promises whose files are whose."""
    return OWNS.within(section.words) and PATHS in shape(first.runs)


def _first_words(words: str) -> str:
    """The beginning of a sentence, to name it by."""
    split = words.split()
    return " ".join(split[:6]).rstrip(" .,;:。") + ("" if len(split) < 7 else " …")
