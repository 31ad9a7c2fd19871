"""Others are told of an edit that crosses what was agreed: once, and only when it stands."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import find_layout
from coord_tui.core.board import Board
from coord_tui.core.events import Event as Line
from coord_tui.core.notices import MOST
from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.workspace.noticing import AGAIN, GRACE, Noticing
from coord_tui.workspace.places import here_path
from coord_tui.workspace.workspace import Workspace
from tests.clones import events
from tests.repos import Repo
from tests.workspace.recording import record

ROOT = Path(__file__).parents[2]
THEIRS, SHARED = "atlas/mcp/tool.py", "atlas/config.py"
NOW = 1_800_000_000.0
GUARD = 30.0
DAY = 86400.0


class Screen:
    """An open screen of a session in a clone, and the time that it goes by."""

    def __init__(self, place: Repo, session: str) -> None:
        self.workspace = Workspace.open(str(place.path), session)
        self.workspace.clock = lambda: self.now
        self.now = NOW
        self.sent = 0
        self.noticing = Noticing(self.workspace, then=self._send)

    def _send(self) -> None:
        self.sent += 1

    def sees(
        self,
        *paths: str,
        by: str = "senior",
        after: float = 0,
        board: Board | None = None,
        elsewhere: bool = False,
    ) -> None:
        """A reading, so many seconds later, in which `by` has changed these paths."""
        self.now += after
        found = tuple(FileChange(path, "M", unstaged=True) for path in paths)
        top = self.workspace.layout.top
        tree = Worktree(top, changes=found, session=by, elsewhere=elsewhere)
        board = (board or self.workspace.board())._replace(now=self.now)
        owners = Ownership.from_plan(board.plan)
        self.noticing.notice(Snapshot(board, owners, (), (tree,)))

    def said(self) -> list[Line]:
        return [event for event in events(self.workspace) if event.kind == "say"]


@pytest.fixture
def senior(place: Repo) -> Iterator[Screen]:
    screen = Screen(place, "senior")
    yield screen
    screen.noticing.stop()


def test_an_edit_that_stands_is_told_to_the_owner_once(senior: Screen, place: Repo) -> None:
    senior.sees(THEIRS)
    assert senior.said() == []
    senior.sees(THEIRS, after=GRACE)
    (event,) = senior.said()
    assert (event.by, event.texts("to"), event.text("about")) == ("senior", ("junior",), THEIRS)
    assert (event.text("noticed"), event.text("editor")) == ("edit", "senior")
    assert event.text("text") == f"senior has changed {THEIRS}, which is junior's, without a grant"
    assert senior.sent == 1
    assert "say" in place.git("log", "-1", "--format=%s", "coord")
    for _ in range(3):
        senior.sees(THEIRS, after=GRACE)
    assert len(senior.said()) == senior.sent == 1


def test_an_edit_that_goes_away_or_is_announced_in_time_disturbs_nobody(senior: Screen) -> None:
    senior.sees(THEIRS, SHARED)
    record(senior.workspace, "announce", path=SHARED, intent="a timeout")
    senior.sees(SHARED, after=GRACE)
    senior.sees(THEIRS, SHARED, after=GRACE)
    assert senior.said() == []
    senior.sees(THEIRS, SHARED, after=GRACE)
    assert [event.text("about") for event in senior.said()] == [THEIRS]


def test_what_is_announced_between_the_reading_and_the_writing_is_not_told(
    senior: Screen,
) -> None:
    senior.sees(SHARED)
    before = senior.workspace.board()
    record(senior.workspace, "announce", path=SHARED, intent="x")
    senior.sees(SHARED, after=GRACE, board=before)
    assert senior.said() == []


def test_a_shared_file_of_nobody_in_particular_is_told_to_all(senior: Screen) -> None:
    senior.sees(SHARED)
    senior.sees(SHARED, after=GRACE)
    (event,) = senior.said()
    assert "to" not in event.fields
    assert "shared, without announcing it" in event.text("text")


def test_the_owner_who_sees_it_on_the_own_screen_is_told_nothing(place: Repo) -> None:
    junior = Screen(place, "junior")
    junior.sees(THEIRS, by="senior")
    junior.sees(THEIRS, by="senior", after=GRACE)
    assert junior.said() == []


def test_an_observer_tells_nothing(place: Repo) -> None:
    observer = Screen(place, "senior")
    observer.workspace.me = ""
    observer.sees(THEIRS)
    observer.sees(THEIRS, after=GRACE)
    assert observer.said() == []
    assert observer.workspace.told() == ()


def test_a_screen_that_is_opened_again_does_not_repeat_it(senior: Screen, place: Repo) -> None:
    senior.sees(THEIRS)
    senior.sees(THEIRS, after=GRACE)
    again = Screen(place, "senior")
    again.now = senior.now
    again.sees(THEIRS)
    again.sees(THEIRS, after=GRACE)
    assert len(again.said()) == 1
    assert again.sent == 0


def test_an_edit_that_stands_is_told_once_however_long_it_stands(senior: Screen) -> None:
    lasts = senior.workspace.plan.reservations.expire_after
    senior.sees(THEIRS)
    for _ in range(30):
        senior.sees(THEIRS, after=lasts)
    assert len(senior.said()) == 1


def test_an_edit_that_went_and_came_again_is_told_again(senior: Screen, place: Repo) -> None:
    other = Screen(place, "senior")
    senior.sees(THEIRS)
    senior.sees(THEIRS, after=GRACE)
    senior.sees(after=1)
    for screen in (senior, other):
        screen.now = senior.now
        screen.sees(THEIRS, after=1)
        screen.sees(THEIRS, after=GRACE)
    assert len(senior.said()) == 2
    assert (senior.sent, other.sent) == (2, 0)


def test_what_was_announced_and_is_so_no_more_is_told_when_nobody_was(senior: Screen) -> None:
    record(senior.workspace, "announce", path=SHARED, intent="x")
    senior.sees(SHARED)
    senior.sees(SHARED, after=GRACE)
    record(senior.workspace, "unreserve", pattern=SHARED)
    senior.sees(SHARED, after=GRACE)
    senior.sees(SHARED, after=GRACE)
    assert [event.text("about") for event in senior.said()] == [SHARED]
    record(senior.workspace, "announce", path=SHARED, intent="x")
    senior.sees(SHARED, after=GRACE)
    record(senior.workspace, "unreserve", pattern=SHARED)
    senior.sees(SHARED, after=GRACE)
    senior.sees(SHARED, after=GRACE)
    assert len(senior.said()) == 1


def test_a_screen_that_is_opened_a_day_later_tells_again(senior: Screen, place: Repo) -> None:
    senior.sees(THEIRS)
    senior.sees(THEIRS, after=GRACE)
    again = Screen(place, "senior")
    again.now = senior.now + DAY
    again.sees(THEIRS)
    again.sees(THEIRS, after=GRACE)
    assert len(again.said()) == 2


def test_of_very_many_files_the_rest_is_told_bit_by_bit_and_nothing_twice(senior: Screen) -> None:
    lasts = senior.workspace.plan.reservations.expire_after
    paths = [f"atlas/mcp/{number:02}.py" for number in range(MOST + 5)]
    senior.sees(*paths)
    senior.sees(*paths, after=GRACE)
    senior.sees(*paths, after=GRACE)
    assert [event.text("about") for event in senior.said()] == paths[:MOST]
    for _ in range(3):
        senior.sees(*paths, after=lasts + 1)
    assert [event.text("about") for event in senior.said()] == paths


def test_where_another_works_too_their_own_edit_is_no_trespass(senior: Screen, place: Repo) -> None:
    folder = here_path(find_layout(str(place.path)))
    note_here(folder, "junior")
    os.utime(os.path.join(folder, "junior"), (NOW, NOW))
    senior.sees(THEIRS)
    senior.sees(THEIRS, after=GRACE)
    assert senior.said() == []
    later = senior.workspace.plan.reservations.expire_after
    senior.sees(THEIRS, after=later)
    senior.sees(THEIRS, after=GRACE)
    assert [event.text("about") for event in senior.said()] == [THEIRS]


def test_a_channel_that_cannot_be_written_is_complained_of_and_tried_again(
    senior: Screen, place: Repo
) -> None:
    record(senior.workspace, "say", text="x")
    board = senior.workspace.board()
    senior.sees(THEIRS)
    channel = (place.path / ".git/coord").rename(place.path / ".git/away")
    (place.path / ".git/coord").write_text("in the way")
    senior.sees(THEIRS, after=GRACE, board=board)
    senior.sees(THEIRS, board=board)
    (told,) = senior.workspace.told()
    assert told.startswith("others could not be told of an edit: ")
    (place.path / ".git/coord").unlink()
    channel.rename(place.path / ".git/coord")
    senior.sees(THEIRS, after=AGAIN)
    assert [event.text("about") for event in senior.said()] == ["", THEIRS]


def test_whatever_goes_wrong_is_no_exception(senior: Screen) -> None:
    board = senior.workspace.board()
    senior.sees(THEIRS)
    senior.workspace.clock = lambda: 1 // 0
    senior.sees(THEIRS, after=GRACE, board=board)
    senior.sees(THEIRS, after=AGAIN, board=board)
    (told,) = senior.workspace.told()
    assert "ZeroDivisionError" in told


def test_a_session_that_the_rules_no_longer_know_is_told_why(senior: Screen) -> None:
    senior.sees(SHARED)
    senior.workspace.plan = senior.workspace.plan._replace(sessions=())
    senior.sees(SHARED, after=GRACE)
    (told,) = senior.workspace.told()
    assert told.startswith("others could not be told of an edit: no session senior")


def test_another_reading_is_asked_for_when_the_edit_will_have_stood(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coord_tui.workspace.noticing.GRACE", 0.01)
    asked, screen = Event(), Screen(place, "senior")
    screen.noticing = Noticing(screen.workspace, again=asked.set)
    screen.sees("atlas/agents/planner.py")
    assert screen.noticing._timer is None
    screen.sees(THEIRS)
    assert asked.wait(GUARD)


def test_what_is_due_sooner_is_waited_for_first(senior: Screen) -> None:
    senior.sees(THEIRS, elsewhere=True)
    later = senior.noticing._timer
    assert later is not None
    senior.sees(THEIRS, SHARED)
    sooner = senior.noticing._timer
    assert sooner is not None
    assert sooner.interval < later.interval
    assert later.finished.is_set(), "it was called off"
    senior.sees(THEIRS, SHARED, after=1)
    assert senior.noticing._timer is sooner


def test_a_screen_that_was_left_asks_for_no_reading(senior: Screen) -> None:
    senior.sees(THEIRS)
    senior.noticing.stop()
    timer = senior.noticing._timer
    assert timer is not None
    timer.join(GUARD)
    assert timer.finished.is_set()
    senior.sees(THEIRS)
    assert senior.noticing._timer is timer


RIVAL = """
import sys, time
from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.workspace.noticing import Noticing
from coord_tui.workspace.workspace import Workspace

