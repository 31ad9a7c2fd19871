"""Pulling where both sides have commits and the plan says rebase: own commits go on top."""

from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.moving import At, switch
from coord_tui.errors import CoordError, EnvironmentFailed
from tests.atlas import PLAN
from tests.clones import Clones, clones
from tests.repos import AWKWARD, Repo
from tests.untouched import fingerprint
from tests.workspace.pulling import pulled, pushed, refused

CONFIG, TOOL, PLANNER = "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path, PLAN + "branches: {pull: rebase}\n")


def own(world: Clones, name: str, text: str = "mine\n", message: str = "Mine") -> str:
    world.senior.write(name, text)
    return world.senior.commit(name, message=message)


def test_own_commits_go_on_top_with_author_date_and_message(world: Clones) -> None:
    new = pushed(world, TOOL)
    world.senior.identify("Ünal Nobody", "odd name@example.com")
    before = own(world, PLANNER, message="One\n\nwith a body  \n\n\nand a # line")
    own(world, CONFIG, message="Two")
    shape = "--format=%an%n%ae%n%ad%n%B"
    said = world.senior.git("log", "-2", shape)
    world.senior.identify()

    done = pulled(world)

    assert (done.how, done.commits, done.own, done.reason) == ("rebase", 1, 2, "")
    assert world.senior.git("rev-parse", "HEAD~2") == new
    assert world.senior.head() == done.after
    assert world.senior.git("log", "-2", shape) == said
    assert world.senior.git("log", "-2", "--format=%cn") == "Sam Senior\nSam Senior"
    assert world.senior.git("status", "--porcelain") == ""
    assert (world.senior.path / TOOL).read_text() == "theirs\n"
    assert before in world.senior.git("log", "-1", "--format=%H", "ORIG_HEAD~1")
    assert world.senior.git("rev-parse", "main@{1}") == done.before
    assert world.senior.git("reflog", "-1", "--format=%gs").startswith("coord-tui pull, moved onto")


def test_a_message_in_another_encoding_stays_bytewise(world: Clones) -> None:
    pushed(world, TOOL)
    world.senior.git("config", "i18n.commitEncoding", "ISO-8859-1")
    world.senior.write(".git/message", "na\udcefve\n")
    world.senior.write(CONFIG, "mine\n")
    world.senior.git("commit", "--quiet", "-F", str(world.senior.path / ".git/message"), CONFIG)
    world.senior.git("config", "--unset", "i18n.commitEncoding")
    assert pulled(world).how == "rebase"
    raw = world.senior.git("cat-file", "commit", "HEAD")
    assert "\nencoding ISO-8859-1\n" in raw
    assert raw.endswith("na\udcefve")


def test_both_sides_of_one_file_are_merged(world: Clones) -> None:
    lines = [f"line {number}\n" for number in range(20)]
    own(world, CONFIG, "".join(lines))
    world.senior.git("push", "--quiet", "origin", "HEAD:main")
    world.junior.git("pull", "--quiet", "--ff-only", "origin", "main")
    pushed(world, CONFIG, text="".join(["theirs\n", *lines[1:]]))
    own(world, CONFIG, "".join([*lines[:-1], "mine\n"]))
    assert pulled(world).how == "rebase"
    found = (world.senior.path / CONFIG).read_text().splitlines()
    assert (found[0], found[-1]) == ("theirs", "mine")


def test_local_work_in_other_files_stays_staged_and_not(world: Clones) -> None:
    pushed(world, TOOL)
    own(world, PLANNER)
    for name in AWKWARD:
        world.senior.write(name, "staged\n")
    world.senior.git("add", ".")
    world.senior.write(AWKWARD[0], "staged\nand more\n")
    world.senior.write(CONFIG, "not staged\n")
    before = fingerprint(world.senior, [TOOL], head=False)
    assert pulled(world).how == "rebase"
    assert fingerprint(world.senior, [TOOL], head=False) == before


def test_local_work_in_the_way_stops_it(world: Clones) -> None:
    pushed(world, TOOL)
    own(world, PLANNER)
    world.senior.write(TOOL, "mine\n")
    done = refused(world)
    assert done.in_the_way == (TOOL,)


def test_an_ignored_file_in_the_way_stops_it(world: Clones) -> None:
    pushed(world, "new.log")
    own(world, ".gitignore", "*.log\n")
    world.senior.write("new.log", "mine\n")
    assert refused(world).in_the_way == ("new.log",)


