"""Reads a task's line that bars part into pieces: `Tar it · ana · 2h · Depends: T1 — by noon`.

What a piece says of the task is taken out of the title; the others stay in it as far as they stand
before it, and are details behind it. Where one piece of most such lines is one of a few names,
these are those who have the tasks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.bare_names import may_be_name, proper
from coord_tui.core.importing.calling import everybody, nobody
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.tasks_clauses import Clause, clause_of
from coord_tui.core.importing.readers.tasks_heads import Head
from coord_tui.core.importing.statements import SaidSession
from coord_tui.core.importing.status import status_of
from coord_tui.core.importing.words.tasks import MEASURE_WORDS

_BAR = re.compile(r"\s+[·•∙‧|│┃]\s+")
_DASH = re.compile(r"\s+[—–-]\s+")
_LABELLED = re.compile(r"([^\W\d_][^:：.!?]{0,30}?)\s*[:：]\s*(\S.*)", re.DOTALL)
_FEWEST = 4
"""Of the lines with bars from which a piece of each may be told to be a name."""
_MOST_OF_ALL = 0.8
_LEVELS = listed(MEASURE_WORDS) | listed("high; medium; low; small; large; must; should; could")


def without_bars(head: Head, names: Names) -> Head:
    """A task without the pieces of its line that say something of it."""
    bars = list(_BAR.finditer(head.title))
    read = [_clauses(piece, names) for piece in _BAR.split(head.title)[1:]] if bars else []
    first = next((at for at, (found, _) in enumerate(read) if found), None)
    if first is None:
        return head
    clauses = [clause for found, _ in read for clause in found]
    left = [rest for _, rest in read[first:] if rest]
    waits = tuple(each.wait for each in clauses if each.wait)
    return head._replace(
        title=head.title[: bars[first].start()].rstrip(),
        owner=head.owner or next((each.owner for each in clauses if each.owner), ""),
        status=head.status or next((each.status for each in clauses if each.status), ""),
        worded=head.worded or any(each.status for each in clauses),
        state=head.state or next((each.state for each in clauses if each.state), ""),
        commit=head.commit or next((each.commit for each in clauses if each.commit), ""),
        waits=(*waits, *head.waits),
        files=(*head.files, *(path for each in clauses for path in each.files)),
        more=" · ".join(filter(None, (*left, head.more))),
    )  # fmt: skip


def _clauses(piece: str, names: Names) -> tuple[list[Clause], str]:
    """What the parts of a piece say of a task, and those that say nothing of it."""
    found: list[Clause] = []
    left: list[str] = []
    for part in _DASH.split(piece):
        if clause := clause_of(part.strip(), names):
            found.append(clause)
        else:
            left.append(part.strip())
    return found, " — ".join(left)


def labelled_pieces(words: str) -> Iterator[tuple[str, str]]:
    """The pieces of a line that have a label, each with what is said under it."""
    for piece in _BAR.split(words)[1:]:
        for part in _DASH.split(piece):
            if found := _LABELLED.fullmatch(part.strip()):
                yield found[1], found[2]


def people_between_bars(document: Document) -> Iterator[SaidSession]:
    """Those who have the tasks, where one piece of most lines of points is one of a few names."""
    points = [node for node in document.root.walk() if node.kind == "item"]
    lines = [(node, _BAR.split(node.words)[1:]) for node in points if _BAR.search(node.words)]
    for at in range(3) if len(lines) >= _FEWEST else ():
        cells = [(node, pieces[at]) for node, pieces in lines if len(pieces) > at]
        if len(cells) >= _MOST_OF_ALL * len(lines) and _are_names([cell for _, cell in cells]):
            seen: dict[str, Node] = {}
            for node, cell in cells:
                if not (everybody(cell) or nobody(cell)):
                    seen.setdefault(_bare(cell), node)
            yield from (SaidSession(document.at(node), name) for name, node in seen.items())
            return


def _are_names(cells: Sequence[str]) -> bool:
    """Whether pieces are a few names that come again and again."""
    counts = Counter(_bare(cell) for cell in cells if not (everybody(cell) or nobody(cell)))
    often = counts and all(count > 1 for count in counts.values())
    few = 1 < len(counts) <= len(cells) / 3
    return bool(often and few and sum(map(_is_name, counts)) == len(counts))


def _bare(cell: str) -> str:
    return cell.strip(" `*_@")


def _is_name(cell: str) -> bool:
    told = proper(cell) is not None and may_be_name(cell.split()[0])
    return told and len(cell) > 1 and said(cell) not in _LEVELS and not status_of(cell)
