"""Leave to edit a file: asked for, given, refused, and seen until it is answered."""

import pytest
from textual.pilot import Pilot

from coord_tui.core.state import Request
from coord_tui.workspace import actions
from tests.builders import board as built
from tests.builders import event, snapshot, worktree
from tests.repos import Repo
from tests.tui.alive import board, kinds, live, session
from tests.tui.still import (
    NARROW,
    WIDE,
    cursor,
    dialog,
    foot,
    frame,
    head,
    listed,
    main,
    press,
    rows_of,
    seen,
    still,
    toasts,
    type_in,
    until,
)

MINE, THEIRS = "atlas/agents/planner.py", "atlas/mcp/tool.py"


def request(place: Repo) -> Request:
    """The only request there is."""
    (found,) = board(place).requests
    return found


async def on_file(pilot: Pilot[None], path: str) -> None:
    main(pilot).go_to_path(path)
    await pilot.pause()


async def answered(pilot: Pilot[None], place: Repo, key: str, words: str) -> Request:
    """Press an answer's key, type words, and wait until the row is gone by itself."""
    await until(pilot, lambda: "waits for your answer" in seen(pilot))
    await press(pilot, key)
    await until(pilot, lambda: pilot.app.screen is not main(pilot))
    await type_in(pilot, words)
    await press(pilot, "enter")
    await until(pilot, lambda: "waits for your answer" not in seen(pilot))
    return request(place)


async def test_a_file_of_another_is_asked_for_on_the_key_that_announces(place: Repo) -> None:
    async with live(place) as pilot:
        await on_file(pilot, THEIRS)
        assert foot(pilot).startswith("a ask junior  m message")
        await press(pilot, "a")
        await until(pilot, lambda: f"Ask junior for {THEIRS}" in dialog(pilot))
        await press(pilot, "enter")
        assert "say it in a few words" in dialog(pilot)
        await type_in(pilot, "register [/] a tool")
        await press(pilot, "enter")
        await until(pilot, lambda: f"asked junior for {THEIRS}" in toasts(pilot))
        await until(pilot, lambda: "asked junior" in "".join(listed(pilot, "ownership")))
        asked = request(place)
        assert (asked.session, asked.path, asked.why) == ("senior", THEIRS, "register [/] a tool")


async def test_to_ask_twice_is_refused_before_words_are_typed(place: Repo) -> None:
    actions.ask(session(place, "senior"), THEIRS, "a tool")
    async with live(place) as pilot:
        await on_file(pilot, THEIRS)
        await press(pilot, "a")
        await until(pilot, lambda: any("you asked junior" in words for words in toasts(pilot)))
        assert kinds(place) == ["ask"]


async def test_the_only_request_is_granted_from_anywhere_with_enter_alone(place: Repo) -> None:
    async with live(place) as pilot:
        actions.ask(session(place, "junior"), MINE, "add a hook")
        await until(pilot, lambda: foot(pilot).startswith("y grant junior  n deny  c claim"))
        assert "junior asks: y or n" in head(pilot)
        assert frame(pilot, "channel")[1].startswith("1 to answer")
        assert (await answered(pilot, place, "y", "")).answer == "grant"
        await until(pilot, lambda: f"granted {MINE}; to junior, for 2h" in toasts(pilot))
        assert "asks:" not in head(pilot)
        assert "grant" not in foot(pilot)


async def test_words_go_along_with_a_grant(place: Repo) -> None:
    actions.ask(session(place, "junior"), MINE, "add a hook")
    async with live(place) as pilot:
        found = await answered(pilot, place, "y", "mind the router [/]")
        assert (found.answer, found.words) == ("grant", "mind the router [/]")


async def test_to_deny_needs_words(place: Repo) -> None:
    actions.ask(session(place, "junior"), MINE, "add a hook")
    async with live(place) as pilot:
        await until(pilot, lambda: "waits for your answer" in seen(pilot))
        await press(pilot, "n")
        await until(pilot, lambda: "Deny junior" in dialog(pilot))
        assert "“add a hook”" in dialog(pilot)
        await press(pilot, "enter")
        assert "say it in a few words" in dialog(pilot)
        await press(pilot, "escape")
        found = await answered(pilot, place, "n", "I am in it")
        assert (found.answer, found.words) == ("deny", "I am in it")


