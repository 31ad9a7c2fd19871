"""The commands pull and finish: what they print, and their exit codes."""

from pathlib import Path

import pytest

from tests.cli.conftest import Said, process
from tests.clones import Clones, clones
from tests.repos import Repo

CONFIG, TOOL = "atlas/config.py", "atlas/mcp/tool.py"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def said(clone: Repo, *arguments: str, folder: str = ".") -> Said:
    return process(*arguments, cwd=clone.path / folder)


def pushed(world: Clones, name: str) -> str:
    world.junior.write(name, "theirs\n")
    commit = world.junior.commit(name, message="Theirs")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    return commit


def test_a_pull_says_what_came(world: Clones) -> None:
    commit = pushed(world, TOOL)
    assert said(world.senior, "pull") == (
        0, f"✓ 1 commit from origin/main  main is at {commit[:7]}\n", "",
    )  # fmt: skip
    assert said(world.senior, "pull") == (0, "✓ up to date with origin/main\n", "")


def test_a_pull_as_json(world: Clones) -> None:
    before, commit = world.senior.head(), pushed(world, TOOL)
    found = said(world.senior, "pull", "--json")
    assert (found.code, found.err) == (0, "")
    assert found.json == {
        "branch": "main", "upstream": "origin/main", "before": before, "head": commit,
        "commits": 1, "how": "fast-forward", "in_the_way": [], "accepted": True, "reason": None,
    }  # fmt: skip


def test_a_pull_with_something_in_the_way_is_refused(world: Clones) -> None:
    pushed(world, TOOL)
    world.senior.write(TOOL, "mine\n")
    found = said(world.senior, "pull")
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith(f"coord-tui: {TOOL} is changed here and by origin/main")
    assert found.err.count("\n") == 1
    found = said(world.senior, "pull", "--json")
    assert (found.code, found.err) == (1, "")
    assert (found.json["accepted"], found.json["in_the_way"]) == (False, [TOOL])


def test_a_pull_from_a_remote_that_is_away_is_the_environments_failure(world: Clones) -> None:
    world.remote.path.rename(world.remote.path.with_name("gone"))
    found = said(world.senior, "pull")
    assert (found.code, found.out) == (3, "")
    assert found.err.startswith("coord-tui: origin does not answer: ")
    found = said(world.senior, "pull", "--json")
    assert found.code == 3
    assert found.json["accepted"] is False
    assert found.json["reason"].startswith("origin does not answer: ")


def test_a_pull_is_given_a_time(world: Clones) -> None:
    world.senior.git("config", "remote.origin.uploadpack", "cat >/dev/null; :")
    found = said(world.senior, "pull", "--timeout", "1s")
    assert (found.code, found.err) == (3, "coord-tui: origin did not answer within 1 s\n")
    assert said(world.senior, "pull", "--timeout", "soon").code == 2


def test_a_finish_from_a_folder(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    found = said(world.senior, "finish", "config.py", "-m", "Words", folder="atlas")
    head = world.senior.head()
    assert (found.code, found.err) == (0, "")
    assert found.out == (
        f"✓✓ finished {CONFIG} by {head[:7]}  pushed to origin/main; it was not announced\n"
    )


def test_a_finish_as_json(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    found = said(world.senior, "finish", CONFIG, "-m", "Words", "--json")
    (outcome,) = found.json
    assert (found.code, outcome["target"], outcome["accepted"]) == (0, CONFIG, True)
    assert outcome["confirmed"] is True
    assert outcome["event"]["commit"] == world.senior.head()


def test_a_finish_that_does_not_wait_tells_later(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    found = said(world.senior, "finish", CONFIG, "-m", "Words", "--no-wait")
    assert found.code == 0
    assert found.out.startswith(f"✓ finished {CONFIG} by ")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("finish",), 2, "PATH"),
        (("finish", CONFIG), 2, "committed with what words?"),
        (("finish", CONFIG, "-m", ""), 2, "committed with what words?"),
        (("finish", "atlas", "-m", "x"), 2, "is a folder"),
        (("finish", "../x", "-m", "x"), 2, "outside the repository"),
        (("finish", "coord.yaml", "-m", "x"), 1, "nothing has changed in coord.yaml"),
        (("pull", "x"), 2, "one argument too many"),
    ],
)
def test_what_cannot_be_done(
    arguments: tuple[str, ...], code: int, words: str, world: Clones
) -> None:
    world.senior.write(CONFIG, "mine\n")
    found = said(world.senior, *arguments)
    assert (found.code, found.out) == (code, "")
    assert words in found.err
    assert found.err.count("\n") == 1


def test_a_finish_without_the_remote_says_in_json_that_the_commit_is_there(world: Clones) -> None:
    world.remote.path.rename(world.remote.path.with_name("gone"))
    world.senior.write(CONFIG, "mine\n")
    found = said(world.senior, "finish", CONFIG, "-m", "Words", "--json")
    assert found.code == 3
    (outcome,) = found.json
    assert outcome["accepted"] is False
    assert outcome["reason"].startswith(f"committed as {world.senior.head()[:7]}, not pushed: ")
