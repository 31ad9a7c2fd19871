"""Several working trees, really watched: after whatever happens, what is shown is what git says."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from coord_tui.core import changed
from coord_tui.core.tree import collisions
from tests.repos import Repo
from tests.workspace.live_trees import Group, following


@pytest.fixture
def group(tmp_path: Path) -> Group:
    return Group(tmp_path)


Act = Callable[[Repo], object]
ACTS: dict[str, Act] = {}


def act(function: Act) -> Act:
    """Something that is done in a working tree, seen in each kind of them."""
    ACTS[function.__name__.replace("_", " ")] = function
    return function


@act
def a_saved_file(repo: Repo) -> None:
    repo.write("atlas/mcp/tool.py", "new\n")


@act
def nested_new_folders_written_at_once(repo: Repo) -> None:
    for name in ("new/a/b/c/deep.txt", "new/a/beside.txt", "other/[id]/x"):
        repo.write(name)


@act
def a_folder_with_content_that_is_moved_in(repo: Repo) -> None:
    outside = Repo(repo.path.parent / "outside")
    outside.write("a/b/c/file")
    outside.write("a/file")
    outside.path.rename(repo.path / "moved")


@act
def a_file_that_becomes_a_folder(repo: Repo) -> None:
    (repo.path / "atlas/config.py").unlink()
    repo.write("atlas/config.py/inside/it")


@act
def a_folder_that_becomes_a_file(repo: Repo) -> None:
    shutil.rmtree(repo.path / "atlas")
    repo.write("atlas")


@act
def a_branch_switch(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "feature/deep/x")
    repo.commit("only/there/a", "only/b")
    repo.git("checkout", "-q", "-")


@act
def a_rebase_that_stops(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "theirs")
    repo.write("atlas/config.py", "theirs\n")
    repo.commit("atlas/config.py")
    repo.git("checkout", "-q", "-")
    repo.write("atlas/config.py", "ours\n")
    repo.commit("atlas/config.py")
    with suppress(AssertionError):
        repo.git("rebase", "-q", "theirs")


@act
def a_mass_rename(repo: Repo) -> None:
    for number in range(500):
        repo.write(f"many/{number % 7}/{number}.txt", f"{number}\n" * 9)
    repo.commit("many")
    for number in range(500):
        repo.write(f"else/{number % 5}/{number}.md").unlink()
        (repo.path / f"many/{number % 7}/{number}.txt").rename(
            repo.path / f"else/{number % 5}/{number}.md"
        )
    repo.git("add", "--all")


@act
def a_clean(repo: Repo) -> None:
    for name in ("junk/a/b", "junk/c", "atlas/junk"):
        repo.write(name)
    repo.git("clean", "-fdq")


@act
def a_stash(repo: Repo) -> None:
    repo.write("atlas/config.py", "mine\n")
    repo.write("fresh/file")
    repo.git("stash", "--include-untracked")


@act
def a_new_rule_of_what_is_ignored(repo: Repo) -> None:
    repo.write("out/deep/file")
    repo.write(".gitignore", "out/\n")


@act
def a_rule_in_gits_own_folder(repo: Repo) -> None:
    repo.write("out/deep/file")
    place = repo.git("rev-parse", "--path-format=absolute", "--git-path", "info/exclude")
    Path(place).parent.mkdir(exist_ok=True)
    Path(place).write_text("out/\n")


@act
def a_path_that_git_is_told_to_expect(repo: Repo) -> None:
    repo.write("expected.txt")
    repo.git("add", "--intent-to-add", "expected.txt")


@act
def a_name_that_is_no_utf8(repo: Repo) -> None:
    repo.write("by\udcfftes/\udcfe.txt")
    repo.write("atlas/later.txt")


@act
def a_repository_inside(repo: Repo) -> None:
    repo.git("clone", "-q", str(repo.path), "inside/it")


@pytest.mark.parametrize("what", ACTS)
@pytest.mark.parametrize("where", ["main", "two", "junior"])
async def test_every_tree_is_shown_as_git_says_it_is_after(
    what: str, where: str, group: Group
) -> None:
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        repo: Repo = getattr(group, where)
        ACTS[what](repo)
        await follower.until_true_of(*group.all)
        repo.git("checkout", "-q", "--force", "HEAD")
        repo.write("atlas/agents/planner.py", "and on it goes\n")
        await follower.until_true_of(*group.all)
        assert "atlas/agents/planner.py" in follower.changed_in(repo)


async def test_a_single_saved_file_is_all_that_is_read_again(group: Group) -> None:
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        follower.reported.clear()
        group.two.write("atlas/config.py", "changed\n")
        await follower.until_true_of(*group.all)
        file = changed.file(str(group.two.path), "atlas/config.py")
        assert follower.reported == [frozenset({file})]


async def test_what_is_ignored_wakes_nobody_in_any_tree(group: Group) -> None:
    exclude = group.main.path / ".git/info/exclude"
    exclude.write_text("node_modules/\n")
    for repo in group.all:
        repo.write("node_modules/there/a")
    (group.junior.path / ".git/info/exclude").write_text("node_modules/\n")
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        follower.reported.clear()
        for repo in group.all:
            for number in range(50):
                repo.write(f"node_modules/there/{number}/file")
        group.one.write("atlas/config.py", "changed\n")
        await follower.until_true_of(*group.all)
        assert {change.path for said in follower.reported for change in said} == {"atlas/config.py"}


@pytest.mark.parametrize("how", ["git", "rm"])
async def test_a_worktree_that_is_deleted_disappears(group: Group, how: str) -> None:
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        if how == "git":
            group.main.git("worktree", "remove", str(group.one.path))
        else:
            shutil.rmtree(group.one.path)
        await follower.until_true_of(group.main, group.two, group.junior)
        shutil.rmtree(group.two.path)
        await follower.until_true_of(group.main, group.junior)
        shutil.rmtree(group.junior.path)
        await follower.until_true_of(group.main)
        group.main.write("atlas/config.py", "and on it goes\n")
        await follower.until_true_of(group.main)
        assert follower.paths() == {group.main.path}
        assert follower.changed_in(group.main) == ["atlas/config.py"]


async def test_a_worktree_that_is_added_appears_and_is_watched(
    group: Group, tmp_path: Path
) -> None:
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        three = group.main.worktree(tmp_path / "three", "three")
        await follower.until_true_of(group.main, group.one, three, group.two, group.junior)
        assert follower.changed_in(three) == []
        three.write("new/file")
        await follower.until_true_of(group.main, group.one, three, group.two, group.junior)
        assert follower.changed_in(three) == ["new/file"]


async def test_a_worktree_that_is_moved_is_followed(group: Group, tmp_path: Path) -> None:
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        group.main.git("worktree", "move", str(group.one.path), str(tmp_path / "moved"))
        moved = Repo(tmp_path / "moved")
        await follower.until_true_of(group.main, moved, group.two, group.junior)
        moved.write("new/file")
        await follower.until_true_of(group.main, moved, group.two, group.junior)
        assert group.one.path not in follower.paths()
        assert follower.changed_in(moved) == ["new/file"]


async def test_a_clone_that_the_plan_names_is_shown_once_it_is_there(group: Group) -> None:
    away = group.junior.path.rename(group.junior.path.parent / "away")
    async with following(group.main) as follower:
        await follower.until_true_of(group.main, group.one, group.two)
        group.main.clone(group.junior.path)
        await follower.until_true_of(*group.all)
        shutil.rmtree(group.junior.path)
        await follower.until_true_of(group.main, group.one, group.two)
        assert group.junior.path not in follower.paths()
        away.rename(group.junior.path)
        await follower.until_true_of(*group.all)
        assert group.junior.path in follower.paths()


async def test_a_plan_that_names_no_clone_any_more_lets_it_go(group: Group) -> None:
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        plan = group.main.path / "coord.yaml"
        plan.write_text(plan.read_text().replace(", worktree: ../junior", ""))
        await follower.until_true_of(group.main, group.one, group.two)
        assert follower.paths() == {group.main.path, group.one.path, group.two.path}
        assert "coord.yaml" in follower.changed_in(group.main)


async def test_the_same_file_changed_in_two_places_is_a_collision(group: Group) -> None:
    async with following(group.one) as follower:
        for repo in (group.one, group.junior):
            repo.write("atlas/config.py", f"{repo.path}\n")
        await follower.until_true_of(group.one, group.main, group.two, group.junior)
        assert follower.live.last
        found = collisions(follower.live.last.worktrees)
        assert {path: [tree.path for tree in trees] for path, trees in found.items()} == {
            "atlas/config.py": [str(group.one.path), str(group.junior.path)]
        }


async def test_a_fetch_tells_every_tree_of_the_clone(group: Group) -> None:
    async with following(group.junior) as follower:
        await follower.until_true_of(group.junior)
        group.main.commit("later")
        group.junior.git("fetch", "-q")
        await follower.until_true_of(group.junior)
        assert follower.shown()[str(group.junior.path)][0].behind == 1


async def test_the_channels_own_branch_is_no_change_of_a_tree(group: Group) -> None:
    channel = ("refs/heads/coord", "refs/remotes/origin/coord")
    for branch in channel:
        group.main.git("update-ref", branch, "HEAD")
    commit = group.main.commit("later")
    async with following(group.main) as follower:
        await follower.until_true_of(*group.all)
        follower.reported.clear()
        for branch in channel:
            group.main.git("update-ref", branch, commit)
        (group.main.path / "last").touch()
        await follower.until_true_of(*group.all)
        seen = {change for said in follower.reported for change in said}
        assert seen == {changed.file(str(group.main.path), "last")}
