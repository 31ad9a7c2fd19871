"""Who is meant by cells and lines that name one and say more: a role, another one, the others."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.calling import called, called_all
from coord_tui.core.importing.read import Source, read_sources
from tests.core.importing.whose_reading import owners, shared_files

TABLE = (
    "## Owners\n| Files | Owner |\n|---|---|\n"
    "| `bow/` | {one} |\n| `sail/` | {two} |\n| `a.md` | {cell} |"
)


@pytest.mark.parametrize(
    ("cell", "one", "two"),
    [
        ("Agent 1 only. Everyone else reads it.", "Agent 1", "Agent 2"),
        ("**Agent 1** (others: do not touch)", "Agent 1", "Agent 2"),
        ("Solo Mira. Los demás solo leen.", "Mira", "Otto"),
        ("Mira — die anderen nur lesen", "Mira", "Otto"),
        ("仅小王。其他人只读", "小王", "小李"),
    ],
)
def test_what_a_cell_says_of_others_takes_nothing_from_its_owner(
    cell: str, one: str, two: str
) -> None:
    found = owners(TABLE.format(one=one, two=two, cell=cell))
    assert sorted(found.values()) == [["bow/", "a.md"], ["sail/"]]


def test_a_cell_that_keeps_hands_off_gives_nobody_the_file() -> None:
    found = owners(TABLE.format(one="Mira", two="Otto", cell="Mira — read-only"))
    assert found == {"mira": ["bow/"], "otto": ["sail/"]}


@pytest.mark.parametrize(
    ("cell", "lead"),
    [
        ("AGENT-1 lead / AGENT-4 QA", "agent-1"),
        ("Agent 1 (lead) + Agent 4 (review)", "agent-1"),
        ("Agent 4 tests / Agent 1 main", "agent-1"),
        ("开发者1 主 / 开发者2 测试", "开发者1"),
    ],
)
def test_one_of_several_in_a_cell_leads_and_owns(cell: str, lead: str) -> None:
    text = TABLE.format(one="Agent 7", two="Agent 8", cell=cell)
    assert owners(text)[lead] == ["a.md"]
    assert len(owners(text)) == 4
    assert not shared_files(text)


def test_several_of_whom_none_leads_share() -> None:
    text = TABLE.format(one="Agent 1", two="Agent 2", cell="Agent 1 ui / Agent 2 api")
    assert shared_files(text) == ["a.md"]


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("CLAUDE-02 drink", "CLAUDE-02", "drink"),
        ("Agent 2 api tests", "Agent 2", "api tests"),
        ("Session B QA", "Session B", "QA"),
        ("开发者1 测试", "开发者1", "测试"),
        ("Claude 4 Opus", "Claude 4 Opus", ""),
        ("Backend Lead", "Backend Lead", ""),
    ],
)
def test_what_stands_in_small_letters_after_a_number_is_a_role(
    words: str, name: str, role: str
) -> None:
    found = called(words)
    assert found is not None
    assert (found.name, found.role) == (name, role)


def test_a_list_of_names_with_roles_names_each() -> None:
    assert [each.name for each in called_all("Agent 1 ui / Agent 2 QA")] == ["Agent 1", "Agent 2"]


@pytest.mark.parametrize("word", ["RELEASED", "released 3 May", "freigegeben"])
def test_who_let_a_file_go_has_it_no_more(word: str) -> None:
    cell = f"Otto — {word.split()[0]}"
    assert owners(TABLE.format(one="Mira", two="Otto", cell=cell))["otto"] == ["sail/"]


@pytest.mark.parametrize(
    "line",
    [
        "Chief: the one who merges. Owner of `core/`, `docs/` and of every release.",
        "**Chief**: la que une todo. Es dueña de `core/` y `docs/`.",
        "Chief: ana oturum. `core/`, `docs/` sahibi ve tek birleştirme noktası.",
        "Chief：主会话。负责 `core/`、`docs/`，也是唯一的合并人。",
    ],
)
def test_a_sentence_without_a_subject_owns_for_whom_its_line_names(line: str) -> None:
    text = f"{line}\n\n{TABLE.format(one='Mira', two='Otto', cell='Chief')}"
    assert owners(text)["chief"][-2:] == ["core/", "docs/"]


@pytest.mark.parametrize(
    "line",
    [
        "Chief: the one who merges. Never owns `core/`, `docs/`.",
        "Chief: the one who merges. Mira owns `core/`, `docs/`.",
        "Hint: the core is small. Owner of `core/` is whoever comes first.",
    ],
)
def test_a_sentence_with_a_subject_or_a_ban_does_not(line: str) -> None:
    text = f"{line}\n\n{TABLE.format(one='Mira', two='Otto', cell='Chief')}"
    assert owners(text)["chief"] == ["a.md"]


TASKS = "| # | Task | Owner |\n|---|---|---|\n| 1 | Saw planks | Mira |\n| 2 | Sew sails | {} |"


@pytest.mark.parametrize(
    ("cell", "more"),
    [
        ("Mira + Otto", {"otto"}),
        ("Mira / Otto", {"otto"}),
        ("Mira, Otto & Ida", {"otto", "ida"}),
        ("Mira + tests", set()),
        ("Mira (with Otto's saw)", set()),
    ],
)
def test_who_is_named_beside_an_owner_works_here_too(cell: str, more: set[str]) -> None:
    plan = assemble(read_sources([Source("T.md", f"# Tasks\n\n{TASKS.format(cell)}\n")])).plan
    assert {session.name for session in plan.sessions} == {"mira", *more}


@pytest.mark.parametrize(
    ("line", "free"),
    [
        ("`rules.md`", ["rules.md"]),
        ("`rules.md` (writer: whoever merges)", []),
        ("`rules.md` (only the captain edits it)", []),
    ],
)
def test_a_ban_for_all_with_a_writer_named_leaves_it_to_the_writer(
    line: str, free: list[str]
) -> None:
    owned = "### Agent 1 owns\n- `bow/`\n### Agent 2 owns\n- `sail/`\n"
    text = f"## File ownership\n{owned}### Never edit\n- {line}\n"
    plan = assemble(read_sources([Source("T.md", text)])).plan
    assert [each.path for each in plan.ownership if each.session == "nobody"] == free
