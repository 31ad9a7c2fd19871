"""Who is told by the place of a name: roles that head parts, ends of tasks, marks in a matrix."""

import pytest

from tests.core.importing.whose_reading import owners, shared_files

ROSTER = (
    "## Team\n| {role} | {name} |\n|---|---|\n| Rigging | Mira |\n| Hull | Otto |\n\n## File map\n"
)


@pytest.mark.parametrize(
    "files",
    [
        "### Rigging\n| File | State |\n|---|---|\n| `ropes/` | open |\n\n"
        "### Hull\n| File | State |\n|---|---|\n| `keel/` | open |",
        "### Rigging\n| File | State | What to do |\n|---|---|---|\n| `ropes/` | open | Tie |\n\n"
        "### Hull\n| File | State | What to do |\n|---|---|---|\n| `keel/` | open | Tar |",
        "### Rigging\n- `ropes/`\n\n### Hull\n- `keel/`",
        "| Path | Role |\n|---|---|\n| `ropes/` | Rigging |\n| `keel/` | Hull |",
    ],
)
@pytest.mark.parametrize(("role", "name"), [("Role", "Name"), ("Rolle", "Wer"), ("角色", "姓名")])
def test_parts_named_after_roles_are_of_those_who_have_them(
    role: str, name: str, files: str
) -> None:
    found = owners(ROSTER.format(role=role, name=name) + files)
    assert found == {"mira": ["ropes/"], "otto": ["keel/"]}


def test_one_role_alone_is_no_name_of_anybody() -> None:
    roster = ROSTER.format(role="Role", name="Name").replace("File map", "Files")
    found = owners(f"{roster}### Rigging\n- `ropes/`")
    assert found == {"mira": [], "otto": []}


@pytest.mark.parametrize(
    "text",
    [
        "## Team\n\nLena (sails)\n\n- `loft/`\n\nPaul (hull)\n\n- `keel/`",
        "## Ownership\n\nLena - sails\n\n- Owns: loft/\n\nPaul - hull\n\n- Owns: keel/",
        "## Mannschaft\n\n## Team\n\nLena\n\n* Dateien: loft/\n\nPaul\n\n* Dateien: keel/",
    ],
)
def test_short_lines_with_a_list_each_are_headings(text: str) -> None:
    assert owners(text) == {"lena": ["loft/"], "paul": ["keel/"]}


def test_a_sentence_above_a_list_is_no_heading() -> None:
    text = "## Team\n\nLena mends the sails.\n\n- `loft/`\n\nPaul tars the hull.\n\n- `keel/`"
    assert owners(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "## Who does what\n\n**Rosa**\n- Keep the log\n\n**Theo**\n- Mend the sails\n\n## Todo\n"
        "- [ ] Draw the map (**Rosa**)\n- [ ] Tar the hull (Theo, issue #4)\n"
        "- [ ] Sail (everyone)",
        "# Board: Rosa + Theo\n\n- [ ] Map · Rosa · 2h\n- [ ] Bow · Theo · 3\n- [x] Log · Rosa · 1",
        "# Board\n\n- [ ] Map | Rosa | 2h\n- [ ] Hull | Theo | 3h\n- [ ] Log | Rosa | 1h\n"
        "- [ ] Sail | Todos | 1h\n- [ ] Flag | Theo | 1h",
    ],
)
def test_names_at_one_place_of_tasks_are_those_of_people(text: str) -> None:
    assert set(owners(text)) == {"rosa", "theo"}


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] Map | High | 2h\n- [ ] Hull | Low | 3h\n- [ ] Log | High | 1h",
        "- [ ] Map (Backend)\n- [ ] Hull (Frontend)\n- [ ] Log (Backend)\n- [ ] Sail (Frontend)",
        "- [ ] Map (Rosa)\n- [ ] Hull (draft)\n- [ ] Log (see notes)\n- [ ] Sail",
    ],
)
def test_what_may_be_a_priority_or_a_part_names_nobody(text: str) -> None:
    assert owners(f"# Board\n\n{text}") == {}


MATRIX = (
    "## Team\n- **Ana** — lead\n- **Ben** — dev\n\n## Map\n| Zone | Ana | Ben |\n|---|---|---|\n"
    "| `bow/`, `mast` | {own} | |\n| `sail/` | {look} | {own} |\n| `keel/` | {own} | {look} |"
)


@pytest.mark.parametrize(
    ("own", "look"),
    [("modifie", "relit"), ("baut", "schaut zu"), ("kirjoittaa", "lukee"), ("编写", "查看")],
)
def test_the_mark_that_each_row_has_once_is_the_owners(own: str, look: str) -> None:
    found = owners(MATRIX.format(own=own, look=look))
    assert found == {"ana": ["bow/", "mast", "keel/"], "ben": ["sail/"]}


def test_marks_that_differ_in_every_row_say_nothing() -> None:
    text = (
        "## Team\n- **Ana** — lead\n- **Ben** — dev\n\n| Path | Ana | Ben |\n|---|---|---|\n"
        "| `bow/` | tests | styles |\n| `sail/` | ropes | poles |\n| `keel/` | intro | end |"
    )
    assert owners(text) == {"ana": [], "ben": []}


def test_a_folder_with_spaces_in_a_tree_takes_what_stands_in_it_out_of_the_one_above() -> None:
    text = (
        "## Team\n- **Agent 1** — hull\n- **Agent 2** — sails\n\n## Tree\n```\nship/\n├── docs/\n"
        "│   └── log.md      # Agent 1\n├── old boat V2/\n│   └── sails/      # Agent 2\n"
        "└── keel/           # Agent 1\n```"
    )
    paths = [path for found in owners(text).values() for path in found]
    assert "docs/log.md" in paths
    assert not any(path.startswith("docs/sails") for path in paths)


def test_a_file_with_spaces_is_one_in_a_column_of_files() -> None:
    table = "| File | Owner |\n|---|---|\n| `Sea Chart V1.pdf` | Ana |\n| `Log.pdf` | Ben |"
    assert owners(f"## Owners\n{table}") == {"ana": ["Sea Chart V1.pdf"], "ben": ["Log.pdf"]}


def test_sentences_in_a_column_of_coordination_share_no_files() -> None:
    text = (
        "## Owners\n| Agent | Owns | Coordination |\n|---|---|---|\n"
        "| Agent 1 | `bow/` | May consume `keel/plan.md`. |\n| Agent 2 | `sail/` | `flags/` |"
    )
    assert shared_files(text) == ["flags/"]


def test_prose_below_a_heading_of_shared_files_leaves_them_shared() -> None:
    text = (
        "## Shared files\n\nThese are where all of us meet. Anybody may read them and hand in a "
        "small change, but only the captain writes them:\n\n- `keel/plan.md`;\n- `flags/`."
    )
    assert shared_files(text) == ["keel/plan.md", "flags/"]
