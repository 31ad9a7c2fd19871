"""What each command does on the screen: ask for words where words are needed, then act.

Whether it is allowed is never decided here: the workspace tries it, and its answer is shown.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coord_tui.errors import BadInput
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.workspace import actions
from coord_tui.workspace.words import check, sessions

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

Act = Callable[["MainScreen", Subject], None]

NO_TASK = "this row is no task: go to the tasks with 2"
NO_FILE = "this row is no file: choose one with 1 or 3"
NO_MESSAGES = "messages are marked as read in the channel: go there with 4"


def claim(screen: "MainScreen", subject: Subject) -> None:
    """Take the task under the cursor; when its claim went stale, from its holder."""
    task = subject.task
    if not task:
        screen.refuse(NO_TASK)
        return
    entry = screen.snapshot.board.task(task)
    takeover = entry is not None and entry.stale
    screen.act(f"claimed {task}", lambda w: actions.claim(w, [task], takeover=takeover))


def release(screen: "MainScreen", subject: Subject) -> None:
    """Give the task under the cursor back."""
    task = subject.task
    if not task:
        screen.refuse(NO_TASK)
        return
    screen.act(f"released {task}", lambda w: actions.release(w, [task]))


def done(screen: "MainScreen", subject: Subject) -> None:
    """Finish the task under the cursor, by a commit that is asked for."""
    task = subject.task
    if not task:
        screen.refuse(NO_TASK)
        return

    def finish(commit: str | None) -> None:
        if commit is not None:
            screen.act(f"{task} is done", lambda w: actions.done(w, task, commit or "HEAD"))

    hint = "the commit that did it: a name, a branch or HEAD"
    _ask(screen, Prompt(f"Done: {inert(task)}", value="HEAD", hint=hint), finish)


def announce(screen: "MainScreen", subject: Subject) -> None:
    """Say that the file under the cursor is about to be edited, and what for."""
    path = subject.path
    if not path or path.endswith("/"):
        screen.refuse(NO_FILE)
        return

    def tell(intent: str | None) -> None:
        if intent is not None:
            top = screen.workspace.layout.top
            screen.act(f"announced {path}", lambda w: actions.announce(w, path, intent, cwd=top))

    title = f"Announce {inert(path)}"
    prompt = Prompt(title, hint="what you are about to change in it", refusal=_needs_words)
    _ask(screen, prompt, tell)


def message(screen: "MainScreen", subject: Subject) -> None:
    """Say something to all, or to the sessions named first with @."""

    def say(text: str | None) -> None:
        if text is not None:
            to, words = addressed(text)
            about = subject.task or subject.path
            screen.act("said", lambda w: actions.say(w, words, to=to, about=about))

    known = sessions(screen.snapshot.board)
    others = " ".join(f"@{name}" for name in known if name != screen.workspace.me)
    hint = f"to all; or begin with {inert(others)}" if others else "to all"
    title = f"Message about {inert(subject.task or subject.path)}".removesuffix(" about ")
    _ask(screen, Prompt(title, hint=hint, refusal=partial(_not_sayable, known)), say)


def addressed(text: str) -> tuple[tuple[str, ...], str]:
    """The names that a message begins with (`@junior @third words`), and its words."""
    to: list[str] = []
    words = text.split()
    while len(to) < len(words) and words[len(to)].startswith("@") and words[len(to)] != "@":
        to.append(words[len(to)][1:])
    rest = text.split(maxsplit=len(to))[len(to) :] if to else [text]
    return tuple(to), "".join(rest)


def _not_sayable(known: list[str], text: str) -> str:
    """Why a message cannot go out; a name that nobody has is found while it can be mended."""
    to, words = addressed(text)
    try:
        check("session", to, known)
    except BadInput as error:
        return str(error)
    return _needs_words(words)


def _needs_words(text: str) -> str:
    return "" if text.strip() else "say it in a few words"


def _ask(screen: "MainScreen", prompt: Prompt, then: Callable[[str | None], None]) -> None:
    """Ask for words; not an observer, whose words could go nowhere."""
    if screen.workspace.me:
        screen.app.push_screen(prompt, then)
    else:
        screen.act("", lambda workspace: workspace.record(lambda board: []))  # it says why


def read(screen: "MainScreen", subject: Subject) -> None:
    """Acknowledge the messages that stand unread, where one sees them."""
    if subject.pane != "channel":
        screen.refuse(NO_MESSAGES)
    elif not screen.snapshot.board.unread:
        screen.tell("nothing is unread")
    else:
        screen.act("marked as read", actions.ack)


def details(screen: "MainScreen", subject: Subject) -> None:
    """Show everything about the row under the cursor."""
    screen.show_details(subject)


ACTS: dict[str, Act] = {
    "tasks.claim": claim,
    "tasks.release": release,
    "tasks.done": done,
    "tree.announce": announce,
    "channel.message": message,
    "channel.read": read,
    "screen.details": details,
}
