"""What columns hold is told by their cells where their headings do not say it, or say too much."""

import pytest

from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.outline import outline
from tests.core.importing.task_reading import Row, reading, rows
from tests.core.importing.whose_reading import owners, shared_files


def headings(header: str, *body: str) -> list[str]:
    """What the header of a table says once it is read."""
    ruler = "|-" * len(header.split("|"))
    text = "\n".join([f"| {header} |", f"{ruler}|", *(f"| {row} |" for row in body)])
    table = next(node for node in outline("x.md", text).root.walk() if node.rows)
    return [plain(cell) for cell in table.rows[0].cells]


BODY = (
    "T1 | Tar the hull | Ana | Done",
    "T2 | Mend a sail | Ben | To do",
    "T3 | Buy oars | Ana | Done",
)


@pytest.mark.parametrize(
    "header",
    [
        "ID | Sprint | Task | Owner | Status",
        "ID | Task | Hours | Owner | Status",
        "ID | Task | Owner | Branch | Status",
        "ID | Woche | Aufgabe | Verantwortlich | Status",
    ],
)
def test_a_heading_for_which_no_row_has_a_cell_is_left_out(header: str) -> None:
    extra = {"Sprint", "Hours", "Branch", "Woche"}
    kept = [each for each in header.split(" | ") if each not in extra]
    assert headings(header, *BODY) == kept


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("ID | Task | Owner | Status | Commit", BODY),
        ("ID | Task | Owner | Status | Note", (*BODY, "T4 | Row | Ben | Done | why")),
        ("A | B | C | D | E", BODY),
        ("ID | Sprint | Task | Owner | Status", BODY[:1]),
    ],
)
def test_a_last_column_that_is_only_empty_stays(header: str, body: tuple[str, ...]) -> None:
    assert headings(header, *body) == header.split(" | ")


def test_the_tasks_of_a_slipped_table_are_read_whole() -> None:
    body = "\n".join(f"| {row} |" for row in BODY)
    text = f"# Work\n\n| ID | Sprint | Task | Owner | Status |\n|-|-|-|-|-|\n{body}\n"
    assert rows(text, "ana", "ben") == [
        Row("T1", "Tar the hull", "ana", True),
        Row("T2", "Mend a sail", "ben"),
        Row("T3", "Buy oars", "ana", True),
    ]


@pytest.mark.parametrize(
    "heading", ["Feature / Task", "Tính năng / Công việc", "Funktion | Aufgabe", "Opis & Zadanie"]
)
def test_a_heading_of_two_words_is_of_tasks_when_one_of_them_is(heading: str) -> None:
    heading = heading.replace("|", "\\|")
    text = f"| {heading} | Owner | Status |\n|-|-|-|\n| Tar the hull | ana | done |\n"
    assert rows(text, "ana") == [Row("T.1", "Tar the hull", "ana", True)]


def test_a_column_of_rounds_groups_the_tasks_whatever_it_is_called() -> None:
    text = (
        "| Giai đoạn | Task | Owner |\n|-|-|-|\n| Phase 1 | Tar the hull | ana |\n"
        "| Phase 1 | Mend a sail | ana |\n| **Phase 2** | Buy oars | ana |\n"
    )
    groups = reading(text, "ana").plan.groups
    assert [(group.title, len(group.tasks)) for group in groups] == [("Phase 1", 2), ("Phase 2", 1)]


def test_a_column_in_which_most_of_few_words_are_states_says_how_far_tasks_are() -> None:
    text = (
        "| Task | Owner | Kde jsme |\n|-|-|-|\n| Tar the hull | ana | hotovo |\n"
        "| Mend a sail | ana | hotovo |\n| Buy oars | ana | odsunuto |\n"
        "| Sell oars | ana | hotovo |\n"
    )
    assert [row.done for row in rows(text, "ana")] == [True, True, False, True]


OWNED = "# Ship\n\n## {0}\n\n| Ort | {1} | Wozu |\n|-|-|-|\n{2}"


@pytest.mark.parametrize("heading", ["Kümmert sich", "Přispěvatel", "谁来改", "Steward"])
def test_an_unknown_heading_over_names_that_come_again_is_of_owners(heading: str) -> None:
    body = (
        "| `api/` | Lena | nach aussen |\n| `web/` | Tom | was man sieht |\n"
        "| `db/` | Lena | Tabellen |\n| `README.md` | shared | Text |\n"
    )
    text = OWNED.format("File ownership", heading, body)
    assert owners(text) == {"lena": ["api/", "db/"], "tom": ["web/"]}
    assert shared_files(text) == ["README.md"]


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("File ownership", ("Primary", "Secondary", "Primary")),
        ("File ownership", ("core logic", "user side", "core logic")),
        ("File ownership", ("Lena", "Lena", "Lena")),
        ("Layout", ("Lena", "Tom", "Lena")),
    ],
)
def test_words_that_come_again_are_no_owners(title: str, cells: tuple[str, ...]) -> None:
    body = "".join(f"| `{at}/` | {cell} | x |\n" for at, cell in zip("abc", cells, strict=True))
    assert owners(OWNED.format(title, "Kümmert sich", body)) == {}


@pytest.mark.parametrize(
    ("heading", "cell", "paths"),
    [
        ("Dosya sahipliği", "mast/run, Tie*, knots.ts", ["mast/run", "Tie*", "knots.ts"]),
        ("Files they own", "knots.ts, deck/log", ["knots.ts", "deck/log"]),
        ("Eigene Dateien", "knots.ts, CI/CD", ["knots.ts"]),
        ("Eigene Dateien", "knots.ts, Jib, bow", ["knots.ts"]),
        ("Files owned", "mast/run, Tie*", []),
    ],
)
def test_bare_words_with_the_signs_of_paths_are_paths_beside_one(
    heading: str, cell: str, paths: list[str]
) -> None:
    text = f"| Agent | {heading} |\n|-|-|\n| Agent 1 | {cell} |\n| Agent 2 | all the rest |\n"
    assert owners(text)["agent-1"] == paths


@pytest.mark.parametrize(
    ("first", "last"), [("Component", "Main responsibilities"), ("Kush", "Responsabilidades")]
)
def test_a_column_of_paths_alone_counts_before_one_in_which_a_few_stand(
    first: str, last: str
) -> None:
    text = (
        f"## Ownership matrix\n| {first} | Owner | {last} |\n|-|-|-|\n"
        "| `/hull/keel.py` | Agent 1 | the keel, its planks |\n| `/hull/bow/` | Agent 1 | bow |\n"
        "| `/sail/` | Agent 2 | `Jib.jsx`, `Main.jsx` |\n"
    )
    assert owners(text) == {"agent-1": ["/hull/keel.py", "/hull/bow/"], "agent-2": ["/sail/"]}
