"""What is read of the working trees: only what changed, and what fails stays where it fails."""

import shutil
from pathlib import Path

import pytest

from coord_tui.core import changed
from coord_tui.core.tree import Worktree
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.live import Live
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo
from tests.workspace.live_trees import Group

ALL = changed.EVERYTHING
NESTED = ".trees/two/"
"""A working tree inside the main one is a single untracked path to that one."""


@pytest.fixture
def group(tmp_path: Path) -> Group:
    return Group(tmp_path)


@pytest.fixture
def trees(group: Group) -> Trees:
    return Trees(Workspace.open(str(group.main.path), "senior"))


def by_name(found: tuple[Worktree, ...]) -> dict[str, list[str]]:
    return {Path(tree.path).name: [change.path for change in tree.changes] for tree in found}


def top(repo: Repo) -> str:
    return str(repo.path)


def test_the_readers_own_comes_first_then_the_clones_then_what_the_plan_names(
    trees: Trees,
) -> None:
    found = trees.read(ALL)
    assert [Path(tree.path).name for tree in found] == ["atlas", "two", "one", "junior"]
    assert [tree.elsewhere for tree in found] == [False, False, False, True]
    assert [place.top for place in trees.places] == [tree.path for tree in found]
    assert [tree.branch.name for tree in found] == ["main", "two", "one", "main"]


def test_only_the_tree_that_changed_is_read_again(trees: Trees, group: Group) -> None:
    trees.read(ALL)
    for repo in group.all:
        repo.write("new")
    found = trees.read(frozenset({changed.tree(top(group.two))}))
    assert by_name(found) == {"atlas": [NESTED], "two": ["new"], "one": [], "junior": []}


def test_of_a_file_that_changed_only_that_is_read_again(trees: Trees, group: Group) -> None:
    trees.read(ALL)
    for name in ("b", "a"):
        group.one.write(name)
    found = trees.read(frozenset({changed.file(top(group.one), "b")}))
    assert by_name(found)["one"] == ["b"]
    found = trees.read(frozenset({changed.file(top(group.one), "a")}))
    assert by_name(found)["one"] == ["a", "b"]
    (group.one.path / "b").unlink()
    found = trees.read(frozenset({changed.file(top(group.one), "b")}))
    assert by_name(found)["one"] == ["a"]


def test_nothing_is_read_when_nothing_changed(trees: Trees, group: Group) -> None:
    before = trees.read(ALL)
    group.main.write("new")
    assert trees.read(frozenset({changed.PLAN, changed.CHANNEL})) == before


def test_a_tree_that_cannot_be_read_keeps_what_was_known_and_is_tried_again(
    trees: Trees, group: Group
) -> None:
    group.junior.write("new")
    trees.read(ALL)
    index = group.junior.path / ".git/index"
    kept = index.read_bytes()
    index.write_bytes(b"no index")
    *others, failed = trees.read(ALL)
    assert by_name((failed,)) == {"junior": ["new"]}
    assert "git status" in failed.problem
    assert [tree.problem for tree in others] == ["", "", ""]
    index.write_bytes(kept)
    group.junior.write("newer")
    while (found := trees.read(changed.NOTHING)[-1]).problem:
        pass
    assert by_name((found,)) == {"junior": ["new", "newer"]}


def test_a_tree_that_never_could_be_read_is_shown_with_its_problem(
    trees: Trees, group: Group
) -> None:
    (group.junior.path / ".git/index").write_bytes(b"no index")
    found = trees.read(ALL)[-1]
    assert found == Worktree(top(group.junior), elsewhere=True, problem=found.problem)
    assert found.problem


def test_a_tree_whose_folder_is_gone_is_gone(trees: Trees, group: Group) -> None:
    trees.read(ALL)
    shutil.rmtree(group.one.path)
    found = trees.read(frozenset({changed.tree(top(group.one))}))
    assert [Path(tree.path).name for tree in found] == ["atlas", "two", "junior"]
    assert [place.top for place in trees.places] == [tree.path for tree in found]


def test_a_tree_inside_another_never_answers_for_the_one_around_it(
    trees: Trees, group: Group
) -> None:
    trees.read(ALL)
    group.main.write("outside")
    (group.two.path / ".git").unlink()
    found = trees.read(frozenset({changed.tree(top(group.two))}))
    assert by_name(found)["two"] == []


def test_the_readers_own_tree_that_fails_is_an_error(trees: Trees, group: Group) -> None:
    trees.read(ALL)
    (group.main.path / ".git/index").write_bytes(b"no index")
    with pytest.raises(EnvironmentFailed):
        trees.read(frozenset({changed.tree(top(group.main))}))


def test_a_first_reading_is_of_the_readers_own_tree_only(group: Group) -> None:
    live = Live(Workspace.open(str(group.one.path), "senior"))
    assert [tree.path for tree in live.first().worktrees] == [top(group.one)]
    found = live.read(ALL).worktrees
    assert [Path(tree.path).name for tree in found] == ["one", "atlas", "two", "junior"]


def test_the_command_line_reads_them_all(group: Group) -> None:
    found = Workspace.open(str(group.main.path), "senior").snapshot().worktrees
    assert [Path(tree.path).name for tree in found] == ["atlas", "two", "one", "junior"]


def test_what_git_tracks_is_read_again_with_the_index(group: Group) -> None:
    live = Live(Workspace.open(str(group.main.path), "senior"))
    first = live.first()
    group.main.write("new")
    group.main.git("add", "new")
    own = top(group.main)
    assert live.read(frozenset({changed.file(own, "new")})).tracked is first.tracked
    assert "new" in live.read(frozenset({changed.tree(own)})).tracked
