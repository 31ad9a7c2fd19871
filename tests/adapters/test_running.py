"""Running programs are known while they live, and no longer, however they end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.running import Registered
from coord_tui.core.program import Program

ROOT = Path(__file__).parents[2]
MINE = Program("senior", "screen", os.getpid(), "/repo [/] naïve 🎈")
RUNS = """
import os, signal, sys
from coord_tui.adapters.running import Registered
from coord_tui.core.program import Program
here = Registered(sys.argv[1], Program("senior", "command", os.getpid(), "/elsewhere"))
print(os.getpid(), flush=True)
sys.stdin.read()
"""


def test_each_sees_the_other_and_nobody_itself(tmp_path: Path) -> None:
    first = Registered(str(tmp_path / "running"), MINE)
    assert first.others() == ()
    second = Registered(str(tmp_path / "running"), MINE._replace(via="command"))
    assert second.others() == (MINE,)
    assert first.others() == (MINE._replace(via="command"),)
    second.leave()
    second.leave()
    assert first.others() == ()
    first.leave()
    assert os.listdir(tmp_path / "running") == []


def test_a_program_that_was_killed_is_gone_by_itself(tmp_path: Path) -> None:
    here = Registered(str(tmp_path), MINE)
    command = [sys.executable, "-c", RUNS, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        pid = int(other.stdout.readline())
        assert here.others() == (Program("senior", "command", pid, "/elsewhere"),)
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert here.others() == ()
    assert len(os.listdir(tmp_path)) == 1, "its file is removed too"
    here.leave()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pid": "x"}', "\udcff", "9" * 20_000])
def test_what_is_no_program_is_nobody_and_stays_while_it_is_held(tmp_path: Path, text: str) -> None:
    import fcntl

    here = Registered(str(tmp_path), MINE)
    with open(tmp_path / "1-odd.json", "w+", encoding="utf-8", errors="surrogateescape") as odd:
        odd.write(text)
        odd.flush()
        fcntl.flock(odd, fcntl.LOCK_EX)
        assert here.others() == ()
        assert (tmp_path / "1-odd.json").exists()
    here.leave()


def test_where_nothing_can_be_written_nobody_is_known(tmp_path: Path) -> None:
    (tmp_path / "running").write_text("a file, not a folder")
    here = Registered(str(tmp_path / "running"), MINE)
    assert here.others() == ()
    here.leave()
