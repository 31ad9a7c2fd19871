"""Which paths stand in one list, and what the line says of each."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.paths import path_of, paths_of
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.words.paths import EXCEPTING, REFERRING, TIES, TOPS


class Found(NamedTuple):
    """A path as a plan writes it, what is said of it, and whether it stood in a code span."""

    path: str
    note: str = ""
    code: bool = True


_LINES = 16384
"""How many lines are remembered: every reader asks which paths a line lists."""


class _Word(NamedTuple):
    """A word of a line, a sign, or what stands in a code span."""

    kind: str
    """`code`, `word`, `,`, `(`, `)`, `-` for what ends a list, `.`."""
    text: str


_WORDS = re.compile(
    r"""(?P<open>[(（](?!\w+\)/))|(?P<close>[)）])
    |(?P<sep>[,;、，；·•+]|\n|/(?=\s|$))
    |(?P<stop>(?<!\S)[-–—−|:=](?=\s|$)|—|–|→|←|⇒|=>|->|<-|[:：](?=\s|$|[^\x00-\x7f])|[。！？]|[.!?](?=\s|$))
    |(?P<word>(?:\{[^{}\n]*\}|\([\w-]+\)(?=/)|[^\s,;:：、，；()（）·•\u3000-\u9fff\uac00-\ud7af\uff00-\uffef—–→←⇒。]|:(?=\S))+)
    |(?P<other>(?:(?![、。，；：（）！？])[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef])+)""",
    re.VERBOSE,
)


def _split(runs: Sequence[Run]) -> Iterator[_Word]:
    for run in runs:
        if run.struck:
            continue
        if run.code or (run.link and path_of(run.text, code=True)):
            yield _Word("code", run.text)
            continue
        for match in _WORDS.finditer(run.text):
            yield from _word(match.lastgroup or "", match[0])


def _word(group: str, text: str) -> Iterator[_Word]:
    if group in ("word", "other"):
        bare = text.rstrip(".!?,") if len(text) > 1 else text
        yield _Word("word", bare)
        if bare != text and text.endswith((".", "!", "?")):
            yield _Word("-", ".")
    else:
        yield _Word({"open": "(", "close": ")", "sep": ",", "stop": "-"}[group], text)


def listed_paths(runs: Sequence[Run], folder: bool = False) -> tuple[Found, ...]:
    """The paths that a line lists, each with what the line says of it.

    Words may come before the first and between two commas. The list ends where prose begins: a
    dash, a colon or a full stop after a path. What stands in brackets after a path, after `except`
    or after `see` is no part of it.
    """
    return _listed(tuple(runs), folder) if may_list(runs) else ()


@lru_cache(_LINES)
def _listed(runs: tuple[Run, ...], folder: bool) -> tuple[Found, ...]:
    return _List(folder).read(tuple(_split(runs)))


_HINT = re.compile(
    r"[\w*.)\]}]/|/[\w*.]|\w\.\w|\*\.|(?<!\S)\.\w|\\\w|file\b|LICENSE|NOTICE|BUILD|gradlew|OWNERS"
)


def may_list(runs: Sequence[Run]) -> bool:
    """Whether a line can hold a path at all; most prose cannot, and is not looked at further."""
    return any(run.code or run.link or _HINT.search(run.text) for run in runs)


class _List:
    """One list of paths being read."""

    def __init__(self, folder: bool) -> None:
        self.folder = folder
        self.found: list[Found] = []
        self.note: list[str] = []
        self.depth = 0
        self.inside: list[str] = []
        self.ended = self.aside = self.leaving = self.vague = False
        self.tied = False
        """Whether the last word was one such as `and`."""
        self.bracketed = False
        """Whether already the first path stood in brackets: then others may be somebody else's."""
        self.wordy = False
        """Whether there are words, and no path yet, after the last sign between two paths."""
        self.fresh = True
        """Whether nothing but one word stands after the last sign between two paths."""

    def read(self, words: Sequence[_Word]) -> tuple[Found, ...]:
        for at, word in enumerate(words):
            if word.kind == "(" and self.names_some(words[at + 1 : at + 2]):
                self.take(_Word(",", word.text))
            else:
                self.take(word)
        note = _spelled(self.note)
        return tuple(each._replace(note=each.note or note) for each in dict.fromkeys(self.found))

    def take(self, word: _Word) -> None:
        if word.kind == "(":
            self.depth += bool(self.found)
            self.bracketed = self.bracketed or not self.found
        elif word.kind == ")":
            self.depth = max(self.depth - 1, 0)
            self.close() if not self.depth else None
        elif self.ended:
            self.note.append(word.text)
        elif self.depth:
            self.inside.append(word.text)
        elif word.kind == "-":
            self.ended = bool(self.found)
            self.aside = self.aside and not self.ended
        elif word.kind == ",":
            self.aside, self.fresh, self.wordy = False, True, False
            self.bracketed = self.bracketed and word.text != "+"
            self.leaving = self.leaving and not self.vague
        else:
            self.word(word)

    def names_some(self, after: Sequence[_Word]) -> bool:
        """Whether brackets open on the paths of words that have none: `a/; its tests (`b/`, `c/`)`.

        Elsewhere they say something of the path before them.
        """
        open_here = not (self.ended or self.depth or self.leaving or self.bracketed)
        opens = any(each.kind == "code" and paths_of(each.text) for each in after)
        return bool(self.found) and open_here and self.wordy and opens

    def close(self) -> None:
        """Brackets end: what stood in them is said of the path before them, if that is listed."""
        if self.found and self.inside and not self.leaving:
            self.found[-1] = self.found[-1]._replace(note=_spelled(self.inside))
        self.inside = []

    def goes_on(self, text: str) -> bool:
        """Whether bare words with a slash are one more path: others stand right before them."""
        top = text.partition("/")[0]
        return (
            bool(self.found)
            and (self.fresh or self.tied)
            and top != text
            and top.casefold() in TOPS
        )

    def word(self, word: _Word) -> None:
        code = word.kind == "code"
        paths = paths_of(word.text, code or self.goes_on(word.text), self.folder)
        if paths and not self.aside and not self.leaving:
            self.found += [Found(path, code=code) for path in paths]
            self.fresh = self.wordy = False
        elif paths:
            self.vague = False
        elif not paths and not code:
            folded = word.text.casefold()
            self.wordy = folded not in REFERRING and (self.fresh or self.wordy)
            if folded in EXCEPTING:
                self.leaving, self.vague = True, False
            else:
                self.vague = self.leaving
            self.aside = self.aside or folded in REFERRING
            if self.found and folded not in TIES and not (self.tied and folded in _OF):
                self.aside = self.aside or not self.fresh
                self.fresh = False
            self.tied = folded in TIES


_OF = wordlist("of for de du des del da do di dei von van für voor за za")
"""Said once more before each path: `de a/ et de b/`."""


def _spelled(words: Sequence[str]) -> str:
    """Words and signs as a sentence."""
    return re.sub(r"\s+([,;:.!?)，。；：、！？])", r"\1", " ".join(words)).strip(" -–—:：.→")
