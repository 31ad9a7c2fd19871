"""What may be committed, in a working tree that sessions share too; and what was, in a range."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import find_layout
from coord_tui.workspace import actions
from coord_tui.workspace.guard_commits import guard_staged, mine
from coord_tui.workspace.places import here_path
from tests.repos import Repo
from tests.workspace.conftest import As

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
