"""Whatever somebody changes in an exported document, a plan comes of it that can be written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.adapters.plan_file import parse_plan
from coord_tui.core.exporting.markdown import BEGIN, END, markdown
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.own.form import read_own
from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.reading import Reading
from coord_tui.core.marked_block import with_block
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_soundness import sound
from coord_tui.core.plan_text import plan_text
from tests.core.importing.test_own_form import PLAN
from tests.plans import PIECES

TEXT = with_block("", markdown(PLAN, 1), BEGIN, END)
LINES = TEXT.split("\n")


def read(text: str) -> Reading:
    return assemble(Stated((), own=(read_own("COORD.md", text),)))


def edited(old: str, new: str) -> Reading:
    assert TEXT.count(old) == 1, old
    return read(TEXT.replace(old, new))


def test_who_is_named_as_an_owner_only_becomes_a_session() -> None:
    found = edited("Plan the inbox · senior", "Plan the inbox · bob")
    assert [session.name for session in found.plan.sessions] == ["senior", "junior", "bob"]
    (item,) = (item for item in found.items if item.key == "session:bob")
    assert item.why == "named as an owner only"
    assert LINES[item.at[0].line - 1].startswith("- [ ] **S4**")
    assert sound(found.plan)[1] == ()


@pytest.mark.parametrize("name", ["Bob Smith", "TBD", "-"])
def test_who_can_be_no_session_is_nobody_and_that_is_said(name: str) -> None:
    found = edited("Plan the inbox · senior", f"Plan the inbox · {name}")
    assert found.plan.groups[1].tasks[0].owner == ""
    (warned,) = found.warnings
    assert repr(name) in warned.text
    assert LINES[warned.at.line - 1].startswith("- [ ] **S4**")


def test_bold_words_that_are_no_id_are_a_title() -> None:
    found = edited("**S4** Plan the inbox", "**Plan it** and write")
    task = found.plan.groups[1].tasks[0]
    assert (task.title, task.id) == ("**Plan it** and write", "R2.1")


def test_who_has_a_part_of_a_file_becomes_a_session() -> None:
    found = edited("  - junior: providers", "  - junior: providers\n  - carol: tests")
    assert found.plan.sessions[-1].name == "carol"


def test_a_session_that_stands_twice_is_the_first() -> None:
    found = edited("- **junior**", "- **junior**: first\n- **junior**")
    assert [session.name for session in found.plan.sessions] == ["senior", "junior"]
    assert found.plan.sessions[1].role == "first"
    assert len(found.unread) == 1


def test_a_task_that_stands_twice_keeps_the_line_of_the_first() -> None:
    found = edited("- [ ] **J5**", "- [ ] **S4** Again\n- [ ] **J5**")
    plan, out = sound(found.plan)
    assert [one.key for one in out] == ["task:S4"]
    assert plan.groups[1].tasks[0].title == "Plan the inbox"
    (item,) = (item for item in found.items if item.key == "task:S4")
    assert "Plan the inbox" in LINES[item.at[0].line - 1]


@pytest.mark.parametrize("bullet", ["1. ", "2) ", " - ", "-\t", "+  "])
def test_a_bullet_however_it_is_written(bullet: str) -> None:
    found = edited("- [ ] **S4**", f"{bullet}[ ] **S4**")
    assert found.plan.groups[1].tasks[0].id == "S4"
    assert not found.unread + found.warnings


def test_items_have_the_words_of_every_document() -> None:
    words = {item.key: item.text for item in read(TEXT).items}
    assert words["task:S4"] == "S4 Plan the inbox"
    assert words["done:S1"] == "S1 is done in fb17380"
    assert words["after:S4:S1"] == "S4 after S1"
    assert words["session:junior"] == "session junior"
    assert words["done:X1"] == "X1 is dropped"


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "twice", "mix", "put"]),
        st.integers(0, len(LINES) - 1),
        st.integers(0, len(LINES) - 1),
        st.lists(
            PIECES.filter(str.isascii) | st.sampled_from("ü漢·—✓✨\x85\u2028"), max_size=4
        ).map("".join),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(EDITS)
def test_an_export_edited_at_random_gives_a_plan_that_can_be_written(
    edits: list[tuple[str, int, int, str]],
) -> None:
    lines = list(LINES)
    for kind, one, other, text in edits:
        at, line = one % len(lines), lines[other % len(lines)]
        if kind == "cut" and len(lines) > 1:
            del lines[at]
        elif kind == "twice":
            lines.insert(at, line)
        elif kind == "mix":
            lines[at] = lines[at][: other % 20] + text + line[one % 20 :]
        else:
            lines[at] += text
    plan, _ = sound(read("\n".join(lines)).plan)
    written = plan_text(plan).encode("utf-8")
    assert unplaced(parse_plan(written).plan) == unplaced(plan)
