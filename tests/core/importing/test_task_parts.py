"""Tasks by what stands above them: somebody's part, a lane of work, a column of a board; and those
that are only spoken of.
"""

import pytest

from tests.core.importing.task_reading import Row, all_tasks, rows

PARTS = [
    pytest.param(
        "# Harbour\n## Lane A — Quay (`quay/`)\n**Mission:** boats land.\n\nIn this order:\n"
        "- A1. Sound the depth\n- A2. Drive the piles\n\n## Lane B — Light\n- B1. Cut the lens\n"
        "- B2. Wire the lamp (after A2)\n",
        [
            Row("A1", "Sound the depth", "lane-a"),
            Row("A2", "Drive the piles", "lane-a"),
            Row("B1", "Cut the lens", "lane-b"),
            Row("B2", "Wire the lamp", "lane-b", after=("A2",)),
        ],
        id="points with ids in lanes",
    ),
    pytest.param(
        "## Lane A: Quay\n| ID | What | Hours |\n|--|--|--|\n| A1 | Sound the depth | 2 |\n"
        "| A2 | Drive the piles | 3 |\n## Lane B: Light\n| ID | What | Hours |\n|--|--|--|\n"
        "| B1 | Cut the lens | 2 |\n",
        [
            Row("A1", "Sound the depth", "lane-a"),
            Row("A2", "Drive the piles", "lane-a"),
            Row("B1", "Cut the lens", "lane-b"),
        ],
        id="rows with ids in lanes",
    ),
    pytest.param(
        "## Lane A: Quay\nDepth, piles and planks.\n## Lane B: Light\nLens and lamp.\n",
        [Row("Lane-A", "Quay", "lane-a"), Row("Lane-B", "Light", "lane-b")],
        id="lanes that hold no tasks are some",
    ),
    pytest.param(
        "## Lane A: quay (~2h), owner: [name]\n| Task | Time |\n|--|--|\n"
        "| Sound the depth | 0:20 |\n"
        "| Drive the piles | 1:40 |\n\n## Meetings\n| Time | What happens |\n|--|--|\n"
        "| 9:20 | Tea |\n",
        [Row("T.1", "Sound the depth", "lane-a"), Row("T.2", "Drive the piles", "lane-a")],
        id="a table of work and hours in a part",
    ),
    pytest.param(
        "## Lane B\n| Block | Feature | Done when |\n|--|--|--|\n| 1 | Lens | it shines |\n"
        "| 2 | Lamp | it burns |\n",
        [Row("1", "Lens", "lane-b"), Row("2", "Lamp", "lane-b")],
        id="blocks of work",
    ),
    pytest.param(
        "## 👤 Lane A: Quay (north)\n**Branch:** `quay`\n**Focus:** where boats land.\n"
        "- [ ] **Depth**: sound it.\n    - with a line\n- [x] **Piles**:\n    - of oak\n",
        [Row("T.1", "Depth: sound it", "lane-a"), Row("T.2", "Piles", "lane-a", True)],
        id="boxes below remarks on a part",
    ),
    pytest.param(
        "## Lane A\n**Checklist**\n- [ ] Sound the depth\n- [ ] Drive the piles\n",
        [Row("T.1", "Sound the depth", "lane-a"), Row("T.2", "Drive the piles", "lane-a")],
        id="a checklist that is all there is in a part",
    ),
    pytest.param(
        "## Lane A\n| Task | Hours |\n|--|--|\n| Sound the depth | 2 |\n\n**Checklist**\n"
        "- [ ] The line is dry\n",
        [Row("T.1", "Sound the depth", "lane-a")],
        id="a checklist beside a part's tasks",
    ),
    pytest.param(
        "## Ben — quay\n**Task:** Sound the whole depth\n**Status:** done\n**Files:** `quay/`\n",
        [Row("T.1", "Sound the whole depth", "ben", True)],
        id="the one task of a part",
    ),
    pytest.param(
        "# Reparto de tareas\n## Lane A\n1. Medir el fondo\n2. Clavar los postes\n"
        "## Lane B\n- `light/lens.py`\n- Owns the lamp\n",
        [Row("RDT.1", "Medir el fondo", "lane-a"), Row("RDT.2", "Clavar los postes", "lane-a")],
        id="plain points in a document that gives out tasks",
    ),
    pytest.param(
        "## Piles\n**Owner:** Lane A\n**Priority:** high\n### Tasks\n- [ ] Cut oak\n",
        [Row("T.1", "Cut oak", "lane-a")],
        id="an owner in a field below the heading",
    ),
    pytest.param(
        "## Lane A\n### Task 1: Sound the depth\nHow.\n### Task 2: Drive the piles\nHow.\n"
        "## Lane B\n### Task 1: Sound the horn\nHow.\n",
        [
            Row("1", "Sound the depth", "lane-a"),
            Row("2", "Drive the piles", "lane-a"),
            Row("T.3", "Sound the horn", "lane-b"),
        ],
        id="each part counts from one",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_what_stands_in_somebodys_part_is_theirs(text: str, expected: list[Row]) -> None:
    assert rows(text, "Lane A", "Lane B", "Ben") == expected


BOARDS = [
    pytest.param(
        "# Board\n## Backlog\n- Mend the net\n## In progress\n- Tar the boat\n## Done\n"
        "- Buy rope\n",
        [Row("B.1", "Mend the net"), Row("B.2", "Tar the boat"), Row("B.3", "Buy rope", done=True)],
        id="headings that sort by how far it is",
    ),
    pytest.param(
        "# 看板\n## 进行中\n| 任务 | 负责人 |\n|--|--|\n| NET-7 补网 | ana |\n"
        "## 已完成\n| 任务 | 完成时间 |\n|--|--|\n| 买绳子 | 05-01 |\n",
        [Row("NET-7", "补网", "ana"), Row("看.2", "买绳子", done=True)],
        id="the same with tables, an id before a title",
    ),
    pytest.param(
        "| Status | ID | Task |\n|--|--|--|\n| [x] | N1 | Mend the net |\n"
        "| [~] | N2 | Tar the boat |\n| [ ] | N3 | Buy rope |\n",
        [Row("N1", "Mend the net", done=True), Row("N2", "Tar the boat"), Row("N3", "Buy rope")],
        id="boxes in the column of the status",
    ),
    pytest.param(
        "| ✓ | Task | Who |\n|--|--|--|\n| x | Mend the net | ana |\n| | Tar the boat | ana |\n",
        [Row("T.1", "Mend the net", "ana", True), Row("T.2", "Tar the boat", "ana")],
        id="ticks under a sign",
    ),
    pytest.param(
        "| | ID | Task |\n|--|--|--|\n| ☑ | N1 | Mend the net |\n| ☐ | N2 | Tar the boat |\n",
        [Row("N1", "Mend the net", done=True), Row("N2", "Tar the boat")],
        id="boxes under nothing",
    ),
    pytest.param(
        "## To do\n- [x] Mend the net\n- [~] Tar the boat\n- [/] Buy rope\n",
        [
            Row("TD.1", "Mend the net", done=True),
            Row("TD.2", "Tar the boat"),
            Row("TD.3", "Buy rope"),
        ],
        id="boxes of one's own",
    ),
    pytest.param(
        "## Tasks\n- [x] 1. The net\n  - [x] 1.1 Wash it\n  - [ ] 1.2 Mend it\n- [ ] 2. The boat\n",
        [
            Row("1", "The net", done=True),
            Row("1.1", "Wash it", done=True),
            Row("1.2", "Mend it"),
            Row("2", "The boat"),
        ],
        id="numbered boxes, some below others",
    ),
    pytest.param(
        "## Done\n| ID | Task | Completed by | Commit |\n|--|--|--|--|\n"
        "| N1 | Mend the net | ana | 1234abc |\n### Before\n| Task | Hours |\n|--|--|\n"
        "| Rope | 1 |\n",
        [Row("N1", "Mend the net", "ana", "1234abc"), Row("B.1", "Rope", done=True)],
        id="who completed it is its owner",
    ),
    pytest.param(
        "### [x] NET-1: Mend the net\n**Owner:** ana\n### [ ] NET-2: Tar the boat\n"
        "**Owner:** ana\n",
        [Row("NET-1", "Mend the net", "ana", True), Row("NET-2", "Tar the boat", "ana")],
        id="headings with boxes",
    ),
    pytest.param(
        "### NET-1\n**Title:** Mend the net\n**Status:** done\n### NET-2\n**Title:** Tar the boat\n"
        "**Status:** fixed, pending review\n",
        [Row("NET-1", "Mend the net", done=True), Row("NET-2", "Tar the boat")],
        id="a title in a field; what waits for its review is not done",
    ),
    pytest.param(
        "## Tasks\n- N1: Mend the net\n- N2: Tar the boat\n- N3: Buy rope\n\n## Who\n"
        "- Ana: N1\n- N2, N3 → Ana\n- N9 → Ana\n\n**Done:** N1, N3\n",
        [
            Row("N1", "Mend the net", "ana", True),
            Row("N2", "Tar the boat", "ana"),
            Row("N3", "Buy rope", "ana", True),
        ],
        id="lists of names that say whose tasks are, and that they are done",
    ),
    pytest.param(
        "## Задачи\n- [x] **З-1** Сеть (исполнитель: ana, 2 ч)\n- [ ] **З-2** Лодка — после З-1\n",
        [
            Row("З-1", "Сеть (2 ч)", "ana", True),
            Row("З-2", "Лодка", after=("З-1",)),
        ],
        id="Russian ids, several remarks in one bracket",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOARDS)
def test_a_board_says_how_far_each_task_is(text: str, expected: list[Row]) -> None:
    assert rows(text, "ana") == expected


WEAK = {
    "a table of variants with prose for owners": (
        "## Sprint 8 variants\n| variant | description | primary risk |\n|--|--|--|\n"
        "| V1 | all at once | it fills the whole of the boat at once |\n"
        "| V2 | in parts | it takes us four tides and a night to do so |\n"
    ),
    "criteria with ids under a round's gate": (
        "## Sprint 8 gate (agreed)\n**S8-G1.** No leak anywhere.\n\n**S8-G2.** It floats.\n"
    ),
    "a list that prose introduces, with a round in it": (
        "All Sprint 8 changes land at once. That change must hold:\n- the log\n- the chart\n"
    ),
    "tests with results": (
        "## Test cases\n| ID | Case | Expected | Status |\n|--|--|--|--|\n"
        "| C1 | Push | ok | pass |\n"
    ),
    "decisions": (
        "| ID | Decision | Owner | Status |\n|--|--|--|--|\n| D1 | Oak | ana | accepted |\n"
    ),
    "tasks of somebody with commands": (
        "## Ana\n| Task | Command |\n|--|--|\n| Build | `make` |\n| Sail | `make sail` |\n"
    ),
    "what a session owns": "# Task split\n## Ana owns:\n- `net/`\n- `boat.py`, `oar.py`\n",
    "the fields of a whole document": "# NETS.md\n## Agent: Ana\n## Current status\n"
    "- **Status:** done\n",
}


@pytest.mark.parametrize("text", WEAK.values(), ids=WEAK)
def test_weak_evidence_makes_no_task(text: str) -> None:
    assert rows(text, "ana") == []


def test_a_title_that_is_a_paragraph_is_cut_and_kept_in_the_details() -> None:
    long = "Mend the net: " + "knot by knot, " * 30 + "until it holds"
    tasks = all_tasks(f"## Tasks\n- N1. {long}\n- N2. Tar the boat\n")
    assert tasks["N1"].title == "Mend the net"
    assert tasks["N1"].details == long


def test_a_lead_right_below_a_list_ends_it() -> None:
    text = "## Round 1\n**Ana:**\n- Mend\n- Tar\n**Ben:**\n- Row\n"
    assert rows(text, "ana", "ben") == [
        Row("R1.1", "Mend", "ana"),
        Row("R1.2", "Tar", "ana"),
        Row("R1.3", "Row", "ben"),
    ]
