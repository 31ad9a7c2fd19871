"""Whose files are whose, in every form in which people write it down."""

import re

import pytest

from tests.core.importing.whose_reading import owners, reading

Owners = dict[str, list[str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            (
                "| Path | Owner | Note |\n|--|--|--|\n| `api/`, `db/` | Nora | rest |\n"
                "| `web/` | **Ben** | see `api/` |"
            ),
            {"nora": ["api/", "db/"], "ben": ["web/"]},
            id="paths first",
        ),
        pytest.param(
            (
                "| Session | Branch | Owns |\n|--|--|--|\n"
                "| 1 — Home | `feat/home` | `home/**`, optionally `ui/a.tsx` |"
            ),
            {"1": ["home/**", "ui/a.tsx"]},
            id="owners first",
        ),
        pytest.param(
            (
                "| Agent | Scope | Avoid |\n|--|--|--|\n| T1 | `api/` | `web/` |\n"
                "| T2 | `web/` | `api/` |"
            ),
            {"t1": ["api/"], "t2": ["web/"]},
            id="a column of what to avoid",
        ),
        pytest.param(
            (
                "| File | Nora | Ben |\n|--|--|--|\n| a.py | PRIMARY | - |\n"
                "| b.py | - | ✅ |\n| c.py | SECONDARY | - |"
            ),
            {"nora": ["a.py"], "ben": ["b.py"]},
            id="a matrix",
        ),
        pytest.param(
            (
                "| Owner | Scope | Status |\n|--|--|--|\n| Nora | `a/` | RELEASED |\n"
                "| Ben | `b/` | ACTIVE |"
            ),
            {"nora": [], "ben": ["b/"]},
            id="a row that was released",
        ),
        pytest.param(
            (
                "## Files\n\n### Session-2 (other) — DONE / FROZEN (do not edit)\n"
                "| File | State |\n|--|--|\n| `a.ts` | ok |"
            ),
            {"session-2": ["a.ts"]},
            id="a table in somebody's part",
        ),
        pytest.param(
            ("### Older Session OWNS (ask before you change them):\n- `api/` (routes)\n- `db/`"),
            {"older-session": ["api/", "db/"]},
            id="X owns, as a heading",
        ),
        pytest.param(
            (
                "**Codex owns (server):**\n- `api/*`\n- `a.md`, `b.md`\n\n**Gemini owns:**\n"
                "- `web/*`"
            ),
            {"codex": ["api/*", "a.md", "b.md"], "gemini": ["web/*"]},
            id="X owns, as leads",
        ),
        pytest.param(
            "**Owned by Codex:**\n- `api/`\n\n**Nora's files:**\n- `web/`",
            {"codex": ["api/"], "nora": ["web/"]},
            id="owned by X, X's files",
        ),
        pytest.param(
            (
                "### Agent 1: search\n**Can edit:** `search/`\n**Must not edit:** `web/`\n"
                "**Read-only:** `db/`"
            ),
            {"agent-1": ["search/"]},
            id="labels in a part",
        ),
        pytest.param(
            (
                "## File ownership\n\n### Nora (API)\n- **Owner**: `api/`\n"
                "- **Contributor**: `web/`\n- **Reviewer**: `db/`"
            ),
            {"nora": ["api/"]},
            id="owner, contributor, reviewer",
        ),
        pytest.param(
            (
                "## Work\n### **Nora**: API\n- **Safe areas**: `api/`\n"
                "- **Coordination needed**: `db/`\n\n"
                "## File ownership\n### **Nora (API)**\n- **Owner**: `api/`"
            ),
            {"nora": ["api/"]},
            id="said twice",
        ),
        pytest.param(
            "## Team\n**Search Lead:** 1 agent\n- Tasks: T1\n- Files: `search/**`",
            {"search-lead": ["search/**"]},
            id="a lead with fields",
        ),
        pytest.param(
            (
                "### Harbour loop\n**Branch:** `feat/x`\n\nOwner writes:\n\n- `harbour/*`\n\n"
                "Avoid:\n\n- `web/`"
            ),
            {"harbour-loop": ["harbour/*"]},
            id="a label makes a heading a session",
        ),
        pytest.param(
            (
                "## Propriedade dos arquivos\n### Nora\n- `a.py`\n"
                "- `b.py`, caso seja preciso\n- textos finais\n### Rui\n- `c.py`"
            ),
            {"nora": ["a.py", "b.py"], "rui": ["c.py"]},
            id="lists under names",
        ),
        pytest.param(
            (
                "## Ownership\n- `api/` — Nora\n"
                "- `web/`: Agent A for the first week, then Agent B\n"
                "- Ben: `db/`\n- ana → `ui/`"
            ),
            {
                "nora": ["api/"],
                "agent-a": ["web/"],
                "agent-b": ["web/"],
                "ben": ["db/"],
                "ana": ["ui/"],
            },
            id="lines of paths and names",
        ),
        pytest.param(
            "- codex -> pm/board/\n- gemini → `web/**`",
            {"codex": ["pm/board/"], "gemini": ["web/**"]},
            id="arrows",
        ),
        pytest.param("- `api/**` (owner: @nora)", {"nora": ["api/**"]}, id="an owner in brackets"),
        pytest.param(
            "### src/api/\nOwner: Nora\n", {"nora": ["src/api/"]}, id="a path as a heading"
        ),
        pytest.param(
            "- **Agente A (datos):** `datos/`, `red/`",
            {"agente-a": ["datos/", "red/"]},
            id="a label alone",
        ),
        pytest.param(
            (
                "```\nshop/\n├── api/      # owner: Nora\n├── web/\n"
                "│   ├── home.ts   ← Agent B\n│   └── cart.ts\n└── readme.md\n```"
            ),
            {"nora": ["api/"], "agent-b": ["web/home.ts"]},
            id="a tree with owners",
        ),
        pytest.param(
            ("## Agent A owns\n```\nsrc/api/\n  routes.py\n  auth.py   ← first\nsrc/db/\n```"),
            {"agent-a": ["src/api/routes.py", "src/api/auth.py", "src/db/"]},
            id="a tree in a part",
        ),
        pytest.param(
            (
                "Worker 4 stays inside `server/`. `web/` is owned by Nora Berg.\n\n"
                "Codex owns `a/` and `b/`, see `c/`."
            ),
            {"worker-4": ["server/"], "nora-berg": ["web/"], "codex": ["a/", "b/"]},
            id="sentences",
        ),
        pytest.param(
            "# Agent 2: search\nYou own only `search/`. Do not touch `web/`.",
            {"agent-2": ["search/"]},
            id="you",
        ),
        pytest.param(
            "You are the Search Agent.\n\nYou own `search/`.",
            {"search-agent": ["search/"]},
            id="you are",
        ),
    ],
)
def test_ownership_is_read_in_the_form_in_which_it_is_written(text: str, found: Owners) -> None:
    read = owners(text)
    assert {name: paths for name, paths in read.items() if paths or name in found} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| Sesión | Archivos | No tocar |\n|--|--|--|\n| Nora | `a/` | `b/` |", {"nora": ["a/"]}),
        (
            "| Módulo | Responsable | Ruta |\n|--|--|--|\n| Caja | Nora | src/caja/ |",
            {"nora": ["src/caja/"]},
        ),
        ("| Membro | Arquivos | Não mexer |\n|--|--|--|\n| Rui | `a/` | `b/` |", {"rui": ["a/"]}),
        ("## Répartition du travail\n### Nora\n- `a/`\n- `b/`", {"nora": ["a/", "b/"]}),
        ("Backend-Agent besitzt `a/` und `b/`.", {"backend-agent": ["a/", "b/"]}),
        ("## WEB AGENT\n**Competenza:**\n- `a/**` — rotte", {"web-agent": ["a/**"]}),
        ("Нора отвечает за `a/`.", {"нора": ["a/"]}),
        ("| Dosya | Sorumlu |\n|--|--|\n| `a/` | Nora |", {"nora": ["a/"]}),
        ("| 担当 | ファイル |\n|--|--|\n| 佐藤 | `a/` |", {"佐藤": ["a/"]}),
        ("# 佐藤担当\n## 担当ファイル\n```\na/\n └ b.py\n```", {"佐藤": ["a/b.py"]}),
        (
            "| 成员 | 负责模块 | 文件名 |\n|--|--|--|\n| 王伟 | 首页 | `a.ets` |",
            {"王伟": ["a.ets"]},
        ),
        (
            "## 역할 분담\n### minsu - 화면\n- 달력\n- 담당 파일: `a/`, `b.js`",
            {"minsu": ["a/", "b.js"]},
        ),
        ("| Họ tên | Nhánh | Thư mục |\n|--|--|--|\n| Lan | feature/lan | `a/` |", {"lan": ["a/"]}),
    ],
)
def test_ownership_is_read_in_many_languages(text: str, found: Owners) -> None:
    assert owners(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "### Agent 1\n**Avoid:**\n- `a/`",
        "### Agent 1\n❌ Do not touch:\n- `a/`",
        "### Agent 1\n- **Do not rebuild**: `a/`\n- Read but do not edit: `b/`",
        "### Agent 1\nNo tocar:\n- `a/`\n\n禁止修改：\n- `b/`",
        ("### Agent 1\n**Created**: `a.py`\n**Tests**: `test_a.py`\n**Key files:**\n- `b.py`"),
        "### Agent 1\n- [ ] `a.py` is gone\n- [x] `b.py` is there",
        "### Agent 1\nRead `a.md` first, then fix `b.py` and run `pytest c/`.",
        "| # | Task | Owner | Files |\n|--|--|--|--|\n| 1 | Keel | Nora | `a.py` |",
        "| Path | Owner |\n|--|--|\n| `a/` | TBD |\n| `b/` | — |\n| `c/` | Agent X |",
        "## Example\n**Codex owns:**\n- `a/`",
        "```\nCodex owns a/\n```",
        "Codex does not own `a/`. Nobody owns `b/`.",
        "## Task A: hooks\n- **Agent**: Agent 1\n- **Files**: `a.yaml`",
        "**T1** - Keel\n- Owner: Search Lead\n- Reserve: `a/**`",
        "| Module | Status |\n|--|--|\n| `a/` | done |",
        "It owns `a/`. This owns `b/`. The loop owns `c/`.",
    ],
)
def test_what_is_no_ownership_is_not_read_as_such(text: str) -> None:
    assert [path for paths in owners(text).values() for path in paths] == []


