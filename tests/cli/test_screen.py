"""Opening the screen: only where it can be drawn, only when there is something to show."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repos import Repo

ROOT = Path(__file__).parents[2]

NAMES = ("stdin", "stdout", "stderr")

OPEN = "import sys; from coord_tui.cli.main import run; sys.exit(run([]))"
FAILS = """
from coord_tui.workspace.workspace import Workspace
Workspace.snapshot = lambda *_, **__: 1 // 0
"""
LEAVES = """
from coord_tui.tui.app import CoordApp
CoordApp.on_ready = lambda app: app.exit(return_code={})
"""


def on_a_terminal(place: Repo, script: str, *elsewhere: str) -> tuple[int, str]:
    """The exit code of a Python script in a terminal, and all that it printed anywhere.

    Of stdin, stdout and stderr, those named are no terminal.
    """
    ours, theirs = pty.openpty()
    log = place.path / ".git" / "elsewhere"
    with log.open("w+") as other:
        streams = {name: other if name in elsewhere else theirs for name in NAMES}
        running = subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=place.path, env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"},
            start_new_session=True, **streams,  # type: ignore[call-overload]
        )  # fmt: skip
    os.close(theirs)
    shown = b""
    while piece := _read(ours):
        shown += piece
    os.close(ours)
    return running.wait(), shown.decode() + log.read_text()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.parametrize("name", NAMES)
def test_without_a_terminal_to_draw_on_it_says_so(name: str, place: Repo) -> None:
    code, shown = on_a_terminal(place, OPEN, name)
    assert code == 2
    assert shown.strip() == (
        "coord-tui: the screen needs a terminal: `coord-tui status` says the same in text"
    )


def test_a_first_reading_that_git_refuses_is_one_line(place: Repo) -> None:
    place.write(".git/index", "garbage")
    code, shown = on_a_terminal(place, OPEN)
    assert code == 3
    assert shown.startswith("coord-tui: git ")
    assert shown.strip().count("\n") == 0


def test_a_first_reading_that_fails_as_nobody_foresaw_is_one_line_too(place: Repo) -> None:
    code, shown = on_a_terminal(place, FAILS + OPEN)
    assert code == 3
    assert shown.startswith("coord-tui: unexpected ZeroDivisionError: ")
    assert shown.strip().count("\n") == 0


@pytest.mark.parametrize("code", [0, 4])
def test_the_exit_code_is_the_screen_s(code: int, place: Repo) -> None:
    ended, shown = on_a_terminal(place, LEAVES.format(code) + OPEN)
    assert "Traceback" not in shown
    assert ended == code, shown
