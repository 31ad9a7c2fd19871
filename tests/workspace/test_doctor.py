"""The doctor: each thing that can be wrong is found, named and given an exit code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.workspace import actions
from coord_tui.workspace.diagnosis import Diagnosis
from coord_tui.workspace.doctor import examine, exit_code
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
        "python", "git", "repository", "plan", "channel", "branch", "session", "remote", "hooks",
        "watching",
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


def _foreign_channel(place: Repo) -> None:
    place.git("checkout", "--quiet", "--orphan", "coord")
    place.commit("channel.jsonl")
    place.git("checkout", "--quiet", "main")


def _checked_out(place: Repo) -> None:
    _claimed(place)
    place.git("checkout", "--quiet", "coord")
    place.write("coord.yaml", PLAN)


def _unborn(place: Repo) -> None:
    place.git("symbolic-ref", "HEAD", "refs/heads/coord")


def _no_room(place: Repo) -> None:
    place.git("branch", "coord/foo")


def _not_committed(place: Repo) -> None:
    _claimed(place)
    place.git("update-ref", "refs/heads/coord", "coord~")


def _claimed(place: Repo) -> None:
    actions.claim(Workspace.open(str(place.path)), ["S4"])


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
    "a foreign channel": (_foreign_channel, "branch", "that coord-tui did not begin"),
    "a branch that is checked out": (_checked_out, "branch", "is checked out in"),
    "one before its first commit": (_unborn, "branch", "is checked out in"),
    "no room for the branch": (_no_room, "branch", "'coord/foo' leaves no room"),
    "a branch that is behind": (_not_committed, "branch", "1 event not committed"),
    "a merge": (_merging, "repository", "in the middle of a merge"),
}


@pytest.mark.parametrize("name", WARNS)
def test_what_needs_care_is_told_and_fails_nothing(name: str, place: Repo) -> None:
    spoil, where, words = WARNS[name]
    spoil(place)
    found = findings(place)
    assert [one for one in found[where] if one.level == "warn" and words in one.message]
    assert exit_code(examine(str(place.path), "")) == 0


@pytest.mark.parametrize("spoil", [_foreign, _foreign_channel, _checked_out, _unborn, _no_room])
def test_a_branch_that_is_taken_is_judged_as_a_commit_would_and_the_way_out_named(
    spoil: Callable[[Repo], None], place: Repo
) -> None:
    spoil(place)
    (found,) = findings(place)["branch"]
    assert "no event is committed" in found.message
    assert "channel.branch" in found.fix
    before = place.git("for-each-ref")
    senior = Workspace.open(str(place.path), "senior")
    actions.say(senior, "hello")
    assert any(found.fix in notice for notice in senior.told())
    assert place.git("for-each-ref") == before


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:token@example.com/a.git", "https://example.com/a.git"),
        ("https://ghp_token@example.com/a@b.git", "https://example.com/a@b.git"),
        ("https://user:p@ss@example.com/a", "https://example.com/a"),
        ("https://example.com/a@b.git", "https://example.com/a@b.git"),
        ("git@example.com:a/b.git", "git@example.com:a/b.git"),
        ("/srv/a@b.git", "/srv/a@b.git"),
    ],
)
def test_the_remote_is_shown_without_credentials(url: str, shown: str, place: Repo) -> None:
    place.git("remote", "add", "origin", url)
    assert [one.message for one in findings(place)["remote"]] == [
        f"origin: {shown}; not asked yet, 0 pending"
    ]


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
