"""Tells in a list of tasks those it means from those that it denies, doubts or only wishes for.

`T1, not T2` names T1 alone, `T1 or T2` leaves both open, `T1 (optional)` makes a task better. What
is denied or excepted is no dependency at all: it is left out, so that it counts as not understood.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.links_words import WaitKind, references
from coord_tui.core.importing.statements import Sure
from coord_tui.core.importing.words.hedges import (
    CHOOSING,
    CHOOSING_FIRST,
    CHOOSING_IDS,
    DENYING,
    DENYING_AFTER,
    DEPENDING,
    DOUBTING,
    EXCEPTING,
    SOFTENING,
)
from coord_tui.core.importing.words.tasks import ALL_WORDS

Hold = Literal["firm", "soft", "open"]
"""How much a task waits for another: it must, it would be better, or nobody is sure."""

_WHY_OPEN = "said with a doubt, a choice or a condition"
_WHY_SOFT = "said to be optional"


class Target(NamedTuple):
    """The name of a task in a list, and how much it is waited for."""

    name: str
    hold: Hold = "firm"


def _any(phrases: str) -> str:
    """A pattern for any of these phrases, whole words where words are parted by spaces."""
    each = sorted({one.strip() for one in phrases.split(";") if one.strip()}, key=len, reverse=True)
    return "|".join(map(_one, each))


def _one(phrase: str) -> str:
    words = r"\s+".join(map(re.escape, phrase.split()))
    return words if _GLUED.search(phrase) else rf"(?<![\w-]){words}(?!\w)"


_GLUED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ID = r"[`*_\[#]*(?:[^\W\d_]{0,10}[-.]?\d|(?-i:[A-Z])\b)"
_STRUCK = re.compile(r"~~.+?~~", re.DOTALL)
_PARTS = re.compile(r"[;；\n]|<br\s*/?>")
_ASIDE = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]](?!\()")
_EXCEPT = re.compile(_any(EXCEPTING), re.IGNORECASE)
_DENIED = re.compile(
    rf"(?:{_any(DENYING)})[\s:]*(?:(?!before|until|till|vor\b|bis\b)[^\W\d]{{1,4}}\s+){{0,2}}"
    rf"(?={_ID})(?!(?<=no )\d)(?!(?<=No )\d)",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(rf"\d\S*?\s*(?:{_any(DENYING_AFTER)})", re.IGNORECASE)
_DENIED_FIRST = re.compile(rf"^\W*(?-i:{_any(DENYING)})\s+(?=[^\W\d])(?!(?:before|until|till)\b)")
_CHOICE = re.compile(_any(CHOOSING), re.IGNORECASE)
_CHOICE_OF_IDS = re.compile(
    r"(?:(?<=\d)|(?<=\b(?-i:[A-Z]))|(?<=[`*\])）]))\s*,?\s*"
    rf"(?:{_any(f'{CHOOSING};{CHOOSING_IDS}')})\s*(?=(?:[^\W\d_]{{3,}}\s+)?{_ID})",
    re.IGNORECASE,
)
_CHOICE_FIRST = re.compile(rf"^\W*(?:{_any(CHOOSING_FIRST)})\s*", re.IGNORECASE)
_CONDITION = re.compile(_any(DEPENDING), re.IGNORECASE)
_SOFT = re.compile(_any(SOFTENING), re.IGNORECASE)
_DOUBT = re.compile(rf"{_any(DOUBTING)}|[?？](?!\w)", re.IGNORECASE)
_SOFT_FIRST = re.compile(rf"^\W*(?:{_any(SOFTENING)}|{_any(DOUBTING)})", re.IGNORECASE)
_LABELLED = re.compile(rf"\W*(?:{_any(SOFTENING)}|{_any(DOUBTING)})\s*[:：]", re.IGNORECASE)
_SOFT_LAST = re.compile(
    rf"\s[-–—]+\s*(?:{_any(SOFTENING)}|{_any(DOUBTING)})\W*$|[:：]\s*(?:{_any(SOFTENING)})\W*$",
    re.IGNORECASE,
)
_SOME_ID = re.compile(rf"(?<!\w){_ID}|[^\W\d_]\d")
_ALL = {phrase.split()[0] for phrase in listed(ALL_WORDS)}
_SHORT = 3
"""Letters of words that may mean anything at the beginning of a title: `Se connecter`."""
_EMPTY = re.compile(r"[(（\[]\W*[)）\]]|[(（][^\w()（）]*$")
_LONGEST = 400
"""Letters of what is looked at: longer words are prose, which names no task as a whole."""


def targets(text: str) -> Iterator[Target]:
    """The tasks that a text names, each with how much it is waited for; none that it denies."""
    bare = _STRUCK.sub(" ", text)
    if len(bare) > _LONGEST or not _is_hedged(bare):
        yield from map(Target, references(bare))
        return
    for part in _PARTS.split(bare):
        yield from _of_part(part.strip())


def weighed(
    kind: WaitKind, hold: Hold, sure: Sure = "certain", why: str = ""
) -> tuple[WaitKind, Sure, str]:
    """What kind of link a wait is, how sure, and why: what is optional makes a task better."""
    if hold == "firm":
        return kind, sure, why
    if hold == "soft" and kind != "before":
        return "enhances", "likely", _WHY_SOFT
    return kind, "doubtful", _WHY_OPEN


def is_conditional(sentence: str) -> bool:
    """Whether a sentence says something for a case only: `If T1 fails, T2 depends on T3`."""
    wished = [found.span() for found in _SOFT.finditer(sentence)]
    return any(
        (len(found[0]) > _SHORT or found[0].casefold() == "if" or not found.start())
        and not any(start <= found.start() < end for start, end in wished)
        for found in _CONDITION.finditer(sentence)
    )


def is_firm(text: str) -> bool:
    """Whether a text only names tasks that are waited for, without a doubt and without denying."""
    return "~~" not in text and not _is_hedged(text[:_LONGEST])


def _is_hedged(text: str) -> bool:
    return any(
        each.search(text)
        for each in (
            _EXCEPT, _DENIED, _DENIED_FIRST, _DENIED_AFTER, _CHOICE, _CHOICE_OF_IDS, _CHOICE_FIRST,
            _CONDITION, _SOFT, _DOUBT,
        )
    )  # fmt: skip


def _of_part(part: str) -> Iterator[Target]:
    """The tasks of a part of a list, in which a doubt at the beginning or end is about all."""
    outside = _ASIDE.sub(" ", part)
    asides: Sequence[str] = _ASIDE.findall(part)
    excepted = any(_EXCEPT.search(each) and _SOME_ID.search(each) for each in (outside, *asides))
    of_all = bool(_EXCEPT.search(part)) and said(part).split()[0] in _ALL
    if excepted or of_all or _DENIED_AFTER.search(outside) or _DENIED_FIRST.match(part):
        return
    if denied := _DENIED.search(part):
        part = part[: denied.start()].rstrip(" ,(（")
        part = re.sub(r"\s(?:but|and|aber|und|pero|y|mais|et|ma|e|но|и)$", "", part)
    part, depends = _without_condition(part)
    chosen = _CHOICE_FIRST.search(part) or _CHOICE.search(_ASIDE.sub(" ", part))
    split = _CHOICE_OF_IDS.sub(", ", _CHOICE_FIRST.sub("", part))
    undecided = bool(depends or chosen or split != part or _EXCEPT.search(outside))
    names = list(references(split))
    every = _hold(split) if _SOFT_LAST.search(split) else "firm"
    for name in names:
        if _SOFT_FIRST.match(name) and not name.startswith(("(", "（", "[")):
            every = _hold(name)
        hold: Hold = "open" if undecided else _hold(name) if every == "firm" else every
        if bare := _bare(name):
            yield Target(bare, hold)


def _without_condition(part: str) -> tuple[str, bool]:
    """What stands before a condition, and whether there is one: `T1 unless T2 ships`."""
    wished = [found.span() for found in _SOFT.finditer(part)]
    for found in _CONDITION.finditer(part):
        before = part[: found.start()]
        short = len(found[0]) <= _SHORT and not _SOME_ID.search(part)
        if not short and not any(start <= found.start() < end for start, end in wished):
            return before.rstrip(" ,(（"), True
    return part, False


def _hold(words: str) -> Hold:
    """How much a name is waited for; `Soft delete` may be a title, and is one."""
    if not (_is_apart(words) or _SOME_ID.search(words) or words[:1].islower()):
        return "firm"
    return "soft" if _SOFT.search(words) else "open" if _DOUBT.search(words) else "firm"


def _is_apart(words: str) -> bool:
    """Whether a doubt stands in brackets, before a colon, or behind a dash."""
    asides: Sequence[str] = _ASIDE.findall(words)
    apart = any(_SOFT.search(each) or _DOUBT.search(each) for each in asides)
    return apart or bool(_LABELLED.match(words) or _SOFT_LAST.search(words))


def _bare(name: str) -> str:
    """A name without the words that doubt it, where they are surely no part of it."""
    if _hold(name) == "firm":
        return name
    bare = _EMPTY.sub(" ", _DOUBT.sub(" ", _SOFT.sub(" ", name))).strip(" .:：,`*_[]|-–—/")
    return bare if not bare or _is_apart(name) or _SOME_ID.search(name) else name
