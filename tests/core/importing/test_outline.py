"""A document's outline: what belongs under which heading or lead, and what is a field."""

import pytest

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.outline import LEAD, Node, outline

DOCUMENT = """\
# Plan

Intro.

## Files

**Ana owns (web):**
- `web/`

**Bo owns:**

- `api/`
- `db/`

Ask first.

## Work

### A1: Parser
**Owner:** ana
**Files:**
- `a.py`

**To do:**
1. read
2. write
"""


def shape(node: Node) -> object:
    inside = [shape(child) for child in node.children]
    return (node.words, inside) if inside else node.words


def test_everything_stands_under_its_heading_or_lead() -> None:
    assert shape(outline("PLAN.md", DOCUMENT).root.children[0]) == (
        "Plan",
        [
            "Intro.",
            (
                "Files",
                [("Ana owns (web):", ["web/"]), ("Bo owns:", ["api/", "db/", "Ask first."])],
            ),
            (
                "Work",
                [
                    (
                        "A1: Parser",
                        ["Owner: ana", ("Files:", ["a.py"]), ("To do:", ["read", "write"])],
                    )
                ],
            ),
        ],
    )


def test_a_section_ends_with_what_is_in_it() -> None:
    document = outline("PLAN.md", DOCUMENT)
    files = document.root.children[0].children[1]
    assert (files.line, files.end) == (5, 15)
    assert document.at(files) == ("PLAN.md", 5, 5)
    assert document.all_of(files) == ("PLAN.md", 5, 15)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("**All of it**\n\ntext", True),
        ("**Tim** does\n\n- this", True),
        ("These files:\n\n- this", True),
        ("**Tim** does\n\ntext", False),
        ("These files\n\n- this", False),
        ("👉 **All of it** 👈\n\ntext", True),
    ],
)
def test_a_paragraph_leads_when_it_works_as_a_heading(text: str, leads: bool) -> None:
    first = outline("a.md", text).root.children[0]
    assert (first.kind == "section" and first.level >= LEAD) is leads


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("**Owner**: ana", "Owner", "ana"),
        ("**Owner:** ana", "Owner", "ana"),
        ("**Owner** : ana and `b`", "Owner", "ana and b"),
        ("**Files:**", "Files", ""),
        ("Depends on: A1, A2", "Depends on", "A1, A2"),
        ("负责人：小明", "负责人", "小明"),
        ("**所有者**：小明", "所有者", "小明"),
        ("Files: `a.py` (new)", "Files", "a.py (new)"),
    ],
)
def test_a_field_has_a_label_and_a_value(text: str, label: str, value: str) -> None:
    found = field(outline("a.md", text).root.children[0].runs)
    assert found is not None
    assert (found.label, plain(found.value)) == (label, value)


@pytest.mark.parametrize(
    "text",
    [
        "no colon here",
        "`code: x` y",
        "https://example.com/a",
        "one two three four five six: seven",
        "12:30 lunch",
        "**strong** then words",
    ],
)
def test_what_is_no_field(text: str) -> None:
    assert field(outline("a.md", text).root.children[0].runs) is None


def test_lines_that_are_all_fields_stand_alone() -> None:
    nodes = outline("a.md", "Date: today\nRepo: harbour\n\nnote: this line goes\non here").root
    assert [node.words for node in nodes.children] == [
        "Date: today",
        "Repo: harbour",
        "note: this line goes on here",
    ]


def kinds(text: str) -> list[tuple[str, str]]:
    """The parts of a document below its root, with their words."""
    return [(str(node.kind), node.words) for node in outline("A.md", text).root.walk()][1:]


LAZY = {
    "a label at the margin": (
        "Owns:\n- api/\nDo not touch:\n- web/\n",
        [("section", "Owns:"), ("item", "api/"), ("section", "Do not touch:"), ("item", "web/")],
    ),
    "one behind points in points": (
        "- a\n  - b\nBen:\n- c\n",
        [("item", "a"), ("item", "b"), ("section", "Ben:"), ("item", "c")],
    ),
    "one in a script without spaces": (
        "担当:\n- a\n触らない：\n- b\n",
        [("section", "担当:"), ("item", "a"), ("section", "触らない："), ("item", "b")],
    ),
}


@pytest.mark.parametrize("case", LAZY)
def test_a_label_without_a_blank_line_before_it_is_no_more_of_the_point(case: str) -> None:
    text, expected = LAZY[case]
    assert kinds(text) == expected


def test_a_line_that_was_broken_because_it_was_full_goes_on() -> None:
    long = "- The planks of the hull are scraped, dried in the sun for three whole days"
    assert len(kinds(f"{long}\nand then:\n- tarred\n")) == 2


POINTS = {
    "paths": ("`apps/a/`\n`packages/b/`\n", 2),
    "ids": ("T1 Scrape the hull\nT2 Tar it\nT3 Launch\n", 3),
    "arrows": ("src/a/** -> claude-1\nsrc/b/** -> claude-2\n", 2),
    "a strong line and what it heads": ("**K1 — Hull**\nOwns `hull/`.\n", 2),
    "a sentence that was broken": (
        "`apps/a/` is where the first of the pages of the application are,\n"
        "`apps/b/` holds the others.\n",
        1,
    ),
    "prose": ("The hull is old.\nThe mast is new.\n", 1),
}


@pytest.mark.parametrize("case", POINTS)
def test_lines_of_a_paragraph_that_are_points_stand_alone(case: str) -> None:
    text, count = POINTS[case]
    assert len(kinds(text)) == count


def test_what_is_quoted_below_a_label_belongs_to_it() -> None:
    root = outline("A.md", "In **A**:\n\n> You own a/.\n\nMore.\n").root
    assert [(node.kind, len(node.children)) for node in root.children] == [
        ("section", 1),
        ("text", 0),
    ]


def test_a_fence_that_speaks_to_somebody_is_text() -> None:
    found = kinds("## A\n\n```\n# You are A\nYou own only a/.\n- b/\n```\n")
    assert [kind for kind, _ in found] == ["section", "section", "text", "item"]
    assert kinds("## A\n\n```\na/\nb/\n```\n")[1][0] == "fence"
