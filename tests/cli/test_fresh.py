"""Commands that look ask the remote first: an agent without an open screen is not blind."""

from pathlib import Path

import pytest

from tests.cli.conftest import Said, process
from tests.clones import Clones, clones
from tests.repos import Repo

CONFIG = "atlas/config.py"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    """Junior has told senior something, and taken a task; senior's clone never heard of it."""
    found = clones(tmp_path)
    told(found.junior, "say", "from afar", "--as", "junior", "--wait")
    told(found.junior, "claim", "X1", "--as", "junior")
    return found


def told(clone: Repo, *arguments: str) -> Said:
    return process(*arguments, cwd=clone.path)


LOOKS = [
    (("inbox",), "from afar"),
    (("brief",), "junior says “from afar”"),
    (("brief",), "synced 0s ago"),
    (("log",), "“from afar”"),
    (("log", "--json"), "from afar"),
    (("status",), "1 claimed"),
    (("status", "--json"), '"claimed": 1'),
    (("status", "--json"), '"remote": {"name": "origin", "at": "'),
]


@pytest.mark.parametrize(("typed", "words"), LOOKS)
def test_it_knows_what_another_clone_pushed(
    typed: tuple[str, ...], words: str, world: Clones
) -> None:
    assert words not in told(world.senior, *typed, "--no-sync").out
    said = told(world.senior, *typed)
    assert words in said.out
    assert (said.code, said.err) == (0, "")


def test_ready_knows_what_another_clone_took(world: Clones) -> None:
    assert "X1" in told(world.senior, "ready", "--no-sync").out
    assert "X1" not in told(world.senior, "ready").out


def test_what_another_clone_announced_can_be_asked_for(world: Clones) -> None:
    told(world.senior, "sync")  # what was heard a moment ago is no reason not to ask
    told(world.junior, "announce", CONFIG, "a provider", "--as", "junior")
    known = told(world.senior, "ask", CONFIG, "a section", "--no-sync")
    assert (known.code, "is shared: `coord-tui announce" in known.err) == (1, True)
    said = told(world.senior, "ask", CONFIG, "a section")
    assert (said.code, said.err) == (0, "")
    assert "to junior, who holds it" in said.out


def test_with_the_remote_away_it_is_refused_by_what_is_known(world: Clones) -> None:
    world.remote.path.rename(world.remote.path.with_name("gone"))
    said = told(world.senior, "ask", CONFIG, "a section")
    assert said.code == 1
    assert "is shared: `coord-tui announce" in said.err
    assert said.err.count("\n") == 2, "and why nothing was learnt"


def test_a_prompt_never_waits_for_the_remote(world: Clones) -> None:
    assert "claimed" not in told(world.senior, "status", "--line").out
    assert not (world.senior.path / ".git/coord/contact.json").exists()


@pytest.mark.parametrize("word", ["inbox", "brief", "ready", "log", "status"])
def test_with_the_remote_away_it_says_so_and_shows_what_it_knows(word: str, world: Clones) -> None:
    told(world.senior, "sync")
    world.remote.path.rename(world.remote.path.with_name("gone"))
    told(world.senior, "sync")
    known = told(world.senior, word, "--no-sync")
    assert known.err == ""
    said = told(world.senior, word)
    assert said.code == 0
    assert said.err.startswith("coord-tui: origin has been away for ")
    assert said.err.count("\n") == 1
    assert len(said.out.splitlines()) == len(known.out.splitlines())
