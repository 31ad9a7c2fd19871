"""Opens the screen; the only module of the command line that loads Textual."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from threading import Thread

from coord_tui.errors import BadInput
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.core.importing.review import Review
    from coord_tui.presentation.import_changes import Choices
    from coord_tui.workspace.import_target import Target
    from coord_tui.workspace.importing import Documents, Prepared

FRAMES = "120"
"""Frames a second at most: a change waits for the next one before it is seen; an idle screen makes
none."""


def from_options(options: Namespace) -> int:
    """Open the screen for whoever typed the program's name, and stay until it is left.

    Raises: BadInput with `--json`, which only commands have.
    """
    if options.json:
        raise BadInput("--json belongs to a command: `coord-tui --help` lists them")
    return open_screen(Workspace.open(options.repo, options.session))


def open_screen(workspace: Workspace) -> int:
    """Open the screen over a live workspace, which is read while Textual loads; its exit code.

    Raises: BadInput where there is no terminal to open it on; what makes the first reading fail.
    """
    _check_terminal("`coord-tui status` says the same in text")
    from coord_tui.workspace.live import Live

    workspace.via = "screen"
    live = Live(workspace)
    reading = Thread(target=live.begin)
    reading.start()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # Textual reads it once, when it is loaded
    from coord_tui.tui.app import CoordApp

    reading.join()
    live.first()
    gc.freeze()  # what was loaded stays: no collection need look at it
    gc.enable()
    app = CoordApp(workspace, live)
    app.run()
    return app.return_code or 0


def open_review(
    documents: Documents, review: Review, target: Target, choices: Choices
) -> Prepared | None:
    """Open the review of an import over the whole terminal; what was written, if anything was.

    Raises: BadInput where there is no terminal to open it on.
    """
    _check_terminal("without --review the command asks line by line, or says what it read")
    from coord_tui.tui.review_app import ReviewApp

    return ReviewApp(documents, review, target, choices).run()


def _check_terminal(instead: str) -> None:
    # Textual reads from the first and draws on the last; what is printed goes to the second.
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise BadInput(f"the screen needs a terminal: {instead}")
