"""Who works in a working tree, of those that real clones and worktrees have."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.workspace.identity import store_name
from coord_tui.workspace.places import here_path, name_path
from coord_tui.workspace.running import running
from coord_tui.workspace.tree_session import at_work_in, session_of_tree
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN, atlas
from tests.repos import Repo

PLANNED = PLAN.replace("role: architecture,", "role: architecture, worktree: .,").replace(
    "role: mail,", "role: mail, worktree: ../linked,"
)


class Places:
    """A clone with a linked working tree, and another clone."""

    def __init__(self, folder: Path, plan: str = PLAN) -> None:
        self.main = atlas(folder / "main", plan)
        self.linked = self.main.worktree(folder / "linked", "topic")
        self.other = self.main.clone(folder / "other")

    def session(self, tree: Repo, seen_from: Repo, me: str = "") -> str:
        """Who works in the tree, as a session sees it from a tree; empty: an observer."""
        own = Workspace.open(str(seen_from.path), me or "senior")
        own.me = me
        return session_of_tree(place(tree), own.layout, own.board())


def place(tree: Repo) -> TreePlace:
    layout = find_layout(str(tree.path))
    return TreePlace(layout.top, layout.git_dir, layout.common_dir)


def acts(session: str, tree: Repo, at: float) -> None:
    folder = here_path(find_layout(str(tree.path)))
    note_here(folder, session)
    os.utime(os.path.join(folder, session), (at, at))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.fixture
def planned(tmp_path: Path) -> Places:
    return Places(tmp_path, PLANNED)


def test_the_readers_own_tree_is_the_readers(planned: Places) -> None:
    assert planned.session(planned.main, planned.main, me="junior") == "junior"
    assert planned.session(planned.linked, planned.linked, me="senior") == "senior"


def test_an_observer_has_none(places: Places) -> None:
    assert places.session(places.main, places.main) == ""


def test_what_the_plan_says_is_relative_to_the_main_working_tree(planned: Places) -> None:
    for seen_from in (planned.main, planned.linked):
        assert planned.session(planned.main, seen_from) == "senior"
        assert planned.session(planned.linked, seen_from) == "junior"
        assert planned.session(planned.other, seen_from) == ""


def test_a_plan_may_name_another_clone(tmp_path: Path) -> None:
    places = Places(tmp_path, PLANNED.replace("../linked", str(tmp_path / "other")))
    assert places.session(places.other, places.linked) == "junior"


def test_what_whoami_stored_goes_before_the_plan(planned: Places) -> None:
    store_name(Workspace.open(str(planned.linked.path), "senior"))
    assert planned.session(planned.linked, planned.main, me="junior") == "senior"


def test_a_stored_name_that_nobody_has_does_not_count(planned: Places) -> None:
    path = Path(name_path(find_layout(str(planned.linked.path))))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"nobody\n")
    assert planned.session(planned.linked, planned.main) == "junior"
    path.write_bytes(b"\xff")
    assert planned.session(planned.linked, planned.main) == "junior"


def test_else_it_is_who_acted_there_last(places: Places) -> None:
    assert places.session(places.linked, places.main) == ""
    acts("senior", places.linked, at=1000)
    acts("junior", places.linked, at=2000)
    acts("gone", places.linked, at=3000)
    assert places.session(places.linked, places.main) == "junior"
    assert places.session(places.other, places.main) == ""


def test_where_the_plan_gives_a_tree_to_two_it_is_who_acted_last(tmp_path: Path) -> None:
    both = PLANNED.replace("worktree: .,", "worktree: ../linked,")
    places = Places(tmp_path, both)
    assert places.session(places.linked, places.main) == ""
    acts("junior", places.linked, at=1000)
    assert places.session(places.linked, places.main) == "junior"


def test_who_acted_a_short_while_ago_is_at_work(places: Places) -> None:
    own = Workspace.open(str(places.main.path), "senior")
    board = own.board()
    lasts = board.plan.reservations.expire_after
    acts("junior", places.main, at=board.now - lasts + 60)
    acts("senior", places.main, at=board.now - lasts - 60)
    acts("gone", places.main, at=board.now)
    assert at_work_in(own.layout, board) == {"junior"}


def test_whose_screen_is_open_there_is_at_work(places: Places) -> None:
    linked = Workspace.open(str(places.linked.path), "junior")
    board = linked.board()
    with running(linked):
        assert at_work_in(linked.layout, board) == {"junior"}
        assert at_work_in(find_layout(str(places.main.path)), board) == frozenset()
    assert at_work_in(linked.layout, board) == frozenset()
