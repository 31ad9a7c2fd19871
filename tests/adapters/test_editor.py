"""The person's own editor: found as git finds it, started as git starts it."""

import os
import signal
from pathlib import Path

import pytest

from coord_tui.adapters.editor import arguments_of, editor_of, run_editor
from coord_tui.adapters.git import Git
from coord_tui.errors import EnvironmentFailed
from tests.repos import AWKWARD, Repo, repository


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    for name in ("GIT_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return repository(tmp_path / "r")


def script(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def test_it_is_the_one_that_git_would_take(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    git = Git(str(repo.path))
    monkeypatch.setenv("EDITOR", "nano -w")
    assert editor_of(Git(str(repo.path))) == "nano -w"
    repo.git("config", "core.editor", "vim -u NONE")
    assert editor_of(git) == "vim -u NONE"
    monkeypatch.setenv("GIT_EDITOR", "code --wait")
    assert editor_of(Git(str(repo.path))) == "code --wait"


def test_where_git_knows_of_none_it_says_why(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(EnvironmentFailed, match="EDITOR unset"):
        editor_of(Git(str(repo.path)))


@pytest.mark.parametrize(
    ("editor", "line", "expected"),
    [
        ("vim", 12, ("+12", "/r/f")),
        ("/usr/bin/nvim -p", 3, ("+3", "/r/f")),
        ("'/my editors/nano' -w", 3, ("+3", "/r/f")),
        ("vim", 0, ("/r/f",)),
        ("code --wait", 12, ("/r/f",)),
        ("FOO=1 vim", 12, ("/r/f",)),
        ("'vim", 12, ("/r/f",)),
        ("", 12, ("/r/f",)),
    ],
)
def test_only_an_editor_that_is_known_to_take_it_is_told_the_line(
    editor: str, line: int, expected: tuple[str, ...]
) -> None:
    assert arguments_of(editor, "/r/f", line) == expected


@pytest.mark.parametrize("name", [*AWKWARD, "-x", "+12", "$(id)", "'", '"'])
def test_a_file_is_one_argument_whatever_its_name(tmp_path: Path, name: str) -> None:
    said, file = tmp_path / "said", str(tmp_path / name)
    editor = script(tmp_path, "my editor", f'printf "%s\\0" "$PWD" "$@" > {said}')

    assert run_editor(f"'{editor}' --wait", (file,), str(tmp_path)) == 0
    assert said.read_text().split("\0")[:-1] == [str(tmp_path), "--wait", file]


@pytest.mark.parametrize(
    ("text", "codes"),
    [("exit 3", {3}), ("kill -TERM $$", {-15, 128 + 15}), ("no-such-program-here", {127})],
)
def test_its_end_is_told(tmp_path: Path, text: str, codes: set[int]) -> None:
    """Killed: the shell that started it says so by its own exit code, or went with it."""
    editor = script(tmp_path, "ed", text)
    assert run_editor(str(editor), (), str(tmp_path)) in codes


def test_an_interrupt_is_for_the_editor_alone(tmp_path: Path) -> None:
    """As when a person presses ^C in it: both get the signal, one of them heeds it."""
    before = signal.getsignal(signal.SIGINT)
    editor = script(tmp_path, "ed", f"kill -INT {os.getpid()}; kill -INT $$; exit 0")

    assert run_editor(str(editor), (), str(tmp_path)) in (-signal.SIGINT, 128 + signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
