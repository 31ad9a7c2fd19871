"""Finding the command, and ending well: help, mistakes, pipes, interrupts."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.cli.main import MODULES, find, split
from coord_tui.presentation.commands import COMMANDS
from tests.cli.conftest import Call, process
from tests.repos import Repo

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("typed", "word", "others"),
    [
        ("", "", ""),
        ("--version", "", "--version"),
        ("claim S4", "claim", "S4"),
        ("--json claim S4", "claim", "--json S4"),
        ("--as senior --repo d claim S4 --next", "claim", "--as senior --repo d S4 --next"),
        ("--as=senior claim S4", "claim", "--as=senior S4"),
        ("--as claim", "", "--as claim"),
    ],
)
def test_the_command_is_the_first_word_that_is_no_option(
    typed: str, word: str, others: str
) -> None:
    assert split(typed.split()) == (word, others.split())


def test_the_table_of_commands_and_the_command_line_agree() -> None:
    assert sorted(MODULES) == sorted(command.name for command in COMMANDS if command.name)
    for word in MODULES:
        add_arguments, command = find(word)
        assert callable(add_arguments)
        assert callable(command)


@pytest.mark.parametrize("word", sorted(MODULES))
def test_each_command_has_help_with_an_example(word: str, call: Call) -> None:
    said = call(word, "--help")
    assert said.code == 0
    assert f"example:\n  coord-tui {word}" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_overview_names_every_command(call: Call) -> None:
    said = call("--help")
    assert said.code == 0
    assert all(f"  {word} " in said.out for word in MODULES)
    assert all(len(line) <= 100 for line in said.out.splitlines())


MISTAKES = {
    "clam S4": "no command 'clam': did you mean claim?",
    "frobnicate": "no command 'frobnicate': `coord-tui --help` lists them",
    "claim --nxt": "no option --nxt: did you mean --next? (`coord-tui claim --help`)",
    "claim S4 --takeover=1": "ignored explicit argument",
    "tasks extra": "'extra' is one argument too many (`coord-tui tasks --help`)",
    "tasks --status redy": "argument --status: no 'redy': did you mean ready?",
    "tasks --group round-3": "no group 'round-3': did you mean round-",
    "tasks --owner senor": "no session 'senor': did you mean senior?",
    "assign S4": "the following arguments are required: SESSION (`coord-tui assign --help`)",
    "announce atlas/config.py x --for 2x": "'2x' is no length of time, like 90s, 30m, 2h or 1d",
    "announce atlas/config.py x --for 0m": "'0m' is no length of time",
    "claim": "name the tasks to claim, or --next, and not both",
    "claim S4 --next": "name the tasks to claim, or --next, and not both",
    "log -n x": "argument -n",
    "log -n -3": "argument -n",
    "show nothing-like-it": "no task, session, event or path 'nothing-like-it'",
    "show jumior": "did you mean junior?",
    "claim ''": "an empty word names no task",
    "claim S4 ''": "an empty word names no task",
    "assign J5 ''": "an empty word names no session",
    "add ''": "a task needs a title",
    "add x --id 'a b'": "'a b' is no id: an id is one word",
    "add x --id=-x": "'-x' is no id",
    "add x --files [": "pattern '['",
    "announce x ''": "announced what for?",
    "announce . x": "'.' is the whole repository",
    "announce atlas/config.py x --for 1234567890s": "'1234567890s' is no length of time",
    "announce atlas/config.py x --for 1w": "'1w' is no length of time",
    "reserve x --shared": "no option --shared",
    "whoami nosuch": "no session (from the name given) 'nosuch': there is senior, junior",
    "tasks --as nosuch": "no session (from --as) 'nosuch'",
    "completion fish": "it is one of bash, zsh",
    "--frob": "no option --frob",
    "--json": "--json belongs to a command",
}


@pytest.mark.parametrize("typed", MISTAKES)
def test_a_mistake_is_one_clear_line_and_exit_code_2(typed: str, call: Call) -> None:
    said = call(*shlex.split(typed))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("coord-tui: ")
    assert MISTAKES[typed] in said.err
    assert said.err.count("\n") == 1


def test_the_version_needs_no_repository(tmp_path: Path) -> None:
    said = process("--version", cwd=tmp_path)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("coord-tui 0.")


def test_an_interrupt_ends_quietly(place: Repo) -> None:
    """The command waits for the channel's lock, which this process holds."""
    from coord_tui.workspace.workspace import Workspace

    channel = Workspace.open(str(place.path), "senior").channel
    with channel.locked():
        running = subprocess.Popen(
            [sys.executable, "-m", "coord_tui", "--repo", str(place.path), "say", "x"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        _await_lock_of(running.pid, Path(channel.folder) / "lock")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert (running.returncode, out, err) == (130, b"", b"")
    assert channel.read() == b""


def _await_lock_of(pid: int, lock: Path) -> None:
    """Until the process has the lock file open."""
    while not any(_is(file, lock) for file in Path(f"/proc/{pid}/fd").iterdir()):
        os.sched_yield()


def _is(descriptor: Path, file: Path) -> bool:
    try:
        return descriptor.readlink() == file
    except FileNotFoundError:  # closed meanwhile
        return False
