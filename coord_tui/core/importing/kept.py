"""Knows which words the items of a plan keep of each line that they were read from."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from coord_tui.core.importing.known_words import joins, tokens
from coord_tui.core.importing.reading import Item, Warned
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidLink,
    SaidOwned,
    SaidShared,
    SaidTask,
)
from coord_tui.core.importing.wholes import folders, tails, wholes
from coord_tui.core.importing.words.names import EVERYBODY
from coord_tui.core.importing.words.only import ONLY
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import done_key, key_of

Keeps = Callable[[str], bool]
"""Whether a word, as `tokens` or `wholes` spells it, is kept."""
_FEW = 64
"""Words of an item that are counted one by one; larger ones are asked."""


class Span(NamedTuple):
    """Words that are kept of the lines of a place."""

    at: Place
    words: frozenset[str]


def spans_of(
    plan: Plan, items: Iterable[Item], warnings: Iterable[Warned], said: Iterable[Said]
) -> Iterator[Span]:
    """What the plan keeps of each place, and what is said of it in a warning."""
    words = _words_of(plan)
    titles = {group.id: group.title for group in plan.groups}
    titles |= {task.id: task.title for task in plan.tasks}
    linked: set[Place] = set()
    for item in items:
        kept = words.get(item.key)
        if item.key.startswith(("after:", "enhances:")):
            linked.update(item.at)
            _, task, target = item.key.split(":", 2)
            kept = _kept_of(f"{task} {target} {titles.get(target, '')}")
        kept = kept or _kept_of(f"{item.key} {item.text}")
        yield from (Span(at, kept) for at in item.at)
    for warned in warnings:
        yield Span(warned.at, _kept_of(warned.text))
    for each in said:
        yield Span(each.at, _kept_of(_meant(each, linked)))


def _meant(said: Said, linked: Collection[Place]) -> str:
    """Words for which the plan has others: whoever is named is a session, a range its tasks."""
    match said:
        case SaidLink():
            words = tokens(said.target) if said.at in linked else []
            return " ".join(word for word in words if joins(word) or not word.isalpha())
        case SaidTask():
            return f"{said.owner} {said.group}"
        case SaidOwned():
            return " ".join((said.session, *ONLY))
        case SaidShared():
            return " ".join(EVERYBODY)
    return ""


def _words_of(plan: Plan) -> dict[str, frozenset[str]]:
    """By the key of an item all words that the plan has of it."""
    found: dict[str, frozenset[str]] = {}
    for items in (
        plan.sessions, plan.ownership, plan.shared, plan.rules, plan.checks, plan.pins, plan.docs,
    ):  # fmt: skip
        found |= {key_of(item): _words(item) for item in items}
    for group in plan.groups:
        found[key_of(group)] = _words(group._replace(tasks=()))
        for task in group.tasks:
            found[key_of(task)] = _words(task)
            found[done_key(task.id)] = _words((str(task.done), str(task.dropped)))
    return found


def _words(value: object) -> frozenset[str]:
    return frozenset(word for text in _strings(value) for word in _kept_of(text))


def _kept_of(text: str) -> frozenset[str]:
    named = tuple(wholes(text))
    return frozenset((*tokens(text), *named, *(tail for whole in named for tail in tails(whole))))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)


class Kept:
    """Answers for one place after another, in the order of a document, in time that grows with it.

    The spans are those of one document.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.at)
        self._next = 0
        self._few: Counter[str] = Counter()
        self._many: dict[int, frozenset[str]] = {}
        self._ends: list[tuple[int, int]] = []

    def at(self, place: Place) -> Keeps:
        """Which words are kept of a place; it holds until the next one is asked for."""
        while self._ends and self._ends[0][0] < place.line:
            self._leave(heappop(self._ends)[1])
        while self._next < len(self._spans) and self._spans[self._next].at.line <= place.end:
            if self._spans[self._next].at.end >= place.line:
                self._enter(self._next)
            self._next += 1
        return self._keeps

    def _keeps(self, word: str) -> bool:
        return self._few[word] > 0 or any(word in words for words in self._many.values())

    def _enter(self, number: int) -> None:
        at, words = self._spans[number]
        heappush(self._ends, (at.end, number))
        if len(words) > _FEW:
            self._many[number] = words
        else:
            self._few.update(words)

    def _leave(self, number: int) -> None:
        if self._many.pop(number, None) is None:
            self._few.subtract(self._spans[number].words)


class Below:
    """Answers for one heading after another: what is kept of all that stands under it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.at.line)

    def of(self, line: int, last: int) -> Keeps:
        """Which words are kept of the lines from the one to the other, and which folders."""
        begin = bisect_left(self._spans, line, key=_line)
        end = bisect_right(self._spans, last, key=_line)
        sets = {id(span.words): span.words for span in self._spans[begin:end]}
        kept = {word for words in sets.values() for word in words}
        kept.update(folder for word in tuple(kept) if "/" in word for folder in folders(word))
        return kept.__contains__


def _line(span: Span) -> int:
    return span.at.line
