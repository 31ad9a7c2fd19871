"""Sections side by side whose names nobody knows, and words that speak to somebody."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.calling import called
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.statements import SaidOwned
from coord_tui.core.plan import Plan


def plan_of(text: str) -> Plan:
    return assemble(read_sources([Source("WORK.md", text)])).plan


def owned(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in plan_of(text).ownership:
        found.setdefault(each.session, []).append(each.path)
    return found


def sure_of(text: str) -> set[str]:
    stated = read_sources([Source("WORK.md", text)])
    return {each.sure for each in stated.said if isinstance(each, SaidOwned)}


PARTS = "# Plan\n\n## {one}\n\n**{label}:**\n- `a/`\n- `b/`\n\n## {other}\n\n**{label}:**\n- `c/`\n"


def test_two_with_files_of_their_own_are_guessed_to_be_sessions() -> None:
    text = PARTS.format(one="Edda", other="Olaf", label="Files")
    assert owned(text) == {"edda": ["a/", "b/"], "olaf": ["c/"]}
    assert sure_of(text) == {"doubtful"}


def test_a_label_that_says_whose_they_are_makes_it_likely() -> None:
    text = PARTS.format(one="Edda", other="Olaf", label="Owns")
    assert owned(text) == {"edda": ["a/", "b/"], "olaf": ["c/"]}
    assert "doubtful" not in sure_of(text)


@pytest.mark.parametrize("verb", ["Owns ", ""])
def test_bare_lists_under_names_are_guessed_to_be_somebodys(verb: str) -> None:
    text = f"## Edda\n- {verb}`a/`\n\n## Olaf\n- `b/`\n- c/d.css\n"
    assert owned(text) == {"edda": ["a/"], "olaf": ["b/", "c/d.css"]}
    assert sure_of(text) == {"doubtful"}


NOBODY = {
    "one section alone": "# Plan\n\n## Edda\n\nFiles:\n- `a/`\n",
    "the same files in both": "# Plan\n\n## Edda\n\nFiles:\n- `a/`\n\n## Olaf\n\nFiles:\n- `a/`\n",
    "parts of a program": (
        "# Plan\n\n## Lexer\n\nFiles:\n- `src/lexer/`\n\n## Parser\n\nFiles:\n- `src/parser/`\n"
    ),
    "what is kept off": (
        "# Plan\n\n## Edda\n\nDo not touch:\n- `a/`\n\n## Olaf\n\nDo not touch:\n- `b/`\n"
    ),
}


@pytest.mark.parametrize("case", NOBODY)
def test_other_sections_are_nobodys(case: str) -> None:
    assert owned(NOBODY[case]) == {}


def test_sentences_without_a_subject_are_about_whom_the_lead_names() -> None:
    text = (
        "# Crew\n\n## Roles\n\n"
        "**K1 — Hull / Keel**\nOwns the planks (`hull/`), the caulk and `keel.md`. "
        "Paints on Mondays.\n\n"
        "**K2 — Rig**\nOwns `masts/` and the sails (`sails/`).\n"
    )
    assert owned(text) == {"k1": ["hull/", "keel.md"], "k2": ["masts/", "sails/"]}


SPOKEN = {
    "a quote below a lead": (
        "In **Terminal 1 (Codex)**:\n\n> You own everything in src/a/ and src/b/. "
        "Keep off src/c/.\n\n"
        "In **Terminal 2**:\n\n> You own everything in src/c/ (pages). Import from src/a/x.ts.\n",
        {"terminal-1": ["src/a/", "src/b/"], "terminal-2": ["src/c/"]},
    ),
    "a fence below a heading": (
        "## Prompt for Agent A\n\n```\nYou are Agent A.\nYou own only api/ and db/.\n"
        "Do not edit web/.\n```\n\n"
        "## Prompt for Agent B\n\n```text\nYou are Agent B.\nYou own only web/.\n```\n",
        {"agent-a": ["api/", "db/"], "agent-b": ["web/"]},
    ),
}


@pytest.mark.parametrize("case", SPOKEN)
def test_prompts_count_where_they_say_to_whom(case: str) -> None:
    text, expected = SPOKEN[case]
    assert owned(f"# Start\n\n{text}") == expected


@pytest.mark.parametrize("info", ["python", "ts", "bash"])
def test_a_program_speaks_to_nobody(info: str) -> None:
    text = f"## Agent A\n\n```{info}\nYou are Agent A.\nYou own only api/.\n```\n"
    assert owned(f"# Start\n\n{text}") == {}


def test_a_bare_name_gets_the_folder_at_which_a_tree_shows_its_owner() -> None:
    text = (
        "# Parts\n\n| Owner | Files |\n|---|---|\n| Edda | main.c, io.c/h |\n| Olaf | user.c |\n\n"
        "```\ndeck/\n├── src/\n│   ├── main.c    - starts it (Edda owns)\n"
        "│   ├── io.c/h    - reads (Edda owns)\n│   └── user.c    - knows who\n"
        "└── old/\n    └── user.c\n```\n"
    )
    assert owned(text) == {"edda": ["src/main.c", "src/io.c", "src/io.h"], "olaf": ["user.c"]}


OTHER_TREES = {
    "names with what they add": (
        "src/\n  plan/      <- EDDA only\n    a.py\n  run/       <- OLAF only\n"
        "  db.py      <- OLAF\n"
        "  web/       <- EDDA (the first page)\n  both/      <- frozen after round 2\n",
        {"edda": ["src/plan/", "src/web/"], "olaf": ["src/run/", "src/db.py"]},
    ),
    "numbers that count": (
        "lab/\n  cases.md    # 5 cases\n  trace.md    # 1 full trace\n",
        {},
    ),
}


@pytest.mark.parametrize("case", OTHER_TREES)
def test_remarks_of_trees(case: str) -> None:
    tree, expected = OTHER_TREES[case]
    people = "## Team\n\n- Person 1: tools\n- Person 5: cases\n\n" if "numbers" in case else ""
    assert owned(f"# Layout\n\n{people}```\n{tree}```\n") == expected


def test_a_heading_that_begins_with_a_tasks_id_opens_nobodys_part() -> None:
    text = "# Tasks\n\n## [G-2] Claude — Models\n**Files:** `app/models.py`\n**Status:** open\n"
    assert owned(text) == {}


def test_a_heading_with_an_arrow_to_a_path_says_whose_it_is() -> None:
    text = (
        "# Team\n\n## Person 1 — Tools → `tools.py`\n\nFirst.\n\n## Person 2 — Chat → `chat.py`\n"
    )
    assert owned(text) == {"person-1": ["tools.py"], "person-2": ["chat.py"]}


def test_a_shared_file_with_an_owner_in_a_column_of_its_own_is_owned() -> None:
    text = (
        "# Locks\n\n## Shared files\n\n| Path | Owner | Lock |\n|---|---|---|\n"
        "| `pom.xml` | Architect | by the architect |\n| `a/` | both | free |\n"
    )
    assert owned(text) == {"architect": ["pom.xml"]}
    assert [one.path for one in plan_of(text).shared] == ["a/"]


COUNTED = """# File ownership

## 1. Wakala 1 — Hull

| Njia | Aina |
|---|---|
| `hull/` | code |
| `hull.md` | doc |

## 2. Wakala 2 — Rig

| Njia | Aina |
|---|---|
| `rig/` | code |

## 3. Mengine

| Njia | Aina |
|---|---|
| `README.md` | doc |
"""


def test_headings_that_count_are_sessions_where_the_title_is_about_ownership() -> None:
    assert owned(COUNTED) == {"wakala-1": ["hull/", "hull.md"], "wakala-2": ["rig/"]}
    assert owned(COUNTED.replace("File ownership", "Notes")) == {}


@pytest.mark.parametrize("words", ["Codex 담당", "Codex 담당자 — 서버", "Codex担当", "Codex 负责"])
def test_what_is_said_of_a_name_is_no_part_of_it(words: str) -> None:
    who = called(words)
    assert who is not None
    assert who.name == "Codex"