async def test_of_several_requests_the_row_s_is_meant_else_the_oldest(place: Repo) -> None:
    for path in (MINE, "app/[id]/page.tsx"):
        actions.ask(session(place, "junior"), path, "add a hook")
    async with live(place) as pilot:
        await press(pilot, "2")
        await until(pilot, lambda: "2 wait for your answer" in seen(pilot))
        await press(pilot, "y")
        await until(pilot, lambda: f"Grant junior: {MINE}" in dialog(pilot))
        await press(pilot, "escape")
        await on_file(pilot, "app/[id]/page.tsx")
        assert "junior asks: y or n" in "".join(listed(pilot, "ownership"))
        await press(pilot, "y")
        await until(pilot, lambda: "Grant junior: app/[id]/page.tsx" in dialog(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "1 waits for your answer" in seen(pilot))
        assert [one.path for one in board(place, "senior").open_requests()] == [MINE]


async def test_a_grant_is_ended_on_the_event_that_asked(place: Repo) -> None:
    actions.ask(session(place, "junior"), MINE, "add a hook")
    actions.grant(session(place, "senior"), "junior")
    async with live(place) as pilot:
        await press(pilot, "4", "home")
        assert "n deny junior" in foot(pilot)
        assert "y grant" not in foot(pilot)
        await press(pilot, "n")
        await until(pilot, lambda: "Deny junior" in dialog(pilot))
        await type_in(pilot, "enough")
        await press(pilot, "enter")
        await until(pilot, lambda: request(place).answer == "deny")


async def test_who_asked_sees_the_answer_unread_and_the_file_as_granted(place: Repo) -> None:
    actions.ask(session(place, "senior"), THEIRS, "a tool")
    place.write(THEIRS, "changed\n")
    async with live(place) as pilot:
        await until(pilot, lambda: "asked junior" in "".join(listed(pilot, "tree")))
        actions.grant(session(place, "junior"), "senior", lasts=5400)
        await until(pilot, lambda: frame(pilot, "channel")[1] == "1 unread")
        assert "granted by junior, 1h" in "".join(listed(pilot, "tree"))


async def test_nobody_asks_and_no_file_are_said(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "y")
        assert "nobody asks for a file of yours" in toasts(pilot)[-1]
        await main(pilot).run_command("tree.ask")
        await until(pilot, lambda: any("this row is no file" in words for words in toasts(pilot)))


ASKED = event(
    "ask", id="r1", path="atlas/agents/planner.py", why="add [/] a hook, and test it well"
)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_request_stays_at_the_end_whatever_is_said_after_it(size: tuple[int, int]) -> None:
    said = [event("say", id=f"s{n}", text=f"word {n}") for n in range(60)]
    shot = snapshot(built(None, ASKED, *said), worktree())
    async with still(shot, size) as pilot:
        await press(pilot, "4")
        rows = rows_of(pilot, "channel")
        assert cursor(pilot) == rows[-1]
        assert "y grant · n deny" in listed(pilot, "channel")[-1]
        assert foot(pilot).startswith("y grant junior  n deny")
        await press(pilot, "enter")
        assert "add [/] a hook, and test it well" in " ".join(dialog(pilot).split())
        await press(pilot, "escape", "y")
        await until(pilot, lambda: "Grant junior" in dialog(pilot))


@pytest.mark.parametrize(
    ("query", "help"),
    [
        ("ask", "owner for leave"),
        ("grant", "let a session"),
        ("deny", "refuse it"),
        ("sync", "bring"),
    ],
)
async def test_what_keys_do_is_in_the_palette_too(query: str, help: str) -> None:
    async with still(built(None, ASKED)) as pilot:
        await press(pilot, "ctrl+p")
        await type_in(pilot, query)
        await until(pilot, lambda: help in seen(pilot))
        assert help in seen(pilot)
