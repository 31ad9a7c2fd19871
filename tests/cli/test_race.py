"""Two processes want one task at the same moment."""

import os
import subprocess
import sys
from pathlib import Path

from tests.repos import Repo

ROOT = Path(__file__).parents[2]


def test_one_wins_and_the_other_is_told_by_whom(place: Repo) -> None:
    rivals = {
        name: subprocess.Popen(
            [sys.executable, "-m", "coord_tui", "claim", "X1", "--as", name],
            cwd=place.path, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for name in ("senior", "junior")
    }  # fmt: skip
    said = {name: rival.communicate() for name, rival in rivals.items()}
    winners = [name for name, rival in rivals.items() if rival.returncode == 0]
    losers = [name for name, rival in rivals.items() if rival.returncode == 1]
    assert len(winners) == len(losers) == 1
    assert said[losers[0]][1].startswith(f"coord-tui: X1 is claimed by {winners[0]}")
    assert place.git("show", "coord:channel.jsonl").count('"kind":"claim"') == 1


def test_next_gives_each_of_them_another_task(place: Repo) -> None:
    rivals = [
        subprocess.Popen(
            [sys.executable, "-m", "coord_tui", "claim", "--next", "--as", "senior"],
            cwd=place.path, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE, encoding="utf-8",
        )
        for _ in range(2)
    ]  # fmt: skip
    taken = sorted(rival.communicate()[0] for rival in rivals)
    assert taken == ["✓ claimed S4\n", "✓ claimed X1\n"]
