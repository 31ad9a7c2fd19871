"""Keeps tasks apart that only share a number: two tables may both count from 1.

What clashes loses its number and is called by its title, in the links of its table too. What one
list says twice is two tasks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from coord_tui.core.importing.statements import Said, SaidLink, SaidTask
from coord_tui.core.plan_titles import folded_title

_WEAK = re.compile(r"\d{1,4}(?:\.\d{1,3})*|[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]{4,}|[぀-ヿ㐀-鿿가-힯]{2}")


class Numbers:
    """The numbers that tasks have so far, each with the titles under which it was given."""

    def __init__(self) -> None:
        self.given: dict[str, SaidTask] = {}

    def apart(self, said: Iterable[Said]) -> list[Said]:
        """The statements of one table or list, its numbers taken away when another one has them."""
        found = _counted(said)
        tasks = [each for each in found if isinstance(each, SaidTask) and _WEAK.fullmatch(each.id)]
        if self._clash(tasks):
            titles = {each.id: each.title for each in tasks if each.title}
            return [renamed(each, titles) for each in found]
        for each in tasks:
            self.given.setdefault(each.id, each)
        return found

    def _clash(self, tasks: Sequence[SaidTask]) -> bool:
        """Whether numbers are other tasks' already, and not of most of them the same."""
        fits = [self._fits(task) for task in tasks]
        return fits.count(False) > 0 and fits.count(False) * 2 >= len(fits) - fits.count(None)

    def _fits(self, task: SaidTask) -> bool | None:
        """Whether the number can be that of the task which had it before; None: nothing speaks."""
        before = self.given.get(task.id)
        if not before or not before.title or not task.title:
            return None
        if before.title.casefold() == task.title.casefold():
            return True
        if before.owner and task.owner and before.owner != task.owner:
            return False
        words = words_of_title(before.title)
        return not words_of_title(task.title).isdisjoint(words) if words else None


def _counted(said: Iterable[Said]) -> list[Said]:
    """The statements, each task that says again what one before it says marked as another one."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found: list[Said] = []
    for each in said:
        if isinstance(each, SaidTask) and not each.id:
            key = (folded_title(each.title), each.group, each.owner)
            each = each._replace(nth=seen[key])
            seen[key] += 1
        found.append(each)
    return found


def words_of_title(title: str) -> set[str]:
    """The words by which titles of one task are alike."""
    return {word.casefold() for word in _WORD.findall(title)}


def renamed(said: Said, titles: dict[str, str]) -> Said:
    """The statement with titles in place of ids."""
    if isinstance(said, SaidTask) and said.id in titles and said.title:
        return said._replace(id="")
    if isinstance(said, SaidLink):
        task, target = (
            titles.get(said.task, said.task),
            titles.get(said.target.lstrip("#"), said.target),
        )
        return said._replace(task=task, target=target)
    return said
