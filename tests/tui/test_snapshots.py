"""Pictures of the screen, each looked at by a person before it was kept.

The moment, the events and the files are fixed, so the pictures are the same on every machine. To
see what changed: `pytest tests/tui/test_snapshots.py`, then open `snapshot_report.html`. To keep
new pictures: `--snapshot-update`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.core.events import Event
from coord_tui.core.plan import Plan
from coord_tui.core.program import Program
from coord_tui.core.radar import Pair, Place, Radar
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Branch, Conflict, FileChange
from coord_tui.demo.repository import FILES
from tests import builders
from tests.builders import HOUR, MINUTE, NOW, board, snapshot, worktree
from tests.tui.still import MEDIUM, NARROW, WIDE, StillApp, main, press

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "two_sessions.yaml"
SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["46x40", "80x24", "140x45"])

Compare = Callable[..., bool]


LOST = Withdrawn(
    builders.event("claim", "senior", ago=MINUTE, id="l1", task="J6"),
    "J6 is claimed by junior, last heard of 40s ago: ask for it",
)


def event(kind: str, by: str = "junior", **fields: object) -> Event:
    """An event as the session itself wrote it, by its git email."""
    return builders.event(kind, by, **({"email": f"{by}@example.com"} | fields))  # type: ignore[arg-type]


ASKED = event(
    "ask", ago=2 * MINUTE, id="e8", path="atlas_brain/agents/router.py", why="wire the new tool"
)


def example(
    problem: str = "",
    *more: Event,
    contact: Contact | None = None,
    withdrawn: tuple[Withdrawn, ...] = (),
) -> Snapshot:
    """The example plan in the middle of its second round, and more events after that."""
    config, context = "atlas_brain/config.py", "atlas_brain/services/customer_context.py"
    said = (
        event("join", ago=26 * HOUR, id="e1"),
        event("say", ago=95 * MINUTE, id="e2", text="fixtures are under tests/"),
        event("ack", "senior", ago=90 * MINUTE, id="e3", upto="e2"),
        event("claim", "senior", ago=42 * MINUTE, id="e4", task="S4"),
        event("claim", ago=30 * MINUTE, id="e5", task="S4"),
        event("say", ago=12 * MINUTE, id="e6", to=["senior"], text="[/] which fields? app/[id]"),
        event("announce", ago=3 * MINUTE, id="e7", path=config, intent="provider timeouts"),
    )
    changed = (("M", config), ("M", "atlas_brain/mcp/crm_server.py"), ("M", context))
    tree = worktree(
        *changed,
        ("?", "app/[id]/page.tsx"),
        branch=Branch("main", "fb173801", "origin/main", ahead=1, behind=2),
    )
    plan = load_plan(str(EXAMPLE)).plan
    known = contact or Contact("origin", 4, at=NOW)
    found = board(plan, *said, *more, contact=known, withdrawn=withdrawn)
    return snapshot(found, tree, tracked=FILES, problem=problem)


def trees() -> Snapshot:
    """The example in the middle of a merge, with the other's clone and a clean tree beside."""
    brain, theirs_at = "atlas_brain/", "/repo/atlas-junior"
    announced = event("announce", "senior", path=f"{brain}main.py", intent="start-up", id="t1")
    pushed = event("pushed", ago=9 * MINUTE, path="requirements.txt", commit="abc1234", id="t2")
    shown = example("", announced, pushed)
    clash = f"{brain}tools/scheduling.py"
    own = shown.worktrees[0]._replace(
        session="senior",
        operation="merge",
        oldest=NOW - 5 * HOUR,
        lacks=frozenset({"abc1234"}),
        conflicts=(Conflict(clash, "fb173801", "Book for the right customer", "junior"),),
        changes=tuple(sorted((*shown.worktrees[0].changes, FileChange(clash, "U")))),
    )
    router, config, crm = (
        f"{brain}{name}" for name in ("agents/router.py", "config.py", "mcp/x.py")
    )
    branch = Branch("inbox", "aa", "origin/inbox", ahead=1, fetched=NOW)
    theirs = worktree(
        *(("M", path) for path in (router, config, crm)),
        path=theirs_at, session="junior", elsewhere=True, branch=branch,
    )  # fmt: skip
    beside = worktree(path="/repo/atlas-docs", branch=Branch("docs", "aa"))
    sides = Place("main", "senior", own.path, 5), Place("inbox", "junior", theirs_at, 3)
    radar = Radar((Pair(*sides, "conflict", (router,), kinds=("edited",)),), NOW)
    return shown._replace(worktrees=(own, theirs, beside), radar=radar)


@pytest.fixture
def picture(snap_compare: Compare) -> Compare:
    """Whether the screen, after some keys, looks as it did when the picture was kept."""

    def compare(
        size: tuple[int, int], *keys: str, shown: Snapshot | None = None, theme: str = "coord-dark"
    ) -> bool:
        async def before(pilot: Pilot[Any]) -> None:
            await pilot.pause()
            await press(pilot, *keys)
            for line in pilot.app.screen.query(Input):
                line.cursor_blink = False

        app = StillApp(shown or example(), theme=theme)
        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@SIZES
def test_main_screen(picture: Compare, size: tuple[int, int]) -> None:
    """Four panes where there is room; where there is not, the tasks under tabs."""
    assert picture(size)


