"""Pull before editing, between two clones: it holds until HEAD has the commit, then it is gone."""

import json
import os
from pathlib import Path

import pytest

from coord_tui.core.ownership import Ownership
from coord_tui.core.standing import standings
from coord_tui.workspace import actions
from coord_tui.workspace.due import due_here
from coord_tui.workspace.guard import CouldNotTell, guard_files
from coord_tui.workspace.guard_commits import guard_staged
from coord_tui.workspace.guard_edit import guard_edit
from coord_tui.workspace.sync import sync
from tests.atlas import PLAN
from tests.clones import Clones, clones, opened
from tests.repos import Repo
from tests.workspace.recording import record

CONFIG = "atlas/config.py"
STRICT = PLAN + "guard: {mode: block}\n"


def push(world: Clones, *paths: str) -> str:
    """Junior edits, commits, pushes and tells; senior hears of it. The commit."""
    for path in paths:
        world.junior.write(path, "junior's\n")
    commit = world.junior.commit(*paths, message="A provider")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    junior = opened(world.junior, "junior")
    for path in paths:
        record(junior, "pushed", path=path, commit=commit)
    sync(junior)
    sync(opened(world.senior, "senior"))
    return commit


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    """Junior has pushed the shared file; senior has heard of it, and announced it."""
    found = clones(tmp_path, STRICT)
    push(found, CONFIG)
    actions.announce(opened(found.senior, "senior"), CONFIG, "a section")
    return found


def rules(repo: Repo, *paths: str, session: str = "senior") -> list[str]:
    found = guard_files(str(repo.path), session, [str(repo.path / path) for path in paths])
    return [one.rule for one in found.findings]


def to_pull(repo: Repo) -> list[str]:
    """What the inbox and the brief tell senior to pull."""
    workspace = opened(repo, "senior")
    return [one.path for one in due_here(workspace, workspace.board()).pull]


def test_it_holds_until_head_has_the_commit_and_goes_by_itself(world: Clones) -> None:
    assert rules(world.senior, CONFIG) == ["pull"]
    assert to_pull(world.senior) == [CONFIG]
    world.senior.git("fetch", "--quiet")
    assert rules(world.senior, CONFIG) == ["pull"], "to have it is not to have pulled it"
    assert rules(world.junior, CONFIG, session="junior") == ["announce"], "its own is no news"
    actions.unreserve(opened(world.senior, "senior"), [CONFIG])
    assert rules(world.senior, CONFIG) == ["announce", "pull"], "both at once"
    actions.announce(opened(world.senior, "senior"), CONFIG, "a section")

    world.senior.git("merge", "--quiet", "--ff-only", "origin/main")
    assert rules(world.senior, CONFIG) == []
    assert to_pull(world.senior) == []


def test_the_next_push_brings_it_back(world: Clones) -> None:
    world.senior.git("pull", "--quiet", "--ff-only", "origin", "main")
    assert rules(world.senior, CONFIG) == []
    world.junior.write(CONFIG, "more\n")
    push(world, CONFIG, "README.md")
    assert rules(world.senior, CONFIG, "README.md") == ["pull", "pull"]
    assert to_pull(world.senior) == ["README.md", CONFIG]
    world.senior.git("pull", "--quiet", "--ff-only", "origin", "main")
    assert rules(world.senior, CONFIG, "README.md") == []


def test_an_edit_is_refused_and_a_commit_only_warned_of(world: Clones) -> None:
    (refused,) = guard_files(str(world.senior.path), "senior", [CONFIG]).findings
    assert refused.level == "block"
    data = json.dumps({"tool_input": {"file_path": str(world.senior.path / CONFIG)}}).encode()
    answer, _ = guard_edit(str(world.senior.path), "senior", data)
    assert [(one.rule, one.level) for one in answer.findings] == [("pull", "block")]

    world.senior.write(CONFIG, "senior's\n")
    world.senior.git("add", CONFIG)
    (warned,) = guard_staged(str(world.senior.path), "senior").findings
    assert (warned.rule, warned.level) == ("pull", "warn")
    assert warned.message.endswith("pull before you push, `coord-tui pull`")


