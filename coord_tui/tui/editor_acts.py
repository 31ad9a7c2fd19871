"""Opening a file in the person's editor: the screen makes room for it, and comes back."""

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from coord_tui.core.changed import tree
from coord_tui.errors import CoordError
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.focus import change_of, tree_of
from coord_tui.presentation.text import inert
from coord_tui.tui.request_acts import NO_PATH
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.workspace.editing import Editing, prepare, run

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

NOT_LENT = "this terminal cannot be lent to an editor: open the file in another one"
NOT_YOURS = "that file is in another working tree: edit your own copy, or ask its session"


def edit(screen: "MainScreen", subject: Subject, line: int = 0) -> None:
    """Open the file under the cursor; what was not agreed on about it is said.

    Where the guard forbids the edit, it is asked before: the act is the person's.
    """
    path = subject.path
    if not path or path.endswith("/"):
        screen.refuse(NO_PATH)
        return
    if subject.worktree:
        screen.refuse(NOT_YOURS)
        return
    change = change_of(tree_of(screen.snapshot, ""), path)

    def find() -> None:
        try:
            editing = prepare(screen.workspace, path, change, line)
        except CoordError as error:
            screen.fail(error)
        else:
            screen.app.call_from_thread(_ask, screen, path, editing)

    screen.run_worker(find, thread=True, group="act", exit_on_error=False)


def _ask(screen: "MainScreen", path: str, editing: Editing) -> None:
    """Open it, after the person has seen what the guard forbids."""
    if not editing.forbidden:
        for words in editing.warnings:
            screen.tell(words, severity="warning")
        screen.call_after_refresh(_lend, screen, editing)
        return

    def go_on(answer: str | None) -> None:
        if answer is not None:
            _lend(screen, editing._replace(warnings=()))

    hint = f"{'; '.join(editing.warnings)}. enter opens it anyway"
    screen.app.push_screen(Prompt(f"Edit {inert(path)} anyway?", hint=inert(hint, 1000)), go_on)


def _lend(screen: "MainScreen", editing: Editing) -> None:
    """Give the editor the terminal, and read anew what it may have written."""
    try:
        with screen.app.suspend():
            trouble = run(editing)
    except SuspendNotSupported:
        trouble = NOT_LENT
    for words in (trouble,) if trouble else editing.warnings:
        screen.tell(words, severity="warning")
    screen.read_again(frozenset({tree(screen.workspace.layout.top)}))
