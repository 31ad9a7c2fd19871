"""The channel: the newest at the end, in view while one looks there; every kind of row opens."""

import pytest

from tests.builders import DAY, NASTY, board, event, snapshot
from tests.tui.still import (
    MEDIUM,
    NARROW,
    WIDE,
    cursor,
    dialog,
    foot,
    frame,
    is_inert,
    listed,
    main,
    pane,
    press,
    seen,
    show,
    still,
)

SAID = tuple(event("say", id=f"s{n}", text=f"word {n}") for n in range(60))


async def test_it_follows_the_end_until_one_goes_up() -> None:
    async with still(board(None, *SAID[:40])) as pilot:
        await press(pilot, "4")
        assert cursor(pilot) == "s39"
        await show(pilot, board(None, *SAID[:50]))
        assert cursor(pilot) == "s39"
        assert "“word 49”" in listed(pilot)[-1]
        await press(pilot, "home")
        await show(pilot, board(None, *SAID))
        assert cursor(pilot) == "s0"
        assert "“word 0”" in "".join(listed(pilot)[:2])


async def test_an_empty_channel_says_so_and_the_first_event_shows() -> None:
    async with still(board()) as pilot:
        await press(pilot, "4", "j", "enter")
        assert pilot.app.screen is main(pilot)
        assert listed(pilot) == ["nothing was said yet"]
        await show(pilot, board(None, SAID[0]))
        assert cursor(pilot) == "s0"


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE])
async def test_lines_between_days_go_across_at_every_width(size: tuple[int, int]) -> None:
    old = event("say", "senior", ago=DAY, text="yesterday")
    async with still(board(None, old, *SAID[:2]), (150, 30)) as pilot:
        await press(pilot, "4")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        width = pane(pilot).active.scrollable_content_region.width
        rules = [line for line in listed(pilot) if line.startswith("─")]
        assert [rule.strip("─ ") for rule in rules] == [
            "Fri 30 Jan 2026", "Sat 31 Jan 2026", "2 unread",
        ]  # fmt: skip
        assert {len(rule) for rule in rules} <= {width - 2, width - 1, width}


async def test_what_was_said_is_shown_as_it_is() -> None:
    odd = event("say", text="[/] [bold]x[/bold] app/[id]/page.tsx")
    nasty = event("announce", path=NASTY, intent=NASTY)
    async with still(board(None, odd, nasty, b"[/] <<<<<<< HEAD \x1b[2J"), (140, 45)) as pilot:
        await press(pilot, "4", "z")
        text = seen(pilot)
        assert is_inert(text)
        assert "“[/] [bold]x[/bold] app/[id]/page.tsx”" in text
        assert "line 3 is no event" in text
        assert "[/] <<<<<<< HEAD" in text


async def test_every_kind_of_row_opens() -> None:
    lines = (
        event("say", text="look [/] here", to=["senior"]),
        event("release", task="S1"),
        event("vote", points=3, on=["a"]),
        event("announce", path="atlas/config.py", intent="add"),
        event("claim", "senior", task="S1"),
        b"<<<<<<< HEAD",
    )
    expected = (
        ("junior say", "look [/] here"),
        ("refused", "S1 is not claimed"),
        ("junior vote", "points"),
        ("junior announce", "atlas/config.py"),
        ("senior claim", "S1"),
        ("line 6 of the channel is no event", "<<<<<<< HEAD"),
    )
    async with still(board(None, *lines)) as pilot:
        await press(pilot, "4", "home")
        for words in expected:
            await press(pilot, "enter")
            assert [word for word in words if word not in dialog(pilot)] == []
            await press(pilot, "escape", "j")
            assert pilot.app.screen is main(pilot)


async def test_the_keys_speak_of_what_an_event_is_about() -> None:
    about = (event("claim", task="J9"), event("claim", "senior", task="S1"))
    async with still(board(None, *about, event("announce", path="a/b.py", intent="x"))) as pilot:
        await press(pilot, "4")
        assert "a ask junior" in foot(pilot)
        await press(pilot, "k")
        assert "r release S1  d done S1" in foot(pilot)


async def test_unread_messages_are_counted_in_frame_and_tab() -> None:
    async with still(board(None, *SAID[:3]), MEDIUM) as pilot:
        assert frame(pilot, "channel")[1] == "3 unread · 3 pending"
        assert "4 Chan 3" in seen(pilot)
        await press(pilot, "4")
        assert "space mark 3 read" in foot(pilot)
        await show(pilot, snapshot(board(None, *SAID[:3], event("ack", "senior", upto="s2"))))
        assert "read" not in foot(pilot)
        assert frame(pilot, "channel")[1] == "4 pending"
