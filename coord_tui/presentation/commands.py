"""Everything a person or agent can do, each written once.

The foot, the palette, the help screen, the command line's help and the README's table of keys are
all made from this table. Whether an act is *allowed* is for the rules to say when it is tried;
`means` only says whether it has a meaning for the row under the cursor.
"""

from collections.abc import Callable
from typing import NamedTuple

from coord_tui.core.board import Board, TaskEntry
from coord_tui.core.radar import Pair, Place
from coord_tui.presentation.answering import about, request_of


class Subject(NamedTuple):
    """The row under the cursor: in which pane, and what it stands for."""

    pane: str = ""
    """`ownership`, `tasks`, `tree` or `channel`."""
    task: str = ""
    path: str = ""
    event: str = ""
    owner: str = ""
    """Whom to ask for the file before it is edited; empty: nobody."""
    worktree: str = ""
    """Absolute path of the working tree that the file is in; empty: the reader's own."""
    pair: str = ""
    """Of a row of the conflict radar: which pair it is, as `pair_name` says it."""
    everywhere: bool = False
    """Whether the file is meant in each working tree that changes it."""
    state: str = ""
    """How the file is changed in its working tree, git's letter; empty: it is not."""
    committed: bool = False
    """Whether a commit changes it that is not pushed, or that the others were not told of."""
    next: str = ""
    """What comes next for the file: `announce pull edit finish`; empty: nothing does."""
    behind: bool = False
    """Whether the reader's branch lacks commits that its upstream has."""
    announced: str = ""
    """By which path or glob the reader announced or reserved the file; empty: it did not."""
    stopped: str = ""
    """What git is in the middle of in the reader's working tree: it must be done with that first."""


class Command(NamedTuple):
    """One thing that can be done, on the screen by a key and on the command line by its name."""

    id: str
    """`pane.verb`, the id of its key binding."""
    name: str
    """Its word on the command line; empty if it only makes sense on the screen."""
    help: str
    """One line, for help in both fronts."""
    key: str = ""
    example: str = ""
    """Arguments of a good example on the command line."""
    means: Callable[[Board, Subject], str] | None = None
    """What the key does to the row, as the foot says it; empty: nothing. None: not in the foot."""


def _entry(board: Board, subject: Subject) -> TaskEntry | None:
    return board.task(subject.task) if subject.task else None


def _claim(board: Board, subject: Subject) -> str:
    entry = _entry(board, subject)
    if entry is None or not board.me or entry.claimed_by == board.me:
        return ""
    if entry.status == "ready" and entry.owner in ("", board.me):
        return f"claim {subject.task}"
    return f"take over {subject.task}" if entry.status in ("ready", "claimed", "blocked") else ""


def _release(board: Board, subject: Subject) -> str:
    entry = _entry(board, subject)
    return f"release {subject.task}" if entry and entry.claimed_by == board.me != "" else ""


def _done(board: Board, subject: Subject) -> str:
    entry = _entry(board, subject)
    mine = entry is not None and entry.claimed_by == board.me != ""
    return f"done {subject.task}" if mine else ""


def _own_file(subject: Subject) -> str:
    """The name of the file, if it is one of the reader's own working tree: others' are looked at."""
    return "" if subject.worktree else subject.path.rpartition("/")[2]


def _announce(board: Board, subject: Subject) -> str:
    name = _own_file(subject)
    early = subject.next == "pull" and not subject.announced
    may = board.me and name and not subject.owner and (subject.next in ("", "announce") or early)
    return f"announce {name}" if may else ""


def _ask(board: Board, subject: Subject) -> str:
    mine = (one for one in board.requests if one.session == board.me and not one.answer)
    waits = any(about(one, subject.path) for one in mine)
    may = board.me and subject.owner and not subject.worktree
    return f"ask {subject.owner}" if may and not waits else ""


def _pull(_board: Board, subject: Subject) -> str:
    of_files = subject.pane in ("tree", "ownership")
    may = subject.next == "pull" or (of_files and subject.behind)
    return "pull" if may and not subject.stopped else ""


def _finish(board: Board, subject: Subject) -> str:
    may = board.me and not subject.owner and (subject.state or subject.committed)
    may = may and subject.state != "U" and not subject.stopped
    return _step("finish", _own_file(subject), subject) if may else ""


def _edit(board: Board, subject: Subject) -> str:
    may = board.me and not subject.owner and subject.state != "D"
    return _step("edit", _own_file(subject), subject) if may else ""


def _give_back(board: Board, subject: Subject) -> str:
    edited = subject.state or subject.committed
    may = board.me and subject.path and subject.announced == subject.path and not edited
    return "give back" if may else ""


def _step(verb: str, name: str, subject: Subject) -> str:
    """A step on a file, which is named unless another step is the next one and names it."""
    named = subject.next in ("", verb)
    return f"{verb} {name}" if name and named else verb if name else ""


def _grant(board: Board, subject: Subject) -> str:
    found = request_of(board, subject, "grant")
    return f"grant {found.session}" if found else ""


def _deny(board: Board, subject: Subject) -> str:
    found = request_of(board, subject, "deny")
    if found is None:
        return ""
    both = found == request_of(board, subject, "grant")  # then its key says to whom
    return "deny" if both else f"deny {found.session}"


def _sync(board: Board, subject: Subject) -> str:
    return "sync" if board.me and subject.pane == "channel" and board.contact.remote else ""


def _message(board: Board, subject: Subject) -> str:
    return "message" if board.me else ""


