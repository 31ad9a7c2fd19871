"""What a person reads: aligned, within eighty columns, coloured only where that is wanted."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.atlas import PLAN
from tests.cli.conftest import Call
from tests.repos import Repo

ROOT = Path(__file__).parents[2]
NASTY = "a[/]b \x1b]0;x\x07 \u202e 宽字 \x1b[31m\nnext"


def test_text_from_others_is_inert(call: Call, place: Repo) -> None:
    call("say", NASTY, "--to", "junior")
    call("add", NASTY, "--id", "\x1b[2J")
    place.write("\x1b[31mred\x07.txt")
    for typed in ("log", "tasks", "ready", "status", "status --line", "show S4", "owner \x1b[2J"):
        said = call(*typed.split(" "))
        assert said.code == 0, said.err
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said.out), typed
    assert "\x1b" not in call("claim", "\x1b[2J\n\u202e").err


def test_outcomes_in_words(call: Call) -> None:
    assert call("claim", "S4").out == "✓ claimed S4\n"
    call("done", "J5", "--as", "junior")
    assert re.fullmatch(r"✓ done S4 by \w{7}  unblocked S5 for senior\n", call("done", "S4").out)
    assert call("assign", "X1", "-").out == "✓ assigned X1 to nobody\n"
    assert call("announce", "atlas/config.py", "x").out == "✓ announced atlas/config.py\n"
    assert call("ack") == (0, "", "coord-tui: nothing is unread\n")


def test_status_in_words(call: Call, place: Repo) -> None:
    call("claim", "S4")
    call("say", "pull", "--as", "junior")
    place.write("atlas/config.py", "changed\n")
    out = call("status").out
    assert "atlas │ main │ you are senior" in out
    assert "tasks   2 ready · 1 claimed · 1 blocked · 1 done" in out
    assert "unread  1 event" in out
    assert re.search(r"atlas/config.py +shared: announce first", out)
    line = call("status", "--line").out
    assert line.endswith("│ 2 ready │ 1 unread\n")
    assert line.count("\n") == 1


def test_owner_in_words(call: Call) -> None:
    assert call("owner", "atlas/config.py", "atlas/mcp", "x").out == (
        "atlas/config.py  shared: coordinate first\n"
        "atlas/mcp/       junior\n"
        "x                unowned\n"
    )
    assert call("owner", "--explain", "atlas/mcp/x").out == (
        "atlas/mcp/x  junior\n  coord.yaml:8  atlas/mcp/  junior  decides: no other rule takes it\n"
    )


def test_doctor_in_words(call: Call, place: Repo) -> None:
    place.write("coord.yaml", PLAN.replace("atlas/mcp/", "atlas/gone/"))
    out = call("doctor").out
    assert "✓ git        2." in out
    assert re.search(
        r"! plan       coord.yaml:8:\d+: ownership.junior\[0\]: .* matches no file", out
    )


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colours_unless_it_wants_none(
    environment: dict[str, str], coloured: bool, place: Repo
) -> None:
    assert (b"\x1b[" in _on_a_terminal(place, environment)) is coloured


def _on_a_terminal(place: Repo, environment: dict[str, str]) -> bytes:
    ours, theirs = pty.openpty()
    os.environ.pop("NO_COLOR", None)
    running = subprocess.Popen(
        [sys.executable, "-m", "coord_tui", "--repo", str(place.path), "tasks"],
        cwd=ROOT, stdout=theirs, env=os.environ | {"TERM": "xterm"} | environment,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while piece := _read(ours):
        shown += piece
    os.close(ours)
    assert running.wait() == 0
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def test_a_pipe_gets_no_colours_and_nothing_cut(call: Call, place: Repo) -> None:
    place.write("coord.yaml", PLAN.replace("Tidy up", "Tidy up " * 40))
    out = call("tasks").out
    assert "\x1b" not in out
    assert ("Tidy up " * 40).strip() in out
