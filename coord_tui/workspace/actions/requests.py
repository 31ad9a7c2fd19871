"""What sessions do about files of others, or held by others: ask for one, grant it, deny it."""

import os

from coord_tui.adapters.git_status import read_paths
from coord_tui.adapters.layout import relative
from coord_tui.core.board import Board
from coord_tui.core.patterns import escape, parse
from coord_tui.core.shell import word
from coord_tui.core.short_ids import short_id
from coord_tui.core.state import Request
from coord_tui.core.times import given_for, text_of
from coord_tui.errors import BadInput, EnvironmentFailed
from coord_tui.workspace.actions.files import named_place
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.request_words import request_named
from coord_tui.workspace.words import check, check_said, tasks
from coord_tui.workspace.workspace import Workspace

EDITS = "you have uncommitted edits in it: finish or undo them"


def ask(
    workspace: Workspace, path: str, why: str, *, task: str = "", cwd: str = ""
) -> list[Outcome]:
    """Ask the owner of a path for leave to edit it, or who holds it to hand it over.

    A note says who was asked, and by which id. The path is typed in the folder `cwd`; empty: at the
    top of the repository. So in the others.
    Raises: BadInput without words, for what is no path in the repository, and for no task.
    """
    check_said(why, "asked for what? Say in quotes why you want to edit it")
    where = named_path(workspace, path, cwd)
    fields = {"path": where, "why": why} | ({"task": task} if task else {})

    def draft(board: Board) -> list[Draft]:
        check("task", [task], tasks(board))
        return [Draft(where, "ask", fields)]

    outcomes = workspace.record(draft)
    return [_asked(workspace.board(), o) if o.accepted and o.event else o for o in outcomes]


def named_path(workspace: Workspace, path: str, cwd: str) -> str:
    """What was typed, relative to the top; a folder ends in `/`. Raises: BadInput."""
    where = relative(workspace.layout, path, cwd or workspace.layout.top)
    if where == ".":
        raise BadInput(f"{path!r} is the whole repository: name what you need of it")
    folder = path.endswith("/") or os.path.isdir(os.path.join(workspace.layout.top, where))
    return f"{where}/" if folder else where


def _asked(board: Board, outcome: Outcome) -> Outcome:
    """The outcome with a note of who was asked, and what to do next."""
    id = outcome.event.id if outcome.event else ""
    request = next((one for one in board.requests if one.id == id), None)
    if request is None:
        return outcome
    short = word(short_id(id, [one.id for one in board.requests]))
    what = ", who holds it" if request.reservation else ""
    note = f"request {short} to {request.owner}{what}: `coord-tui wait --request {short}`"
    return outcome._replace(note=note)


def grant(
    workspace: Workspace,
    request: str,
    words: str = "",
    *,
    lasts: int = 0,
    scope: str = "",
    cwd: str = "",
) -> list[Outcome]:
    """Let who asked edit the path, or all that the scope takes in, for `lasts` seconds.

    What is asked to be handed over passes on as it is, and lasts so long after its new holder's
    last event. 0 seconds mean as long as a reservation holds; to grant the same anew does not make
    it longer. Raises: BadInput when the word names no request of those for this session, or
    several, and for a scope of what is handed over.
    """
    pattern = _scope(workspace, scope, cwd) if scope else ""

    def draft(board: Board) -> list[Draft]:
        found = _for_me(workspace, request, board, cwd)
        if found.reservation:
            return [_handover(found, words, pattern, lasts)]
        return [_leave(board, found, words, pattern, lasts)]

    outcomes = workspace.record(draft)
    return [_granted(workspace, o) if o.accepted and o.event else o for o in outcomes]


def _handover(found: Request, words: str, scope: str, lasts: int) -> Draft:
    if scope:
        raise BadInput(f"what you hold of {found.path} is handed over as it is: leave out --scope")
    more: dict[str, object] = {"words": words, "lasts": lasts}
    fields = {"request": found.id} | {name: value for name, value in more.items() if value}
    return Draft(found.path, "grant", fields)


def _leave(board: Board, found: Request, words: str, scope: str, lasts: int) -> Draft:
    more = {"words": words, "scope": scope}
    fields = {"request": found.id, "until": _until(board, found, scope, lasts)}
    return Draft(found.path, "grant", fields | {k: v for k, v in more.items() if v})


def _scope(workspace: Workspace, scope: str, cwd: str) -> str:
    """What was typed, as a pattern from the top. Raises: BadInput."""
    named = named_place(workspace, scope, cwd)
    pattern = escape(named["path"]) if "path" in named else named["pattern"]
    parse(pattern)
    return pattern


def _until(board: Board, request: Request, scope: str, lasts: int) -> str:
    """When the grant ends; one that holds and is given again without a time ends when it did."""
    holds = request.answer == "grant" and request.until > text_of(board.now)
    if holds and not lasts and request.scope == scope:
        return request.until
    return text_of(board.now + (lasts or board.plan.reservations.expire_after))


def _granted(workspace: Workspace, outcome: Outcome) -> Outcome:
    """The outcome with a note of to whom, what, and for how long."""
    board, event = workspace.board(), outcome.event
    found = next((r for r in board.requests if event and r.id == event.text("request")), None)
    if event is None or found is None:
        return outcome
    if found.reservation:
        given = f"handed over to {found.session}, who holds it now"
        edits = EDITS if _is_edited(workspace, found.path) else ""
        return outcome._replace(note="; ".join(filter(None, (given, edits))))
    scope = event.text("scope").removeprefix("/")
    what = f", all of {scope}" if scope else ""
    lasts = given_for(event.at, event.text("until"))
    return outcome._replace(note=f"to {found.session}{what}, for {lasts}")


def _is_edited(workspace: Workspace, path: str) -> bool:
    """Whether the path has uncommitted edits here; what git cannot tell is not said."""
    try:
        return bool(read_paths(workspace.git, [path]))
    except EnvironmentFailed:
        return False


def deny(workspace: Workspace, request: str, words: str, *, cwd: str = "") -> list[Outcome]:
    """Refuse leave, with words; after a grant this ends it.

    Raises: BadInput without words, and as `grant`.
    """
    check_said(words, "denied why? Give the reason in quotes")

    def draft(board: Board) -> list[Draft]:
        found = _for_me(workspace, request, board, cwd)
        return [Draft(found.path, "deny", {"request": found.id, "words": words})]

    return workspace.record(draft)


def _for_me(workspace: Workspace, word: str, board: Board, cwd: str) -> Request:
    """The request that the word means, of those for this session; any other by its whole id."""
    known = next((one for one in board.requests if one.id == word), None)
    mine = [one for one in board.requests if one.owner == board.me]
    return known or request_named(word, typed_path(workspace, word, cwd), board, mine)


def typed_path(workspace: Workspace, word: str, cwd: str) -> str:
    """The word read as a path that was typed in a folder; as it stands when it is none."""
    try:
        return relative(workspace.layout, word, cwd or workspace.layout.top)
    except BadInput:
        return word
