"""Tasks and what they wait for, told by their shape where no known word says so."""

import pytest

from coord_tui.core.importing.statements import SaidTask
from tests.core.importing.task_reading import Row, all_tasks, reading, rows, stated

COUNTED = (
    "# Plan\n\n| Task | Who | Depends on |\n|---|---|---|\n"
    "| {0} Tar the hull | ana | — |\n| {1} Mend a sail | ana | {0} |\n"
)


@pytest.mark.parametrize(
    "ids", [("0.1", "0.2"), ("1A.1", "1A.2"), ("2.9", "2.10"), ("T-1", "T-2"), ("1", "2")]
)
def test_titles_of_a_table_begin_with_ids_of_one_count(ids: tuple[str, str]) -> None:
    assert rows(COUNTED.format(*ids), "ana") == [
        Row(ids[0], "Tar the hull", "ana"),
        Row(ids[1], "Mend a sail", "ana", after=(ids[0],)),
    ]


@pytest.mark.parametrize("ids", [("3", "7"), ("1.1", "2.4"), ("10", "10")])
def test_numbers_that_do_not_count_belong_to_the_titles(ids: tuple[str, str]) -> None:
    found = [one for one in stated(COUNTED.format(*ids), "ana") if isinstance(one, SaidTask)]
    assert [one.id for one in found] == ["", ""]


def test_a_column_of_findings_with_numbers_and_states_is_one_of_tasks() -> None:
    text = (
        "# Ship\n\n| Finding | State | Given to |\n|---|---|---|\n"
        "| #1 Leak | committed | ana |\n| #2 Torn sail | blocked | ana |\n"
    )
    assert rows(text, "ana") == [Row("1", "Leak", "ana", True), Row("2", "Torn sail", "ana")]


def week(number: int, *titles: str) -> str:
    days = "".join(f"| D{day} | ana | {title} |\n" for day, title in enumerate(titles, 1))
    return f"### Week {number}\n\n| Day | Who | Task |\n|---|---|---|\n{days}\n"


def test_days_that_come_again_in_each_table_are_no_ids() -> None:
    weeks = week(1, "Hull", "Sails", "Oars") + week(2, "Anchor", "Ropes", "Lamps")
    titles = [task.title for task in all_tasks(f"# Tasks\n\n{weeks}", "ana").values()]
    assert titles == ["Hull", "Sails", "Oars", "Anchor", "Ropes", "Lamps"]


def test_the_ids_of_one_table_that_come_again_with_their_titles_stay() -> None:
    weeks = week(1, "Build the hull", "Sew the sails") + week(2, "Paint the hull", "Sew sails")
    assert list(all_tasks(f"# Tasks\n\n{weeks}", "ana")) == ["D1", "D2"]


def test_what_somebody_does_by_the_hour_are_tasks() -> None:
    text = (
        "# Plan\n\n## ana\n\n### Hour by hour\n\n| Hours | Task | Deliverable |\n|---|---|---|\n"
        "| 0-2 | Tar the hull | tight hull |\n| 2-6 | Mend a sail | sail |\n"
    )
    found = [(task.title, task.owner) for task in all_tasks(text, "ana").values()]
    assert found == [("Tar the hull", "ana"), ("Mend a sail", "ana")]


STREAMS = (
    "# Work\n\n## DEV-A: Engine\n\ntext\n\n| Stream | Depends on | Blocks |\n|---|---|---|\n"
    "| DEV-A | types (there) | DEV-C |\n| DEV-B | — | DEV-C |\n| DEV-C | DEV-B | (last) |\n"
)


def test_streams_that_wait_for_each_other_are_tasks() -> None:
    assert rows(STREAMS) == [
        Row("DEV-A", "Engine"),
        Row("DEV-B", "DEV-B"),
        Row("DEV-C", "DEV-C", after=("DEV-A", "DEV-B")),
    ]


def test_streams_are_none_where_there_are_tasks() -> None:
    text = f"{STREAMS}\n## Tasks\n\n- [ ] T1: Tar the hull\n"
    assert list(all_tasks(text)) == ["T1"]


def test_people_who_wait_for_each_other_are_asked_about() -> None:
    text = (
        "# Crew\n\n| Agent | Needs |\n|---|---|\n| ana | — |\n| ben | ana |\n| cem | ana, ben |\n"
    )
    found = [one for one in stated(text) if isinstance(one, SaidTask)]
    assert {one.sure for one in found} == {"doubtful"}


COLUMN = (
    "# Plan\n\n| ID | Task | Owner | {} |\n|---|---|---|---|\n"
    "| K1 | Tar the hull | ana | {} |\n| K2 | Mend a sail | ana | {} |\n"
    "| K3 | Set sail | ana | {} |\n"
)
AFTER = {"K1": (), "K2": ("K1",), "K3": ("K1", "K2")}
NOTHING: dict[str, tuple[str, ...]] = {"K1": (), "K2": (), "K3": ()}


