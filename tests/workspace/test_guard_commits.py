"""What may be committed, in a working tree that sessions share too; and what was, in a range."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import find_layout
from coord_tui.workspace import actions
from coord_tui.workspace.guard_commits import guard_range, guard_staged, mine
from coord_tui.workspace.places import here_path
from coord_tui.workspace.workspace import Workspace
from tests.clones import clones
from tests.repos import Repo
from tests.workspace.conftest import As
from tests.workspace.recording import record

THEIRS = "atlas/mcp/tool.py"


def stage(place: Repo, *paths: str) -> None:
    for path in paths:
        place.write(path, "changed\n")
    place.git("add", "--all")


def here(place: Repo, *names: str, ago: float = 0) -> None:
    """Sessions that acted in this working tree so many seconds ago."""
    folder = here_path(find_layout(str(place.path)))
    for name in names:
        note_here(folder, name)
        then = os.stat(f"{folder}/{name}").st_mtime - ago
        os.utime(f"{folder}/{name}", (then, then))


def staged_rules(place: Repo, session: str = "senior") -> list[str]:
    return [one.rule for one in guard_staged(str(place.path), session).findings]


def test_a_commit_in_a_shared_tree_is_told_apart(place: Repo) -> None:
    stage(place, THEIRS, "atlas/agents/planner.py", "app/[id]/page.tsx")
    assert staged_rules(place) == ["owner"]
    here(place, "senior", "junior", ago=7100)
    assert staged_rules(place) == ["bundle"]
    assert guard_staged(str(place.path), "senior").command == (
        "git commit --only -- ':(literal)app/[id]/page.tsx' atlas/agents/planner.py"
    )
    assert mine(str(place.path), "senior") == ["app/[id]/page.tsx", "atlas/agents/planner.py"]
    below = mine(str(place.path / "atlas"), "senior")
    assert below == ["../app/[id]/page.tsx", "agents/planner.py"]
    here(place, "junior", ago=7300)
    assert staged_rules(place) == ["owner"]


def test_another_worktree_is_not_shared(place: Repo, tmp_path: Path) -> None:
    tree = place.worktree(tmp_path / "tree", "side")
    here(tree, "junior")
    stage(place, THEIRS)
    assert staged_rules(place) == ["owner"]


def test_a_merge_bundles_what_others_did_on_purpose(place: Repo) -> None:
    here(place, "junior")
    place.git("checkout", "--quiet", "-b", "side")
    place.commit("atlas/mcp/new.py")
    place.git("checkout", "--quiet", "main")
    place.commit("atlas/agents/new.py")
    place.git("merge", "--quiet", "--no-commit", "side")
    assert staged_rules(place) == []
    stage(place, THEIRS)
    assert staged_rules(place) == ["owner"]


def test_trailers_name_the_session_and_the_tasks_of_an_allowed_commit(
    place: Repo, session: As, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "left"
    monkeypatch.setenv("COORD_TRAILERS", str(left))
    actions.claim(session("senior"), ["S4"])
    stage(place, "atlas/agents/planner.py")
    assert staged_rules(place) == []
    assert left.read_text() == "Coord-Session: senior\nCoord-Task: S4\n"
    left.unlink()
    place.git("reset", "--quiet")
    stage(place, THEIRS)
    here(place, "junior")
    assert "bundle" in staged_rules(place)
    assert not left.exists()


def test_a_range_is_judged_by_the_grants_of_its_time(place: Repo, session: As) -> None:
    senior, junior = session("senior"), session("junior")
    start = place.head()
    place.commit(THEIRS)
    place.write(THEIRS, "more\n")
    now = f"@{int(senior.clock()) + 60} +0000"
    place.git("commit", "--quiet", "--all", "--message", "x", env={"GIT_AUTHOR_DATE": now})
    span = f"{start}..HEAD"
    place.write("atlas/config.py", "not announced\n")
    place.commit("atlas/config.py")
    found = guard_range(str(place.path), span)
    assert [one.rule for one in found.findings] == ["owner"]
    assert found.notes == ["there is no channel here, so no grant is known"]
    request = record(senior, "ask", path=THEIRS, why="x")
    assert len(guard_range(str(place.path), span).findings) == 1
    record(junior, "grant", request=request)
    granted = guard_range(str(place.path), span)
    assert (granted.findings, granted.notes) == ((), [])


def test_a_range_in_a_fresh_clone_knows_the_grants_that_the_remote_has(tmp_path: Path) -> None:
    found = clones(tmp_path)
    senior, junior = (Workspace.open(str(one.path)) for one in (found.senior, found.junior))
    request = record(senior, "ask", path=THEIRS, why="x")
    found.senior.git("push", "--quiet", "origin", "coord")
    found.junior.git("fetch", "--quiet")
    assert junior.lines()
    record(junior, "grant", request=request)
    found.junior.git("push", "--quiet", "origin", "coord")
    found.senior.write(THEIRS, "changed\n")
    when = f"@{int(senior.clock()) + 60} +0000"
    found.senior.git("commit", "--quiet", "--all", "--message", "x", env={"GIT_AUTHOR_DATE": when})
    found.senior.git("push", "--quiet", "origin", "HEAD:main")
    fresh = found.remote.clone(tmp_path / "fresh")
    assert not guard_range(str(fresh.path), "HEAD~1..HEAD").findings
    single = found.remote.clone(tmp_path / "single", "--single-branch", "--branch=main")
    lacking = guard_range(str(single.path), "HEAD~1..HEAD")
    assert [one.rule for one in lacking.findings] == ["owner"]
    assert "`git fetch origin coord:coord` gets it" in lacking.notes[0]
