"""What becomes of the output when stdout, stderr or the folder is not what it should be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.repos import Repo

ROOT = Path(__file__).parents[2]


def shell(line: str, cwd: Path) -> Said:
    """Run a line of shell in which `coord-tui` is the real command; the code of its last part."""
    program = f'coord-tui() {{ "{sys.executable}" -m coord_tui "$@"; }}'
    done = subprocess.run(
        ["bash", "-c", f"{program}; set -o pipefail; {line}"],
        cwd=cwd, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


REFUSALS = {
    "claim S5 --json": 1,
    "claim NOPE --json": 2,
    "add '' --json": 2,
    "say x --json --as senior": 3,
    "doctor --json --as ghost": 2,
}


@pytest.mark.parametrize("typed", REFUSALS)
def test_a_refusal_in_json_goes_through_a_pipe(typed: str, place: Repo) -> None:
    if REFUSALS[typed] == 3:
        place.write(".git/coord", "a file where the folder should be")
    said = shell(f"coord-tui {typed} | cat", place.path)
    assert said.code == REFUSALS[typed], said
    assert json.loads(said.out)
    assert "Traceback" not in said.err


UNWRITTEN = "coord-tui: cannot write to stdout: {}; what the command did stands\n"
FULL, CLOSED, READ_ONLY = "No space left on device", "it is closed", "Bad file descriptor"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("tasks > /dev/full", FULL),
        ("tasks --json > /dev/full", FULL),
        ("--help > /dev/full", FULL),
        ("claim --help > /dev/full", FULL),
        ("completion bash > /dev/full", FULL),
        ("doctor > /dev/full", FULL),
        ("tasks >&-", CLOSED),
        ("tasks --json >&-", CLOSED),
        ("status >&-", CLOSED),
        ("--version >&-", CLOSED),
        ("tasks 1< /dev/null", READ_ONLY),
    ],
)
def test_what_cannot_be_printed_is_one_clear_line(typed: str, why: str, place: Repo) -> None:
    assert shell(f"coord-tui {typed}", place.path) == (3, "", UNWRITTEN.format(why))


@pytest.mark.parametrize("to", ["> /dev/full", ">&-"])
def test_what_was_accepted_stands_though_it_could_not_be_said(to: str, place: Repo) -> None:
    said = shell(f"coord-tui claim S4 {to}", place.path)
    assert said.code == 3
    assert said.err.endswith("what the command did stands\n")
    assert '"task":"S4"' in place.git("show", "coord:channel.jsonl")


def test_a_long_output_that_does_not_fit_is_told_once(place: Repo) -> None:
    text = "word " * 400
    lines = (f'{{"v":1,"id":"{n}","at":"","by":"junior","kind":"say","text":"{text}"}}\n'
             for n in range(100))  # fmt: skip
    place.write(".git/coord/channel.jsonl", "".join(lines))
    said = shell("coord-tui log --json > /dev/full", place.path)
    assert said == (3, "", UNWRITTEN.format(FULL))


@pytest.mark.parametrize("to", ["2>&-", "2> /dev/full"])
def test_nobody_hearing_the_narration_changes_no_exit_code(to: str, place: Repo) -> None:
    assert shell(f"coord-tui claim S4 {to}", place.path) == (0, "✓ claimed S4\n", "")
    assert shell(f"coord-tui claim S5 {to}", place.path) == (1, "", "")
    assert shell(f"coord-tui claim NOPE --json {to} | cat", place.path).json[0]["accepted"] is False


def test_without_any_stream_it_still_acts(place: Repo) -> None:
    assert shell("coord-tui claim S4 <&- >&- 2>&-", place.path).code == 3
    assert '"task":"S4"' in place.git("show", "coord:channel.jsonl")


def test_a_closed_pipe_is_no_error(place: Repo) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "coord_tui", "--repo", str(place.path), "tasks"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("typed", ["tasks", "owner x", "init", "doctor", "claim S4 --json", ""])
def test_a_folder_that_is_gone_is_one_clear_line(typed: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    said = shell(f"rmdir ../gone; coord-tui {typed}", gone)
    assert said.code == 3
    assert said.err == (
        "coord-tui: the folder you are in is not there any more: go to one that is\n"
    )


def test_a_folder_that_is_gone_does_not_matter_to_a_named_one(place: Repo, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    said = shell(f"rmdir ../gone; coord-tui whoami --repo '{place.path}'", gone)
    assert (said.code, said.err) == (0, "")
