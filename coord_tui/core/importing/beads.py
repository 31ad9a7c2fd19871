"""Reads the issues that Beads exports, one JSON object a line, as tasks.

- An epic that has children is a group; children of any other issue make it better (`enhances`).
- `blocks` is `after`. That two issues are related, or where one was discovered, orders nothing:
  such links stand in the details.
- A closed issue is done, or dropped when its reason says so. Deleted ones are left out.
- A plan has no priorities and types: the order of the tasks shows how urgent they are, and what is
  not the usual stands in the details. Nor does it put off single tasks: that is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from coord_tui.core.importing.beads_issues import (
    WAITING,
    Issue,
    details_of,
    issue_of,
    object_on,
)
from coord_tui.core.importing.names import folded
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidGroup,
    SaidLink,
    SaidSession,
    SaidTask,
)

Found = tuple[tuple[Said, ...], tuple[Passage, ...], tuple[Warned, ...]]

_LOOKED_AT = 20
_LONGEST = 500
_NAMED = 5
_OPEN = ("", "open", "blocked", "ready", "deferred", "pinned", "hooked")
_PUT_OFF = ("deferred", "blocked")
_UNKEPT = ("in_progress", "blocked", "deferred")
_DROPPED = re.compile(
    r"\W*(won'?t[ -]?(fix|do)|wontfix|duplicate|obsolete|superseded|cancell?ed|abandoned|invalid"
    r"|not[ -]needed|no longer needed|not planned|dropped)\b",
    re.IGNORECASE,
)
_COMMIT = re.compile(r"\b(?:commit|sha)\W{1,3}([0-9a-f]{7,40})\b", re.IGNORECASE)


def is_beads(name: str, text: str) -> bool:
    """Whether the file holds issues of Beads: JSON Lines with ids, titles and states."""
    if not name.lower().endswith(".jsonl"):
        return False
    lines = (line for line in text[:1_000_000].split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip())
    return any({"id", "title", "status"} <= object_on(line).keys() for line in lines)


def read_beads(name: str, text: str) -> Found:
    """What the issues state; lines that are none are named by their number."""
    reading = _Reading(name)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            reading.line(number, line.strip())
    reading.tell_deleted()
    reading.tell_put_off()
    return tuple(reading.said()), tuple(reading.unread), tuple(reading.warnings)


class _Reading:
    def __init__(self, name: str) -> None:
        self.name = name
        self.issues: dict[str, Issue] = {}
        self.titles: dict[str, str] = {}
        """By its id, how each group is called."""
        self.deleted: dict[str, int] = {}
        """By its id, the line of each issue that was deleted."""
        self.unread: list[Passage] = []
        self.warnings: list[Warned] = []

    def line(self, number: int, line: str) -> None:
        """Take in one line; a later one of the same id counts."""
        fields = object_on(line)
        issue = issue_of(number, fields)
        if fields.get("_type", "issue") != "issue":
            self._pass_over(number, line, "")
        elif fields.get("status") == "tombstone" or fields.get("deleted_at"):
            self.deleted.setdefault(issue.id, number)
        elif not fields or not issue.id or not issue.title:
            lacks = "has no title" if issue.id else "has no id"
            self._pass_over(number, line, f"the line {lacks if fields else 'is no JSON object'}")
        else:
            if issue.id in self.issues:
                words = (
                    f"{issue.id} stands on line {self.issues[issue.id].line}, too; this one counts"
                )
                self.warnings.append(Warned(self._at(number), words))
            self.issues[issue.id] = issue

    def tell_deleted(self) -> None:
        """Say in a line which issues are left out because they were deleted."""
        if not self.deleted:
            return
        ids, first = [one or "one without id" for one in self.deleted], min(self.deleted.values())
        words = f"deleted in Beads, and left out: {_some(ids)}"
        self.warnings.append(Warned(self._at(first), words))

    def tell_put_off(self) -> None:
        """Say which tasks can be taken by the plan, and by Beads cannot."""
        found = [one for one in self.issues.values() if self._is_put_off(one)]
        for state in _PUT_OFF:
            ids = [one.id for one in found if one.text("status") == state]
            lines = [one.line for one in found if one.id in ids]
            if ids:
                words = f"{state} in Beads, but open to all in the plan: {_some(ids)}"
                self.warnings.append(Warned(self._at(min(lines)), words))

    def _is_put_off(self, issue: Issue) -> bool:
        """Whether nothing that the plan says keeps it from being taken, though its state does."""
        waiting = (self.issues.get(target) for target in self._waited_for(issue))
        waits = any(one and one.text("status") != "closed" for one in waiting)
        return issue.text("status") in _PUT_OFF and not waits

    def _pass_over(self, number: int, line: str, why: str) -> None:
        self.unread.append(Passage(self._at(number), line[:_LONGEST]))
        if why:
            self.warnings.append(Warned(self._at(number), why))

    def _at(self, line: int) -> Place:
        return Place(self.name, line, line)

    def said(self) -> Iterator[Said]:
        """Everything, the most urgent tasks first."""
        issues = sorted(self.issues.values(), key=lambda issue: (issue.priority, issue.line))
        parents = {issue.parent for issue in issues}
        groups = {
            issue.id: issue
            for issue in issues
            if issue.id in parents and issue.text("issue_type") == "epic"
        }
        yield from self._sessions()
        self.titles = _titles(sorted(groups.values(), key=lambda issue: issue.line))
        for id in self.titles:
            yield self._group(groups[id], groups)
        for issue in issues:
            if issue.id not in groups:
                yield self._task(issue, groups)
        for issue in issues:
            yield from self._links(issue, groups)

    def _sessions(self) -> Iterator[SaidSession]:
        first: dict[str, int] = {}
        for issue in self.issues.values():
            if who := issue.text("assignee"):
                first.setdefault(who, issue.line)
        for who, line in first.items():
            name, _, host = who.removeprefix("@").partition("@")
            emails = (who,) if host else ()
            yield SaidSession(self._at(line), name, (who,) if host else (), emails=emails)

    def _group(self, epic: Issue, groups: dict[str, Issue]) -> SaidGroup:
        states = {"closed": "done", "in_progress": "current"}
        state = states.get(epic.text("status"), "")
        above = next((one.id for one in self._above(epic) if one.id in groups), "")
        part = f"Part of: {self.titles[above]}" if above else ""
        note = "\n\n".join(filter(None, (details_of(epic, is_group=True), part)))
        title = self.titles[epic.id]
        return SaidGroup(self._at(epic.line), title, epic.id, state, note)  # type: ignore[arg-type]

    def _task(self, issue: Issue, groups: dict[str, Issue]) -> SaidTask:
        state, reason = issue.text("status"), issue.text("close_reason")
        dropped = state == "closed" and bool(_DROPPED.match(reason))
        status = "dropped" if dropped else _status(state)
        commit = _COMMIT.search(reason)
        known = status != "open" or state in _OPEN
        return SaidTask(
            self._at(issue.line),
            id=issue.id,
            title=issue.title,
            owner=issue.text("assignee").removeprefix("@").partition("@")[0],
            group=self._group_of(issue, groups),
            status=status,  # type: ignore[arg-type]
            commit=commit[1] if commit and status == "done" else "",
            reason=reason if dropped else "",
            details="\n\n".join(filter(None, (_unkept(state), details_of(issue, dropped=dropped)))),
            sure="certain" if known else "likely",
            why="" if known else f"{state!r} is a state that Beads does not have",
        )

    def _group_of(self, issue: Issue, groups: dict[str, Issue]) -> str:
        """The title of the nearest epic above it; `` when there is none."""
        return next((self.titles[one.id] for one in self._above(issue) if one.id in groups), "")

    def _above(self, issue: Issue) -> Iterator[Issue]:
        """What it is a part of, the nearest first."""
        seen, at = {issue.id}, issue.parent
        while at in self.issues and at not in seen:
            seen.add(at)
            yield self.issues[at]
            at = self.issues[at].parent

    def _links(self, issue: Issue, groups: dict[str, Issue]) -> Iterator[SaidLink]:
        """What it waits for; what an epic above it waits for, each task below that does."""
        if issue.id in groups:
            return
        waiting = list(self._waited_for(issue))
        epic = issue.parent if issue.parent in groups else ""
        above = {one.id: one for one in self._above(issue)}
        for one in above.values():
            heads = self._waited_for(one) if one.id in groups else ()
            waiting += (target for target in heads if target not in above and target != issue.id)
        at = self._at(issue.line)
        for target in dict.fromkeys(waiting):
            if target != epic:
                yield SaidLink(at, issue.id, target)
        if issue.parent in self.issues and not epic:
            yield SaidLink(at, issue.id, issue.parent, "enhances", "likely", "a part of it")

    def _waited_for(self, issue: Issue) -> Iterator[str]:
        for link in issue.links:
            if link.kind in WAITING and link.target not in self.deleted and link.target != issue.id:
                yield link.target


def _some(ids: Sequence[str]) -> str:
    """A few of them, and how many more there are."""
    more = f" and {len(ids) - _NAMED} more" if ids[_NAMED:] else ""
    return ", ".join(ids[:_NAMED]) + more


def _titles(epics: Iterable[Issue]) -> dict[str, str]:
    """A title for each epic, by its id; of two with one title the second is told by its id."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for epic in epics:
        again = folded(epic.title) in taken
        found[epic.id] = f"{epic.title} ({epic.id})" if again else epic.title
        taken.add(folded(found[epic.id]))
    return found


def _unkept(state: str) -> str:
    """A state that a plan has no word for, as the details say it."""
    return f"Status: {state.replace('_', ' ')}" if state in _UNKEPT else ""


def _status(state: str) -> str:
    return {"closed": "done", "in_progress": "claimed"}.get(state, "open")
