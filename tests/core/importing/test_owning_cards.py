"""Whose files are whose in labelled lines below a heading or in a point, some of them broken."""

import pytest

from coord_tui.core.importing.outline import outline
from tests.core.importing.whose_reading import owners

OTTO = ["sail/"]
HULL = "## Session A — hull\n"
NEW = HULL + "Branch: `hull`\nExclusive files: NEW `hull/keel.rs`, `hull/plank.rs`;\n"
CARDS = [
    (
        HULL + "Branch: hull-work\nFiles: `hull/keel.rs`, `hull/plank.rs`, and the one "
        "that all of the planks need,\n`hull/nail.rs`\nREAD only: `deck/`",
        ["hull/keel.rs", "hull/plank.rs", "hull/nail.rs"],
    ),
    (
        NEW + "NEW `docs/hull.md`. You may READ `deck/*`.",
        ["hull/keel.rs", "hull/plank.rs", "docs/hull.md"],
    ),
    (
        NEW + "NEW `docs/hull.md`. READ only.",
        ["hull/keel.rs", "hull/plank.rs", "docs/hull.md"],
    ),
    (
        "## Session A — Rumpf\nZweig: `rumpf`\n"
        "Dateien: `hull/keel.rs`, `hull/plank.rs` und was die "
        "Planken brauchen,\n`hull/nail.rs`\nNur lesen: `deck/`",
        ["hull/keel.rs", "hull/plank.rs", "hull/nail.rs"],
    ),
    (
        "## Session A — 船体\n分支：`hull`\n"
        "独占文件：新建 `hull/keel.rs`、`hull/plank.rs`，以及钉子用的"
        "另外一个新文件\n`hull/nail.rs`。可以读取 `deck/*`。",
        ["hull/keel.rs", "hull/plank.rs", "hull/nail.rs"],
    ),
    (
        HULL + "- Branch: `hull`\n  Owns: `hull/`, `keel.rs`\n  Do not touch: `deck/`",
        ["hull/", "keel.rs"],
    ),
    (
        "- **Session A** — hull\n  Files: `hull/`, `keel.rs`\n  Branch: hull",
        ["hull/", "keel.rs"],
    ),
    (
        "1. Session A: hull\n   Branch: hull\n"
        "   Owns: `hull/`, `keel.rs`\n   Do not touch: `deck/`",
        ["hull/", "keel.rs"],
    ),
]


@pytest.mark.parametrize(("card", "paths"), CARDS)
def test_labelled_lines_are_fields_each_though_one_of_them_is_broken(
    card: str, paths: list[str]
) -> None:
    other = card.splitlines()[0].replace("Session A", "Session B").replace("1.", "2.")
    indent = "  " if other[0] in "-2" else ""
    text = f"# Team\n\n{card}\n\n{other}\n{indent} Branch: sail\n{indent} Owns: `sail/`\n"
    assert owners(text) == {"session-a": paths, "session-b": OTTO}


def test_a_ban_on_the_list_itself_still_counts() -> None:
    text = "## Session A\nOwns: `hull/`\nFiles: mostly `deck/`, but do not edit it\n"
    assert owners(text) == {"session-a": ["hull/"]}


@pytest.mark.parametrize(
    "text",
    [
        "Note: a keel that is to carry a mast of such a length has to be made of oak, and\n"
        "only then: the mast may be set, which is never to be done on a day with any wind, or\n"
        "a day with rain.",
        "- The planks of the hull are scraped, dried in the sun for three whole days and\n"
        "  after that: tarred.",
    ],
)
def test_a_line_that_was_full_goes_on_whatever_the_next_begins_with(text: str) -> None:
    first, *rest = outline("x.md", text).root.children
    inside = [child for child in first.children if child.kind == "text"]
    assert not inside
    assert not rest
