"""The doctor: each thing that can be wrong is found, named and given an exit code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.workspace import actions
from coord_tui.workspace.doctor import Diagnosis, examine, exit_code
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.repos import Repo, empty_repository


def findings(place: Repo, session: str = "") -> dict[str, list[Diagnosis]]:
    found: dict[str, list[Diagnosis]] = {}
    for one in examine(str(place.path), session):
        found.setdefault(one.name, []).append(one)
    return found


def test_a_sound_repository_is_well(place: Repo) -> None:
    actions.claim(Workspace.open(str(place.path)), ["S4"])
    found = examine(str(place.path), "")
    assert [one for one in found if one.level != "ok"] == []
    assert exit_code(found) == 0
    assert [one.name for one in found] == [
        "python", "git", "repository", "plan", "channel", "branch", "session", "remote", "watching",
    ]  # fmt: skip


def _garbage(place: Repo) -> None:
    file = place.write(".git/coord/channel.jsonl", "{}\nnot json\n")
    file.with_name("torn.txt").write_text("{")


def _late_plan(place: Repo) -> None:
    place.write("coord.yaml", PLAN + "      - {id: Z, title: z, done: abcdef0}\n")


def _stranger(place: Repo) -> None:
    place.identify(email="guest@example.com")


def _foreign(place: Repo) -> None:
    place.git("branch", "coord")


def _unmatched(place: Repo) -> None:
    place.write("coord.yaml", PLAN.replace("atlas/mcp/", "atlas/gone/"))


def _merging(place: Repo) -> None:
    place.write(".git/MERGE_HEAD", place.head())


WARNS: dict[str, tuple[Callable[[Repo], None], str, str]] = {
    "lines that are no events": (_garbage, "channel", "2 lines are no events: 1, 2"),
    "a torn line": (_garbage, "channel", "torn.txt"),
    "an unknown commit": (_late_plan, "plan", "no commit 'abcdef0'"),
    "a pattern that matches nothing": (_unmatched, "plan", "'atlas/gone/' matches no file"),
    "an observer": (_stranger, "session", "guest@example.com"),
    "a foreign branch": (_foreign, "branch", "holds something else"),
    "a merge": (_merging, "repository", "in the middle of a merge"),
}


@pytest.mark.parametrize("name", WARNS)
def test_what_needs_care_is_told_and_fails_nothing(name: str, place: Repo) -> None:
    spoil, where, words = WARNS[name]
    spoil(place)
    found = findings(place)
    assert [one for one in found[where] if one.level == "warn" and words in one.message]
    assert exit_code(examine(str(place.path), "")) == 0


def test_every_problem_of_a_broken_plan_is_named(place: Repo) -> None:
    place.write("coord.yaml", "version: 2\nprojct: x\n")
    found = findings(place)
    assert len(found["plan"]) == 2
    assert "did you mean project?" in found["plan"][1].message
    assert exit_code(examine(str(place.path), "")) == 2


def test_a_missing_plan_and_a_missing_repository_are_the_surroundings(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    assert exit_code(examine(str(repo.path), "")) == 3
    assert "coord-tui init" in findings(repo)["plan"][0].fix
    assert exit_code(examine(str(tmp_path), "")) == 3


def test_an_unknown_session_is_bad_input(place: Repo) -> None:
    assert exit_code(examine(str(place.path), "ghost")) == 2
