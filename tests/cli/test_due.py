"""What there is to pull and to finish, on the command line: brief and inbox, in words and JSON."""

from pathlib import Path

import pytest

from tests.cli.conftest import Said, process
from tests.clones import Clones, clones
from tests.repos import Repo

CONFIG = "atlas/config.py"


def run(clone: Repo, *arguments: str) -> Said:
    said = process(*arguments, cwd=clone.path)
    assert said.code == 0, said.err
    return said


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    """Junior went through the protocol: announced, edited, finished."""
    found = clones(tmp_path)
    for clone in (found.senior, found.junior):
        clone.git("branch", "--quiet", "--set-upstream-to=origin/main", "main")
    run(found.junior, "announce", CONFIG, "a provider")
    found.junior.write(CONFIG, "junior's\n")
    run(found.junior, "finish", CONFIG, "-m", "A provider")
    return found


def test_pull_before_editing_is_told_until_it_is_pulled(world: Clones) -> None:
    head = world.junior.head()
    for command in ("inbox", "brief"):
        found = run(world.senior, command, "--json").json
        assert found["pull"] == [{"path": CONFIG, "by": "junior", "commit": head}]
    assert "pull before editing\n  atlas/config.py (junior, " in run(world.senior, "inbox").out
    assert "before editing: atlas/config.py (junior, " in run(world.senior, "brief").out

    run(world.senior, "pull")
    for command in ("inbox", "brief"):
        assert run(world.senior, command, "--json").json["pull"] == []


def test_each_step_offers_the_next_until_it_is_told(world: Clones) -> None:
    def step() -> tuple[str, str, list[str]]:
        (one,) = run(world.senior, "inbox", "--json").json["underway"]
        assert one["path"] == CONFIG
        return one["step"], one["next"], one["skipped"]

    world.senior.write(CONFIG, "senior's\n")
    assert step() == ("edited", "announce", ["announced", "pulled"])
    world.senior.git("checkout", "--quiet", CONFIG)
    run(world.senior, "announce", CONFIG, "a section")
    assert step() == ("announced", "pull", [])
    run(world.senior, "pull")
    assert step() == ("pulled", "edit", [])
    world.senior.write(CONFIG, "senior's\n")
    assert step() == ("edited", "finish", [])
    run(world.senior, "finish", CONFIG, "-m", "A section")
    assert run(world.senior, "inbox", "--json").json["underway"] == []
