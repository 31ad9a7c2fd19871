"""The conflicts that are to come, as rows: which file, between whom, and what each side says there.

Those in which the reader is a side stand first. Nothing here is read as markup, neither the names
nor the lines of the files.
"""

from collections.abc import Iterator

from coord_tui.core.board import Board
from coord_tui.core.radar import Hunk, Pair, Place, Radar
from coord_tui.presentation import symbols
from coord_tui.presentation.commands import pair_name
from coord_tui.presentation.facts import POINT, facts
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert

APART = "\0"
MARK = f"{APART}pair{APART}"
"""Before the names of the pair and the path in the key of a row."""

BETWEEN = Span(f" {symbols.SHARED} ", "alarm")
DASHES = Span(f"{symbols.RULE * 2} ", "dim")

MOST_LINES = 2000
"""Lines of hunks that are worth showing."""


def rows(radar: Radar, board: Board, own: str = "") -> tuple[Row, ...]:
    """A row for each file of each pair in conflict, then what nothing can be said of.

    `own` is the path of the reader's own working tree. No rows when all is clean.
    """
    found = [
        row_of(pair, path, board, own) for pair in ordered(radar, board, own) for path in pair.paths
    ]
    return (*found, *(_note(words, number) for number, words in enumerate(doubts(radar, board))))


def pair_of(key: str) -> str:
    """The name of the pair that a row stands for, as `pair_name` has it; empty: another row."""
    return key.removeprefix(MARK).rpartition(APART)[0] if key.startswith(MARK) else ""


def pair_named(radar: Radar, name: str) -> Pair | None:
    """The pair of that name, if there is one."""
    return next((pair for pair in radar.pairs if pair_name(pair) == name), None)


def ordered(radar: Radar, board: Board, own: str = "") -> list[Pair]:
    """The pairs in conflict, those of the reader first."""
    return sorted(radar.conflicts, key=lambda pair: not involves(pair, board, own))


def edge(radar: Radar) -> Spans:
    """How many files would conflict, for the frame of a pane; nothing when none would."""
    files = len({path for pair in radar.conflicts for path in pair.paths})
    words = f"{files} would conflict"
    return (Span(words, "alarm"),) if files else ()


def names_of(pair: Pair, board: Board, own: str = "") -> Spans:
    """Both sides in short: `you ⇄ bolt`."""
    same = _short(pair.one, board, own) == _short(pair.other, board, own)
    one, other = (_side(place, board, own, branch=same) for place in (pair.one, pair.other))
    return (*one, BETWEEN, *other)


def kind_words(pair: Pair, path: str, board: Board, own: str = "") -> str:
    """How a file is in conflict, in a word or two; the most usual way needs none."""
    one, other = (inert(_short(place, board, own)) for place in (pair.one, pair.other))
    return {
        "added": "both added it",
        "one deleted": f"{one} deleted it",
        "other deleted": f"{other} deleted it",
        "renamed": "renamed",
        "binary": "binary",
        "folder": "file or folder",
        "submodule": "submodule",
    }.get(pair.kind(path), "")


def what_each_did(pair: Pair, path: str, board: Board, own: str = "") -> str:
    """How a file is in conflict, as a sentence; where hunks say it, it needs none."""
    one, other = (inert(_short(place, board, own)) for place in (pair.one, pair.other))
    return {
        "added": "Both added this file.",
        "one deleted": f"{one} deleted or moved it, {other} changed it.",
        "other deleted": f"{one} changed it, {other} deleted or moved it.",
        "renamed": "It was renamed, which does not go with what the other did.",
        "binary": "Both changed it, and it is no text, or too large to be read.",
        "folder": "For one side it is a file, for the other a folder.",
        "submodule": "Both moved this submodule.",
        "other": "Git cannot merge it, and does not say why.",
    }.get(pair.kind(path), "")


def place_words(place: Place, board: Board, own: str = "") -> Spans:
    """A side in full: who, on which branch, with how many uncommitted changes."""
    facts = [Span(inert(place.name), "dim")]
    if place.changed:
        facts.append(Span(f"{place.changed} uncommitted", "dim"))
    if place.session:
        words = "you" if _mine(place, board, own) else place.session
        facts.insert(0, Span(inert(words), Names(board).role(place.session, "strong")))
    return tuple(part for n, fact in enumerate(facts) for part in ((POINT, fact) if n else (fact,)))


