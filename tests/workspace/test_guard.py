"""The guard's quick way gives the answers of the long one, and notices whatever changes them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.guard_cache import write_facts
from coord_tui.adapters.layout import find_layout
from coord_tui.core.board import Board
from coord_tui.core.fold import fold
from coord_tui.core.ownership import Ownership
from coord_tui.core.standing import standings
from coord_tui.errors import BadInput
from coord_tui.workspace.guard import CouldNotTell, guard_files, look
from coord_tui.workspace.guard_commits import guard_staged, mine
from coord_tui.workspace.guard_facts import keep_state, mark_of
from coord_tui.workspace.guard_range import guard_range
from coord_tui.workspace.identity import store_name
from coord_tui.workspace.places import facts_path
from coord_tui.workspace.workspace import Workspace
from tests.atlas import FILES, PLAN
from tests.clones import clones
from tests.repos import Repo, empty_repository
from tests.workspace.conftest import As
from tests.workspace.recording import record

THEIRS, SHARED = "atlas/mcp/tool.py", "atlas/config.py"


def rules(place: Repo, *paths: str, session: str = "senior") -> list[str]:
    found = guard_files(str(place.path), session, [str(place.path / path) for path in paths])
    return [one.rule for one in found.findings]


def expected(board: Board, path: str) -> list[str]:
    """The rule that a file's standing, as the screen shows it, leads to."""
    (found,) = standings([path], board, Ownership.from_plan(board.plan))
    if found.kind == "theirs" and not found.granted:
        return ["owner"]
    if found.held:
        return ["reserved"]
    return ["announce"] if found.kind == "shared" and not found.own else []


def test_both_ways_agree_with_the_standing_of_each_file(place: Repo, session: As) -> None:
    senior, junior = session("senior"), session("junior")
    record(junior, "announce", path=SHARED, intent="x")
    record(junior, "reserve", pattern="docs/**")
    request = record(senior, "ask", path=THEIRS, why="x")
    for step in range(3):
        if step == 1:
            record(junior, "grant", request=request)
        for me in ("senior", "junior"):
            for path in (*FILES, "docs/a.md", "README.md"):
                wanted = expected(session(me).board(), path)
                assert rules(place, path, session=me) == wanted, (step, me, path)


def test_an_answer_is_kept_until_plan_or_channel_change(place: Repo, session: As) -> None:
    kept = Path(facts_path(find_layout(str(place.path))))
    assert rules(place, SHARED) == ["announce"]
    first = kept.stat().st_mtime_ns, kept.stat().st_ino
    assert rules(place, SHARED) == ["announce"]
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == first
    record(session("junior"), "announce", path=SHARED, intent="x")
    assert rules(place, SHARED) == ["reserved"]
    place.write("coord.yaml", PLAN.replace("path: atlas/config.py", "path: atlas/mcp/tool.py"))
    assert rules(place, SHARED, THEIRS) == ["reserved", "announce"]


def test_worktrees_with_different_plans_keep_their_own(place: Repo, tmp_path: Path) -> None:
    tree = place.worktree(tmp_path / "tree", "side")
    tree.write("coord.yaml", PLAN.replace("junior: [atlas/mcp/]", "junior: []"))
    for _ in range(2):
        assert rules(place, THEIRS) == ["owner"]
        assert rules(tree, THEIRS) == []


def test_whoever_has_folded_the_channel_can_keep_it_for_the_guard(place: Repo, session: As) -> None:
    workspace = session("junior")
    layout = workspace.layout
    record(workspace, "announce", path=SHARED, intent="x")
    source = (place.path / "coord.yaml").read_bytes()
    mark = mark_of(layout, workspace.plan)
    keep_state(layout, source, fold(workspace.plan, workspace.lines()).state, mark)
    kept = Path(facts_path(layout)).read_bytes()
    assert rules(place, SHARED, THEIRS) == ["reserved", "owner"]
    assert Path(facts_path(layout)).read_bytes() == kept