def test_a_merge_that_brings_it_is_the_pull(world: Clones) -> None:
    world.senior.commit("atlas/agents/planner.py", message="Mine")
    world.senior.git("fetch", "--quiet")
    world.senior.git("merge", "--quiet", "--no-commit", "--no-ff", "origin/main")
    assert rules(world.senior, CONFIG) == []
    assert guard_staged(str(world.senior.path), "senior").findings == []


def test_each_worktree_has_its_own_head(world: Clones, tmp_path: Path) -> None:
    old = world.senior.worktree(tmp_path / "old", "old")
    world.senior.git("pull", "--quiet", "--ff-only", "origin", "main")
    assert rules(world.senior, CONFIG) == []
    assert rules(old, CONFIG) == ["pull"]


def levels(repo: Repo, *paths: str) -> list[tuple[str, str]]:
    found = guard_files(str(repo.path), "senior", [str(repo.path / path) for path in paths])
    return [(one.rule, one.level) for one in found.findings]


def test_what_was_pushed_to_a_branch_apart_is_no_dead_end(world: Clones) -> None:
    world.senior.git("pull", "--quiet", "--ff-only", "origin", "main")
    world.junior.git("checkout", "--quiet", "-b", "topic")
    world.junior.write("README.md", "a topic\n")
    commit = world.junior.commit("README.md", message="A topic")
    world.junior.git("push", "--quiet", "origin", "topic")
    record(opened(world.senior, "junior"), "pushed", path="README.md", commit=commit)
    assert levels(world.senior, "README.md") == [("pull", "block")], "it may be in main"

    world.senior.git("fetch", "--quiet")
    assert levels(world.senior, "README.md") == [("pull", "warn")]
    workspace = opened(world.senior, "senior")
    due = due_here(workspace, workspace.board())
    assert ([one.path for one in due.unmerged], due.pull) == (["README.md"], ())
    (tree,) = workspace.snapshot().worktrees
    assert (tree.lacks, tree.to_pull) == (frozenset({commit}), frozenset())

    world.junior.git("push", "--quiet", "origin", "topic:main")
    world.senior.git("fetch", "--quiet")
    assert levels(world.senior, "README.md") == [("pull", "block")], "there it is"
    assert to_pull(world.senior) == ["README.md"]


def test_without_an_upstream_there_is_nothing_to_pull(world: Clones) -> None:
    world.senior.git("branch", "--unset-upstream")
    for fetched in (False, True):
        if fetched:
            world.senior.git("fetch", "--quiet")
        assert levels(world.senior, CONFIG) == [("pull", "warn")]
        assert to_pull(world.senior) == []


def test_through_a_link_one_edits_what_it_leads_to(world: Clones) -> None:
    os.symlink(CONFIG, world.senior.path / "settings.py")
    assert rules(world.senior, "settings.py") == ["pull"]


def test_a_commit_that_nobody_can_find_is_not_contained(world: Clones) -> None:
    record(opened(world.senior, "junior"), "pushed", path="README.md", commit="f" * 40)
    assert rules(world.senior, "README.md") == ["pull"]


def test_without_git_the_guard_cannot_tell(world: Clones, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules(world.senior, "README.md") == []
    monkeypatch.setenv("PATH", "/nowhere")
    assert rules(world.senior, "README.md") == [], "nobody pushed that: git is not asked"
    with pytest.raises(CouldNotTell, match="no git"):
        rules(world.senior, CONFIG)


def test_the_guard_and_the_standing_agree(world: Clones) -> None:
    push(world, "README.md", "atlas/mcp/tool.py")
    workspace = opened(world.senior, "senior")
    snapshot = workspace.snapshot()
    board, own = snapshot.board, snapshot.worktrees[0]
    paths = (CONFIG, "README.md", "atlas/agents/planner.py", "coord.yaml")
    found = standings(paths, board, Ownership.from_plan(board.plan), own.lacks)
    assert [one.path for one in found if one.pull] == [CONFIG, "README.md"]
    for one in found:
        assert rules(world.senior, one.path) == (["pull"] if one.pull else [])
