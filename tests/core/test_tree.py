"""What several working trees say together."""

import pytest

from coord_tui.core.tree import FileChange, Worktree, collisions


def tree(top: str, *paths: str) -> Worktree:
    """A working tree in which these paths are changed."""
    return Worktree(top, changes=tuple(FileChange(path, "M") for path in paths))


@pytest.mark.parametrize(
    ("trees", "expected"),
    [
        ([], {}),
        ([tree("/a", "x", "y")], {}),
        ([tree("/a", "x"), tree("/b", "y")], {}),
        ([tree("/a", "y", "x"), tree("/b", "x", "y")], {"x": ["/a", "/b"], "y": ["/a", "/b"]}),
        ([tree("/a", "x"), tree("/b"), tree("/c", "x")], {"x": ["/a", "/c"]}),
        ([tree("/a", "x"), tree("/b", "x/y")], {}),
    ],
)
def test_a_path_that_is_changed_in_several_trees_is_a_collision(
    trees: list[Worktree], expected: dict[str, list[str]]
) -> None:
    found = collisions(tuple(trees))
    assert {path: [one.path for one in where] for path, where in found.items()} == expected
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("operation", "change", "collides"),
    [
        ("merge", FileChange("x", "M", staged=True), False),
        ("rebase", FileChange("x", "A", staged=True), False),
        ("merge", FileChange("x", "M", staged=True, unstaged=True), True),
        ("merge", FileChange("x", "M", unstaged=True), True),
        ("merge", FileChange("x", "U", staged=True), True),
        ("bisect", FileChange("x", "M", staged=True), True),
        ("", FileChange("x", "M", staged=True), True),
    ],
)
def test_what_a_merge_under_way_brought_is_no_collision(
    operation: str, change: FileChange, collides: bool
) -> None:
    merging = Worktree("/b", changes=(change,), operation=operation)
    assert bool(collisions((tree("/a", "x"), merging))) == collides
