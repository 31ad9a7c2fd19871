"""Pictures of the dialogs that are read, each looked at by a person before it was kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coord_tui.core.tree import FileChange
from coord_tui.presentation.commands import Subject, pair_name
from coord_tui.tui.looking_acts import look
from tests.atlas import atlas
from tests.builders import MINUTE, board, event, snapshot, worktree
from tests.repos import repository
from tests.tui.alive import session
from tests.tui.still import MEDIUM, NARROW, WIDE, StillApp, main, press, seen, until
from tests.tui.test_conflict_screen import clashing

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["46x40", "80x24", "140x45"])

CONFIG = "atlas/config.py"
BEFORE = '''\
"""Where everything is configured."""

TIMEOUT = 5
RETRIES = 3


def provider(name):
    """The settings of one provider."""
    return {"name": name, "timeout": TIMEOUT}


def all_providers(names):
    return [provider(name) for name in names]
'''
AFTER = (
    BEFORE.replace("TIMEOUT = 5", "TIMEOUT = 30  # seconds, for [/] all providers \u202e")
    .replace('"timeout": TIMEOUT}', '"timeout": TIMEOUT, "retries": RETRIES}')
    .replace("def all_providers(names):\n", "\n\ndef every(names):\n\t# sorted\n")
)


def changed(folder: Path) -> StillApp:
    """The program over a real file that was changed, one part of it staged."""
    repo = repository(folder / "atlas", CONFIG)
    repo.write(CONFIG, BEFORE)
    repo.commit(CONFIG)
    repo.write(CONFIG, BEFORE.replace("RETRIES = 3", "RETRIES = 4"))
    repo.git("add", CONFIG)
    repo.write(CONFIG, AFTER.replace("RETRIES = 3", "RETRIES = 4"))
    tree = worktree(
        path=str(repo.path), changes=(FileChange(CONFIG, "M", staged=True, unstaged=True),)
    )
    announced = event("announce", "senior", ago=3 * MINUTE, path=CONFIG, intent="timeouts")
    return StillApp(snapshot(board(None, announced), tree, tracked=(CONFIG,)))


async def opened(pilot: Pilot[Any]) -> None:
    await pilot.pause()
    await press(pilot, "3", "enter")
    await until(pilot, lambda: "TIMEOUT" in seen(pilot))
    await press(pilot, "n")


@SIZES
def test_diff(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    """The standing, the next step, and the lines, the changed part of each set off."""
    assert snap_compare(changed(tmp_path), terminal_size=size, run_before=opened)


@pytest.mark.parametrize("theme", ["coord-light", "coord-16"])
def test_diff_in_themes(snap_compare: Compare, tmp_path: Path, theme: str) -> None:
    """What came, what went, and what of a line differs are seen on every ground."""
    app = changed(tmp_path)
    app.theme = theme
    assert snap_compare(app, terminal_size=MEDIUM, run_before=opened)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["46x40", "140x45"])
def test_conflict(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    """Both sides of a conflict to come, abreast where there is room."""
    place = atlas(tmp_path / "atlas")
    found = clashing(place, tmp_path / "side")
    app = StillApp(snapshot(board())._replace(worktrees=found.worktrees, radar=found.radar))
    app.workspace = session(place, "senior")
    subject = Subject("tree", path=CONFIG, pair=pair_name(found.radar.conflicts[0]))

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        look(main(pilot), subject)
        await until(pilot, lambda: "timeout=5" in seen(pilot))

    assert snap_compare(app, terminal_size=size, run_before=before)
