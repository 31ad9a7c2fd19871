"""Which task is meant by a name in a document: an id, a part of it, a title, a range, a group.

Every lookup takes time that grows with the name only, never with the number of tasks, except for
the answers that are many tasks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from coord_tui.core.importing.phrases import listed
from coord_tui.core.importing.words.tasks import TASK_WORDS
from coord_tui.core.plan_titles import folded_title

ALL = "all"


class Known(NamedTuple):
    """A task or a group that can be named."""

    id: str
    title: str = ""
    also: tuple[str, ...] = ()


_TO = re.compile(
    r"\s*(?:–|—|\.{2,3}|…|[-~〜～]|至|\b(?:to|through|thru|bis|до|hasta|até|tot"
    r"|jusqu'à|fino a|do)\b)\s*"
)
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*")
_IN_BRACKETS = re.compile(r"[(\[（]\s*#?([\w.+-]{1,32})\s*[)\]）]")
_CALLED = re.compile(
    rf"\b(?i:{'|'.join(map(re.escape, sorted(listed(TASK_WORDS))))})\s+#?([A-Z]?\d[\w.]*|[A-Z])\b"
)
_TOKEN = re.compile(r"#?[\w][\w.+-]*")
_LIST = re.compile(
    r"(?:^|[\s(])([A-Z]{1,8}-?\d[\w.-]*|PR|MR|pull request|merge request|issue|commit|line|section)"
    r"(?:\s+|/|:|'s\s+)$",
    re.IGNORECASE,
)
"""What names another list or thing that its number is of, right before an id."""
_FAMILY = re.compile(r"[\d.]")
_REST_OF_LETTER = re.compile(
    r"\s*(?:$|[(\[（:–—-]|(?:must|has|have|is|are|be|done|merged|complete|completed|finished|first"
    r"|ready|to|lands?)\b)"
)
_LAST_NUMBER = re.compile(r"\d+$")
"""What the end of a range stands for: `A-2-1–5` goes up to A-2-5."""
_NO_KEY = re.compile(r"[^\w.+-]|_")
_LOOSE_HYPHEN = re.compile(r"(?<![0-9])-|-(?![0-9])")
_LONGEST = 8
_LONGEST_RANGE = 80
_SHORTEST_TITLE = 5


class TaskIds:
    """The tasks and groups that documents speak of, in their order."""

    def __init__(self, tasks: Iterable[Known], groups: Iterable[Known] = ()) -> None:
        self.order: list[str] = []
        self.exact: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.ends: dict[str, str] = {}
        self.groups: dict[str, str] = {}
        for task in tasks:
            self._learn(task)
        for group in groups:
            for name in (group.id, group.title, *group.also):
                if _key(name):
                    self.groups.setdefault(_key(name), group.id)
        self.positions = {id: position for position, id in enumerate(self.order)}
        self.families: dict[str, list[str]] = {}
        for id in self.order:
            self.families.setdefault(_family(id), []).append(id)
        self.sorted = sorted(self.titles)

    def of(self, name: str) -> tuple[str, ...]:
        """The ids of the tasks or groups that are meant; none when nothing fits."""
        bare = name.strip(" `*_~\"'.,:;")
        return (
            self._exactly(bare)
            or self._between(bare)
            or self._exactly(_BRACKETS.sub(" ", bare).strip())
            or self._at_beginning(bare)
            or self._named_within(bare)
        )

    def named(self, name: str) -> tuple[str, ...]:
        """The ids that words of prose or of a drawing mean: only what names a task outright."""
        bare = name.strip(" `*_~\"'.,:;[](){}")
        return (
            self._exactly(bare)
            or self._between(bare)
            or self._exactly(_BRACKETS.sub(" ", bare).strip())
            or self._at_beginning(bare, only_ids=True)
            or self._in_brackets(name)
        )

    def before(self, id: str) -> tuple[str, ...]:
        """The tasks that stand before one."""
        return tuple(self.order[: self.positions.get(id, 0)])

    def others(self, id: str) -> tuple[str, ...]:
        """All tasks but one."""
        return tuple(each for each in self.order if each != id)

    def _learn(self, task: Known) -> None:
        self.order.append(task.id)
        if task.id != task.title:  # a title in place of an id keeps its signs: C is not C++
            self.exact.setdefault(_key(task.id), task.id)
        for name in (task.title, *task.also):
            if name:
                self.titles.setdefault(_title(name), task.id)
        end = re.split(r"[-_:/]", task.id)[-1]
        if end != task.id and len(end) >= 2 and not end.isdigit():
            self.ends[_key(end)] = "" if _key(end) in self.ends else task.id

    def _exactly(self, name: str) -> tuple[str, ...]:
        key = _key(name)
        if not key or (len(name) == 1 and name.islower() and name not in self.positions):
            return ()
        found = (
            self.exact.get(key)
            or self.ends.get(key)
            or self.groups.get(key)
            or self.titles.get(_title(name))
        )
        return (found,) if found else ()

    def _between(self, name: str) -> tuple[str, ...]:
        """The tasks of a range, as they stand: `A–C`, `W0a..W2b`, `1-3`."""
        ends = next(self._ends(_BRACKETS.sub(" ", name).strip()), None)
        if ends is None:
            return ()
        kin = [self._of_family(family, *ends) for family in dict.fromkeys(map(_family, ends))]
        return tuple(
            kin[0] if len(kin) == 1 else sorted(chain(*kin), key=self.positions.__getitem__)
        )

    def _of_family(self, family: str, first: str, last: str) -> list[str]:
        """The tasks of a family that stand from the first to the last of two."""
        ids, at = self.families[family], self.positions
        start = bisect_left(ids, at[first], key=at.__getitem__)
        return ids[start : bisect_right(ids, at[last], key=at.__getitem__)]

    def _ends(self, name: str) -> Iterator[tuple[str, str]]:
        """The two tasks that a range may be between, wherever its sign stands: `T-3 – T-7`."""
        for sign in _TO.finditer(name) if len(name) < _LONGEST_RANGE else ():
            start, end = name[: sign.start()], name[sign.end() :]
            first = self.exact.get(_key(start))
            last = self.exact.get(_key(end)) or self.exact.get(_key(_family(start) + end))
            alike = _LAST_NUMBER.sub(end.replace("\\", "\\\\"), start)
            last = last or self.exact.get(_key(alike))
            if first and last and self.positions[first] <= self.positions[last]:
                yield first, last

    def _at_beginning(self, name: str, only_ids: bool = False) -> tuple[str, ...]:
        """The task whose id or title a name begins with, or whose title begins with the name."""
        words = name.split()
        for count in range(min(_LONGEST, len(words)), 0, -1):
            start, rest = " ".join(words[:count]).rstrip(",:;."), " ".join(words[count:])
            if (
                len(_key(start)) == 1
                and start.isalpha()
                and not (start.isupper() and _REST_OF_LETTER.match(rest))
            ):
                continue
            if start.isdigit() and rest and not re.match(r"[(\[–—:-]", rest):
                continue
            if count == 1 and _key(start) not in self.exact and _key(start) not in self.ends:
                continue
            if found := self._exactly(start):
                return found
        return () if only_ids else self._begun(_title(name))

    def _begun(self, key: str) -> tuple[str, ...]:
        """The one task whose title begins so."""
        if len(key) < _SHORTEST_TITLE:
            return ()
        at = bisect_left(self.sorted, key)
        fitting = [title for title in self.sorted[at : at + 2] if title.startswith(key)]
        return (
            (self.titles[fitting[0]],) if len({self.titles[each] for each in fitting}) == 1 else ()
        )

    def _named_within(self, name: str) -> tuple[str, ...]:
        """The tasks whose ids stand in some words: `types from T3 are merged`."""
        return tuple(dict.fromkeys(self._tokens(name)))

    def _in_brackets(self, name: str) -> tuple[str, ...]:
        """The task whose id stands in brackets: `the schema (T1)`."""
        found = (self.exact.get(_key(each[1])) for each in _IN_BRACKETS.finditer(name))
        return tuple(dict.fromkeys(id for id in found if id))

    def _tokens(self, name: str) -> Iterator[str]:
        yield from self._in_brackets(name)
        for found in _CALLED.finditer(name):
            if id := self.exact.get(_key(found[1])):
                yield id
        for found in _TOKEN.finditer(name):
            token = found[0].rstrip(".,")
            mixed = re.search(r"\d", token) and re.search(r"[^\W\d]|#", token)
            id = self.exact.get(_key(token)) if mixed else None
            if id and not self._elsewhere(name[: found.start()]):
                yield id

    def _elsewhere(self, before: str) -> bool:
        """Whether the words before an id say that it is of another list: `US-5 T1`, `PR #9`."""
        found = _LIST.search(before)
        return bool(
            found and _key(found[1]) not in self.exact and _key(found[1]) not in self.groups
        )


def _title(name: str) -> str:
    """What two spellings of a title share, without the points and strokes at its ends."""
    folded = folded_title(name)
    return folded.strip(" `./,:;!?_") or folded


def _key(name: str) -> str:
    """What two spellings of an id share: letters, digits, points, and hyphens between numbers."""
    bare = _NO_KEY.sub("", name.casefold())
    return _LOOSE_HYPHEN.sub("", bare).strip(".")


def _family(id: str) -> str:
    return _FAMILY.split(id, maxsplit=1)[0].casefold().rstrip("-_") if re.search(r"\d", id) else ""