@pytest.mark.parametrize(
    ("cells", "after"),
    [
        (("Wag vir", "—", "K1", "K1, K2"), AFTER),
        (("Sperrt", "K2, K3", "K3", "—"), AFTER),
        (("Parallel with", "—", "K1", "K1, K2"), NOTHING),
        (("Related to", "—", "K1", "K1, K2"), NOTHING),
        (("Beside", "K2", "K1", "—"), NOTHING),
        (("Remarks", "—", "K1", "the sea is rough"), NOTHING),
    ],
)
def test_a_column_of_ids_says_what_waits_for_what(
    cells: tuple[str, ...], after: dict[str, tuple[str, ...]]
) -> None:
    found = all_tasks(COLUMN.format(*cells), "ana")
    assert {id: task.after for id, task in found.items()} == after


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ("Blockers: depends on B1", ("B1",)),
        ("Blockers: Depends on B1, needs B2 API", ("B1", "B2")),
        ("Gated: B1, B2", ("B1", "B2")),
        ("Related: B1, B2", ()),
        ("Remark: as in the B1 of last year", ()),
    ],
)
def test_a_field_of_ids_says_what_a_task_waits_for(value: str, after: tuple[str, ...]) -> None:
    label = value.partition(":")[0]
    text = (
        f"# Work\n\n### B1: Hull\n- **Owner**: ana\n- **{label}**: none\n\n"
        f"### B2: Sail\n- **Owner**: ana\n- **{label}**: none\n\n"
        f"### B3: Oars\n- **Owner**: ana\n- **{label}**:{value.partition(':')[2]}\n"
    )
    assert all_tasks(text, "ana")["B3"].after == after


def test_numbered_titles_under_a_name_are_tasks() -> None:
    points = "1. **Hull**\n   - tar it\n2. **Sails** (two)\n"
    text = f"# Split\n\n## ana\n\n{points}\n## Rules\n\n1. **No**\n"
    assert [task.title for task in all_tasks(text, "ana").values()] == ["Hull", "Sails (two)"]


@pytest.mark.parametrize("points", ["1. **`api/`**\n", "- **Hull**\n", "1. Pull first\n"])
def test_other_points_under_a_name_are_not(points: str) -> None:
    assert all_tasks(f"# Split\n\n## ana\n\n{points}", "ana") == {}


def test_points_with_ids_of_one_family_are_asked_about() -> None:
    text = "# Skip\n\n## Werk\n\n- W1: Verf die romp\n- W2: Hys die seil\n"
    found = [one for one in stated(text) if isinstance(one, SaidTask)]
    assert [(one.id, one.sure) for one in found] == [("W1", "doubtful"), ("W2", "doubtful")]


@pytest.mark.parametrize("id", ["FR-", "R", "AC", "TC-", "ADR-"])
def test_points_with_ids_of_other_things_are_not(id: str) -> None:
    assert all_tasks(f"# Skip\n\n## Ding\n\n- {id}1: Verf\n- {id}2: Seil\n") == {}


def test_numbered_points_above_those_with_ids_are_their_headings() -> None:
    text = "# Plan\n\n## Tasks\n\n1. Hull\n\n- T1: Tar\n\n2. Sails\n\n- T2: Sew\n- T3: Hoist\n"
    assert list(all_tasks(text)) == ["T1", "T2", "T3"]


def test_a_sign_between_id_and_title_says_how_far_a_task_is() -> None:
    text = "# Tasks\n\n## Backlog\n\n- C1 ✅ Hull\n- C2 ✅ Sails\n- C3 ⏳ Oars\n"
    found = {id: (task.title, task.done) for id, task in all_tasks(text).items()}
    assert found == {"C1": ("Hull", True), "C2": ("Sails", True), "C3": ("Oars", False)}


def test_words_in_brackets_that_only_happen_to_be_states_stay_in_the_title() -> None:
    found = rows("# Tasks\n\n## Tasks\n\n- T1: List (create, open, delete)\n- T2: Sew (open)\n")
    assert found == [Row("T1", "List (create, open, delete)"), Row("T2", "Sew")]


def test_what_a_round_achieved_are_no_tasks() -> None:
    text = "# Plan\n\n## Phase 1 ✅\n\n- T1: Hull\n\n**Phase 1 Achievements:**\n- ✅ Dry feet\n"
    assert list(all_tasks(text)) == ["T1"]


def test_a_document_whose_name_looks_like_an_id_is_no_task() -> None:
    text = "# sea-chart-web — Work\n\n**Status:** ready\n**Owner:** ana\n\n## Notes\n\ntext\n"
    assert reading(text, "ana").plan.groups == ()


def test_tasks_are_read_under_a_heading_that_asks_below_one_that_explains() -> None:
    text = "# Crew\n\n## Notes\n\n### Tasks of the crew\n\n- [ ] T1: Tar the hull\n"
    assert list(all_tasks(text)) == ["T1"]
