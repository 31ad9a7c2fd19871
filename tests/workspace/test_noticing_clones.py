"""Of the screens of several clones that all see one edit, one tells of it, and once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coord_tui.core.changed import EVERYTHING, NOTHING
from coord_tui.core.events import Event
from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.workspace.noticing import FAR, GRACE, Noticing
from coord_tui.workspace.sync import sync
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.clones import Clones, another, clones, events, opened
from tests.repos import Repo

THEIRS = "atlas/mcp/tool.py"
NAMES = ("senior", "junior", "third", "fourth")
NAMED = PLAN.replace("emails: [senior@example.com]", "worktree: ../senior").replace(
    "emails: [junior@example.com]}",
    "worktree: ../junior}\n  third: {role: reviews, worktree: ../third}\n"
    "  fourth: {role: tests, worktree: ../fourth}",
)


class Time:
    """The one clock that all go by."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0


class Screen:
    """An open screen of a session in its own clone, over the trees that the plan names."""

    def __init__(self, clone: Repo, session: str, time: Time) -> None:
        self.workspace: Workspace = opened(clone, session)
        self.workspace.clock = lambda: time.now
        self.noticing = Noticing(self.workspace)
        self.trees = Trees(self.workspace)

    def looks(self) -> None:
        """Sync, as the loop does, and make a reading."""
        sync(self.workspace)
        self.reads()

    def reads(self) -> None:
        board = self.workspace.board()
        self.trees.read(NOTHING)
        trees = self.trees.with_facts(board)
        self.noticing.notice(Snapshot(board, Ownership.from_plan(board.plan), (), trees))

    def said(self) -> list[Event]:
        return [event for event in events(self.workspace) if event.kind == "say"]


class Office:
    """Four clones whose plan names all four trees, a screen in each, and an edit of senior's."""

    def __init__(self, made: Clones, folder: Path) -> None:
        self.time = Time()
        repos = [made.senior, made.junior]
        repos += [another(made.remote, folder / name, name) for name in NAMES[2:]]
        pairs = zip(NAMES, repos, strict=True)
        self.screens = {name: Screen(repo, name, self.time) for name, repo in pairs}
        for screen in self.screens.values():
            screen.trees.read(EVERYTHING)
        made.senior.write(THEIRS, "edited\n")
        for screen in self.screens.values():
            screen.trees.read(EVERYTHING)

    def passes(self, seconds: float, *names: str, step: float = GRACE) -> None:
        """Let time go by, in which these screens look again and again, the first named first."""
        for _ in range(int(seconds / step)):
            self.time.now += step
            for name in names:
                self.screens[name].looks()

    def told(self) -> list[tuple[str, str]]:
        """By whom, and of what, as everybody knows it in the end."""
        for _ in range(2):
            for screen in self.screens.values():
                sync(screen.workspace)
        all_ = [[(one.by, one.text("about")) for one in s.said()] for s in self.screens.values()]
        assert all(said == all_[0] for said in all_)
        return all_[0]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(clones(tmp_path, NAMED), tmp_path)
    yield made
    for screen in made.screens.values():
        screen.noticing.stop()


def test_the_screen_of_the_tree_tells_and_the_others_do_not_though_all_see_it(
    office: Office,
) -> None:
    office.passes(2 * GRACE, *reversed(NAMES))
    assert office.told() == [("senior", THEIRS)]
    office.passes(10 * FAR, *reversed(NAMES))
    assert office.told() == [("senior", THEIRS)]


def test_where_the_tree_has_no_screen_one_of_the_others_tells_after_a_while(
    office: Office,
) -> None:
    office.passes(FAR, "fourth", "third")
    assert office.told() == []
    office.passes(10 * FAR, "fourth", "third")
    assert office.told() == [("third", THEIRS)]


def test_who_comes_later_in_the_plan_tells_when_nobody_before_does(office: Office) -> None:
    office.passes(10 * FAR, "fourth")
    assert office.told() == [("fourth", THEIRS)]


def test_nobody_tells_of_another_clone_before_the_remote_was_asked(office: Office) -> None:
    fourth = office.screens["fourth"]
    fourth.looks()
    office.time.now += 10 * FAR
    fourth.reads()
    assert fourth.said() == []
    fourth.looks()
    assert len(fourth.said()) == 1


def test_without_a_remote_nobody_is_waited_for_longer(office: Office) -> None:
    clone = Repo(Path(office.screens["fourth"].workspace.layout.top))
    clone.git("remote", "rename", "origin", "upstream")
    fourth = Screen(clone, "fourth", office.time)
    fourth.trees.read(EVERYTHING)
    fourth.reads()
    office.time.now += 10 * FAR
    fourth.reads()
    assert len(fourth.said()) == 1
    fourth.noticing.stop()
