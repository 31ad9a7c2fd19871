"""The forms in which people write tasks: each document is short, and says what must come of it."""

import pytest

from tests.core.importing.task_reading import Row, all_tasks, rows

TABLES = [
    pytest.param(
        "| ID | Task | Owner | Status | Depends on |\n|--|--|--|--|--|\n"
        "| T1 | Read the tide gauge | ana | ✅ Done (a1b2c3d) | — |\n"
        "| T2 | Draw the curve | bo | In Progress | T1 |\n",
        [
            Row("T1", "Read the tide gauge", "ana", "a1b2c3d"),
            Row("T2", "Draw the curve", "bo", after=("T1",)),
        ],
        id="id, task, owner, status, depends",
    ),
    pytest.param(
        "| # | Feature | Blocked By |\n|--|--|--|\n| 1 | Harbour list | - |\n"
        "| 2 | Ferry times | #1 |\n",
        [Row("1", "Harbour list"), Row("2", "Ferry times", after=("1",))],
        id="numbers with the sign of a number",
    ),
    pytest.param(
        "| Task | Assignee | Status |\n|--|--|--|\n| Paint the buoy | ana | DONE |\n"
        "| Weigh the anchor | TBD | To-Do |\n",
        [Row("P.1", "Paint the buoy", "ana", True), Row("P.2", "Weigh the anchor")],
        id="no ids",
    ),
    pytest.param(
        "| # | Subsystem | Wave | Depends on | Owner | Status |\n|--|--|--|--|--|--|\n"
        "| W0a | `locks/` | 0 | — | s1 | merged |\n"
        "| **W1b** | **`pumps/`** | **1** | `locks/` | s2 | review |\n",
        [Row("W0a", "locks/", "s1", True), Row("W1b", "pumps/", "s2", after=("W0a",))],
        id="a subsystem as title, named by others, in strong cells",
    ),
    pytest.param(
        "| № | Задача | Владелец | Зависит | Статус |\n|--|--|--|--|--|\n"
        "| A1 | Причал | ana | — | готово |\n| A2 | Маяк | bo | A1 | в работе |\n",
        [Row("A1", "Причал", "ana", True), Row("A2", "Маяк", "bo", after=("A1",))],
        id="Russian",
    ),
    pytest.param(
        "| Nr | Aufgabe | Zuständig | Abhängig von | Status |\n|--|--|--|--|--|\n"
        "| H1 | Kran prüfen | ana | keine | erledigt |\n| H2 | Last heben | bo | H1 | offen |\n",
        [Row("H1", "Kran prüfen", "ana", True), Row("H2", "Last heben", "bo", after=("H1",))],
        id="German",
    ),
    pytest.param(
        "| ID | Tarea | Responsable | Depende de | Estado |\n|--|--|--|--|--|\n"
        "| P1a | Pintar el faro | ana | — | hecho |\n"
        "| P1b | Encender el faro | bo | P1a | pendiente |\n",
        [
            Row("P1a", "Pintar el faro", "ana", True),
            Row("P1b", "Encender el faro", "bo", after=("P1a",)),
        ],
        id="Spanish",
    ),
    pytest.param(
        "| 编号 | 任务 | 负责人 | 依赖 | 状态 |\n|--|--|--|--|--|\n"
        "| D1 | 码头登记 | ana | 无 | ✅ 已完成 |\n| D2 | 潮汐图 | bo | D1 | 未开始 |\n",
        [Row("D1", "码头登记", "ana", True), Row("D2", "潮汐图", "bo", after=("D1",))],
        id="Chinese",
    ),
    pytest.param(
        "| ID | Task | Owner | Status |\n|--|--|--|--|\n"
        "| T1 | ~~Old pier~~ | ana | |\n| T2 | New pier | bo | cancelled |\n"
        "| — | (none yet) | — | — |\n",
        [Row("T1", "Old pier", "ana", True), Row("T2", "New pier", "bo")],
        id="struck, cancelled and placeholder rows",
    ),
    pytest.param(
        "| WP | Issue | Content |  Agent |\n|--|--|--|--|\n"
        "| W1 | new | Move the mooring lines aft | ana |\n"
        "| W2 (wave 2, after W1) | new | Repaint the mooring posts | bo |\n",
        [
            Row("W1", "Move the mooring lines aft", "ana"),
            Row("W2", "Repaint the mooring posts", "bo", after=("W1",)),
        ],
        id="what it waits for beside the id",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_a_table_of_tasks_gives_a_task_for_each_row(text: str, expected: list[Row]) -> None:
    assert rows(f"# Plan\n\n{text}", "ana", "bo", "s1", "s2") == expected


SECTIONS = [
    pytest.param(
        "## Work\n\n### Task A: Survey ✅ COMPLETED\n- **Owner**: ana\n\n"
        "### Task B: Dredge 🔄 AVAILABLE\n- **Dependencies**: Task A must be completed\n",
        [Row("A", "Survey", "ana", True), Row("B", "Dredge", after=("A",))],
        id="a word for a task and a letter",
    ),
    pytest.param(
        "## Round 2\n\n**S4. Chart the reef**\n- sound it\n\n**S5. Mark the reef**\n"
        "- Depends on: S4\n",
        [Row("S4", "Chart the reef"), Row("S5", "Mark the reef", after=("S4",))],
        id="strong lines",
    ),
    pytest.param(
        "**reef-k3x** - Sound the reef\n- Owner: ana\n- Blocks: 9qd (marks)\n\n"
        "**reef-9qd** - Mark the reef\n- Owner: bo\n- Depends: k3x\n",
        [
            Row("reef-k3x", "Sound the reef", "ana"),
            Row("reef-9qd", "Mark the reef", "bo", after=("reef-k3x",)),
        ],
        id="long ids and their last parts",
    ),
    pytest.param(
        "## Log of session ana\n\n### C.1 — Gauge (complete)\n- it works\n\n"
        "### C.2 — Siren (in progress)\n- loud\n",
        [Row("C.1", "Gauge", "ana", True), Row("C.2", "Siren", "ana")],
        id="the state in brackets, even in a log",
    ),
    pytest.param(
        "## Workstreams\n\n### W1: Gauge loop\n**Branch:** `feat/gauge`\n\n"
        "### W2: Siren sync\n**Branch:** `feat/siren`\n",
        [Row("W1", "Gauge loop"), Row("W2", "Siren sync")],
        id="work streams",
    ),
    pytest.param(
        "### WS-1: Release\n- [ ] build it\n- [ ] sign it\n\n**Status:** NOT STARTED\n"
        "**Agent:** TBD\n\n"
        "### WS-2: Announce\n- [ ] write it\n\n**Status:** BLOCKED on WS-1\n",
        [Row("WS-1", "Release"), Row("WS-2", "Announce", after=("WS-1",))],
        id="fields after the boxes, which are its steps",
    ),
    pytest.param(
        "### T7: Buoys\n#### Depends on\n- T8 (the chain)\n\n### T8: Chain\n**Owner:** ana\n",
        [Row("T7", "Buoys", after=("T8",)), Row("T8", "Chain", "ana")],
        id="a heading for a field",
    ),
    pytest.param(
        "## Backlog\n\n### Repair the slipway\n- Status: done (0a1b2c3)\n- Assigned to: bo\n",
        [Row("B.1", "Repair the slipway", "bo", "0a1b2c3")],
        id="no id but fields",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SECTIONS)
def test_a_heading_with_an_id_or_fields_is_a_task(text: str, expected: list[Row]) -> None:
    assert rows(f"# Plan\n\n{text}", "ana", "bo") == expected


LISTS = [
    pytest.param(
        "## Completed — Round 1:\n- **S1** Moor `a.py` to `b.py` ✓ (fb17380)\n"
        "- **S2** Cast off ✓ (0a29b39)\n",
        [Row("S1", "Moor a.py to b.py", "", "fb17380"), Row("S2", "Cast off", "", "0a29b39")],
        id="strong ids, signs and commits",
    ),
    pytest.param(
        "## Tasks\n- [x] T1: Ring the bell\n- [ ] T2: Light the lamp (depends on T1)\n"
        "- [ ] Trim the wick @ana\n",
        [
            Row("T1", "Ring the bell", "", True),
            Row("T2", "Light the lamp", after=("T1",)),
            Row("T.3", "Trim the wick", "ana"),
        ],
        id="boxes",
    ),
    pytest.param(
        "## Próximas tareas\n### Alta prioridad\n- [ ] Revisar la grúa (ana)\n"
        "- [ ] Pintar la grúa (bo)\n",
        [Row("AP.1", "Revisar la grúa", "ana"), Row("AP.2", "Pintar la grúa", "bo")],
        id="owners in brackets",
    ),
    pytest.param(
        "## Tasks\n### ana\n- Splice the rope\n### bo\n- Coil the rope\n",
        [Row("T.1", "Splice the rope", "ana"), Row("T.2", "Coil the rope", "bo")],
        id="a list for each session",
    ),
    pytest.param(
        "## Roadmap\n### Phase 0 — Float (now)\n- Caulk the hull (twice)\n- Write `docs/hull.md`\n"
        "### Phase 1 — Sail (only after tests)\n- Hoist the sail\n",
        [
            Row("P0.1", "Caulk the hull (twice)"),
            Row("P0.2", "Write docs/hull.md"),
            Row("P1.1", "Hoist the sail"),
        ],
        id="plain points of phases",
    ),
    pytest.param(
        "## Sprint 4\n- ana: Scrape the keel\n- **bo**: Wash the deck — DONE\n",
        [Row("S4.1", "Scrape the keel", "ana"), Row("S4.2", "Wash the deck", "bo", True)],
        id="a session before the title",
    ),
    pytest.param(
        "## Backlog\n1. **F0a — Lay the keel.** Oak only. **Blocks: F0b.**\n"
        "2. **F0b — Set the frames.** Larch.\n",
        [Row("F0a", "Lay the keel"), Row("F0b", "Set the frames", after=("F0a",))],
        id="a sentence of a point says what it blocks",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_point_of_a_list_of_work_is_a_task(text: str, expected: list[Row]) -> None:
    assert rows(f"# Plan\n\n{text}", "ana", "bo") == expected


NOT_TASKS = {
    "a checklist of criteria": "## Definition of done\n- [ ] Tests pass\n- [x] Lint clean\n",
    "goals with boxes": "## Success metrics\n### Weekly goals\n- [ ] No broken builds\n",
    "steps of a protocol": "## Protocol\n1. Pull\n2. Edit\n3. Push\n",
    "steps in phases of a workflow": (
        "## Workflow\n### Phase 1: Setup\n- make trees\n### Phase 2: Merge\n- merge them\n"
    ),
    "a legend of states": "## Tasks\n- W1: pending → running → done/failed\n",
    "a progress report in a fence": "## Reporting\n```\nW1 (loop): DONE\nW2 (sync): RUNNING\n```\n",
    "headings about tasks": "## Steps\n### Claiming a task\n- do\n### Completing a task\n- say\n",
    "packages": (
        "| Library | Wanted for | Release | In? |\n|--|--|--|--|\n| onnx | C | 1.15 | ✅ |\n"
    ),
    "a queue of merges": (
        "## Waiting to merge\n| PR | Branch | Status | Reviewer |\n|--|--|--|--|\n"
        "| #5 | feat/a | Ready | ana |\n"
    ),
    "artifacts": (
        "| Artifact | Comes from | Goes to | Status |\n|--|--|--|--|\n"
        "| Model | ana | bo | Merged (A.2) |\n"
    ),
    "blockers": (
        "## What blocks us\n| Blocker | Told By | Status |\n|--|--|--|\n| no rain | ana | open |\n"
    ),
    "files and owners": "| File | Owner | Status |\n|--|--|--|\n| `a.py` | ana | in progress |\n",
    "a roster": (
        "| Session | Branch | Status | Current Task |\n|--|--|--|--|\n"
        "| ana | feat/a | Active | Merging |\n"
    ),
    "decisions with ids": (
        "## Pending decisions\n- **W0c** (chrome): pull based? *yes*\n"
        "- **W1b** (hull): both? *no*\n"
    ),
    "criteria with signs": "## Wave 1\n- ✅ it\n- ✅ is\n## Wave 2\n- ✅ so\n- ✅ too\n",
    "kinds of tasks": "## Work split\n### ana\n**Types of tasks:**\n- rigging\n- sails\n",
    "owned paths with signs": "### ana\n**Files:**\n- ✅ README.md\n- ✅ src/app.ts\n",
    "a log": "## Status log\n- 2026-01-02: **S1** started\n- 2026-01-03: **S2** started\n",
    "numbers that are no ids": "## Notes\n- **109 tests**\n- **v0.3.0** out\n- **P0** is soon\n",
    "templates": (
        "## Tasks\n| ID | Task | Owner | Status |\n|--|--|--|--|\n"
        "| T? | <task name> | <you> | todo |\n"
    ),
}


@pytest.mark.parametrize("text", NOT_TASKS.values(), ids=NOT_TASKS.keys())
def test_what_only_looks_like_tasks_is_none(text: str) -> None:
    assert rows(f"# Plan\n\n{text}", "ana", "bo") == []


def test_a_document_of_what_was_done_holds_no_tasks() -> None:
    text = "## Wave 1\n- T1: Keel (a1b2c3d)\n- T2: Mast\n"
    assert rows(f"# Changelog\n\n{text}") == []
    assert len(rows(f"# Plan\n\n{text}")) == 2


def test_a_task_of_two_tables_is_one_task() -> None:
    text = (
        "# Plan\n\n## Sprint 1\n| # | Task | Owner | Blocked By |\n|--|--|--|--|\n"
        "| 8 | Harbour map | ana | — |\n| 9 | Harbour lights page | bo | #8 |\n\n"
        "## Progress of bo\n| # | Task | Status | Commit |\n|--|--|--|--|\n"
        "| 9 | Harbour lights view | ✅ Done | `98100c5` |\n| 11 | Fog horn | Done | `55630d2` |\n"
    )
    assert rows(text, "ana", "bo") == [
        Row("8", "Harbour map", "ana"),
        Row("9", "Harbour lights page", "bo", "98100c5", ("8",)),
        Row("11", "Fog horn", "bo", "55630d2"),
    ]


def test_tables_that_both_count_from_one_hold_different_tasks() -> None:
    table = "| # | Task | Depends on |\n|--|--|--|\n| 1 | {} | — |\n| 2 | {} | 1 |\n\n"
    text = (
        "# Plan\n\n## Phase 1\n" + table.format("Lay keel", "Set frames")
        + "## Phase 2\n" + table.format("Step masts", "Bend sails")
    )  # fmt: skip
    assert rows(text) == [
        Row("1", "Lay keel"),
        Row("2", "Set frames", after=("1",)),
        Row("P2.1", "Step masts"),
        Row("P2.2", "Bend sails", after=("P2.1",)),
    ]


def test_what_stands_below_a_task_is_kept_but_for_the_fields_that_were_read() -> None:
    text = (
        "# Plan\n\n### T1: Sound the reef\n- Owner: ana\n- File: `src/reef.py` (SHARED — ask bo)\n"
        "- Status: in review\n- lead *and* line\n  - twice\n\n### T2: Mark it\n- Owner: bo\n"
    )
    task = all_tasks(text, "ana", "bo")["T1"]
    assert task.files == ("src/reef.py",)
    assert task.details == "- Status: in review\n- lead *and* line\n  - twice"


def test_the_other_cells_of_a_row_are_its_details() -> None:
    text = (
        "# P\n\n| ID | Task | Owner | Branch | Status | Notes |\n|--|--|--|--|--|--|\n"
        "| T1 | Moor | ana | feat/x | review | see `a.py` |\n"
    )
    assert all_tasks(text, "ana")["T1"].details == "Branch: feat/x\nStatus: review\nsee `a.py`"


def test_a_work_stream_that_is_a_session_belongs_to_it() -> None:
    text = "# P\n\n### W1: Loop\n**Files:** `a.py`\n\n### W2: Sync\n**Files:** `b.py`\n"
    assert rows(text, "W1", "W2") == [Row("W1", "Loop", "w1"), Row("W2", "Sync", "w2")]
