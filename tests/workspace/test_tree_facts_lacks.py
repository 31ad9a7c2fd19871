"""What a real working tree lacks of what others told of, when history is cut short or rewritten."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.worktree_list import own_place
from coord_tui.core.times import seconds_of
from coord_tui.workspace.tree_facts import SKEW, TreeFacts
from coord_tui.workspace.workspace import Workspace
from tests.clones import Clones, clones, opened
from tests.repos import DATE, Repo
from tests.workspace.recording import record

CONFIG = "atlas/config.py"
TOLD = seconds_of(DATE) + 1000


class Seen(NamedTuple):
    """A clone as senior sees it, again and again."""

    workspace: Workspace
    facts: TreeFacts
    repo: Repo

    def lacks(self) -> frozenset[str]:
        place = own_place(find_layout(str(self.repo.path)))
        tree = read_worktree(Git(place.top), place.top, place.git_dir)
        return self.facts.of(tree, place, self.workspace.board()).lacks

    def fetches(self, at: float = TOLD + SKEW + 1) -> None:
        """Fetch as if it were then."""
        self.repo.git("fetch", "--quiet")
        self.fetched(at)

    def fetched(self, at: float) -> None:
        """Leave the traces of a last fetch at that moment, and no other."""
        folder = self.repo.path / ".git"
        for name in ("main", "HEAD"):
            (folder / "logs/refs/remotes/origin" / name).unlink(missing_ok=True)
        for name in ("FETCH_HEAD", "refs/remotes/origin/main"):
            if (folder / name).exists():
                os.utime(folder / name, (at, at))


def seen(repo: Repo) -> Seen:
    workspace = opened(repo, "senior")
    return Seen(workspace, TreeFacts(workspace), repo)


@pytest.fixture
def two(tmp_path: Path) -> Clones:
    return clones(tmp_path)


@pytest.fixture
def mine(two: Clones) -> Seen:
    two.senior.git("branch", "--quiet", "--set-upstream-to=origin/main")
    mine = seen(two.senior)
    mine.fetched(TOLD - 1)
    return mine


def pushes(repo: Repo, text: str, *options: str, to: str = "main") -> str:
    repo.write(CONFIG, text)
    commit = repo.commit(CONFIG, message=text)
    repo.git("push", "--quiet", *options, "origin", f"HEAD:{to}")
    return commit


def tells(place: Repo, commit: str) -> None:
    """Junior tells of the push, in a clone's channel."""
    junior = opened(place, "junior")
    junior.clock = lambda: TOLD
    record(junior, "pushed", path=CONFIG, commit=commit)


def amends(repo: Repo) -> str:
    """Junior takes the last push back, and pushes another commit in its place."""
    repo.git("reset", "--quiet", "--hard", "HEAD^")
    return pushes(repo, "amended\n", "--force")


def test_a_push_that_was_taken_back_is_lacking_no_more(two: Clones, mine: Seen) -> None:
    commit = pushes(two.junior, "first\n")
    tells(mine.repo, commit)
    amended = amends(two.junior)
    assert mine.lacks() == {commit}
    mine.fetches()
    assert mine.lacks() == {commit}, "there is still something to pull"
    mine.repo.git("merge", "--quiet", "--ff-only", "origin/main")
    assert mine.repo.head() == amended
    assert mine.lacks() == frozenset()


def test_so_is_one_that_was_fetched_before_it_was_taken_back(two: Clones, mine: Seen) -> None:
    commit = pushes(two.junior, "first\n")
    tells(mine.repo, commit)
    mine.fetches()
    amends(two.junior)
    mine.fetches()
    mine.repo.git("merge", "--quiet", "--ff-only", "origin/main")
    assert mine.lacks() == frozenset()


def test_what_was_not_asked_of_the_remote_since_it_was_told_may_be_there(
    two: Clones, mine: Seen
) -> None:
    commit = pushes(two.junior, "first\n")
    tells(mine.repo, commit)
    amends(two.junior)
    mine.fetches(TOLD + SKEW - 1)
    mine.repo.git("merge", "--quiet", "--ff-only", "origin/main")
    assert mine.lacks() == {commit}


def test_what_another_branch_of_the_remote_has_is_lacking(two: Clones, mine: Seen) -> None:
    commit = pushes(two.junior, "first\n", to="topic")
    tells(mine.repo, commit)
    mine.fetches()
    assert mine.lacks() == {commit}


def test_without_an_upstream_nobody_knows_what_was_taken_back(two: Clones, mine: Seen) -> None:
    commit = pushes(two.junior, "first\n")
    tells(mine.repo, commit)
    amends(two.junior)
    mine.fetches()
    mine.repo.git("checkout", "--quiet", "--no-track", "-b", "topic", "origin/main")
    assert mine.lacks() == {commit}


def test_a_clone_that_is_made_less_shallow_is_asked_again(two: Clones, tmp_path: Path) -> None:
    first = pushes(two.junior, "first\n")
    pushes(two.junior, "second\n")
    shallow = seen(two.remote.clone(tmp_path / "shallow", "--depth=1"))
    tells(shallow.repo, first)
    assert shallow.lacks() == {first}, "it is told of later than the history here ends"
    shallow.repo.git("fetch", "--quiet", "--deepen=1")
    assert shallow.lacks() == frozenset()


def test_a_shallow_clone_is_asked_again_after_any_fetch(two: Clones, tmp_path: Path) -> None:
    other = pushes(two.junior, "first\n", to="topic")
    shallow = seen(two.remote.clone(tmp_path / "shallow", "--depth=1"))
    early = opened(shallow.repo, "junior")
    early.clock = lambda: TOLD - 3600
    record(early, "pushed", path=CONFIG, commit=other)
    assert shallow.lacks() == frozenset(), "it may be part of what is cut off"
    shallow.repo.git("fetch", "--quiet", "origin", "topic")
    assert shallow.lacks() == {other}
