"""What a pull does to a branch, and that it does nothing where anything local is in the way."""

from pathlib import Path

import pytest

from coord_tui.adapters.channel_remote import Away
from coord_tui.core.pulled import Pulled
from coord_tui.workspace.pull import pull
from tests.atlas import PLAN
from tests.clones import Clones, clones, opened
from tests.repos import Repo, empty_repository
from tests.untouched import fingerprint
from tests.workspace.pulling import pulled, pushed, refused

CONFIG, TOOL, PLANNER, PAGE = (
    "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py", "app/[id]/page.tsx",
)  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def test_nothing_new_is_up_to_date(world: Clones) -> None:
    head = world.senior.head()
    assert pulled(world) == Pulled("main", "origin/main", head, head)


def test_what_others_pushed_comes_in(world: Clones) -> None:
    before, new = world.senior.head(), pushed(world, TOOL, "new.py")
    done = pulled(world)
    assert done == Pulled("main", "origin/main", before, new, 1, "fast-forward")
    assert (world.senior.path / "new.py").read_text() == "theirs\n"
    assert world.senior.git("status", "--porcelain") == ""
    assert world.senior.git("rev-parse", "ORIG_HEAD") == before
    assert world.senior.git("reflog", "-1", "--format=%gs") == "coord-tui pull: Fast-forward"


def test_own_work_elsewhere_stays_as_it_is(world: Clones) -> None:
    pushed(world, TOOL)
    world.senior.write(PLANNER, "staged\n")
    world.senior.git("add", PLANNER)
    world.senior.write(PLANNER, "staged\nand more\n")
    world.senior.write(CONFIG, "not staged\n")
    world.senior.write("untracked", "here\n")
    before = fingerprint(world.senior, [TOOL], head=False)
    assert pulled(world).how == "fast-forward"
    assert fingerprint(world.senior, [TOOL], head=False) == before


def test_the_users_own_configuration_does_not_make_it_stash_or_merge(world: Clones) -> None:
    for key, value in {
        "merge.autoStash": "true",
        "merge.ff": "false",
        "pull.rebase": "true",
    }.items():
        world.senior.git("config", key, value)
    new = pushed(world, TOOL)
    world.senior.write(CONFIG, "mine\n")
    assert pulled(world).after == new
    assert world.senior.git("status", "--porcelain") == f" M {CONFIG}"
    world.senior.write(TOOL, "mine\n")
    pushed(world, TOOL, text="theirs again\n")
    refused(world)


def changed(place: Repo, name: str) -> None:
    place.write(name, "mine\n")


def staged(place: Repo, name: str) -> None:
    changed(place, name)
    place.git("add", "--force", "--", name)


def staged_and_changed(place: Repo, name: str) -> None:
    staged(place, name)
    place.write(name, "mine, once more\n")


def deleted(place: Repo, name: str) -> None:
    (place.path / name).unlink()


def removed(place: Repo, name: str) -> None:
    place.git("rm", "--quiet", "--", name)


def ignored(place: Repo, name: str) -> None:
    place.write(".git/info/exclude", "*\n")
    changed(place, name)


def intended(place: Repo, name: str) -> None:
    changed(place, name)
    place.git("add", "--intent-to-add", "--", name)


IN_THE_WAY = {
    "changed": (changed, TOOL, TOOL), "staged": (staged, TOOL, TOOL),
    "staged and changed": (staged_and_changed, TOOL, TOOL),
    "deleted": (deleted, TOOL, TOOL), "removed": (removed, TOOL, TOOL),
    "a wildcard's name": (changed, PAGE, PAGE),
    "untracked": (changed, "new", "new"), "ignored": (ignored, "new", "new"),
    "added": (staged, "new", "new"), "meant to be added": (intended, "new", "new"),
    "a file where a folder comes": (changed, "new", "new/in/it"),
    "ignored, where a folder comes": (ignored, "new", "new/in/it"),
    "a folder where a file comes": (changed, "new/in/it", "new"),
    "ignored, where a file comes": (ignored, "new/in/it", "new"),
    "two lines": (changed, "two\nlines.txt", "two\nlines.txt"),
    "no UTF-8": (changed, "\udcff.txt", "\udcff.txt"),
}  # fmt: skip


