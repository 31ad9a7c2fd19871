"""Which files several sessions edit, and which part of them is whose."""

import pytest

from coord_tui.core.plan import Part, Shared
from tests.core.importing.whose_reading import owners, reading, shared_files


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (
            "### SHARED FILES (coordinate before editing):\n- `a.py` — ask\n- `b.py`",
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
        ("`a/` is the only shared edit area.", ["a/"]),
        ("## Archivos compartidos\n- `a.py`", ["a.py"]),
        ("## 共有ファイル\n- `a.py`", ["a.py"]),
        ("Claude: src/api/\nBoth: package.json", ["package.json"]),
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
