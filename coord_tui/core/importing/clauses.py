"""Parts a line into its sentences, and a sentence into what it says of each of several."""

import re
from collections.abc import Callable, Iterator, Sequence

from coord_tui.core.importing.markdown.blocks import Run, Runs, plain

_END = re.compile(r"(?<=[.!?;。！？；])(?=\s|$|[^\x00-\x7f])")
_BETWEEN = re.compile(
    r"[,，、·]\s*|\s+(?:and|but|while|whereas|und|aber|während|y|pero|mientras|e|mas|enquanto|et|mais"
    r"|tandis que|и|а|но)\s+"
)

Saying = Callable[[str], str]
"""Of the words of a piece: `first` when they say who and paths follow, `last` when who comes last;
empty when they say neither."""


def sentences(runs: Runs) -> Iterator[Runs]:
    """The sentences of some words."""
    yield from _split(runs, _END)


def clauses(runs: Runs, saying: Saying) -> Iterator[Runs]:
    """What a sentence says of each: `Ana owns a/, b/ and Ben owns c/` are two clauses.

    A piece that says nothing of its own belongs to the one before it, or, where names come last, to
    the one after it.
    """
    pieces = [piece for piece in _split(runs, _BETWEEN) if plain(piece)]
    kinds = [saying(plain(piece)) for piece in pieces]
    if sum(map(bool, kinds)) < 2:
        yield runs
        return
    current: list[Run] = []
    for piece, kind in zip(pieces, kinds, strict=True):
        if kind == "first" and current:
            yield tuple(current)
            current = []
        current += [Run(", "), *piece] if current else piece
        if kind == "last":
            yield tuple(current)
            current = []
    if current:
        yield tuple(current)


def _split(runs: Sequence[Run], sign: re.Pattern[str]) -> Iterator[Runs]:
    current: list[Run] = []
    for run in runs:
        for at, part in enumerate([run.text] if run.code else sign.split(run.text)):
            if at:
                yield tuple(current)
                current = []
            current.append(run._replace(text=part))
    yield tuple(current)
