"""Remembers what was answered for a short text: documents say the same words again and again.

Only for functions whose answer hangs on their arguments alone; what is kept is bounded.
"""

import operator
from collections import deque
from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 16384
_LONGEST = 160
"""Of a text's letters: longer ones are prose, which does not come again."""
_FEW = 8


def remembered(answer: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """The function, asked only once for the same short text and whatever stands beside it."""
    known = lru_cache(_MOST)(answer)

    def asked(text: str, /, *args: P.args, **named: P.kwargs) -> T:
        if len(text) > _LONGEST:
            return answer(text, *args, **named)
        return known(text, *args, **named)  # type: ignore[arg-type]

    update_wrapper(asked, answer)
    return asked


def kept_of(answer: Callable[P, T]) -> Callable[P, T]:
    """The function, asked only once for the very same objects; the last few answers are kept.

    For what is large: to compare two outlines takes as long as to walk through them.
    """
    known: deque[tuple[tuple[object, ...], T]] = deque(maxlen=_FEW)

    def asked(*args: P.args, **named: P.kwargs) -> T:
        for before, found in known:
            if len(before) == len(args) and all(map(operator.is_, before, args)):
                return found
        found = answer(*args, **named)
        known.append((args, found))
        return found

    update_wrapper(asked, answer)
    return asked
