"""Parts named after lanes are sessions only where the tasks in them are not said to be others'."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources


def sessions(text: str) -> list[str]:
    """The names of those who work there."""
    plan = assemble(read_sources([Source("PLAN.md", text)])).plan
    return [session.name for session in plan.sessions]


TABLES = [
    ("Lane 1: Sails", "Lane 2: Hull", "| ID | Task | Who |"),
    ("Workstream A - sails", "Workstream B - hull", "| ID | Zadanie | Worker |"),
    ("Track A — voiles", "Track B — coque", "| ID | Tâche | Responsable |"),
    ("Spur A – Segel", "Spur B – Rumpf", "| Nr | Aufgabe | Verantwortlich |"),
]


@pytest.mark.parametrize(("first", "second", "header"), TABLES)
def test_a_lane_whose_table_names_the_owners_of_its_tasks_is_nobody(
    first: str, second: str, header: str
) -> None:
    text = (
        f"# Week\n\n### {first}\n\n{header}\n|--|--|--|\n| S1 | Cut the cloth | codex-main |\n"
        f"| S2 | Sew it | codex-mate |\n\n### {second}\n\n{header}\n|--|--|--|\n"
        "| S3 | Tar the planks | codex-main |\n"
    )
    assert sessions(text) == ["codex-main", "codex-mate"]


@pytest.mark.parametrize("label", ["Owner", "Responsable", "Verantwortlich"])
def test_a_lane_whose_points_name_their_owners_is_nobody(label: str) -> None:
    text = (
        f"# Week\n\n### Track A - sails\n\n- **S1** Cut the cloth. {label}: codex-main\n"
        f"- **S2** Sew it. {label}: codex-mate\n\n"
        f"### Track B - hull\n\n- **S3** Tar the planks. {label}: codex-main\n"
    )
    assert sessions(text) == ["codex-main", "codex-mate"]


@pytest.mark.parametrize(
    "tasks",
    [
        "- **S1** Cut the cloth\n- **S2** Sew it. Owner: codex-main",
        "| ID | Task | Files |\n|--|--|--|\n| S1 | Cut | `a/` |",
        "| ID | Task | Owner |\n|--|--|--|\n| S1 | Cut | Lane 1 |\n| S2 | Sew | Lane 1 |",
        "| ID | Task | Owner |\n|--|--|--|\n| S1 | Cut | codex-main |\n| S2 | Sew | TBD |",
        "| Path | Owner |\n|--|--|\n| `a/` | codex-main |",
    ],
)
def test_a_lane_is_somebody_when_not_all_in_it_is_said_to_be_of_others(tasks: str) -> None:
    text = f"# Week\n\n### Lane 1\n\n{tasks}\n\n### Lane 2\n\n{tasks.replace('Lane 1', 'Lane 2')}\n"
    assert {"lane-1", "lane-2"} <= set(sessions(text))
