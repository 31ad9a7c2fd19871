"""Where everything stands, in a few lines or in one."""

import pytest

from coord_tui.core.contact import Contact
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.rows import Spans
from coord_tui.presentation.status import status_line, status_lines
from coord_tui.presentation.text import spans_width
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    group,
    harmless,
    plain,
    plan,
    snapshot,
    task,
    worktree,
)

BUSY = snapshot(
    board(
        plan(),
        event("claim", "senior", ago=12 * MINUTE, task="S1"),
        event("say", "junior", text="pull first"),
        event("ask", "junior", path="atlas/agents/a.py", why="wire it"),
    ),
    worktree(("M", "atlas/config.py"), ("?", "new [/].txt")),
)
QUIET = snapshot(board(plan(group("g"))), worktree())


def fact(lines: list[Spans], name: str) -> str:
    """What stands beside the name of a fact; empty when it is not told."""
    found = [plain(line) for line in lines if plain(line).startswith(name)]
    return found[0].removeprefix(name).strip() if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tasks", "1 claimed · 1 blocked"),
        ("yours", "S1 12m"),
        ("others", "junior last seen 0s ago"),
        ("asked", "1 request waits for your answer: `coord-tui inbox`"),
        ("unread", "1 event: `coord-tui inbox`"),
    ],
)
def test_facts_are_told_while_there_is_something_to_tell(name: str, words: str) -> None:
    assert fact(status_lines(BUSY, 0), name) == words
    assert fact(status_lines(QUIET, 0), name) == ""


def test_shared_files_that_others_are_in_are_told() -> None:
    said = event("announce", "junior", ago=3 * MINUTE, path="atlas/config.py", intent="x")
    found = board(plan(), said)
    lines = status_lines(snapshot(found, worktree()), 0)
    assert fact(lines, "shared") == "atlas/config.py held by junior 3m"
    assert (
        fact(status_lines(snapshot(board(plan(), said, me="junior"), worktree()), 0), "shared")
        == ""
    )


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact("origin", at=NOW - 4), "synced 4s ago"),
        (Contact("origin", away="x", since=NOW - 2 * MINUTE), "origin away 2m"),
        (Contact("origin", at=NOW - HOUR, away="x", since=NOW), "origin away 0s, synced 1h ago"),
        (Contact("origin"), "not synced yet"),
        (Contact(), ""),
    ],
)
def test_how_long_ago_the_remote_was_heard_of(contact: Contact, words: str) -> None:
    assert fact(status_lines(snapshot(board(contact=contact)), 0), "remote") == words


def test_the_head_comes_first_and_the_changed_files_last() -> None:
    lines = [plain(line) for line in status_lines(BUSY, 0)]
    assert lines[0].startswith("atlas │ main")
    files = [line for line in lines if "atlas/config.py" in line or "new [/].txt" in line]
    assert [line for line in lines[-3:] if line in files] == files


def test_several_messages_are_counted() -> None:
    told = board(plan(), *(event("say", "junior", text="x") for _ in range(3)))
    assert fact(status_lines(snapshot(told), 0), "unread").startswith("3 events")


@pytest.mark.parametrize(
    ("found", "tail"), [(BUSY, " │ 1 asked │ 1 unread"), (snapshot(), " │ 1 ready"), (QUIET, "")]
)
def test_one_line_ends_with_what_waits(found: Snapshot, tail: str) -> None:
    line = plain(status_line(found, 0))
    assert line.startswith("atlas │ ")
    assert line.endswith(tail)
    assert ("ready" in line, "unread" in line) == ("ready" in tail, "unread" in tail)


@pytest.mark.parametrize("width", [24, 40, 80, 160])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    assert spans_width(status_line(BUSY, width)) <= width
    lines = status_lines(BUSY, width)
    assert all(spans_width(line) <= width for line in (lines[0], *lines[-3:]))


def test_what_others_wrote_is_harmless() -> None:
    wild = board(
        plan(group("g", task("S1", NASTY), title=NASTY), project=NASTY),
        event("claim", "senior", task="S1"),
    )
    found = snapshot(wild, worktree(("M", NASTY)))
    for width in (0, 80):
        assert all(harmless(line) for line in status_lines(found, width))
        assert harmless(status_line(found, width))
