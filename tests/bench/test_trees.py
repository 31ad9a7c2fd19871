"""What judges the screen in `bench.trees`: it reads git right, and finds each difference."""

from pathlib import Path

import pytest

from bench.traces import altered, traces
from bench.trees_said import Clone, Said, differences, said, said_of
from tests.repos import AWKWARD, Repo, repository

HERE = Said("main", "1" * 40, "", (0, 0), "", (("M", "a", ""), ("?", "b", "")))


def changed(path: Path) -> Repo:
    """A repository with a change of each sort."""
    place = repository(path, "edited", "staged", "gone", "old name", *AWKWARD)
    place.write("edited", "other\n")
    place.write("staged", "other\n")
    place.git("add", "staged")
    (place.path / "gone").unlink()
    place.git("mv", "old name", "new name")
    place.write("app/[id]/new\nfile", "new\n")
    return place


def test_every_sort_of_change_is_read(tmp_path: Path) -> None:
    place = changed(tmp_path / "place")
    assert said(place.path) == Said(
        "main",
        place.head(),
        rows=(
            ("?", "app/[id]/new\nfile", ""),
            ("M", "edited", ""),
            ("D", "gone", ""),
            ("R", "new name", "old name"),
            ("M", "staged", ""),
        ),
    )


def test_a_conflict_and_the_operation_are_read(tmp_path: Path) -> None:
    place = repository(tmp_path / "place", "file")
    place.git("checkout", "--quiet", "-b", "other")
    place.write("file", "theirs\n")
    place.commit("file")
    place.git("checkout", "--quiet", "main")
    place.write("file", "ours\n")
    place.commit("file")
    with pytest.raises(AssertionError):
        place.git("merge", "other")
    found = said(place.path)
    assert (found.operation, found.rows) == ("merge", (("U", "file", ""),))


def test_all_working_trees_are_asked(tmp_path: Path) -> None:
    place = repository(tmp_path / "place", "file")
    linked = place.worktree(tmp_path / "linked", "topic")
    for tree in (place, linked):
        tree.write("file", "changed\n")
    found = said_of(place.path)
    assert {top: one.branch for top, one in found.trees.items()} == {
        str(place.path): "main",
        str(linked.path): "topic",
    }
    assert found.both == {"file"}


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (HERE, []),
        (HERE._replace(rows=HERE.rows[:1]), ["- top: ('?', 'b', '')"]),
        (HERE._replace(rows=(*HERE.rows, ("A", "c", ""))), ["+ top: ('A', 'c', '')"]),
        (HERE._replace(rows=(*HERE.rows, *HERE.rows)), ["+ top: 2 rows come twice"]),
        (HERE._replace(branch="x"), ["- top: branch 'main'", "+ top: branch 'x'"]),
    ],
)
def test_each_difference_has_a_line(shown: Said, found: list[str]) -> None:
    assert differences(_alone(HERE), _alone(shown)) == found


def test_trees_and_collisions_that_are_not_shown_are_differences() -> None:
    assert differences(_alone(HERE), Clone({}, frozenset())) == ["- working tree /a/top"]
    both = Clone({"/a/top": HERE}, frozenset({"a"}))
    assert differences(both, _alone(HERE)) == ["- in several trees: a"]


def _alone(one: Said) -> Clone:
    return Clone({"/a/top": one}, frozenset())


def test_looking_alters_nothing_and_what_is_altered_is_found(tmp_path: Path) -> None:
    place = changed(tmp_path / "place")
    before = traces(place.path)
    said_of(place.path)
    assert altered(before, traces(place.path)) == []
    place.write("edited", "again\n")
    place.git("stash", "push", "--quiet", "staged")
    found = altered(before, traces(place.path))
    assert {"altered: edited", "altered: .git/index", "came: .git/refs/stash"} <= set(found)
