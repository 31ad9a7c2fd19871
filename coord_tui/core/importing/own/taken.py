"""What has been taken from an exported document so far, and what was not."""

import re
from collections.abc import Iterable, Iterator

from coord_tui.core.importing.own.lines import Entry, Numbered
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import (
    Check,
    Document,
    Group,
    Owned,
    Pin,
    Plan,
    Rule,
    Session,
    Shared,
)
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_shape import WORD


class Taken:
    """The items of a plan in the making, each with the line on which it stands."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.project = ""
        self.project_line = 0
        self.sessions: list[Session] = []
        self.ownership: list[Owned] = []
        self.shared: list[Shared] = []
        self.rules: list[Rule] = []
        self.groups: list[Group] = []
        self.checks: list[Check] = []
        self.pins: list[Pin] = []
        self.docs: list[Document] = []
        self.settings = Plan()
        """Holds the settings only."""
        self.setting_lines: dict[str, int] = {}
        """By the key of each, where it stands."""
        self.ends: dict[int, int] = {}
        """The last line of what begins on a line."""
        self.unread: list[Passage] = []
        self.warnings: list[Warned] = []

    def plan(self) -> Plan:
        """All of it as a plan in which every task has an id."""
        return self.settings._replace(
            project=self.project,
            sessions=tuple(self.sessions),
            ownership=tuple(_by_session(self.ownership)),
            shared=tuple(self.shared),
            rules=tuple(self.rules),
            groups=_with_ids(tuple(self.groups)),
            checks=tuple(self.checks),
            pins=tuple(self.pins),
            docs=tuple(self.docs),
        )

    def leave(self, line: int, end: int = 0) -> None:
        """Say that these lines were not read."""
        text = "\n".join(self.lines[line - 1 : (end or line)]).strip()
        self.unread.append(Passage(Place(self.file, line, end or line), text))

    def leave_lines(self, lines: Iterable[Numbered]) -> None:
        """Say so of each that holds something; lines that follow each other are one passage."""
        numbers = [number for number, text in lines if text.strip()]
        for place, number in enumerate(numbers):
            if not place or numbers[place - 1] != number - 1:
                begin = number
            if numbers[place + 1 : place + 2] != [number + 1]:
                self.leave(begin, number)

    def warn(self, line: int, text: str) -> None:
        """Say what is odd about a line."""
        self.warnings.append(Warned(Place(self.file, line, line), text))

    def leave_second(self, entry: Entry, name: str) -> None:
        """Say that a name stands there already, so that what is said of it here was not read."""
        self.warn(entry.line, f"{name} stands above already: the first counts")
        self.leave(entry.line, entry.end)

    @staticmethod
    def can_name(text: str) -> bool:
        """Whether a plan can use the text as a name."""
        return text.isprintable() and re.fullmatch(WORD.pattern, text) is not None

    def is_word(self, entry: Entry, text: str, what: str) -> bool:
        """Whether a plan can use the text as a name; if not, the entry was not read."""
        if self.can_name(text):
            return True
        self.warn(entry.line, f"{what} is {WORD.words}, not {text[:40]!r}")
        self.leave(entry.line, entry.end)
        return False


def _by_session(ownership: Iterable[Owned]) -> Iterator[Owned]:
    """What is owned, that of one session together, as a plan says it."""
    found: dict[str, list[Owned]] = {}
    for one in ownership:
        found.setdefault(one.session, []).append(one)
    for ones in found.values():
        yield from ones


def _with_ids(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups, tasks that somebody added without an id having one that no other has."""
    taken = {task.id for group in groups for task in group.tasks if task.id}
    taken |= {group.id for group in groups}
    done = []
    for group, named in zip(groups, with_ids(groups), strict=True):
        tasks = []
        for before, task in zip(group.tasks, named.tasks, strict=True):
            free = before.id or _free(task.id, taken)
            taken.add(free)
            tasks.append(task._replace(id=free))
        done.append(named._replace(tasks=tuple(tasks)))
    return tuple(done)


def _free(id: str, taken: set[str]) -> str:
    """The id, or the same with the next number that is free."""
    prefix, _, number = id.rpartition(".")
    position = int(number)
    while f"{prefix}.{position}" in taken:
        position += 1
    return f"{prefix}.{position}"
