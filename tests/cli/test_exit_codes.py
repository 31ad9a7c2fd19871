"""The table of exit codes, with real processes in real repositories."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.atlas import PLAN, atlas
from tests.cli.conftest import process
from tests.repos import Repo, empty_repository

Prepare = Callable[[Path], Path]


def _nothing(path: Path) -> Path:
    return path


def _no_plan(path: Path) -> Path:
    return empty_repository(path / "r").path


def _broken(path: Path) -> Path:
    return atlas(path / "r", PLAN.replace("version: 1", "version: one")).path


def _sound(path: Path) -> Path:
    return atlas(path / "r").path


def _claimed(path: Path) -> Path:
    folder = _sound(path)
    assert process("claim", "X1", "--as", "junior", cwd=folder).code == 0
    return folder


def _all_claimed(path: Path) -> Path:
    folder = _claimed(path)
    assert process("claim", "S4", cwd=folder).code == 0
    return folder


def _garbage(path: Path) -> Path:
    repo = Repo(_sound(path))
    repo.write(".git/coord/channel.jsonl", "{}\n<<<<<<< HEAD\n\udcff\n")
    return repo.path


def _in_git(path: Path) -> Path:
    return _sound(path) / ".git"


CASES: dict[str, tuple[Prepare, str, int, str]] = {
    "done": (_sound, "claim S4", 0, ""),
    "allowed to look": (_sound, "ready", 0, ""),
    "refused": (_claimed, "claim X1", 1, "X1 is claimed by junior"),
    "some refused": (_claimed, "claim X1 S4", 1, "X1 is claimed by junior"),
    "nothing left for me": (_all_claimed, "claim --next", 1, "nothing is ready for senior"),
    "unknown session": (_sound, "ready --as junor", 2, "did you mean junior?"),
    "unknown task": (_sound, "claim J6", 2, "no task 'J6': did you mean J5?"),
    "unknown among known": (_sound, "claim S4 J6", 2, "no task 'J6'"),
    "outside, announced": (_sound, "announce /etc/passwd x", 2, "outside the repository"),
    "outside, asked": (_sound, "owner ../../x", 2, "outside the repository"),
    "in git's folder": (_sound, "owner .git/config", 2, "git's own folder"),
    "unknown commit": (_sound, "done S4 --commit 1234567", 2, "no commit 1234567"),
    "broken plan": (_broken, "tasks", 2, "coord.yaml:1:10: version: found 'one'"),
    "broken plan, asked": (_broken, "owner a", 2, "coord.yaml:1:10"),
    "no repository": (_nothing, "tasks", 3, "not in a git repository"),
    "no repository, asked": (_nothing, "owner a", 3, "not in a git repository"),
    "no repository, named": (_sound, "tasks --repo /nowhere", 3, "'/nowhere' does not exist"),
    "no plan": (_no_plan, "tasks", 3, "coord-tui init"),
    "no plan, asked": (_no_plan, "owner a", 3, "coord-tui init"),
    "no plan, to init": (_no_plan, "init", 0, ""),
    "a plan, to init": (_sound, "init", 1, "there already"),
    "git's own folder": (_in_git, "tasks", 3, "working tree"),
    "no terminal for the screen": (_sound, "", 2, "the screen needs a terminal"),
    "no repository for the screen": (_nothing, "", 3, "not in a git repository"),
    "no plan for the screen": (_no_plan, "", 3, "coord-tui init"),
    "garbage in the channel": (_garbage, "claim S4", 0, ""),
    "garbage in the channel, read": (_garbage, "log", 0, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_exit_codes(name: str, tmp_path: Path) -> None:
    prepare, typed, code, words = CASES[name]
    said = process(*typed.split(), cwd=prepare(tmp_path))
    assert said.code == code, said
    assert words in said.err
    assert "Traceback" not in said.err
    lines = said.err.splitlines()
    assert all(line.startswith("coord-tui: ") for line in lines)
    assert len(lines) == (1 if code else 0)


def test_an_observer_is_refused_in_json_too(tmp_path: Path) -> None:
    place = atlas(tmp_path / "r")
    place.identify(email="guest@example.com")
    said = process("claim", "S4", "X1", "--json", cwd=place.path)
    assert (said.code, said.err) == (1, "")
    assert [(one["target"], one["accepted"]) for one in said.json] == [("S4", False), ("X1", False)]
    assert all("observer" in one["reason"] for one in said.json)


def test_a_channel_that_cannot_be_written_is_the_environment(tmp_path: Path) -> None:
    place = atlas(tmp_path / "r")
    place.write(".git/coord", "a file where the folder should be")
    said = process("say", "x", "--json", cwd=place.path)
    assert said.code == 3
    assert said.json[0]["accepted"] is False
    assert said.err.count("\n") == 1
    assert ".git/coord" in said.err
