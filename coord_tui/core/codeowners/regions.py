"""Sets of paths that one pattern can say: what two have in common, whether one holds another.

A region is a row of names, where `DEEP` stands for any number of them, and how a path belongs to
it. What two regions share is a finite union of regions.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from coord_tui.core.codeowners.names import (
    ANY_NAME,
    Name,
    TooMany,
    meet_names,
    name_covers,
    name_of,
)
from coord_tui.core.patterns import DEEP as PATTERN_DEEP
from coord_tui.core.patterns import Pattern

DEEP = None
Part = Name | None
Row = tuple[Part, ...]
Kind = Literal["leaf", "tree", "below"]
"""The paths that match themselves; those and all below them; only what is below."""

_MORE: Row = (DEEP, ANY_NAME)
_MOST, _PRUNED = 8, 5
_MOST_CELLS = 20_000


class Region(NamedTuple):
    """Paths, by the names in them."""

    row: Row
    kind: Kind

    @property
    def head(self) -> tuple[str, ...]:
        """The literal names with which all its paths begin."""
        names: list[str] = []
        for part in self.row:
            if not isinstance(part, str):
                break
            names.append(part)
        return tuple(names)


def region_of(pattern: Pattern, leaf: bool = False) -> Region:
    """The files that a pattern takes; with `leaf`, none below a folder that it names."""
    row = tuple(
        DEEP if part is PATTERN_DEEP else name_of(part)  # only `**` itself is that object
        for part in pattern.segments
    )
    kind: Kind = "below" if pattern.folder else "leaf" if leaf or pattern.flat else "tree"
    return region(row, kind)


def region(row: Iterable[Part], kind: Kind) -> Region:
    """The region in the one spelling that all equal regions have."""
    parts: list[Part] = []
    for part in row:
        if part is DEEP and parts[-1:] == [DEEP]:
            continue
        if part is DEEP and parts[-1:] == [ANY_NAME]:
            parts[-1:] = [DEEP] if parts[-2:-1] != [DEEP] else []
            parts.append(ANY_NAME)  # `*/**` is `**/*`
        else:
            parts.append(part)
    return _ended(parts, kind)


def _ended(parts: list[Part], kind: Kind) -> Region:
    """Without what says nothing at the end."""
    if parts[-1:] == [DEEP]:
        parts.pop()
        kind = "tree" if kind == "leaf" else kind
    elif parts[-1:] == [ANY_NAME] and kind != "below":
        below = parts[-2:-1] == [DEEP]
        if below:
            parts[-2:] = []
        elif kind == "tree":
            parts.pop()
        kind = "below" if below or kind == "tree" else kind
    if not parts:
        kind = "below"
    return Region(tuple(parts), kind)


def itself(one: Region) -> Region | None:
    """The part of it that matches by the whole path."""
    return None if one.kind == "below" else Region(one.row, "leaf")


def below(one: Region) -> Region | None:
    """The part of it that lies in folders that match."""
    return None if one.kind == "leaf" else Region(one.row, "below")


@lru_cache(maxsize=65_536)
def meet(one: Region, other: Region) -> tuple[Region, ...]:
    """The paths that are in both, as few regions; `TooMany` when they are not few."""
    if not _heads_agree(one.head, other.head):
        return ()
    if covers(other, one):
        return (one,)
    if covers(one, other):
        return (other,)
    found: list[Region] = []
    for mine, theirs, kind in _pairs(one, other):
        found += [region(row, kind) for row in _meet_rows(mine, theirs)]
    return tuple(_few(found))


def meets(one: Region, other: Region) -> bool:
    """Whether any path is in both; also when their common paths are too much to write."""
    try:
        return bool(meet(one, other))
    except TooMany:
        return True


def _heads_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(mine == theirs for mine, theirs in zip(one, other, strict=False))


def _pairs(one: Region, other: Region) -> list[tuple[Row, Row, Kind]]:
    """Rows whose common paths make up the common paths of two regions."""
    if one.kind == "leaf":
        return [(one.row, _reach(other), "leaf")]
    if other.kind == "leaf":
        return [(_reach(one), other.row, "leaf")]
    deep_one, deep_other = (*one.row, DEEP), (*other.row, DEEP)
    if one.kind == other.kind:
        return [(deep_one, other.row, one.kind), (one.row, deep_other, one.kind)]
    if one.kind == "below":
        return [(_reach(one), other.row, "tree"), (one.row, deep_other, "below")]
    return [(deep_one, other.row, "below"), (one.row, _reach(other), "tree")]


def _reach(one: Region) -> Row:
    """The row that the paths themselves match."""
    if one.kind == "leaf":
        return one.row
    return (*one.row, DEEP) if one.kind == "tree" else (*one.row, *_MORE)


def _meet_rows(one: Row, other: Row) -> list[Row]:
    """What two rows of names have in common, worked out from their ends."""
    if len(one) * len(other) > _MOST_CELLS:
        raise TooMany
    below: list[list[Row]] = []
    for i in range(len(one), -1, -1):
        here: list[list[Row]] = [[] for _ in range(len(other) + 1)]
        for j in range(len(other), -1, -1):
            mine, theirs = one[i : i + 1], other[j : j + 1]
            right = here[j + 1] if theirs else []
            if not mine and not theirs:
                here[j] = [()]
            elif (DEEP,) in (mine, theirs):
                here[j] = _deep(mine, theirs, below[j] if mine else [], right)
            elif mine and theirs and below[j + 1]:
                names = meet_names(mine[0], theirs[0])
                here[j] = _less((name, *row) for name in names for row in below[j + 1])
        below = here
    return below[0]


def _deep(mine: Row, theirs: Row, down: list[Row], right: list[Row]) -> list[Row]:
    """What follows where `**` stands on one side or both; as `names` does with stars."""
    if mine == theirs:
        return _less((DEEP, *row) for row in (*down, *right))
    if mine == (DEEP,):
        return _less((*down, *((*theirs, *row) for row in right if theirs)))
    return _less((*right, *((*mine, *row) for row in down if mine)))


def _less(rows: Iterable[Row]) -> list[Row]:
    """Without those that another one covers, once they are many."""
    found = list(dict.fromkeys(region((*row, "."), "leaf").row[:-1] for row in rows))
    if len(found) < _PRUNED:
        return found
    kept: list[Row] = []
    for place, row in enumerate(found):
        if not any(_row_covers(other, row) for other in (*kept, *found[place + 1 :])):
            kept.append(row)
    if len(kept) > _MOST:
        raise TooMany
    return kept


def _few(found: list[Region]) -> list[Region]:
    distinct = list(dict.fromkeys(found))
    kept: list[Region] = []
    for place, one in enumerate(distinct):
        if not any(covers(other, one) for other in (*kept, *distinct[place + 1 :])):
            kept.append(one)
    return kept


@lru_cache(maxsize=65_536)
def covers(general: Region, special: Region) -> bool:
    """Whether all paths of `special` are in `general`; a sure yes, else no."""
    rows = {"leaf": [special.row], "below": [(*special.row, *_MORE)]}.get(
        special.kind, [special.row, (*special.row, *_MORE)]
    )
    return all(_row_covers(_reach(general), row) for row in rows)


def _row_covers(general: Row, special: Row) -> bool:
    return _swallows(general, special) or _swallows(_turned(general), special)


def _turned(row: Row) -> Row:
    """With `*` before `**` where they touch, which means the same."""
    parts = list(row)
    for place in range(len(parts) - 1):
        if parts[place] is DEEP and parts[place + 1] == ANY_NAME:
            parts[place], parts[place + 1] = ANY_NAME, DEEP
    return tuple(parts)


def _swallows(general: Row, special: Row) -> bool:
    """Whether `general` takes all that `special` does; each `**` swallows any names."""
    if len(general) * len(special) > _MOST_CELLS:
        return False
    after = [False] * len(special) + [True]
    for part in reversed(general):
        here = [False] * (len(special) + 1)
        for place in range(len(special), -1, -1):
            more = place < len(special)
            if part is DEEP:
                here[place] = after[place] or (more and here[place + 1])
            elif more and after[place + 1]:
                name = special[place]
                here[place] = name is not DEEP and name_covers(part, name)
        after = here
    return after[0]
