"""The facts of real working trees, and that git is asked only for what may have changed."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.times import seconds_of
from coord_tui.core.tree import Landed, Unpushed, Worktree
from coord_tui.workspace.tree_facts import TreeFacts
from coord_tui.workspace.workspace import Workspace
from tests.clones import Clones, clones, opened
from tests.gits import Gits
from tests.repos import DATE, Repo, repository
from tests.workspace.recording import record

LATER = {"GIT_COMMITTER_DATE": "2026-01-31T13:00:00+0000"}
CONFIG = "atlas/config.py"


class Seen(NamedTuple):
    """A working tree as senior's clone sees it, again and again."""

    workspace: Workspace
    facts: TreeFacts
    repo: Repo

    @property
    def place(self) -> TreePlace:
        layout = find_layout(str(self.repo.path))
        return TreePlace(layout.top, layout.git_dir, layout.common_dir)

    def status(self) -> Worktree:
        return read_worktree(Git(self.place.top), self.place.top, self.place.git_dir)

    def now(self) -> Worktree:
        return self.facts.of(self.status(), self.place, self.workspace.board())


@pytest.fixture
def two(tmp_path: Path) -> Clones:
    return clones(tmp_path)


@pytest.fixture
def mine(two: Clones) -> Seen:
    """Senior's own tree, on a `main` that tracks the remote's."""
    two.senior.git("branch", "--quiet", "--set-upstream-to=origin/main")
    workspace = opened(two.senior, "senior")
    return Seen(workspace, TreeFacts(workspace), two.senior)


def push(repo: Repo, *names: str, message: str = "Change") -> str:
    for name in names:
        repo.write(name, f"{message} {repo.head()}\n")
    commit = repo.commit(*names, message=message)
    repo.git("push", "--quiet", "origin", "HEAD:main")
    return commit


def test_unpushed_commits_are_named_with_what_they_change(mine: Seen) -> None:
    assert mine.now().unpushed == ()
    first = mine.repo.commit("a", message="A\n\nbody")
    assert mine.now().unpushed == (Unpushed(first, "A", ("a",)),)
    second = mine.repo.commit("a[/]b.md", message="B")
    assert mine.now().unpushed == (
        Unpushed(second, "B", ("a[/]b.md",)),
        Unpushed(first, "A", ("a",)),
    )
    mine.repo.git("push", "--quiet", "origin", "HEAD:main")
    assert mine.now().unpushed == ()


def test_a_branch_without_an_upstream_has_what_no_remote_has(mine: Seen) -> None:
    mine.repo.git("checkout", "--quiet", "-b", "topic", "--no-track")
    assert mine.now().unpushed == ()
    commit = mine.repo.commit("a", message="A")
    assert [one.commit for one in mine.now().unpushed] == [commit]
    mine.repo.git("push", "--quiet", "origin", "HEAD:topic")
    assert mine.now().unpushed == ()


def test_an_upstream_that_is_gone_counts_as_none(mine: Seen) -> None:
    mine.repo.git("checkout", "--quiet", "-b", "topic")
    commit = mine.repo.commit("a")
    mine.repo.git("push", "--quiet", "-u", "origin", "topic")
    mine.repo.git("push", "--quiet", "origin", "--delete", "topic")
    found = mine.now()
    assert found.branch.gone
    assert [one.commit for one in found.unpushed] == [commit]


def test_the_oldest_change_is_that_of_the_files_that_are_there(mine: Seen) -> None:
    assert mine.now().oldest == 0
    for name, moment in (("new", 3000), (CONFIG, 2000)):
        os.utime(mine.repo.write(name, "changed\n"), (moment, moment))
    mine.repo.git("rm", "--quiet", "atlas/mcp/tool.py")
    assert mine.now().oldest == 2000
    mine.repo.git("checkout", "--quiet", CONFIG)
    assert mine.now().oldest == 3000


