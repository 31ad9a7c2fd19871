"""What an export says to do about edits by hand leads out of it, step by step."""

import re
import shlex
from pathlib import Path

import pytest

from coord_tui.workspace.workspace import Workspace
from tests.cli.conftest import Call
from tests.repos import Repo

EXPORT = ("export", "--into", "AGENTS.md")


@pytest.fixture
def agents(place: Repo, call: Call) -> Path:
    assert call(*EXPORT).code == 0
    return place.path / "AGENTS.md"


def edit(agents: Path, pattern: str, then: str) -> None:
    before = agents.read_text()
    after = re.sub(pattern, then, before, count=1, flags=re.MULTILINE)
    assert after != before
    agents.write_text(after)


def ids(place: Repo) -> list[str]:
    return [task.id for task in Workspace.open(str(place.path)).plan.tasks]


@pytest.mark.parametrize(
    ("pattern", "then", "told"),
    [
        (r" · after S4, J5", " · after S4", "taken out: S5 after J5"),
        (r"^- \[ \] \*\*J5\*\*.*\n", "", "taken out: J5 Inbox to planner"),
    ],
)
def test_the_drawing_of_export_is_no_edit(
    agents: Path, call: Call, pattern: str, then: str, told: str
) -> None:
    edit(agents, pattern, then)
    said = call(*EXPORT)
    assert said.code == 1
    assert re.search(rf"edited by hand: {told}[^;]*: what is to go has to go from coord", said.err)
    assert "were not written" not in said.err


def test_what_somebody_drew_is_an_edit(agents: Path, call: Call) -> None:
    edit(agents, r"^S1.*──▸ S4.*$", "S1 ✓ ──▸ S4 ──▸ X1")
    assert "was not written by export" in call(*EXPORT).err


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("By hand.", r"line \d+ says nothing that a plan can say and has to stand elsewhere"),
        (
            "One.\n\nTwo.",
            r"lines \d+, \d+ say nothing that a plan can say and have to stand elsewhere",
        ),
    ],
)
def test_lines_that_say_nothing_of_a_plan_have_to_stand_elsewhere(
    agents: Path, call: Call, lines: str, words: str
) -> None:
    edit(agents, r"^## Who owns what$", f"{lines}\n\n## Who owns what")
    assert re.search(f"{words}; --force undoes it$", call(*EXPORT).err, re.MULTILINE)


def test_a_task_added_in_the_middle_is_taken_over_where_it_stands(
    agents: Path, call: Call, place: Repo
) -> None:
    edit(agents, r"^(- \[ \] \*\*J5\*\*.*)$", r"- [ ] **N1** New one · junior · after S1\n\1")
    said = call(*EXPORT)
    assert "`coord-tui import AGENTS.md -o coord.yaml` takes over what was written" in said.err
    assert call("import", "AGENTS.md", "-o", "coord.yaml", "--yes").code == 0
    assert ids(place) == ["S1", "S4", "S5", "N1", "J5", "X1"]
    assert call(*EXPORT).code == 0
    assert call(*EXPORT, "--check").code == 0


@pytest.mark.parametrize(
    ("pattern", "then", "key"),
    [
        (r"Plan the inbox", "Plan the outbox", "task:S4"),
        (r"(Inbox to planner) · junior", r"\1 · senior", "task:J5"),
        (r"— pages", "— sites", "'owned:senior:app/[[]id]/'"),
    ],
)
def test_what_differs_is_taken_over_by_the_command_that_is_named(
    agents: Path, call: Call, pattern: str, then: str, key: str
) -> None:
    edit(agents, pattern, then)
    found = re.search(r"`coord-tui (import [^`]*)` takes over", call(*EXPORT).err)
    assert found is not None
    assert found[1] == f"import AGENTS.md -o coord.yaml --take {key}"
    assert call(*shlex.split(found[1])).code == 0
    assert call(*EXPORT).code == 0
