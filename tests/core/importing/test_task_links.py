"""Dependencies: in columns and fields, in graphs, in sentences; what they name and what in them
cannot be.
"""

from itertools import pairwise

import pytest

from coord_tui.core.importing.readers.links_graphs import edges_of
from coord_tui.core.importing.readers.links_mermaid import mermaid_edges
from coord_tui.core.importing.readers.links_words import references
from coord_tui.core.importing.task_ids import Known, TaskIds
from tests.core.importing.task_reading import all_tasks, reading, stated

LIST = "# Plan\n\n## Tasks\n" + "".join(
    f"- [ ] **{id}** Title of {id}\n" for id in ("S1", "S2", "S3", "S4")
)


def links(text: str) -> set[tuple[str, str]]:
    """The hard dependencies, each as task and what it waits for."""
    return {
        (task.id, other) for task in all_tasks(LIST + "\n" + text).values() for other in task.after
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\nS1 (chart) ──→ S2 (marks)\nS3 — independent\n```", {("S2", "S1")}),
        ("```\nS1 -> S2 -> S3\n```", {("S2", "S1"), ("S3", "S2")}),
        ("```\nS1 <- S2\n```", {("S1", "S2")}),
        ("```\nS1 + S2 --> S3\n```", {("S3", "S1"), ("S3", "S2")}),
        ("```\nS1 ─┬─→ S2\n    └─→ S3\n```", {("S2", "S1"), ("S3", "S1")}),
        ("```\nS1\n ↓\nS2\n |\n v\nS3\n```", {("S2", "S1"), ("S3", "S2")}),
        ("```\n# → = depends on\nS2 → S1\n```", {("S2", "S1")}),
        (
            "```mermaid\ngraph TD\n  a[S1: chart] --> b(S2)\n  b & S3 -->|then| S4\n```",
            {("S2", "S1"), ("S4", "S2"), ("S4", "S3")},
        ),
        ("```python\nS1 -> S2\n```", set()),
        ("S2 depends on S1.", {("S2", "S1")}),
        ("- **S3** is blocked by S1 and S2", {("S3", "S1"), ("S3", "S2")}),
        ("- S4 requires Task S3 to be merged", {("S4", "S3")}),
        ("S1 must be done before S2 starts.", {("S2", "S1")}),
        ("S1 blocks S2, S3", {("S2", "S1"), ("S3", "S1")}),
        ("S2 does not depend on S1.", set()),
        ("The build depends on S1.", set()),
        ("S4 depends on the weather.", set()),
        ("S4 hängt ab von S1", {("S4", "S1")}),
        ("S4 depende de S1 y S2", {("S4", "S1"), ("S4", "S2")}),
        ("S4 зависит от S1", {("S4", "S1")}),
        ("S3 must wait until S1 and S2 are in.", {("S3", "S1"), ("S3", "S2")}),
        ("S4 can start when S3 lands", {("S4", "S3")}),
        ("Start S4 only after S1.", {("S4", "S1")}),
        ("Do not start S4 until S2 is merged", {("S4", "S2")}),
        ("Do S1 before S2", {("S2", "S1")}),
        ("S4 can't begin before S3.", {("S4", "S3")}),
        ("Once S1 lands, S2 and S3 can start.", {("S2", "S1"), ("S3", "S1")}),
        ("The marks (S2) need the chart (S1)", {("S2", "S1")}),
        ("S2 → after S1", {("S2", "S1")}),
        ("Order: S1 → S2 → S3", {("S2", "S1"), ("S3", "S2")}),
        ("Critical path: `S1 -> S2, S3 -> S4`", {
            ("S2", "S1"), ("S3", "S1"), ("S4", "S2"), ("S4", "S3")
        }),
        ("S3 ← S1", {("S3", "S1")}),
        ("Merge order: S1 → S2", set()),
        ("- `make all` runs S1→S3", set()),
        ("## Dependencies\n- S2: S1\n- S3: S1, S2\n- S4: the weather",
         {("S2", "S1"), ("S3", "S1"), ("S3", "S2")}),
        ("## Colours\n- S2: S1", set()),
        ("| Task | Depends on | Blocks |\n|--|--|--|\n| S2 | S1 | S3 |\n| S9 | S1 | |",
         {("S2", "S1"), ("S3", "S2")}),
    ],
)  # fmt: skip
def test_graphs_and_sentences_say_what_waits_for_what(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert links(text) == expected


ROWS = (
    "| # | Task | Owner | Depends on | Notes |\n|--|--|--|--|--|\n| 1 | Chart | ana | — | |\n"
    "| 2 | Marks | ana (after #1 is in) | — | |\n"
    "| 3 | Tides (needs 2) | ana | | Blocks #4. Small. |\n"
    "| 4 | Print | ana | 1 | Waits for nobody's marks. |\n"
)


def test_a_remark_in_any_cell_says_what_a_row_waits_for() -> None:
    tasks = all_tasks(ROWS, "ana")
    assert {id: task.after for id, task in tasks.items()} == {
        "1": (),
        "2": ("1",),
        "3": ("2",),
        "4": ("1", "3"),
    }
    assert {task.owner for task in tasks.values()} == {"ana"}


def test_a_graph_says_what_enhances_what() -> None:
    tasks = all_tasks(LIST + "\n```\nS3 (marks) — independent, enhances S4 output\n```\n")
    assert tasks["S3"].enhances == ("S4",)
    assert tasks["S3"].after == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tasks K, L, M have to land", ["K", "L", "M have to land"]),
        ("#3, #7", ["#3", "#7"]),
        ("Epic 1+2", ["1", "2"]),
        ("W1 + W2 (types, names)", ["W1", "W2 (types names"]),
        ("— ", []),
        ("None", []),
        ("keine", []),
        ("ALL other tasks", ["all"]),
        ("T1 and T2", ["T1", "T2"]),
    ],
)
def test_a_list_of_names_falls_into_names(text: str, expected: list[str]) -> None:
    assert [name.rstrip(")") for name in references(text)] == expected


