"""Everything about a row: tasks in their neighbourhood, paths with their rules, events in full."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.tree import FileChange
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.details import (
    details,
    session_lines,
    subject_rows,
    subject_title,
    task_rows,
)
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
    board,
    event,
    group,
    harmless,
    plan,
    role_of,
    said,
    snapshot,
    spans_of,
    task,
    worktree,
)

WORK = plan(
    group("r1", task("S1", "Migration", "senior", done="fb1738012345"), state="done"),
    group(
        "r2",
        task("S4", "Planner", "senior", after=("S1",)),
        task("S5", "Approval", "senior", after=("S4",)),
        task(
            "J5", "Inbox", "junior", enhances=("S4",),
            files=("atlas/config.py", "atlas/mcp/a.py", "atlas/mcp/*.py"),
            details="One method.\n\n- recent [/] mail\n  - and its sender",
        ),
        task("X", "Never", dropped="too late"),
    ),
    group("r3", task("R1", "Ship", after=("r2",)), state="later"),
)  # fmt: skip
CLAIM = event("claim", "senior", ago=12 * MINUTE, task="S4")


def of_task(id: str, *events: Event, width: int = 80, me: str = "senior") -> list[str]:
    return said(details(snapshot(board(WORK, *events, me=me)), Subject("tasks", task=id), width))


def test_a_task_with_its_neighbours_files_and_details() -> None:
    assert of_task("J5", CLAIM) == [
        "J5  Inbox   r2 · junior · ready",
        "",
        "J5 ┬─────────▸ R1 Ship",
        "   └┈┈helps┈┈▸ S4 Planner ───▸ S5, R1",
        "",
        "files    ⇄ atlas/config.py  shared: announce first",
        "           atlas/mcp/a.py  junior's: ask first",
        "           atlas/mcp/*.py  pattern",
        "",
        "One method.",
        "",
        "• recent [/] mail",
        "  • and its sender",
    ]


def test_what_it_comes_after_stands_on_the_left() -> None:
    assert of_task("S4", CLAIM) == [
        "S4  Planner   r2 · claimed by senior 12m",
        "",
        "S1 Migration ✓ ─────────┬▸ S4 ┬───▸ S5 Approval ───▸ R1",
        "      J5 Inbox ┈┈helps┈┈┘     └───▸ R1 Ship",
    ]


@pytest.mark.parametrize(
    ("id", "events", "head"),
    [
        ("S5", [], "S5  Approval   r2 · senior · waits for S4"),
        ("S1", [], "S1  Migration   r1 · senior · done ✓ fb17380"),
        ("X", [], "X  Never   r2 · anyone's · dropped ✗ · too late"),
        (
            "J5",
            [event("claim", ago=3 * HOUR, task="J5")],
            "J5  Inbox   r2 · claimed by junior 3h · stale: may be taken over",
        ),
        (
            "S4",
            [CLAIM, event("done", "senior", ago=60, task="S4", commit="abc")],
            "S4  Planner   r2 · senior · done ✓ abc 1m ago",
        ),
    ],
)
def test_where_a_task_stands(id: str, events: list[Event], head: str) -> None:
    assert of_task(id, *events)[0] == head


def test_a_task_by_itself_says_so() -> None:
    found = snapshot(board(plan(group("g", task("A")))))
    assert said(details(found, Subject("tasks", task="A")))[-1] == (
        "waits for nothing, and nothing waits for it"
    )


def test_many_neighbours_are_cut_and_counted() -> None:
    many = [task(f"B{n}", after=("A",)) for n in range(9)]
    last = task("Z", after=tuple(f"B{n}" for n in range(9)))
    shot = snapshot(board(plan(group("g", task("A"), *many, last))))
    right = said(details(shot, Subject("tasks", task="A")))[2:]
    assert (len(right), right[0], right[4]) == (
        5, "A ┬───▸ B0 Task B0 ───▸ Z", "  └ +5 more",
    )  # fmt: skip
    left = said(details(shot, Subject("tasks", task="Z")))[2:]
    assert (len(left), left[0], left[4]) == (
        5,
        "B0 Task B0 ───┬▸ Z",
        "   +5 more ───┘   ",
    )


def test_groups_and_unknown_tasks_are_named() -> None:
    shot = snapshot(board(WORK))
    assert said(details(shot, Subject("tasks", task="R1")))[2] == "r2 all of it ───▸ R1"
    gone = snapshot(board(plan(group("g", task("A", after=("GONE",))))))
    assert said(details(gone, Subject("tasks", task="A")))[2] == "GONE no such task ───▸ A"


def test_a_shared_file() -> None:
    events = [event("announce", ago=180, path="atlas/config.py", intent="timeouts")]
    change = FileChange("atlas/config.py", "R", staged=True, unstaged=True, origin="conf.py")
    shot = snapshot(board(WORK, *events), worktree(changes=(change,)))
    found = details(shot, Subject("tree", path="atlas/config.py"))
    assert said(found) == [
        "atlas/config.py",
        "",
        "standing announced by junior 3m",
        "skipped  edited without announcing",
        "steps    senior  ✓ free → ✗ announced → ✓ pulled → ● edited → pushed → told",
        "         junior  ✓ free → ● announced → pulled → edited → pushed → told",
        "changed  renamed · from conf.py · partly staged on main",
        "owner    shared · atlas/config.py, line 20 of coord.yaml",
        "note     coordinate first",
        "parts    senior  new sections",
        "         junior  providers",
        "held by  junior 3m ago · 1h left · “timeouts”",
        "tasks    J5 Inbox · ready",
    ]
    assert role_of(found, "announced by junior") == "alarm"


def test_a_file_that_another_owns_and_was_asked_for() -> None:
    events = [
        event("ask", "senior", id="r1", path="atlas/mcp/a.py", why="a tool"),
        event("deny", request="r1"),
        event("ask", "senior", path="atlas/mcp/a.py", why="please"),
    ]
    shot = snapshot(board(WORK, *events))
    assert said(details(shot, Subject("ownership", path="atlas/mcp/a.py")))[2:] == [
        "standing asked junior 0s: wait",
        "owner    junior · atlas/mcp/, line 11 of coord.yaml",
        "asked    senior “a tool” denied",
        "         senior “please” not answered yet",
        "tasks    J5 Inbox · ready",
    ]


def test_a_file_of_nobody() -> None:
    found = said(details(snapshot(), Subject("tree", path="README.md")))
    assert found[2:] == ["standing unowned", "owner    nobody: no rule of coord.yaml takes it"]


def test_a_folder_lists_the_rules_for_what_is_in_it() -> None:
    assert said(details(snapshot(), Subject("ownership", path="atlas/")))[2:] == [
        "rules    atlas/agents/  senior  planning",
        "         atlas/mcp/  junior",
        "         atlas/config.py  shared  coordinate first",
    ]
    inside = said(details(snapshot(), Subject("ownership", path="atlas/agents/skills/")))
    assert inside[2:] == ["rules    atlas/agents/  senior  planning"]
    none = said(details(snapshot(), Subject("ownership", path="lib/")))
    assert none[2:] == ["rules    the plan has no rule for what is in here"]


def test_an_event_in_full() -> None:
    said_so = event("say", id="x1", ago=60, text="a " * 30 + "\n- b", to=["senior"])
    found = details(snapshot(board(None, said_so)), Subject("channel", event="x1"), 49)
    assert said(found) == [
        "junior say · 1m ago · pending",
        "",
        "text     " + ("a " * 20).strip(),
        "         " + ("a " * 10).strip(),
        "         • b",
        'to       ["senior"]',
        "at       2026-01-31T14:04:00Z",
        "id       x1",
    ]


def test_a_refused_event_says_why() -> None:
    found = details(
        snapshot(board(None, event("release", id="x1", task="S1"))), Subject(event="x1")
    )
    assert said(found)[0] == "junior release · 0s ago · refused"
    assert said(found)[2] == "refused  S1 is not claimed: there is nothing to release"


def test_a_line_that_is_no_event() -> None:
    found = said(details(snapshot(board(None, b"half a li")), Subject(event="\x001")))
    assert found == ["line 1 of the channel is no event: not JSON", "", "half a li"]


def test_a_session() -> None:
    events = [CLAIM, event("reserve", "senior", ago=60, pattern="x/**", intent="move")]
    assert said(session_lines(snapshot(board(WORK, *events)), "senior")) == [
        "senior · person · last seen 1m ago",
        "",
        "role     architecture",
        "claims   S4 Planner · claimed",
        "holds    senior x/** 1m ago · 1h left · “move”",
        "owns     atlas/agents/  planning",
    ]
    assert said(session_lines(snapshot(), "who")) == ["no session who"]


def test_details_as_rows_are_for_reading_only() -> None:
    shot = snapshot(board(WORK, event("claim", "senior", id="c", task="S4")))
    rows = subject_rows(shot, Subject("channel", task="S4", event="c"))
    assert said(rows)[0] == "senior claim · 0s ago · pending"
    assert said(task_rows(shot, "S4"))[0].startswith("S4  Planner")
    assert {row.selectable for row in rows} == {False}
    assert len({row.key for row in rows}) == len(rows)
    titles = [subject_title(Subject(task="S4", event=event)) for event in ("c", "")]
    assert titles == ["Event", "Task"]


@pytest.mark.parametrize(
    "subject", [Subject(), Subject("tasks", task="no"), Subject("channel", event="no")]
)
def test_nothing_about_nothing(subject: Subject) -> None:
    assert details(snapshot(), subject) == ()


@pytest.mark.parametrize("width", [0, 1, 46, 150])
def test_text_of_others_is_inert_and_cut(width: int) -> None:
    bad = task("A", NASTY, files=(NASTY, "[", "app/[id]/page.tsx"), details=NASTY * 3000)
    events = [
        event("say", id="m", text="x" * 10**6),
        event("say", id="n")._replace(fields={"text": NASTY, NASTY: 1}),
    ]
    shot = snapshot(board(plan(group("g", bad)), *events), tracked=("app/[id]/page.tsx",))
    subjects = [Subject(task="A"), Subject(event="m"), Subject(event="n"), Subject(path=NASTY)]
    for subject in (*subjects, Subject(path="app/[id]/page.tsx")):
        lines = details(shot, subject, width)
        assert harmless(spans_of(lines))
        assert 0 < len(lines) < 1500
