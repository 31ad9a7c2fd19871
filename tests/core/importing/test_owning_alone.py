"""Paths that one alone may edit, that are said to be somebody's in passing, or that are no list."""

import pytest

from tests.core.importing.whose_reading import owners, shared_files


@pytest.mark.parametrize(
    "lines",
    [
        "- **api/** → only Nadia\n- **web/** → only Ines",
        "- `api/` → SOLO Nadia (fatto)\n- `web/` → SOLO Ines",
        "- `api/`: nur Nadia\n- `web/` — nur Ines",
        "- `api/` – Nadia only\n- `web/` – Ines only (until May)",
    ],
)
def test_a_path_and_who_alone_edits_it(lines: str) -> None:
    text = f"# Notes\n\n## Who writes at present\n\n{lines}\n- **No release** on main/Cloud now\n"
    assert owners(text) == {"nadia": ["api/"], "ines": ["web/"]}


def test_a_session_may_be_called_one() -> None:
    text = "## Regola\n\n- **api/** → SOLO sessione Ovest\n- **web/** → SOLO sessione Est (fatto)\n"
    assert owners(text) == {"sessione-ovest": ["api/"], "sessione-est": ["web/"]}


OWN = "| Owner | Paths |\n|--|--|\n| Keeper (hub) | `docs/` |\n| Ines | `web/` |\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "What was added since the table was made, all keeper-owned:\n`a.ts`, `lib/b/**`,\n`c.ts`.",
        "Later on (none of it is in the table yet), owned by Keeper: `a.ts`, `lib/b/**`, `c.ts`.",
        "Keeper additions: `a.ts` (one), `lib/b/**` (two, in the area of Ines), `c.ts`.",
    ],
)
def test_a_paragraph_adds_to_what_a_table_says(line: str) -> None:
    assert owners(OWN + line) == {"keeper": ["docs/", "a.ts", "lib/b/**", "c.ts"], "ines": ["web/"]}


@pytest.mark.parametrize("label", ["T1", "D3-4", "#7", "AUTH-12"])
def test_the_files_of_a_task_in_somebodys_part_are_not_its_own(label: str) -> None:
    text = f"# Division of work\n\n## Agent 1\n\n- {label}: `a.md`, `b.md`\n"
    text += "\n## Agent 2\n\n**Owns:** `w/`\n"
    assert owners(text) == {"agent-1": [], "agent-2": ["w/"]}


def test_rules_that_begin_with_a_path_own_nothing() -> None:
    rules = "Two rules that are Ines's alone to keep:\n\n1. Measure first.\n2. `x.py` must load.\n"
    assert owners(OWN + "## Ines\n\n" + rules)["ines"] == ["web/"]


def test_an_article_before_a_path_is_not_the_session_a() -> None:
    text = "# File ownership\n\n| Lane | Owns |\n|--|--|\n| A | `a/` |\n| B | `b/` |\n"
    text += "\n## Asking\n\n1. Say it.\n2. A `b/x.py` wish stops all others.\n"
    assert owners(text) == {"a": ["a/"], "b": ["b/"]}


def test_frozen_files_of_all_are_shared() -> None:
    text = "**Frozen / shared — ask before you edit (never alone):**\n`a.py`, `lib/b.py`.\n"
    assert shared_files(OWN + text) == ["a.py", "lib/b.py"]


def test_each_line_of_a_paragraph_is_a_path_of_its_own() -> None:
    text = "## Shared, append only\n\n"
    text += "`wishes.md` — put yours at the end, and only its owner says how it stands with it.\n"
    text += "`STATE.md` — one line for each of you at the end of a day, and none is taken out.\n"
    assert shared_files(OWN + text) == ["wishes.md", "STATE.md"]
