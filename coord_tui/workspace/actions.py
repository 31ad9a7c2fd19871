"""The use cases that write: each says what it wants on the channel, and `record` judges it."""

from collections.abc import Sequence

from coord_tui.adapters.commits import commit_sha
from coord_tui.adapters.layout import relative
from coord_tui.core.board import Board, ready_for
from coord_tui.core.patterns import has_glob
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.workspace import Workspace


def claim(
    workspace: Workspace, tasks: Sequence[str], *, takeover: bool = False, reason: str = ""
) -> list[Outcome]:
    """Take tasks, and with them their files."""
    extra = {"takeover": True} if takeover else {}
    words = {"reason": reason} if reason else {}
    return _about_tasks(workspace, "claim", tasks, **extra, **words)


def claim_next(workspace: Workspace) -> list[Outcome]:
    """Take the ready task that suits the session best: its own first, nobody's next.

    Raises: Refused when none is ready for it.
    """

    def best(board: Board) -> list[Draft]:
        mine = [entry for entry in ready_for(board, board.me) if entry.owner in ("", board.me)]
        if not mine:
            raise Refused(f"nothing is ready for {board.me}: `coord-tui ready --explain` says why")
        id = mine[0].task.id
        return [Draft(id, "claim", {"task": id})]

    return workspace.record(best)


def release(workspace: Workspace, tasks: Sequence[str]) -> list[Outcome]:
    """Give claimed tasks back, undone."""
    return _about_tasks(workspace, "release", tasks)


def done(workspace: Workspace, task: str, commit: str = "HEAD") -> list[Outcome]:
    """Finish a task by a commit, and say what that unblocked, for whom.

    Raises: BadInput when there is no such commit.
    """
    sha = commit_sha(workspace.git, commit)
    if sha is None:
        raise BadInput(f"no commit {commit} in this repository: name one with --commit")
    outcomes = _about_tasks(workspace, "done", [task], commit=sha)
    freed = _freed_by(workspace.board(), task) if outcomes[0].accepted else ""
    return [outcomes[0]._replace(note=freed)]


def _freed_by(board: Board, task: str) -> str:
    """Who can go on now that a task is done."""
    freed = [
        f"{entry.task.id} for {entry.owner or 'anyone'}"
        for entry in board.with_status("ready")
        if task in entry.task.after or _group_of(board, task) in entry.task.after
    ]
    return f"unblocked {', '.join(freed)}" if freed else ""


def _group_of(board: Board, task: str) -> str:
    entry = board.task(task)
    return entry.task.group if entry else ""


def reopen(workspace: Workspace, tasks: Sequence[str]) -> list[Outcome]:
    """Make done or dropped tasks work again."""
    return _about_tasks(workspace, "reopen", tasks)


def assign(workspace: Workspace, task: str, session: str) -> list[Outcome]:
    """Say whose task it is; an empty session: nobody's."""
    return _about_tasks(workspace, "assign", [task], owner=session)


def add(
    workspace: Workspace,
    title: str,
    *,
    id: str = "",
    group: str = "",
    after: Sequence[str] = (),
    owner: str = "",
    files: Sequence[str] = (),
    details: str = "",
) -> list[Outcome]:
    """Add a task that the plan does not have; without an id it gets the next free one.

    Raises: BadInput when a dependency is no task or group.
    """

    def task(board: Board) -> list[Draft]:
        known = {entry.task.id for entry in board.tasks} | {g.id for g in board.plan.groups}
        unknown = [name for name in after if name not in known]
        if unknown:
            raise BadInput(f"--after: no task or group {unknown[0]}: `coord-tui tasks` lists them")
        fields = {
            "task": id or _free_id(known),
            "title": title,
            "group": group or (board.group.id if board.group else ""),
            "after": list(after),
            "owner": owner,
            "files": list(files),
            "details": details,
        }
        return [Draft(str(fields["task"]), "task", {k: v for k, v in fields.items() if v})]

    return workspace.record(task)


def _free_id(known: set[str]) -> str:
    return next(id for n in range(1, len(known) + 2) if (id := f"T{n}") not in known)


def announce(
    workspace: Workspace, path: str, intent: str, *, lasts: int = 0, cwd: str = ""
) -> list[Outcome]:
    """Tell the others that a shared file is about to be edited, and what for."""
    where = relative(workspace.layout, path, cwd)
    fields = {"path": where, "intent": intent} | ({"lasts": lasts} if lasts else {})
    return workspace.record(lambda board: [Draft(where, "announce", fields)])


def reserve(
    workspace: Workspace,
    patterns: Sequence[str],
    *,
    intent: str = "",
    lasts: int = 0,
    loosely: bool = False,
    cwd: str = "",
) -> list[Outcome]:
    """Hold paths or globs; `loosely` lets others hold them too."""
    more: dict[str, object] = {"intent": intent} if intent else {}
    more |= {"lasts": lasts} if lasts else {}
    more |= {"exclusive": False} if loosely else {}
    named = [_named(workspace, pattern, cwd) for pattern in patterns]
    drafts = [Draft(next(iter(name.values())), "reserve", name | more) for name in named]
    return workspace.record(lambda board: drafts)


def unreserve(workspace: Workspace, patterns: Sequence[str], *, cwd: str = "") -> list[Outcome]:
    """Give back paths or globs; none named: all that the session reserved."""
    named = [_named(workspace, pattern, cwd) for pattern in patterns] or [{}]
    drafts = [Draft(next(iter(name.values()), "all"), "unreserve", name) for name in named]
    return workspace.record(lambda board: drafts)


def _named(workspace: Workspace, text: str, cwd: str) -> dict[str, str]:
    """A glob stays a glob; whatever else, or whatever exists by that name, is a literal path."""
    if has_glob(text) and not workspace.exists(text, cwd):
        return {"pattern": text}
    return {"path": relative(workspace.layout, text, cwd)}


def say(
    workspace: Workspace, text: str, *, to: Sequence[str] = (), about: str = ""
) -> list[Outcome]:
    """Words to some sessions, or to all; perhaps about a task or path.

    Raises: BadInput without words.
    """
    if not text.strip():
        raise BadInput("nothing to say: give the words in quotes")
    fields: dict[str, object] = {"text": text} | ({"to": list(to)} if to else {})
    fields |= {"about": about} if about else {}
    return workspace.record(lambda board: [Draft(", ".join(to) or "all", "say", fields)])


def ack(workspace: Workspace) -> list[Outcome]:
    """Acknowledge everything that stands unread."""

    def last_unread(board: Board) -> list[Draft]:
        unread = [entry.line.event for entry in board.log if entry.unread and entry.line.event]
        return [Draft(unread[-1].id, "ack", {"upto": unread[-1].id})] if unread else []

    return workspace.record(last_unread)


def _about_tasks(
    workspace: Workspace, kind: str, tasks: Sequence[str], **fields: object
) -> list[Outcome]:
    drafts = [Draft(task, kind, {"task": task} | fields) for task in tasks]
    return workspace.record(lambda board: drafts)
