"""Keeps tasks apart that only share a number: two tables may both count from 1.

What clashes loses its number and is called by its title, in the links of its table too.
"""

import re
from collections.abc import Iterable

from coord_tui.core.importing.statements import Said, SaidLink, SaidTask

_WEAK = re.compile(r"\d{1,4}|[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]{4,}|[぀-ヿ㐀-鿿가-힯]{2}")


class Numbers:
    """The numbers that tasks have so far, each with the titles under which it was given."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}

    def apart(self, said: Iterable[Said]) -> list[Said]:
        """The statements of one table or list, its numbers taken away when another one has them."""
        found = list(said)
        weak = {
            each.id: each.title
            for each in found
            if isinstance(each, SaidTask) and _WEAK.fullmatch(each.id)
        }
        if any(not self._fits(id, title) for id, title in weak.items()):
            return [_renamed(each, weak) for each in found]
        for id, title in weak.items():
            self.titles.setdefault(id, title)
        return found

    def _fits(self, id: str, title: str) -> bool:
        """Whether the number can be that of the task which had it before."""
        before = self.titles.get(id)
        if not before or not title or before.casefold() == title.casefold():
            return True
        return not _words(before) or not _words(title).isdisjoint(_words(before))


def _words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}


def _renamed(said: Said, titles: dict[str, str]) -> Said:
    if isinstance(said, SaidTask) and said.id in titles and said.title:
        return said._replace(id="")
    if isinstance(said, SaidLink):
        task, target = (
            titles.get(said.task, said.task),
            titles.get(said.target.lstrip("#"), said.target),
        )
        return said._replace(task=task, target=target)
    return said
