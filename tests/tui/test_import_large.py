"""A document of ten thousand tasks goes through the review as a short one does."""

from pathlib import Path

from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.importing.read import Source, read_sources
from tests.tui.reviewing import go_on, review, reviewing, write
from tests.tui.still import press, seen

TASKS = 10_000
ROWS = "\n".join(
    f"| P{n} | Read gauge {n} | {f'P{n - 1}' if n % 3 == 0 else ''} | mira |"
    for n in range(1, TASKS + 1)
)
TEXT = f"""\
# Pier

## Round 1 (current)
| ID | Task | Depends on | Owner |
|---|---|---|---|
{ROWS}

## Leftovers
- [x] paint the door
- [ ] oil the hinges
"""


async def test_ten_thousand_tasks_are_reviewed_and_written(tmp_path: Path) -> None:
    stated = read_sources((Source("COORD.md", TEXT),))
    async with reviewing(tmp_path, stated) as pilot:
        assert review(pilot).list.cursor == "task:L.1"
        assert "paint the door" in seen(pilot)
        await press(pilot, "a")
        assert review(pilot).list.move_to("task:P5000")
        await press(pilot, "space")
        assert review(pilot).review.left == {"task:P5000"}
        assert review(pilot).list.move_to(f"task:P{TASKS}")
        await pilot.pause()
        assert f"Read gauge {TASKS}" in seen(pilot)
        await go_on(pilot)
        await write(pilot)
    plan = load_plan(tmp_path / "coord.yaml").plan
    assert [task.id for task in plan.tasks] == [
        *(f"P{n}" for n in range(1, TASKS + 1) if n != 5000), "L.1", "L.2",
    ]  # fmt: skip
    assert plan.tasks[2].after == ("P2",)
