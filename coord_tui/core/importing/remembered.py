"""Remembers what was answered for a short text: documents say the same words again and again.

Only for functions whose answer hangs on their arguments alone; what is kept is bounded.
"""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 16384
_LONGEST = 160
"""Of a text's letters: longer ones are prose, which does not come again."""


def remembered(answer: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """The function, asked only once for the same short text and whatever stands beside it."""
    known = lru_cache(_MOST)(answer)

    def asked(text: str, /, *args: P.args, **named: P.kwargs) -> T:
        if len(text) > _LONGEST:
            return answer(text, *args, **named)
        return known(text, *args, **named)  # type: ignore[arg-type]

    update_wrapper(asked, answer)
    return asked
