"""How finish brings a commit to the remote, whatever others and the remote do meanwhile."""

from pathlib import Path

import pytest

from coord_tui.core.events import Event
from coord_tui.errors import CoordError, EnvironmentFailed, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.finish import finish
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.pull import pull
from coord_tui.workspace.sync import sync
from tests.atlas import PLAN
from tests.clones import Clones, clones, events, opened
from tests.repos import Repo, empty_repository
from tests.untouched import fingerprint

CONFIG, TOOL, PLANNER = "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


@pytest.fixture
def rebasing(tmp_path: Path) -> Clones:
    """Where the plan lets commits be put on top of others."""
    return clones(tmp_path, PLAN + "branches: {pull: rebase}\n")


def finished(place: Repo, path: str, words: str = "Words", me: str = "senior") -> Outcome:
    (outcome,) = finish(opened(place, me), [path], words)
    return outcome


def pushed(world: Clones, name: str, text: str = "theirs\n") -> str:
    world.junior.write(name, text)
    commit = world.junior.commit(name, message="Theirs")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    return commit


def told(place: Repo) -> list[Event]:
    return [one for one in events(opened(place, "senior")) if one.kind == "pushed"]


def main(world: Clones) -> str:
    return world.remote.git("rev-parse", "main")


def stopped(place: Repo, path: str, kind: type[CoordError] = Refused, words: str = "x") -> str:
    """Why it stopped, with nothing told and no other file touched."""
    before = fingerprint(place, [path], head=False)
    with pytest.raises(kind) as caught:
        finished(place, path, words)
    assert fingerprint(place, [path], head=False) == before
    assert told(place) == []
    return str(caught.value)


def test_behind_it_pulls_first(world: Clones) -> None:
    new = pushed(world, TOOL)
    world.senior.write(CONFIG, "mine\n")
    world.senior.write(PLANNER, "not finished\n")
    outcome = finished(world.senior, CONFIG)
    assert outcome.note.startswith("pushed to origin/main; after a pull of 1 commit")
    assert world.senior.git("rev-parse", "HEAD~1") == new
    assert main(world) == world.senior.head()
    assert world.senior.git("status", "--porcelain") == f" M {PLANNER}"


def test_a_file_that_others_pushed_too_is_refused_before_it_is_committed(world: Clones) -> None:
    new = pushed(world, CONFIG)
    world.senior.write(CONFIG, "mine\n")
    head = world.senior.head()
    why = stopped(world.senior, CONFIG)
    assert why.startswith(
        f"nothing was committed: junior's {new[:7]} on origin/main changed {CONFIG} too: "
        f"`git commit --only -- {CONFIG}`, then `git rebase origin/main`"
    )
    assert (world.senior.head(), main(world)) == (head, new)


def test_files_in_the_way_of_the_pull_stop_it_before_the_commit(world: Clones) -> None:
    new = pushed(world, TOOL)
    world.senior.write(TOOL, "another's\n")
    world.senior.write(CONFIG, "mine\n")
    head = world.senior.head()
    why = stopped(world.senior, CONFIG)
    assert f"nothing was committed: {TOOL} is changed here and by origin/main" in why
    assert (world.senior.head(), main(world)) == (head, new)


def test_gone_apart_it_stops_before_the_commit_unless_the_plan_says_rebase(
    world: Clones,
) -> None:
    pushed(world, TOOL)
    head = world.senior.commit(PLANNER, message="By hand")
    world.senior.write(CONFIG, "mine\n")
    assert "nothing was committed: main has 1 commit that" in stopped(world.senior, CONFIG)
    assert world.senior.head() == head


def test_gone_apart_own_commits_go_on_top_where_the_plan_says_so(rebasing: Clones) -> None:
    new = pushed(rebasing, TOOL)
    rebasing.senior.commit(PLANNER, message="By hand")
    rebasing.senior.write(CONFIG, "mine\n")
    outcome = finished(rebasing.senior, CONFIG)
    assert rebasing.senior.git("rev-parse", "HEAD~2") == new
    assert "1 earlier commit went along" in outcome.note
    assert main(rebasing) == rebasing.senior.head()


