"""Which programs of one name are a person's own, and which look like somebody else's."""

import pytest

from coord_tui.core.program import Program, doubles


def program(via: str, worktree: str = "/a", session: str = "me") -> Program:
    return Program(session, via, 1, worktree)


@pytest.mark.parametrize(
    ("others", "odd"),
    [
        ([], []),
        ([program("wait"), program("log")], []),
        ([program("wait", session="another")], []),
        ([program("screen")], [0]),
        ([program("wait", "/b")], [0]),
        ([program("wait"), program("wait")], [1]),
        ([program("screen", "/b"), program("wait"), program("screen")], [0, 2]),
    ],
)
def test_another_working_tree_or_the_same_kind_again_is_odd(
    others: list[Program], odd: list[int]
) -> None:
    assert doubles(program("screen"), others) == tuple(others[place] for place in odd)
