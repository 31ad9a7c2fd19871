"""Tables whose rows may be tasks although no word says so: asked about, never taken for sure."""

import pytest

from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.statements import SaidTask

UNKNOWN = (
    "| # | Wat | Tyd |\n|---|---|---|\n| A1 | Verf die romp | 2 |\n| A2 | Hys die seil | 3 |\n"
)
KNOWN = "| ID | Task | Owner |\n|---|---|---|\n| T1 | Tar the deck | Ana |\n"


def tasks_of(text: str) -> list[tuple[str, str, str]]:
    stated = read_sources([Source("WORK.md", text)])
    return [(one.id, one.title, one.sure) for one in stated.said if isinstance(one, SaidTask)]


def test_rows_with_ids_of_one_family_are_guessed_to_be_tasks() -> None:
    assert tasks_of(f"# Skip\n\n{UNKNOWN}") == [
        ("A1", "Verf die romp", "doubtful"),
        ("A2", "Hys die seil", "doubtful"),
    ]


def test_where_a_table_calls_its_rows_tasks_nothing_is_guessed() -> None:
    text = f"# Skip\n\n{UNKNOWN}\n## Tasks\n\n{KNOWN}"
    assert tasks_of(text) == [("T1", "Tar the deck", "certain")]


NONE = {
    "numbers only": "| # | Wat |\n|---|---|\n| 1 | Verf |\n| 2 | Hys |\n",
    "ids of several families": "| # | Wat |\n|---|---|\n| A1 | Verf |\n| B2 | Hys |\n",
    "risks": "| # | Risk |\n|---|---|\n| R1 | Storm |\n| R2 | Fog |\n",
    "files": "| # | File |\n|---|---|\n| F1 | `a.py` |\n| F2 | `b.py` |\n",
}


@pytest.mark.parametrize("case", NONE)
def test_other_rows_are_not(case: str) -> None:
    assert tasks_of(f"# Skip\n\n{NONE[case]}") == []


def test_who_does_what_in_a_round_are_tasks() -> None:
    table = "| Who | Task |\n|---|---|\n| Ana | Tar the deck |\n| Ben | Mend a sail |\n"
    found = tasks_of(f"# Plan\n\n## Phase 1: hull\n\n{table}")
    assert [title for _, title, _ in found] == ["Tar the deck", "Mend a sail"]
