"""Fences with remarks far to the right, behind a sign or in brackets: whose files they are."""

import pytest

from coord_tui.core.importing.tree_lines import TreeLine, tree_lines
from tests.core.importing.whose_reading import owners, shared_files

PARTS = "# Who keeps what\n\n## Agent 1\n\n{0}\n\n## Agent 2\n\n**Owns:** `web/`\n"


@pytest.mark.parametrize(
    ("line", "names", "remark"),
    [
        ("├── queue.rs   ✅ Nadia owns", ["queue.rs"], "✅ Nadia owns"),
        ("queue.rs ✅ Nadia owns", ["queue.rs"], "✅ Nadia owns"),
        ("└── queue.rs [Nadia]", ["queue.rs"], "Nadia"),
        ("queue.rs (Nadia)", ["queue.rs"], "Nadia"),
        ("queue.rs  # Nadia", ["queue.rs"], "Nadia"),
        ("queue.rs    Nadia, for as long as it lasts", ["queue.rs"], None),
        ("go.mod, go.sum, cmd/   Nadia", ["go.mod", "go.sum", "cmd/"], "Nadia"),
        ("queue.rs", ["queue.rs"], ""),
    ],
)
def test_a_line_of_a_tree_is_names_and_a_remark(
    line: str, names: list[str], remark: str | None
) -> None:
    found = tree_lines(line, 7)
    assert [each.name for each in found] == names
    assert {each.remark for each in found} == {
        "Nadia, for as long as it lasts" if remark is None else remark
    }
    assert {each.number for each in found} == {7}


def test_what_is_no_tree_has_no_lines() -> None:
    assert tree_lines("If you see this:\n  → ask\n<b>", 1) == ()
    assert tree_lines("a/\n  b.rs", 1) == (TreeLine(1, 0, "a/", ""), TreeLine(2, 2, "b.rs", ""))


@pytest.mark.parametrize(
    "tree",
    [
        "lib/core/\n  ├── queue.rs    ✅ Agent 1 owns\n  └── lock.rs ✅ Agent 1 owns",
        "lib/core/\n  queue.rs    🔒 Agent 1\n  lock.rs     🔒 Agent 1",
        "lib/core/queue.rs    ✅\nlib/core/lock.rs     ✅ mine",
        "lib/core/queue.rs\nlib/core/lock.rs",
    ],
)
def test_a_tree_below_a_label_of_owning_has_its_files_in_its_folder(tree: str) -> None:
    text = PARTS.format(f"### Owned files\n\n```\n{tree}\n```")
    assert owners(text)["agent-1"] == ["lib/core/queue.rs", "lib/core/lock.rs"]


@pytest.mark.parametrize("heading", ["Shared files", "Archivos compartidos", "共享文件"])
def test_remarks_in_a_list_of_shared_files_take_none_of_them_away(heading: str) -> None:
    fence = "```\npackage.json     ⚠️ Ask before you edit\n.gitignore       🔒 Read-only\n```"
    text = PARTS.format("**Owns:** `lib/`") + f"\n## {heading}\n\n{fence}\n"
    assert shared_files(text) == ["package.json", ".gitignore"]


@pytest.mark.parametrize("heading", ["Folders", "The layout", "Ordnerbaum"])
def test_the_heading_of_a_whole_repositorys_tree_is_nobody(heading: str) -> None:
    tree = "shop/\n├── lib/      [Agent 1]\n├── web/      [Agent 2]\n└── go.mod    [Shared]"
    text = f"# File ownership\n\n## {heading}\n\n```\n{tree}\n```\n"
    assert owners("## Agent 1\nBuilds.\n\n## Agent 2\nBuilds.\n\n" + text) == {
        "agent-1": ["lib/"],
        "agent-2": ["web/"],
    }
    assert shared_files(text) == ["go.mod"]


def test_one_line_may_name_many_paths_and_one_owner() -> None:
    tree = "shop/\n  go.mod, cmd/, lib/    M1, with tools only\n  web/    Nadia\n    css/   styles"
    text = "| Step | Owner |\n|--|--|\n| one | M1 |\n| two | Nadia |\n\n## M1: server\n\n"
    text += f"```\n{tree}\n```\n\n## Nadia: pages\n\nBuilds.\n"
    assert owners(text) == {"m1": ["go.mod", "cmd/", "lib/"], "nadia": ["web/"]}
