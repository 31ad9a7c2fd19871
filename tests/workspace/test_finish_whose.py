"""Whose commits finish tells of, to which branch they may go, and what it says beside that."""

from pathlib import Path

import pytest

from coord_tui.errors import Refused
from coord_tui.workspace import actions
from coord_tui.workspace.finish import finish
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.pull import pull
from tests.clones import Clones, clones, events, opened
from tests.repos import Repo
from tests.untouched import fingerprint

CONFIG, TOOL, PLANNER = "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py"

LATELY = {"GIT_COMMITTER_DATE": "2090-01-01T00:00:00Z"}


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def finished(place: Repo, path: str, words: str = "Words") -> Outcome:
    (outcome,) = finish(opened(place, "senior"), [path], words)
    return outcome


def pushed(world: Clones, name: str) -> str:
    world.junior.write(name, "theirs\n")
    commit = world.junior.commit(name, message="Theirs")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    return commit


@pytest.fixture
def topic(world: Clones) -> Repo:
    """Senior's clone on a branch that was made from the remote's main, with work of its own."""
    place = world.senior
    place.git("switch", "--quiet", "--create", "topic", "origin/main")
    place.commit(PLANNER, message="Half done")
    place.write(CONFIG, "mine\n")
    return place


def test_a_branch_that_was_made_from_another_is_not_pushed_to_that(
    world: Clones, topic: Repo
) -> None:
    main, before = world.remote.git("rev-parse", "main"), fingerprint(topic)
    with pytest.raises(Refused) as caught:
        finished(topic, CONFIG)
    assert str(caught.value).startswith(
        "nothing was committed: topic follows origin/main, which has another name: "
        "`git push -u origin topic` gives it a branch of its own there"
    )
    assert fingerprint(topic) == before
    assert world.remote.git("rev-parse", "main") == main
    topic.git("branch", "--unset-upstream")
    assert finished(topic, CONFIG).note.startswith("pushed to origin/topic; topic has the upstream")
    assert world.remote.git("rev-parse", "main", "topic") == f"{main}\n{topic.head()}"


@pytest.mark.parametrize("value", ["upstream", "tracking"])
def test_it_is_where_the_user_says_that_upstreams_are_pushed_to(
    value: str, world: Clones, topic: Repo
) -> None:
    topic.git("config", "push.default", value)
    assert finished(topic, CONFIG).note.startswith("pushed to origin/main")
    assert world.remote.git("rev-parse", "main") == topic.head()


def test_a_strangers_commit_is_not_told_in_ones_own_name(world: Clones) -> None:
    world.junior.identify("Stranger", "stranger@example.com")
    commit = pushed(world, CONFIG)
    assert pull(opened(world.senior, "senior")).after == commit
    outcome = finished(world.senior, CONFIG)
    assert outcome.reason == (
        f"nothing has changed in {CONFIG} since stranger@example.com's {commit[:7]}: "
        "there is nothing to finish"
    )
    assert [one for one in events(opened(world.senior, "senior")) if one.kind == "pushed"] == []


def test_what_was_committed_here_under_an_unknown_name_is_ones_own(world: Clones) -> None:
    world.senior.identify("Stranger", "stranger@example.com")
    world.senior.write(CONFIG, "mine\n")
    world.senior.git("commit", "--quiet", "--message", "x", CONFIG, env=LATELY)
    assert finished(world.senior, CONFIG, "").accepted


def test_what_was_announced_and_committed_elsewhere_is_ones_own(
    world: Clones, tmp_path: Path
) -> None:
    actions.announce(opened(world.senior, "senior"), CONFIG, "x")
    world.junior.identify("Stranger", "stranger@example.com")
    world.junior.write(CONFIG, "mine\n")
    world.junior.git("commit", "--quiet", "--message", "x", CONFIG, env=LATELY)
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    pull(opened(world.senior, "senior"))
    assert finished(world.senior, CONFIG, "").accepted


def test_what_is_pushed_is_told_though_the_branch_could_not_get_its_upstream(
    world: Clones,
) -> None:
    place = world.senior
    place.git("switch", "--quiet", "--create", "topic", "--no-track")
    place.write(CONFIG, "mine\n")
    place.hook("pre-push", "touch .git/config.lock")
    outcome = finished(place, CONFIG)
    assert outcome.accepted
    assert "pushed to origin/topic; topic could not be given its upstream (" in outcome.note
    assert "`git branch --set-upstream-to=origin/topic`" in outcome.note
    assert world.remote.git("rev-parse", "topic") == place.head()
    for name in ("hooks/pre-push", "config.lock"):
        (place.path / ".git" / name).unlink()
    place.write(PLANNER, "mine\n")
    place.git("commit", "--quiet", "--message", "By hand", PLANNER, env=LATELY)
    place.git("push", "--quiet", "origin", "topic")
    assert "topic has the upstream origin/topic from here on" in finished(place, PLANNER).note
    assert place.git("rev-parse", "--abbrev-ref", "topic@{upstream}") == "origin/topic"


def test_of_a_file_that_was_staged_in_part_it_says_that_all_was_committed(world: Clones) -> None:
    world.senior.write(CONFIG, "staged\n")
    world.senior.git("add", CONFIG)
    world.senior.write(CONFIG, "staged\nand more\n")
    assert finished(world.senior, CONFIG).note.endswith("all of it, and not only what was staged")


def overtaken(world: Clones) -> str:
    with pytest.raises(Refused) as caught:
        finished(world.senior, CONFIG)
    return str(caught.value)


def test_overtaken_it_advises_what_git_does_beside_the_work_of_others(world: Clones) -> None:
    pushed(world, CONFIG)
    place = world.senior
    place.write(CONFIG, "mine\n")
    assert "`git rebase origin/main` joins your edit with it" in overtaken(world)
    place.write(PLANNER, "another's\n")
    assert "`git merge origin/main` joins your edit with it" in overtaken(world)
    place.git("add", PLANNER)
    assert (
        f"`git merge origin/main` (git does so only once {PLANNER} is not staged any more)"
        in overtaken(world)
    )


def test_hooks_of_git_push_speak_the_users_own_language(
    world: Clones, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    world.senior.hook("pre-push", 'echo "$LC_CTYPE $LC_MESSAGES" >&2; exit 1')
    world.senior.write(CONFIG, "mine\n")
    with pytest.raises(Refused, match=r"the pre-push hook says no: fr_FR\.UTF-8 C; then"):
        finished(world.senior, CONFIG)


def test_what_was_announced_and_not_edited_is_given_back_and_not_finished(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    assert finished(world.senior, CONFIG).accepted
    actions.announce(opened(world.senior, "senior"), CONFIG, "once more")
    outcome = finished(world.senior, CONFIG)
    assert not outcome.accepted
    assert outcome.reason.endswith(
        f"there is nothing to finish; `coord-tui unreserve {CONFIG}` gives it back"
    )


def test_where_one_file_has_nothing_to_finish_none_is_committed(world: Clones) -> None:
    before = world.senior.head()
    world.senior.write(CONFIG, "mine\n")
    world.senior.write(".gitignore", "built\n")
    world.senior.write("built", "x\n")
    workspace = opened(world.senior, "senior")
    config, built = finish(workspace, [CONFIG, "built"], "Both")
    assert (config.accepted, built.accepted) == (False, False)
    assert config.reason == "nothing was committed, because of built"
    assert built.reason == "built is ignored by git: `git add -f built` takes it in"
    assert world.senior.head() == before
