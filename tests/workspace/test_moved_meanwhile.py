"""Pull and finish while somebody moves the checkout: they act where they began, or not at all."""

from pathlib import Path

import pytest

from coord_tui.core.pulled import Pulled
from coord_tui.errors import Refused
from coord_tui.workspace.finish import finish
from coord_tui.workspace.pull import pull
from tests.atlas import PLAN
from tests.clones import Clones, clones, events, opened
from tests.repos import Repo

CONFIG, TOOL, PLANNER = "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py"
CLEAN = "unset $(git rev-parse --local-env-vars)"


@pytest.fixture(params=["fast-forward", "rebase"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Clones:
    """Senior's clone with a branch `topic` and `other`, each with a commit of its own."""
    world = clones(tmp_path, PLAN + f"branches: {{pull: {request.param}}}\n")
    for branch in ("topic", "other"):
        world.senior.git("switch", "--quiet", "--create", branch, "main")
        world.senior.commit(f"{branch}.txt", message=branch)
    world.senior.git("switch", "--quiet", "main")
    return world


def pushed(world: Clones, name: str = TOOL) -> str:
    world.junior.write(name, "theirs\n")
    commit = world.junior.commit(name, message="Theirs")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    return commit


def while_fetching(place: Repo, command: str) -> None:
    """Have a command run in that place when the remote is asked what it has."""
    once = place.path.with_name("once")
    event = f"{CLEAN}; cd '{place.path}' && mkdir '{once}' && {command}"
    config = f"({event}) </dev/null >/dev/null 2>&1; git upload-pack"
    place.git("config", "remote.origin.uploadpack", config)


def tips(place: Repo) -> str:
    return place.git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads")


def pulled(world: Clones) -> Pulled:
    return pull(opened(world.senior, "senior"))


MOVES = {
    "another branch": ("git switch --quiet topic", "main was left for topic meanwhile"),
    "no branch": ("git switch --quiet --detach", "main was left meanwhile"),
    "a merge": (
        "git merge --quiet --no-ff --no-commit other",
        "git is in the middle of a merge",
    ),
}


@pytest.mark.parametrize("case", MOVES)
def test_a_pull_moves_no_other_branch_and_nothing_under_a_merge(case: str, world: Clones) -> None:
    command, words = MOVES[case]
    pushed(world)
    world.senior.commit(PLANNER, message="Mine")
    before = tips(world.senior)
    while_fetching(world.senior, command)
    done = pulled(world)
    assert (done.how, done.before) == ("", done.after)
    assert words in done.reason
    assert tips(world.senior) == before


@pytest.mark.parametrize("case", MOVES)
def test_a_fast_forward_moves_no_other_branch(case: str, world: Clones) -> None:
    command, words = MOVES[case]
    pushed(world)
    before = tips(world.senior)
    while_fetching(world.senior, command)
    assert words in pulled(world).reason
    assert tips(world.senior) == before


def test_a_commit_that_was_made_meanwhile_stops_it(world: Clones) -> None:
    pushed(world)
    while_fetching(world.senior, "git commit --quiet --allow-empty -m More")
    done = pulled(world)
    assert "main moved meanwhile: try again" in done.reason
    assert world.senior.git("log", "-1", "--format=%s") == "More"


@pytest.mark.parametrize("others", [False, True])
@pytest.mark.parametrize("case", MOVES)
def test_a_finish_commits_and_pushes_nothing_elsewhere(
    case: str, others: bool, world: Clones
) -> None:
    command, words = MOVES[case]
    if others:
        pushed(world)
    before, main = tips(world.senior), world.remote.git("rev-parse", "main")
    world.senior.write(CONFIG, "mine\n")
    while_fetching(world.senior, command)
    with pytest.raises(Refused) as caught:
        finish(opened(world.senior, "senior"), [CONFIG], "Words")
    assert str(caught.value).startswith("nothing was committed: ")
    assert words in str(caught.value)
    assert tips(world.senior) == before
    assert world.remote.git("rev-parse", "main") == main
    assert (world.senior.path / CONFIG).read_text() == "mine\n"


def test_left_while_the_commit_is_made_the_other_branch_is_not_pushed(world: Clones) -> None:
    place, main = world.senior, world.remote.git("rev-parse", "main")
    place.write(CONFIG, "mine\n")
    place.hook("post-commit", f"{CLEAN}; git switch --quiet topic")
    with pytest.raises(Refused) as caught:
        finish(opened(place, "senior"), [CONFIG], "Words")
    made = place.git("rev-parse", "main")
    assert place.git("log", "-1", "--format=%s", made) == "Words"
    assert str(caught.value).startswith(
        f"committed as {made[:7]}, not pushed: main was left for topic meanwhile"
    )
    assert world.remote.git("rev-parse", "main") == main
    (place.path / ".git/hooks/post-commit").unlink()
    place.git("switch", "--quiet", "main")
    (outcome,) = finish(opened(place, "senior"), [CONFIG])
    assert outcome.accepted
    assert world.remote.git("rev-parse", "main") == made


def test_a_commit_that_landed_elsewhere_is_named_and_not_pushed(world: Clones) -> None:
    place, main = world.senior, world.remote.git("rev-parse", "main")
    place.git("branch", "same", "main")
    place.write(CONFIG, "mine\n")
    place.hook("pre-commit", "git symbolic-ref HEAD refs/heads/same")
    with pytest.raises(Refused) as caught:
        finish(opened(place, "senior"), [CONFIG], "Words")
    landed = place.git("rev-parse", "same")
    assert str(caught.value).startswith(
        f"committed as {landed[:7]} elsewhere, and not pushed: main was left for same meanwhile"
    )
    assert place.git("rev-parse", "main") == main == world.remote.git("rev-parse", "main")


def test_what_a_hook_commits_after_it_is_not_pushed_for_it(world: Clones) -> None:
    place = world.senior
    place.write(CONFIG, "mine\n")
    hook = Path(place.git("rev-parse", "--path-format=absolute", "--git-path", "hooks/post-commit"))
    place.hook("post-commit", f"rm '{hook}'; git commit --quiet --allow-empty -m Hooked")
    (outcome,) = finish(opened(place, "senior"), [CONFIG], "Words")
    assert outcome.accepted
    main = world.remote.git("rev-parse", "main")
    assert main == place.git("rev-parse", "HEAD~1")
    assert place.git("log", "-2", "--format=%s").split("\n") == ["Hooked", "Words"]
    (told,) = [one for one in events(opened(place, "senior")) if one.kind == "pushed"]
    assert told.text("commit") == main


def test_a_pull_takes_its_own_upstream_whoever_fetches_meanwhile(world: Clones) -> None:
    new = pushed(world)
    world.junior.commit("feature")
    world.junior.git("push", "--quiet", "origin", "HEAD:refs/heads/feature")
    place = world.senior
    head, noted = place.path / ".git/FETCH_HEAD", place.path.with_name("noted")
    place.git("fetch", "--quiet", "origin", "feature")
    head.rename(noted)
    # another's fetch that notes its own branch just before this one is over
    place.hook(
        "reference-transaction", f'test "$1" != committed || cp "{noted}" "{head}" 2>/dev/null'
    )
    assert pulled(world).after == new
