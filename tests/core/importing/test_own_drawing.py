"""The drawing that export makes of tasks is read back, as far as a drawing says anything."""

import pytest

from coord_tui.core.exporting.formats import body, whole
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.own.drawn_form import is_drawing
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from coord_tui.core.plan import Plan
from tests.builders import group, plan, task

PLAN = plan(
    group("Foundations", task("S1", "Data: the [model]", "senior", done=True), state="done"),
    group(
        "Agency",
        task("S4", 'Plan "it" #1', "senior", after=("S1",)),
        task("J5", "Inbox", "junior", after=("Foundations",)),
        task("X1", "Tidy up", enhances=("S4",)),
        task("X2", "Old way", dropped=True),
    ),
    group("Afterwards", task("Z1", "Rest"), state="later"),
)


def drawing(found: Plan) -> str:
    return whole(body(found, "mermaid").text, "mermaid")


def read(text: str) -> Reading:
    return assemble(read_sources([Source("x.mmd", text)]))


def test_tasks_come_back_with_their_groups_owners_and_links() -> None:
    found = read(drawing(PLAN))
    tasks = {one.id: one for one in found.plan.tasks}
    assert {id: (one.title, one.owner) for id, one in tasks.items()} == {
        one.id: (one.title, one.owner) for one in PLAN.tasks
    }
    assert [(one.title, one.state) for one in found.plan.groups] == [
        ("Foundations", "done"), ("Agency", "current"), ("Afterwards", "later"),
    ]  # fmt: skip
    assert (tasks["S1"].done, tasks["X2"].dropped) == (True, True)
    assert tasks["S4"].after == ("S1",)
    assert tasks["J5"].after == (found.plan.groups[0].id,)
    assert tasks["X1"].enhances == ("S4",)
    assert found.unread == ()
    assert found.warnings == ()


def test_what_somebody_wrote_into_it_is_told_as_not_read() -> None:
    found = read(drawing(PLAN) + "  and by hand\n")
    assert [one.text for one in found.unread] == ["and by hand"]


@pytest.mark.parametrize("text", ["", "flowchart LR\n  a --> b\n", "# Plan\n"])
def test_other_texts_are_no_drawing_of_ours(text: str) -> None:
    assert not is_drawing(text)
