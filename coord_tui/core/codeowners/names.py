"""Says what two names with wildcards have in common, as names with wildcards again.

A name is a text, or a row of tokens as `core.globs` reads them. What two globs share is a finite
union of globs; `TooMany` when it would be a long one.
"""

from collections.abc import Iterable
from functools import lru_cache

from coord_tui.core.globs import ANY, STAR, Glob

CharSet = tuple[bool, tuple[tuple[str, str], ...]]
Token = str | CharSet | None
Name = str | tuple[Token, ...]
ANY_NAME: Name = (STAR,)
NONE: CharSet = (False, ())
"""No character at all."""
_NO_NAMES = ("", ".", "..")
_MOST = 12
_LAST = 0x10FFFF


class TooMany(Exception):
    """What is common to two patterns has too many parts to be written down."""


def name_of(part: str | Glob) -> Name:
    """A name of a parsed pattern, in the one spelling that all equal names have."""
    if isinstance(part, str):
        return part
    tokens = (
        (_charset(_spans(token)) or NONE) if isinstance(token, tuple) else token
        for token in part.tokens
    )
    name = _plain(_ordered(tokens))
    return (NONE,) if name in _NO_NAMES else name  # no file is called `.`


@lru_cache(maxsize=4096)
def meet_names(one: Name, other: Name) -> tuple[Name, ...]:
    """The names that both match, as few globs."""
    if isinstance(one, str) and isinstance(other, str):
        return (one,) if one == other else ()
    rows = _meet(_row(one), _row(other))
    found = (_plain(row) for row in rows)
    return tuple(name for name in found if name not in _NO_NAMES)


@lru_cache(maxsize=4096)
def name_covers(general: Name, special: Name) -> bool:
    """Whether every name that `special` matches is matched by `general`; a sure yes, else no."""
    if isinstance(general, str):
        return general == special
    return _covers(general, _row(special))


def literals(name: Name | None) -> int:
    """How many characters it spells out; `**` none."""
    return sum(isinstance(token, str) for token in _row(name or ()))


def _row(name: Name) -> tuple[Token, ...]:
    return tuple(name) if isinstance(name, str) else name


def _plain(row: tuple[Token, ...]) -> Name:
    letters = [token for token in row if isinstance(token, str)]
    return "".join(letters) if len(letters) == len(row) else row


def _ordered(row: Iterable[Token]) -> tuple[Token, ...]:
    """With `?` before `*` where they touch, and no star twice: `*?*` is `?*`."""
    made: list[Token] = []
    for token in row:
        if token is STAR and made[-1:] == [STAR]:
            continue
        if token == ANY and made[-1:] == [STAR]:
            made.insert(len(made) - 1, token)
        else:
            made.append(token)
    return tuple(made)


def _meet(one: tuple[Token, ...], other: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """What two rows of tokens have in common, worked out from their ends."""
    below: list[list[tuple[Token, ...]]] = []
    for i in range(len(one), -1, -1):
        here: list[list[tuple[Token, ...]]] = [[] for _ in range(len(other) + 1)]
        for j in range(len(other), -1, -1):
            mine = one[i] if i < len(one) else ""
            theirs = other[j] if j < len(other) else ""
            right = here[j + 1] if j < len(other) else []
            if mine == "" and theirs == "":
                here[j] = [()]
            elif mine is STAR or theirs is STAR:
                here[j] = _starred(mine, theirs, below[j] if i < len(one) else [], right)
            elif mine and theirs and (common := _common(mine, theirs)):
                here[j] = _few((common, *row) for row in below[j + 1])
        below = here
    return below[0]


def _starred(
    mine: Token, theirs: Token, down: list[tuple[Token, ...]], right: list[tuple[Token, ...]]
) -> list[tuple[Token, ...]]:
    """What follows where a star stands on one side or both.

    `down` is what follows behind the token on this side, `right` behind the one on the other.
    """
    if mine is STAR and theirs is STAR:
        return _few(_ordered((STAR, *row)) for row in (*down, *right))
    if mine is STAR:
        more = [(theirs, *row) for row in right] if theirs else []
        return _few((*down, *more))
    more = [(mine, *row) for row in down] if mine else []
    return _few((*right, *more))


def _few(rows: Iterable[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """Without those that another one covers."""
    found = list(dict.fromkeys(map(_ordered, rows)))
    kept: list[tuple[Token, ...]] = []
    for place, row in enumerate(found):
        others = (*kept, *found[place + 1 :])
        if not any(_covers(other, row) for other in others):
            kept.append(row)
    if len(kept) > _MOST:
        raise TooMany
    return kept


def _covers(general: tuple[Token, ...], special: tuple[Token, ...]) -> bool:
    """Whether `general` takes all that `special` does; its stars swallow any tokens."""
    after = [False] * len(special) + [True]
    for token in reversed(general):
        here = [False] * (len(special) + 1)
        for place in range(len(special), -1, -1):
            swallowed = place < len(special) and (
                here[place + 1] if token is STAR else after[place + 1]
            )
            if token is STAR:
                here[place] = after[place] or swallowed
            else:
                here[place] = swallowed and _holds(token, special[place])
        after = here
    return after[0]


def _holds(general: str | CharSet, special: Token) -> bool:
    if special is STAR:
        return False
    if isinstance(general, str):
        return general == special
    wide, narrow = _spans(general), _spans(special)
    return all(any(low <= a and b <= high for low, high in wide) for a, b in narrow)


def _common(one: str | CharSet, other: str | CharSet) -> str | CharSet:
    """The characters that both stand for; empty when there are none."""
    if one == other or other == ANY:
        return one
    if one == ANY:
        return other
    pairs = ((a, b) for a in _spans(one) for b in _spans(other))
    spans = [(max(a[0], b[0]), min(a[1], b[1])) for a, b in pairs]
    return _charset([span for span in spans if span[0] <= span[1]])


def _spans(chosen: str | CharSet) -> list[tuple[int, int]]:
    """The characters as ranges of code points, in order, none touching the next."""
    if isinstance(chosen, str):
        return [(ord(chosen), ord(chosen))]
    negated, ranges = chosen
    merged: list[tuple[int, int]] = []
    for low, high in sorted((ord(low), ord(high)) for low, high in ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return _rest(merged) if negated else merged


def _rest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """All other characters."""
    starts = [0, *(high + 1 for _, high in spans)]
    ends = [*(low - 1 for low, _ in spans), _LAST]
    return [(low, high) for low, high in zip(starts, ends, strict=True) if low <= high]


def _charset(spans: list[tuple[int, int]]) -> str | CharSet:
    if not spans:
        return ""
    if len(spans) == 1 and spans[0][0] == spans[0][1]:
        return chr(spans[0][0])
    negated = spans[-1][1] == _LAST
    shown = _rest(spans) if negated else spans
    return (negated, tuple((chr(low), chr(high)) for low, high in shown))


def written(name: Name) -> str:
    """The name as a pattern has it."""
    return "".join(map(_token, _row(name)))


def _token(token: Token) -> str:
    if token is STAR:
        return "*"
    if isinstance(token, str):
        return "\\" + token if token in "\\*?[" else token
    if token == ANY:
        return "?"
    negated, ranges = token
    if token == NONE:
        return "[!\1-\U0010ffff]"
    inside = "".join(
        _member(low) if low == high else f"{_member(low)}-{_member(high)}" for low, high in ranges
    )
    return f"[{'!' if negated else ''}{inside}]"


def _member(char: str) -> str:
    return "\\" + char if char in "\\]![^-:" else char
