"""Screens in two clones: what one does the other shows, and a remote that is away stops nobody."""

import asyncio
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coord_tui.core.board import LogEntry
from coord_tui.workspace import actions
from coord_tui.workspace.running import running
from coord_tui.workspace.sync import sync
from tests.atlas import PLAN
from tests.clones import Clones, clones, opened
from tests.repos import Repo
from tests.tui.alive import claimed_by, live, session
from tests.tui.still import (
    dialog,
    frame,
    head,
    listed,
    main,
    press,
    seen,
    toasts,
    until,
)

MINE = "atlas/agents/planner.py"
WAIT = 20.0


@pytest.fixture
def two(tmp_path: Path) -> Clones:
    """Two clones that ask their remote every second."""
    return clones(tmp_path, f"{PLAN}\nchannel: {{poll: 1s}}\n")


def entries(clone: Repo, name: str, kind: str) -> list[LogEntry]:
    """The events of a kind, after a sync of that clone."""
    workspace = opened(clone, name)
    sync(workspace)
    log = workspace.board().log
    return [entry for entry in log if entry.line.event and entry.line.event.kind == kind]


def channel(pilot: Pilot[None]) -> str:
    return "\n".join(listed(pilot, "channel"))


async def on_task(pilot: Pilot[None], task: str) -> None:
    main(pilot).go_to_task(task)
    await pilot.pause()


async def test_what_is_asked_in_one_clone_is_answered_in_the_other(two: Clones) -> None:
    junior = opened(two.junior, "junior", patience=WAIT)
    async with live(two.senior) as pilot:
        (asked,) = actions.ask(junior, MINE, "add a hook")
        assert asked.confirmed
        await until(pilot, lambda: "junior asks for" in channel(pilot))
        await press(pilot, "y")
        await until(pilot, lambda: "Grant junior" in dialog(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "grants junior" in channel(pilot) and "✓✓ synced" in head(pilot))
        assert "junior asks for" not in channel(pilot)
    (granted,) = entries(two.junior, "junior", "grant")
    assert (granted.confirmed, granted.meant, granted.unverified) == (True, "answer", False)
    assert [one.answer for one in junior.board().requests] == ["grant"]


async def test_an_act_answers_at_once_and_is_sent_by_itself(two: Clones) -> None:
    async with live(two.senior) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: "claimed S4" in toasts(pilot))
        await until(pilot, lambda: "✓✓ synced" in head(pilot))
        await until(pilot, lambda: channel(pilot).endswith("✓✓"))
    assert [one.confirmed for one in entries(two.junior, "junior", "claim")] == [True]


async def test_while_the_remote_is_away_events_wait_and_go_out_when_it_is_back(
    two: Clones, tmp_path: Path
) -> None:
    async with live(two.senior) as pilot:
        await until(pilot, lambda: "✓✓ synced" in head(pilot))
        two.remote.path.rename(tmp_path / "gone.git")
        await until(pilot, lambda: "origin away" in head(pilot))
        assert any("origin does not answer" in words for words in toasts(pilot))
        await press(pilot, "c")
        await until(pilot, lambda: "claimed S4; pending while origin is away" in toasts(pilot))
        await until(pilot, lambda: "· 1 pending" in head(pilot))
        assert frame(pilot, "channel")[1] == "1 pending"
        await press(pilot, "s")
        await until(pilot, lambda: any(words.startswith("not synced:") for words in toasts(pilot)))
        (tmp_path / "gone.git").rename(two.remote.path)
        await until(pilot, lambda: "✓✓ synced" in head(pilot))
    assert [one.confirmed for one in entries(two.junior, "junior", "claim")] == [True]


async def test_a_claim_that_loses_is_told_by_name_and_stands_until_it_is_read(
    two: Clones,
) -> None:
    async with live(two.senior) as pilot:
        await until(pilot, lambda: "✓✓ synced" in head(pilot))
        two.senior.git("remote", "set-url", "origin", "/nowhere")
        await on_task(pilot, "X1")
        await press(pilot, "c")
        await until(pilot, lambda: claimed_by(pilot, "X1") == "senior")
        (won,) = actions.claim(opened(two.junior, "junior", patience=WAIT), ["X1"])
        assert won.confirmed
        two.senior.git("remote", "set-url", "origin", str(two.remote.path))
        await until(pilot, lambda: claimed_by(pilot, "X1") == "junior")
        await until(pilot, lambda: "withdrawn: X1 is claimed by junior" in channel(pilot))
        await until(pilot, lambda: any("withdrawn: your claim" in one for one in toasts(pilot)))
        assert frame(pilot, "channel")[1] == "1 unread"
        await press(pilot, "4", "space")
        await until(pilot, lambda: "withdrawn" not in channel(pilot))
    (kept,) = entries(two.junior, "junior", "claim")
    assert kept.line.event is not None
    assert kept.line.event.by == "junior", "losing leaves no trace"


async def test_sync_now_says_what_came_and_went(two: Clones) -> None:
    async with live(two.senior) as pilot:
        await press(pilot, "s")
        await until(pilot, lambda: any("✓✓ synced with origin" in one for one in toasts(pilot)))
        assert "✓✓ synced with origin: 0 received, 0 sent" in "".join(toasts(pilot))


async def test_without_a_remote_sync_says_what_to_do(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "s")
        await until(
            pilot, lambda: any("not synced: there is no remote" in o for o in toasts(pilot))
        )
        assert "│ local" in head(pilot)


async def test_a_remote_that_hangs_holds_up_neither_keys_nor_the_end(
    two: Clones, tmp_path: Path
) -> None:
    released = tmp_path / "released"
    two.senior.git(
        "config", "core.sshCommand", f"until test -e {released}; do sleep 0.1; done; false"
    )
    two.senior.git("remote", "set-url", "origin", "ssh://nowhere/x.git")
    async with live(two.senior) as pilot:
        await until(pilot, lambda: "syncing…" in head(pilot))
        await press(pilot, "c")
        await until(pilot, lambda: "claimed S4" in toasts(pilot))
        await press(pilot, "q")
        await until(pilot, lambda: not pilot.app.is_running)
    hanging = [one for one in threading.enumerate() if one.name == "sync"]
    assert [one.daemon for one in hanging] == [True], "it hangs still, and nobody waited for it"
    released.touch()
    await asyncio.to_thread(hanging[0].join)


async def test_a_name_that_is_used_twice_in_a_clone_is_seen_while_it_is(place: Repo) -> None:
    async with live(place) as pilot:
        with running(session(place, "senior"), "screen"):
            await until(pilot, lambda: "⚠ open twice" in head(pilot))
            assert any("senior is open twice: process" in words for words in toasts(pilot))
        await until(pilot, lambda: "open twice" not in head(pilot))


async def test_a_name_that_is_used_in_two_clones_is_seen(two: Clones) -> None:
    async with live(two.senior) as pilot:
        for clone in (two.junior, two.senior):
            actions.say(opened(clone, "senior", patience=WAIT), "hello")
        await until(pilot, lambda: "⚠ in 2 clones" in head(pilot))
        await until(pilot, lambda: any("senior acts in 2 clones" in one for one in toasts(pilot)))
        await until(pilot, lambda: "⚠ unverified" in seen(pilot))
        marked = [line for line in seen(pilot).splitlines() if "⚠ unverified" in line]
        assert len(marked) == 1, "only what was written with junior's email"
