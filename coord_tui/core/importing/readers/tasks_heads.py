"""Takes the words of a task apart: its id, title, status, commit, owner and what it waits for.

What is read is taken out of the title; anything else stays in it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.readers.links_words import Wait
from coord_tui.core.importing.readers.tasks_names import Named, is_id, named
from coord_tui.core.importing.readers.tasks_tails import Tail
from coord_tui.core.importing.status import (
    Status,
    boxed,
    signed,
    trimmed,
    whole_status,
    without_signs,
)


class Head(NamedTuple):
    """What the words of a heading, an item or a cell say of a task."""

    title: str
    id: str = ""
    status: Status = ""
    commit: str = ""
    owner: str = ""
    waits: tuple[Wait, ...] = ()
    named: Named = Named("", "")
    struck: bool = False
    sign: bool = False
    """Whether the status is a sign's only."""
    worded: bool = False
    """Whether its words say how far it is."""
    state: str = ""
    """The words that say how far it is."""
    more: str = ""
    """What follows a title that stands apart in strong letters."""
    files: tuple[str, ...] = ()


_HEADS = 4096
"""How many are remembered: a heading is asked about when ids are counted, and when it is read."""
_URGENT = re.compile(r"[pP]\d|high|medium|low|critical|urgent", re.IGNORECASE)
_SHOUTS = re.compile(r"([A-Z]{2,}(?: [A-Z]{2,})*)(?=$|\s+(?:by|on|\()|\s*[-–—:(])")
_IN = re.compile(
    r"(?:^|\s)(?:in|within|inside|under|im|dans|en|em|no|na|nel|nella|w|в)\s+$", re.IGNORECASE
)
_STATED = re.compile(
    r"((?i:complete|completed|done|finished|in progress|merged|blocked|wip))\s*[:：]\s*(?=\S)"
)
_BEFORE = re.compile(r"^([^\W\d][\w .+-]{0,30}?)\s*(?:[:：]\s*|\s+[-–—→]\s+)(?=\S)")


@lru_cache(_HEADS)
def head_of(runs: Runs, names: Names, first: str = "") -> Head:
    """The parts of a task's words. `first` replaces the words that stand apart at the beginning."""
    runs, verdict = _struck_with_verdict(runs)
    begun, after = _strong_title(runs)
    text, signs = trimmed(plain(begun))
    text, status, worded = _leading_status(text)
    name = named(text, first or _apart(begun))
    holder = name.id if text.startswith("[") and evident(name.id) else ""
    name, text = (Named("", name.rest), name.rest) if holder else (name, text)
    text, state, in_brackets = _leading_brackets(name.rest) if name.id else (text, "", "")
    status, worded = status or state, worded or bool(state)
    if name.id and (found := _STATED.match(text)) and (said_so := whole_status(found[1])):
        status, worded, text = status or said_so, True, text[found.end() :]
    tail, rest = Tail(text, names), Tail(plain(after), names)
    tail.read()
    rest.read()
    struck = _struck(runs)
    status = verdict or status or tail.status or rest.status
    beside = f"{tail.note} {rest.text}".strip(" -–—:;,|·")
    by_sign = signed(signs + tail.signs + rest.signs)
    title, more = trimmed(tail.text.strip(" -–—:;,|·"))
    title = title if title.endswith(("..", "etc.")) else title.removesuffix(".")
    shouted = _SHOUTS.match(title)
    if shouted and (said_so := whole_status(shouted[1])):
        status, title = status or said_so, ""
    return Head(
        title=title, id=name.id,
        status=status or by_sign or signed(more) or ("done" if struck else ""),
        commit=tail.commit or rest.commit, owner=holder or tail.owner or rest.owner,
        waits=(*tail.waits, *rest.waits), named=name, struck=struck,
        sign=bool(by_sign) and not status,
        worded=worded or bool(verdict or tail.status or rest.status),
        state=tail.state or rest.state or in_brackets, more=beside,
        files=(*tail.files, *rest.files, *_edited(runs)),
    )  # fmt: skip


def _edited(runs: Sequence[Run]) -> tuple[str, ...]:
    """The file or folder that a title speaks of in a code span: `Uploads in `api/u.py``."""
    pairs = [(before.text, run.text) for before, run in pairwise(runs) if run.code]
    paths = [path_of(text, code=True) for before, text in pairs if _IN.search(before)]
    return tuple(path for path in paths if "/" in path)


