"""Lines that work as headings by their form alone."""

import pytest

from coord_tui.core.importing.counted_leads import counted_leads, leads_alike
from coord_tui.core.importing.outline import LEAD, outline
from tests.core.importing.task_reading import all_tasks, reading


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Phase 1 - Hull", "Phase 2 - Sails"),
        ("Etapa 1: casco", "Etapa 2: velas"),
        ("Этап 1 — корпус", "Этап 2 — паруса"),
        ("Member A (hull)", "Member B (sails)"),
        ("第1週 船体", "第2週 帆"),
    ],
)
def test_lines_that_count_are_headings(first: str, second: str) -> None:
    assert counted_leads([first, second]) == {first, second}


@pytest.mark.parametrize(
    "lines",
    [
        ["Phase 1 - Hull"],
        ["Phase 1 - Hull", "Phase 1 - Sails"],
        ["Step 1 comes first.", "Step 2 comes next."],
        ["Hull", "Sails"],
        ["Phase 1 - Hull", "Round 2 - Sails"],
    ],
    ids=["alone", "one number", "sentences", "no number", "other words"],
)
def test_other_lines_are_none(lines: list[str]) -> None:
    assert len(counted_leads(lines)) < 2


def test_points_below_lines_that_count_are_the_tasks_of_rounds() -> None:
    text = "# Plan\n\nPhase 1 - Hull\n\n- Tar it\n- Paint it\n\nPhase 2 - Sails\n\n- Sew them\n"
    plan = reading(text).plan
    assert [(group.title, len(group.tasks)) for group in plan.groups] == [
        ("Phase 1 - Hull", 2), ("Phase 2 - Sails", 1),
    ]  # fmt: skip


def test_a_strong_id_begins_a_heading_where_another_one_does() -> None:
    begun = [("B-1. Hull", True), ("B-2. Sails", False), ("Note", False), ("C-1. Oars", False)]
    assert leads_alike(begun) == {"B-1. Hull", "B-2. Sails"}


MIXED = (
    "# Work\n\n**B-1. Tar the hull**\n\n- scrape\n\n**B-2. Mend a sail** `loft/`\n- sew\n\n"
    "**B-3. Carve oars** (two)\n\nOf ash.\n"
)


def test_headings_with_ids_stand_beside_each_other_whatever_follows_them() -> None:
    leads = [node for node in outline("x", MIXED).root.walk() if node.level == LEAD]
    assert [node.words[:3] for node in leads] == ["B-1", "B-2", "B-3"]
    assert [len(node.children) for node in leads] == [1, 1, 1]
    assert list(all_tasks(MIXED)) == ["B-1", "B-2", "B-3"]
