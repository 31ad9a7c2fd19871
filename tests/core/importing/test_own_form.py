"""An exported document is read back exactly; what people change in it is taken or told."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.exporting.formats import MARKS
from coord_tui.core.exporting.markdown import BEGIN, END, markdown
from coord_tui.core.importing.own.form import Own, is_own, outside, read_own
from coord_tui.core.marked_block import with_block
from coord_tui.core.plan import (
    Check,
    Document,
    Owned,
    Parameter,
    Part,
    Pin,
    Plan,
    Rule,
    Session,
    Shared,
)
from coord_tui.core.plan_items import unplaced
from tests.builders import group, plan, task
from tests.plans import plans

PLAN = unplaced(
    plan(
        group("round-1", task("S1", "Data model", "senior", done="fb17380"), state="done",
              title="Foundations"),
        group(
            "round-2",
            task("S4", "Plan the inbox", "senior", after=("S1",), files=("atlas/agents/",)),
            task("J5", "Inbox", "junior", enhances=("S4",), details="One.\n\n- two\n"),
            task("X1", "Old", dropped="no need"),
        ),
        rules=(Rule("Small commits", "One change each.\n"), Rule("Pull", "before editing")),
        checks=(Check("unit", "pytest", True, "now", (Parameter("k", "all", "which"),), ("o/",)),),
        pins=(Pin("node", "node -v", "v22", "docs/t.md", "unit", "the bundle"),),
        docs=(Document("docs/m.md", "amounts", ("api/",)),),
        guard=Plan().guard._replace(mode="block"),
    )
)  # fmt: skip


def document(plan: Plan = PLAN, level: int = 1) -> str:
    return with_block("", markdown(plan, level), BEGIN, END)


def edited(old: str, new: str) -> Own:
    """What is read once somebody replaced a piece of the document."""
    text = document()
    assert text.count(old) == 1, old
    return read_own("COORD.md", text.replace(old, new))


@settings(max_examples=400, deadline=None)
@given(plans(), st.integers(1, 2))
def test_any_plan_comes_back_from_its_document(plan: Plan, level: int) -> None:
    own = read_own("COORD.md", document(plan, level))
    assert own.plan == plan
    assert not own.unread + own.warnings


@settings(max_examples=50, deadline=None)
@given(plans())
def test_any_plan_comes_back_from_a_block_in_a_file_of_any_line_ends(plan: Plan) -> None:
    text = f"# Agents\n\nBe kind.\n\n{document(plan, 2)}\n## More\n- **x**\n"
    for found in (text, text.replace("\n", "\r\n")):
        own = read_own("AGENTS.md", found)
        assert own.plan == plan
        assert own.unread == ()
        assert own.at.line == 5


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (document(), True),
        (f"a\r\n{BEGIN}\r\n", True),
        (f"see `{BEGIN}`\n", False),
        (f"  {BEGIN}  \n", True),
        ("# atlas: who does what\n", False),
        ("", False),
    ],
)
def test_an_export_is_known_by_its_mark(text: str, own: bool) -> None:
    assert is_own(text) is own


def test_what_is_around_a_block_keeps_its_lines() -> None:
    text = f"a\n\n{document()}b\n"
    rest = outside(text)
    assert rest.replace("\n", "") == "ab"
    assert rest.count("\n") == text.count("\n")


def test_around_it_no_block_of_ours_is_left() -> None:
    graph = with_block(f"a\n\n{document()}", "```mermaid\nflowchart LR\n```", *MARKS["mermaid"])
    text = with_block(graph, "1. `coord-tui brief`\n") + "b\n"
    assert outside(text).split() == ["a", "b"]
    assert outside("a\n# b\n") == "a\n# b\n"


def test_every_item_says_where_it_stands() -> None:
    lines = document().split("\n")
    places = dict(read_own("COORD.md", document()).places)
    for key, said in {
        "project": "# atlas", "session:junior": "- **junior**", "rule:Pull": "- **Pull**",
        "owned:junior:atlas/mcp/": "atlas/mcp", "shared:atlas/config.py": "config.py",
        "group:round-2": "### round",
        "task:J5": "**J5**", "done:S1": "**S1**", "done:X1": "**X1**", "after:S4:S1": "**S4**",
        "enhances:J5:S4": "**J5**", "check:unit": "**unit**", "pin:node": "**node**",
        "doc:docs/m.md": "docs/m.md",
    }.items():  # fmt: skip
        assert said in lines[places[key].line - 1], key
    task = places["task:J5"]
    assert lines[task.end - 1] == "  - two"


def test_a_tick_is_taken() -> None:
    own = edited("- [ ] **S4**", "- [X] **S4**")
    assert own.plan.groups[1].tasks[0].done is True
    assert not own.unread + own.warnings


def test_a_tick_that_is_taken_away_is_taken_too_and_told() -> None:
    own = edited("- [x] **S1**", "- [ ] **S1**")
    assert own.plan.groups[0].tasks[0].done is False
    assert [one.text for one in own.warnings] == ["S1 has a commit but no tick: taken as not done"]


ADDED: dict[str, tuple[str, str, Callable[[Plan], object], object]] = {
    "an owned path": (
        "- `atlas/mcp/`", "- `atlas/mcp/`\n- src/new/ — the new part",
        lambda plan: plan.ownership[-1], Owned("src/new/", "junior", "the new part"),
    ),
    "an owned path with a colon": (
        "- `atlas/mcp/`", "* `atlas/mcp/`: tools",
        lambda plan: plan.ownership[-1], Owned("atlas/mcp/", "junior", "tools"),
    ),
    "a session": (
        "- **junior**: mail", "- **junior** (agent) — mail\n- robin: tests",
        lambda plan: plan.sessions[1:],
        (Session("junior", "mail", "agent"), Session("robin", "tests")),
    ),
    "a part of a shared file": (
        "  - junior: providers", "  - junior - all of it",
        lambda plan: plan.shared[0].sessions[1], Part("junior", "all of it"),
    ),
    "a shared file": (
        "## Rules", "- setup.cfg\n\n## Rules",
        lambda plan: plan.shared[-1], Shared("setup.cfg"),
    ),
    "a rule": (
        "- **Pull**: before editing", "- **Pull**: before editing\n- Push: often",
        lambda plan: plan.rules[-1], Rule("Push", "often"),
    ),
    "words below a rule": (
        "- **Pull**: before editing", "- **Pull**: before editing\n\n  And after.",
        lambda plan: plan.rules[-1].text, "before editing\n\nAnd after.\n",
    ),
    "a task with an id": (
        "- [ ] **J5**", "- [ ] S9: Read mail · senior · after S4, J5\n- [ ] **J5**",
        lambda plan: plan.groups[1].tasks[1],
        task("S9", "Read mail", "senior", after=("S4", "J5"), group="round-2"),
    ),
    "a task without an id": (
        "- [ ] **J5**", "- [x] Read mail\n- [ ] **J5**",
        lambda plan: plan.groups[1].tasks[1], task("R2.2", "Read mail", done=True, group="round-2"),
    ),
    "a task without a box": (
        "- [ ] **J5**", "- Read mail\n- [ ] **J5**",
        lambda plan: plan.groups[1].tasks[1].title, "Read mail",
    ),
    "a dependency below a task": (
        "  - files: `atlas/agents/`", "  - files: atlas/agents/, b\n  - after: S1, `X1`",
        lambda plan: (plan.groups[1].tasks[0].files, plan.groups[1].tasks[0].after),
        (("atlas/agents/", "b"), ("S1", "X1")),
    ),
    "a group": (
        "## What waits", "### Round 3 (later)\n\n- [ ] **T1** Test\n\n## What waits",
        lambda plan: (plan.groups[2].id, plan.groups[2].title, plan.groups[2].tasks[0].group),
        ("round-3", "Round 3", "round-3"),
    ),
    "a project": ("# atlas: who does what", "# Atlas", lambda plan: plan.project, "Atlas"),
    "a setting": (
        "- guard.mode: block", "- guard.mode: `warn`\n- claims.stale_after: 3h",
        lambda plan: (plan.guard.mode, plan.claims.stale_after), ("warn", 10800),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", ADDED)
def test_what_somebody_adds_is_taken(what: str) -> None:
    old, new, part, expected = ADDED[what]
    own = edited(old, new)
    assert part(own.plan) == expected
    assert not own.unread + own.warnings


def test_an_added_task_gets_no_id_that_another_has() -> None:
    taken = document().replace("**X1**", "**R2.2**")
    own = read_own("x", taken.replace("- [ ] **J5**", "- Read mail\n- [ ] **J5**"))
    assert [task.id for task in own.plan.groups[1].tasks] == ["S4", "R2.3", "J5", "R2.2"]


UNREAD = {
    "a section": ("## Rules", "## Notes\n\nHello.\n- a\n\n## Rules", ["## Notes\n\nHello.\n- a"]),
    "words": ("### senior", "They agreed.\nBoth.\n\n### senior", ["They agreed.\nBoth."]),
    "words under a group": ("- [ ] **S4**", "Soon!\n\n- [ ] **S4**", ["Soon!"]),
    "a key": ("  - files: `atlas/agents/`", "  - size: large", ["- size: large"]),
    "a second owner": ("enhances S4", "enhances S4 · senior", None),
    "a name of two words": ("- **junior**", "- **junior dev**", None),
    "an unknown setting": ("- guard.mode: block", "- guard.mood: block", ["- guard.mood: block"]),
    "a setting that cannot be": ("- guard.mode: block", "- guard.mode: off", ["- guard.mode: off"]),
    "an arrow": ("S1 ✓ ──▸ S4", "S1 ✓ ──▸ S4\nX1 ──▸ S4", ["X1 ──▸ S4"]),
    "words above": ("What happens", "Hello.\n\nWhat happens", ["Hello."]),
    "words in a list": ("1. Announce", "0. Breathe.\n1. Announce", ["0. Breathe."]),
}  # fmt: skip


@pytest.mark.parametrize("what", UNREAD)
def test_what_is_not_understood_is_said_with_its_line(what: str) -> None:
    old, new, passages = UNREAD[what]
    own = edited(old, new)
    lines = document().replace(old, new).split("\n")
    assert len(own.unread) == len(passages or [""])
    for passage in own.unread:
        where = passage.at
        assert "\n".join(lines[where.line - 1 : where.end]).strip() == passage.text
    if passages:
        assert [passage.text for passage in own.unread] == passages


def test_a_name_that_cannot_be_and_an_arrow_are_explained() -> None:
    (named,) = edited("- **junior**", "- **junior dev**").warnings
    assert "one word" in named.text
    (drawn,) = edited("S1 ✓ ──▸ S4", "X1 ──▸ S4").warnings
    assert "after" in drawn.text


@pytest.mark.parametrize("cut", range(0, 60))
def test_a_document_without_its_end_is_read_as_far_as_it_goes(cut: int) -> None:
    lines = document().split("\n")
    own = read_own("x", "\n".join(lines[: len(lines) - cut]))
    assert own.plan.project == "atlas"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(document().split("\n")), max_size=40), st.text(max_size=30))
def test_no_mixture_of_lines_breaks_it(lines: list[str], more: str) -> None:
    own = read_own("x", "\n".join([BEGIN, *lines[:20], more, *lines[20:]]))
    assert isinstance(own.plan, Plan)
    ids = [task.id for task in own.plan.tasks]
    assert all(ids)


def test_a_long_document_is_read_in_the_time_that_its_length_takes() -> None:
    many = plan(group("g", *(task(f"T{n}", after=(f"T{n - 1}",)) for n in range(1, 4000))))
    assert read_own("x", document(many)).plan == unplaced(many)
    for line in (
        "`" * 100_000,
        "- `" + " " * 100_000,
        "<" * 100_000,
        "- **" * 30_000,
        "> " * 50_000,
    ):
        read_own("x", document().replace("## Rules", f"{line}\n\n## Rules"))
