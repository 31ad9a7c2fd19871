"""Who works here: rosters, lists, fields, headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.plan import Session
from tests.core.importing.whose_reading import reading, said


def sessions(text: str) -> list[Session]:
    return list(reading(text).plan.sessions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "| Session | Branch | Status |\n|--|--|--|\n"
                "| **Opus** (Planner) | main | x |\n| A (API) | a | y |"
            ),
            ["opus", "a"],
        ),
        ("| Role | Name | GitHub |\n|--|--|--|\n| API | Nora | nora-dev |", ["nora"]),
        ("| Agent | Task |\n|--|--|\n| Claude | keel |\n| TBD | mast |", ["claude"]),
        ("**Team:** Codex session + Human + Claude (nobody else)", ["codex", "human", "claude"]),
        (
            "## Session roles\n- **Older (this session)**: plans\n- **Newer**: builds",
            ["older", "newer"],
        ),
        ("## Equipo\n- **Nora** — servidor\n- **Luis** — web", ["nora", "luis"]),
        ("## Member 1: screens\nx\n## Member 2: store\ny", ["member-1", "member-2"]),
        (
            "## PLANNER\n**Role:** plans\n\n## Code Agent\n**Role:** builds",
            ["planner", "code-agent"],
        ),
        (
            "## CLAUDE STATUS: PLANNER\nPlans.\n## CODEX STATUS: BUILDER\nBuilds.",
            ["claude", "codex"],
        ),
        (
            (
                "| Agent | Branch |\n|--|--|\n| Opus | o |\n| GLM | g |\n"
                "## Stream A: keel\n| Id | Puna | Kush |\n|--|--|--|\n| K1 | keel | opus |\n"
                "| K2 | rib | glm |\n| K3 | bow | codex/main |\n"
                "## Stream B: sail\n| Id | Puna | Kush |\n|--|--|--|\n| K4 | jib | opus |\n"
                "| K5 | boom | glm |"
            ),
            ["opus", "glm", "codex"],
        ),
        ("| 角色 | 核心职责 |\n|--|--|\n| 队员 B | 数据 |", []),
        ("## 成员分工\n| 角色 | 核心职责 |\n|--|--|\n| 队员 B | 数据 |", ["队员-b"]),
        (
            ("| Họ và tên | Vai trò | Nhánh |\n|--|--|--|\n| Lan | API | feature/lan |"),
            ["lan"],
        ),
        ("## Team\n- Nora (N)\n- Ben (B)", ["nora", "ben"]),
        ("| Owner | Files |\n|--|--|\n| Nora, Ben | `a/` |", ["nora", "ben"]),
        (
            "# 团队分工\n## xa（Mac）\n建表\n## xb（Mac）\n页面\n## 顺序\n- xa：先做\n- xb：再做",
            ["xa", "xb"],
        ),
        (
            (
                "# Work splits\n## Leak scans\nOwner writes:\n- `ci/*`\n"
                "## Smoke tests\nOwner writes:\n- what tests need"
            ),
            ["leak-scans", "smoke-tests"],
        ),
        (
            (
                "Worker 1 does screens.\n\nTell Worker 1.\n\nWorker 1 decides, Worker 9 not.\n\n"
                "## Worker 2: sails\nx\n## Worker 3: mast\ny"
            ),
            ["worker-2", "worker-3", "worker-1"],
        ),
    ],
)
def test_those_who_work_here_are_found(text: str, names: list[str]) -> None:
    assert [session.name for session in sessions(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "| Package | Needed by | Version |\n|--|--|--|\n| pytest | A | 8 |",
        "| Name | Default | Description |\n|--|--|--|\n| debug | no | more words |",
        "| Week | Member 5 | Member 6 |\n|--|--|--|\n| first | keel | mast |",
        "## Sessions\nOne session per branch.\n- A branch is short.",
        "# Domain\n## Explicit binding\n- `a.js` has one",
        "## You may edit\nx\n## You may not edit\ny",
        "## Claude setup\ntext\n## Agent prompt\ntext",
        "**Status:** Done, merged",
        "| Path | Owner |\n|--|--|\n| `a/` | unassigned |",
        "## Roles\n```\n- **Nora**: example\n```",
    ],
)
def test_most_tables_and_headings_name_nobody(text: str) -> None:
    assert sessions(text) == []


def test_a_roster_says_what_somebody_does_and_where() -> None:
    text = (
        "| Agent | Role | Worktree | Email |\n|--|--|--|--|\n"
        "| Claude | API | `../tree-a` | claude@example.com |\n| Nora | Web | main repo | — |"
    )
    claude, nora = sessions(text)
    assert claude == Session("claude", "API", "agent", ("claude@example.com",), "../tree-a")
    assert (nora.role, nora.worktree, nora.emails) == ("Web", "", ())


def test_a_handle_and_a_name_are_one_session() -> None:
    text = (
        "| Role | Name | GitHub |\n|--|--|--|\n| API | Nora | nora77 |\n\n**nora77 owns:**\n- `a/`"
    )
    assert [session.name for session in sessions(text)] == ["nora"]


def test_a_bare_number_or_letter_is_the_one_who_is_named_so() -> None:
    text = "| Person | Role |\n|--|--|\n| Dev A | x |\n| Dev B | y |\n\n- `a/` — owner: A"
    assert [session.name for session in sessions(text)] == ["dev-a", "dev-b"]


PIECES = st.sampled_from(
    (
        "## File ownership",
        "### Agent 1: Keel",
        "**Codex owns:**",
        "- `a/b.py` — Nora",
        "- Nora: `a/`, `b/`",
        "| Path | Owner |\n|--|--|\n| `a/` | Nora |",
        "| File | A1 | A2 |\n|--|--|--|\n| a.py | ✅ | - |",
        "- Files:",
        "```\na/\n ├ b.py ← Nora\n └ c.py # Ben\n```",
        "You own only `a/`.",
        "`a/` is shared.",
        "### Shared files",
        "| Session | Owns |\n|--|--|\n| | `a/` |",
        "Owner: ",
        "- **Owner**: `",
        "((((",
        "# You are Codex",
        "担当：",
        "|--|",
    )
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map("\n\n".join))
def test_any_text_gives_a_plan(text: str) -> None:
    found = reading(text)
    names = {session.name for session in found.plan.sessions}
    assert {owned.session for owned in found.plan.ownership} <= names
    assert all(each.at.line <= each.at.end <= len(text.splitlines()) for each in said(text))
