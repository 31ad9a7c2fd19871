"""May this session edit or commit these files? Quick enough to be asked before every edit.

What it has to know comes from the guard's cache; only when the plan or the channel changed since is
the channel folded. It never guesses: what it cannot find out it says, and that is no permission.
"""

from __future__ import annotations

import os
import time

from coord_tui.adapters.contained import Contained
from coord_tui.adapters.guard_cache import read_facts
from coord_tui.adapters.layout import Layout, find_layout, relative, typed_paths
from coord_tui.core.guard_view import Facts
from coord_tui.core.guarding import Finding, judge
from coord_tui.core.ownership import Ownership
from coord_tui.core.shell import word
from coord_tui.errors import BadInput, EnvironmentFailed
from coord_tui.workspace.places import channel_path, facts_path, name_path, plan_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, TypeVar

    T = TypeVar("T")

PROGRAM = "coord-tui"


class CouldNotTell(EnvironmentFailed):
    """The guard cannot know whether an edit is allowed, so it is not."""

    def __init__(self, why: object) -> None:
        super().__init__(f"could not tell: {why}")


class Answer:
    """What the guard found."""

    __slots__ = ("advice", "command", "findings", "notes")

    def __init__(
        self,
        findings: Sequence[Finding] = (),
        command: str = "",
        advice: str = "",
        notes: Sequence[str] = (),
    ) -> None:
        self.findings = findings
        self.command = command
        """The command that commits one's own files alone, when others' are staged with them."""
        self.advice = advice
        """Why there is no such command, when there is need of one."""
        self.notes = notes
        """What the guard could not take into account."""


class Sight:
    """A working tree as the guard sees it for one session."""

    __slots__ = ("_contained", "facts", "layout", "me", "ownership")

    def __init__(self, layout: Layout, ownership: Ownership, facts: Facts, me: str) -> None:
        self.layout = layout
        self.ownership = ownership
        self.facts = facts
        self.me = me
        """Empty for somebody whom the plan does not know."""
        self._contained = Contained(layout)

    def judge(
        self,
        paths: Iterable[str],
        cwd: str,
        here: Iterable[str] = (),
        prefix: str | None = None,
        made: bool = False,
    ) -> list[Finding]:
        """What is wrong with editing these paths, with commands for someone in the folder `cwd`.

        `prefix` is that folder relative to the top, when it is known already. `made`: they are
        edited, and about to be committed.
        """
        folder = self._inside(cwd) if prefix is None else prefix
        outside = folder is None
        return judge(
            paths,
            self.me,
            self.ownership,
            self.facts,
            time.time(),
            here=[name for name in here if name != self.me],
            has=self._has,
            beyond=self._beyond,
            made=made,
            folder=folder or "",
            program=f"{PROGRAM} --repo {word(self.layout.top)}" if outside else PROGRAM,
        )

    def edits(self, paths: Iterable[str], cwd: str) -> list[Finding]:
        """What is wrong with editing these; through a link one edits what it leads to as well."""
        listed = list(paths)
        found = self.judge(listed, cwd)
        for path in listed:
            if target := self._target(path):
                link = path.rstrip("/")
                for one in self.judge([target], cwd):
                    words = f"{link} is a link: {one.message}"
                    found.append(Finding(path, one.rule, words, one.level))
        return found

    def _has(self, commit: str) -> bool:
        """Whether HEAD has the commit. Raises: CouldNotTell."""
        return told(lambda: self._contained(commit))

    def _beyond(self, commit: str) -> str | None:
        """The upstream, when it does not have the commit either. Raises: CouldNotTell."""
        return told(lambda: self._contained.beyond(commit))

    def _target(self, path: str) -> str:
        """Where a link leads, if that is another path of the repository; empty for other paths."""
        place = os.path.join(self.layout.top, path.rstrip("/"))
        if not os.path.islink(place):
            return ""
        (target,) = typed_paths(self.layout, self.layout.top, [os.path.realpath(place)])
        return target if target.rstrip("/") != path.rstrip("/") else ""

    def _inside(self, cwd: str) -> str | None:
        """The folder relative to the top; None when it is not in this repository."""
        try:
            inside = relative(self.layout, cwd, cwd)
        except BadInput:
            return None
        return "" if inside == "." else inside


def guard_files(repo: str, session: str, paths: Sequence[str]) -> Answer:
    """May the session edit these files, which were typed in the folder `repo`?

    Raises: CouldNotTell; BadInput for a path that is not in the repository or an unknown session.
    """
    layout = told(lambda: find_layout(repo))
    typed = typed_paths(layout, repo, paths)
    sight = look(layout, session)
    return Answer(sight.edits(typed, os.getcwd())) if sight else Answer()


def look(layout: Layout, asked: str) -> Sight | None:
    """The working tree as the session sees it that was asked for, or that the surroundings name.

    None when there is no plan. Raises: CouldNotTell; BadInput for a session that there is not.
    """
    try:
        with open(plan_path(layout), "rb") as file:
            source = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CouldNotTell(f"cannot read {error.filename!r}: {error.strerror}") from error
    rules, facts = _kept(layout, source) or _anew(layout, source)
    return Sight(layout, Ownership.from_rules(rules), facts, _who(asked, layout, facts))


def _kept(layout: Layout, source: bytes) -> tuple[list[Any], Facts] | None:
    kept = read_facts(facts_path(layout), source, layout, channel_path(layout))
    try:
        return (kept[0], Facts(**kept[1])) if kept else None
    except (TypeError, ValueError):
        return None  # garbage: to be made anew


def _anew(layout: Layout, source: bytes) -> tuple[list[Any], Facts]:
    from coord_tui.workspace.guard_facts import facts_anew

    rules, facts = told(lambda: facts_anew(layout, source))
    return rules, Facts(**facts)


def _who(asked: str, layout: Layout, facts: Facts) -> str:
    """The session that acts, found as `identity.who_am_i` does it; empty for an observer."""
    name = asked or os.environ.get("COORD_SESSION", "") or _stored_name(layout)
    if name:
        return name if name in facts.sessions else _not_known(asked, layout)
    if not any(facts.sessions.values()):
        return ""
    found = facts.with_email(os.environ.get("GIT_AUTHOR_EMAIL", "").strip() or _email(layout))
    return found[0] if len(found) == 1 else ""


def _stored_name(layout: Layout) -> str:
    try:
        with open(name_path(layout), encoding="utf-8") as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _not_known(asked: str, layout: Layout) -> str:
    """Raises: BadInput that says where the name comes from, and which is nearest."""
    from coord_tui.workspace.workspace import Workspace

    return Workspace.open(layout.top, asked).me


def _email(layout: Layout) -> str:
    from coord_tui.adapters.git import Git
    from coord_tui.adapters.settings import Settings

    return told(lambda: Settings(Git.of(layout)).email)


def told(step: Callable[[], T]) -> T:
    """What the step gives. Raises: CouldNotTell when the surroundings fail, or the plan does."""
    try:
        return step()
    except CouldNotTell:
        raise
    except (EnvironmentFailed, BadInput) as error:
        raise CouldNotTell(error) from error