def _strong_title(runs: Sequence[Run]) -> tuple[Sequence[Run], Sequence[Run]]:
    """The runs of a title, and those after it when the title stands apart in strong letters."""
    end = 0
    while end < len(runs) and (
        runs[end].strong or (end + 1 < len(runs) and not runs[end].text.strip())
    ):
        end += 1
    title, rest = plain(runs[:end]), plain(runs[end:])
    name = named(title)
    title = name.rest if name.id else title
    long = name.id or len(title.split()) >= 3 or len(rest) > 60
    if title and rest and long and re.search(r"\w", title) and not title.endswith((":", "：")):
        return runs[:end], runs[end:]
    return runs, ()


def with_owner(head: Head, names: Names) -> Head:
    """A task that begins with its owner's name, without it."""
    found = None if head.owner else _BEFORE.match(head.title)
    if found and names.of(found[1]):
        return head._replace(owner=found[1].strip(), title=head.title[found.end() :])
    return head


def without_id(head: Head, text: str) -> Head:
    """A task whose first words are no id of it: they stand in its title, as in the `text`."""
    start = max(text.find(head.id), 0) if not head.named.word and not head.named.stream else 0
    end = text.find(head.named.rest, start) if head.named.rest else len(text)
    title = without_signs(text[start:end] + head.title)[0]
    return head._replace(id="", title=title, named=Named("", title))


def is_product(head: Head) -> bool:
    """Whether what looks like an id may be a product's name: `E2E: login`."""
    named = head.named.word or head.named.stream
    return bool(head.id) and not named and is_id(head.id) and not is_id(head.id, apart=False)


def _leading_status(text: str) -> tuple[str, Status, bool]:
    """A text without the status before it: `[DONE] Title`, `DONE: Title`, `[x] Title`."""
    if (box := boxed(text))[0]:
        return box[1], box[0], True
    found = re.match(
        r"[\[(【]([^\])】]{2,20})[\])】]\s*[:：-]?\s*|([A-Z][A-Z ]{2,15})\s*[:：-]\s+", text
    )
    status = whole_status(found[1] or found[2]) if found else ""
    return (text[found.end() :], status, True) if found and status else (text, "", False)


def _leading_brackets(text: str) -> tuple[str, Status, str]:
    """A title without the status and priority in brackets before it: `(P0, DONE) Title`."""
    found = re.match(r"[(（\[]([^()（）\[\]]{1,40})[)）\]]\s*[:：–—-]?\s*(?=\S)", text)
    parts = re.split(r"\s*[,;、，/]\s*", found[1]) if found else []
    states = [whole_status(part) for part in parts]
    if not found or not all(
        state or _URGENT.fullmatch(part) for part, state in zip(parts, states, strict=True)
    ):
        return text, "", ""
    return text[found.end() :], next((state for state in states if state), ""), found[1]


def _apart(runs: Sequence[Run]) -> str:
    """The words at the beginning that have a style of their own."""
    style = next(((run.code, run.strong, bool(run.link)) for run in runs if run.text.strip()), None)
    if not style or not any(style):
        return ""
    text = ""
    for run in runs:
        if run.text.strip() and (run.code, run.strong, bool(run.link)) != style:
            break
        text += run.text
    return without_signs(text)[0].strip(" []:：.")


def _struck_with_verdict(runs: Runs) -> tuple[Runs, Status]:
    """What is struck out, and what the words after it say of it: `~~Bell~~ dropped`."""
    end = next((at for at, run in enumerate(runs) if not run.struck and run.text.strip()), 0)
    status = whole_status(plain(runs[end:])) if end else ""
    return (runs[:end], status) if status else (runs, "")


def _struck(runs: Sequence[Run]) -> bool:
    """Whether most of the words are struck out, or the first ones with an id: `~~T6 Bell~~ no`."""
    struck = sum(len(run.text) for run in runs if run.struck)
    first = next((run for run in runs if run.text.strip()), None)
    with_id = first is not None and first.struck and bool(_STRUCK_ID.match(first.text))
    return with_id or struck * 2 > sum(len(run.text) for run in runs)


_STRUCK_ID = re.compile(r"\s*(?:#\d+|[^\W\d_]{1,8}-?\d+(?:[.-]\d+)*)\b.*\w{3}")