@pytest.mark.parametrize("pane", ["1", "3", "4"])
def test_one_pane_at_a_time(picture: Compare, pane: str) -> None:
    """A side terminal shows ownership, working tree or channel, each whole and uncut."""
    assert picture(NARROW, pane)


def test_zoomed_pane(picture: Compare) -> None:
    """The channel has the whole screen, and head and foot stay."""
    assert picture(MEDIUM, "4", "z")


@pytest.mark.parametrize("theme", ["coord-light", "coord-16"])
def test_themes(picture: Compare, theme: str) -> None:
    """Every meaning is seen on a light ground, and with sixteen colours on any ground."""
    assert picture(WIDE, theme=theme)


@SIZES
def test_details(picture: Compare, size: tuple[int, int]) -> None:
    """Everything about a task, in a dialog that fits."""
    assert picture(size, "enter")


@SIZES
def test_help(picture: Compare, size: tuple[int, int]) -> None:
    """The keys, the signs and the words."""
    assert picture(size, "question_mark")


@SIZES
def test_announce_prompt(picture: Compare, size: tuple[int, int]) -> None:
    """A line to type, with the file above it and the reason for the refusal below."""
    assert picture(size, "3", "j", "j", "a", "enter")


@SIZES
def test_problem(picture: Compare, size: tuple[int, int]) -> None:
    """The last good reading stays; what is wrong stands in the head and in every frame."""
    broken = "coord.yaml:41:7: groups[1].tasks[0]: found 'onwer'; did you mean owner?"
    assert picture(size, shown=example(broken))


@SIZES
def test_empty_plan(picture: Compare, size: tuple[int, int]) -> None:
    """A plan that says nothing yet, seen by an observer: each pane says what is missing."""
    assert picture(size, shown=snapshot(board(Plan(project="atlas"), me=""), worktree()))


def test_refusal(snap_compare: Compare) -> None:
    """A refusal says by whom and why, above the foot."""

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        main(pilot).refuse("S4 is claimed by senior: ask for it, or take another task [/]")
        await pilot.pause()

    assert snap_compare(StillApp(example()), terminal_size=MEDIUM, run_before=before)


@pytest.mark.parametrize(("size", "keys"), [(NARROW, "4"), (MEDIUM, "4"), (WIDE, "2")])
def test_requests_to_answer(picture: Compare, size: tuple[int, int], keys: str) -> None:
    """They stand at the channel's end, in the head, in the tab and in the foot."""
    second = event("ask", id="e9", path="atlas_brain/memory/rag.py", why="[/] read the mailbox too")
    assert picture(size, keys, shown=example("", ASKED, *([second] if size == NARROW else [])))


def test_the_only_request_to_answer(picture: Compare) -> None:
    """Its keys come first in the foot, whatever the row is."""
    assert picture(NARROW, shown=example("", ASKED))


def test_grant_prompt(picture: Compare) -> None:
    """What was asked for and why, for how long it would be given, and that enter is enough."""
    assert picture(NARROW, "y", shown=example("", ASKED))


@pytest.mark.parametrize(
    ("size", "theme"),
    [(NARROW, "coord-dark"), (WIDE, "coord-dark"), (WIDE, "coord-16"), (MEDIUM, "coord-light")],
    ids=["46x40", "140x45", "140x45-16", "80x24-light"],
)
def test_working_trees(picture: Compare, size: tuple[int, int], theme: str) -> None:
    """Collisions, foreseen conflicts, the steps of shared files, and the trees of the others."""
    assert picture(size, "3", shown=trees(), theme=theme)


@SIZES
def test_details_of_a_file(picture: Compare, size: tuple[int, int]) -> None:
    """Where everybody is with a shared file, and all that is changed in it."""
    assert picture(size, "3", *["j"] * 7, "enter", shown=trees())


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["46x40", "140x45"])
def test_remote_away(picture: Compare, size: tuple[int, int]) -> None:
    """Since when the remote is away, and how many events wait for it."""
    away = Contact("origin", 4, at=NOW - 9 * MINUTE, away="no route", since=NOW - 2 * MINUTE)
    assert picture(size, "4", shown=example(contact=away))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["46x40", "140x45"])
def test_withdrawn(picture: Compare, size: tuple[int, int]) -> None:
    """An event that lost, struck out, with who was first."""
    assert picture(size, "4", shown=example(withdrawn=(LOST,)))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["46x40", "140x45"])
def test_unverified_and_mentioned(picture: Compare, size: tuple[int, int]) -> None:
    """An email that is not its session's; words that name the reader; a name used twice."""
    forged = event("announce", path="CLAUDE.md", intent="the voice", email="x@example.com", id="f1")
    spoken = event("say", id="f2", text="what does @senior think of it?", to=["junior"])
    shown = example("", forged, spoken, contact=Contact("origin", 9, at=NOW))
    other = Program("senior", "screen", 4242, "/repo/atlas")
    assert picture(size, "4", shown=shown._replace(twice=(other,)))


@pytest.mark.parametrize("theme", ["coord-light", "coord-16"])
def test_requests_in_themes(picture: Compare, theme: str) -> None:
    """Requests, what lost and a remote that is away stand out on every ground."""
    away = Contact("origin", 4, away="no route", since=NOW - 2 * MINUTE)
    shown = example("", ASKED, contact=away, withdrawn=(LOST,))
    assert picture(WIDE, "4", shown=shown, theme=theme)
