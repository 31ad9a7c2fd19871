"""Which files several sessions edit, and which part of them is whose."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_markdown
from coord_tui.core.importing.reading import Reading
from coord_tui.core.plan import Part, Shared
from tests.core.importing.whose_reading import owners, reading, shared_files


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (
            "### SHARED FILES (ask the other first):\n- `a.py` — ask\n- `b.py`",
            ["a.py", "b.py"],
        ),
        ("## Risky\n### **Coordinate before changing**:\n- `a.py` - everybody uses it", ["a.py"]),
        (
            "| Path | Owner |\n|--|--|\n| `a.py` | Both |\n| `b.py` | Codex + Gemini |",
            ["a.py", "b.py"],
        ),
        (
            ("| File | A1 | A2 |\n|--|--|--|\n| a.py | SHARED | SHARED |\n| b.py | ✅ | ✅ |"),
            ["a.py", "b.py"],
        ),
        ("| Agent | Owns | Shared |\n|--|--|--|\n| A1 | `a.py` | `b.py` |", ["b.py"]),
        ("## Shared files\n| File | Note |\n|--|--|\n| `a.py` | ask |", ["a.py"]),
        ("## Shared Files\n### `a.py`\n**Rule:** ask first", ["a.py"]),
        ("## Shared dependencies (a.toml)\nAsk first.", ["a.toml"]),
        ("- File: `a.py` (SHARED — coordinate with Nora)", ["a.py"]),
        ("`a/` is shared by everybody.", ["a/"]),
        (
            "## A1\n**Owns:** `x/a.py`\n## A2\n**Owns:** `x/a.py`\n## Notes\n`a.py` is shared.",
            ["x/a.py"],
        ),
        ("## Archivos compartidos\n- `a.py`", ["a.py"]),
        ("## 共有ファイル\n- `a.py`", ["a.py"]),
        ("Claude: src/api/\nBoth: package.json", ["package.json"]),
        ("## Shared files — leave alone without a word to the other\n- `a.py`", ["a.py"]),
        ("- Shared, **frozen on Monday**: `deck/`, `Makefile`.", ["deck/", "Makefile"]),
        ("- Shared files (`a.ts`, `B.md`) only grow", ["a.ts", "B.md"]),
        ("Everyone may edit `a.md` and `b.md`.", ["a.md", "b.md"]),
        ("**Touched by both:** `a.json`, `b.ts`", ["a.json", "b.ts"]),
        ("| Shared file | Rule |\n|--|--|\n| `a.json` | ask |", ["a.json"]),
        ("| File | Shared by |\n|--|--|\n| `a.json` | Nora, Ben |", ["a.json"]),
        ("## Dùng chung\n- `a.cs`", ["a.cs"]),
    ],
)
def test_shared_files_are_found(text: str, paths: list[str]) -> None:
    assert shared_files(text) == paths


@pytest.mark.parametrize(
    "text",
    [
        "# Shared file ownership\n| Owner | Scope |\n|--|--|\n| Codex | `a/` |",
        "We share knowledge. `a.py` reads shared memory through `b.py`.",
        "## Agent 3: Shared components\n- Files: `ui/`",
    ],
)
def test_the_word_shared_alone_shares_nothing(text: str) -> None:
    assert shared_files(text) == []


def test_the_owner_of_a_shared_file_has_a_part_of_it() -> None:
    text = (
        "**Codex owns:**\n- `b.py`\n\n"
        "## Shared\n| File | Primary owner |\n|--|--|\n| `a.py` | Codex |"
    )
    assert reading(text).plan.shared == (Shared("a.py", "", (Part("codex", ""),)),)
    assert owners(text) == {"codex": ["b.py"]}


def test_a_shared_part_is_owned_by_the_agent_of_that_name() -> None:
    assert owners("## Agent 3: Shared components\n- Files: `ui/`") == {"agent-3": ["ui/"]}


def test_the_parts_of_the_sessions_are_read_from_the_note() -> None:
    text = (
        "**Older owns:**\n- `a/`\n\n**Newer owns:**\n- `b/`\n\n"
        "### Shared files\n- `c.py` — Older adds routes, newer adds models\n- `d.py` — ask first"
    )
    parts = (Part("older", "adds routes"), Part("newer", "adds models"))
    assert reading(text).plan.shared == (
        Shared("c.py", "Older adds routes, newer adds models", parts),
        Shared("d.py", "ask first"),
    )


@pytest.mark.parametrize("heading", ["Общая зона (вместе)", "Team files", "Ortak alan"])
def test_an_area_of_all_is_shared(heading: str) -> None:
    assert shared_files(f"## {heading}\n\n`keel.js` has two halves:\n\n- bow\n- stern") == [
        "keel.js"
    ]


@pytest.mark.parametrize("words", ["List sharing (public/private)", "Shared views (client/server)"])
def test_two_words_with_a_slash_are_no_shared_file(words: str) -> None:
    assert shared_files(f"- {words}") == []


@pytest.mark.parametrize(
    ("table", "note"),
    [
        ("## Shared files\n| File | How |\n|--|--|\n| `a.py` | tell #dock |", "tell #dock"),
        ("| Path | Owner | Policy |\n|--|--|--|\n| `b/` | Ana | |\n| `a.py` | both | ask |", "ask"),
        ("| Ruta | Dueño | Trato |\n|--|--|--|\n| `a.py` | todos | avisar |", "avisar"),
        ("## Shared files\n| File | Why | How |\n|--|--|--|\n| `a.py` | locks | ask |", "locks"),
        ("## Shared files\n| File | How | Until |\n|--|--|--|\n| `a.py` | ask | May |", ""),
        ("## Shared files\n| File | Twin |\n|--|--|\n| `a.py` | `b.py` |", ""),
    ],
)
def test_the_one_column_of_words_is_the_note_of_a_shared_file(table: str, note: str) -> None:
    (shared,) = reading(table).plan.shared
    assert (shared.path, shared.note) == ("a.py", note)


def read_whole(text: str) -> Reading:
    """The reading of a document with all that was not read."""
    return assemble(read_markdown(Source("A.md", text)))


def test_what_is_noted_of_a_person_is_no_note_of_each_of_her_paths() -> None:
    heads = "| Name | Owns | Notes |\n|--|--|--|\n"
    found = read_whole(f"{heads}| Ana | `a/`, `b/` | mostly in Lima |\n| Bo | `c/` | the pages |")
    assert [each.note for each in found.plan.ownership] == ["", "", "the pages"]
    assert [each.text for each in found.unread] == ["Notes: mostly in Lima"]


def test_signs_in_a_note_stand_where_they_stood() -> None:
    found = reading("## Ana\n**Owns:** `a/*.tf` (read-only: `a/b.tf`)\n")
    assert [each.note for each in found.plan.ownership] == ["read-only: a/b.tf"]
