"""Whose files are whose in sentences and in lines of names and paths."""

import pytest

from tests.core.importing.whose_reading import owners

Owners = dict[str, list[str]]
TEAM = "## Team\n- **Nora** — API\n- **Ben** — web\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "## Work split\n- Nora works in `api/` only.\n- Ben: `web/` only",
            {"nora": ["api/"], "ben": ["web/"]},
        ),
        (
            "## Lane A — sails\n`sail/` only. Never edit `mast/`.\n## Lane B — mast\n`mast/` only.",
            {"lane-a": ["sail/"], "lane-b": ["mast/"]},
        ),
        (
            "## Agent 1\nOnly edit `api/`.\n## Agent 2\nEdit only `web/`.",
            {"agent-1": ["api/"], "agent-2": ["web/"]},
        ),
        (
            "Agent 1 may only change `api/`, Agent 2 must stay within `web/`.",
            {"agent-1": ["api/"], "agent-2": ["web/"]},
        ),
        ("Codex owns `a/`, `b/` and Claude owns `c/`.", {"codex": ["a/", "b/"], "claude": ["c/"]}),
        ("Codex owns `a/` but must not touch `b/`, `c/`.", {"codex": ["a/"]}),
        (TEAM + "`a.py` gehört Nora, `b.py` gehört Ben.", {"nora": ["a.py"], "ben": ["b.py"]}),
        (
            TEAM + "File owners: `a.py` is Nora's. `b.py` and `c.py`, Ben's.",
            {"nora": ["a.py"], "ben": ["b.py", "c.py"]},
        ),
        (
            "## Pessoas\n- **Ana** — dados\n- **Rui** — tela\n\n"
            "- **Donos:** `a.py` é do Rui. `b.py` e `c.py`, da Ana.",
            {"ana": ["b.py", "c.py"], "rui": ["a.py"]},
        ),
        (
            "## Команда\n- **Нора** — сервер\n\n`a.py` — целиком за Нора.",
            {"нора": ["a.py"]},
        ),
        (
            "## Work split\nNora takes `api/`, Ben takes `web/`.",
            {"nora": ["api/"], "ben": ["web/"]},
        ),
        (
            "I am Claude and own `a/`. You are Codex and own `b/`.",
            {"claude": ["a/"], "codex": ["b/"]},
        ),
        (
            "## You (Nora)\n- You own `a/`\n## Me (Ben)\n- I own `b/`",
            {"nora": ["a/"], "ben": ["b/"]},
        ),
        ("You are **Agent A**.\n\n## Your files\n- `api/`\n- `db/`", {"agent-a": ["api/", "db/"]}),
        (
            "Folder ownership: **A** owns `sail/`. **B** owns `mast/`.\n\n"
            "## Person A: x\ny\n## Person B: z\nw",
            {"person-a": ["sail/"], "person-b": ["mast/"]},
        ),
    ],
)
def test_sentences_say_whose_files_are_whose(text: str, found: Owners) -> None:
    assert owners(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "# Aufteilung\n## NORA — Segel\n**Dateien, die nur Nora ändert:**\n- `api/a.js` — neu\n"
            "- **Bilder:**\n  - `d.js` (eins)\n## BEN — Mast\n**Nur ich bearbeite:**\n- `f.js`",
            {"nora": ["api/a.js", "d.js"], "ben": ["f.js"]},
        ),
        (
            "# Split\n### Nora\nFiles only I touch:\n- `a.js`\n### Ben\nOnly Ben edits:\n- `b.js`",
            {"nora": ["a.js"], "ben": ["b.js"]},
        ),
        (
            "# Reparto\n## Ana\n**Archivos que solo toca Ana:**\n- `a.js`\n"
            "## Luis\n**Solo yo edito:**\n- `b.js`",
            {"ana": ["a.js"], "luis": ["b.js"]},
        ),
        ("- **Ownership:** Lane A → `a/`, Lane B → `b/`", {"lane-a": ["a/"], "lane-b": ["b/"]}),
        ("## File ownership\n- [Nora] `a/`\n- `b/` [Ben]", {"nora": ["a/"], "ben": ["b/"]}),
        ("## File ownership\n- `a/` @nora\n- `b/` @ben", {"nora": ["a/"], "ben": ["b/"]}),
        (
            "## Ownership\n1. Nora\n   * api/\n   * db/x.py\n2. Ben\n   * web/",
            {"nora": ["api/", "db/x.py"], "ben": ["web/"]},
        ),
        ("## Who owns what\n\n**Nora** — `a/`  \n**Ben** — `c/`", {"nora": ["a/"], "ben": ["c/"]}),
        (
            (
                "Session 1: sails\n- owns: sail/, rope/\n- avoid: mast/\n\n"
                "Session 2: mast\n- owns: mast/"
            ),
            {"session-1": ["sail/", "rope/"], "session-2": ["mast/"]},
        ),
        (
            "## Team\n### Nora — sails (owns `sail/`)\n- x\n### Ben — mast (owns `mast/`)\n- y",
            {"nora": ["sail/"], "ben": ["mast/"]},
        ),
        (
            "## Module ownership\n### Sails\nOwner: Nora\nFiles: `sail/`, `rope/`",
            {"nora": ["sail/", "rope/"]},
        ),
        ("## ファイル担当\n- 佐藤：`api/`\n- 鈴木：`web/`", {"佐藤": ["api/"], "鈴木": ["web/"]}),
        ("## Orang 1 (Budi)\nFile:\n- `a/b.php`", {"orang-1": ["a/b.php"]}),
    ],
)
def test_lines_of_names_and_paths_say_it_too(text: str, found: Owners) -> None:
    assert owners(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "## Architecture\n- **Router** owns `routes/`\n- **Store** owns state",
        "## Frontend\n- `web/a.ts` — entry\n- `web/b.ts` — store",
        "The config is in `a.toml` only. Edit only `b.toml` when asked.",
        "## How to only edit what changed\n- `a.md`",
        "`a.py` is the entry point. `c.py` is Django's.",
        "## Agent A: sails\n\nYou may not edit:\n\n- `web/`",
        "## Agent A\n\n**Read set**\n\n```\nweb/c.py\n```",
        "# Work split\n## The contract (both, first day)\n1. Freeze `a.sql`.",
        "# Work split\n## Who builds what\n- `b.ts` is small\n- `c.ts` too",
        "## 担当者別ファイル\nまだ",
        "| Module | Primary language |\n|--|--|\n| `a/` | Go |",
    ],
)
def test_sentences_and_headings_about_other_things_own_nothing(text: str) -> None:
    assert [path for paths in owners(text).values() for path in paths] == []
