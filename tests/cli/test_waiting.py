"""`wait` and `log --follow` as processes: they end when they should, as they should."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.repos import Repo

ROOT = Path(__file__).parents[2]
CONFIG, TOOL = "atlas/config.py", "atlas/mcp/tool.py"


@contextmanager
def running(place: Repo, *typed: str) -> Iterator[subprocess.Popen[str]]:
    """The real command at work in the repository; it is ended with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "coord_tui", *typed],
        cwd=place.path, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def test_a_wait_ends_with_what_it_waits_for(place: Repo, call: Call) -> None:
    call("announce", CONFIG, "x", "--as", "junior")
    with running(place, "wait", "--path", CONFIG, "--json") as waiting:
        call("unreserve", CONFIG, "--as", "junior")
        found = json.loads(line(waiting))
        assert waiting.wait() == 0
    assert {name: found[name] for name in ("condition", "target", "holds", "reason")} == {
        "condition": "path", "target": CONFIG, "holds": True, "reason": None,
    }  # fmt: skip


def test_a_wait_whose_time_is_up(call: Call) -> None:
    call("announce", CONFIG, "x", "--as", "junior")
    said = call("wait", "--path", CONFIG, "--timeout", "1s")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("coord-tui: timed out: atlas/config.py is still held by junior")
    said = call("wait", "--path", CONFIG, "--timeout", "1s", "--json")
    assert (said.code, said.json["reason"], said.json["by"]) == (1, "timeout", ["junior"])


def test_a_wait_that_is_in_vain_says_why(call: Call) -> None:
    call("ask", TOOL, "w")
    call("deny", TOOL, "busy", "--as", "junior")
    said = call("wait", "--request", TOOL)
    assert said == (1, "", "coord-tui: junior denies atlas/mcp/tool.py: busy\n")
    found = call("wait", "--request", TOOL, "--json").json
    assert (found["reason"], found["request"]["words"]) == ("in vain", "busy")


def test_what_holds_already_ends_at_once(call: Call) -> None:
    assert call("wait", "--task", "S4").out == "✓ S4 is ready: `coord-tui claim S4`\n"
    assert [one["id"] for one in call("wait", "--ready", "--json").json["tasks"]] == ["S4", "X1"]


@pytest.mark.parametrize("typed", [[], ["--ready", "--unread"], ["--task", "S4", "--path", "x"]])
def test_one_thing_is_waited_for(typed: list[str], call: Call) -> None:
    said = call("wait", *typed)
    assert (said.code, said.out) == (2, "")
    assert "--ready, --task, --request, --path or --unread" in said.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_following_shows_each_event_as_it_comes_until_it_is_interrupted(
    number: signal.Signals, place: Repo, call: Call
) -> None:
    call("say", "first", "--as", "junior")
    with running(place, "log", "--follow", "--json") as following:
        assert json.loads(line(following))["text"] == "first"
        for text in ("second", "third"):
            call("say", text, "--as", "junior")
            assert json.loads(line(following))["text"] == text
        following.send_signal(number)
        out, err = following.communicate()
        assert (following.returncode, out, err) == (128 + number, "", "")


def test_following_in_words_begins_with_the_last_ones(place: Repo, call: Call) -> None:
    for text in ("one", "two"):
        call("say", text, "--as", "junior")
    with running(place, "log", "-f", "-n", "1") as following:
        assert "unread" in line(following)
        assert "“two”" in line(following)
        call("say", "three", "--as", "junior")
        assert "“three”" in line(following)


@pytest.mark.parametrize("typed", [("wait", "--unread"), ("log", "--follow"), ("brief",)])
def test_another_program_of_the_name_in_another_worktree_is_told(
    typed: tuple[str, ...], place: Repo, call: Call, tmp_path: Path
) -> None:
    call("say", "hi", "--as", "junior")
    linked = place.worktree(tmp_path / "linked", "other")
    with running(linked, "log", "--follow", "--as", "senior") as other:
        line(other)
        with running(place, *typed, "--as", "senior") as process:
            assert process.stderr is not None
            told = process.stderr.readline()
    assert told.startswith(
        f"coord-tui: senior is open twice: process {other.pid}, a log, in {linked.path}"
    )


def test_a_person_who_follows_while_they_wait_is_not_told(place: Repo, call: Call) -> None:
    call("say", "hi", "--as", "junior")
    with running(place, "log", "--follow") as other:
        line(other)
        assert call("wait", "--unread").err == ""
        assert call("brief").err == ""


def test_only_what_is_meant_for_me(place: Repo, call: Call) -> None:
    call("claim", "X1", "--as", "junior")
    call("say", "hello", "--as", "junior")
    call("ask", "atlas/agents/planner.py", "w", "--as", "junior")
    kinds = [one["kind"] for one in call("log", "--unread", "--json").json]
    assert kinds == ["say", "ask"]
    assert [one["kind"] for one in call("log", "--about", "X1", "--json").json] == ["claim"]


def test_an_observer_has_nothing_to_wait_for(place: Repo, call: Call) -> None:
    place.git("config", "user.email", "stranger@example.com")
    said = call("wait", "--ready")
    assert said.code == 1
    assert "an observer may only read" in said.err
