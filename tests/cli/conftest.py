"""The command line as a person calls it: in this process when that will do, else as a process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from coord_tui.cli.main import run
from tests.atlas import atlas
from tests.repos import Repo


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the document is
        """The one document on stdout."""
        return json.loads(self.out)


Call = Callable[..., Said]


def process(*arguments: str, cwd: Path, **environment: str) -> Said:
    """Run the real command line in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "coord_tui", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | environment,
        capture_output=True,
        encoding="utf-8",
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture(autouse=True)
def _buffered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes buffer what they print, as they do for users."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)


@pytest.fixture
def place(tmp_path: Path) -> Repo:
    return atlas(tmp_path / "atlas")


@pytest.fixture
def call(place: Repo, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line in this process, in the repository."""

    def called(*arguments: str) -> Said:
        code = run(["--repo", str(place.path), *arguments])
        return Said(code, *capsys.readouterr())

    return called