@pytest.mark.parametrize("case", IN_THE_WAY)
def test_local_work_in_the_way_stops_it_and_is_named(case: str, world: Clones) -> None:
    prepare, mine, theirs = IN_THE_WAY[case]
    commit = pushed(world, theirs)
    prepare(world.senior, mine)
    done = refused(world)
    assert done.in_the_way == (mine,)
    assert done.commits == 1
    assert done.reason.startswith(f"{mine} is changed here and by origin/main")
    if mine == theirs:
        assert f"(junior's {commit[:7]})" in done.reason


def test_every_file_in_the_way_is_given_and_some_are_named(world: Clones) -> None:
    names = [f"new{number}" for number in range(7)]
    pushed(world, *names)
    for name in names:
        changed(world.senior, name)
    done = refused(world)
    assert done.in_the_way == tuple(names)
    assert done.reason.startswith("new0, new1, new2, new3, new4 and 2 more are changed here")


def test_a_link_is_not_followed_to_find_what_is_in_the_way(world: Clones) -> None:
    pushed(world, "new/file")
    (world.senior.path / "elsewhere").mkdir()
    (world.senior.path / "new").symlink_to("elsewhere")
    assert refused(world).in_the_way == ("new",)


def test_what_both_deleted_is_in_nobodys_way(world: Clones) -> None:
    world.junior.git("rm", "--quiet", TOOL)
    pushed(world, CONFIG)
    deleted(world.senior, TOOL)
    assert pulled(world).how == "fast-forward"
    assert world.senior.git("status", "--porcelain") == ""


def test_a_pull_that_was_killed_is_taken_up_again(world: Clones) -> None:
    old, new = world.senior.head(), pushed(world, TOOL, "new.py")
    world.senior.git("fetch", "--quiet")
    world.senior.git("read-tree", "-m", "-u", old, new)  # files first: so far it came
    assert world.senior.git("status", "--porcelain") != ""
    assert pulled(world).after == new
    assert world.senior.git("status", "--porcelain") == ""


def test_gone_apart_it_says_how_far_and_what_to_do(world: Clones) -> None:
    pushed(world, TOOL)
    world.senior.commit(PLANNER, message="Mine")
    world.senior.commit(CONFIG, message="Mine too")
    done = refused(world)
    assert (done.own, done.commits) == (2, 1)
    assert done.reason.startswith(
        "main has 2 commits that origin/main lacks, and lacks 1 commit of it: `git rebase`"
    )


def test_own_commits_that_are_not_pushed_are_counted(world: Clones) -> None:
    world.senior.commit(PLANNER, message="Mine")
    done = pulled(world)
    assert (done.how, done.own, done.commits, done.reason) == ("", 1, 0, "")


def detached(place: Repo) -> None:
    place.git("checkout", "--quiet", "--detach")


def without_upstream(place: Repo) -> None:
    place.git("branch", "--unset-upstream")


def merging(place: Repo) -> None:
    place.git("checkout", "--quiet", "-b", "side")
    place.commit(PLANNER)
    place.git("checkout", "--quiet", "main")
    place.git("merge", "--quiet", "--no-ff", "--no-commit", "side")


def unborn(place: Repo) -> None:
    place.git("checkout", "--quiet", "--orphan", "fresh")


def unrelated(place: Repo) -> None:
    place.git("checkout", "--quiet", "--orphan", "fresh")
    place.git("commit", "--quiet", "--message", "Begin")
    place.git("branch", "--quiet", "--set-upstream-to", "origin/main")


