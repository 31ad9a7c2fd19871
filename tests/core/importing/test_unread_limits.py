"""What forbids, excepts or binds is told wherever it stands; so is what a line does not show."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_markdown

OWNED = "- mira owns `web/`\n- bo owns `api/`\n"


def unread(text: str) -> list[tuple[int, str]]:
    """The passages that were not understood, by their lines."""
    reading = assemble(read_markdown(Source("PLAN.md", text)))
    assert reading.items, "something of it is read"
    return [(one.at.line, one.text) for one in reading.unread]


@pytest.mark.parametrize(
    ("heading", "lost"),
    [
        ("## Ownership", ""),
        ("## Ownership (see below)", ""),
        ("## Ownership — nobody may paint without Bo", "nobody may paint without Bo"),
        ("## Ownership (until the keel is dry)", "until the keel is dry"),
        ("## Ownership: the tarry rigging first", "the tarry rigging first"),
        ("# Harbour", ""),
        ("# Harbour — Plan of the Year", ""),
        ("# Harbour: plan", ""),
        ("# Harbour — frozen until spring", "frozen until spring"),
        ("# Harbour — the masts are tarred by hand", "the masts are tarred by hand"),
        ("# Ownership while Zoe is at sea", "Ownership while Zoe is at sea"),
        ("# Zuständig, solange Zoe fehlt", "Zuständig, solange Zoe fehlt"),
        ("Ownership while Zoe is at sea\n===", "Ownership while Zoe is at sea"),
        ("**Ownership**", ""),
        ("**Files:**", ""),
        ("**Ownership for the tarry season**", "Ownership for the tarry season"),
        ("Valid for trip 7 while Zoe is at sea:", "Valid for trip 7 while Zoe is at sea:"),
        (
            "The wet ones go first, since Zoe is at sea:",
            "The wet ones go first, since Zoe is at sea:",
        ),
        ("The following table:", ""),
        ("Who owns what:", ""),
        ("## 担当（完成するまで変更しない）", "完成するまで変更しない"),
    ],
)
def test_a_heading_or_lead_gives_structure_and_what_else_it_says_is_told(
    heading: str, lost: str
) -> None:
    assert unread(f"{heading}\n\n{OWNED}") == ([(1, lost)] if lost else [])


def test_a_point_that_leads_others_is_told() -> None:
    below = "".join(f"  {line}\n" for line in OWNED.splitlines())
    assert unread(f"# Team\n\n- Files:\n{below}") == []
    lead = "Valid while Zoe is at sea:"
    assert unread(f"# Team\n\n- {lead}\n{below}") == [(3, lead)]


@pytest.mark.parametrize(
    ("behind", "lost"),
    [
        ("but not before review", "mira owns web/ but not before review"),
        ("only when all tests pass", "mira owns web/ only when all tests pass"),
        ("and nobody else may touch it", "mira owns web/ and nobody else may touch it"),
        ("aber nicht ohne Review", "mira owns web/ aber nicht ohne Review"),
        ("hasta la revisión", "mira owns web/ hasta la revisión"),
        ("only", ""),
        ("alone", ""),
    ],
)
def test_a_limit_behind_a_path_is_told(behind: str, lost: str) -> None:
    text = f"## Ownership\n\n- mira owns `web/` {behind}\n- bo owns `api/`\n"
    assert unread(text) == ([(3, lost)] if lost else [])


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("T2 depends on T1.", ""),
        ("T2 can start after T1.", ""),
        ("T2 depends on T1 (never edit without approval).", "never edit without approval"),
        ("T2 depends on T1 after review.", "T2 depends on T1 after review"),
    ],
)
def test_a_limit_beside_a_dependency_is_told(sentence: str, lost: str) -> None:
    text = f"# Tasks\n\n- [ ] T1: Masts (mira)\n- [ ] T2: Sails (bo)\n\n{sentence}\n"
    assert unread(text) == ([(6, lost)] if lost else [])


@pytest.mark.parametrize(
    ("head", "lost"), [("Notes", ""), ("Frozen while Zoe is at sea", "Frozen while Zoe is at sea")]
)
def test_the_head_of_an_empty_column_is_told_if_it_says_something(head: str, lost: str) -> None:
    rows = "| T1 | Masts | mira | |\n| T2 | Sails | bo | |\n"
    table = f"| ID | Task | Owner | {head} |\n|--|--|--|--|\n{rows}"
    assert unread(table) == ([(1, lost)] if lost else [])


def test_a_label_that_binds_is_told() -> None:
    text = f"## Ownership\n\n{OWNED}- Only while Zoe is at sea: zoe owns `lib/`\n"
    assert any("Only while Zoe is at sea" in words for _, words in unread(text))


@pytest.mark.parametrize(
    ("behind", "lost"),
    [
        ("[why](https://berth.example/why)", ["https://berth.example/why"]),
        ("[above](#team)", []),
        ("<!-- ask Zoe -->", ["ask Zoe"]),
        ("", []),
    ],
)
def test_what_a_line_does_not_show_is_told(behind: str, lost: list[str]) -> None:
    text = f"## Ownership\n\n- mira owns `web/` {behind}\n- bo owns `api/`\n"
    assert [line for _, found in unread(text) for line in found.split("\n")] == lost


def test_a_document_begins_with_its_title_though_its_first_section_is_empty() -> None:
    first = "# Harbour (while Zoe is at sea)\n\n## Notes\n\n## More\n\nA gull.\n"
    assert [line for line, _ in unread(f"{first}\n# Ownership\n\n{OWNED}")] == [1]