def overtake(world: Clones, *names: str, text: str = "theirs\n") -> None:
    """Have junior push a commit of each file while senior's own commits are on their way."""
    shell = "\n".join(
        f"if test ! -e {number}.done; then touch {number}.done; cd '{world.junior.path}';"
        f" mkdir -p $(dirname '{name}'); printf '{text}' >'{name}'; git add .;"
        f" git commit --quiet -m Theirs; git push --quiet --no-verify origin HEAD:main; exit; fi"
        for number, name in enumerate(names)
    )
    unset = "unset $(git rev-parse --local-env-vars)"
    folder = world.senior.path / ".git"
    world.senior.hook(
        "pre-push", f"grep -q refs/heads/main || exit 0\n{unset}; cd '{folder}'\n{shell}"
    )


@pytest.mark.parametrize("times", [1, 3])
def test_a_push_that_came_too_late_is_put_on_top_and_tried_again(times: int, world: Clones) -> None:
    names = [f"new{number}" for number in range(times)]
    overtake(world, *names)
    world.senior.write(CONFIG, "mine\n")
    world.senior.write(PLANNER, "staged\n")
    world.senior.git("add", PLANNER)
    before = fingerprint(world.senior, [CONFIG, *names], head=False)

    outcome = finished(world.senior, CONFIG)

    assert outcome.accepted
    assert outcome.event is not None
    assert outcome.event.text("commit") == world.senior.head() == main(world)
    assert world.senior.git("rev-list", "--count", "HEAD") == str(2 + times)
    assert world.senior.git("log", "-1", "--format=%s") == "Words"
    assert fingerprint(world.senior, [CONFIG, *names], head=False) == before


def test_others_that_never_stop_pushing_are_given_up(world: Clones) -> None:
    overtake(world, *(f"new{number}" for number in range(9)))
    world.senior.write(CONFIG, "mine\n")
    with pytest.raises(Refused) as caught:
        finished(world.senior, CONFIG)
    assert "not pushed: others push to origin/main all the time; then" in str(caught.value)
    assert told(world.senior) == []
    (world.senior.path / ".git/hooks/pre-push").unlink()
    assert finished(world.senior, CONFIG, "").accepted
    assert main(world) == world.senior.head()


def test_overtaken_in_the_same_file_it_stops_with_the_commit_in_place(world: Clones) -> None:
    overtake(world, CONFIG)
    world.senior.write(CONFIG, "mine\n")
    why = stopped(world.senior, CONFIG)
    head, theirs = world.senior.head(), main(world)
    assert why.startswith(
        f'committed as {head[:7]}, not pushed: your {head[:7]} "x" conflicts with origin/main in '
        f"{CONFIG} (junior's {theirs[:7]}): `git rebase origin/main` by hand; then "
        f"`coord-tui finish {CONFIG}` pushes and tells"
    )
    assert world.senior.git("show", "HEAD:atlas/config.py") == "mine"
    assert world.senior.git("status", "--porcelain") == ""

    world.senior.git("rebase", "--quiet", "-X", "theirs", "origin/main")
    assert finished(world.senior, CONFIG, "").accepted
    assert main(world) == world.senior.head()


def test_overtaken_with_a_file_in_the_way_it_stops_with_the_commit_in_place(
    world: Clones,
) -> None:
    overtake(world, TOOL)
    world.senior.write(CONFIG, "mine\n")
    world.senior.write(TOOL, "another's\n")
    why = stopped(world.senior, CONFIG)
    assert f"not pushed: {TOOL} is changed here and by origin/main (junior's " in why
    world.senior.git("checkout", "--quiet", TOOL)
    outcome = finished(world.senior, CONFIG, "")
    assert outcome.accepted
    assert main(world) == world.senior.head()


def test_commits_by_hand_are_not_moved_unless_the_plan_says_so(world: Clones) -> None:
    world.senior.commit(PLANNER, message="By hand")
    overtake(world, TOOL)
    world.senior.write(CONFIG, "mine\n")
    head = world.senior.head()
    why = stopped(world.senior, CONFIG)
    assert "not pushed: main has 2 commits that origin/main lacks" in why
    assert world.senior.git("rev-parse", "HEAD~1") == head


