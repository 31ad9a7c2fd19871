"""Whose a file is, by the quick way: the same answers as by the long one."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.plan_cache import read_rules
from coord_tui.core.ownership import Ownership
from coord_tui.errors import BadInput, EnvironmentFailed
from coord_tui.workspace.quick import explained, owners
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.repos import Repo, empty_repository

PATHS = (
    "atlas/agents/planner.py", "atlas/config.py", "app/[id]/page.tsx", "README.md",
    "not/there.py", "naïve 🎈.txt", "a[/]b.md", "atlas/mcp/\udcff.py",
)  # fmt: skip


def test_the_answers_are_those_of_the_whole_plan(place: Repo) -> None:
    slow = Ownership.from_plan(Workspace.open(str(place.path)).plan)
    found = owners(str(place.path), PATHS)
    assert found == [(path, slow.owner_of(path)) for path in PATHS]
    assert {verdict.kind for _, verdict in found} == {"owned", "shared", "unowned"}


def test_a_miss_warms_the_cache_and_a_changed_plan_is_seen(place: Repo) -> None:
    repo = str(place.path)
    cache = place.path / ".git/coord/plan.json"
    assert not cache.exists()
    assert owners(repo, ["atlas/mcp/tool.py"])[0][1].owner == "junior"
    assert read_rules(place.path / "coord.yaml", cache) is not None
    place.write("coord.yaml", PLAN.replace("junior: [atlas/mcp/]", "senior: [atlas/mcp/]", 1)
                .replace("senior: [atlas/agents/,", "junior: [atlas/agents/,"))  # fmt: skip
    assert owners(repo, ["atlas/mcp/tool.py"])[0][1].owner == "senior"


@pytest.mark.parametrize(
    ("typed", "path", "owner"),
    [("agents", "atlas/agents/", "senior"), ("mcp/", "atlas/mcp/", "junior"), (".", "atlas/", ""),
     ("../atlas/mcp/x", "atlas/mcp/x", "junior"), ("..", "", "")],
)  # fmt: skip
def test_paths_are_typed_in_the_folder_and_may_be_folders(
    typed: str, path: str, owner: str, place: Repo
) -> None:
    ((found, verdict),) = owners(str(place.path / "atlas"), [typed])
    assert (found, verdict.owner) == (path, owner)


@pytest.mark.parametrize("path", ["..", "/etc/passwd", ".git/HEAD", "", "link/x"])
def test_paths_outside_are_refused(path: str, place: Repo, tmp_path: Path) -> None:
    os.symlink(tmp_path, place.path / "link")
    with pytest.raises(BadInput):
        owners(str(place.path), [path])


def test_the_deciding_rule_comes_first_when_explained(place: Repo) -> None:
    ((path, rules),) = explained(str(place.path), ["atlas/agents/planner.py"])
    assert path == "atlas/agents/planner.py"
    assert [(verdict.owner, verdict.line) for verdict, _ in rules] == [("senior", 7)]


def test_without_a_plan_it_says_so(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "bare")
    with pytest.raises(EnvironmentFailed, match="coord-tui init"):
        owners(str(repo.path), ["a"])
