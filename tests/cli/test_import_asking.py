"""`import` at a terminal: each guess and each difference is asked about, one key each."""

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from coord_tui.adapters.plan_file import load_plan
from tests.documents import HARBOUR
from tests.repos import repository

ROOT = Path(__file__).parents[2]
ENTER, UP, CONTROL_C, CONTROL_D = "\r", "\x1b[A", "\x03", "\x04"
PATIENCE = 60.0
"""Seconds after which a program that says nothing waits for what never comes."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "COORD.md").write_text(HARBOUR)
    return tmp_path


def typed(folder: Path, keys: str | list[str], *arguments: str) -> tuple[int, str]:
    """The exit code of an import in a terminal, and all that it showed.

    The next key, or the next keys of a list, are pressed when a question ends with nothing after.
    """
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    running = subprocess.Popen(
        [sys.executable, "-m", "coord_tui", "import", "COORD.md", *arguments],
        cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        preexec_fn=_control,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(theirs)
    each = re.findall(r"\x1b\[A|.", keys, re.DOTALL) if isinstance(keys, str) else keys
    shown, waiting = "", list(each)
    try:
        while piece := _read(ours):
            shown += piece.decode(errors="replace")
            if shown.endswith("] "):
                key = waiting.pop(0) if waiting else CONTROL_C  # a question too many ends it
                os.write(ours, key.encode())
    except AssertionError:
        running.kill()
        raise
    finally:
        os.close(ours)
    return running.wait(), shown.replace("\r\n", "\n")


def _control() -> None:
    """Make the terminal that of the process, so that ctrl+c reaches it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(terminal: int) -> bytes:
    assert select.select([terminal], [], [], PATIENCE)[0], "it waits for something else"
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def tasks(folder: Path) -> list[str]:
    return [task.id for task in load_plan(folder / "coord.yaml").plan.tasks]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("yn" + "y", ["H1", "H2", "L.1"]),
        (ENTER + "y" + "y", ["H1", "H2", "L.2"]),
        ("ay", ["H1", "H2", "L.1", "L.2"]),
        ("ry", ["H1", "H2"]),
        (ENTER + ENTER + ENTER, ["H1", "H2"]),
        ("?" + UP + "x" + "Y" + "N" + "x" + "Y", ["H1", "H2", "L.1"]),
        ("A" + "R" + "é" + "n" + "A" + "y" + "y", ["H1", "H2", "L.2"]),
    ],
)
def test_each_guess_is_taken_or_left_by_a_key(folder: Path, keys: str, found: list[str]) -> None:
    code, shown = typed(folder, keys, "-o", "coord.yaml")
    assert code == 0, shown
    assert tasks(folder) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["y\r", "n\r", "y\r"], ["H1", "H2", "L.1"]),
        (["n\r", "y\r", "y"], ["H1", "H2", "L.2"]),
        (["y\r", "\r", "\r"], ["H1", "H2", "L.1"]),
        (["a\r", "y\r"], ["H1", "H2", "L.1", "L.2"]),
        (["?\r", "y", "y\r", "y"], ["H1", "H2", "L.1", "L.2"]),
    ],
)
def test_an_enter_behind_a_key_answers_no_question(
    folder: Path, keys: list[str], found: list[str]
) -> None:
    code, shown = typed(folder, keys, "-o", "coord.yaml")
    assert code == 0, shown
    assert tasks(folder) == found


def test_an_enter_behind_the_last_key_writes_nothing(folder: Path) -> None:
    code, shown = typed(folder, ["y\r", "y\r", "n\r"], "-o", "coord.yaml")
    assert shown.endswith("write coord.yaml? [Y/n] no\ncoord-tui: nothing was written\n")
    assert code == 1


GUESSED = "# Plan\n\n- dora: `quay/`\n- emil: `mast/`\n"


def test_what_cannot_be_without_what_was_left_is_told_and_not_asked(folder: Path) -> None:
    (folder / "coord.yaml").write_text("project: harbour\nsessions: {cy: x}\n")
    left = "n" + "n" * 20
    _, shown = typed(folder, left, "-o", "coord.yaml", "--take-doubtful")
    assert re.search(r"  ana owns \S+\n  left, too: it needs session ana, which was left\n", shown)