def test_a_name_in_a_matrix_is_the_one_path_of_that_session_which_ends_so() -> None:
    text = (
        "### W1\n**Files:** `core/src/queue.rs`\n### W2\n**Files:** `web/view.ts`\n"
        "## Who edits what\n| File | W1 | W2 |\n|--|--|--|\n"
        "| queue.rs:1-90 | PRIMARY | - |\n| view.ts | - | PRIMARY |"
    )
    assert owners(text) == {"w1": ["core/src/queue.rs"], "w2": ["web/view.ts"]}


def test_a_scope_is_owned_where_a_session_is_spoken_of() -> None:
    assert owners("## Agent 1: keel\n### Scope\n- `a/`") == {"agent-1": ["a/"]}


def test_two_owners_of_one_path_are_both_said_and_warned_of() -> None:
    found = reading("**Codex owns:**\n- `a/`\n\n**Gemini owns:**\n- `a/`")
    assert [owned.session for owned in found.plan.ownership] == ["codex", "gemini"]
    (warned,) = found.warnings
    assert warned.at.line == 5
    assert re.sub(r"\w+\.md", "X", warned.text) == (
        "a/ is owned by codex (X:2) and gemini (X:5): codex's counts, who is named first; "
        "without that the next does"
    )


def test_what_is_said_of_a_path_is_its_note() -> None:
    found = reading("**Codex owns:**\n- `a/` (routes, jobs)\n- `b/` — the store\n- `c/`: views")
    assert [owned.note for owned in found.plan.ownership] == ["routes, jobs", "the store", "views"]


def test_a_sentence_is_likely_and_says_why() -> None:
    items = {item.key: item for item in reading("Codex owns `a/`.").items}
    assert (items["owned:codex:a/"].sure, items["owned:codex:a/"].why) == ("likely", "a sentence")
