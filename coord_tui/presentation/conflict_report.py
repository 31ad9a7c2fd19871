"""What `conflicts` prints: the files that would conflict, between whom, and what was compared."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coord_tui.core.board import Board
from coord_tui.core.radar import Hunk, Missing, Pair, Place, Radar, Unseen
from coord_tui.core.times import span
from coord_tui.presentation.columns import fitted
from coord_tui.presentation.conflicts import doubts, hunk_rows, ordered, rows
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert

MOST = 5
"""Paths that were left out and are named."""

NOTHING = Unseen()

Found = Mapping[tuple[Pair, str], Sequence[Hunk]]
"""Where both sides of a pair differ in a file."""


def conflict_lines(
    radar: Radar, board: Board, width: int, own: str = "", unseen: Unseen = NOTHING
) -> Iterator[Spans]:
    """A line for each file of each pair in conflict, what is in doubt, and how much was compared.

    `own` is the path of the reader's own working tree.
    """
    for row in rows(radar, board, own):
        yield from (fitted(line, width) for line in row.lines)
    yield from _ending(radar, board, unseen)


def hunk_lines(
    radar: Radar,
    board: Board,
    width: int,
    hunks: Found,
    own: str = "",
    unseen: Unseen = NOTHING,
) -> Iterator[Spans]:
    """Each file of each pair in conflict with what both sides say there, then as without."""
    for pair in ordered(radar, board, own):
        for path in pair.paths:
            for row in hunk_rows(pair, path, tuple(hunks.get((pair, path), ())), board, own):
                yield from (fitted(line, width) for line in row.lines)
            yield ()
    yield from doubts(radar, board)
    yield from _ending(radar, board, unseen)


def document(radar: Radar, hunks: Found | None = None, unseen: Unseen = NOTHING) -> dict[str, Any]:
    """The look as JSON; with `hunks`, what both sides say in each file."""
    return {
        "at": radar.at,
        "pairs": [_pair(pair, hunks) for pair in radar.pairs],
        "more": radar.more,
        "missing": [
            {"session": one.session, "worktree": one.folder, "why": _why(one)}
            for one in unseen.missing
        ],
        "problem": radar.problem or None,
    }


def _pair(pair: Pair, hunks: Found | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "one": _place(pair.one),
        "other": _place(pair.other),
        "state": pair.state,
        "paths": list(pair.paths),
        "kinds": list(pair.kinds),
        "reason": pair.reason or None,
        "again": pair.again,
    }
    if hunks is None:
        return found
    told = {path: [_hunk(one) for one in hunks.get((pair, path), ())] for path in pair.paths}
    return found | {"hunks": told}


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "session": place.session or None,
        "worktree": place.worktree or None,
        "changed": place.changed,
        "without": list(place.without),
    }


def _hunk(hunk: Hunk) -> dict[str, Any]:
    return {
        "line": hunk.line,
        "one": list(hunk.one),
        "other": list(hunk.other),
        "base": list(hunk.base),
    }


def _ending(radar: Radar, board: Board, unseen: Unseen) -> Iterator[Spans]:
    for one in unseen.missing:
        tree = f"{inert(one.session)}'s {inert(one.folder)}"
        yield (Span(f"{tree} is {_why(one)}: not compared", "warn"),)
    for place in radar.places:
        if place.without:
            named = ", ".join(map(inert, place.without[:MOST]))
            more = len(place.without[MOST:])
            rest = f" and {more} more" if more else ""
            yield (Span(f"{inert(place.name)}: not compared: {named}{rest}", "dim"),)
    if unseen.fetched and any(place.remote for place in radar.places):
        ago = span(board.now - unseen.fetched)
        yield (Span(f"branches of remotes as fetched {ago} ago", "dim"),)
    yield _summary(radar)


def _why(one: Missing) -> str:
    return "a repository of another project" if one.strange else "not there"


def _summary(radar: Radar) -> Spans:
    places = radar.places
    if not places:
        return (Span("nothing to compare: no other working tree, no other branch at work", "dim"),)
    trees = sum(1 for place in places if place.worktree)
    compared = _counted(((trees, "working tree"), (len(places) - trees, "branch")))
    files = len({path for pair in radar.conflicts for path in pair.paths})
    if files:
        return (Span(f"{_counted(((files, 'file'),))} would conflict", "alarm"), _of(compared))
    if radar.doubtful:
        return (Span("no conflict known", "warn"), _of(compared))
    return (Span("no conflicts", "ok"), _of(compared))


def _of(compared: str) -> Span:
    return Span(f" among {compared}", "dim")


def _counted(counts: Sequence[tuple[int, str]]) -> str:
    words = [f"{count} {_many(word) if count != 1 else word}" for count, word in counts if count]
    return " and ".join(words)


def _many(word: str) -> str:
    return f"{word}es" if word.endswith("h") else f"{word}s"
