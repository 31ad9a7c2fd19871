"""Tells a line that is a field from one that is words, and takes it apart: `**Owner**: ana`."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from coord_tui.core.importing.markdown.blocks import Run, Runs, plain


class Field(NamedTuple):
    """A label and what is said of it: `**Owner**: ana`, `Files: a.py`."""

    label: str
    value: Runs

    @property
    def words(self) -> str:
        """The value without styles."""
        return plain(self.value)


_FIELDS = 16384
"""How many lines are remembered: every reader asks of each line whether it is a field."""
_COLON = r"[:：]"
_PLAIN_LABEL = re.compile(r"\s*([^\W\d_][^:：`.!?]{0,40}?)\s*(?:：|:(?=\s|$|[^\x00-\x7f]))")


def field(runs: Sequence[Run]) -> Field | None:
    """The label and the value of a line, when it has the form of a field.

    The label is strong and a colon ends or follows it, or it is at most five words before a colon.
    """
    return _field(tuple(runs))


@lru_cache(_FIELDS)
def _field(runs: Runs) -> Field | None:
    strong = 0
    while strong < len(runs) and runs[strong].strong and not runs[strong].code:
        strong += 1
    if strong:
        return _strong_field(runs, strong)
    found = _PLAIN_LABEL.match(runs[0].text) if runs and not runs[0].code else None
    if not found or len(found[1].split()) > 5:
        return None
    rest = runs[0]._replace(text=runs[0].text[found.end() :].lstrip())
    return Field(found[1].strip(), _without_empty((rest, *runs[1:])))


def _strong_field(runs: Sequence[Run], strong: int) -> Field | None:
    label, rest = plain(runs[:strong]), list(runs[strong:])
    if label.endswith((":", "：")):
        return Field(label[:-1].strip(), _without_empty(rest))
    if rest and not rest[0].code and (found := re.match(rf"\s*{_COLON}\s*", rest[0].text)):
        rest[0] = rest[0]._replace(text=rest[0].text[found.end() :])
        return Field(label, _without_empty(rest))
    return None


def _without_empty(runs: Sequence[Run]) -> Runs:
    return tuple(run for run in runs if run.text.strip() or run is not runs[0])


def is_field(runs: Runs) -> bool:
    """Whether a line has the form of a field."""
    return field(runs) is not None


def is_short_field(runs: Runs) -> bool:
    """Whether a line below a box is a field, and no more words of its title with a colon."""
    found = field(runs)
    label = found.label if found else ""
    few = 1 if label[:1].islower() else _MOST_OF_LABEL
    return bool(label) and len(label.split()) <= few and "," not in label


_MOST_OF_LABEL = 3