def test_a_conflict_names_both_commits_and_the_file_and_changes_nothing(world: Clones) -> None:
    theirs = pushed(world, CONFIG)
    own(world, PLANNER, message="Fits")
    mine = own(world, CONFIG, message="Does not")
    done = refused(world)
    assert done.reason == (
        f'your {mine[:7]} "Does not" conflicts with origin/main in {CONFIG} '
        f"(junior's {theirs[:7]}): `git rebase origin/main` by hand"
    )


def test_merges_among_own_commits_are_left_to_the_person(world: Clones) -> None:
    pushed(world, TOOL)
    world.senior.git("checkout", "--quiet", "-b", "side")
    own(world, PLANNER)
    world.senior.git("checkout", "--quiet", "main")
    world.senior.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")
    assert "merges among your own commits" in refused(world).reason


def test_what_the_upstream_has_already_is_left_out_and_an_empty_commit_stays(
    world: Clones,
) -> None:
    new = pushed(world, TOOL, text="same\n")
    own(world, TOOL, "same\n")
    done = pulled(world)
    assert (done.how, done.after, done.own) == ("rebase", new, 0)
    pushed(world, TOOL)
    world.senior.git("commit", "--quiet", "--allow-empty", "-m", "Empty")
    assert pulled(world).own == 1
    assert world.senior.git("log", "-1", "--format=%s") == "Empty"


def test_only_behind_it_fast_forwards(world: Clones) -> None:
    new = pushed(world, TOOL)
    done = pulled(world)
    assert (done.how, done.after) == ("fast-forward", new)


def test_own_commits_are_signed_again_where_commits_are_signed(
    world: Clones, tmp_path: Path
) -> None:
    pushed(world, TOOL)
    own(world, PLANNER)
    signer = tmp_path / "signer"
    words = "[GNUPG:] SIG_CREATED "
    signer.write_text(f"#!/bin/sh\ncat >/dev/null\necho '{words}' >&2\necho signed\n")
    signer.chmod(0o755)
    world.senior.git("config", "commit.gpgSign", "true")
    world.senior.git("config", "gpg.program", str(signer))
    assert pulled(world).how == "rebase"
    assert "\ngpgsig signed\n" in world.senior.git("cat-file", "commit", "HEAD")


def test_a_rebase_that_was_killed_is_taken_up_again(world: Clones) -> None:
    pushed(world, TOOL)
    own(world, PLANNER)
    world.senior.git("fetch", "--quiet")
    old = world.senior.head()
    world.senior.git("cherry-pick", "--no-commit", "origin/main")  # as files and index would be
    assert pulled(world).how == "rebase"
    assert world.senior.git("status", "--porcelain") == ""
    assert world.senior.git("rev-parse", "ORIG_HEAD") == old


def moved_apart(world: Clones) -> tuple[Repo, str, str]:
    """Two commits of senior's, of which the branch is at the first."""
    first, second = world.senior.head(), own(world, TOOL)
    world.senior.git("update-ref", "refs/heads/main", first)
    world.senior.git("read-tree", "-m", "-u", second, first)
    return world.senior, first, second


def at(place: Repo, head: str) -> At:
    """Where main was found."""
    return At(str(place.path / ".git"), "main", head)


def test_a_branch_that_cannot_be_moved_takes_its_files_back(world: Clones) -> None:
    place, first, second = moved_apart(world)
    place.hook("reference-transaction", '! grep -q refs/heads/main || test "$1" != prepared')
    before = fingerprint(place)
    with pytest.raises(EnvironmentFailed, match="main could not be moved"):
        switch(Git(str(place.path)), at(place, first), second, "test")
    assert fingerprint(place) == before


def test_a_branch_that_moved_meanwhile_is_left_alone(world: Clones) -> None:
    place, first, second = moved_apart(world)
    place.commit(PLANNER)
    before = fingerprint(place)
    with pytest.raises(CoordError, match="main moved meanwhile: try again"):
        switch(Git(str(place.path)), at(place, first), second, "test")
    assert fingerprint(place) == before


def test_git_itself_refuses_what_came_into_the_way_meanwhile(world: Clones) -> None:
    place, first, second = moved_apart(world)
    place.write(TOOL, "mine\n")
    before = fingerprint(place)
    with pytest.raises(CoordError, match=TOOL) as caught:
        switch(Git(str(place.path)), at(place, first), second, "test")
    assert getattr(caught.value, "paths", ()) == (TOOL,)
    assert fingerprint(place) == before
