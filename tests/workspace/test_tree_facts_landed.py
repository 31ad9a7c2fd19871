"""Whose pushed edit it is, where the plan does not know who commits."""

from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.times import seconds_of
from coord_tui.core.tree import Landed, Worktree
from coord_tui.workspace.tree_facts import TreeFacts
from coord_tui.workspace.trees import listed
from tests.atlas import PLAN
from tests.clones import Clones, clones, opened
from tests.repos import DATE, Repo
from tests.workspace.recording import record

CONFIG = "atlas/config.py"
NOW = seconds_of(DATE) + 3000
LATER = {"GIT_COMMITTER_DATE": "2026-01-31T13:00:00+0000"}
WITHOUT = PLAN.replace("emails: [senior@example.com]", "kind: agent").replace(
    "emails: [junior@example.com]", "kind: agent, worktree: ../junior"
)


@pytest.fixture
def two(tmp_path: Path) -> Clones:
    """Clones whose plan knows nobody's email; both sessions announced the file."""
    made = clones(tmp_path, WITHOUT)
    made.senior.git("branch", "--quiet", "--set-upstream-to=origin/main")
    for name in ("senior", "junior"):
        workspace = opened(made.senior, name)
        workspace.clock = lambda: NOW
        path = CONFIG if name == "senior" else "atlas/mcp/tool.py"
        record(workspace, "announce", intent="x", path=path)
    return made


def edit(repo: Repo, path: str = CONFIG, **who: str) -> str:
    """Commit and push an edit, later than that."""
    repo.write(path, f"after {repo.head()}\n")
    repo.git("add", path)
    repo.git("commit", "--quiet", "--message", "Edit", env=LATER | who)
    repo.git("push", "--quiet", "origin", "HEAD:main")
    return repo.head()


def landed(two: Clones, top: Path) -> tuple[Landed, ...]:
    """What has landed in a tree, as senior sees it."""
    workspace = opened(two.senior, "senior")
    workspace.clock = lambda: NOW + 1000
    (place,) = [one for one in listed(workspace).places if one.top == str(top)]
    return TreeFacts(workspace).of(status(place), place, workspace.board()).landed


def status(place: TreePlace) -> Worktree:
    return read_worktree(Git(place.top, place.git_dir), place.top, place.git_dir)


def test_a_strangers_commit_is_nobodys_edit(two: Clones) -> None:
    stranger = {f"GIT_{who}_EMAIL": "else@example.com" for who in ("AUTHOR", "COMMITTER")}
    edit(two.senior, **stranger)
    assert landed(two, two.senior.path) == ()
    edited = edit(two.senior)
    assert landed(two, two.senior.path) == (Landed(CONFIG, edited),)


def test_what_was_committed_with_the_email_of_the_clone_is_its_sessions(two: Clones) -> None:
    edited = edit(two.senior, GIT_AUTHOR_EMAIL="else@example.com")
    assert landed(two, two.senior.path) == (Landed(CONFIG, edited),)


def test_in_another_clone_the_email_of_that_counts(two: Clones) -> None:
    path = "atlas/mcp/tool.py"
    edited = edit(two.junior, path)
    assert landed(two, two.junior.path) == (Landed(path, edited),)
    two.junior.identify(email="other@example.com")
    assert landed(two, two.junior.path) == ()
