"""Opens the demo and leaves nothing behind, however it ends."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from coord_tui.demo.play import ask
from coord_tui.demo.play import play as act
from coord_tui.demo.repository import World, build
from coord_tui.workspace.workspace import Workspace

Opener = Callable[[Workspace], int]


def run(open_screen: Opener, *, play: bool) -> int:
    """Build the world, open the screen in it as `senior`, and remove it when the screen closes.

    With `play`, a second session acts meanwhile; without it, it has only asked for something. The
    exit code is the screen's.
    """
    with _ends_by_exception(), tempfile.TemporaryDirectory(prefix="coord-tui-demo-") as root:
        world = build(os.path.realpath(root))
        if not play:
            act(world, pause=0, steps=(ask,))
        with _second_session(world) if play else _nobody():
            return open_screen(Workspace.open(world.senior, "senior"))


@contextmanager
def _second_session(world: World) -> Iterator[None]:
    """A process of its own, as a real second session would be; it ends with the screen."""
    process = subprocess.Popen(
        [sys.executable, "-m", "coord_tui.demo.play", *world],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # the screen has the terminal
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def _nobody() -> Iterator[None]:
    yield


@contextmanager
def _ends_by_exception() -> Iterator[None]:
    """Let a closed terminal or a kill unwind the stack, so that everything is cleaned up."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signals = (signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(number, leave) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
