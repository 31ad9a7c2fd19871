"""What is said when git was stopped half way, or is told to overlook what is in the way."""

import shlex
import subprocess
from pathlib import Path

import pytest

from coord_tui.core.pulled import Pulled
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.pull import pull
from tests.atlas import PLAN
from tests.clones import Clones, clones, opened
from tests.repos import Repo
from tests.untouched import fingerprint

CONFIG, TOOL, PLANNER = "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py"
LAST = "zz.big"
"""A file that is written after all others."""


@pytest.fixture(params=["fast-forward", "rebase"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Clones:
    """What junior pushed needs a filter; under `rebase` senior has a commit of their own."""
    world = clones(tmp_path, PLAN + f"branches: {{pull: {request.param}}}\n")
    world.junior.write(".gitattributes", "*.big filter=big\n")
    pushed(world, ".gitattributes", LAST)
    world.senior.git("pull", "--quiet", "--ff-only")
    pushed(world, CONFIG, "new", LAST)
    if request.param == "rebase":
        world.senior.commit(PLANNER, message="Mine")
    return world


def pushed(world: Clones, *names: str) -> str:
    for name in names:
        if name != ".gitattributes":
            world.junior.write(name, f"theirs {world.junior.head()}\n")
    commit = world.junior.commit(*names, message="Theirs")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    return commit


def pulled(world: Clones) -> Pulled:
    return pull(opened(world.senior, "senior"))


def failing(place: Repo) -> None:
    place.git("config", "filter.big.clean", "cat")
    place.git("config", "filter.big.smudge", "false")
    place.git("config", "filter.big.required", "true")


def mended(place: Repo) -> None:
    place.git("config", "--remove-section", "filter.big")


def obey(place: Repo, said: str) -> None:
    """Do what the message says between backticks, as a person would."""
    for command in said.split("`")[1::2]:
        subprocess.run(shlex.split(command), cwd=place.path, check=True)


def test_a_checkout_that_failed_half_way_is_named_and_can_be_taken_back(world: Clones) -> None:
    place, before = world.senior, fingerprint(world.senior)
    failing(place)
    with pytest.raises(EnvironmentFailed) as caught:
        pulled(world)
    why = str(caught.value)
    assert f"git stopped half way: {CONFIG}, new, {LAST}; " in why
    assert fingerprint(place) != before
    mended(place)
    obey(place, why[why.index("half way") :])
    assert fingerprint(place) == before
    assert pulled(world).how != ""


def test_the_next_pull_does_not_advise_to_commit_what_git_left(world: Clones) -> None:
    place, before = world.senior, fingerprint(world.senior)
    failing(place)
    with pytest.raises(EnvironmentFailed):
        pulled(world)
    mended(place)
    done = pulled(world)
    assert set(done.in_the_way) == {CONFIG, "new", LAST}
    assert "commit or move away" not in done.reason
    obey(place, done.reason)
    assert fingerprint(place) == before


def test_a_file_that_is_missing_comes_back_as_it_was(world: Clones) -> None:
    place, before = world.senior, fingerprint(world.senior)
    (place.path / CONFIG).unlink()
    done = pulled(world)
    assert f"`git restore -- {CONFIG}` brings back what was there, then pull" in done.reason
    obey(place, done.reason)
    assert fingerprint(place) == before


@pytest.mark.parametrize("flag", ["assume-unchanged", "skip-worktree"])
def test_a_file_that_git_is_told_to_overlook_is_named_with_its_flag(
    flag: str, world: Clones
) -> None:
    place = world.senior
    place.git("update-index", f"--{flag}", CONFIG)
    place.write(CONFIG, "mine\n")
    done = pulled(world)
    assert done.in_the_way == (CONFIG,)
    assert f"git overlooks {CONFIG} ({flag}): `git update-index --no-{flag} -- {CONFIG}`" in (
        done.reason
    )
    obey(place, done.reason)
    again = pulled(world)
    assert again.in_the_way == (CONFIG,)
    assert "commit or move away what is here, then pull" in again.reason
