"""Waiting for what others do, in a real clone, while they do it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from coord_tui.core.waiting import Condition, Finding, any_ready, anything_waits
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.waiting import (
    follow,
    until_answered,
    until_free,
    until_task,
    wait_for,
)
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo, bare_remote
from tests.workspace.conftest import As

TOOL, CONFIG = "atlas/mcp/tool.py", "atlas/config.py"
MINUTE = 60


def after(
    workspace: Workspace, condition: Condition, act: Callable[[], object]
) -> tuple[Finding, int]:
    """What was found when somebody acted as soon as the first look was taken, and how many looks.

    The condition is seen not to hold first, so what ends the wait is what was done.
    """
    looks, looked = 0, Event()

    def judge(board: object) -> Finding:
        nonlocal looks
        looks += 1
        found = condition(board)  # type: ignore[arg-type]
        looked.set()
        return found

    def acting() -> None:
        looked.wait(MINUTE)
        act()

    thread = Thread(target=acting)
    thread.start()
    finding = wait_for(workspace, judge, Event(), MINUTE)
    thread.join()
    return finding, looks


def test_a_request_that_is_granted_meanwhile(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.ask(senior, TOOL, "w")
    answer = until_answered(senior, TOOL)
    finding, looks = after(senior, answer, lambda: actions.grant(junior, TOOL, "go on"))
    assert finding.holds
    assert finding.words.endswith("go on")
    assert looks < 10


def test_a_request_that_is_denied_ends_the_wait_in_vain(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.ask(senior, TOOL, "w")
    answer = until_answered(senior, "senior")
    finding, _ = after(senior, answer, lambda: actions.deny(junior, TOOL, "busy"))
    assert (finding.vain, finding.words) == (True, f"junior denies {TOOL}: busy")


def test_a_grant_that_has_ended_when_it_is_seen_is_an_answer(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.ask(senior, TOOL, "w")
    answer = until_answered(senior, TOOL)
    junior.clock = lambda: senior.clock() - 10 * MINUTE
    finding, _ = after(senior, answer, lambda: actions.grant(junior, TOOL, lasts=MINUTE))
    assert (finding.holds, finding.words) == (
        True, f"junior granted {TOOL}, but that ended 9m ago: ask again",
    )  # fmt: skip
    assert wait_for(senior, until_answered(senior, TOOL), Event()).vain


def test_a_task_that_is_freed_meanwhile(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.done(senior, "S4")
    finding, _ = after(senior, until_task(senior, "S5"), lambda: actions.done(junior, "J5"))
    assert finding.words == "S5 is ready: `coord-tui claim S5`"


def test_a_path_that_is_given_back_meanwhile(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.announce(junior, CONFIG, "x")
    free = until_free(senior, CONFIG)
    assert after(senior, free, lambda: actions.unreserve(junior, [CONFIG]))[0].holds


def test_a_path_that_is_free_when_its_time_is_up(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.announce(junior, CONFIG, "x", lasts=1)
    assert wait_for(senior, until_free(senior, CONFIG), Event(), MINUTE).holds


def test_a_plan_that_is_changed_meanwhile(session: As, place: Repo) -> None:
    senior = session("senior")
    plan = (place.path / "coord.yaml").read_text()
    freed = plan.replace("Inbox to planner, owner: junior", "Inbox to planner")
    finding, _ = after(senior, until_task(senior, "J5"), lambda: place.write("coord.yaml", freed))
    assert finding.words == "J5 is ready: `coord-tui claim J5`"


def test_a_message_and_anything_ready(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    assert after(senior, anything_waits, lambda: actions.say(junior, "hi"))[0].holds
    assert wait_for(senior, any_ready, Event()).holds


def test_a_wait_ends_when_its_time_is_up_or_when_stopped(session: As) -> None:
    senior, stop = session("senior"), Event()
    found = wait_for(senior, anything_waits, stop, 0.05)
    assert not found.over
    stop.set()
    assert not wait_for(senior, anything_waits, stop).over


def test_what_cannot_be_waited_for(session: As) -> None:
    senior = session("senior")
    with pytest.raises(BadInput, match="no task 'S9'"):
        until_task(senior, "S9")
    with pytest.raises(BadInput, match="no request 'x': none is open"):
        until_answered(senior, "x")
    with pytest.raises(BadInput):
        until_free(senior, "../x")
    senior.me = ""
    with pytest.raises(Refused, match="observer"):
        wait_for(senior, any_ready, Event())


def test_following_gives_a_board_for_each_change(session: As) -> None:
    stop, junior = Event(), session("junior")
    boards = follow(session("senior"), stop)
    assert next(boards).log == ()
    for text in ("one", "two"):
        actions.say(junior, text)
        board = next(boards)
        while not board.log or not board.log[-1].line.event:
            board = next(boards)
    assert next(e.line.event.text("text") for e in board.log if e.line.event) == "one"
    stop.set()
    assert list(boards) == []


def test_what_another_clone_writes_ends_the_wait_soon_however_seldom_the_plan_polls(
    session: As, place: Repo, tmp_path: Path
) -> None:
    remote = bare_remote(tmp_path / "remote.git")
    place.git("remote", "add", "origin", str(remote.path))
    place.git("push", "--quiet", "origin", "main")
    plan = (place.path / "coord.yaml").read_text() + "channel: {poll: 1h}\n"
    place.write("coord.yaml", plan)
    other = remote.clone(tmp_path / "other")
    other.write("coord.yaml", plan)

    def speak() -> None:
        junior = Workspace.open(str(other.path), "junior")
        junior.patience = MINUTE
        actions.say(junior, "from afar")

    senior = session("senior")
    finding, _ = after(senior, anything_waits, speak)
    assert finding.holds
    assert senior.board().log[-1].confirmed
