"""Reads lists of tasks: points with ids or boxes, and plain ones where tasks are asked for.

A point is a task by its id and by what stands above it. Points of checklists, legends and logs are
none, and neither is a field of the task or session above.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.links_words import Wait, wait_in
from coord_tui.core.importing.readers.task_guesses import (
    NUMBERED,
    OTHER_FAMILIES,
    POINTS,
    ROUND,
)
from coord_tui.core.importing.readers.tasks_bars import without_bars
from coord_tui.core.importing.readers.tasks_beside import heads_of
from coord_tui.core.importing.readers.tasks_clauses import names_tasks
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_crosses import with_crosses
from coord_tui.core.importing.readers.tasks_fields import fields_of, label_of
from coord_tui.core.importing.readers.tasks_heads import (
    Head,
)
from coord_tui.core.importing.readers.tasks_markers import with_markers
from coord_tui.core.importing.readers.tasks_paragraphs import has_strong_id
from coord_tui.core.importing.readers.tasks_saying import linking, saying
from coord_tui.core.importing.readers.tasks_sections import family
from coord_tui.core.importing.statements import Said, Sure
from coord_tui.core.importing.status import Status, says_several
from coord_tui.core.importing.whom import AVOIDS, OWNS
from coord_tui.core.importing.words.tasks import ABOUT_GROUP

_LONGEST_TITLE = 200
_REFERS = re.compile(r"[→⇒➜➡←]|->|=>|<-")
"""What follows an id that is only spoken of: `T2 → Ben`."""
_CLAUSE = re.compile(r"(?<=\w)[.:;]\s|\s[—–-]\s|[。：；]")
_COMMA = re.compile(r"[,，、]")
_BREAK = re.compile(rf"{_CLAUSE.pattern}|[,，、]\s?")
_BEGINNING = 80
"""Letters of a point in which it says what it is about."""
_SHORTEST_CLAUSE = 3
"""Of a title's words; what is shorter and ends with a colon only labels the rest."""
_ABOUT_GROUP = listed(ABOUT_GROUP)


def read_points(
    document: Document, points: Sequence[Node], context: Context, names: Names
) -> Iterator[Said]:
    """The tasks among the points of one list or the paragraphs of one section."""
    if context.closed:
        return
    heads = with_markers(heads_of(points, names, context.families))
    heads = with_crosses([(node, without_bars(head, names)) for node, head in heads])
    kin = Counter(family(head.id) for _, head in heads if head.id)
    ticked = {node.box for node, _ in heads}
    mixed = {"x", " "} <= ticked
    decorated = len(heads) > 1 and all(
        head.sign and not head.id and not node.box for node, head in heads
    )
    if decorated and context.last != "asks" and not context.status:
        return
    for node, head in _without_headings(heads):
        if waits := _of_group(node, context):
            yield from linking(document.at(node), *waits)
            continue
        found = _sure(node, head, context, kin, mixed)
        if found is None:
            continue
        sure, why = found
        if node.box:
            head = head._replace(status=_boxed(node, head))
        head = _shortened(head)
        fields = fields_of(document, node, node.children, head.more)
        at = document.all_of(node)
        yield from saying(at, head._replace(more=""), fields, context, names, sure, why)
        yield from _boxes_below(document, node, context, names)


def _of_group(node: Node, context: Context) -> tuple[str, tuple[Wait, ...]] | None:
    """The round that a point is about, and what all of it waits for: `Depends on Phase 1`."""
    wait = wait_in(node.words, strict=True) if context.group and node.kind == "item" else None
    if wait is None or node.box or not context.group or not names_tasks(wait.text):
        return None
    return context.group.title, (wait,)


def _without_headings(heads: Sequence[tuple[Node, Head]]) -> list[tuple[Node, Head]]:
    """The points without the numbered ones above others with ids: `1. Hull`, then `- T1: Keel`."""
    bullets = [bool(head.id) for node, head in heads if node.kind == "item" and not _counts(node)]
    numbers = [bool(head.id) for node, head in heads if _counts(node)]
    if not (bullets and all(bullets) and numbers) or any(numbers):
        return list(heads)
    return [(node, head) for node, head in heads if not _counts(node)]


def _counts(node: Node) -> bool:
    """Whether a point stands in a numbered list, without a box."""
    return node.kind == "item" and not node.box and node.marker[:1].isdigit()


def _boxes_below(document: Document, node: Node, context: Context, names: Names) -> Iterator[Said]:
    """The tasks below a ticked or open point: boxes with ids of their own; others are its steps."""
    below = [child for child in node.children if child.kind == "item" and child.box]
    if (
        node.box
        and len(below) > 1
        and all(head.id for _, head in heads_of(below, names, context.families))
    ):
        yield from read_points(document, below, context, names)


def _shortened(head: Head) -> Head:
    """A task whose title is a paragraph: its first clause is the title, all of it the details."""
    if len(head.title) <= _LONGEST_TITLE:
        return head
    title = _first_clause(head.title)
    return head._replace(title=title, more=f"{head.title} {head.more}".strip())


