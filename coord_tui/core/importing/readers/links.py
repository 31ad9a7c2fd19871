"""Finds dependencies that stand apart from the tasks: in graphs, sentences, lists and tables.

Both ends must be tasks that the document names, so that prose about other things is never taken for
a dependency.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from coord_tui.core.importing.markdown.blocks import plain, source_lines
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.links_beside import waits_beside
from coord_tui.core.importing.readers.links_graphs import Edge, edges_of, parts_of
from coord_tui.core.importing.readers.links_hedges import Hold, targets, weighed
from coord_tui.core.importing.readers.links_mermaid import mermaid_edges
from coord_tui.core.importing.readers.links_places import ENDS, LONGEST_TEXT, sentences_of
from coord_tui.core.importing.readers.links_sentences import waiting_in
from coord_tui.core.importing.readers.links_shape import shaped_links
from coord_tui.core.importing.readers.links_trees import tree_edges
from coord_tui.core.importing.readers.links_words import (
    KINDS,
    VERBS,
    WaitKind,
    references,
    says_nothing,
    wait_in,
)
from coord_tui.core.importing.readers.task_columns import header_of
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidLink, SaidTask
from coord_tui.core.importing.status import without_signs
from coord_tui.core.importing.task_ids import Known, TaskIds

_CLAUSE = re.compile(rf"(?:and\s+)?(?P<verb>{VERBS})\s+(?P<rest>.+)$", re.IGNORECASE)
_DASHED = re.compile(r"^(?P<task>\S+(?:\s+[(（][^()]*[)）])?)\s*[—–:-]+\s*(?P<rest>.+)$")
_LOOSE = wordlist("before na po do до vor nach no block follows once")
_LONGEST_LINE = 200
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_ASIDE = re.compile(r"(?P<tasks>[^()（）]{1,80}?)\s*[(（](?P<aside>[^()（）]+)[)）]\s*\.?")
_DASHES = re.compile(r"\s+[-–—|·]+\s+|[;；:：]\s*")
_LABEL = re.compile(r"^[^:：→>]{1,40}[:：]\s*(?=\S)")
_OTHER_ORDER = re.compile(
    r"merg|integrat|review|deploy|release|rebase|legend|status", re.IGNORECASE
)
"""Orders that say nothing of what must be done first."""
_DRAWN = ("text", "txt", "ascii", "plain", "plaintext", "mermaid")


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The links in the document between tasks that it names."""
    tasks = [each for each in said if isinstance(each, SaidTask)]
    if len(tasks) < 2:
        return
    groups = [Known(each.title, each.title) for each in said if isinstance(each, SaidGroup)]
    known = TaskIds([Known(each.id or each.title, each.title) for each in _once(tasks)], groups)
    reading = _Reading(document, known, tasks)
    yield from reading.read(document.root)
    yield from reading.shaped()


def _once(tasks: Sequence[SaidTask]) -> Iterator[SaidTask]:
    seen: set[str] = set()
    for each in tasks:
        name = (each.id or each.title).casefold()
        if name not in seen:
            seen.add(name)
            yield each


def _has_numbers(text: str) -> bool:
    """Whether bare numbers in words name tasks: `#3, 4`, `tasks 3 and 4`."""
    return bool(re.search(r"[#№]\d|[^\W\d]{3,}\s*\d", text))


