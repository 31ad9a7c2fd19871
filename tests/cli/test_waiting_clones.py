"""`wait` between clones: its first word is by what the remote has, not by what this clone had."""

from pathlib import Path

import pytest

from tests.cli.conftest import Said, process
from tests.clones import Clones, clones, opened
from tests.repos import Repo

TOOL = "atlas/mcp/tool.py"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def told(clone: Repo, session: str, *arguments: str) -> Said:
    return process(*arguments, "--as", session, cwd=clone.path)


def test_a_task_that_another_clone_finished_is_not_called_ready(world: Clones) -> None:
    told(world.junior, "junior", "done", "X1", "--wait")
    assert told(world.senior, "senior", "wait", "--task", "X1").out.startswith("✓ X1 is done by ")


def test_a_task_that_another_clone_added_is_known(world: Clones) -> None:
    told(world.junior, "junior", "add", "More", "--owner", "senior")
    (task,) = [
        one
        for one in told(world.junior, "junior", "tasks", "--json").json
        if one["title"] == "More"
    ]
    said = told(world.senior, "senior", "wait", "--task", task["id"])
    assert said.out.startswith(f"✓ {task['id']} is ready: ")


def test_what_another_clone_took_is_not_ready(world: Clones) -> None:
    told(world.junior, "junior", "claim", "X1")
    said = told(world.senior, "senior", "wait", "--ready")
    assert (said.out, said.err) == ("✓ ready for senior: S4\n", "")


def test_a_request_and_its_answer_that_only_the_remote_has(world: Clones, tmp_path: Path) -> None:
    told(world.senior, "senior", "ask", TOOL, "w", "--wait")
    told(world.junior, "junior", "sync")
    told(world.junior, "junior", "grant", TOOL, "go on", "--wait")
    third = world.remote.clone(tmp_path / "third")
    for clone in (world.senior, third):
        said = told(clone, "senior", "wait", "--request", TOOL)
        assert said.out.startswith(f"✓ junior grants {TOOL} for ")


def test_a_path_that_another_clone_granted_is_free(world: Clones) -> None:
    told(world.senior, "senior", "ask", TOOL, "w", "--wait")
    told(world.junior, "junior", "sync")
    told(world.junior, "junior", "grant", TOOL, "--wait")
    said = told(world.senior, "senior", "wait", "--path", TOOL)
    assert said.out == f"✓ {TOOL} is free: junior grants it\n"


def test_with_the_remote_away_it_says_so_in_one_line_and_goes_on(world: Clones) -> None:
    world.remote.path.rename(world.remote.path.with_name("gone"))
    said = told(world.senior, "senior", "wait", "--task", "X1")
    assert (said.code, said.out) == (0, "✓ X1 is ready: `coord-tui claim X1`\n")
    assert said.err.startswith("coord-tui: origin does not answer: ")
    assert said.err.count("\n") == 1
    said = told(world.senior, "senior", "wait", "--unread", "--timeout", "1s")
    first, second = said.err.splitlines()
    assert first.startswith("coord-tui: origin does not answer: ")
    assert second == "coord-tui: timed out: nothing waits for senior"


def test_another_process_that_syncs_holds_nobody_up(world: Clones) -> None:
    with opened(world.senior, "senior").channel.lock("sync.lock"):
        said = told(world.senior, "senior", "wait", "--task", "X1", "--timeout", "1s")
    assert said.code == 0
    assert said.err == "coord-tui: another process of this clone syncs with origin\n"


def test_the_help_says_how_soon(world: Clones) -> None:
    assert "about 2 s after" in told(world.senior, "senior", "wait", "--help").out
