"""Finds a path that two patterns both take, so that an overlap is shown and not only claimed.

The patterns are walked side by side as automata, name by name, and tokens by tokens where both have
wildcards. Each pair of places is visited once: the time grows with the product of the two lengths,
and no number of stars makes it grow faster.
"""

from __future__ import annotations

from collections import deque
from itertools import product

from coord_tui.core.globs import ANY, STAR, Glob
from coord_tui.core.patterns import DEEP, Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coord_tui.core.globs import CharSet, Token
    from coord_tui.core.patterns import Segment

    Place = tuple[int, ...]
    Step = tuple[str, Place]
    """What is written on the way to the next place, and that place."""

_ANYTHING = Glob("*")
_LIKED = "xa0_-"
"""Characters that make readable examples."""


def overlap(one: Pattern, other: Pattern) -> str | None:
    """The path of a file that both patterns take, in the least folders; None if there is none."""
    known: dict[tuple[Segment, Segment], str | None] = {}

    def steps(place: Place) -> Iterator[Step]:
        for (mine, here), (theirs, there) in product(
            _moves(one, place[0]), _moves(other, place[1])
        ):
            if (mine, theirs) not in known:
                known[mine, theirs] = _common_name(mine, theirs)
            name = known[mine, theirs]
            if name is not None:
                yield name, (here, there)

    starts = product(_reached(one, 0), _reached(other, 0))
    names = _shortest(starts, steps, lambda place: _ends(one, place[0]) and _ends(other, place[1]))
    return None if names is None else "/".join(names)


def _moves(pattern: Pattern, place: int) -> list[tuple[Segment, int]]:
    """The names that may follow at a place of the pattern, and the places to which they lead.

    Behind the last name is the place `size`, and below a folder that matches `size + 1`.
    """
    size = len(pattern.segments)
    if place >= size:
        return [] if pattern.flat else [(_ANYTHING, size + 1)]
    part = pattern.segments[place]
    if part is DEEP:
        return [(_ANYTHING, after) for after in _reached(pattern, place)]
    return [(part, after) for after in _reached(pattern, place + 1)]


def _reached(pattern: Pattern, place: int) -> list[int]:
    """The place, and the one behind it when `**` stands here, which may be nothing."""
    deep = place < len(pattern.segments) and pattern.segments[place] is DEEP
    return [place, place + 1] if deep else [place]


def _ends(pattern: Pattern, place: int) -> bool:
    size = len(pattern.segments)
    return place > size or (place == size and not pattern.folder)


def _shortest(
    starts: Iterable[Place],
    steps: Callable[[Place], Iterator[Step]],
    done: Callable[[Place], bool],
) -> list[str] | None:
    """What is written on a way from a start to a place that is done, in the fewest steps."""
    came: dict[Place, tuple[str, Place] | None] = dict.fromkeys(starts)
    queue = deque(came)
    while queue:
        place = queue.popleft()
        if done(place):
            return _written(came, place)
        for text, after in steps(place):
            if after not in came:
                came[after] = (text, place)
                queue.append(after)
    return None


def _written(came: dict[Place, tuple[str, Place] | None], place: Place) -> list[str]:
    pieces = []
    while (step := came[place]) is not None:
        pieces.append(step[0])
        place = step[1]
    return pieces[::-1]


def _common_name(one: Segment, other: Segment) -> str | None:
    """A name that both match, if there is one."""
    if isinstance(one, str):
        same = one == other if isinstance(other, str) else other.test(one)
        return one if same else None
    if isinstance(other, str):
        return other if one.test(other) else None
    return _common_text(one.tokens, other.tokens)


def _common_text(one: tuple[Token, ...], other: tuple[Token, ...]) -> str | None:
    """A name that both rows of tokens match; never one that is empty, `.` or `..`."""

    def steps(place: Place) -> Iterator[Step]:
        here, there, shape = place
        mine = one[here] if here < len(one) else ""
        theirs = other[there] if there < len(other) else ""
        if mine is STAR:
            yield "", (here + 1, there, shape)
        if theirs is STAR:
            yield "", (here, there + 1, shape)
        char = _common_char(ANY if mine is STAR else mine, ANY if theirs is STAR else theirs)
        if char:
            after = (here + (mine is not STAR), there + (theirs is not STAR))
            yield char, (*after, _shape(shape, char))

    pieces = _shortest([(0, 0, _EMPTY)], steps, lambda at: at == (len(one), len(other), _NAME))
    return None if pieces is None else "".join(pieces)


_EMPTY, _DOT, _DOTS, _NAME = range(4)


def _shape(shape: int, char: str) -> int:
    """What a text of this shape becomes with one more character: only `_NAME` can be a file's."""
    return shape + 1 if char == "." and shape < _DOTS else _NAME


def _common_char(one: str | CharSet, other: str | CharSet) -> str:
    """A character that both stand for, `.` only if there is no other; empty when there is none."""
    for char in _candidates(one, other):
        if char not in "\0/" and _has(one, char) and _has(other, char):
            return char
    return ""


def _candidates(one: str | CharSet, other: str | CharSet) -> Iterator[str]:
    """Characters of which one is common if any is: wherever a set can begin, and `.` last."""
    if isinstance(one, str):
        yield from one
        return
    if isinstance(other, str):
        yield from other
        return
    yield from _LIKED + "\1"
    for low, high in one[1] + other[1]:
        yield from {low, chr(min(ord(high) + 1, 0x10FFFF))} - {"."}
    yield "."


def _has(chosen: str | CharSet, char: str) -> bool:
    if isinstance(chosen, str):
        return chosen == char
    negated, ranges = chosen
    return any(low <= char <= high for low, high in ranges) != negated
