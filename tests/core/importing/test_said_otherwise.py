"""Words that take back or give to several: struck names, exceptions, permissions, teams."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from tests.core.importing.whose_reading import owners


def whole(text: str) -> Reading:
    """The plan of a document with everything in it."""
    return assemble(read_sources([Source("TEAM.md", text)]))


TABLE = "| Path | Owner |\n|---|---|\n| `hull/` | @ana |\n| `rig/` | {0} |\n"


@pytest.mark.parametrize(
    "cell", ["@bo, @kim", "@bo/@kim", "@bo & @kim", "Bo or Kim", "Bo oder Kim", "Bo o Kim"]
)
def test_several_in_a_cell_share_what_it_is_about(cell: str) -> None:
    plan = whole(TABLE.format(cell)).plan
    assert {one.name for one in plan.sessions} == {"ana", "bo", "kim"}
    shared = {one.path: {part.session for part in one.sessions} for one in plan.shared}
    assert shared == {"rig/": {"bo", "kim"}}


def test_a_struck_owner_is_none_and_the_line_is_told() -> None:
    read = whole(TABLE.format("~~@ana~~"))
    assert [one.path for one in read.plan.ownership] == ["hull/"]
    assert any(one.at.line == 4 for one in read.unread)
    assert owners(TABLE.format("~~@ana~~ @bo")) == {"ana": ["hull/"], "bo": ["rig/"]}


@pytest.mark.parametrize(
    "title", ["Payments team", "Backend Team: who does what", "Equipo de pagos", "Команда оплаты"]
)
def test_a_title_that_names_a_team_is_nobodys(title: str) -> None:
    text = (
        f"# {title}\n\n## Who owns what\n- **Lucia** — `src/orders/`\n- **Andres**: `web/`\n\n"
        "| Task | Owner |\n|-|-|\n| Tar the hull | Lucia |\n| Mend a sail | unassigned |\n"
    )
    plan = whole(text).plan
    assert {one.session: one.path for one in plan.ownership} == {
        "lucia": "src/orders/", "andres": "web/",
    }  # fmt: skip
    assert {task.title: task.owner for task in plan.tasks} == {
        "Tar the hull": "lucia", "Mend a sail": "",
    }  # fmt: skip


def test_a_team_in_a_heading_below_the_title_may_own() -> None:
    text = "# Work\n\n## Backend team\n\nOwns: `api/`\n\n## Web team\n\nOwns: `web/`\n"
    assert owners(text) == {"backend-team": ["api/"], "web-team": ["web/"]}


@pytest.mark.parametrize(
    "label", ["May edit with permission", "After asking", "Nach Absprache", "Con permiso"]
)
def test_what_needs_a_permission_is_not_owned(label: str) -> None:
    text = f"## Bo\nOwns: `web/`\n{label}: `lib/`\n"
    assert owners(text) == {"bo": ["web/"]}


@pytest.mark.parametrize("title", ["Owners (old, ignore!)", "Dueños (obsoleto)", "負責人（旧）"])
def test_a_heading_that_is_out_of_date_says_nothing(title: str) -> None:
    read = whole(f"# {title}\n\n- `api/` = Kim\n- `ui/` = Sam\n")
    assert not read.plan.ownership
    assert {one.at.line for one in read.unread} & {1, 3}


def test_what_is_said_of_an_excepted_path_is_no_note_of_the_owned_one() -> None:
    text = (
        "## Bo\n**Owns:** `web/**`, except `web/theme.css` (that is Chidi's)\n\n"
        "## Chidi\n**Owns:** `ink/`\n"
    )
    plan = whole(text).plan
    assert [(one.session, one.path, one.note) for one in plan.ownership] == [
        ("bo", "web/**", ""), ("chidi", "ink/", ""),
    ]  # fmt: skip


def test_an_address_beside_a_name_is_an_email() -> None:
    text = "## Sessions\n- **Priya** (priya@ship.example): core\n- **Tom**: web\n"
    people = {one.name: (one.role, one.emails) for one in whole(text).plan.sessions}
    assert people == {"priya": ("core", ("priya@ship.example",)), "tom": ("web", ())}


def test_who_is_called_an_agent_is_one_in_any_form() -> None:
    text = "You are the QA agent. You may write only in `tests/`.\n"
    assert [(one.name, one.kind) for one in whole(text).plan.sessions] == [("qa-agent", "agent")]


def test_rules_in_somebodys_part_say_for_whom_they_are() -> None:
    text = (
        "# Ship\n\n## Bo\n\nOwns: `web/`\n\nDon't touch: `api/`\n\n"
        "## Claude (agent)\n\nOwns: `tests/`\n\nRules:\n\n1. Never push to main.\n\n"
        "## Team rules\n\n- Be kind to others.\n"
    )
    assert [one.title for one in whole(text).plan.rules] == [
        "Bo", "Claude (agent): Rules", "Team rules",
    ]  # fmt: skip


@pytest.mark.parametrize("arrow", ["←", "#", "<-", "—"])
@pytest.mark.parametrize("tail", ["", " owns this file", " only", " (owner)"])
def test_a_remark_in_a_tree_says_of_whom_a_file_is(arrow: str, tail: str) -> None:
    text = (
        "# Demo\n\n## Layout\n\n```\nsrc/\n  main.tsx   entry (do not edit)\n  widgets/\n"
        f"    Clock.tsx  {arrow} agent 1{tail}\n    Qr.tsx     {arrow} agent 2{tail}\n```\n"
    )
    assert owners(text) == {
        "agent-1": ["src/widgets/Clock.tsx"], "agent-2": ["src/widgets/Qr.tsx"],
    }  # fmt: skip
