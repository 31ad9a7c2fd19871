"""Who works in a working tree, of those that real clones and worktrees have."""

import os
import time
from pathlib import Path

import pytest

from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.workspace.identity import store_name
from coord_tui.workspace.places import here_path, name_path
from coord_tui.workspace.running import running
from coord_tui.workspace.tree_session import at_work_in, session_of_tree
from coord_tui.workspace.trees import listed
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
        return session_of_tree(place(tree, own), own.layout, own.board())


def place(tree: Repo, own: Workspace) -> TreePlace:
    """The tree as it is listed; as it would be if the plan named it, where it does not."""
    found = {place.top: place for place in listed(own).places}
    layout = find_layout(str(tree.path))
    return found.get(layout.top, TreePlace(layout.top, layout.git_dir, layout.common_dir))


def acts(session: str, tree: Repo, ago: float = 0) -> None:
    folder, at = here_path(find_layout(str(tree.path))), time.time() - ago
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


def test_else_it_is_who_acted_there_last_a_short_while_ago(places: Places) -> None:
    assert places.session(places.linked, places.main) == ""
    acts("senior", places.linked, ago=60)
    acts("junior", places.linked, ago=30)
    acts("gone", places.linked)
    assert places.session(places.linked, places.main) == "junior"
    assert places.session(places.other, places.main) == ""


def test_who_acted_there_long_ago_does_not_work_there_any_more(places: Places) -> None:
    lasts = Workspace.open(str(places.main.path), "senior").plan.reservations.expire_after
    acts("junior", places.linked, ago=lasts + 60)
    assert places.session(places.linked, places.main) == ""
    acts("senior", places.linked, ago=lasts - 60)
    assert places.session(places.linked, places.main) == "senior"


def test_else_it_is_whose_screen_is_open_there(places: Places) -> None:
    with running(Workspace.open(str(places.linked.path), "junior")):
        assert places.session(places.linked, places.main) == "junior"
    assert places.session(places.linked, places.main) == ""


def test_where_the_plan_gives_a_tree_to_two_it_is_who_acted_last(tmp_path: Path) -> None:
    both = PLANNED.replace("worktree: .,", "worktree: ../linked,")
    places = Places(tmp_path, both)
    assert places.session(places.linked, places.main) == ""
    acts("junior", places.linked)
    assert places.session(places.linked, places.main) == "junior"


def test_a_plan_that_names_a_folder_without_a_tree_names_the_tree_that_is_found_instead(
    tmp_path: Path,
) -> None:
    """The same place is looked at and given: beside the main tree, else beside the reader's own."""
    places = Places(tmp_path, PLANNED.replace("../linked", "../deep/inbox"))
    deep = places.main.worktree(tmp_path / "far" / "deep" / "inbox", "inbox")
    near = places.main.worktree(tmp_path / "far" / "near", "near")
    (tmp_path / "deep" / "inbox").mkdir(parents=True)
    assert places.session(deep, near) == "junior"


def test_a_clone_whose_git_folder_lies_apart_gives_trees_to_sessions_all_the_same(
    tmp_path: Path,
) -> None:
    places = Places(tmp_path, PLANNED.replace("worktree: .,", "worktree: ../main,"))
    places.main.git("init", "--quiet", f"--separate-git-dir={tmp_path / 'store.git'}")
    places.main.git("worktree", "repair", str(places.linked.path))
    three = places.main.worktree(tmp_path / "three", "three")
    for seen_from in (places.linked, three):
        assert places.session(places.main, seen_from) == "senior"
    assert places.session(places.linked, three) == "junior"


def test_trees_around_a_bare_repository_are_named_beside_it(tmp_path: Path) -> None:
    made = Places(tmp_path / "made", PLAN.replace("role: mail,", "role: mail, worktree: inbox,"))
    made.main.git("clone", "--quiet", "--bare", ".", str(tmp_path / "all" / ".git"))
    bare = Repo(tmp_path / "all" / ".git")
    for name in ("inbox", "own"):
        bare.git("worktree", "add", "--quiet", "-b", name, str(tmp_path / "all" / name))
    inbox, own = (Repo(tmp_path / "all" / name) for name in ("inbox", "own"))
    assert made.session(inbox, own) == "junior"


def test_who_acted_a_short_while_ago_is_at_work(places: Places) -> None:
    own = Workspace.open(str(places.main.path), "senior")
    board = own.board()
    lasts = board.plan.reservations.expire_after
    acts("junior", places.main, ago=lasts - 60)
    acts("senior", places.main, ago=lasts + 60)
    acts("gone", places.main)
    assert at_work_in(own.layout, board) == {"junior"}


def test_whose_screen_is_open_there_is_at_work(places: Places) -> None:
    linked = Workspace.open(str(places.linked.path), "junior")
    board = linked.board()
    with running(linked):
        assert at_work_in(linked.layout, board) == {"junior"}
        assert at_work_in(find_layout(str(places.main.path)), board) == frozenset()
    assert at_work_in(linked.layout, board) == frozenset()
