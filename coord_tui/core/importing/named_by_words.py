"""Which task is meant by a word or two of its title: `models` of `Define the data models`.

Where tasks have no ids, people name them so in what a task waits for. The words must all stand in
the title of one task only, of those that stand before the one that waits or else of all others.
"""

import re
from collections.abc import Sequence

from coord_tui.core.plan_titles import folded_title

_BRACKETS = re.compile(r"[(\[（].*?[)\]）]")
_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_WORDS = 3
_FEWEST_LETTERS = 3
_FEWEST_GLUED = 2
_LONG, _ENDING = 6, 2
"""Of a long word's letters the last ones are its ending, which a language may change."""


class Titles:
    """The tasks by the words of their titles, in the order in which they stand."""

    def __init__(self, titles: Sequence[tuple[str, str]]) -> None:
        self.order = {id: at for at, (id, _) in enumerate(titles)}
        self.texts = [folded_title(title) for _, title in titles]
        self.ids = [id for id, _ in titles]
        self.with_stem: dict[str, set[int]] = {}
        for at, text in enumerate(self.texts):
            for word in _WORD.findall(text):
                self.with_stem.setdefault(_stem(word), set()).add(at)

    def named(self, name: str, by: str) -> str:
        """The one task that some words name to the task that waits; empty when none or several."""
        here = self.order.get(by)
        found = self._holding(folded_title(_BRACKETS.sub(" ", name))) - {here}
        before = {at for at in found if here is not None and at < here}
        fit = before or found
        return self.ids[next(iter(fit))] if len(fit) == 1 else ""

    def _holding(self, name: str) -> set[int]:
        """The tasks in whose titles all these words stand."""
        words = _WORD.findall(name)
        if _GLUED.search(name):
            short = len(name) < _FEWEST_GLUED
            return set() if short else {at for at, text in enumerate(self.texts) if name in text}
        if not 0 < len(words) <= _MOST_WORDS or any(word.isdigit() for word in words):
            return set()
        if max(map(len, words)) < _FEWEST_LETTERS:
            return set()
        return set.intersection(*(self.with_stem.get(_stem(word), set()) for word in words))


def _stem(word: str) -> str:
    """What the forms of a word share: `session` and `sessions`, `модели` and `моделей`."""
    bare = word.removesuffix("s") if len(word) > _FEWEST_LETTERS else word
    return bare[:-_ENDING] if len(bare) > _LONG else bare
