"""Where tasks stand: in somebody's part, under parts of a list, behind a task as its steps."""

import pytest

from coord_tui.core.importing.statements import SaidTask
from tests.core.importing.task_reading import all_tasks, rows, stated


@pytest.mark.parametrize("heading", ["Queue, in order", "Reihenfolge", "Ordre de passage", "順番"])
def test_numbered_titles_in_somebodys_part_are_tasks(heading: str) -> None:
    text = (
        f"# Who does what\n\n## ana\n\nOwns the deck.\n\n### {heading}\n\n"
        "1. ~~**Tar the hull.**~~ **DONE 2026-03-04.** It is dry.\n"
        "2. **Mend a sail.** The big one first, then those that are left.\n"
    )
    found = [(row.title, row.owner, bool(row.done)) for row in rows(text, "ana")]
    assert found == [("Tar the hull", "ana", True), ("Mend a sail", "ana", False)]


@pytest.mark.parametrize(
    "heading",
    ["Tâches par personne", "Tareas por persona", "Tasks per member", "Задачи по людям"],
)
def test_a_heading_of_tasks_by_person_asks_for_tasks(heading: str) -> None:
    text = f"# Ship\n\n## {heading}\n\n### ana\n\n- Tar the hull until it is dry\n- Mend a sail\n"
    assert [row.owner for row in rows(text, "ana")] == ["ana", "ana"]


def test_a_title_that_gives_out_tasks_may_say_of_what() -> None:
    text = "# Répartition des tâches du pont\n\n## ana\n\n- Goudronner la coque\n- Coudre\n"
    assert len(rows(text, "ana")) == 2


PARTS = "## Done\n\n### Hull\n\n- [x] A-1: Tar it\n- [x] A-2: Paint\n\n### {}\n\n- [x] B-1: Sew\n"


@pytest.mark.parametrize("part", ["Team", "Files", "Setup", "Architecture"])
def test_a_part_of_a_list_of_boxes_with_ids_holds_tasks_whatever_it_is_called(part: str) -> None:
    assert list(all_tasks(f"# Board\n\n{PARTS.format(part)}")) == ["A-1", "A-2", "B-1"]


def test_boxes_behind_a_task_are_its_steps() -> None:
    text = (
        "# Work\n\n## ana\n\n### Days of work\n\n**B-1. Tar the hull** (twice)\n\nWith pitch.\n\n"
        "**Pictures:**\n- [ ] before\n- [ ] after\n\n**B-2. Mend a sail**\n\n- [ ] sew\n\n"
        "**Tasks:**\n- [ ] Row home\n"
    )
    assert [row.title for row in rows(text, "ana")] == ["Tar the hull", "Mend a sail", "Row home"]


def test_work_and_the_file_beside_it_are_tasks_of_whom_the_heading_names() -> None:
    text = (
        "# Ship\n\n## Pending tasks\n\n### ana\n\n| Task | File | Priority |\n|---|---|---|\n"
        "| Tar the hull | `hull/tar.md` | high |\n| Mend a sail | `loft/sail.md` | low |\n"
    )
    found = all_tasks(text, "ana").values()
    assert [(task.title, task.owner, task.files) for task in found] == [
        ("Tar the hull", "ana", ("hull/tar.md",)), ("Mend a sail", "ana", ("loft/sail.md",)),
    ]  # fmt: skip


TABLE = "## {0}\n\n| Task | Who |\n|---|---|\n| {1} | {0} |\n| {2} | {0} |\n| {3} | {0} |\n\n"


def test_rounds_that_say_again_who_does_what_are_no_tasks() -> None:
    tables = TABLE.format("ana", "Hull", "Deck", "Mast") + TABLE.format("ben", "Oar", "Net", "Bell")
    weeks = "## Week 1\n\n- A.: hull, deck\n- B.: oar\n\n## Week 2\n\n- A.: mast\n- B.: net, bell\n"
    titles = [row.title for row in rows(f"# Tasks\n\n{tables}{weeks}", "ana", "ben")]
    assert not any(title.startswith(("A.", "B.")) for title in titles)


def test_points_of_rounds_with_labels_are_tasks_where_there_are_no_others() -> None:
    weeks = "## Week 1\n\n- A.: hull, deck\n- B.: oar\n\n## Week 2\n\n- A.: mast\n- B.: net, bell\n"
    assert len(rows(f"# Tasks\n\n{weeks}")) == 4


def test_a_title_may_speak_of_a_round() -> None:
    text = "# Work\n\n### W1 — Finish phase 1 of the hull\n\ntext\n\n### W2 — Mend a sail\n\ntext\n"
    assert list(all_tasks(text)) == ["W1", "W2"]


def test_a_round_with_an_id_is_none() -> None:
    text = "# Work\n\n### M1 — Phase 1: hull\n\ntext\n\n### M2 — Phase 2: sails\n\ntext\n"
    assert not any(isinstance(each, SaidTask) for each in stated(text))


def test_the_number_of_a_task_names_nobody() -> None:
    text = (
        "# Tasks\n\n## Member 1\n\n### Task 1: Tar the hull\n\n- tar\n\n## Member 2\n\n"
        "### Task 1: Mend a sail\n\n- sew\n"
    )
    found = [(row.title, row.owner) for row in rows(text, "Member 1", "Member 2")]
    assert found == [("Tar the hull", "member-1"), ("Mend a sail", "member-2")]