@pytest.mark.parametrize(
    ("keys", "told", "owned"),
    [("nyyy", 1, ["mast/"]), ("nay", 1, ["mast/"]), ("yyyny", 0, ["quay/"])],
)
def test_a_guess_that_hangs_on_one_that_was_left_is_told_and_not_asked_about(
    folder: Path, keys: str, told: int, owned: list[str]
) -> None:
    (folder / "COORD.md").write_text(GUESSED)
    code, shown = typed(folder, keys, "-o", "coord.yaml")
    assert code == 0, shown
    assert shown.count("left, too: it needs session dora, which was left\n") == told
    assert [one.path for one in load_plan(folder / "coord.yaml").plan.ownership] == owned


def test_a_guess_is_shown_with_its_lines_and_why(folder: Path) -> None:
    _, shown = typed(folder, "?ry", "-o", "coord.yaml")
    assert "2 things were only guessed:\n\n1 of 2  L.1 paint the door\n" in shown
    assert (
        "  boxes of which some are ticked\n  COORD.md:21\n     21 │ - [x] paint the door\n" in shown
    )
    assert "take it? [y n a r q ?, Enter: n] ?\n  y  take it\n  n  leave it\n" in shown
    assert "its key is task:L.1" in shown
    assert "coord.yaml will say: 2 sessions, 3 owned paths" in shown
    assert "write coord.yaml? [Y/n] yes" in shown
    assert "✓ coord.yaml  written" in shown


def test_what_is_said_of_a_guess_goes_with_it(folder: Path) -> None:
    typed(folder, "yny", "-o", "coord.yaml")
    assert load_plan(folder / "coord.yaml").plan.tasks[2].done is True


@pytest.mark.parametrize("keys", ["q", "yq", CONTROL_D, "rn", "rq"])
def test_nothing_is_written_when_the_person_does_not_want_it(folder: Path, keys: str) -> None:
    code, shown = typed(folder, keys, "-o", "coord.yaml")
    assert code == 1
    assert shown.endswith("coord-tui: nothing was written\n")
    assert not (folder / "coord.yaml").exists()


def test_ctrl_c_ends_it_and_writes_nothing(folder: Path) -> None:
    code, shown = typed(folder, CONTROL_C, "-o", "coord.yaml")
    assert code == 130
    assert shown.endswith("] \ncoord-tui: nothing was written\n")
    assert not (folder / "coord.yaml").exists()


def test_differences_are_asked_about_those_that_add_first(folder: Path) -> None:
    (folder / "coord.yaml").write_text("sessions: {ana: pictures, bolt: {kind: agent}}  # mine\n")
    code, shown = typed(folder, "r" + "y" + "r" + "n" + "y", "-o", "coord.yaml")
    assert code == 0, shown
    assert shown.index(" new for coord.yaml:") < shown.index("1 different in coord.yaml:")
    assert "1 of 1  session ana\n  it says   role: pictures\n  import    role: the pages\n" in shown
    assert "take it? [y n a r q ?, Enter: n] left" in shown
    assert "coord.yaml: 1 added, 0 taken over" in shown
    text = (folder / "coord.yaml").read_text()
    assert text == "sessions: {ana: pictures, bolt: {kind: agent, role: the service}}  # mine\n"


def test_a_plan_that_says_it_all_needs_no_question(folder: Path) -> None:
    typed(folder, "ry", "-o", "coord.yaml")
    code, shown = typed(folder, "r", "-o", "coord.yaml")
    assert code == 0
    assert shown.endswith("coord-tui: coord.yaml says all of that already\n")


def test_in_a_repository_its_plan_is_offered(tmp_path: Path) -> None:
    place = repository(tmp_path / "atlas")
    place.write("COORD.md", HARBOUR)
    code, shown = typed(place.path, "ry")
    assert code == 0, shown
    assert tasks(place.path) == ["H1", "H2"]


def test_outside_of_a_repository_there_is_only_the_report(folder: Path) -> None:
    code, shown = typed(folder, "")
    assert code == 0
    assert "take it?" not in shown
    assert [path.name for path in folder.iterdir()] == ["COORD.md"]


@pytest.mark.parametrize("options", [("--yes", "-o", "coord.yaml"), ("--check",), ("--json",)])
def test_who_wants_no_question_gets_none(folder: Path, options: tuple[str, ...]) -> None:
    code, shown = typed(folder, "", *options)
    assert code < 2
    assert "take it?" not in shown


def test_the_report_fits_the_terminal(folder: Path) -> None:
    (folder / "COORD.md").write_text(HARBOUR.replace("paint the door", "paint the door " * 20))
    _, shown = typed(folder, "ry", "-o", "coord.yaml")
    assert max(map(len, shown.split("\n"))) <= 80
