"""What is going on in one file, as its details say it."""

from coord_tui.core.radar import Pair, Place, Radar
from coord_tui.core.tree import Conflict, FileChange
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.details import details
from tests.builders import (
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    harmless,
    said,
    snapshot,
    spans_of,
    worktree,
)

CONFIG, GRAPH = "atlas/config.py", "atlas/agents/graph.py"
OWN = worktree(("M", CONFIG), session="senior")
THEIRS = worktree(("M", CONFIG), ("M", GRAPH), path="/repo/atlas-junior", session="junior")
ANNOUNCED = event("announce", "senior", path=CONFIG, intent="x", ago=MINUTE)


def fact(lines: list[str], name: str) -> list[str]:
    """The lines of one fact, without its name."""
    start = next((n for n, line in enumerate(lines) if line.startswith(name)), len(lines))
    rest = [n for n in range(start + 1, len(lines)) if lines[n][:1] != " "]
    return [line[9:] for line in lines[start : min(rest, default=len(lines))]]


def test_the_steps_of_every_session_that_is_under_way() -> None:
    shot = snapshot(board(None, ANNOUNCED), OWN, THEIRS)
    found = said(details(shot, Subject("tree", path=CONFIG)))
    assert fact(found, "steps") == [
        "senior  ✓ free → ✓ announced → ✓ pulled → ● edited → pushed → told",
        "junior  ✓ free → ✗ announced → ✓ pulled → ● edited → pushed → told",
    ]
    assert fact(found, "standing") == ["edited: finish next"]
    assert fact(found, "held by")[0].endswith("1h left · “x”")


def test_the_steps_take_as_many_lines_as_they_need() -> None:
    found = said(details(snapshot(None, worktree()), Subject("tree", path=CONFIG), 40))
    assert fact(found, "steps") == [
        "senior  ● free → announced",
        "   → pulled → edited → pushed",
        "   → told",
    ]


def test_what_to_pull_names_the_commit_and_by_whom() -> None:
    pushed = event("pushed", path=CONFIG, commit="abc123456", ago=3 * MINUTE)
    lacking = OWN._replace(lacks=frozenset({"abc123456"}))
    found = said(details(snapshot(board(None, pushed), lacking), Subject("tree", path=CONFIG)))
    assert fact(found, "pull") == ["before editing: abc1234 by junior 3m ago"]
    assert fact(found, "skipped") == [
        "edited without announcing",
        "not pulled since junior pushed 3m ago",
    ]


def test_its_changes_in_every_tree() -> None:
    nobodys = worktree(changes=(FileChange(CONFIG, "D", staged=True),), path="/repo/else")
    shot = snapshot(None, OWN, THEIRS, nobodys)
    assert fact(said(details(shot, Subject("tree", path=CONFIG))), "changed") == [
        "modified on main",
        "modified by junior in ../atlas-junior on main",
        "deleted · staged in ../else on main",
    ]


def test_who_brought_the_other_side_of_a_conflict() -> None:
    known = Conflict(GRAPH, "fb173801", "Add the graph", "junior")
    shot = snapshot(None, worktree(("U", GRAPH), conflicts=(known, Conflict(CONFIG))))
    assert fact(said(details(shot, Subject("tree", path=GRAPH))), "conflict") == [
        "with fb17380 of junior “Add the graph”"
    ]
    found = said(details(shot, Subject("tree", path=GRAPH)))
    assert fact(found, "standing") == ["in conflict with fb17380 of junior"]
    assert fact(said(details(shot, Subject("tree", path=CONFIG))), "conflict") == []


def test_between_whom_it_would_conflict() -> None:
    here, there = Place("main", "senior", OWN.path), Place("next", "junior", THEIRS.path)
    pair = Pair(here, there, "conflict", (GRAPH, CONFIG), kinds=("added", "edited"))
    shot = snapshot(None, OWN, THEIRS, radar=Radar((pair,), NOW))
    assert fact(said(details(shot, Subject("tree", path=GRAPH))), "foreseen") == [
        "would conflict: you ⇄ junior, both added it"
    ]
    assert fact(said(details(shot, Subject("tree", path="README.md"))), "foreseen") == []


def test_what_others_wrote_is_inert() -> None:
    known = Conflict(NASTY, NASTY, NASTY, NASTY)
    wild = worktree(("U", NASTY), conflicts=(known,), path=f"/{NASTY}", session="senior")
    shot = snapshot(None, wild, wild._replace(path=f"/else/{NASTY}"))
    assert harmless(spans_of(details(shot, Subject("tree", path=NASTY))))
