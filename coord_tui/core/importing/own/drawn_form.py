"""Reads back the drawing that `export` made of tasks: groups, tasks with owners, and their links.

A drawing says less than a plan, and all that it says is taken; a line that export draws in no such
way is given back as not read.
"""

import re
from collections.abc import Iterator

from coord_tui.core.exporting.formats import is_ours
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidLink, SaidTask
from coord_tui.core.importing.status import Status

Found = tuple[tuple[Said, ...], tuple[Passage, ...], tuple[Warned, ...]]

_BOX = re.compile(r'subgraph (\w+)\["(.*)"\]')
_NODE = re.compile(r'(\w+)\["(.*)"\](?::::(\w+))?')
_LINK = re.compile(r"(?:%% )?(\w+) (-->|-\.->) (\w+)")
_TASK = re.compile(r"(?P<id>.+?)(?P<done> ✓)?(?:: (?P<title>.*))?")
_FRAME = re.compile(r"flowchart .*|end|classDef .*|%%.*|")
DONE = " ✓"


def is_drawing(text: str) -> bool:
    """Whether the text is a drawing as export writes it, and nothing else."""
    return bool(text.strip()) and is_ours(text, "mermaid")


def read_drawing(name: str, text: str) -> Found:
    """What the drawing states."""
    reading = _Reading()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        reading.line(Place(name, number, number), line.strip())
    return tuple(reading.said()), tuple(reading.unread), ()


class _Reading:
    def __init__(self) -> None:
        self.named: dict[str, str] = {}
        """By its node, the id of a task or the title of a group."""
        self.groups: list[SaidGroup] = []
        self.tasks: list[SaidTask] = []
        self.current: set[str] = set()
        """The titles of the groups of which a task is drawn as current."""
        self.links: list[tuple[Place, str, str, str]] = []
        self.unread: list[Passage] = []
        self.inside = ""

    def line(self, at: Place, line: str) -> None:
        """Take in one line."""
        if found := _BOX.fullmatch(line):
            self._group(at, found[1], _plain(found[2]))
        elif found := _NODE.fullmatch(line):
            self._node(at, found[1], found[2], found[3] or "")
        elif found := _LINK.fullmatch(line):
            self.links.append((at, found[1], found[2], found[3]))
        elif line == "end":
            self.inside = ""
        elif not _FRAME.fullmatch(line.removeprefix("\ufeff")):
            self.unread.append(Passage(at, line))

    def _group(self, at: Place, node: str, label: str) -> None:
        title = label.removesuffix(DONE)
        self.inside = self.named[node] = title
        self.groups.append(SaidGroup(at, title, state="done" if title != label else ""))

    def _node(self, at: Place, node: str, label: str, look: str) -> None:
        words, _, owner = label.partition("<br/>")
        found = _TASK.fullmatch(_plain(words))
        if found is None or look == "unknown" or node.endswith("_0"):
            self.named[node] = _plain(words)
            return
        self.named[node] = found["id"]
        self.current |= {self.inside} if look == "current" else set()
        over: Status = "open"
        if found["done"] or look == "dropped":
            over = "done" if found["done"] else "dropped"
        title, owner = found["title"] or "", _plain(owner)
        self.tasks.append(SaidTask(at, found["id"], title, owner, self.inside, over))

    def said(self) -> Iterator[Said]:
        """Groups, tasks, and what links them."""
        for group in self.groups:
            now = group.title in self.current
            yield group._replace(state="current") if now else group
        yield from self.tasks
        for at, before, arrow, after in self.links:
            one, other = self.named.get(before, before), self.named.get(after, after)
            if arrow == "-->":
                yield SaidLink(at, other, one)
            else:
                yield SaidLink(at, one, other, "enhances")


def _plain(label: str) -> str:
    """The words of a label, in which signs stand as their numbers."""
    return re.sub(r"#(\d{1,7});", _sign, label).strip()


def _sign(found: re.Match[str]) -> str:
    number = int(found[1])
    return chr(number) if number <= 0x10FFFF else found[0]
