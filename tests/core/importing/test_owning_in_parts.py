"""Whose part it is, and whose not: headings in two lines, letters, branches, briefs, shares."""

import pytest

from coord_tui.core.importing.subtitles import subtitles
from tests.core.importing.whose_reading import owners, reading, shared_files

TWO_LINES = (
    "## {a} 1\n## Bow and hull\n\n{label}:\n- `bow/`\n\n## {a} 2\n## Rig\n\n{label}:\n- `rig/`"
)


@pytest.mark.parametrize(
    ("agent", "label"), [("Agent", "Owns"), ("Desarrollador", "Archivos"), ("Разработчик", "Файлы")]
)
def test_a_heading_right_below_a_name_says_more_of_it(agent: str, label: str) -> None:
    found = owners(TWO_LINES.format(a=agent, label=label))
    assert list(found.values()) == [["bow/"], ["rig/"]]


@pytest.mark.parametrize(
    "headings",
    [
        [(2, "Agent 1"), (2, "Bow")],
        [(2, "Agent 1"), (2, "Agent 2"), (2, "Agent 3")],
        [(2, "To do"), (2, "Doing"), (2, "Later"), (2, "Done")],
        [(2, "Agent 1"), (3, "Bow"), (2, "Agent 2"), (3, "Rig")],
        [(0, "Agent 1"), (0, "Bow"), (0, "Agent 2"), (0, "Rig")],
    ],
)
def test_other_headings_in_a_row_are_parts_of_their_own(headings: list[tuple[int, str]]) -> None:
    assert subtitles(headings) == frozenset()


FOLDER = "## Agent 1\nOwns:\n- `web/{}`\n## Agent 2\nOwns:\n- `web/chart.ts`\n\n## Rules\n{}"
IN_PART = "- Agent 1 owns the gate in `web/`.\n- Agent 2 owns the charts in `web/`."


@pytest.mark.parametrize("first", ["gate.ts", "gate/"])
def test_a_folder_that_two_own_in_part_is_neithers(first: str) -> None:
    found = owners(FOLDER.format(first, IN_PART))
    assert found == {"agent-1": [f"web/{first}"], "agent-2": ["web/chart.ts"]}


def test_a_folder_that_one_owns_besides_its_files_stays_its_own() -> None:
    found = owners(FOLDER.format("gate.ts", "- Agent 1 owns `web/`."))
    assert found == {"agent-1": ["web/gate.ts", "web/"], "agent-2": ["web/chart.ts"]}


@pytest.mark.parametrize(
    ("sentence", "paths"),
    [
        ("Agent 1 owns the chart, tides and sea types/bridge behavior.", []),
        ("Agent 1 owns types/bridge and `web/`.", ["types/bridge", "web/"]),
        ("Agent 1 owns the src/bridge folder.", ["src/bridge"]),
    ],
)
def test_two_words_with_a_slash_amid_a_phrase_are_no_path(sentence: str, paths: list[str]) -> None:
    assert owners(f"## Agent 1\n{sentence}\n## Agent 2\nOwns: `rig/`").get("agent-1", []) == paths


ROSTER = "| Owner | Files |\n|---|---|\n| Mira | `bow/` |\n| Otto | `rig/` |\n\n## Git\n"


@pytest.mark.parametrize(
    "tree",
    [
        "main\n└── dev\n    ├── feat/bow   # Mira\n    └── feat/rig   # Otto",
        "master\n├── feature/bow   # Mira\n└── fix/rig   # Otto",
        "develop\n├── wip/bow   ← Mira\n├── wip/rig   ← Otto\n└── release/one",
    ],
)
def test_a_tree_of_branches_is_nobodys_files(tree: str) -> None:
    assert owners(f"{ROSTER}```\n{tree}\n```") == {"mira": ["bow/"], "otto": ["rig/"]}


def test_a_tree_of_files_below_such_a_word_is_read() -> None:
    tree = "main\n├── hull.c   # Mira\n└── sail/   # Otto"
    assert owners(f"{ROSTER}```\n{tree}\n```") == {
        "mira": ["bow/", "main/hull.c"],
        "otto": ["rig/", "main/sail/"],
    }


