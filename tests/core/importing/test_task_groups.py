"""Rounds and phases: their titles, states and notes, and which tasks stand in them."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.assembling_tasks import group_id
from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.readers.tasks_groups import group_of
from tests.core.importing.task_reading import reading, stated


@pytest.mark.parametrize(
    ("heading", "title", "state", "note"),
    [
        ("Round 2 — Rigging", "Round 2 — Rigging", "", ""),
        ("Completed — Round 1:", "Round 1", "done", ""),
        ("Current assignments — Round 1", "Round 1", "", ""),
        ("Phase 0 — Float (now)", "Phase 0 — Float", "current", ""),
        ("Phase 3 — Race (only after tests)", "Phase 3 — Race", "", "only after tests"),
        ("Wave 1 ✅ COMPLETE", "Wave 1", "done", ""),
        ("🚀 Sprint 3 — in progress", "Sprint 3", "current", ""),
        ("Current Sprint — Hull", "Current Sprint — Hull", "current", ""),
        ("Phase 2: Rig (Week 2-3)", "Phase 2: Rig (Week 2-3)", "", ""),
        ("第一阶段：船体", "第一阶段：船体", "", ""),
        ("Волна B — парус", "Волна B — парус", "", ""),
    ],
)
def test_a_heading_names_a_group(heading: str, title: str, state: str, note: str) -> None:
    group = group_of(heading)
    assert group is not None
    assert (group.title, group.state, group.note) == (title, state, note)


@pytest.mark.parametrize(
    "heading",
    ["Roadmap (phased)", "Priority 0 (Critical Path)", "Status", "Phase out the old", "Step 1"],
)
def test_other_headings_name_none(heading: str) -> None:
    assert group_of(heading) is None


def test_states_follow_from_what_is_said_and_done() -> None:
    text = (
        "# P\n\n## Phase 1\n- [x] T1: Keel\n\n## Phase 2\n- [ ] T2: Mast\n- [x] T3: Boom\n\n"
        "## Phase 3\n- [ ] T4: Sail\n"
    )
    groups = reading(text).plan.groups
    assert [(group.id, group.state) for group in groups] == [
        ("phase-1", "done"), ("phase-2", "current"), ("phase-3", "later"),
    ]  # fmt: skip


def test_a_group_is_current_when_the_document_says_so() -> None:
    text = "# P\n\n## Phase 1\n- [ ] T1: Keel\n\n## Phase 2 (now)\n- [ ] T2: Mast\n"
    assert [group.state for group in reading(text).plan.groups] == ["later", "current"]


def test_a_number_means_the_group_with_the_long_title() -> None:
    text = (
        "# P\n\n## Phase 1: Hull\n- [ ] T1: Keel\n\n"
        "| ID | Task | Phase | Status |\n|--|--|--|--|\n| T2 | Mast | 1 | todo |\n"
    )
    groups = reading(text).plan.groups
    assert [(group.title, len(group.tasks)) for group in groups] == [("Phase 1: Hull", 2)]


def test_ids_of_groups_and_tasks_are_all_different() -> None:
    text = (
        "# P\n\n## Tasks\n- [ ] round-1: Keel\n- [ ] T.1: Mast\n- Boom\n\n"
        "## Round 1\n- [ ] T2: Sail\n"
    )
    plan = reading(text).plan
    ids = [group.id for group in plan.groups] + [
        task.id for group in plan.groups for task in group.tasks
    ]
    assert len(set(ids)) == len(ids)


def test_what_is_left_stays_out_with_its_links() -> None:
    said = Stated(tuple(stated("# P\n\n## Tasks\n- [x] T1: Keel\n- [ ] T2: Mast (after T1)\n")))
    without_done = assemble(said, frozenset({"done:T1", "after:T2:T1"})).plan.groups[0]
    assert [(task.id, task.done, task.after) for task in without_done.tasks] == [
        ("T1", False, ()), ("T2", False, ()),
    ]  # fmt: skip
    without = assemble(said, frozenset({"task:T2"})).plan.groups[0]
    assert [task.id for task in without.tasks] == ["T1"]


@pytest.mark.parametrize(
    ("id", "title"), [("round-2", "Round 2 — Rig"), ("high-priority", "High priority")]
)
def test_a_group_has_a_short_id(id: str, title: str) -> None:
    assert group_id(title) == id
