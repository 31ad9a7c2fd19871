"""What a plan names is no tree to look at unless it is one of this project, and git's own affair.

A plan comes with a clone, from whoever wrote it: to look at it runs nothing and betrays nothing.
"""

import os
from pathlib import Path

import pytest

from coord_tui.cli.main import run
from coord_tui.workspace.diffs import diff_of
from coord_tui.workspace.doctor import examine
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.clones import Clones, clones
from tests.repos import Repo, empty_repository, repository

LOOKS = (("status",), ("brief",), ("conflicts",), ("doctor",))


def naming(folder: str) -> str:
    return PLAN.replace("role: mail,", f"role: mail, worktree: {folder},")


def armed(repo: Repo, marker: Path) -> None:
    """Let the repository run a command whenever git looks at its working tree."""
    repo.git("config", "core.fsmonitor", f"touch {marker}; false")
    repo.git("config", "filter.trap.clean", f"touch {marker}; cat")


def bare_inside(repo: Repo, name: str, marker: Path) -> Path:
    """A tracked folder that looks like a repository without a `.git`."""
    inside = empty_repository(repo.path / name)
    inside.write(".gitattributes", "* filter=trap\n")
    inside.commit("file", ".gitattributes")
    armed(inside, marker)
    inside.git("config", "core.worktree", ".")
    inside.git("config", "core.bare", "false")
    for one in (inside.path / ".git").iterdir():
        one.rename(inside.path / one.name)
    (inside.path / ".git").rmdir()
    (inside.path / "refs" / "keep").touch()
    inside.write("file", "changed!\n")
    return inside.path


@pytest.fixture
def group(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def trees(place: Repo) -> list[str]:
    found = Workspace.open(str(place.path), "senior").snapshot().worktrees
    return [Path(tree.path).name for tree in found]


@pytest.mark.parametrize("words", LOOKS)
def test_a_tracked_folder_that_looks_like_a_repository_runs_nothing(
    words: tuple[str, ...], group: Clones, tmp_path: Path
) -> None:
    marker = tmp_path / "ran"
    bare_inside(group.senior, "evil", marker)
    group.senior.write("coord.yaml", naming("evil"))
    group.senior.commit("coord.yaml", "evil")
    group.senior.git("push", "--quiet", "origin", "HEAD:main")
    fresh = group.remote.clone(tmp_path / "fresh")
    assert (fresh.path / "evil" / "HEAD").exists()
    run(["--repo", str(fresh.path), "--as", "senior", *words])
    assert trees(fresh) == ["fresh"]
    assert not marker.exists()


def test_such_a_folder_of_another_clone_runs_nothing_either(group: Clones, tmp_path: Path) -> None:
    bare_inside(group.junior, "evil", tmp_path / "ran")
    group.senior.write("coord.yaml", naming("../junior/evil"))
    assert trees(group.senior) == ["senior"]
    assert not (tmp_path / "ran").exists()


def test_of_another_clone_of_the_project_no_file_monitor_is_started(
    group: Clones, tmp_path: Path
) -> None:
    marker = tmp_path / "ran"
    group.junior.git("config", "core.fsmonitor", f"touch {marker}; false")
    group.junior.write("atlas/config.py", "mine\n")
    group.senior.write("coord.yaml", naming("../junior"))
    workspace = Workspace.open(str(group.senior.path), "senior")
    snapshot = workspace.snapshot()
    (change,) = snapshot.worktrees[1].changes
    assert change.path == "atlas/config.py"
    assert diff_of(workspace, snapshot.worktrees[1], change).hunks
    assert not marker.exists()


def test_a_repository_of_another_project_is_not_looked_at(group: Clones, tmp_path: Path) -> None:
    private = repository(tmp_path / "private")
    armed(private, tmp_path / "ran")
    private.write("diary-of-illness")
    group.senior.write("coord.yaml", naming("../private"))
    assert trees(group.senior) == ["senior"]
    assert not (tmp_path / "ran").exists()
    private.git("remote", "add", "upstream", os.fspath(group.remote.path))
    assert trees(group.senior) == ["senior", "private"]


def test_doctor_says_that_what_a_plan_names_is_another_project(
    group: Clones, tmp_path: Path
) -> None:
    repository(tmp_path / "private")
    group.senior.write("coord.yaml", naming("../private"))
    found = [one for one in examine(str(group.senior.path), "senior") if one.name == "worktrees"]
    assert [one.level for one in found] == ["warn"]
    assert "../private is a repository of another project" in found[0].message
    group.senior.write("coord.yaml", naming("../junior"))
    found = [one for one in examine(str(group.senior.path), "senior") if one.name == "worktrees"]
    assert [one.level for one in found] == ["ok"]
