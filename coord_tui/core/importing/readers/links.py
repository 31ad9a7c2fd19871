"""Finds dependencies that stand apart from the tasks: in graphs, and in sentences.

Both ends must be tasks that the document names, so that prose about other things is never taken for
a dependency.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.links_graphs import Edge, edges_of
from coord_tui.core.importing.readers.links_mermaid import mermaid_edges
from coord_tui.core.importing.readers.links_words import (
    KINDS,
    VERBS,
    references,
    says_nothing,
    wait_in,
)
from coord_tui.core.importing.readers.status import without_signs
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidLink, SaidTask
from coord_tui.core.importing.task_ids import Known, TaskIds

_SENTENCE = re.compile(
    rf"^(?P<task>.{{1,60}}?)\s+(?:(?:is|are|must be|should be|can only start|only starts?|starts?"
    rf"|runs?|begins?|ist|wird|es|est)\s+)?"
    rf"(?P<verb>{VERBS})(?=[\s:：])\s*[:：]?\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_MUST_BEFORE = re.compile(
    r"^(?P<first>.{1,60}?)\s+(?:must|should|has to|have to|needs to|need to)\s+(?:be\s+)?"
    r"(?:\w+\s+){0,3}?"
    r"(?:before|prior to)\s+(?P<then>.{1,60}?)(?:\s+(?:can|starts?|begins?|is|may).*)?$",
    re.IGNORECASE,
)
_LOOSE = wordlist("before after na po do до vor nach no block follows once")
_LONGEST_TEXT = 600
_ENDS = re.compile(r"(?<=[^\s\d])[.;。]\s+|[。；]|\n")
_NO_TASK = re.compile(
    r"(?:^|\s)(?:not|no|never|doesn.t|nicht|nie|не|não|pas)(?:\s|$)", re.IGNORECASE
)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The links in the document between tasks that it names."""
    tasks = [each for each in said if isinstance(each, SaidTask)]
    if len(tasks) < 2:
        return
    groups = [Known(each.title, each.title) for each in said if isinstance(each, SaidGroup)]
    known = TaskIds([Known(each.id or each.title, each.title) for each in _once(tasks)], groups)
    inside = {line for each in tasks for line in range(each.at.line + 1, each.at.end + 1)}
    at_lines = {each.at.line: each.id or each.title for each in tasks}
    yield from _Reading(document, known, inside, at_lines, (each.id for each in tasks)).read(
        document.root
    )


def _once(tasks: Sequence[SaidTask]) -> Iterator[SaidTask]:
    seen: set[str] = set()
    for each in tasks:
        name = (each.id or each.title).casefold()
        if name not in seen:
            seen.add(name)
            yield each


class _Reading:
    """One walk over a document for its links."""

    def __init__(
        self,
        document: Document,
        known: TaskIds,
        inside: set[int],
        at_lines: dict[int, str],
        ids: Iterable[str],
    ) -> None:
        self.document, self.known, self.inside = document, known, inside
        self.at_lines, self.ids = at_lines, frozenset(ids)

    def read(self, node: Node) -> Iterator[Said]:
        if node.kind == "fence" and node.line not in self.inside:
            yield from self._fence(node)
        elif node.kind in ("text", "item") or (
            node.kind == "section" and node.line not in self.inside
        ):
            yield from self._sentences(node)
        for child in node.children:
            yield from self.read(child)

    def _fence(self, node: Node) -> Iterator[Said]:
        mermaid = node.info.split()[:1] == ["mermaid"]
        if (
            node.info
            and not mermaid
            and node.info.split()[0] not in ("text", "txt", "ascii", "plain", "plaintext")
        ):
            return
        edges = (
            mermaid_edges(node.text, node.line + 1)
            if mermaid
            else edges_of(node.text, node.line + 1)
        )
        drawn: set[int] = set()
        for edge in edges:
            drawn.add(edge.line)
            yield from self._edge(edge)
        if not mermaid:
            for number, line in enumerate(node.text.splitlines(), node.line + 1):
                if number not in drawn and len(line) < 200:
                    yield from self._sentence(
                        line.strip(), Place(self.document.name, number, number)
                    )

    def _edge(self, edge: Edge) -> Iterator[SaidLink]:
        at = Place(self.document.name, edge.line, edge.line)
        for before in self._all(edge.before):
            for after in self._all(edge.after):
                if before != after:
                    yield SaidLink(
                        at, after, before, edge.kind, sure="certain", why="an arrow of a graph"
                    )

    def _all(self, text: str) -> tuple[str, ...]:
        """A dependency, when a sentence says so of a task at its beginning."""
        if "\0" in text:
            return next((ids for part in text.split("\0") if (ids := self._one(part))), ())
        numbers = bool(re.search(r"[#№]\d|[^\W\d]{3,}\s*\d", text))
        names = (name for name in references(text) if numbers or not name.isdigit())
        return tuple(dict.fromkeys(id for name in names for id in self._one(name)))

    def _one(self, name: str) -> tuple[str, ...]:
        return self.known.named(without_signs(name)[0])

    def _sentences(self, node: Node) -> Iterator[Said]:
        at = Place(self.document.name, node.line, node.first)
        task = self.at_lines.get(node.line, "") if node.kind == "item" else ""
        for count, sentence in enumerate(_ENDS.split(node.words[:_LONGEST_TEXT])):
            found = wait_in(sentence, strict=True) if count and task else None
            if found:
                yield from self._joined(task, found.kind, found.text, at)
            else:
                yield from self._sentence(sentence.strip(), at)

    def _sentence(self, sentence: str, at: Place) -> Iterator[Said]:
        """A dependency, when a sentence says so of a task at its beginning."""
        if found := _MUST_BEFORE.match(sentence):
            yield from self._joined(found["then"], "after", found["first"], at)
            return
        found = _SENTENCE.match(sentence)
        if not found:
            found_dash = re.match(
                r"^(?P<task>\S+(?:\s+[(（][^()]*[)）])?)\s*[—–:-]+\s*(?P<rest>.+)$", sentence
            )
            if found_dash:
                yield from self._clauses(found_dash["task"], found_dash["rest"], at)
            return
        verb = spelled(found["verb"])
        if _NO_TASK.search(found["task"]) or (verb in _LOOSE and len(sentence.split()) > 8):
            return
        yield from self._joined(found["task"], KINDS[verb], found["rest"], at)

    def _clauses(self, task: str, rest: str, at: Place) -> Iterator[Said]:
        """`J5 — independent, enhances S4`: what follows a name and a dash."""
        for clause in re.split(r"[,;]\s+", rest):
            if says_nothing(clause):
                named = [id for id in self._all(task) if id in self.ids]
                yield from (
                    SaidTask(at, id, sure="likely", why="waits for nothing") for id in named
                )
            found = re.match(
                rf"(?:and\s+)?(?P<verb>{VERBS})\s+(?P<rest>.+)$", clause, re.IGNORECASE
            )
            if found and spelled(found["verb"]) not in _LOOSE - {"after"}:
                yield from self._joined(task, KINDS[spelled(found["verb"])], found["rest"], at)

    def _joined(self, task: str, kind: str, others: str, at: Place) -> Iterator[SaidLink]:
        sources = self._all(task)
        targets = self._all(others)
        for source in sources:
            for target in targets:
                if source == target:
                    continue
                if kind == "before":
                    yield SaidLink(at, target, source, sure="likely", why="a sentence says so")
                elif kind == "enhances":
                    yield SaidLink(
                        at, source, target, "enhances", sure="likely", why="a sentence says so"
                    )
                else:
                    yield SaidLink(at, source, target, sure="likely", why="a sentence says so")