class _Reading:
    """One walk over a document for its links."""

    def __init__(self, document: Document, known: TaskIds, tasks: Sequence[SaidTask]) -> None:
        self.document, self.known = document, known
        self.ids = frozenset(each.id for each in tasks)
        self.tasks = frozenset(each.id or each.title for each in tasks)
        self.at_lines = {each.at.line: each.id or each.title for each in tasks}
        self.inside = {line for each in tasks for line in range(each.at.line + 1, each.at.end + 1)}
        """The lines below the head of a task, whose reader has read them."""

    def read(self, node: Node, listing: bool = False) -> Iterator[Said]:
        """The links in a node; `listing`: a heading above says that dependencies follow."""
        if node.kind == "section":
            listing = KINDS.get(spelled(node.words).removeprefix("task ")) == "after"
        yield from self._about(node)
        if node.kind == "fence" and node.line not in self.inside:
            yield from self._fence(node)
        elif node.kind == "table":
            yield from self._table(node)
        elif node.kind in ("text", "item") or (
            node.kind == "section" and node.line not in self.inside
        ):
            yield from self._sentences(node, listing)
        for child in node.children:
            yield from self.read(child, listing)

    def shaped(self) -> Iterator[SaidLink]:
        """The links in columns and fields that no word calls dependencies."""
        order = self.known.positions
        named = partial(self._named, whole=True)
        yield from shaped_links(self.document, self.at_lines, order, named)

    def _about(self, node: Node) -> Iterator[SaidLink]:
        """What a task or a round waits for by brackets in its line, and by the words below it."""
        about = self.at_lines.get(node.line, "") if node.kind in ("section", "item", "text") else ""
        if not about and node.kind == "section" and (group := group_of(node.words)):
            about = group.title
        for wait in waits_beside(node) if about else ():
            yield from self._joined((about,), wait.kind, wait.text, self.document.at(node))

    def _fence(self, node: Node) -> Iterator[Said]:
        info = (node.info.split() or ["text"])[0]
        if info not in _DRAWN:
            return
        first, drawn = node.line + 1, set[int]()
        if info == "mermaid":
            edges = list(mermaid_edges(node.text, first))
        else:
            edges = [*edges_of(node.text, first), *tree_edges(node.text, first)]
        for edge in edges:
            drawn.add(edge.line)
            yield from self._edge(edge)
        for number, line in enumerate(source_lines(node.text), first):
            if info != "mermaid" and number not in drawn and len(line) < _LONGEST_LINE:
                yield from self._sentence(line.strip(), self._at(number))

    def _at(self, line: int) -> Place:
        return Place(self.document.name, line, line)

    def _edge(self, edge: Edge) -> Iterator[SaidLink]:
        for before in self._all(edge.before):
            for after in self._all(edge.after):
                if before != after:
                    why = "an arrow of a graph"
                    yield SaidLink(self._at(edge.line), after, before, edge.kind, why=why)

    def _table(self, table: Node) -> Iterator[SaidLink]:
        """What rows of tasks wait for by a remark in any cell: `ana (after #9)`.

        Where the rows are no tasks, columns may say it of those that their first cell names.
        """
        kinds = header_of(table.rows).kinds if table.rows else ()
        for row in table.rows[1:]:
            task, at = self.at_lines.get(row.line, ""), self._at(row.line)
            texts = [plain(cell)[:LONGEST_TEXT] for cell in row.cells]
            for text in texts if task else ():
                yield from self._remarks(task, text, at)
            if not task and {"after", "blocks"} & set(kinds[1:]):
                for kind, text in zip(kinds[1:], texts[1:], strict=False):
                    if kind in ("after", "blocks"):
                        waits: WaitKind = "after" if kind == "after" else "before"
                        tasks = self._named(texts[0])
                        yield from self._joined(tasks, waits, text, at, numbers=True)

    def _remarks(self, task: str, text: str, at: Place) -> Iterator[SaidLink]:
        for part in (*ENDS.split(text), *_BRACKETED.findall(text)):
            if wait := wait_in(part, strict=len(part.split()) > 5):
                yield from self._joined((task,), wait.kind, wait.text, at)

    def _sentences(self, node: Node, listing: bool) -> Iterator[Said]:
        task = self.at_lines.get(node.line, "") if node.kind == "item" else ""
        for count, (part, at) in enumerate(sentences_of(self.document, node)):
            sentence = part.strip()
            wait = wait_in(sentence, strict=True) if count and task else None
            if wait:
                yield from self._joined((task,), wait.kind, wait.text, at)
            elif chain := self._chain(sentence):
                for before, after in chain:
                    yield from self._links((after,), "after", (before,), at)
            else:
                yield from self._sentence(sentence, at, listing)

    def _chain(self, sentence: str) -> list[tuple[str, str]]:
        """The pairs of `Order: T1 → T2, T3 → T4`; none unless tasks stand between all arrows."""
        label = _LABEL.match(sentence)
        if label and _OTHER_ORDER.search(label[0]):
            return []
        names, arrows = parts_of(sentence[label.end() if label else 0 :].strip(" ."))
        found = [self._named(name, whole=True) for name in names] if arrows else []
        if not found or not all(found):
            return []
        ways = zip(pairwise(found), arrows, strict=True)
        ends = ((a, b) if forward else (b, a) for (a, b), forward in ways)
        return [(a, b) for before, after in ends for a in before for b in after]

    def _sentence(self, sentence: str, at: Place, listing: bool = False) -> Iterator[Said]:
        """A dependency, when a sentence says so of a task at its beginning."""
        for way in waiting_in(sentence):
            links = list(self._joined(self._all(way.task), way.kind, way.others, at))
            yield from links
            if links:
                return
        yield from self._in_brackets(sentence, at)
        if found := _DASHED.match(sentence):
            yield from self._clauses(found["task"], found["rest"], at)
            if listing:
                targets = self._named(found["rest"], whole=True)
                yield from self._links(self._named(found["task"]), "after", targets, at)

    def _in_brackets(self, sentence: str, at: Place) -> Iterator[SaidLink]:
        """`T4, T5 (Ana — after T2)`: tasks alone, and what they wait for in brackets behind."""
        found = _ASIDE.fullmatch(sentence)
        tasks = self._named(found["tasks"], whole=True) if found else ()
        for part in _DASHES.split(found["aside"]) if found and tasks else ():
            if wait := wait_in(part):
                yield from self._joined(tasks, wait.kind, wait.text, at)

    def _clauses(self, task: str, rest: str, at: Place) -> Iterator[Said]:
        """`J5 — independent, enhances S4`: what follows a name and a dash."""
        for clause in re.split(r"[,;]\s+", rest):
            if says_nothing(clause):
                named = [id for id in self._all(task) if id in self.ids]
                yield from (
                    SaidTask(at, id, sure="likely", why="waits for nothing") for id in named
                )
            found = _CLAUSE.match(clause)
            if found and spelled(found["verb"]) not in _LOOSE:
                kind = KINDS[spelled(found["verb"])]
                yield from self._joined(self._all(task), kind, found["rest"], at)

    def _joined(
        self, sources: Sequence[str], kind: WaitKind, others: str, at: Place, numbers: bool = False
    ) -> Iterator[SaidLink]:
        """The links of some tasks with those that are named in what is said of them."""
        numbers = numbers or _has_numbers(others)
        for name, hold in targets(others) if sources else ():
            if numbers or not name.isdigit():
                yield from self._links(sources, kind, self._one(name), at, hold)

    def _links(
        self, sources: Iterable[str], kind: WaitKind, others: Sequence[str], at: Place,
        hold: Hold = "firm",
    ) -> Iterator[SaidLink]:  # fmt: skip
        kind, sure, why = weighed(kind, hold, "likely", "a sentence says so")
        for source in sources:
            for other in others:
                first, then = (other, source) if kind == "before" else (source, other)
                if source != other:
                    link = SaidLink(at, first, then, sure=sure, why=why)
                    yield link._replace(kind="enhances") if kind == "enhances" else link

    def _all(self, text: str) -> tuple[str, ...]:
        """The tasks and groups that words of prose name; a bare number names none there."""
        if "\0" in text:
            return next((ids for part in text.split("\0") if (ids := self._one(part))), ())
        numbers = _has_numbers(text)
        names = (name for name in references(text) if numbers or not name.isdigit())
        return tuple(dict.fromkeys(id for name in names for id in self._one(name)))

    def _named(self, text: str, whole: bool = False) -> tuple[str, ...]:
        """The tasks in a list of names, bare numbers too; none if (`whole`) one name is no task."""
        found = [self._one(name) for name in references(text)]
        tasks = [id for ids in found for id in ids if id in self.tasks]
        return tuple(dict.fromkeys(tasks)) if all(found) or not whole else ()

    def _one(self, name: str) -> tuple[str, ...]:
        return self.known.named(without_signs(name)[0])
