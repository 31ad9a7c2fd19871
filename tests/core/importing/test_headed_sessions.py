"""Who heads a part of a document: a session, a thing, or what is to be done."""

import pytest

from coord_tui.core.importing.evident import evident, one_name
from tests.core.importing.whose_reading import owners


def names(text: str) -> list[str]:
    return list(owners(text))


COLUMN = (
    "| {0} | {1} |\n|--|--|\n| first | Q1 |\n| second | Zoe |\n\n"
    "## Q1: server\n\nx\n\n## Zoe — app\n"
)


@pytest.mark.parametrize("header", [("When", "Owner"), ("日期", "负责人"), ("Wann", "Zuständig")])
def test_who_heads_a_part_and_stands_in_a_column_of_owners_is_somebody(
    header: tuple[str, str],
) -> None:
    assert sorted(names(COLUMN.format(*header))) == ["q1", "zoe"]


def test_one_such_heading_alone_may_be_of_anything() -> None:
    text = "| When | Owner |\n|--|--|\n| first | Server |\n| second | — |\n\n## Server\n\nx\n"
    assert names(text) == []


def test_who_stands_in_a_list_of_known_ones_and_heads_a_part_is_somebody() -> None:
    roles = "- **Dev 1:** network\n- **Dev 2:** screens\n- **Painter:** maps\n- **Hosting:** none\n"
    parts = "\n### 🔧 Dev 1 (network)\nx\n### Dev 2\nx\n### 🎨 Painter (maps)\nx\n### Dates\nx\n"
    assert sorted(names(f"# Plan\n\n## The people\n{roles}\n## May\n{parts}")) == [
        "dev-1", "dev-2", "painter",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["State of things (for Dev 1)", "Files you may add", "Was du anlegen darfst"]
)
def test_a_heading_that_speaks_of_somebody_is_not_somebody(heading: str) -> None:
    text = f"# Ownership\n\n## Dev 1\n**Owns:** `a/`\n\n## {heading}\n\n- `a/b.rs`\n- `a/c.rs`\n"
    assert names(text) == ["dev-1"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("第一个人", True),
        ("第2位同学", True),
        ("第三组", True),
        ("前端开发", True),
        ("订单页面功能开发", False),
        ("第一周", False),
    ],
)
def test_which_chinese_headings_are_somebody(name: str, said: bool) -> None:
    assert evident(name) is said


def test_a_part_is_named_without_what_it_says_of_somebody() -> None:
    assert names("# 计划\n\n**第一个人任务：**\n\n一\n\n**第二个人任务：**\n\n二\n") == [
        "第一个人", "第二个人",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["What you add", "Ce que vous créez", "Cosa fai tu"])
def test_no_name_speaks_to_somebody(name: str) -> None:
    assert not one_name(name)


def test_a_roster_of_files_has_its_names_in_the_column_of_roles() -> None:
    rows = "| Test Writer | test-writer.md |\n| Router | router.md |\n| Painter | painter.md |\n"
    text = "## Active team\n\n| Role | Agent | State |\n|--|--|--|\n"
    text += "\n".join(row + " idle |" for row in rows.strip().splitlines()) + "\n"
    assert sorted(names(text)) == ["painter", "router", "test-writer"]


@pytest.mark.parametrize(
    "heading", ["Responsibilities", "Ownership of the modules", "Zuständigkeit"]
)
def test_parts_of_a_program_are_no_sessions(heading: str) -> None:
    text = f"# Compiler\n\n## {heading}\n\n- **Reader**: `src/reader/` turns bytes into words\n"
    text += "- **Writer**: `src/writer/` turns words into trees\n"
    assert names(text) == []


def test_a_row_for_each_worker_of_a_program_is_nobody() -> None:
    assert names("| Worker | Queue | Count |\n|--|--|--|\n| letters | post | 2 |\n") == []


def test_where_paths_are_all_that_a_column_has_a_single_word_is_a_folder() -> None:
    text = "| who | branch | dirs |\n|--|--|--|\n| mia | mia/x | cmd/x, internal/api |\n"
    assert owners(text + "| lou | lou/y | web |\n") == {
        "mia": ["cmd/x", "internal/api"],
        "lou": ["web"],
    }


def test_who_may_log_in_is_no_session() -> None:
    text = "## Users of the test system\n\n| Email | Password | Role |\n|--|--|--|\n"
    text += "| a@x.org | one | Admin |\n| b@x.org | two | User |\n| c@x.org | six | User |\n"
    assert names(text) == []
