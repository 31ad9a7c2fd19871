"""Whose a commit is, and what an announcement came to, as tables."""

import pytest

from coord_tui.core.commits import Announced, Commit, announced_by, conflict, landed, session_of
from coord_tui.core.plan import Session
from coord_tui.core.state import Pushed
from coord_tui.core.tree import Conflict, Landed
from tests.builders import NOW, board, event

SESSIONS = (
    Session("senior", emails=("s@x", "S@Home")),
    Session("junior", emails=("j@x",)),
    Session("twin", emails=("J@X", "t@x")),
    Session("bare"),
)


@pytest.mark.parametrize(
    ("named", "emails", "expected"),
    [
        ((), ("s@x", "j@x"), "senior"),
        ((), ("s@HOME", ""), "senior"),
        ((), ("nobody@x", "s@x"), ""),
        ((), ("j@x", "j@x"), ""),
        ((), ("", ""), ""),
        (("senior",), ("j@x", "s@x"), "senior"),
        (("senior",), ("t@x", "t@x"), "twin"),
        (("twin",), ("j@x", "j@x"), "twin"),
        (("bare",), ("s@x", "s@x"), "bare"),
        (("nobody",), ("s@x", "s@x"), "senior"),
        (("nobody", "senior"), ("s@x", "s@x"), "senior"),
        (("--all", "[/]"), ("?", "?"), ""),
    ],
)
def test_a_trailer_counts_beside_an_email_else_the_author_does(
    named: tuple[str, ...], emails: tuple[str, ...], expected: str
) -> None:
    assert session_of(Commit("c", 0, emails, named), SESSIONS) == expected


def test_a_conflict_names_the_commit_if_there_is_one() -> None:
    commit = Commit("c", 0, ("s@x", "s@x"), (), "Why")
    assert conflict("a", commit, SESSIONS) == Conflict("a", "c", "Why", "senior")
    assert conflict("a", None, SESSIONS) == Conflict("a")


def commits(*told: tuple[str, float, str]) -> list[Commit]:
    return [Commit(id, at, paths=tuple(paths.split())) for id, at, paths in told]


@pytest.mark.parametrize(
    ("history", "told", "expected"),
    [
        ([], [], []),
        ([("c2", 20, "a b"), ("c1", 10, "a")], [], [Landed("a", "c2")]),
        ([("c2", 20, "b"), ("c1", 10, "a")], [], [Landed("a", "c1")]),
        ([("c1", 9, "a")], [], []),
        ([("c2", 20, "a"), ("c1", 10, "a")], [("a", "c2")], []),
        ([("c2ff", 20, "a")], [("a", "c2")], []),
        ([("c2", 20, "a")], [("b", "c2"), ("a", "")], [Landed("a", "c2")]),
        ([("c2", 20, "a/b")], [], []),
    ],
)
def test_what_was_announced_has_landed_once_it_is_pushed_and_nobody_was_told(
    history: list[tuple[str, float, str]], told: list[tuple[str, str]], expected: list[Landed]
) -> None:
    pushed = [Pushed(path, commit, "senior", "") for path, commit in told]
    assert list(landed([Announced("a", 10)], commits(*history), pushed)) == expected


def test_only_live_announcements_of_the_session_count() -> None:
    found = board(
        None,
        event("announce", "senior", ago=60, path="atlas/config.py", intent="x"),
        event("reserve", "senior", ago=60, path="docs/"),
        event("announce", "junior", ago=60, path="notes.md", intent="x"),
        event("announce", "senior", ago=50, path="sh.md", intent="x"),
        event("pushed", "senior", ago=40, path="sh.md", commit="c0ffee"),
    )
    assert announced_by("senior", found) == (Announced("atlas/config.py", NOW - 60),)
    assert announced_by("", found) == ()