def test_a_plan_that_changed_meanwhile_is_not_kept(place: Repo, session: As) -> None:
    workspace = session("junior")
    mark = mark_of(workspace.layout, workspace.plan)
    state = fold(workspace.plan, workspace.lines()).state
    keep_state(workspace.layout, b"another", state, mark)
    assert not os.path.exists(facts_path(workspace.layout))


def test_a_clone_without_a_channel_takes_that_of_the_remote(tmp_path: Path) -> None:
    found = clones(tmp_path)
    assert rules(found.senior, SHARED) == ["announce"]
    assert rules(found.senior, SHARED) == ["announce"]
    junior = Workspace.open(str(found.junior.path))
    record(junior, "announce", path=SHARED, intent="x")
    found.junior.git("push", "--quiet", "origin", "coord")
    found.senior.git("fetch", "--quiet")
    assert rules(found.senior, SHARED) == ["reserved"]


def told(ask: Callable[[], str]) -> str:
    """The name that comes out, or why there is none."""
    try:
        return ask()
    except BadInput as error:
        return f"refused: {error}"


def guards_name(place: Repo, asked: str) -> str:
    sight = look(find_layout(str(place.path)), asked)
    assert sight is not None
    return sight.me


@pytest.mark.parametrize("named", ["", "junior", "senior", "guest", "joined"])
@pytest.mark.parametrize("by", ["--as", "COORD_SESSION", "whoami", "email", "author"])
def test_who_acts_is_who_every_other_command_takes_it_for(
    named: str, by: str, place: Repo, session: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = session("")
    workspace.me = "joined"
    record(workspace, "join", role="x")
    workspace.me = named
    if by == "COORD_SESSION":
        monkeypatch.setenv("COORD_SESSION", named)
    elif by == "whoami":
        store_name(workspace)
    elif by == "email":
        place.identify(email=f"{named.title()}@Example.com")
    elif by == "author":
        monkeypatch.setenv("GIT_AUTHOR_EMAIL", f"{named}@example.com")
    asked = named if by == "--as" else ""
    wanted = told(lambda: session(asked).me)
    assert told(lambda: guards_name(place, asked)) == wanted


def test_without_a_plan_everything_is_allowed(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.write("a.txt")
    repo.git("add", "a.txt")
    folder = str(repo.path)
    assert not guard_files(folder, "anyone", [str(repo.path / "a.txt")]).findings
    assert not guard_staged(folder, "").findings
    assert not guard_range(folder, "HEAD..HEAD").findings
    assert mine(folder, "") == ["a.txt"]


BROKEN: dict[str, Callable[[Repo], object]] = {
    "a broken plan": lambda place: place.write("coord.yaml", "version: one\n"),
    "a plan that cannot be read": lambda place: _a_folder_for(place, "coord.yaml"),
    "an unreadable channel": lambda place: _a_folder_for(place, ".git/coord/channel.jsonl"),
    "no repository": lambda place: (place.path / ".git").rename(place.path / "away"),
}


def _a_folder_for(place: Repo, name: str) -> None:
    (place.path / name).unlink(missing_ok=True)
    place.write(f"{name}/x")


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_found_out_is_said_and_is_no_permission(case: str, place: Repo) -> None:
    BROKEN[case](place)
    folder = str(place.path)
    with pytest.raises(CouldNotTell, match=r"^could not tell: "):
        guard_files(folder, "", [str(place.path / "x")])
    with pytest.raises(CouldNotTell, match=r"^could not tell: "):
        guard_staged(folder, "")
    with pytest.raises(CouldNotTell, match=r"^could not tell: "):
        guard_range(folder, "HEAD~1..HEAD")


def test_whatever_stands_in_the_cache_is_made_anew_when_it_makes_no_sense(place: Repo) -> None:
    layout = find_layout(str(place.path))
    plan = Workspace.open(str(place.path)).plan
    source = (place.path / "coord.yaml").read_bytes()
    garbage: tuple[object, ...] = ({"sessions": 7}, {"holds": [[1]]}, {"else": 1})
    for facts in garbage:
        write_facts(facts_path(layout), source, mark_of(layout, plan), [], rules=[], facts=facts)
        assert rules(place, THEIRS) == ["owner"]
