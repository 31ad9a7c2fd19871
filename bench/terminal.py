"""A real terminal, held by tmux: a program in it is driven by keys, and what it shows is read."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

COLUMNS, LINES = 160, 45
PATIENCE = 10.0
"""Seconds that something is waited for on the screen."""


class Terminal:
    """One program in a terminal of its own, with a socket beside its folder; `close` ends both."""

    def __init__(self, folder: Path, command: Sequence[str], env: dict[str, str]) -> None:
        self._socket = str(folder.parent / "tmux")
        told = [f"{name}={value}" for name, value in env.items()]
        size = ("-x", str(COLUMNS), "-y", str(LINES))
        self._tmux("-f", os.devnull, "new-session", "-d", *size, "-c", str(folder),
                   "env", *told, *command)  # fmt: skip

    def press(self, *keys: str) -> None:
        """Press keys, named as tmux names them."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text, and enter."""
        self._tmux("send-keys", "-l", text)
        self._tmux("send-keys", "Enter")

    def shown(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait(self, holds: Callable[[str], bool], patience: float = PATIENCE) -> str:
        """The screen as soon as that holds of it; as it is when the patience is over."""
        end = time.monotonic() + patience
        while not holds(text := self.shown()) and time.monotonic() < end:
            time.sleep(0.1)
        return text

    def close(self) -> None:
        """End the program and the terminal."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], check=False)

    def _tmux(self, *args: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *args], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"tmux {args[0]}: {done.stderr.strip()}")
        return done.stdout
