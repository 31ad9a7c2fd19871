"""What readers find in a document: one value per thing that it states, as it is written there.

Nothing is resolved here: names, ids and titles stand as the document spells them, so that a reader
needs to know its own form only. `assembling` finds out who and what is meant.
"""

from typing import Literal, NamedTuple

Sure = Literal["certain", "likely", "doubtful"]
"""How sure a reader is: said outright, by a form that nearly always means it, by a guess."""


class Place(NamedTuple):
    """Where something stands: lines count from 1, `end` is the last one."""

    file: str
    line: int
    end: int


class SaidSession(NamedTuple):
    """Somebody works here. The first name is the one to keep; the others mean the same one."""

    at: Place
    name: str
    also: tuple[str, ...] = ()
    role: str = ""
    kind: Literal["", "person", "agent"] = ""
    emails: tuple[str, ...] = ()
    worktree: str = ""
    sure: Sure = "certain"
    why: str = ""


class SaidOwned(NamedTuple):
    """A session owns a pattern."""

    at: Place
    session: str
    path: str
    note: str = ""
    sure: Sure = "certain"
    why: str = ""


class SaidShared(NamedTuple):
    """Several sessions edit the files of a pattern; `parts` are (session, what it may change)."""

    at: Place
    path: str
    note: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    sure: Sure = "certain"
    why: str = ""


class SaidRule(NamedTuple):
    """Prose that everybody follows."""

    at: Place
    title: str
    text: str = ""
    sure: Sure = "certain"
    why: str = ""


class SaidGroup(NamedTuple):
    """A round or phase; its tasks name it by this title."""

    at: Place
    title: str
    id: str = ""
    state: Literal["", "done", "current", "later"] = ""
    note: str = ""
    sure: Sure = "certain"
    why: str = ""


class SaidTask(NamedTuple):
    """Something is to be done, or one more thing about a task that was named before.

    Two with the same id, or without one the same title, are one task; what the first leaves empty
    the later ones fill in.
    """

    at: Place
    id: str = ""
    title: str = ""
    owner: str = ""
    group: str = ""
    status: Literal["", "open", "claimed", "done", "dropped"] = ""
    commit: str = ""
    reason: str = ""
    details: str = ""
    files: tuple[str, ...] = ()
    sure: Sure = "certain"
    why: str = ""
    under: SaidGroup | None = None
    """The heading it stands under: the group of a task that no round or phase has."""
    nth: int = 0
    """How many of the same words stand before it in one list: they are tasks of their own."""


class SaidLink(NamedTuple):
    """A task waits for another (`after`), or makes it better (`enhances`); names as written.

    `target` may be an id, part of one, a title, a group, a range `A–C`, or `all`.
    """

    at: Place
    task: str
    target: str
    kind: Literal["after", "enhances"] = "after"
    sure: Sure = "certain"
    why: str = ""


class SaidCheck(NamedTuple):
    """A command that says whether the work is sound."""

    at: Place
    run: str
    name: str = ""
    gate: bool = False
    note: str = ""
    parameters: tuple[tuple[str, str, str], ...] = ()
    """(name, default, note) of each `{name}` in the command."""
    artifacts: tuple[str, ...] = ()
    sure: Sure = "certain"
    why: str = ""


class SaidPin(NamedTuple):
    """An external tool whose version matters."""

    at: Place
    tool: str
    version: str = ""
    expect: str = ""
    document: str = ""
    check: str = ""
    note: str = ""
    sure: Sure = "certain"
    why: str = ""


class SaidDocument(NamedTuple):
    """A canonical document."""

    at: Place
    path: str
    note: str = ""
    covers: tuple[str, ...] = ()
    sure: Sure = "certain"
    why: str = ""


class SaidProject(NamedTuple):
    """What the project is called."""

    at: Place
    name: str
    sure: Sure = "certain"
    why: str = ""


Said = (
    SaidSession
    | SaidOwned
    | SaidShared
    | SaidRule
    | SaidGroup
    | SaidTask
    | SaidLink
    | SaidCheck
    | SaidPin
    | SaidDocument
    | SaidProject
)