def test_a_link_waits_itself_and_a_repository_inside_does_not(mine: Seen) -> None:
    repository(mine.repo.path / "inside")
    assert mine.now().oldest == 0
    link = mine.repo.path / "link"
    link.symlink_to("nowhere")
    os.utime(link, (4000, 4000), follow_symlinks=False)
    assert mine.now().oldest == 4000


def test_what_others_pushed_is_lacking_until_head_contains_it(two: Clones, mine: Seen) -> None:
    commit = push(two.junior, CONFIG)
    record(opened(two.senior, "junior"), "pushed", path=CONFIG, commit=commit)
    record(opened(two.senior, "senior"), "pushed", path="x", commit="c0ffee" + "0" * 34)
    record(opened(two.senior, "junior"), "pushed", path="y", commit="--all")
    assert mine.now().lacks == {commit}
    mine.repo.git("fetch", "--quiet")
    assert mine.now().lacks == {commit}
    mine.repo.git("pull", "--quiet")
    assert mine.now().lacks == frozenset()


def test_what_is_known_of_the_remote_is_as_old_as_the_last_fetch_or_push(
    two: Clones, mine: Seen
) -> None:
    mine.repo.git("fetch", "--quiet")
    head = two.senior.path / ".git/FETCH_HEAD"
    later = head.stat().st_mtime + 1000
    os.utime(head, (later, later))
    assert mine.now().branch.fetched == later
    head.write_text("")
    assert mine.now().branch.fetched == later


def announces(mine: Seen) -> Workspace:
    """Senior announces the shared file, an hour after all that was committed so far."""
    mine.workspace.clock = lambda: seconds_of(DATE) + 3000
    record(mine.workspace, "announce", path=CONFIG, intent="a timeout")
    return mine.workspace


def edit(repo: Repo, name: str = CONFIG) -> str:
    """Commit an edit, later than that."""
    repo.write(name, f"edited after {repo.head()}\n")
    repo.git("add", name)
    repo.git("commit", "--quiet", "--message", "Edit", env=LATER)
    return repo.head()


def test_a_pushed_edit_that_nobody_was_told_of_has_landed(mine: Seen) -> None:
    senior = announces(mine)
    other, edited = edit(mine.repo, "other"), edit(mine.repo)
    assert mine.now().landed == ()
    mine.repo.git("push", "--quiet", "origin", f"{other}:main")
    assert mine.now().landed == ()
    mine.repo.git("push", "--quiet", "origin", "HEAD:main")
    assert mine.now().landed == (Landed(CONFIG, edited),)
    record(senior, "pushed", path=CONFIG, commit=edited)
    assert mine.now().landed == ()


def test_an_edit_that_another_pushed_is_not_ones_own(two: Clones, mine: Seen) -> None:
    announces(mine)
    edit(two.junior)
    two.junior.git("push", "--quiet", "origin", "HEAD:main")
    edit(mine.repo, "mine")
    mine.repo.git("pull", "--quiet", "--no-rebase", "--no-edit", env=LATER)
    assert mine.now().landed == ()
    again = edit(mine.repo)
    mine.repo.git("push", "--quiet", "origin", "HEAD:main")
    assert mine.now().landed == (Landed(CONFIG, again),)


def test_a_diverged_branch_has_landed_what_both_sides_have(two: Clones, mine: Seen) -> None:
    announces(mine)
    edited = edit(mine.repo)
    mine.repo.git("push", "--quiet", "origin", "HEAD:main")
    two.junior.git("pull", "--quiet")
    push(two.junior, "theirs")
    edit(mine.repo)
    mine.repo.git("fetch", "--quiet")
    found = mine.now()
    assert (found.branch.ahead, found.branch.behind) == (1, 1)
    assert found.landed == (Landed(CONFIG, edited),)


