"""Whose files are whose in tables that describe somebody, and in fences."""

import pytest

from coord_tui.core.importing.statements import SaidOwned
from tests.core.importing.whose_reading import owners, said, shared_files

Owners = dict[str, list[str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            (
                "## Agent 1 — Sails\n\n| Field | Value |\n|--|--|\n| Branch | `feat/sails` |\n"
                "| Files | `sail/a.ts`, `sail/b.ts` |\n| Reviewed by | Agent 2 |\n"
                "| Hands off | `mast/` |\n\n"
                "## Agent 2 — Mast\n\n| Field | Value |\n|--|--|\n| Files | `mast/c.ts` |"
            ),
            {"agent-1": ["sail/a.ts", "sail/b.ts"], "agent-2": ["mast/c.ts"]},
            id="fields in a table",
        ),
        pytest.param(
            (
                "### Nora\n| | |\n|--|--|\n| **Role** | API |\n| **Owns** | `api/` |\n"
                "### Ben\n| | |\n|--|--|\n| **Role** | web |\n| **Owns** | `web/` |"
            ),
            {"nora": ["api/"], "ben": ["web/"]},
            id="a table without a header",
        ),
        pytest.param(
            (
                "## Sitzung A\n| Eigenschaft | Wert |\n|--|--|\n| Dateien | `api/` |\n"
                "| Nicht anfassen | `web/` |"
            ),
            {"sitzung-a": ["api/"]},
            id="fields in another language",
        ),
        pytest.param(
            (
                "| | Agent 1 | Agent 2 |\n|--|--|--|\n| Branch | a | b |\n"
                "| Owns | `api/` | `web/`, `ui/` |\n| Avoid | `web/` | `api/` |"
            ),
            {"agent-1": ["api/"], "agent-2": ["web/", "ui/"]},
            id="a column for each",
        ),
        pytest.param(
            (
                "| 項目 | 佐藤 | 鈴木 |\n|--|--|--|\n| 担当ファイル | `api/` | `web/` |\n"
                "| ブランチ | a | b |"
            ),
            {"佐藤": ["api/"], "鈴木": ["web/"]},
            id="a column for each, in Japanese",
        ),
        pytest.param(
            (
                "| WP | Inhalt | Dateien (exklusiv) | Modell |\n|--|--|--|--|\n"
                "| W1 | x | `a/*`, `b.ts` | Sonnet |\n| W2 (nach W1) | y | `c/` | Opus |"
            ),
            {"w1": ["a/*", "b.ts"], "w2": ["c/"]},
            id="packages of work with files of their own",
        ),
        pytest.param(
            (
                "## Người 1: thuyền\n\nMobile:\n\n```text\nlib/sail\nlib/rope\n```\n\n"
                "Backend:\n\n```text\nSailController.cs\n```\n\n"
                "## Người 2: cột\n\nMobile:\n\n```text\nlib/mast\n```"
            ),
            {"người-1": ["lib/sail", "lib/rope", "SailController.cs"], "người-2": ["lib/mast"]},
            id="fences under labels",
        ),
        pytest.param(
            (
                "## File ownership\n### Sail track (Nora)\n```\nOWNS:\nsail/a.py\nsail/*.py\n\n"
                "HANDS OFF:\nmast/b.py\n```"
            ),
            {"sail-track": ["sail/a.py", "sail/*.py"]},
            id="labels in a fence",
        ),
        pytest.param(
            (
                "## Ownership\n```\nAgent 1 (sails):\n  sail/\n  rope/knots.py\n\n"
                "Agent 2 (mast):\n  Owns:\n    mast/\n  Avoid:\n    sail/\n```"
            ),
            {"agent-1": ["sail/", "rope/knots.py"], "agent-2": ["mast/"]},
            id="names in a fence",
        ),
        pytest.param(
            "## Ownership\n```\nsail/**    Nora\nmast/**    Ben\n```",
            {"nora": ["sail/**"], "ben": ["mast/**"]},
            id="columns in a fence",
        ),
        pytest.param(
            "## Ownership\n```\nNora -> sail/, rope/\nBen -> mast/\n```",
            {"nora": ["sail/", "rope/"], "ben": ["mast/"]},
            id="arrows in a fence",
        ),
        pytest.param(
            "## Ownership\n```yaml\nnora:\n  - sail/\n  - rope/a.py\nben:\n  - mast/\n```",
            {"nora": ["sail/", "rope/a.py"], "ben": ["mast/"]},
            id="lists in a fence",
        ),
        pytest.param(
            "## Code owners\n```\n/sail/ @nora\n/mast/ @ben\n```",
            {"nora": ["/sail/"], "ben": ["/mast/"]},
            id="handles in a fence",
        ),
    ],
)
def test_tables_and_fences_say_what_lists_would(text: str, found: Owners) -> None:
    assert owners(text) == found


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (
            "# File split\n## Shared\n```\npackage.json\nREADME.md\n```",
            ["package.json", "README.md"],
        ),
        ("## Ownership\n```\nBoth: Makefile\n```", ["Makefile"]),
        ("## Ownership\n```\nNora: sail/\nMakefile   shared\n```", ["Makefile"]),
        ("### Common (both)\n```\nx/main.py\ny/*\n```", ["x/main.py", "y/*"]),
    ],
)
def test_fences_say_which_files_are_shared(text: str, paths: list[str]) -> None:
    assert shared_files(text) == paths


@pytest.mark.parametrize(
    "text",
    [
        "## Structure\n```\nsrc/\n  a.py\n  b.py\n```",
        "## Commands\n```\nnpm run dev\nnpm test\n```",
        "```\nAgent 1:\n  sail/\n```",
        "| Field | Type |\n|--|--|\n| owner | string |\n| path | string |",
        "## Agent 1\nCommands:\n```\nmake test\n```\nRead only:\n```\nsrc/c.py\n```",
        "## Agent 1\n```python\nimport sail\n```",
    ],
)
def test_other_tables_and_fences_say_nothing_of_owners(text: str) -> None:
    assert [path for paths in owners(text).values() for path in paths] == []


def test_every_line_of_a_fence_keeps_its_number() -> None:
    text = "## Agent 1\n### Owns\n```\nsail/\n\nrope/ # old\x0cnew\nx/y.py\n```"
    lines = {each.path: each.at.line for each in said(text) if isinstance(each, SaidOwned)}
    assert lines == {"sail/": 4, "rope/": 6, "x/y.py": 7}


def test_heads_in_a_fence_may_lie_deep() -> None:
    deep = "\n".join(" " * at + f"part {at}:" for at in range(3000))
    assert owners(f"## Ownership\n```\n{deep}\n```") == {}
