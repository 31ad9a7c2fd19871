"""What doctor says of the hooks is what git would do, and it runs nobody else's to find out."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.hook_scripts import NAMES
from coord_tui.adapters.layout import find_layout
from coord_tui.workspace.agents import install_agent
from coord_tui.workspace.doctor_hooks import Finding, examine_hooks
from coord_tui.workspace.hooks import install
from tests.hooking import content, seen, theirs, with_coord_tui, without_coord_tui
from tests.repos import Repo


def findings(place: Repo) -> list[Finding]:
    return list(examine_hooks(find_layout(str(place.path))))


def test_hooks_that_are_not_there_are_a_suggestion(place: Repo) -> None:
    (found,) = findings(place)
    assert (found.level, found.message) == ("ok", "not installed")
    assert "`coord-tui hooks install`" in found.fix


def test_hooks_that_fire_are_proved_without_touching_anything(place: Repo) -> None:
    for name in (*NAMES, "prepare-commit-msg", "post-commit", "post-index-change"):
        theirs(place, name, name)
    place.git("config", "commit.gpgSign", "true")
    install(str(place.path))
    before = content(place.path)
    assert findings(place) == [Finding("ok", "pre-commit fires"), Finding("ok", "commit-msg fires")]
    assert seen(place) == []
    assert content(place.path) == before


def test_hooks_are_proved_in_a_linked_worktree(place: Repo, tmp_path: Path) -> None:
    install(str(place.path))
    tree = place.worktree(tmp_path / "tree", "side")
    assert [one.level for one in findings(tree)] == ["ok", "ok"]


def _asleep(place: Repo) -> None:
    (place.path / ".git/hooks/pre-commit").chmod(0o644)


def _overwritten(place: Repo) -> None:
    theirs(place, "pre-commit.before-coord-tui", "one")
    theirs(place, "pre-commit", "two")


def _moved(place: Repo) -> None:
    file = place.path / ".git/hooks/pre-commit"
    file.rename(f"{file}.old")
    theirs(place, "pre-commit", "two")


def _half(place: Repo) -> None:
    (place.path / ".git/hooks/pre-commit").unlink()


def _python_gone(place: Repo) -> None:
    file = place.path / ".git/hooks/pre-commit"
    file.write_text(file.read_text().replace("\npython=", "\npython=/gone"))


def _broken(place: Repo) -> None:
    file = place.path / ".git/hooks/pre-commit"
    head, line, rest = file.read_text().partition("\nbefore=")
    file.write_text(f"{head}\nexit 3{line}{rest}")


SPOILT: dict[str, tuple[Callable[[Repo], None], str]] = {
    "not executable": (_asleep, "may not be executed"),
    "overwritten": (_overwritten, "is another hook by now"),
    "moved away": (_moved, "is another hook by now"),
    "one of two": (_half, "is not installed, though the other hook is"),
    "its Python gone": (_python_gone, "does not fire: coord-tui: no commit without its guard"),
    "spoilt": (_broken, "does not fire"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_hook_that_does_not_fire_is_told_with_its_reason(
    name: str, place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", without_coord_tui())
    install(str(place.path))
    spoil, words = SPOILT[name]
    spoil(place)
    found = findings(place)
    assert [one.level for one in found][:1] == ["warn"]
    assert words in found[0].message
    assert "`coord-tui hooks install`" in found[0].fix
    assert seen(place) == []


def test_hooks_in_a_folder_that_git_does_not_look_into(place: Repo) -> None:
    install(str(place.path))
    place.git("config", "core.hooksPath", "tools")
    (found,) = findings(place)
    assert found.level == "warn"
    assert "git runs those of" in found.message
    assert "core.hooksPath in .git/config" in found.message


def test_agents_that_ask_the_guard_are_told(place: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", with_coord_tui())
    install_agent(str(place.path), "claude")
    assert findings(place)[1].level == "ok"
    assert "claude asks the guard" in findings(place)[1].message
    monkeypatch.setenv("PATH", without_coord_tui())
    assert findings(place)[1].level == "warn"
    assert "no coord-tui on the PATH" in findings(place)[1].message


def test_no_probe_stays_behind(
    place: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    install(str(place.path))
    findings(place)
    assert os.listdir(tmp_path / "temp") == []
