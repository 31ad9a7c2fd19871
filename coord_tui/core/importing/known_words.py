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
    rules,
    status,
    tasks,
    whom,
)

_MODULES = columns, duties, headings, names, only, other_times, rules, status, tasks, whom
_GLUED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_GLUED}]|[^\W_{_GLUED}]+")
_SHORT = 3
"""Letters of words that join others, in most languages: `by`, `von`, `les`."""


def tokens(text: str) -> list[str]:
    """The words of a text in lower case; each letter where words are not parted by spaces."""
    return _TOKEN.findall(text.casefold())


def is_glued(token: str) -> bool:
    """Whether it is a letter of a script that does not part its words."""
    return "\u3040" <= token[0] <= "\ud7af"


def joins(token: str) -> bool:
    """Whether a word only says how those beside it belong together."""
    return (len(token) <= _SHORT and token.isalpha()) or token in _known()


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
