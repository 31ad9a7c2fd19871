"""What sessions do with tasks: claim, release, finish, reopen, assign and add them."""

from collections.abc import Mapping, Sequence

from coord_tui.core.board import Board, ready_for
from coord_tui.core.overlap import overlap
from coord_tui.core.patterns import of_task, parse
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.words import (
    check,
    check_id,
    check_named,
    check_said,
    groups,
    sessions,
    tasks,
)
from coord_tui.workspace.workspace import Choose, Workspace

NOBODY = ("-", "nobody")
"""The words that take a task from its owner and give it to nobody."""


def claim(
    workspace: Workspace, ids: Sequence[str], *, takeover: bool = False, reason: str = ""
) -> list[Outcome]:
    """Take tasks, and with them their files; a note says which of those somebody else holds.

    A takeover names the session that it takes the task from, which so gets to read it.
    """
    given: dict[str, object] = {"takeover": True} if takeover else {}
    given |= {"reason": reason} if reason else {}

    def chosen(board: Board) -> list[Draft]:
        drafts = _task_drafts(board, "claim", ids, given)
        return [_named_loser(draft, board) for draft in drafts] if takeover else drafts

    return _claimed(workspace, chosen)


def claim_next(workspace: Workspace) -> list[Outcome]:
    """Take the ready task that suits the session best: its own first, nobody's next.

    When another session wins it meanwhile, the next. Raises: Refused when none is ready for it.
    """

    def best(board: Board) -> list[Draft]:
        mine = [entry for entry in ready_for(board, board.me) if entry.owner in ("", board.me)]
        if not mine:
            raise Refused(f"nothing is ready for {board.me}: `coord-tui ready --explain` says why")
        id = mine[0].task.id
        return [Draft(id, "claim", {"task": id})]

    outcomes = _claimed(workspace, best)
    while not outcomes[0].accepted:
        outcomes = _claimed(workspace, best)
    return outcomes


def _claimed(workspace: Workspace, choose: Choose) -> list[Outcome]:
    """Record claims, and note which of the tasks' files are in others' hands."""
    notes: dict[str, str] = {}

    def drafts(board: Board) -> Sequence[Draft]:
        chosen = choose(board)
        notes.update((draft.target, _held_by_others(board, draft.target)) for draft in chosen)
        return chosen

    outcomes = workspace.record(drafts)
    return [o._replace(note=notes[o.target]) if o.accepted else o for o in outcomes]


def _named_loser(draft: Draft, board: Board) -> Draft:
    """The draft with the session from which the task is taken, if it is anyone's."""
    entry = board.task(draft.target)
    loser = (entry.claimed_by or entry.owner) if entry else ""
    loses = loser not in ("", board.me)
    return draft._replace(fields={**draft.fields, "from": loser}) if loses else draft


def _held_by_others(board: Board, task: str) -> str:
    """Which of a task's files other sessions hold at the moment."""
    entry = board.task(task)
    files = filter(None, map(of_task, entry.task.files)) if entry else ()
    others = [
        hold.reservation
        for hold in board.holds
        if hold.reservation.exclusive and hold.reservation.session != board.me
    ]
    return ", ".join(
        f"{file.text.lstrip('/')} is held by {other.session} too"
        for file in files
        for other in others
        if other.task != task and overlap(file, parse(other.pattern))
    )


def release(workspace: Workspace, ids: Sequence[str]) -> list[Outcome]:
    """Give claimed tasks back, undone."""
    return _about_tasks(workspace, "release", ids)


def done(workspace: Workspace, task: str, commit: str = "HEAD") -> list[Outcome]:
    """Finish a task by a commit, and say what that unblocked, for whom.

    Raises: BadInput when there is no such task or commit.
    """
    from coord_tui.adapters.commits import commit_sha  # a claim need not load it

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


def reopen(workspace: Workspace, ids: Sequence[str]) -> list[Outcome]:
    """Make done or dropped tasks work again."""
    return _about_tasks(workspace, "reopen", ids)


def assign(workspace: Workspace, task: str, session: str) -> list[Outcome]:
    """Say whose task it is; a word of `NOBODY`: nobody's.

    Raises: BadInput when there is no such session or task.
    """
    check_named("session", [session])
    fields = {} if session in NOBODY else {"owner": session}

    def drafts(board: Board) -> list[Draft]:
        check("session", fields.values(), sessions(board))
        return _task_drafts(board, "assign", [task], fields)

    return workspace.record(drafts)


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

    Raises: BadInput without a title, for an id or pattern that a plan could not have, and when
        there is no such dependency, group or owner.
    """
    check_said(title, "a task needs a title: give it in quotes")
    check_id(id)
    for pattern in files:
        parse(pattern)

    def task(board: Board) -> list[Draft]:
        check("group", [group], groups(board))
        check("session", [owner], sessions(board))
        known = [*tasks(board), *groups(board)]
        check("task or group", after, known)
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


def _free_id(known: Sequence[str]) -> str:
    return next(id for n in range(1, len(known) + 2) if (id := f"T{n}") not in known)


def _about_tasks(
    workspace: Workspace, kind: str, ids: Sequence[str], **fields: object
) -> list[Outcome]:
    return workspace.record(lambda board: _task_drafts(board, kind, ids, fields))


def _task_drafts(
    board: Board, kind: str, ids: Sequence[str], fields: Mapping[str, object]
) -> list[Draft]:
    """One draft for each task. Raises: BadInput, and so writes nothing, if one does not exist."""
    check_named("task", ids)
    check("task", ids, tasks(board))
    return [Draft(id, kind, {"task": id, **fields}) for id in dict.fromkeys(ids)]