def hunk_rows(
    pair: Pair, path: str, hunks: tuple[Hunk, ...], board: Board, own: str = ""
) -> tuple[Row, ...]:
    """What both sides say in each place of a file where they differ, as rows to scroll."""
    head = [
        Line((Span(inert(path), "strong title"),), squeeze="middle"),
        *facts("between", [place_words(place, board, own) for place in (pair.one, pair.other)]),
    ]
    if words := what_each_did(pair, path, board, own):
        head += [Line(), Line((Span(words, "warn"),))]
    lines = [*head, *(line for hunk in hunks for line in _hunk(hunk, pair, board, own))]
    cut = [Line((Span(symbols.MORE, "dim"),))] if len(lines) > MOST_LINES else []
    shown = [*lines[:MOST_LINES], *cut]
    return tuple(Row(f"line {n}", (line,), selectable=False) for n, line in enumerate(shown))


def doubts(radar: Radar, board: Board) -> Iterator[Spans]:
    """What nothing can be said of, and why: first places as a whole, then pairs."""
    if radar.problem:
        yield (Span(inert(radar.problem), "warn"),)
    places = dict.fromkeys(place for pair in radar.doubtful for place in (pair.one, pair.other))
    for place in places:
        if place.reason:
            yield (*_side(place, board), Span(f": {inert(place.reason)}", "warn"))
    for pair in radar.doubtful:
        if not (pair.one.reason or pair.other.reason):
            yield (*names_of(pair, board), Span(f": {inert(pair.reason)}", "warn"))
    if radar.more:
        words = "branch at work is" if radar.more == 1 else "branches at work are"
        yield (Span(f"{radar.more} more {words} not compared", "dim"),)


def row_of(pair: Pair, path: str, board: Board, own: str) -> Row:
    """The row for a file of a pair."""
    left = [Span(symbols.WARNING, "strong alarm"), Span("  "), Span(inert(path))]
    if words := kind_words(pair, path, board, own):
        left.append(Span(f"  {words}", "dim"))
    line = Line(tuple(left), names_of(pair, board, own), "middle")
    return Row(f"{MARK}{pair_name(pair)}{APART}{path}", (line,), tag="alarm")


def _note(words: Spans, number: int) -> Row:
    return Row(f"{APART}doubt {number}", (Line(words),), selectable=False)


def involves(pair: Pair, board: Board, own: str) -> bool:
    """Whether the reader is a side of it."""
    return any(_mine(place, board, own) for place in (pair.one, pair.other))


def _mine(place: Place, board: Board, own: str) -> bool:
    return bool(place.worktree) and (place.worktree == own or place.session == board.me != "")


def _short(place: Place, board: Board, own: str = "") -> str:
    """A working tree by who works in it, a branch by its name."""
    if _mine(place, board, own) and board.me:
        return "you"
    return place.session if place.worktree and place.session else place.name


def _side(place: Place, board: Board, own: str = "", *, branch: bool = False) -> Spans:
    role = Names(board).role(place.session) if place.session else "dim"
    name = Span(inert(_short(place, board, own)), role)
    return (name, Span(f" {inert(place.name)}", "dim")) if branch else (name,)


def _hunk(hunk: Hunk, pair: Pair, board: Board, own: str) -> Iterator[Line]:
    yield Line()
    yield Line((Span(f"line {hunk.line}", "dim"),))
    same = _short(pair.one, board, own) == _short(pair.other, board, own)
    for place, lines in ((pair.one, hunk.one), (pair.other, hunk.other)):
        yield Line((DASHES, *_side(place, board, own, branch=same)))
        yield from _lines(lines)
    if hunk.base:
        yield Line((DASHES, Span("both began with", "dim")))
        yield from _lines(hunk.base, "dim")


def _lines(lines: tuple[str, ...], role: str = "") -> Iterator[Line]:
    if not lines:
        yield Line((Span("   (nothing)", "dim"),))
    for text in lines:
        yield Line((Span("   "), Span(inert(text.rstrip("\r\n")), role)))
