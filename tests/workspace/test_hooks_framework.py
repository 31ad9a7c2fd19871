"""Beside the pre-commit framework: its hooks and ours both run, whoever came or goes first."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from coord_tui.adapters.layout import find_layout
from coord_tui.workspace.doctor_hooks import examine_hooks
from coord_tui.workspace.hooks import install, uninstall
from tests.hooking import attempt, commit, content, message, seen, theirs, with_coord_tui
from tests.repos import Repo

ROOT = Path(__file__).parents[2]
CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: seen
        name: seen
        language: system
        entry: sh -c 'echo framework >>.git/seen'
        always_run: true
        pass_filenames: false
"""


@pytest.fixture
def framed(place: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository for which the framework has something to do."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    place.write(".pre-commit-config.yaml", CONFIG)
    place.commit(".pre-commit-config.yaml")
    return place


def framework(place: Repo, *args: str) -> None:
    done = attempt(place, sys.executable, "-m", "pre_commit", *args)
    assert done.returncode == 0, done.stdout


def _ours(place: Repo) -> None:
    install(str(place.path))


def _framework(place: Repo) -> None:
    framework(place, "install")


def _framework_all(place: Repo) -> None:
    framework(place, "install", "-t", "pre-commit", "-t", "commit-msg")


def _user(place: Repo) -> None:
    theirs(place, "pre-commit", "user")


ORDERS: dict[str, tuple[Callable[[Repo], None], ...]] = {
    "framework, ours": (_framework, _ours),
    "ours, framework": (_ours, _framework),
    "for all hooks, ours": (_framework_all, _ours),
    "ours, for all hooks": (_ours, _framework_all),
    "ours, framework, ours, framework": (_ours, _framework, _ours, _framework),
    "user, framework, ours": (_user, _framework, _ours),
    "user, ours, framework": (_user, _ours, _framework),
    "user, framework, ours, framework": (_user, _framework, _ours, _framework),
    "user, ours, for all hooks, ours": (_user, _ours, _framework_all, _ours),
}


@pytest.mark.parametrize("order", ORDERS)
def test_each_runs_once_whatever_the_order(order: str, framed: Repo) -> None:
    for step in ORDERS[order]:
        step(framed)
    done = commit(framed, "--allow-empty", "-m", "x")
    assert done.returncode == 0, done.stderr
    expected = ["user", "framework"] if _user in ORDERS[order] else ["framework"]
    assert list(dict.fromkeys(seen(framed))) == expected
    assert message(framed) == "x\n\nCoord-Session: senior"
    found = list(examine_hooks(find_layout(str(framed.path))))
    assert [one.level for one in found] == ["ok", "ok"]
    assert "fires" in found[0].message
    assert list((framed.path / ".git").glob("coord-trailers*")) == []


@pytest.mark.parametrize("order", ORDERS)
def test_uninstall_leaves_what_the_framework_and_the_user_have(order: str, framed: Repo) -> None:
    for step in ORDERS[order]:
        step(framed)
    uninstall(str(framed.path))
    hooks = content(framed.path / ".git/hooks")
    assert not [name for name, (_, text) in hooks.items() if "coord-tui" in name + text]
    assert commit(framed, "--allow-empty", "-m", "x").returncode == 0
    expected = ["user", "framework"] if _user in ORDERS[order] else ["framework"]
    assert list(dict.fromkeys(seen(framed))) == expected
    assert message(framed) == "x"


@pytest.mark.parametrize("order", ["user, framework, ours", "user, ours, framework"])
def test_the_framework_may_go_first(order: str, framed: Repo) -> None:
    for step in ORDERS[order]:
        step(framed)
    framework(framed, "uninstall")
    commit(framed, "--allow-empty", "-m", "x")
    assert seen(framed) == ["user"]
    assert message(framed) == "x\n\nCoord-Session: senior"
    uninstall(str(framed.path))
    commit(framed, "--allow-empty", "-m", "y")
    assert seen(framed) == ["user"]
    assert message(framed) == "y"


def test_when_the_framework_threw_ours_out_doctor_says_so_and_install_mends_it(
    framed: Repo,
) -> None:
    _user(framed)
    _ours(framed)
    framework(framed, "install", "--overwrite")
    layout = find_layout(str(framed.path))
    assert [one.level for one in examine_hooks(layout)] == ["warn", "ok"]
    _ours(framed)
    assert [one.level for one in examine_hooks(layout)] == ["ok", "ok"]


def test_the_manifest_is_sound(framed: Repo) -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    framework(framed, "validate-manifest", str(manifest))
    stages = {hook["id"]: hook["stages"] for hook in yaml.safe_load(manifest.read_text())}
    assert stages == {"coord-tui-guard": ["pre-commit"], "coord-tui-trailers": ["commit-msg"]}


def test_the_hooks_of_the_manifest_guard_and_sign_a_commit(framed: Repo) -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text()
    hooks = "\n".join(
        f"      {line}".replace("language: python", "language: system")
        for line in manifest.splitlines()
        if not line.startswith("#")
    )
    framed.write(".pre-commit-config.yaml", f"repos:\n  - repo: local\n    hooks:\n{hooks}\n")
    framed.write(
        "coord.yaml", framed.path.joinpath("coord.yaml").read_text() + "guard: {mode: block}\n"
    )
    framed.commit("coord.yaml", ".pre-commit-config.yaml")
    _framework_all(framed)
    (found,) = examine_hooks(find_layout(str(framed.path)))
    assert "the pre-commit framework asks the guard" in found.message
    assert "one of the two is enough" in install(str(framed.path)).notes[0]
    uninstall(str(framed.path))
    done = commit(framed, "--allow-empty", "-m", "x", PATH=with_coord_tui())
    assert done.returncode == 0, done.stderr
    assert message(framed) == "x\n\nCoord-Session: senior"
    assert commit(framed, "--allow-empty", PATH=with_coord_tui(), GIT_EDITOR="true").returncode == 1
    framed.write("atlas/mcp/tool.py", "changed\n")
    done = commit(framed, "-a", "-m", "x", PATH=with_coord_tui())
    assert done.returncode == 1
    assert "junior's" in done.stdout + done.stderr
