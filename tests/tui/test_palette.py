"""The palette: what can be done now, by name, and every task to go to."""

from textual.command import CommandList
from textual.pilot import Pilot

from tests.builders import NASTY, board, event, group, plan, snapshot, task, worktree
from tests.tui.still import cursor, dialog, is_inert, main, pane, press, seen, still, type_in, until


def offered(pilot: Pilot[None]) -> list[str]:
    """The commands in the palette, without their help."""
    shown = pilot.app.screen.query_one(CommandList)
    return [str(option.prompt).splitlines()[0] for option in shown.options if not option.disabled]


async def ask_for(pilot: Pilot[None], words: str) -> None:
    """Open the palette, type, and take the first hit."""
    await press(pilot, "ctrl+p")
    await type_in(pilot, words)
    await until(pilot, lambda: any(words.split()[0] in line for line in offered(pilot)))
    await press(pilot, "enter")
    await until(pilot, lambda: not pilot.app.screen.query(CommandList))


async def test_it_offers_what_can_be_done_to_the_row() -> None:
    async with still(board()) as pilot:
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: "claim S1" in offered(pilot))
        assert "details" in offered(pilot)
        assert not [line for line in offered(pilot) if line.startswith("release")]


async def test_it_finds_a_command_and_runs_it() -> None:
    async with still(board()) as pilot:
        await ask_for(pilot, "details")
        await until(pilot, lambda: pilot.app.screen is not main(pilot))
        assert "S1  Planner" in dialog(pilot)


async def test_it_zooms_and_helps_like_the_keys() -> None:
    async with still(board()) as pilot:
        await ask_for(pilot, "zoom")
        await until(pilot, lambda: main(pilot).maximized is pane(pilot, "tasks"))
        await ask_for(pilot, "help")
        await until(pilot, lambda: pilot.app.screen is not main(pilot))
        assert dialog(pilot).startswith("Help")


async def test_it_goes_to_a_task_also_of_another_group() -> None:
    rounds = plan(group("r1", task("A")), group("r2", task("F", "Far away"), state="later"))
    async with still(board(rounds)) as pilot:
        await press(pilot, "4")
        await ask_for(pilot, "go to F")
        await until(pilot, lambda: cursor(pilot, "tasks") == "F")
        assert main(pilot).current == "tasks"


async def test_words_of_others_are_inert() -> None:
    odd = plan(group("r1", task("a[/]b", NASTY)))
    async with still(snapshot(board(odd, event("say", text=NASTY)))) as pilot:
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: "claim a[/]b" in offered(pilot))
        await type_in(pilot, "go to a")
        await until(pilot, lambda: any("go to a[/]b" in line for line in offered(pilot)))
        assert "[/] [bold]a[/] app/[id]/page.tsx red" in seen(pilot)
        assert is_inert(seen(pilot))


async def test_over_a_dialog_there_is_no_palette() -> None:
    async with still(board()) as pilot:
        await press(pilot, "question_mark", "ctrl+p")
        assert not pilot.app.screen.query(CommandList)
        await press(pilot, "escape")
        assert pilot.app.screen is main(pilot)


async def test_the_steps_of_a_shared_file_are_offered_by_name() -> None:
    shown = snapshot(board(), worktree(("M", "atlas/config.py")))
    async with still(shown) as pilot:
        await press(pilot, "3", "ctrl+p")
        await until(pilot, lambda: "announce config.py" in offered(pilot))
        assert {"finish", "edit", "diff", "conflicts"} <= {*offered(pilot)}
        await type_in(pilot, "pull")
        await until(pilot, lambda: "pull" in offered(pilot)[:1])
