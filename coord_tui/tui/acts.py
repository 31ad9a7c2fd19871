"""What each command does on the screen: ask for words where words are needed, then act.

Whether it is allowed is never decided here: the workspace tries it, and its answer is shown. What
a task lacks to be free (`_obstacle`) only decides whether a reason is asked for.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coord_tui.core.board import TaskEntry
from coord_tui.errors import BadInput
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.text import inert
from coord_tui.tui.editor_acts import NOT_YOURS, edit
from coord_tui.tui.import_acts import bring_in
from coord_tui.tui.looking_acts import foresee, look
from coord_tui.tui.request_acts import ask, deny, grant, needs_words
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.tui.sharing_acts import finish, pull
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.words import check, sessions
from coord_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

Act = Callable[["MainScreen", Subject], None]

NO_TASK = "this row is no task: go to the tasks with 2"
NO_FILE = "this row is no file: choose one with 1 or 3"
NO_MESSAGES = "messages are marked as read in the channel: go there with 4"


def claim(screen: "MainScreen", subject: Subject) -> None:
    """Take the task under the cursor; one that is not free, with a reason, which is told."""
    task = subject.task
    entry = screen.snapshot.board.task(task)
    if entry is None:
        screen.refuse(NO_TASK)
        return
    obstacle = "" if entry.stale else _obstacle(entry, screen.workspace.me)
    if not obstacle:
        takeover = entry.stale
        screen.act(f"claimed {task}", lambda w: actions.claim(w, [task], takeover=takeover))
        return

    def take(reason: str) -> None:
        screen.act(
            f"took over {task}", lambda w: actions.claim(w, [task], takeover=True, reason=reason)
        )

    hint = f"{obstacle}: say why you take it, and everybody reads it"
    prompt = Prompt(f"Take over {inert(task)}", hint=inert(hint), refusal=needs_words)
    screen.ask(prompt, take, Draft(task, "claim", {"task": task, "takeover": True, "reason": "?"}))


def _obstacle(entry: TaskEntry, me: str) -> str:
    """What stands between a session and an open task that could be taken over."""
    if entry.status == "claimed" and entry.claimed_by != me:
        return f"claimed by {entry.claimed_by}"
    if entry.status == "blocked":
        return f"waits for {', '.join(entry.waits_for)}"
    if entry.status == "ready" and entry.owner not in ("", me):
        return f"assigned to {entry.owner}"
    return ""


def release(screen: "MainScreen", subject: Subject) -> None:
    """Give the task under the cursor back."""
    _on_task(screen, subject, "released", actions.release)


def reopen(screen: "MainScreen", subject: Subject) -> None:
    """Make the done task under the cursor work again."""
    _on_task(screen, subject, "reopened", actions.reopen)


def _on_task(
    screen: "MainScreen",
    subject: Subject,
    words: str,
    use_case: Callable[[Workspace, list[str]], list[Outcome]],
) -> None:
    task = subject.task
    if task:
        screen.act(f"{words} {task}", lambda w: use_case(w, [task]))
    else:
        screen.refuse(NO_TASK)


def done(screen: "MainScreen", subject: Subject) -> None:
    """Finish the task under the cursor, by a commit that is asked for."""
    task = subject.task
    if not task:
        screen.refuse(NO_TASK)
        return

    def finish(commit: str) -> None:
        screen.act(f"{task} is done", lambda w: actions.done(w, task, commit or "HEAD"))

    hint = "the commit that did it: a name, a branch or HEAD"
    prompt = Prompt(f"Done: {inert(task)}", value="HEAD", hint=hint)
    screen.ask(prompt, finish, Draft(task, "done", {"task": task}))


def assign(screen: "MainScreen", subject: Subject) -> None:
    """Say whose the task under the cursor is."""
    task, known = subject.task, sessions(screen.snapshot.board)
    if not task:
        screen.refuse(NO_TASK)
        return

    def give(name: str) -> None:
        screen.act(f"assigned {task} to {name}", lambda w: actions.assign(w, task, name))

    hint = inert(f"{', '.join(known)}, or {actions.NOBODY[-1]}")
    refusal = partial(_unknown_session, [*known, *actions.NOBODY])
    prompt = Prompt(f"Assign {inert(task)} to", hint=hint, refusal=refusal)
    screen.ask(prompt, give, Draft(task, "assign", {"task": task, "owner": screen.workspace.me}))


def add(screen: "MainScreen", subject: Subject) -> None:
    """Add a task to the current group."""

    def create(title: str) -> None:
        screen.act(f"added “{title}”", lambda w: actions.add(w, title))

    prompt = Prompt("A new task", hint="its title, in one line", refusal=needs_words)
    screen.ask(prompt, create)


def announce(screen: "MainScreen", subject: Subject) -> None:
    """Say that the file under the cursor is about to be edited, and what for."""
    path, top = subject.path, screen.workspace.layout.top
    if subject.owner:  # there is nothing to announce before that one says yes
        ask(screen, subject)
        return
    if subject.worktree:
        screen.refuse(NOT_YOURS)
        return
    if not path or path.endswith("/"):
        screen.refuse(NO_FILE)
        return

    def tell(intent: str) -> None:
        screen.act(f"announced {path}", lambda w: actions.announce(w, path, intent, cwd=top))

    hint = "what you are about to change in it"
    prompt = Prompt(f"Announce {inert(path)}", hint=hint, refusal=needs_words)
    screen.ask(prompt, tell, Draft(path, "announce", {"path": path, "intent": hint}))


def reserve(screen: "MainScreen", subject: Subject) -> None:
    """Hold a path or glob, the one under the cursor to begin with."""
    top = screen.workspace.layout.top

    def hold(pattern: str) -> None:
        screen.act(f"reserved {pattern}", lambda w: actions.reserve(w, [pattern], cwd=top))

    hint = "a path, or a glob such as src/api/**"
    screen.ask(Prompt("Reserve", value=subject.path, hint=hint, refusal=needs_words), hold)


def unreserve(screen: "MainScreen", subject: Subject) -> None:
    """Give back the path under the cursor."""
    path, top = subject.path, screen.workspace.layout.top
    if path:
        screen.act(f"gave back {path}", lambda w: actions.unreserve(w, [path], cwd=top))
    else:
        screen.refuse(NO_FILE)


def message(screen: "MainScreen", subject: Subject) -> None:
    """Say something to all, or to the sessions named first with @."""

    def say(text: str) -> None:
        about = subject.task or subject.path
        screen.act("said", lambda w: actions.say(w, text, about=about))

    known = sessions(screen.snapshot.board)
    others = " ".join(f"@{name}" for name in known if name != screen.workspace.me)
    hint = f"to all; or begin with {inert(others)}" if others else "to all"
    title = f"Message about {inert(subject.task or subject.path)}".removesuffix(" about ")
    screen.ask(Prompt(title, hint=hint, refusal=partial(_not_sayable, known)), say)


def _not_sayable(known: list[str], text: str) -> str:
    """Why a message cannot go out; a name that nobody has is found while it can be mended."""
    to, words = actions.addressed(text)
    return next(filter(None, (_unknown_session(known, name) for name in to)), needs_words(words))


def _unknown_session(known: list[str], name: str) -> str:
    try:
        check("session", [name], known)
    except BadInput as error:
        return str(error)
    return needs_words(name)


def read(screen: "MainScreen", subject: Subject) -> None:
    """Acknowledge the messages that stand unread, where one sees them."""
    if subject.pane != "channel":
        screen.refuse(NO_MESSAGES)
    elif not screen.snapshot.board.unread:
        screen.tell("nothing is unread")
    else:
        screen.act("marked as read", actions.ack)


def sync(screen: "MainScreen", subject: Subject) -> None:
    """Bring the channel and the remote's together now; the result is told when it is there."""
    screen.sync_now()


ACTS: dict[str, Act] = {
    "tasks.claim": claim,
    "tasks.release": release,
    "tasks.done": done,
    "tasks.reopen": reopen,
    "tasks.assign": assign,
    "tasks.add": add,
    "tree.announce": announce,
    "tree.reserve": reserve,
    "tree.unreserve": unreserve,
    "tree.ask": ask,
    "tree.pull": pull,
    "tree.finish": finish,
    "tree.edit": edit,
    "channel.grant": grant,
    "channel.deny": deny,
    "channel.sync": sync,
    "channel.message": message,
    "channel.read": read,
    "screen.details": look,
    "look.conflicts": foresee,
    "setup.import": bring_in,
}