def _read(board: Board, subject: Subject) -> str:
    return f"mark {board.unread} read" if subject.pane == "channel" and board.unread else ""


def _details(_board: Board, subject: Subject) -> str:
    if subject.pair:
        return "conflict"
    if subject.state and not subject.path.endswith("/"):
        return "diffs" if subject.everywhere else "diff"
    return "details" if subject.task or subject.path or subject.event else ""


def pair_name(pair: Pair) -> str:
    """Which two places a pair is of, the same from one reading to the next."""
    return "\n".join(_place_name(place) for place in (pair.one, pair.other))


def _place_name(place: Place) -> str:
    return place.worktree or place.name


COMMANDS: tuple[Command, ...] = (
    Command("tasks.claim", "claim", "take a task, and with it its files", "c", "J5", _claim),
    Command("tasks.release", "release", "give a claimed task back, undone", "r", "J5", _release),
    Command("tasks.done", "done", "finish a task by a commit", "d", "J5 --commit HEAD", _done),
    Command(
        "tree.announce", "announce", "say that you are about to edit a shared file; `unreserve` gives it back", "a",
        'src/config.py "add a timeout"', _announce,
    ),
    Command("tree.ask", "ask", "ask a file's owner for leave to edit it", "a", 'src/api/router.py "register a route"', _ask),
    Command("tree.pull", "pull", "bring in what the others pushed, if nothing of yours is in the way", "p", "", _pull),
    Command("tree.finish", "finish", "commit exactly these files, push, and tell the others", "f", 'src/config.py -m "Add a timeout"', _finish),
    Command("tree.edit", "", "open the file in your editor", "e", "", _edit),
    Command("tree.unreserve", "unreserve", "give back what you announced or reserved", "r", "'src/api/**'", _give_back),
    Command("channel.grant", "grant", "let a session edit your file, for a while", "y", '3f9a "go ahead" --for 2h', _grant),
    Command("channel.deny", "deny", "refuse it, or end a grant", "n", '3f9a "I am in the middle of it"', _deny),
    Command("channel.message", "say", "tell the others something", "m", '"done by noon" --to junior', _message),
    Command("channel.read", "ack", "mark your messages as read", "space", "", _read),
    Command("channel.sync", "sync", "bring this clone's channel and the remote's together", "s", "", _sync),
    Command("screen.details", "show", "everything about a task, file, session or event; of a changed file its diff", "enter", "S4", _details),
    Command("screen.zoom", "", "the pane on the whole screen, and back", "z"),
    Command("screen.group", "", "the next or previous group of tasks", "[ ]"),
    Command("screen.panes", "", "go to a pane", "1-4 tab"),
    Command("screen.move", "", "move in a pane", "arrows j k h l"),
    Command("screen.theme", "", "dark, light, or the terminal's own sixteen colours"),
    Command("screen.help", "", "every key, and what the words mean", "?"),
    Command("screen.palette", "", "everything, by name", "ctrl+p"),
    Command("screen.quit", "", "leave", "q"),
    Command("tasks.reopen", "reopen", "make a done task work again", "", "S3"),
    Command("tasks.add", "add", "add a task that the plan does not have", "", '"Retry the upload" --owner junior'),
    Command("tasks.assign", "assign", "say whose task it is", "", "S5 junior"),
    Command("tree.reserve", "reserve", "hold a path or glob", "", "'src/api/**' --intent \"move the router\""),
    Command("look.inbox", "inbox", "what waits for you: requests, answers, losses, messages", "", ""),
    Command("look.wait", "wait", "return when something is ready, answered, free or said", "", "--request 3f9a --timeout 10m"),
    Command("look.brief", "brief", "who you are, what you hold, what is ready, on one screen", "", ""),
    Command("setup.init", "init", "write a commented coord.yaml for this repository", "", ""),
    Command("setup.demo", "demo", "try it in a throw-away repository", "", "--play"),
    Command("setup.whoami", "whoami", "say or remember who works in this worktree", "", "senior"),
    Command("setup.doctor", "doctor", "check the plan, the channel and the surroundings", "", ""),
    Command("setup.hooks", "hooks", "have git ask the guard before each commit, or an agent before each edit", "", "install --agent claude"),
    Command("setup.completion", "completion", "print completion for a shell", "", "bash"),
    Command("look.status", "status", "the branch, the tasks, the changed files, in short", "", ""),
    Command("look.ready", "ready", "what may be taken now, best first", "", "--mine"),
    Command("look.tasks", "tasks", "every task and where it stands", "", "--group round-2"),
    Command("look.log", "log", "what was announced, claimed and said", "", "-n 20"),
    Command("look.owner", "owner", "whose a file is, and by which rule", "", "src/config.py --explain"),
    Command("look.conflicts", "conflicts", "which working trees and branches could not be merged, and in which files", "", ""),
    Command("setup.import", "import", "read a document that you coordinate by into a plan", "", "COORD.md -o coord.yaml"),
    Command("setup.export", "export", "write the plan as it is today: Markdown, Mermaid, CODEOWNERS or JSON", "", "--into AGENTS.md"),
    Command("tree.guard", "guard", "say whether you may edit files, or commit what is staged", "", "src/config.py"),
)  # fmt: skip


def command(id: str) -> Command:
    """The command of that id. Raises: KeyError."""
    return BY_ID[id]


def named(name: str) -> Command:
    """The command of that word on the command line. Raises: KeyError."""
    return BY_NAME[name]


BY_ID = {command.id: command for command in COMMANDS}
BY_NAME = {command.name: command for command in COMMANDS if command.name}
