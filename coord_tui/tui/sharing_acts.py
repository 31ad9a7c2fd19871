"""What keys do along the shared-file protocol: bring in what others pushed, hand in one's own.

Both run in a thread, for as long as network and hooks take; the step that comes next is told by
the next reading, never guessed here.
"""

from typing import TYPE_CHECKING

from coord_tui.core.changed import PLAN, TREES
from coord_tui.core.protocol import CONFLICT, SHARED, progress
from coord_tui.errors import CoordError
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.focus import change_of, standing_of, tree_of
from coord_tui.presentation.pulling import told
from coord_tui.presentation.steps import skipped_words, stopped_words
from coord_tui.presentation.text import inert
from coord_tui.tui.request_acts import NO_PATH, needs_words
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

ELSEWHERE = "that file is in another working tree: its own session finishes it"
DISK = frozenset({PLAN, TREES})
"""What a pull or a commit may change."""


def finish(screen: "MainScreen", subject: Subject) -> None:
    """Commit the file under the cursor and nothing else, push, and tell the others."""
    path = subject.path
    if not path or path.endswith("/"):
        screen.refuse(NO_PATH)
        return
    if subject.worktree:
        screen.refuse(ELSEWHERE)
        return
    if subject.stopped or subject.state == "U":
        screen.refuse(stopped_words(CONFLICT if subject.state == "U" else subject.stopped))
        return
    paths = _with_origin(screen, path)
    if not subject.state:  # it is committed: only the push, or the word, is missing
        _hand_in(screen, path, paths, "")
        return
    words = [f"the commit's message; it takes {_listed(paths)} only", *_skipped(screen, path)]
    prompt = Prompt(
        f"Finish {inert(path)}",
        value=_intent(screen, path),
        hint=inert("; ".join(words)),
        refusal=needs_words,
    )
    screen.ask(prompt, lambda message: _hand_in(screen, path, paths, message))


def _hand_in(screen: "MainScreen", path: str, paths: list[str], message: str) -> None:
    def use_case(workspace: Workspace) -> list[Outcome]:
        from coord_tui.workspace.finish import finish as finish_paths

        try:
            return finish_paths(workspace, paths, message, cwd=workspace.layout.top)
        finally:
            screen.app.call_from_thread(screen.read_again, DISK)

    screen.act(f"finished {path}", use_case, doing="finishing…")


def _with_origin(screen: "MainScreen", path: str) -> list[str]:
    """The file, and where it came from when it was renamed: both belong into the commit."""
    change = change_of(tree_of(screen.snapshot, ""), path)
    renamed = change is not None and change.state == "R" and change.origin
    return [change.origin, path] if change and renamed else [path]


def _intent(screen: "MainScreen", path: str) -> str:
    """What the reader announced to do: the first words that come to mind for the commit."""
    own = standing_of(screen.snapshot, path).own
    return inert(own.reservation.intent) if own else ""


def _listed(paths: list[str]) -> str:
    return " and ".join(paths) if len(paths) > 1 else "this file"


def _skipped(screen: "MainScreen", path: str) -> tuple[str, ...]:
    """The steps that were passed over, in words."""
    snapshot, board = screen.snapshot, screen.snapshot.board
    standing = standing_of(snapshot, path)
    if standing.kind != SHARED or not board.me:
        return ()
    found = progress(path, board.me, tree_of(snapshot, ""), board)
    return skipped_words(found, standing.pull, board)


def pull(screen: "MainScreen", subject: Subject) -> None:
    """Bring in what the others pushed, unless something local is in the way."""

    def bring_in() -> None:
        from coord_tui.workspace.pull import pull as pull_branch

        try:
            with screen.under_way("pulling…"):
                done = pull_branch(screen.workspace)
        except CoordError as error:
            screen.fail(error)
        else:
            words, well = told(done)
            screen.tell(words) if well else screen.refuse(words)
        screen.app.call_from_thread(screen.read_again, DISK)

    screen.run_worker(bring_in, thread=True, group="act", exit_on_error=False)
