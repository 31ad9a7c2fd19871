"""Which words and numbers of a list or table are the ids of its tasks, and what waits for them."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.plan import Plan


def _plan(text: str) -> Plan:
    return assemble(read_sources([Source("PLAN.md", text)])).plan


def _after(text: str) -> dict[str, tuple[str, ...]]:
    return {each.id: each.after for each in _plan(text).tasks}


@pytest.mark.parametrize("count", ["#", "No.", "Row"])
def test_a_column_of_ids_goes_before_one_that_counts(count: str) -> None:
    text = (
        f"# Tasks\n\n| {count} | ID | Task | Owner | Depends on |\n|---|---|---|---|---|\n"
        "| 8 | S1.1 | Oar | Ana | - |\n| 9 | S1.2 | Sail | Ben | S1.1 |\n"
        "| 10 | S1.3 | Keel | Ana | S1.1, S1.2 |\n"
    )
    assert _after(text) == {"S1.1": (), "S1.2": ("S1.1",), "S1.3": ("S1.1", "S1.2")}


@pytest.mark.parametrize(
    "wait",
    [
        "[open — after T1]", "(waiting — T1 sonrası)", "[BEKLIYOR — T1 SONRASI]", "(T1 이후)",
        "(T1 の後)", "(T1 之后)", "(T1 完了後に開始)", "(blocked: T1)", "(T1'den sonra)",
    ],
)  # fmt: skip
def test_a_word_for_waiting_may_come_last(wait: str) -> None:
    text = f"# Tasks\n\n- [ ] T1: Oar\n- [ ] T2: Sail {wait}\n"
    assert _after(text) == {"T1": (), "T2": ("T1",)}


def test_a_list_of_an_order_says_in_brackets_what_comes_before() -> None:
    text = (
        "# Order\n\n1. T2 (Ana — the base)\n2. T3, T4 (parallel — after T2)\n"
        "3. T1 (Ben — needs T3 and T4)\n\n# Tasks\n\n"
        "- T1: Oar\n- T2: Sail\n- T3: Keel\n- T4: Rail\n"
    )
    assert _after(text) == {"T1": ("T3", "T4"), "T2": (), "T3": ("T2",), "T4": ("T2",)}


def test_the_boxes_of_a_document_have_ids_where_most_of_them_begin_with_one() -> None:
    text = (
        "# Board\n\n## Done\n\n- [x] E1 Oar\n- [x] N1 Sail\n\n## Doing\n\n- [ ] AUTH-3 Keel\n"
        "\n## Todo\n\n- [ ] U1 Rail, depends on N1\n- [ ] R1 Flag, after E1\n"
    )
    assert _after(text) == {"E1": (), "N1": (), "AUTH-3": (), "U1": ("N1",), "R1": ("E1",)}


def test_the_numbers_of_a_list_are_ids_where_its_points_wait_for_them() -> None:
    text = (
        "# Plan\n\n## Backlog\n\n1. Oar\n2. Sail, once 1 is merged\n3. Keel (needs 1)\n"
        "4. Rail (blocked: 1, 2)\n"
    )
    assert _after(text) == {"1": (), "2": ("1",), "3": ("1",), "4": ("1", "2")}
    unread = "# Plan\n\n## Backlog\n\n1. Oar\n2. Sail\n"
    assert not set(_after(unread)) & {"1", "2"}


def test_a_point_of_a_round_that_waits_holds_for_all_of_the_round() -> None:
    text = "# Plan\n\n## Phase 1\n\n- Oar\n- Sail\n\n## Phase 2\n\n- Depends on Phase 1\n- Keel\n"
    last = _plan(text).groups[-1]
    assert [(each.title, each.after) for each in last.tasks] == [("Keel", ("phase-1",))]


def test_who_stands_in_brackets_before_a_path_is_no_task() -> None:
    assert not _plan("# Plan\n\n## Released\n\n- [opus-1] src/a/\n- [opus-2] src/b/\n").tasks


@pytest.mark.parametrize("title", ["Set up the yard", "Write the rules", "Example boat"])
def test_a_numbered_heading_with_fields_is_a_task_whatever_its_words(title: str) -> None:
    text = (
        f"# Tasks\n\n### 1. {title}\nStatus: done\nOwner: Wren\n\n"
        "### 2. Build oars\nStatus: todo\nOwner: Finch\nDepends on: 1\n"
    )
    assert _after(text) == {"1": (), "2": ("1",)}


def test_boxes_with_paths_labels_and_long_texts_are_tasks_as_those_beside() -> None:
    long = "`/cart`: sums per country (taxes, rebates), " + "one more column of the list, " * 9
    text = (
        "# Yard tasks\n\n## Area A (owner: Ana)\n- [x] Oars for all\n- [x] Sails\n\n"
        f"## PR2: money first\n- [x] {long}\n- [x] Totals: sum, tax\n\n"
        "## Area B\n- [ ] Keel\n- [ ] Rail\n"
    )
    titles = [each.title for each in _plan(text).tasks]
    assert "PR2" not in {each.id for each in _plan(text).tasks}
    assert titles[2:4] == ["/cart: sums per country (taxes, rebates)", "Totals: sum, tax"]


@pytest.mark.parametrize("lead", ["Each task", "每个任务完成后需确认", "Cada tarea"])
def test_boxes_for_each_task_are_a_checklist(lead: str) -> None:
    assert not _plan(f"# Plan\n\n## {lead}\n\n- [ ] Oars are dry\n- [ ] Sails are dry\n").tasks


def test_a_title_with_a_placeholder_in_a_path_is_a_task() -> None:
    text = (
        "# Tasks\n\n| ID | Task | Owner |\n|---|---|---|\n"
        "| T1 | `GET /boats/{id}` gives one | Ana |\n| T2 | Oars | Ben |\n"
    )
    assert set(_after(text)) == {"T1", "T2"}


def test_the_owner_before_a_headings_title_is_taken_off() -> None:
    text = (
        "# Tasks\n\n| Who | Role |\n|---|---|\n| **Claude** | all |\n| **Codex** | pages |\n\n"
        "### [G-1] CLAUDE — Oar `[DONE]`\n\nStatus: done\n\n"
        "### [G-2] CODEX — Sail\n\nStatus: open\n"
    )
    tasks = _plan(text).tasks
    assert [(t.id, t.title, t.owner) for t in tasks] == [
        ("G-1", "Oar", "claude"), ("G-2", "Sail", "codex"),
    ]  # fmt: skip
