"""Who is meant by a name: one word per session, however documents spell it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.statements import Place, SaidSession
from coord_tui.core.importing.words.names import (
    EVERYBODY,
    NOBODY_WORDS,
    NUMBERED,
    PRODUCT_EXTRAS,
    PRODUCTS,
)

_SIGN = re.compile(r"[^\w.+-]+")
_TOKEN = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"\d{1,2}|[a-z]|i{1,3}|iv|[a-z]\d|one|two|three|alpha|b[eê]ta|gamma|delta|epsilon|zeta|bravo|charlie"
)


@remembered
def folded(name: str) -> str:
    """The letters and digits of a name, in lower case: what two spellings have in common."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def word(name: str) -> str:
    """A name as one word that can be typed: `Backend Lead` → `backend-lead`."""
    return _SIGN.sub("-", name.strip().casefold()).strip("-.")


@remembered
def core(name: str) -> str:
    """A name without what makes it one, folded: `Session A` → `a`, `Codex agent` → `codex`."""
    words = _TOKEN.findall(name.casefold())
    kept = [each for each in words if each not in ("agent", "session", "worker", "the")]
    if len(words) > 1 and set(words) & PRODUCTS:
        kept = [each for each in kept if each in PRODUCTS or each not in PRODUCT_EXTRAS]
    return "".join(kept) or folded(name)


def number_of(name: str) -> str:
    """The number or letter that tells a name from others like it: `1` of `Agent 1`; else empty."""
    words = _TOKEN.findall(name.casefold())
    counted = 1 < len(words) < 4 and all(each in NUMBERED for each in words[:-1])
    return words[-1] if counted and _NUMBER.fullmatch(words[-1]) else ""


NOBODY = frozenset(folded(each) for each in NOBODY_WORDS | EVERYBODY)
"""What stands for no single session, folded."""


_FEW = 8
"""As many as the readers of one document ask for in turn."""
_MOST = 16384
"""As many answers are kept."""


class Names:
    """The sessions that documents speak of, under all their names.

    First names count before second ones; a second name counts as long as one session only has it.
    """

    def __init__(self, said: Iterable[SaidSession]) -> None:
        self.known: dict[str, str] = {}
        """What `of` answered, until there are more names."""
        self.words: dict[str, str] = {}
        self.cores: dict[str, str] = {}
        self.second: dict[str, set[str]] = {}
        said = tuple(said)
        for session in said:
            self.add(session.name)
        for session in said:
            self.also(session.name, session.also)
        self._join()

    def add(self, name: str, *others: str) -> str:
        """Take these as names of one session; its word."""
        known = self.of(name) or word(name) or folded(name)
        self.words.setdefault(folded(name), known)
        self.cores.setdefault(core(name), known)
        self.also(name, filter(None, (*others, number_of(name))))
        return known

    def also(self, name: str, others: Iterable[str]) -> None:
        """Take others as second names of a session."""
        for other in others:
            self.second.setdefault(folded(other), set()).add(folded(name))
        self.known.clear()

    def _join(self) -> None:
        """One session whose second name is said as a first one elsewhere is that session."""
        for other, having in self.second.items():
            old, new = self.words.get(other), self.words.get(next(iter(having)))
            if len(having) > 1 or other in PRODUCTS or not old or not new or old == new:
                continue
            for table in (self.words, self.cores):
                table.update({each: new for each, whose in table.items() if whose == old})
        self.known.clear()

    def of(self, name: str) -> str:
        """The word of the session that is meant; empty when it is nobody or unknown."""
        if (known := self.known.get(name)) is None:
            known = self._found(folded(name), core(name))
            if len(self.known) < _MOST:
                self.known[name] = known
        return known

    def _found(self, whole: str, short: str) -> str:
        if whole in NOBODY:
            return self.words.get(whole, "")  # a session may be called so: `@x`
        if known := self.words.get(whole) or self.cores.get(short):
            return known
        having = self.second.get(whole) or self.second.get(short) or set()
        found = {self.words.get(each, "") for each in having}
        return found.pop() if len(found) == 1 else ""


def names_of(sessions: Iterable[SaidSession]) -> Names:
    """The names of these sessions; for the same ones the same object, so that answers are kept.

    Where they are said, how often and what else of them makes no difference to their names.
    """
    nowhere = Place("", 0, 0)
    return _names(tuple(dict.fromkeys(SaidSession(nowhere, s.name, s.also) for s in sessions)))


@lru_cache(_FEW)
def _names(sessions: tuple[SaidSession, ...]) -> Names:
    return Names(sessions)