def _first_clause(words: str) -> str:
    """The words up to the first break; of `Cart: sums, taxes …` more than the label."""
    labelled = False
    for found in _BREAK.finditer(words):
        before = words[: found.start()]
        if labelled and before.count("(") > before.count(")"):
            continue
        label = found[0].strip() in (":", "：") and len(before.split()) < _SHORTEST_CLAUSE
        if not label and (labelled or not _COMMA.match(found[0])):
            return before
        labelled = labelled or label
    return words


def _boxed(node: Node, head: Head) -> Status:
    """A ticked box is done; an open one is not, whatever sign decorates it."""
    if node.box == "x":
        return "done" if head.status != "dropped" else "dropped"
    if node.box == "-":
        return "dropped"
    if node.box == "~":
        return head.status or "claimed"
    if head.struck and not (head.worded or head.commit or head.sign):
        return "dropped"
    return head.status if head.worded or head.struck or head.commit else "open"


def _sure(
    node: Node, head: Head, context: Context, kin: Counter[str], mixed: bool
) -> tuple[Sure, str] | None:
    """How sure it is that a point is a task, and why; nothing when it is none."""
    if (
        (says_several(node.words) and not (node.box and head.named.marked))
        or _is_field(node)
        or (
            len(head.title) > _LONGEST_TITLE
            and not node.box
            and kin[family(head.id)] < 2
            and not has_strong_id(node, context.families)
        )
    ):
        return None
    if _REFERS.match(head.title) or not (head.title or (head.id and head.status)):
        return None
    wait = wait_in(head.title, strict=True) if node.kind == "text" else None
    if wait and names_tasks(wait.text):
        return None  # a sentence about a task: `T1 depends on T2`
    if head.id and head.named.marked:
        return _with_id(node, head, context, kin)
    if node.kind != "item":
        return None
    if node.box:
        return _with_box(head, context, mixed)
    return _plain(node, head, context)


def _with_id(
    node: Node, head: Head, context: Context, kin: Counter[str]
) -> tuple[Sure, str] | None:
    above = context.asks or context.titled or context.group or context.status or context.owner
    strong = has_strong_id(node, context.families)
    if above or strong or node.box or head.named.word:
        return (
            "certain" if head.title else "likely",
            "" if head.title else "named with its status only",
        )
    if head.worded or head.commit or head.waits or head.owner:
        return "likely", "a point with an id and a status, owner or commit"
    if head.sign and kin[family(head.id)] >= 2:
        return "likely", "points with ids and signs"
    kind = family(head.id)
    alike = node.kind == "item" and kin[kind] >= 2 and not context.elsewhere
    return ("doubtful", POINTS) if alike and kind.strip("-_") not in OTHER_FAMILIES else None


def _with_box(head: Head, context: Context, mixed: bool) -> tuple[Sure, str] | None:
    if context.steps:
        return None
    if context.asks or context.group or (context.owner and context.last == "session"):
        return "certain" if context.asks else "likely", "a box where tasks are listed"
    if context.titled:
        return "likely", "a box in a document of tasks"
    if head.owner or head.waits or head.commit or context.status:
        return "likely", "a box with an owner, a commit or something that it waits for"
    return ("doubtful", "boxes of which some are ticked") if mixed else None


def _plain(node: Node, head: Head, context: Context) -> tuple[Sure, str] | None:
    if (" " not in node.words and path_of(node.words.strip("`"), code=True)) or node.words.endswith(
        "?"
    ):
        return None
    if context.last in ("asks", "title"):
        return "likely", "a point under a heading that asks for tasks"
    if context.last == "group" and (context.rounds or context.asks or head.owner):
        return "likely", ROUND
    if _is_of_files(node.words):
        return None
    if context.last in ("session", "status") and (context.asks or context.group):
        return "likely", "a point under a heading for tasks"
    if context.last == "session" and context.titled and not _begins_with_path(node):
        return "likely", "a point under a name in a document that gives out tasks"
    own = context.last == "session" or (not context.last and context.owner)
    if own and _counts(node) and _begins_strong(node):
        return "likely", NUMBERED
    if context.last == "part" and context.rounds and context.group:
        return "doubtful", "a point under a lead in a round or phase"
    if not context.last and context.asks and context.heading <= 6:
        return "doubtful", "a point somewhere under a heading that asks for tasks"
    return None


def _is_of_files(words: str) -> bool:
    """Whether a point says whose files are whose, as points under a session's name do."""
    begins = words[:_BEGINNING]
    return OWNS.within(begins) or AVOIDS.within(begins)


def _begins_strong(node: Node) -> bool:
    """Whether a point has a title in strong letters that is no path."""
    first = next((run for run in node.runs if run.text.strip()), None)
    return bool(first and first.strong and not first.code and not _begins_with_path(node))


def _begins_with_path(node: Node) -> bool:
    return any(path_of(word.strip("`,"), code=True) for word in node.words.split()[:1])


def _is_field(node: Node) -> bool:
    """Whether a point is a field of what stands above it."""
    found = field(node.runs)
    if found is None:
        return False
    label = re.sub(r"[(（].*?[)）]", " ", found.label).strip()
    return bool(label_of(label)) or said(label) in _ABOUT_GROUP