UNFIT = {
    "no branch": (detached, "HEAD is on no branch: `git switch BRANCH`"),
    "no upstream": (without_upstream, "main has no upstream to pull from: `git branch --set-up"),
    "in a merge": (merging, "git is in the middle of a merge: bring that to its end first"),
    "no commit": (unborn, "fresh has no commit yet"),
    "another history": (unrelated, "origin/main has another history"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_a_repository_in_which_nothing_can_be_pulled_says_why(case: str, world: Clones) -> None:
    prepare, words = UNFIT[case]
    pushed(world, TOOL)
    prepare(world.senior)
    if case == "no commit":
        done = pulled(world)
        assert (done.before, done.after, done.how) == ("", "", "")
    else:
        done = refused(world)
    assert done.reason.startswith(words)


def test_an_upstream_that_was_deleted_is_gone(world: Clones) -> None:
    world.senior.git("checkout", "--quiet", "-b", "topic")
    world.senior.git("push", "--quiet", "--set-upstream", "origin", "topic")
    world.remote.git("branch", "--delete", "--force", "topic")
    assert refused(world).reason.startswith("origin/topic is not there any more")


def test_a_remote_that_is_away_is_named_and_nothing_changes(world: Clones) -> None:
    world.remote.path.rename(world.remote.path.with_name("gone"))
    before = fingerprint(world.senior)
    with pytest.raises(Away, match="origin does not answer: "):
        pulled(world)
    assert fingerprint(world.senior) == before


def test_a_remote_that_hangs_is_given_up_in_time(world: Clones) -> None:
    world.senior.git("config", "remote.origin.uploadpack", "cat >/dev/null; :")
    with pytest.raises(Away, match="origin did not answer within"):
        pull(opened(world.senior, "senior"), timeout=0.3)


def test_a_branch_of_which_the_clone_keeps_no_trace_is_pulled_all_the_same(
    world: Clones, tmp_path: Path
) -> None:
    world.junior.git("push", "--quiet", "origin", "HEAD:refs/heads/topic")
    clone = world.remote.clone(tmp_path / "single", "--single-branch")
    clone.git("checkout", "--quiet", "-b", "topic")
    clone.git("config", "branch.topic.remote", "origin")
    clone.git("config", "branch.topic.merge", "refs/heads/topic")
    world.junior.commit(TOOL)
    world.junior.git("push", "--quiet", "origin", "HEAD:refs/heads/topic")
    done = pull(opened(clone, "senior"))
    assert (done.upstream, done.how, done.after) == (
        "origin/topic", "fast-forward", world.junior.head(),
    )  # fmt: skip


def test_a_branch_may_follow_another_of_this_clone(world: Clones) -> None:
    world.senior.git("checkout", "--quiet", "-b", "topic", "--track", "main")
    world.senior.git("checkout", "--quiet", "main")
    before, new = world.senior.head(), world.senior.commit(PLANNER)
    world.senior.git("checkout", "--quiet", "topic")
    assert pulled(world) == Pulled("topic", "main", before, new, 1, "fast-forward")


def test_the_channels_branch_is_left_to_the_channel_even_when_stale_ones_are_pruned(
    world: Clones,
) -> None:
    world.junior.git("push", "--quiet", "origin", "HEAD:refs/heads/coord")
    world.senior.git("fetch", "--quiet", "origin")
    world.senior.git("config", "fetch.prune", "true")
    known = world.senior.git("rev-parse", "origin/coord")
    world.junior.git("push", "--quiet", "origin", f"{pushed(world, TOOL)}:refs/heads/coord")
    assert pulled(world).how == "fast-forward"
    assert world.senior.git("rev-parse", "origin/coord") == known


def test_a_linked_worktree_pulls_its_own_branch_and_leaves_the_other_alone(
    world: Clones, tmp_path: Path
) -> None:
    tree = world.senior.worktree(tmp_path / "tree", "side")
    tree.git("branch", "--quiet", "--set-upstream-to", "origin/main")
    new = pushed(world, TOOL)
    world.senior.write(TOOL, "mine\n")
    before = fingerprint(world.senior)
    assert pull(opened(tree, "senior")).after == new
    assert fingerprint(world.senior) == before


def test_a_sparse_checkout_stays_sparse(world: Clones) -> None:
    world.senior.git("sparse-checkout", "set", "--no-cone", "/coord.yaml", "/atlas/agents/")
    new = pushed(world, TOOL, "new/file")
    assert pulled(world).after == new
    assert not (world.senior.path / TOOL).exists()
    assert not (world.senior.path / "new/file").exists()
    assert world.senior.git("status", "--porcelain") == ""


def test_a_shallow_clone_pulls(world: Clones, tmp_path: Path) -> None:
    clone = world.remote.clone(tmp_path / "shallow", "--depth=1")
    new = pushed(world, TOOL)
    assert pull(opened(clone, "senior")).after == new


def test_an_observer_may_pull(world: Clones) -> None:
    world.senior.identify(email="nobody@example.com")
    new = pushed(world, TOOL)
    assert pull(opened(world.senior, "")).after == new


def test_a_repository_without_a_remote_has_no_upstream(tmp_path: Path) -> None:
    place = empty_repository(tmp_path / "alone")
    place.write("coord.yaml", PLAN)
    place.commit("coord.yaml")
    assert "no upstream" in pull(opened(place, "senior")).reason
