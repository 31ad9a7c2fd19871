"""The screen shows what others do by itself: on the channel, in the files, in the plan."""

import os
import subprocess
import sys
from pathlib import Path

from textual.pilot import Pilot

from coord_tui.workspace import actions
from tests.atlas import PLAN
from tests.repos import Repo
from tests.tui.alive import claimed_by, kinds, live, session
from tests.tui.still import (
    cursor,
    frame,
    head,
    listed,
    main,
    pane,
    press,
    rows_of,
    seen,
    until,
)

TOP = Path(__file__).parent.parent.parent


def run(place: Repo, *arguments: str) -> None:
    """Run the program as another session does, in a process of its own."""
    command = [sys.executable, "-m", "coord_tui", "--as", "junior", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    subprocess.run(command, cwd=place.path, env=environment, check=True, capture_output=True)


def channel(pilot: Pilot[None]) -> str:
    return "\n".join(listed(pilot, "channel"))


async def test_what_another_session_does_appears(place: Repo) -> None:
    async with live(place) as pilot:
        actions.say(session(place, "junior"), "hello [/] there")
        await until(pilot, lambda: "junior  says “hello [/] there”" in channel(pilot))
        actions.claim(session(place, "junior"), ["J5"])
        await until(pilot, lambda: claimed_by(pilot, "J5") == "junior")
        assert "● junior" in head(pilot)
        assert cursor(pilot, "tasks") == "S4"
        assert frame(pilot, "channel")[1] == "1 unread"
        assert "│ local" in head(pilot), "there is no remote for which they would wait"


async def test_the_command_line_in_another_process_appears(place: Repo) -> None:
    async with live(place) as pilot:
        run(place, "claim", "J5")
        await until(pilot, lambda: claimed_by(pilot, "J5") == "junior")
        run(place, "announce", "atlas/config.py", "add timeouts")
        await until(pilot, lambda: "“add timeouts”" in channel(pilot))
        await until(pilot, lambda: "announced by junior" in seen(pilot))
        assert kinds(place) == ["claim", "announce"]


async def test_files_come_and_go_as_they_are_saved(place: Repo) -> None:
    async with live(place) as pilot:
        place.write("atlas/mcp/tool.py", "changed\n")
        await until(pilot, lambda: "atlas/mcp/tool.py" in rows_of(pilot, "tree"))
        assert "junior's: ask first" in "".join(listed(pilot, "tree"))
        place.write("new folder/[id]/page.tsx")
        await until(pilot, lambda: "new folder/[id]/page.tsx" in rows_of(pilot, "tree"))
        place.git("checkout", "--", "atlas/mcp/tool.py")
        await until(pilot, lambda: "atlas/mcp/tool.py" not in rows_of(pilot, "tree"))
        place.commit("new folder/[id]/page.tsx")
        await until(pilot, lambda: frame(pilot, "tree")[1] == "clean")


async def test_a_branch_that_is_checked_out_stands_in_the_head(place: Repo) -> None:
    async with live(place) as pilot:
        place.git("checkout", "--quiet", "-b", "side/x")
        await until(pilot, lambda: "side/x" in head(pilot))
        assert "│ main" not in head(pilot)


async def test_a_broken_plan_is_told_and_the_last_good_one_stays(place: Repo) -> None:
    junior = session(place, "junior")
    async with live(place) as pilot:
        await press(pilot, "j")
        place.write("coord.yaml", PLAN.replace("owner: junior}", "onwer: junior}"))
        await until(pilot, lambda: "! coord.yaml:" in head(pilot))
        assert frame(pilot, "tasks")[1].startswith("⚠ coord.yaml:")
        shown = pane(pilot, "tasks").active
        assert cursor(pilot) == "X1"
        actions.claim(junior, ["J5"])
        await until(pilot, lambda: claimed_by(pilot, "J5") == "junior")
        assert "! coord.yaml:" in head(pilot), "also while other things are read"
        place.write("coord.yaml", PLAN.replace("Tidy up", "Tidy up well"))
        await until(pilot, lambda: "! coord.yaml" not in head(pilot))
        await until(pilot, lambda: "Tidy up" in seen(pilot) and "⚠ coord.yaml" not in seen(pilot))
        assert (cursor(pilot), main(pilot).focused) == ("X1", shown)


async def test_a_plan_that_changes_shows_its_new_tasks(place: Repo) -> None:
    async with live(place) as pilot:
        place.write("coord.yaml", f"{PLAN}      - {{id: N1, title: Brand new}}\n")
        await until(pilot, lambda: "N1" in rows_of(pilot, "tasks"))
        assert {"S4", "J5", "X1"} <= set(rows_of(pilot, "tasks")), "beside those that were there"


async def test_leaving_ends_everything_at_once(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "q")
        await until(pilot, lambda: not pilot.app.is_running)
    assert pilot.app.return_code == 0
    assert not [worker for worker in pilot.app.workers if worker.is_running]
