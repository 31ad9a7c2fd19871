"""Completion that a shell accepts, with the ids and names of the plan."""

import shutil
import subprocess

import pytest

from tests.atlas import PLAN
from tests.cli.conftest import Call
from tests.repos import Repo


def test_bash_completes_commands(call: Call) -> None:
    script = call("completion", "bash").out
    asked = 'COMP_WORDS=(coord-tui cla); COMP_CWORD=1; _shtab_coord_tui; echo "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{asked}"], capture_output=True, encoding="utf-8"
    )
    assert (done.stdout, done.stderr) == ("claim\n", "")


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh here")
def test_zsh_takes_the_script(call: Call) -> None:
    script = call("completion", "zsh").out
    done = subprocess.run(["zsh", "-n"], input=script, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_tasks_and_sessions_are_asked_for_as_they_are(shell: str, call: Call) -> None:
    script = call("completion", shell).out
    assert "coord-tui completion tasks" in script
    assert "coord-tui completion sessions" in script


def test_only_words_that_a_shell_can_take_are_offered(call: Call, place: Repo) -> None:
    assert call("completion", "tasks").out.split() == ["S1", "S4", "S5", "J5", "X1"]
    assert call("completion", "sessions").out.split() == ["senior", "junior"]
    place.write("coord.yaml", PLAN.replace("id: X1", "id: $(reboot)"))
    assert "reboot" not in call("completion", "tasks").out