KNOWN = TaskIds(
    [
        Known("A", "Chart"), Known("B", "Marks"), Known("C.1", "Gauge"), Known("11", "Old list"),
        Known("W0a", "`locks/`"), Known("W0b", "pumps"), Known("W1a", "valves"),
        Known("reef-o3m", "Sound the reef"),
    ],
    [Known("round-1", "Round 1 — Float")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A", ("A",)),
        ("a", ()),
        ("A new pier", ()),
        ("C must be completed", ()),
        ("B must be completed", ("B",)),
        ("B (the marks)", ("B",)),
        ("c.1", ("C.1",)),
        ("1.1", ()),
        ("`locks/`", ("W0a",)),
        ("o3m", ("reef-o3m",)),
        ("o3m (chart done)", ("reef-o3m",)),
        ("W0a..W1a", ("W0a", "W0b", "W1a")),
        ("A–B", ("A", "B")),
        ("W1a–W0a", ("W1a", "W0a")),
        ("Sound the reef", ("reef-o3m",)),
        ("Sound the", ("reef-o3m",)),
        ("Round 1 — Float", ("round-1",)),
        ("types from W0b are merged", ("W0b",)),
        ("LK-05 W0b", ()),
        ("PR #11 is open", ()),
        ("the pier of LK-05/W0b", ()),
        ("the weather", ()),
        ("", ()),
    ],
)
def test_a_name_means_a_task(name: str, expected: tuple[str, ...]) -> None:
    assert KNOWN.of(name) == expected


def test_all_means_the_tasks_before_or_all_others() -> None:
    table = "# P\n\n| ID | Task | Depends on | Blocks |\n|--|--|--|--|\n"
    before = all_tasks(
        table
        + "| T1 | a b | — | — |\n| T2 | c d | — | — |\n| T3 | e f | all | — |\n| T4 | g h | | |\n"
    )
    assert before["T3"].after == ("T1", "T2")
    others = all_tasks(
        table + "| T1 | a b | — | all |\n| T2 | c d | — | — |\n| T3 | e f | — | — |\n"
    )
    assert (others["T2"].after, others["T3"].after) == (("T1",), ("T1",))


def test_a_task_can_wait_for_a_whole_group() -> None:
    text = "# P\n\n## Phase 1\n- [ ] T1: Moor\n\n## Phase 2\n- [ ] T2: Sail (after Phase 1)\n"
    assert all_tasks(text)["T2"].after == ("phase-1",)


def test_a_circle_is_told_and_opened() -> None:
    found = reading(LIST + "\n```\nS1 -> S2 -> S3 -> S1\n```\n")
    after = {task.id: task.after for group in found.plan.groups for task in group.tasks}
    assert sum(len(each) for each in after.values()) == 2
    assert any("left out" in warned.text for warned in found.warnings)


def test_contradictions_are_told() -> None:
    text = (
        "# P\n\n| ID | Task | Status | Depends on |\n|--|--|--|--|\n"
        "| T1 | Moor | todo | — |\n| T2 | Sail | done | T1 |\n"
        "\n## Tasks\n- [ ] T2: Sail\n"
    )
    told = [warned.text for warned in reading(text).warnings]
    assert "T2 is done, but T1 before it is not" in told
    assert "T2 is done in one place and open in another" in told


def test_a_name_that_is_no_task_is_told() -> None:
    text = "# P\n\n| ID | Task | Depends on |\n|--|--|--|\n| T1 | Moor | T9 |\n"
    assert [warned.text for warned in reading(text).warnings] == [
        "'T9' is no task that these documents name"
    ]


def test_long_chains_are_followed() -> None:
    names = [f"T{number}" for number in range(3000)]
    rows = "".join(f"| {id} | Title {id} | {before} |\n" for before, id in pairwise(names))
    found = reading("# P\n\n| ID | Task | Depends on |\n|--|--|--|\n| T0 | Title T0 | — |\n" + rows)
    assert sum(len(task.after) for group in found.plan.groups for task in group.tasks) == 2999


def test_a_graph_knows_its_lines() -> None:
    assert [edge.line for edge in edges_of("A -> B\n\nC -> D", 10)] == [10, 12]
    assert [edge.line for edge in mermaid_edges("graph LR\nA-->B\nB-->C", 5)] == [6, 7]


def test_a_session_s_list_of_names_says_whose_the_tasks_are() -> None:
    text = LIST + "\n## Team\n\n**ana:** one person\n- Tasks: S1 (chart), S3\n- Tasks: S9, S2\n"
    tasks = all_tasks(text, "ana")
    assert [tasks[id].owner for id in ("S1", "S2", "S3", "S4")] == ["ana", "", "ana", ""]


def test_a_line_that_says_that_a_task_is_independent_is_read() -> None:
    lines = {each.at.line for each in stated(LIST + "\n```\nS4 (marks) — independent\n```\n")}
    assert 9 + 1 in lines
