"""Who crossed ownership in commits that are made: by the plan before them, and the grants."""

from pathlib import Path

import pytest

from coord_tui.workspace.guard import CouldNotTell
from coord_tui.workspace.guard_range import guard_range
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.clones import clones
from tests.repos import Repo, empty_repository
from tests.workspace.conftest import As
from tests.workspace.recording import record

THEIRS = "atlas/mcp/tool.py"
TAKEN = PLAN.replace("junior: [atlas/mcp/]", "junior: []").replace(
    "senior: [atlas/agents/", "senior: [atlas/mcp/, atlas/agents/"
)


def crossing(place: Repo, message: str = "x", email: str = "senior@example.com") -> str:
    place.write(THEIRS, f"{message}\n")
    place.identify(email=email)
    return place.commit(THEIRS, message=message)


def rules(place: Repo, span: str) -> list[str]:
    return [one.rule for one in guard_range(str(place.path), span).findings]


def test_a_commit_cannot_give_itself_ownership(place: Repo) -> None:
    start = place.head()
    place.write("coord.yaml", TAKEN)
    place.commit("coord.yaml")
    crossing(place)
    assert rules(place, f"{start}..HEAD") == ["owner"]
    assert rules(place, f"{start}...HEAD") == ["owner"]
    assert rules(place, "HEAD~1..HEAD") == []
    place.git("checkout", "--quiet", start)
    assert rules(place, f"{start}..main") == ["owner"]
    assert rules(place, "..main") == ["owner"]


def test_a_start_without_a_plan_is_judged_by_the_working_trees(place: Repo) -> None:
    crossing(place)
    found = guard_range(str(place.path), "HEAD~2..HEAD")
    assert [one.rule for one in found.findings] == ["owner"]
    assert found.notes[0] == "HEAD~2 has no coord.yaml: judged by that of the working tree"


def test_a_plan_that_is_gone_still_judges_what_came_after_it(place: Repo) -> None:
    place.git("rm", "--quiet", "coord.yaml")
    place.commit()
    crossing(place)
    assert rules(place, "HEAD~2..HEAD") == ["owner"]


def test_a_broken_plan_at_the_start_is_no_permission(place: Repo) -> None:
    place.write("coord.yaml", "version: one\n")
    place.commit("coord.yaml")
    place.write("coord.yaml", PLAN)
    place.commit("coord.yaml")
    with pytest.raises(CouldNotTell, match=r"could not tell: HEAD~1:coord\.yaml:1"):
        guard_range(str(place.path), "HEAD~1..HEAD")
    with pytest.raises(CouldNotTell, match="git log nope"):
        guard_range(str(place.path), "nope..HEAD")


def test_without_any_plan_there_is_nothing_to_cross(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.commit("a.txt")
    assert guard_range(str(repo.path), "HEAD..HEAD").notes == ()


@pytest.mark.parametrize(
    ("email", "trailer", "expected"),
    [
        ("junior@example.com", "junior", []),
        ("senior@example.com", "junior", ["owner"]),
        ("stranger@example.com", "junior", ["session"]),
        ("junior@example.com", "senior", []),
    ],
)
def test_a_trailer_counts_only_beside_an_email_of_its_session(
    email: str, trailer: str, expected: list[str], place: Repo
) -> None:
    crossing(place, f"x\n\nCoord-Session: {trailer}", email)
    found = guard_range(str(place.path), "HEAD~1..HEAD").findings
    assert [one.rule for one in found] == expected
    assert all(f"(unverified trailer: {trailer})" in one.message for one in found)


def test_a_command_has_the_branch_as_one_word(tmp_path: Path) -> None:
    found = clones(tmp_path)
    place = found.senior
    place.write("coord.yaml", PLAN + "channel: {branch: 'a$(id)'}\n")
    place.commit("coord.yaml")
    crossing(place)
    (note,) = guard_range(str(place.path), "HEAD~1..HEAD").notes
    assert note.endswith(": `git fetch origin 'a$(id):a$(id)'` gets it")


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