@pytest.mark.parametrize(
    ("message", "session"),
    [("Theirs", "junior"), ("Theirs\n\nCoord-Session: senior", "junior")],
)
def test_a_conflict_says_whose_commit_brought_the_other_side(
    two: Clones, mine: Seen, message: str, session: str
) -> None:
    commit = push(two.junior, CONFIG, message=message)
    mine.repo.write(CONFIG, "mine\n")
    mine.repo.commit(CONFIG)
    mine.repo.git("fetch", "--quiet")
    with pytest.raises(AssertionError):
        mine.repo.git("merge", "origin/main")
    (found,) = mine.now().conflicts
    assert (found.path, found.commit, found.subject) == (CONFIG, commit, "Theirs")
    assert found.session == session
    mine.repo.git("merge", "--abort")
    assert mine.now().conflicts == ()


def test_an_unborn_branch_and_a_detached_head_have_facts(tmp_path: Path, mine: Seen) -> None:
    mine.repo.git("checkout", "--quiet", "--detach")
    commit = mine.repo.commit("a")
    assert [one.commit for one in mine.now().unpushed] == [commit]
    mine.repo.git("checkout", "--quiet", "--orphan", "born")
    found = mine.now()
    assert (found.unpushed, found.landed, found.conflicts) == ((), (), ())


def test_no_git_is_asked_when_nothing_changed(
    two: Clones, mine: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    push(two.junior, CONFIG)
    record(opened(two.senior, "junior"), "pushed", path=CONFIG, commit=two.junior.head())
    record(opened(two.senior, "senior"), "announce", path=CONFIG, intent="x")
    mine.repo.commit("ahead")
    gits = Gits(tmp_path, monkeypatch)
    facts = TreeFacts(Workspace.open(str(mine.repo.path), "senior"))
    seen = Seen(mine.workspace, facts, mine.repo)
    board, tree = mine.workspace.board(), seen.status()
    gits.forget()
    first = facts.of(tree, seen.place, board)
    assert 0 < len(gits.told()) < 8
    gits.forget()
    assert facts.of(tree, seen.place, mine.workspace.board()) == first
    mine.repo.write("saved", "x\n")
    later = tree._replace(changes=seen.status().changes)
    gits.forget()
    assert facts.of(later, seen.place, board).oldest > 0
    assert gits.told() == []


def test_a_linked_tree_of_another_session_costs_nothing_either(
    mine: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = mine.repo.worktree(tmp_path / "linked", "topic")
    linked.commit("a")
    gits = Gits(tmp_path, monkeypatch)
    seen = Seen(mine.workspace, TreeFacts(mine.workspace), linked)
    tree, board = seen.status(), mine.workspace.board()
    first = seen.facts.of(tree, seen.place, board)
    gits.forget()
    assert seen.facts.of(tree, seen.place, board) == first
    assert gits.told() == []


def test_a_git_that_fails_for_one_fact_is_told_of_once_and_leaves_the_others(
    mine: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(mine.workspace, "say", text="x")
    record(opened(mine.repo, "junior"), "pushed", path="x", commit="c0ffee")
    known = mine.repo.commit("a", message="A")
    gits = Gits(tmp_path, monkeypatch)
    facts = TreeFacts(Workspace.open(str(mine.repo.path), "senior"))
    seen = Seen(mine.workspace, facts, mine.repo)
    assert [one.commit for one in seen.now().unpushed] == [known]
    later = mine.repo.commit("b")
    gits.fail("log")
    told = facts._workspace.told
    for _ in range(2):
        found = seen.now()
        assert [one.commit for one in found.unpushed] == [known]
        assert found.lacks == {"c0ffee"}
    assert [mine.repo.path.name in notice and "git --literal" in notice for notice in told()] == [
        True
    ]
    gits.fail("")
    assert [one.commit for one in seen.now().unpushed] == [later, known]
    assert told() == ()


def test_a_tree_that_cannot_be_read_keeps_its_facts(mine: Seen) -> None:
    mine.repo.commit("a")
    before = mine.now()
    broken = mine.status()._replace(problem="git failed", branch=before.branch)
    found = mine.facts.of(broken, mine.place, mine.workspace.board())
    assert found == before._replace(problem="git failed")
