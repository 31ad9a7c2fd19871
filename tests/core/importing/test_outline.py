"""A document's outline: what belongs under which heading or lead, and what is a field."""

import pytest

from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.outline import LEAD, Node, field, outline

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
