"""The words by which documents are understood: beside something that was read they say no more.

`Owner: ana` says that ana owns something; once that stands in the plan, `Owner` is no loss.
"""

import re
from collections.abc import Iterator
from functools import cache

from coord_tui.core.importing.words import (
    columns,
    duties,
    headings,
    names,
    only,
    other_times,
    pointing,
    rules,
    status,
    tasks,
    whom,
)
from coord_tui.core.importing.words.limits import BINDING, DENYING, GLUED, ORDERING

_MODULES = (
    columns, duties, headings, names, only, other_times, pointing, rules, status, tasks, whom,
)  # fmt: skip
_GLUED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_GLUED}]|[^\W_{_GLUED}]+")
_SHORT = 3
"""Letters of words that join others, in most languages: `by`, `von`, `les`."""
_LIMITS = DENYING | BINDING | ORDERING


def tokens(text: str) -> list[str]:
    """The words of a text in lower case; each letter where words are not parted by spaces."""
    return _TOKEN.findall(text.casefold())


def is_glued(token: str) -> bool:
    """Whether it is a letter of a script that does not part its words."""
    return "\u3040" <= token[0] <= "\ud7af"


def joins(token: str, values: bool = False) -> bool:
    """Whether a word only says how those beside it belong together.

    In a cell, where values stand and no sentences (`values`), only short ones do.
    """
    short = len(token) <= _SHORT and token.isalpha()
    return (short or (not values and token in _known())) and not limits(token)


def is_strange(token: str) -> bool:
    """Whether a short word is none of those by which documents are understood."""
    return len(token) <= _SHORT and token.isalpha() and token not in _known()


def limits(token: str) -> bool:
    """Whether a word forbids, excepts or binds what stands beside it: `not before review`."""
    return token in _LIMITS


def orders(token: str) -> bool:
    """Whether a limit is one that says no more than what is kept where that stands behind it."""
    return token in ORDERING


def limits_glued(text: str) -> bool:
    """Whether such a word stands in a text of a script that does not part its words."""
    return any(each in text for each in GLUED)


def is_quiet(words: list[str]) -> bool:
    """Whether words say how far something is, or that there is nothing, and no more."""
    return all(word in _quiet() for word in words)


@cache
def _known() -> frozenset[str]:
    values = (value for each in _MODULES for name, value in vars(each).items() if name.isupper())
    return frozenset(word for value in values for text in _strings(value) for word in tokens(text))


@cache
def _quiet() -> frozenset[str]:
    told = (status.STATUS_WORDS, names.NOBODY_WORDS, names.STATES)
    return frozenset(word for value in told for text in _strings(value) for word in tokens(text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, re.Pattern):
        yield str(value.pattern)
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for text in _strings(pair))
    elif isinstance(value, tuple | list | frozenset | set):
        yield from (text for part in value for text in _strings(part))