workspace = Workspace.open(sys.argv[1], sys.argv[2])
noticing, now = Noticing(workspace), time.time()
changes = tuple(FileChange(path, "M") for path in sys.argv[3:])
tree = Worktree(workspace.layout.top, changes=changes, session="senior")
for later in (0, 60):
    workspace.clock = lambda: now + later
    board = workspace.board()
    print("ready", flush=True)
    sys.stdin.readline()
    noticing.notice(Snapshot(board, Ownership.from_plan(board.plan), (), (tree,)))
noticing.stop()
"""


def test_of_screens_that_see_it_at_once_one_tells(place: Repo) -> None:
    paths = [f"atlas/mcp/{n}.py" for n in range(3)]
    rivals = [
        subprocess.Popen(
            [sys.executable, "-c", RIVAL, str(place.path), "senior", *paths],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(4)
    ]  # fmt: skip
    for _ in range(2):
        for rival in rivals:
            assert rival.stdout is not None
            assert rival.stdout.readline() == "ready\n"
        for rival in rivals:
            assert rival.stdin is not None
            rival.stdin.write("go\n")
            rival.stdin.flush()
    assert [rival.communicate()[0] for rival in rivals] == [""] * 4
    told = events(Workspace.open(str(place.path), "senior"))
    assert sorted(event.text("about") for event in told) == paths
