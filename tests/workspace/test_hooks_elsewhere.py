"""Hooks that git no longer asks: uninstall finds them, and doctor says where they are."""

import os
import shlex
import shutil
from pathlib import Path

import pytest

from coord_tui.adapters.layout import find_layout
from coord_tui.errors import EnvironmentFailed, Refused
from coord_tui.workspace.doctor_hooks import Finding, examine_hooks
from coord_tui.workspace.hooks import install, uninstall
from tests.atlas import atlas
from tests.hooking import content, theirs
from tests.repos import Repo

FOLDERS = (".myhooks", "deep/er/hooks", "../beside", "with space", "two\nlines", "-x", "ž [/]")


def findings(place: Repo) -> list[Finding]:
    return list(examine_hooks(find_layout(str(place.path))))


@pytest.mark.parametrize("folder", FOLDERS)
def test_uninstall_finds_them_and_leaves_no_trace(folder: str, place: Repo) -> None:
    before = content(place.path.parent)
    place.git("config", "core.hooksPath", folder)
    install(str(place.path))
    place.git("config", "--unset", "core.hooksPath")
    done = uninstall(str(place.path))
    assert [one.change for one in done.changes] == ["removed"] * 2
    after = content(place.path.parent)
    assert after.pop("atlas/.git/config")
    before.pop("atlas/.git/config")
    assert after == before
    assert uninstall(str(place.path)).changes == ()


def test_hooks_in_several_folders_are_all_taken_out(place: Repo) -> None:
    for folder in ("one", "two"):
        place.git("config", "core.hooksPath", folder)
        theirs(place, "pre-commit", folder, folder=folder)
        install(str(place.path))
        install(str(place.path))
    place.git("config", "--unset", "core.hooksPath")
    install(str(place.path))
    changes = [one.change for one in uninstall(str(place.path)).changes]
    assert sorted(changes) == ["removed"] * 4 + ["restored"] * 2
    assert sorted(os.listdir(place.path / "one")) == ["pre-commit"]
    assert not (place.path / ".git/coord").exists()


def test_a_folder_that_is_gone_by_now_is_forgotten(place: Repo) -> None:
    place.git("config", "core.hooksPath", "tools")
    install(str(place.path))
    shutil.rmtree(place.path / "tools")
    place.git("config", "--unset", "core.hooksPath")
    assert uninstall(str(place.path)).changes == ()
    assert not (place.path / ".git/coord").exists()


def test_what_else_is_kept_beside_that_memory_stays(place: Repo) -> None:
    place.git("config", "core.hooksPath", "tools")
    other = place.write(".git/coord/channel.jsonl")
    install(str(place.path))
    uninstall(str(place.path))
    assert os.listdir(other.parent) == ["channel.jsonl"]


def test_an_install_that_failed_is_not_remembered(place: Repo) -> None:
    place.git("config", "core.hooksPath", "coord.yaml")
    with pytest.raises(EnvironmentFailed):
        install(str(place.path))
    assert not (place.path / ".git/coord").exists()


def test_doctor_says_where_they_are(place: Repo) -> None:
    place.git("config", "core.hooksPath", ".myhooks")
    install(str(place.path))
    place.git("config", "--unset", "core.hooksPath")
    (found,) = findings(place)
    assert found.level == "warn"
    assert f"in {place.path}/.myhooks, but git runs those of {place.path}/.git/hooks" in (
        found.message
    )
    assert "core.hooksPath" not in found.message
    assert "`coord-tui hooks uninstall`" in found.fix
    install(str(place.path))
    assert [one.level for one in findings(place)] == ["ok", "ok", "warn"]
    uninstall(str(place.path))
    assert [one.level for one in findings(place)] == ["ok"]


def test_hooks_of_another_worktree_are_no_fault(place: Repo, tmp_path: Path) -> None:
    place.git("config", "core.hooksPath", ".myhooks")
    tree = place.worktree(tmp_path / "tree", "side")
    for one in (place, tree):
        install(str(one.path))
    assert [one.level for one in findings(place)] == ["ok", "ok"]
    assert [one.level for one in findings(tree)] == ["ok", "ok"]
    uninstall(str(tree.path))
    assert not (place.path / ".myhooks").exists()


HOSTILE = ("with space", "it's", "$(id)", "a;b", 'a"b', "`id`", "-x", "a & b", "naïve [/]")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_suggested_command_can_be_pasted_whatever_the_path_holds(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = atlas(tmp_path / name)
    settings = tmp_path / "gitconfig"
    settings.write_text(f"[core]\n\thooksPath = {tmp_path}/everywhere\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    with pytest.raises(Refused) as refused:
        install(str(place.path))
    command = str(refused.value).rpartition("its own: ")[2]
    assert shlex.split(command) == [
        "git", "config", "core.hooksPath", str(place.path / ".git/hooks"),
    ]  # fmt: skip