def test_several_finishes_that_could_not_go_out_are_moved_together(world: Clones) -> None:
    gone = world.remote.path.with_name("gone")
    world.remote.path.rename(gone)
    for name in (CONFIG, PLANNER):
        world.senior.write(name, "mine\n")
        assert "not pushed: origin does not answer" in stopped(
            world.senior, name, EnvironmentFailed
        )
    gone.rename(world.remote.path)
    pushed(world, TOOL)
    overtake(world, "new")  # so that they are moved twice
    outcome = finished(world.senior, CONFIG, "")
    assert outcome.accepted, outcome.reason
    commit = told(world.senior)[0].text("commit")
    assert world.senior.git("log", "-1", "--format=%s", "--name-only", commit).endswith(CONFIG)
    assert finished(world.senior, PLANNER, "").accepted
    assert main(world) == world.senior.head()


def test_what_another_pushed_just_so_is_told_no_second_time(world: Clones) -> None:
    overtake(world, CONFIG, text="same\n")
    world.senior.write(CONFIG, "same\n")
    assert finished(world.senior, CONFIG).accepted
    assert main(world) == world.senior.head()


def test_stopped_after_the_commit_it_goes_on_with_the_push(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    world.senior.commit(CONFIG, message="Committed")
    outcome = finished(world.senior, CONFIG, "")
    assert outcome.accepted
    assert main(world) == world.senior.head()
    assert [one.text("commit") for one in told(world.senior)] == [world.senior.head()]


def test_stopped_after_the_push_it_goes_on_with_the_word(world: Clones) -> None:
    workspace = opened(world.senior, "senior")
    actions.announce(workspace, CONFIG, "x")
    env = {"GIT_COMMITTER_DATE": "2090-01-01T00:00:00Z"}
    world.senior.write(CONFIG, "mine\n")
    world.senior.git("commit", "--quiet", "--message", "x", CONFIG, env=env)
    world.senior.git("push", "--quiet")
    outcome = finished(world.senior, CONFIG, "")
    assert outcome.accepted, outcome.reason
    assert [one.text("commit") for one in told(world.senior)] == [world.senior.head()]


def test_finished_once_more_it_says_so_and_tells_nobody_again(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    first = finished(world.senior, CONFIG)
    again = finished(world.senior, CONFIG)
    assert again.accepted
    assert again.event == first.event
    assert again.note == "it was told already, and has not changed since"
    assert len(told(world.senior)) == 1


def test_what_another_committed_is_not_ones_own_to_finish(world: Clones) -> None:
    pushed(world, CONFIG)
    outcome = finished(world.senior, CONFIG)
    assert not outcome.accepted
    world.senior.git("pull", "--quiet")
    outcome = finished(world.senior, CONFIG)
    assert outcome.reason.startswith(f"nothing has changed in {CONFIG} since junior's ")


def test_a_remote_that_is_away_leaves_the_commit_and_says_how_to_go_on(world: Clones) -> None:
    gone = world.remote.path.with_name("gone")
    world.remote.path.rename(gone)
    world.senior.write(CONFIG, "mine\n")
    why = stopped(world.senior, CONFIG, EnvironmentFailed)
    assert why.startswith(f"committed as {world.senior.head()[:7]}, not pushed: origin does not")
    assert why.endswith(f"then `coord-tui finish {CONFIG}` pushes and tells")
    gone.rename(world.remote.path)
    assert finished(world.senior, CONFIG, "").accepted


@pytest.mark.parametrize("hook", ["pre-receive", "post-update"])
def test_a_remote_that_hangs_is_given_up_in_time(hook: str, world: Clones) -> None:
    world.remote.hook(hook, "exec tail -f /dev/null")
    world.senior.write(CONFIG, "mine\n")
    with pytest.raises(EnvironmentFailed, match="origin did not take it within"):
        finish(opened(world.senior, "senior"), [CONFIG], "x", timeout=2)
    (world.remote.path / "hooks" / hook).unlink()
    assert finished(world.senior, CONFIG, "").accepted
    assert main(world) == world.senior.head()
    assert len(told(world.senior)) == 1


def test_a_remote_that_refuses_is_heard(world: Clones) -> None:
    world.remote.hook("pre-receive", "echo main is closed >&2; exit 1")
    world.senior.write(CONFIG, "mine\n")
    why = stopped(world.senior, CONFIG)
    assert "origin/main does not take it: [remote rejected] (pre-receive hook declined): " in why
    assert "main is closed" in why
    (world.remote.path / "hooks/pre-receive").unlink()
    assert finished(world.senior, CONFIG, "").accepted


def test_an_own_hook_that_refuses_the_push_is_heard(world: Clones) -> None:
    world.senior.hook("pre-push", "echo tests fail >&2; exit 1")
    world.senior.write(CONFIG, "mine\n")
    why = stopped(world.senior, CONFIG)
    assert "the pre-push hook says no: tests fail" in why


def test_a_new_branch_goes_to_the_channels_remote_and_gets_its_upstream(world: Clones) -> None:
    world.senior.git("checkout", "--quiet", "--no-track", "-b", "topic")
    world.senior.write(CONFIG, "mine\n")
    outcome = finished(world.senior, CONFIG)
    assert outcome.note.startswith(
        "pushed to origin/topic; topic has the upstream origin/topic from here on"
    )
    assert world.remote.git("rev-parse", "topic") == world.senior.head()
    assert world.senior.git("rev-parse", "--abbrev-ref", "topic@{upstream}") == "origin/topic"


def test_a_branch_of_that_name_that_goes_another_way_is_left_alone(world: Clones) -> None:
    world.junior.commit(TOOL)
    world.junior.git("push", "--quiet", "origin", "HEAD:refs/heads/topic")
    world.senior.git("checkout", "--quiet", "--no-track", "-b", "topic")
    world.senior.write(CONFIG, "mine\n")
    why = stopped(world.senior, CONFIG)
    assert "not pushed: origin/topic does not take it: [rejected]" in why
    assert "others have such a branch; `git fetch origin` and `git branch --set-upstream" in why
    assert world.remote.git("rev-parse", "topic") == world.junior.head()


def test_a_fork_gets_the_push_and_the_upstream_does_not(world: Clones, tmp_path: Path) -> None:
    fork = Repo(tmp_path / "fork.git")
    world.remote.clone(fork.path, "--bare")
    world.senior.git("remote", "add", "fork", fork.path.as_uri())
    world.senior.git("config", "remote.pushDefault", "fork")
    before = main(world)
    world.senior.write(CONFIG, "mine\n")
    assert finished(world.senior, CONFIG).note.startswith("pushed to fork/main")
    assert (fork.git("rev-parse", "main"), main(world)) == (world.senior.head(), before)


def test_without_a_remote_the_worktrees_of_the_clone_are_told(tmp_path: Path) -> None:
    place = empty_repository(tmp_path / "alone")
    place.write("coord.yaml", PLAN)
    place.commit("coord.yaml", CONFIG)
    place.write(CONFIG, "mine\n")
    outcome = finished(place, CONFIG)
    assert outcome.accepted
    assert outcome.note.startswith("there is no remote to push to")
    assert [one.text("commit") for one in told(place)] == [place.head()]


def test_a_channel_that_cannot_be_written_leaves_the_push_and_says_how_to_go_on(
    world: Clones,
) -> None:
    channel = world.senior.path / ".git/coord/channel.jsonl"
    world.senior.hook("pre-push", f"rm -f '{channel}'; mkdir -p '{channel}'")
    world.senior.write(CONFIG, "mine\n")
    why = stopped_untold(world.senior, CONFIG)
    assert why.startswith("pushed, but not told: cannot ")
    assert why.endswith(f"`coord-tui finish {CONFIG}` tells the others")
    assert main(world) == world.senior.head()
    channel.rmdir()
    (world.senior.path / ".git/hooks/pre-push").unlink()
    assert finished(world.senior, CONFIG, "").accepted


def stopped_untold(place: Repo, path: str) -> str:
    with pytest.raises(EnvironmentFailed) as caught:
        finished(place, path)
    return str(caught.value)


def test_with_patience_the_remote_has_the_word_when_it_returns(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    (outcome,) = finish(opened(world.senior, "senior", 60), [CONFIG], "x")
    assert outcome.confirmed
    assert '"kind":"pushed"' in world.lines()[-1]


def test_the_others_have_it_once_they_pull(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    (outcome,) = finish(opened(world.senior, "senior", 60), [CONFIG], "x")
    assert outcome.event is not None
    junior = opened(world.junior, "junior")
    sync(junior)
    (push,) = junior.board().pushed
    assert (push.path, push.session, push.commit) == (CONFIG, "senior", world.senior.head())
    assert pull(junior).after == push.commit
