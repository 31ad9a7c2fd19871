"""Opens the screen; the only module of the command line that loads Textual."""

import gc
import sys
from argparse import Namespace
from threading import Thread

from coord_tui.errors import BadInput
from coord_tui.workspace.workspace import Workspace


def from_options(options: Namespace) -> int:
    """Open the screen for whoever typed the program's name, and stay until it is left.

    Raises: BadInput with `--json`, which only commands have.
    """
    if options.json:
        raise BadInput("--json belongs to a command: `coord-tui --help` lists them")
    open_screen(Workspace.open(options.repo, options.session))
    return 0


def open_screen(workspace: Workspace) -> None:
    """Open the screen over a live workspace, which is read while Textual loads.

    Raises: BadInput where there is no terminal to open it on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput("the screen needs a terminal: `coord-tui status` says the same in text")
    from coord_tui.workspace.live import Live

    live = Live(workspace)
    reading = Thread(target=live.begin)
    reading.start()
    from coord_tui.tui.app import open_screen as run

    reading.join()
    gc.freeze()  # what was loaded stays: no collection need look at it
    gc.enable()
    run(workspace, live)
