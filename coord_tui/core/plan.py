"""What a plan can say: the types of `coord.yaml`.

The reader, the JSON Schema and the annotated example are all made from (or checked against) these
types, so a key exists here or nowhere. Values are named tuples: immutable, compared by content, and
a fraction of the start-up cost of dataclasses.
"""

from typing import Annotated, Literal, NamedTuple


class Mark:
    """Says how a field is written. Compared by identity: `typing` would take equal ones for one."""


class Keyed(Mark):
    """Marks a list that is written as a mapping: its keys become the field `field` of each item."""

    __match_args__ = ("field",)

    def __init__(self, field: str) -> None:
        self.field = field


class KeyedLists(Mark):
    """Marks a list that is written as a mapping from `field` to lists of items."""

    __match_args__ = ("field",)

    def __init__(self, field: str) -> None:
        self.field = field


class Duration(Mark):
    """Marks whole seconds that are written as `90s`, `30m`, `2h` or `1d`."""


class Counted(Mark):
    """Marks a whole number, at least 1."""


class Word(Mark):
    """Marks a text that is one word: printable and without spaces, so that it can be typed."""


class BranchName(Mark):
    """Marks a text that git allows as the name of a branch."""


class Placed(Mark):
    """Marks the line (from 1) on which an item stands; 0 if it was made, never written by hand."""


class Inherited(Mark):
    """Marks a field that is filled in from what the item stands in, never written by hand."""


class Bare(Mark):
    """Marks the field that an item gets when it is written as a bare text instead of a mapping."""


Line = Annotated[int, Placed()]
Seconds = Annotated[int, Duration()]
Count = Annotated[int, Counted()]
Name = Annotated[str, Word()]
Branch = Annotated[str, BranchName()]
Names = tuple[str, ...]


class Session(NamedTuple):
    """Someone working in the repository: a person or an agent. A bare string is the role."""

    name: Annotated[Name, "the name that events, ownership and tasks use"]
    role: Annotated[str, Bare(), "what this session does, in a few words"] = ""
    kind: Annotated[Literal["person", "agent"], "who is behind the name"] = "person"
    emails: Annotated[Names, "git emails by which this session is known"] = ()
    worktree: Annotated[
        str, "its working tree or its clone of this project, relative to the repository"
    ] = ""
    line: Line = 0


class Owned(NamedTuple):
    """A pattern that one session owns. A bare string is the pattern."""

    path: Annotated[str, Bare(), "gitignore-style pattern"]
    session: Annotated[Name, "who owns it"] = ""
    note: Annotated[str, "what is there"] = ""
    line: Line = 0


class Part(NamedTuple):
    """What one session does in a shared file."""

    session: Annotated[Name, "whose part"]
    note: Annotated[str, Bare(), "what it may change"] = ""


class Shared(NamedTuple):
    """A pattern that several sessions edit, announcing each edit. A bare string is the pattern."""

    path: Annotated[str, Bare(), "gitignore-style pattern"]
    note: Annotated[str, "how to touch it"] = ""
    sessions: Annotated[tuple[Part, ...], Keyed("session"), "which part is whose"] = ()
    line: Line = 0


class Rule(NamedTuple):
    """Prose to show, search and export: branch discipline, workflow, policies."""

    title: Annotated[str, "a heading"]
    text: Annotated[str, "Markdown"] = ""
    line: Line = 0


class Task(NamedTuple):
    """One piece of work. A bare string is its title."""

    title: Annotated[str, Bare(), "what is to be done"]
    id: Annotated[Name, "short and unique; without one, group and position give it: P0.1"] = ""
    owner: Annotated[str, "the session it is assigned to; empty is nobody"] = ""
    after: Annotated[Names, "tasks or whole groups that must be done first"] = ()
    enhances: Annotated[Names, "tasks that get better by this one, without waiting for it"] = ()
    files: Annotated[Names, "patterns that a claim of this task reserves"] = ()
    details: Annotated[str, "Markdown"] = ""
    done: Annotated[str | bool, "the commit that did it, or true"] = False
    dropped: Annotated[str | bool, "why it will not be done, or true"] = False
    group: Annotated[str, Inherited(), "filled in from the group it stands in"] = ""
    line: Line = 0


class Group(NamedTuple):
    """A round or phase of the plan, in the order in which they stand; one is current."""

    id: Annotated[Name, "short and unique, also among the tasks"]
    title: Annotated[str, "what the round or phase is about"] = ""
    state: Annotated[Literal["done", "current", "later"], "where it stands"] = "later"
    note: Annotated[str, "when it starts, what it needs"] = ""
    tasks: Annotated[tuple[Task, ...], "the work, in order"] = ()
    line: Line = 0


class Parameter(NamedTuple):
    """A value that a check's command takes. A bare string is its default."""

    name: Annotated[Name, "written {name} in the command"]
    default: Annotated[str, Bare(), "used when none is given"] = ""
    note: Annotated[str, "what it means"] = ""


