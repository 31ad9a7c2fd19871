"""A git on the PATH that notes how it is called, and fails where a test wants it to."""

import os
import shutil
from pathlib import Path

import pytest

SCRIPT = """\
#!/bin/sh
echo "$*" >> {folder}/told
for word; do [ "$word" = "$(cat {folder}/fails)" ] && {{ echo "fatal: no" >&2; exit 128; }}; done
exec {git} "$@"
"""


class Gits:
    """Every git that is started from now on by whoever reads the PATH."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder / "gits"
        self._folder.mkdir()
        self.fail("")
        git = self._folder / "git"
        git.write_text(SCRIPT.format(folder=self._folder, git=shutil.which("git")))
        git.chmod(0o755)
        monkeypatch.setenv("PATH", f"{self._folder}{os.pathsep}{os.environ['PATH']}")

    def told(self) -> list[str]:
        """What was asked of git."""
        told = self._folder / "told"
        return told.read_text().splitlines() if told.exists() else []

    def forget(self) -> None:
        """Count from here."""
        (self._folder / "told").unlink(missing_ok=True)

    def fail(self, word: str) -> None:
        """Let every git fail that is called with this word; none when it is empty."""
        (self._folder / "fails").write_text(word or "no word of a command")
