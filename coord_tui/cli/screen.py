"""Opens the screen; the only module of the command line that loads Textual."""

import gc
import os
import sys
from argparse import Namespace
from threading import Thread

from coord_tui.errors import BadInput
from coord_tui.workspace.workspace import Workspace

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
    # Textual reads from the first and draws on the last; what is printed goes to the second.
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise BadInput("the screen needs a terminal: `coord-tui status` says the same in text")
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
