"""What keys do about files of others, or held by others: ask for one, grant it, deny it."""

from typing import TYPE_CHECKING

from coord_tui.core.protocol import worked_on
from coord_tui.core.state import Request
from coord_tui.core.times import span, text_of
from coord_tui.presentation.answering import request_of
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.focus import tree_of
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

NO_PATH = "this row is no file: choose one with 1 or 3"


def ask(screen: "MainScreen", subject: Subject) -> None:
    """Ask for the path under the cursor: its owner, or who holds it."""
    path = subject.path
    if not path:
        screen.refuse(NO_PATH)
        return
    owner = subject.owner or "its owner"

    def send(why: str) -> None:
        screen.act(f"asked {owner} for {path}", lambda w: _ask(w, path, why))

    hint = "why you want to edit it; the answer comes into the channel"
    prompt = Prompt(f"Ask {inert(owner)} for {inert(path)}", hint=hint, refusal=needs_words)
    screen.ask(prompt, send, Draft(path, "ask", {"path": path, "why": hint}))


def _ask(workspace: Workspace, path: str, why: str) -> list[Outcome]:
    """Ask; the note is about commands, which nobody needs who has the screen."""
    outcomes = actions.ask(workspace, path, why, cwd=workspace.layout.top)
    return [outcome._replace(note="") for outcome in outcomes]


def grant(screen: "MainScreen", subject: Subject) -> None:
    """Grant what a session asked for; words are welcome, enter alone is enough."""
    request = _meant(screen, subject, "grant")
    if request is None:
        return

    def give(words: str) -> None:
        screen.act(f"granted {request.path}", lambda w: actions.grant(w, request.id, words))

    lasts = span(screen.snapshot.board.plan.reservations.expire_after)
    who = inert(request.session)
    does = f"hands it over to {who}" if request.reservation else f"lets {who} edit it for {lasts}"
    edits = "you have edits in it; " if request.reservation and _edited(screen, request) else ""
    hint = f"{_asked(request)}: {edits}enter {does}; words are welcome"
    prompt = Prompt(f"Grant {who}: {inert(request.path)}", hint=hint)
    until = text_of(screen.snapshot.board.now)
    screen.ask(prompt, give, Draft(request.path, "grant", {"request": request.id, "until": until}))


def _edited(screen: "MainScreen", request: Request) -> bool:
    """Whether the file that is to be handed over is changed here, or committed and not pushed."""
    own = tree_of(screen.snapshot, "")
    return own is not None and request.path in worked_on(own)


def deny(screen: "MainScreen", subject: Subject) -> None:
    """Say no, with words; after a grant this ends it."""
    request = _meant(screen, subject, "deny")
    if request is None:
        return

    def refuse(words: str) -> None:
        screen.act(f"denied {request.path}", lambda w: actions.deny(w, request.id, words))

    hint = f"{_asked(request)}: say why not, or what to do instead"
    prompt = Prompt(
        f"Deny {inert(request.session)}: {inert(request.path)}", hint=hint, refusal=needs_words
    )
    screen.ask(prompt, refuse, Draft(request.path, "deny", {"request": request.id}))


def _meant(screen: "MainScreen", subject: Subject, answer: str) -> Request | None:
    """The request that is to be answered; the prompt says which one, before anything is."""
    request = request_of(screen.snapshot.board, subject, answer)
    if request is None:
        screen.refuse("nobody asks for a file of yours")
    return request


def _asked(request: Request) -> str:
    return f"“{inert(request.why, 200)}”"


def needs_words(text: str) -> str:
    """Why an answer of no words cannot be taken."""
    return "" if text.strip() else "say it in a few words"
