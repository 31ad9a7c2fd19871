"""When a file was last seen without an edit, as stories of readings."""

from coord_tui.core.edits_seen import Edit, EditsSeen
from coord_tui.core.tree import FileChange, Worktree


def tree(*paths: str, top: str = "/t", session: str = "junior", **more: str) -> Worktree:
    changes = tuple(FileChange(path, "M") for path in paths)
    return Worktree(top, changes=changes, session=session, **more)  # type: ignore[arg-type]


def seen(*readings: tuple[Worktree, ...]) -> dict[Edit, float]:
    """What is known after these readings, at the moments 100, 200 and so on."""
    edits = EditsSeen()
    for number, trees in enumerate(readings, 1):
        edits.see(trees, 100.0 * number)
    return edits.clean()


A: Edit = ("junior", "a")


def test_what_is_edited_from_the_first_was_never_seen_clean() -> None:
    assert seen((tree("a"),), (tree("a"),)) == {A: 0}


def test_what_comes_later_was_clean_at_the_reading_before() -> None:
    assert seen((tree(),), (tree(),), (tree("a"),), (tree("a"),)) == {A: 200}


def test_what_goes_and_comes_again_was_clean_in_between() -> None:
    assert seen((tree("a"),), (tree(),), (tree("a"),)) == {A: 200}


def test_in_a_tree_that_is_seen_for_the_first_time_nothing_was_seen_clean() -> None:
    assert seen((tree(),), (tree(), tree("a", top="/other"))) == {A: 0}


def test_of_two_trees_the_edit_that_stands_longer_counts() -> None:
    both = tree("a"), tree("a", top="/other")
    assert seen((tree(), both[1]), both) == {A: 0}


def test_a_tree_that_is_busy_or_cannot_be_read_stands_as_it_was() -> None:
    for more in ({"operation": "rebase"}, {"problem": "git failed"}):
        assert seen((tree("a"),), (tree(**more),), (tree("a"),)) == {A: 0}
        assert seen((tree("a"),), (tree(**more),)) == {A: 0}


def test_a_tree_that_is_gone_has_no_edits() -> None:
    assert seen((tree("a"),), ()) == {}


def test_a_file_that_moves_is_an_edit_of_both_names() -> None:
    moved = Worktree("/t", changes=(FileChange("b", "R", origin="a"),), session="junior")
    assert seen((moved,)) == {A: 0, ("junior", "b"): 0}


def test_whose_edit_it_is_may_become_known_later() -> None:
    assert seen((tree("a", session=""),), (tree("a"),)) == {A: 0}