@pytest.mark.parametrize(
    "both", ["İkisi (önce haber verin)", "Wir beide", "Noi due", "둘 다", "Both of us", "Мы оба"]
)
def test_the_two_of_them_are_all_in_any_language(both: str) -> None:
    text = f"{ROSTER[:-8]}\n| {both} | `log.md` |"
    assert (owners(text), shared_files(text)) == (
        {"mira": ["bow/"], "otto": ["rig/"]},
        ["log.md"],
    )


@pytest.mark.parametrize("verb", ["owns", "posee", "besitzt"])
def test_a_list_of_what_several_own_is_nobodys_part(verb: str) -> None:
    text = f"## Ground rules\n- Agent 1 {verb}: `bow/`\n- Agent 2 {verb}: `rig/`\n- Be kind."
    assert owners(text) == {"agent-1": ["bow/"], "agent-2": ["rig/"]}


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        (
            "Doc | Developer",
            "[DEV-A-bow.md](DEV-A-bow.md) | Dev A",
            "[DEV-B.md](x/DEV-B.md) | Dev B",
        ),
        ("Guide | Agent", "[bow](docs/dev_a.md) | Dev A", "[rig](docs/dev_b.md) | Dev B — rig"),
        ("Archivo | Responsable", "[d](dev-a.txt) | Dev A", "[e](dev-b.txt) | Dev B"),
    ],
)
def test_a_document_named_after_somebody_is_a_brief(header: str, first: str, second: str) -> None:
    text = f"## Dev A\nOwns: `bow/`\n## Dev B\nOwns: `rig/`\n\n## Docs\n| {header} |\n|---|---|\n"
    assert owners(f"{text}| {first} |\n| {second} |") == {"dev-a": ["bow/"], "dev-b": ["rig/"]}


def test_documents_with_names_of_their_own_are_owned() -> None:
    rows = "| [tide.md](tide.md) | Dev A |\n| [sun.md](sun.md) | Dev B |"
    text = f"| Document | Owner |\n|---|---|\n{rows}"
    assert owners(text) == {"dev-a": ["tide.md"], "dev-b": ["sun.md"]}


LETTERS = "### A. Bow / hull — tree `b`\n- Owns: `bow/`, `hull/*`\n### B) Rig\n- Owns: `rig/`\n\n"
TABLE = "| File | Owner |\n|---|---|\n| `keel.c` | A |\n| `mast.c` | B |\n"


def test_a_letter_that_owns_heads_its_part() -> None:
    found = {name: sorted(paths) for name, paths in owners(LETTERS + TABLE).items()}
    assert found == {"a": ["bow/", "hull/*", "keel.c"], "b": ["mast.c", "rig/"]}


def test_letters_that_only_count_head_nobodys_part() -> None:
    assert owners("### A. Bow\n- sand it\n### B. Rig\n- tar it") == {}


@pytest.mark.parametrize(
    "cell",
    [
        "split: A = the deck, B = below",
        "split: A = deck; B = cabin",
        "geteilt: A = vorn, B = achtern",
    ],
)
def test_a_cell_that_divides_a_file_makes_it_shared(cell: str) -> None:
    text = f"{TABLE}| `ship.c` | {cell} |"
    assert (owners(text), shared_files(text)) == ({"a": ["keel.c"], "b": ["mast.c"]}, ["ship.c"])


@pytest.mark.parametrize(
    "team",
    [
        "**Equipo:** Mira Sol Paz · Otto de la Vega",
        "Team: Mira Paz and Otto Vega (rig)",
        "**Команда:** Mira Paz, Otto Vega",
    ],
)
def test_full_names_of_a_team_are_those_whom_tables_call_by_the_first(team: str) -> None:
    table = "| ID | Task | Owner |\n|---|---|---|\n| T1 | Tar it | Mira |"
    names = [session.name for session in reading(f"{team}\n\n{table}").plan.sessions]
    assert (len(names), names[:1]) == (2, ["mira"])


def test_full_names_that_nothing_else_says_are_nobody() -> None:
    assert owners("Team: Mira Paz · Otto Vega\n\nSome words.") == {}
