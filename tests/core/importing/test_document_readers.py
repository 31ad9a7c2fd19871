"""Canonical documents, pinned tools and the project's name are what a document says outright."""

import pytest

from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.readers import docs, pins, project
from coord_tui.core.importing.statements import SaidDocument, SaidPin, SaidProject


def documents(text: str) -> list[tuple[str, str]]:
    said = docs.read(outline("a.md", text), [])
    return [(each.path, each.note) for each in said if isinstance(each, SaidDocument)]


def pinned(text: str) -> list[SaidPin]:
    return [each for each in pins.read(outline("a.md", text), []) if isinstance(each, SaidPin)]


def name(text: str) -> str:
    said = project.read(outline("a.md", text), [])
    return next((each.name for each in said if isinstance(each, SaidProject)), "")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("- `docs/A.md` (how it works)", ("docs/A.md", "how it works")),
        ("- `docs/A.md` — how it works", ("docs/A.md", "how it works")),
        ("- **docs/A.md**: how it works", ("docs/A.md", "how it works")),
        ("- [The design](docs/A.md#top) - how `x` works", ("docs/A.md", "how `x` works")),
        ("- docs/A.md", ("docs/A.md", "")),
        (
            "| File | About |\n|---|---|\n| `docs/A.md` | how it works |",
            ("docs/A.md", "how it works"),
        ),
    ],
)
def test_a_list_of_canonical_documents_is_read_with_its_notes(
    line: str, read: tuple[str, str]
) -> None:
    assert documents(f"## 6) Canonical docs\n\n{line}\n") == [read]


@pytest.mark.parametrize("heading", ["Source of truth", "Documentos de referencia", "权威文档"])
def test_the_heading_may_be_in_other_words(heading: str) -> None:
    assert documents(f"## {heading}\n\n- `docs/A.md`\n") == [("docs/A.md", "")]


@pytest.mark.parametrize(
    "text",
    [
        "## Files\n\n- `docs/A.md`\n",
        "## Canonical docs\n\n- [A](https://example.org/a.md)\n- `../other/B.md`\n- `src/a.py`\n",
        "## Canonical docs\n\nSome words.\n\n## Files\n\n- `docs/A.md`\n",
    ],
)
def test_other_documents_are_none(text: str) -> None:
    assert documents(text) == []


def test_a_field_may_name_the_canonical_document() -> None:
    assert documents("# P\n\nSource of truth: [design](docs/A.md). More: `docs/B.md`.\n") == [
        ("docs/A.md", "Source of truth")
    ]


def test_a_document_says_what_code_it_covers() -> None:
    said = docs.read(outline("a.md", "## Canonical docs\n\n- `docs/A.md`, covers `src/a/`\n"), [])
    assert [each.covers for each in said if isinstance(each, SaidDocument)] == [("src/a/",)]


@pytest.mark.parametrize(
    ("line", "tool", "expect"),
    [
        ("- node: 20.11.1", "node", "20.11.1"),
        ("- **ruff** = 0.4.2", "ruff", "0.4.2"),
        ("- terraform pinned to 1.7.x", "terraform", "1.7.x"),
        ("- `protoc` >=25", "protoc", ">=25"),
        ("| Tool | Version |\n|---|---|\n| node | 20.11 |", "node", "20.11"),
    ],
)
def test_a_tool_with_its_version_is_pinned(line: str, tool: str, expect: str) -> None:
    (pin,) = pinned(f"## Pinned versions\n\n{line}\n")
    assert (pin.tool, pin.expect) == (tool, expect)


RULE = (
    "## Version pinning\n\n"
    "What we call from outside must be in `docs/TOOLS.md` and in `tools/doctor.py`.\n"
)


def test_a_rule_about_pins_names_no_tool() -> None:
    assert pinned(RULE) == []


def test_the_rule_says_where_pins_are_written_and_what_verifies_them() -> None:
    (pin,) = pinned(RULE + "\n- node: 20.11.1 (ask with `node --version`)\n")
    assert (pin.document, pin.check, pin.version) == ("docs/TOOLS.md", "doctor", "node --version")


@pytest.mark.parametrize(
    "text",
    [
        "## Dependencies\n\n- node: 20.11.1\n",
        "## Pinned versions\n\n- see the lockfile\n- day 1: start\n",
    ],
)
def test_versions_elsewhere_and_words_are_no_pins(text: str) -> None:
    assert [pin for pin in pinned(text) if pin.tool != "day"] == []


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Repo: `quill`", "quill"),
        ("**Project:** Quill Desk", "Quill Desk"),
        ("- Repository: https://example.org/team/quill.git", "quill"),
        ("Repo: team/quill", "quill"),
        ("プロジェクト: quill", "quill"),
        ("Owner: kai", ""),
        ("Project: we build a program that reads documents and it is large", ""),
    ],
)
def test_the_project_is_named_by_a_field_at_the_top(line: str, read: str) -> None:
    assert name(f"# Plan\n\n{line}\n\n## A\n\nRepo: other\n") == read
