"""Tables with a column for each session, and tables of the fields of one thing."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.plan import Plan


def plan_of(text: str) -> Plan:
    return assemble(read_sources([Source("WORK.md", text)])).plan


def owned(plan: Plan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in plan.ownership:
        found.setdefault(each.session, []).append(each.path)
    return found


COLUMNS = {
    "with labels that are known": (
        "| | Ana | Ben |\n|---|---|---|\n| Role | server | pages |\n"
        "| Files | `api/`, `db/` | `web/` |\n",
        {"ana": ["api/", "db/"], "ben": ["web/"]},
    ),
    "in a language without a table of words": (
        "| | **Ilse** | **Joos** |\n|---|---|---|\n| Taak | bediener | blaaie |\n"
        "| Lêers | `api/`, `db/` | `web/` |\n| Gereed | Maandag | Vrydag |\n",
        {"ilse": ["api/", "db/"], "joos": ["web/"]},
    ),
    "headed by letters with what they do": (
        "| | A — Tools & files | B — Agent/pages |\n|---|---|---|\n"
        "| Focus | the API | the site |\n| Owns | `api/` | `web/`, `index.html` |\n",
        {"a": ["api/"], "b": ["web/", "index.html"]},
    ),
    "whose rows are about things": (
        "| Module | Files | Tests |\n|---|---|---|\n| Ropes | `src/ropes/` | `tests/ropes/` |\n",
        {},
    ),
    "of which no row lists paths": (
        "| | Ana | Ben |\n|---|---|---|\n| Role | server | pages |\n| Room | 4 | 5 |\n",
        {},
    ),
}


@pytest.mark.parametrize("case", COLUMNS)
def test_a_table_with_a_column_for_each(case: str) -> None:
    table, expected = COLUMNS[case]
    assert owned(plan_of(f"# Who does what\n\n{table}")) == expected


def test_the_columns_of_such_a_table_are_sessions_with_their_roles() -> None:
    table = "| | A — Hull | B — Sails |\n|---|---|---|\n| Owns | `hull/` | `sails/` |\n"
    plan = plan_of(f"# Team\n\n{table}")
    assert [(one.name, one.role) for one in plan.sessions] == [("a", "Hull"), ("b", "Sails")]


FIELDS = """# Board

### M6: Join the ends
| Field | Value |
|---|---|
| Assignee | — |
| Status | `pending` |
| Dependencies | M1 (done), M5 (done) |

### M1: Cut the cloth
| Field | Value |
|---|---|
| Assignee | `cutter-1` |
| Status | `done` |
| Weather | windy |

### M5: Sew it
| Field | Value |
|---|---|
| Assignee | `tailor` |
| Status | `done` |
| Dependencies | M1 |
"""


def test_the_rows_of_a_table_below_a_task_are_its_fields() -> None:
    tasks = plan_of(FIELDS).tasks
    assert [(one.id, one.owner, one.done, one.after) for one in tasks] == [
        ("M6", "", False, ("M1", "M5")),
        ("M1", "cutter-1", True, ()),
        ("M5", "tailor", True, ("M1",)),
    ]
    assert [one.details.splitlines()[-1:] for one in tasks] == [[], ["| Weather | windy |"], []]


OWNING = """### {name}: the core

| Attribute | Value |
|---|---|
| Directories owned | `{path}` (exclusive) |
| Home | `/elsewhere/{path}` |
| Effort | 6 hours |
| Acceptance | every test of `{path}` passes |
"""


def test_one_label_that_says_whose_files_are_makes_a_table_one_of_fields() -> None:
    parts = (
        OWNING.format(name=name, path=path) for name, path in (("DEV-A", "a/"), ("DEV-B", "b/"))
    )
    assert owned(plan_of("# Streams\n\n" + "\n".join(parts))) == {"dev-a": ["a/"], "dev-b": ["b/"]}


BANS = {
    "a lead": "**Stay in folders of your own. All else is read-only.**\n\n",
    "a heading": "## Do not edit the files of others\n\n",
}


@pytest.mark.parametrize("ban", BANS)
def test_a_ban_above_does_not_silence_a_table_of_owners(ban: str) -> None:
    table = "| Owner | Paths |\n|---|---|\n| A — Hull | `hull/**` |\n| B — Sails | `sails/**` |\n"
    assert owned(plan_of(f"# Rules\n\n{BANS[ban]}{table}")) == {"a": ["hull/**"], "b": ["sails/**"]}


def test_an_example_stays_one() -> None:
    table = "| Owner | Paths |\n|---|---|\n| Ana | `hull/**` |\n"
    assert owned(plan_of(f"# Rules\n\n## Example\n\n{table}")) == {}
