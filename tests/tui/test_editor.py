"""Opening a file in an editor: a real terminal is lent to a real program, and taken back."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coord_tui.tui.editor_acts import NOT_LENT
from tests.repos import Repo, isolated
from tests.tui.alive import live
from tests.tui.still import PATIENCE, dialog, pane, press, rows_of, toasts, until

TOP = Path(__file__).parent.parent.parent
SHARED, STRICT = "atlas/config.py", "guard: {mode: block}\n"
ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
"""What a terminal is told to show a screen of its own, and to go back."""


class Terminal:
    """A program in a terminal of its own, and all that it has written there."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.said = b""
        self._end, theirs = pty.openpty()
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-m", "coord_tui", "--as", "senior", "--repo", str(folder)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def until(self, words: bytes, after: int = 0) -> int:
        """Read until the words are said; where they end."""
        end = time.monotonic() + PATIENCE
        while (at := self.said.find(words, after)) < 0:
            assert time.monotonic() < end, f"waited in vain for {words!r}: {self.said[-2000:]!r}"
            if select.select([self._end], [], [], 0.1)[0]:
                self.said += os.read(self._end, 1 << 16)
        return at + len(words)

    def code(self) -> int:
        """Its exit code, once it has ended."""
        with suppress(OSError):  # as Linux tells that the other end is closed
            while read := os.read(self._end, 1 << 16):
                self.said += read
        return self._program.wait(PATIENCE)

    def close(self) -> None:
        """End it, if it has not ended by itself."""
        self._program.kill()
        self._program.wait()
        os.close(self._end)


def editor(folder: Path, text: str) -> str:
    """An editor that says what it is given, and does that."""
    file = folder / "vim"
    file.write_text(f'#!/bin/sh\necho "EDITING $@."\n{text}\n')
    file.chmod(0o755)
    return str(file)


@pytest.fixture
def terminal(place: Repo, tmp_path: Path) -> Iterator[Terminal]:
    place.write("atlas/agents/planner.py", "text\nmore\n")
    environment = isolated(dict(os.environ)) | {
        "PYTHONPATH": str(TOP),
        "HOME": str(tmp_path),
        "GIT_EDITOR": editor(tmp_path, 'echo last >> "$2"'),
    }
    made = Terminal(place.path, environment)
    yield made
    made.close()


def test_the_screen_makes_room_and_comes_back(terminal: Terminal, place: Repo) -> None:
    file = place.path / "atlas/agents/planner.py"
    drawn = terminal.until(b"Working tree")
    terminal.press("3")
    terminal.press("e")
    begun = terminal.until(f"EDITING +2 {file}.".encode(), drawn)
    assert terminal.said.find(LEFT, drawn) < begun, "the terminal is as it was"
    back = terminal.until(ENTERED, begun)
    terminal.until(b"Working tree", back)
    assert file.read_text() == "text\nmore\nlast\n"
    terminal.press("q")
    assert terminal.code() == 0


async def test_where_the_terminal_cannot_be_lent_it_says_so(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EDITOR", "true")
    place.write("atlas/agents/planner.py", "other\n")
    async with live(place) as pilot:
        await press(pilot, "3", "e")
        await until(pilot, lambda: toasts(pilot))
        assert toasts(pilot) == [NOT_LENT]


async def test_what_the_guard_forbids_is_asked_before(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EDITOR", "true")
    place.write("coord.yaml", f"{place.path.joinpath('coord.yaml').read_text()}{STRICT}")
    place.write(SHARED, "other\n")
    async with live(place) as pilot:
        await until(pilot, lambda: SHARED in rows_of(pilot, "tree"))
        await press(pilot, "3")
        pane(pilot, "tree").active.move_to(SHARED)
        await press(pilot, "e")
        await until(pilot, lambda: f"Edit {SHARED} anyway?" in dialog(pilot))
        assert "say first what you change" in " ".join(dialog(pilot).split())
        await press(pilot, "escape")
        assert NOT_LENT not in toasts(pilot)
        await press(pilot, "e")
        await until(pilot, lambda: f"Edit {SHARED} anyway?" in dialog(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: NOT_LENT in toasts(pilot))


async def test_where_the_guard_only_warns_it_is_said_before(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EDITOR", "true")
    place.write(SHARED, "other\n")
    async with live(place) as pilot:
        await until(pilot, lambda: SHARED in rows_of(pilot, "tree"))
        await press(pilot, "3")
        pane(pilot, "tree").active.move_to(SHARED)
        await press(pilot, "e")
        await until(pilot, lambda: NOT_LENT in toasts(pilot))
        assert "say first what you change" in toasts(pilot)[0]


async def test_a_deleted_file_and_a_row_without_one_are_not_opened(place: Repo) -> None:
    (place.path / "atlas/agents/planner.py").unlink()
    async with live(place) as pilot:
        await press(pilot, "3")
        await until(pilot, lambda: "atlas/agents/planner.py" in rows_of(pilot, "tree"))
        pane(pilot, "tree").active.move_to("atlas/agents/planner.py")
        await press(pilot, "e")
        await until(pilot, lambda: toasts(pilot))
        await press(pilot, "2", "e")
        await until(pilot, lambda: len(toasts(pilot)) == 2)
        deleted, none = toasts(pilot)
        assert "is deleted" in deleted
        assert "is no file" in none
