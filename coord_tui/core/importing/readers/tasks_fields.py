"""Reads the fields below a task: `Owner: ana`, `Depends on: S4`; the rest are its details.

A field that the plan can say is taken out of the details; whatever else a line says stays there as
it is written.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.markdown.blocks import Run, plain
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.laid_out import card
from coord_tui.core.importing.readers.line_fields import line_fields
from coord_tui.core.importing.readers.links_hedges import is_firm
from coord_tui.core.importing.readers.links_words import KINDS as WAITS
from coord_tui.core.importing.readers.links_words import Wait, references, says_nothing, wait_in
from coord_tui.core.importing.readers.tasks_owners import is_name
from coord_tui.core.importing.statements import Place, SaidShared
from coord_tui.core.importing.status import (
    Status,
    commit_in,
    held,
    status_of,
    waited_for,
    whole_status,
)
from coord_tui.core.importing.words.columns import COLUMN_WORDS

Label = Literal["", "title", "owner", "status", "wait", "files", "commit", "group", "finished"]

_OTHERS = {
    "title": """title; task; name; task name; summary; título; titel; titre; titolo; название; 标题;
        名称; 任务; 任务名称; タイトル; タスク; 제목; 작업""",
    "owner": """by; worker; assignees; implemented by; done by; developer; dev; agent; session; who;
        assigned agent""",
    "files": """file; path; paths; reserve; reserves; reserved; reservation; reservations; touches;
        new files; files to create; files to modify; create; modify; creates; modifies; edits;
        archivo; arquivo; fichier; datei; target files; target file; location; allowed files;
        owned files; files owned; claimed files; lock; locks; locked files""",
    "group": "phase; wave; sprint; round; milestone; group; epic; batch; iteration",
    "commit": "commit; commits; sha; commit sha; merge commit; merged in; done in; hash",
    "status": """status; state; progress; current status; estado; statut; stato; статус; durum;
        状态; 状態; 상태; trạng thái; tình trạng; stan; стан; tila; stav; สถานะ""",
}


def _labels() -> dict[str, Label]:
    labels: dict[str, Label] = {}
    for label in get_args(Label):
        phrases = listed(_OTHERS.get(label, "")) | listed(_FROM_COLUMNS.get(label, ""))
        labels |= dict.fromkeys(phrases, label)
    done = {
        phrase for phrase, label in labels.items() if label == "status" and whole_status(phrase)
    }
    return {each: label for each, label in labels.items() if each not in done} | dict.fromkeys(
        WAITS, "wait"
    )


_FROM_COLUMNS = {label: COLUMN_WORDS[label] for label in ("owner", "files", "status")}
_LABELS = _labels()


_LOWEST = 4
"""The level of a heading from which it may be a field with its value: `#### Owner: ana`."""


class Fields(NamedTuple):
    """What the lines below a task say of it."""

    title: str = ""
    owner: str = ""
    status: Status = ""
    commit: str = ""
    files: tuple[str, ...] = ()
    group: str = ""
    waits: tuple[Wait, ...] = ()
    details: str = ""
    shared: tuple[SaidShared, ...] = ()
    found: frozenset[Label] = frozenset()


def label_of(words: str) -> Label:
    """What a label announces, of the things that a plan says of a task."""
    bare = said(re.sub(r"[(（].*?[)）]", " ", words))
    if whole_status(words) == "done" and bare not in ("done", "ready"):
        return "finished"
    return _LABELS.get(bare, "")


def fields_of(document: Document, head: Node, inside: Sequence[Node], more: str = "") -> Fields:
    """The fields among the nodes `inside` a task, and its details: everything else in them."""
    reading = _Reading(document)
    for node in inside:
        for part in _parted(node):
            reading.read(part)
    last = max((node.end for node in inside), default=head.first)
    details = _dedented(reading.left(head.first + 1, last))
    whole = "\n".join(part for part in (more, details) if part)
    return reading.fields._replace(details=whole, found=frozenset(reading.found))


def _parted(node: Node) -> Iterator[Node]:
    """A node, and the strong fields in lines behind its list when it is a lead: `**Files**:`.

    They are the task's, not the lead's.
    """
    inside = node.children if node.kind == "section" and node.level >= LEAD else ()
    strong = [each for each in inside if each.kind == "text" and each.runs and each.runs[0].strong]
    if not label_of(node.words):
        yield from (node, *strong)
        return
    after = [each for each in strong if each is not inside[0] and field(each.runs)]
    own = inside[: inside.index(after[0])] if after else node.children
    yield node._replace(children=own, end=max(own[-1].end, node.first)) if after else node
    yield from after


class _Reading:
    """One pass over what stands below a task."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.fields = Fields()
        self.found: set[Label] = set()
        self.taken: set[int] = set()

    def read(self, node: Node) -> None:
        """Take the field that a node is, or the fields that stand in one line or the rows of it."""
        if node.kind == "table":
            self._read_rows(node)
        if node.kind not in ("item", "text", "section"):
            return
        said_here = line_fields(node) if not 0 < node.level < _LOWEST else []
        if node.kind == "section" and not said_here and label_of(node.words):
            said_here = [Field(node.words, ())]
        whole = [self._take(node, each) for each in said_here]
        if said_here and all(whole):
            self.taken.update(
                range(node.line, (node.end if node.kind == "section" else node.first) + 1)
            )

    def _read_rows(self, table: Node) -> None:
        """Take the rows of a table of fields and values; with all of them goes its header."""
        rows = card(table)
        for row in rows:
            self.read(row)
        if rows and all(row.line in self.taken for row in rows):
            self.taken.update(range(table.line, table.end + 1))

    def left(self, start: int, end: int) -> list[str]:
        """The lines from `start` to `end` that were not taken."""
        lines = self.document.lines
        return [lines[n - 1] for n in range(start, min(end, len(lines)) + 1) if n not in self.taken]

    def _take(self, node: Node, found: Field) -> bool:
        """Note what a field says; whether that is all that its line says."""
        label = label_of(found.label)
        values = [*found.value]
        for child in node.children:
            values += [Run(" , ", False), *child.runs]
        words = plain(values).strip(" ,")
        if not label or (not words and label != "files"):
            return False
        if label in self.found and label not in ("wait", "files"):
            return False
        self.found.add(label)
        return bool(getattr(self, f"_{label}")(node, found, words, values))

    def _title(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        self.fields = self.fields._replace(title=words)
        return True

    def _owner(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        if wait := wait_in(words):
            self.fields = self.fields._replace(waits=(*self.fields.waits, wait))
            return False
        self.fields = self.fields._replace(owner=words)
        return is_name(words) or says_nothing(words)

    def _status(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        status = status_of(words)
        commit = commit_in(words)
        if others := waited_for(words):
            self.fields = self.fields._replace(
                waits=(*self.fields.waits, Wait("after", others, loose=True))
            )
        self.fields = self.fields._replace(status=status, commit=self.fields.commit or commit)
        kept = status in ("done", "open") and not held(words)
        return kept and bool(whole_status(words) or words == commit)

    def _finished(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        if says_nothing(words) or whole_status(words) in ("open", "claimed"):
            return False
        commit = commit_in(words)
        status = self.fields.status or "done"
        self.fields = self.fields._replace(status=status, commit=self.fields.commit or commit)
        return False

    def _commit(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        commit = commit_in(words, alone=True)
        self.fields = self.fields._replace(commit=self.fields.commit or commit)
        return words == commit

    def _group(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        named = words if re.search(r"[^\W\d]{3}", words) else f"{found.label} {words}"
        self.fields = self.fields._replace(group=named)
        return True

    def _wait(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        words = plain([run for run in values if not run.struck]).strip(" ,")
        if not says_nothing(words):
            kind = WAITS[said(re.sub(r"[(（].*?[)）]", " ", found.label))]
            self.fields = self.fields._replace(waits=(*self.fields.waits, Wait(kind, words)))
        firm = is_firm(words) and not any(run.struck for run in values)
        short = all(len(name.split()) <= 3 for name in references(words))
        return says_nothing(words) or (firm and short)

    def _files(self, node: Node, found: Field, words: str, values: Sequence[Run]) -> bool:
        paths = listed_paths(values)
        files = tuple(dict.fromkeys((*self.fields.files, *(each.path for each in paths))))
        self.fields = self.fields._replace(files=files)
        shared = [each for each in paths if re.match(r"shared\b", each.note.strip(), re.IGNORECASE)]
        at = Place(self.document.name, node.line, node.line)
        for each in shared:
            note = re.sub(r"^\s*shared\s*[-–—:,;]*\s*", "", each.note, flags=re.IGNORECASE)
            self.fields = self.fields._replace(
                shared=(*self.fields.shared, SaidShared(at, each.path, note.strip()))
            )
        said_all = sum(len(each.path) for each in paths) + 2 * len(paths)
        return bool(paths) and (len(shared) == len(paths) or len(words) <= said_all)


def _dedented(lines: list[str]) -> str:
    """The lines without the margin that they share, and without empty ones at the ends."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    text = "\n".join(line[margin:].rstrip() if line.strip() else "" for line in lines)
    return re.sub(r"\n?(?:^\s*-{3,}\s*$\n?)+\Z", "", text.strip("\n"), flags=re.MULTILINE).strip(
        "\n"
    )