class Check(NamedTuple):
    """A command that says whether the work is sound."""

    name: Annotated[Name, "short and unique"]
    run: Annotated[str, "the command, as a shell would take it"]
    gate: Annotated[bool, "must pass before work lands"] = False
    note: Annotated[str, "when to run it"] = ""
    parameters: Annotated[tuple[Parameter, ...], Keyed("name"), "values of the command"] = ()
    artifacts: Annotated[Names, "what a run leaves behind, to compare runs"] = ()
    line: Line = 0


class Pin(NamedTuple):
    """An external tool whose version matters."""

    tool: Annotated[str, "its name"]
    version: Annotated[str, "the command that prints its version"] = ""
    expect: Annotated[str, "the version that is expected"] = ""
    document: Annotated[str, "the document that must name it"] = ""
    check: Annotated[str, "the check that verifies it"] = ""
    note: Annotated[str, "why it is pinned"] = ""
    line: Line = 0


class Document(NamedTuple):
    """A canonical document and the code it speaks of. A bare string is its path."""

    path: Annotated[str, Bare(), "where it is"]
    note: Annotated[str, "what it settles"] = ""
    covers: Annotated[Names, "patterns of the code it must keep up with"] = ()
    line: Line = 0


class ChannelSettings(NamedTuple):
    """Where the channel is tracked."""

    branch: Annotated[Branch, "the branch of its own that holds the channel"] = "coord"
    remote: Annotated[Name, "the remote through which clones share it"] = "origin"
    wait: Annotated[Seconds, "how long a command waits for the remote to confirm"] = 10
    poll: Annotated[Seconds, "how often an open screen asks the remote for news"] = 10


class ClaimSettings(NamedTuple):
    """When a claim may be taken over."""

    stale_after: Annotated[Seconds, "a holder silent for this long may be relieved"] = 7200


class ReservationSettings(NamedTuple):
    """How long a reservation holds."""

    expire_after: Annotated[Seconds, "counted from its holder's last event"] = 7200


class BranchSettings(NamedTuple):
    """How a branch catches up with its upstream, and what about it is worth a word."""

    pull: Annotated[
        Literal["fast-forward", "rebase"], "how `pull` catches up when both sides have commits"
    ] = "fast-forward"
    behind: Annotated[Count, "commits behind its upstream"] = 1
    unpushed: Annotated[Count, "commits that nobody else has"] = 5
    uncommitted: Annotated[Seconds, "how long a change may wait for its commit"] = 14400
    fetched: Annotated[Seconds, "how old what is known of the remote may be"] = 3600
    active: Annotated[Seconds, "a branch with a commit younger than this is at work"] = 1209600


class GuardSettings(NamedTuple):
    """What the guard does about an edit that crosses ownership."""

    mode: Annotated[Literal["warn", "block"], "say so, or refuse"] = "warn"


class Plan(NamedTuple):
    """The whole of `coord.yaml`."""

    version: Annotated[Literal[1], "of this format"] = 1
    project: Annotated[str, "the name on the screen"] = ""
    sessions: Annotated[tuple[Session, ...], Keyed("name"), "who works here"] = ()
    ownership: Annotated[tuple[Owned, ...], KeyedLists("session"), "session: its patterns"] = ()
    shared: Annotated[tuple[Shared, ...], "files that several sessions edit"] = ()
    rules: Annotated[tuple[Rule, ...], "prose that everybody follows"] = ()
    groups: Annotated[tuple[Group, ...], "rounds or phases, in order"] = ()
    checks: Annotated[tuple[Check, ...], "commands that say whether the work is sound"] = ()
    pins: Annotated[tuple[Pin, ...], "external tools whose version matters"] = ()
    docs: Annotated[tuple[Document, ...], "canonical documents"] = ()
    channel: Annotated[ChannelSettings, "where the channel is tracked"] = ChannelSettings()
    claims: Annotated[ClaimSettings, "when a claim may be taken over"] = ClaimSettings()
    reservations: Annotated[ReservationSettings, "how long one holds"] = ReservationSettings()
    branches: Annotated[BranchSettings, "catching up, and what is worth a word"] = BranchSettings()
    guard: Annotated[GuardSettings, "about edits that cross ownership"] = GuardSettings()

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task, in the order of the plan."""
        return tuple(task for group in self.groups for task in group.tasks)

    @property
    def current(self) -> Group | None:
        """The group that is current: the one marked so, else the first that is not done."""
        marked = [group for group in self.groups if group.state == "current"]
        unfinished = [group for group in self.groups if group.state != "done"]
        return next(iter(marked or unfinished), None)

    def session(self, name: str) -> Session | None:
        """The session of that name, if the plan has it."""
        return next((session for session in self.sessions if session.name == name), None)
