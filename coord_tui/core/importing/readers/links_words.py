"""Finds in words what a task waits for: `depends on S4`, `blocked by #3 and #7`, `Tasks A, B, C`.

Names stand as they are written; which tasks they mean is found when all tasks are known.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from coord_tui.core.importing.phrases import listed, said, wordlist
from coord_tui.core.importing.words.tasks import (
    AFTER_WORDS,
    ALL_WORDS,
    BEFORE_WORDS,
    NOTHING,
    SOFT_WORDS,
    TASK_WORDS,
)

WaitKind = Literal["after", "before", "enhances"]


class Wait(NamedTuple):
    """What a task has to do with others, whose names stand in a text."""

    kind: WaitKind
    text: str
    loose: bool = False
    """Whether the text may mean no task at all: `blocked (waits for legal)`."""


KINDS: dict[str, WaitKind] = {
    **dict.fromkeys(listed(SOFT_WORDS), "enhances"),
    **dict.fromkeys(listed(BEFORE_WORDS), "before"),
    **dict.fromkeys(listed(AFTER_WORDS), "after"),
}
_NOTHING, _ALL = listed(NOTHING), listed(ALL_WORDS)
_LOOSE = wordlist(
    """after before na po do до vor nach once no follows need needs после перед przed dopo avant
    après gates block blocks"""
)
_OF_MANY = wordlist("na po do no до vor")
"""Words that say `after` in one language and anything in another: `na Gemini`, `do startu`."""
VERBS = "|".join(sorted((re.escape(verb) for verb in KINDS), key=len, reverse=True)).replace(
    r"\ ", r"[\s_-]+"
)
_BEGINS = re.compile(
    rf"(?P<verb>{VERBS})(?=[\s:：(#`]|$)\s*[:：]?\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_ENDS = re.compile(
    r"(?P<rest>(?:(?!\s[-–—]\s)[^:：])+?)\s*(?:の完了後|完了後|の後|後に?|以降|の次|完成之?后|之后|以后|后|完成後|之後"
    r"|완료\s?후|이후|후|다음|완료\s?뒤|['’]?(?:[dt][ae]n\s+)?sonra(?:s[ıi])?|bittikten\s+sonra"
    r"|\s(?:after|onwards?)|\sután|\själkeen|\sके बाद)"
    r"(?:に?开始|に開始|着手|開始|开始|시작|başlar|başlayacak)?$",
    re.IGNORECASE,
)
"""Languages in which the word for waiting comes last: `T1 の後`."""
_AROUND = re.compile(
    r"(?:hängt|hängen)\s+von\s+(?P<on>.+?)\s+ab|setz(?:t|en)\s+(?P<first>.+?)\s+voraus"
    r"|hangt\s+van\s+(?P<nl>.+?)\s+af",
    re.IGNORECASE,
)
"""Verbs that stand around what is waited for: `hängt von T1 ab`."""
_ID_FIRST = re.compile(r"(?:#\d|[^\W\d_]{1,8}-?\d)\S*(?:\s+\S+){0,3}$")
_TASKS = "|".join(sorted(map(re.escape, listed(TASK_WORDS)), key=len, reverse=True))
_CALLED = re.compile(
    rf"^(?:the\s+)?(?:(?:{_TASKS})s?|nr\.?|n[º°]\.?|№)\s*[#:]?\s*(?=[A-Z]{{1,2}}\b|#?[A-Za-z]*\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;、，；＋]|\s[+&/|]\s|‖|\|\||\n|<br\s*/?>"
    r"|\s(?:and|und|y|e|et|en|и|ve|oraz)\s|\s?和\s?|と(?=\S))\s*"
)
_ALL_OF = re.compile(
    r"^(?:all|everything|every task|alles?|todas?|todos?|todo|tous|toutes|tutti|tutto|все|всё)\s+"
    r"(?:\w+\s+)?(?:of|in|from|aus|von|del?|do|da|di|из|от)\s+(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
"""`all of phase 1` is phase 1."""
_AGAIN = re.compile(rf"^(?:{VERBS})\s+(?=#?[A-Z]{{0,8}}-?\d)", re.IGNORECASE)
"""The word for waiting that stands again before another id: `T1, needs T2`."""
_NUMBERED = re.compile(r"([^\W\d]+[\s.-]*)\d{1,3}[a-z]?\b")
_TIGHT = re.compile(r"(?<=\w)[+&/](?=#?[A-Za-z]*-?\d)")


def wait_in(text: str, strict: bool = False) -> Wait | None:
    """What a text that begins with a word for waiting says; `strict`: no words of many uses."""
    if around := _AROUND.fullmatch(text.strip(" .")):
        return Wait("after", next(filter(None, around.groups())))
    found = _BEGINS.match(text.strip())
    if not found:
        last = _ENDS.fullmatch(text.strip())
        return Wait("after", last["rest"]) if last and re.search(r"\d", last["rest"]) else None
    verb = said(found["verb"])
    strict = strict or verb in _OF_MANY
    apart = re.match(r"\s*[:：]", text.strip()[found.end("verb") :])
    if strict and verb in _LOOSE and not (apart or _ID_FIRST.match(found["rest"])):
        return None
    return Wait(KINDS[verb], found["rest"].strip())


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to wait for."""
    words = said(re.sub(r"[(（].*?[)）]", " ", text))
    first = re.split(r"[,;.(（—–]|\s-\s", text.strip(" -–—_*`"), maxsplit=1)[0]
    return not words or words in _NOTHING or said(first) in _NOTHING


def says_all(text: str) -> bool:
    """Whether a text says that all tasks are meant."""
    return said(text) in _ALL


def references(text: str) -> Iterator[str]:
    """The names in a list of tasks, without the word for a task before them.

    >>> list(references("Tasks A, B and C"))
    ['A', 'B', 'C']
    """
    if says_nothing(text):
        return
    if says_all(re.sub(r"[(（].*?[)）]", " ", text)):
        yield "all"
        return
    if found := re.fullmatch(r"\s*[(\[{（]([^()\[\]{}（）]*)[)\]}）]\s*", text):
        text = found[1]
    text = _IN_A_ROW.sub(", ", text) if _IDS.fullmatch(text.strip()) else text
    before = ""
    for count, piece in enumerate(_BETWEEN.split(_TIGHT.sub(", ", _without_inner_commas(text)))):
        name = _CALLED.sub("", piece.strip(" .:`*_[]|")).strip(" .:`*_[]|")
        name = _AGAIN.sub("", name) if count else name
        name = _ALL_OF.sub("", re.sub(r"^(?:and|or|und|y|e|et|и)\s+", "", name))
        if before and re.fullmatch(r"\d{1,3}[a-z]?", name):
            name = before + name
        before = found[1] if (found := _NUMBERED.match(name)) else ""
        if name and any(letter.isalnum() for letter in name) and not says_nothing(name):
            yield name


_ID = r"#?(?:[A-Za-z]{1,10}-?)?\d+[\w.]*"
_IDS = re.compile(rf"{_ID}(?:\s+{_ID})+")
_IN_A_ROW = re.compile(r"\s+")
"""Ids with nothing but blanks between them: `BUG-1 BUG-3`."""


def _without_inner_commas(text: str) -> str:
    """The text, what stands in brackets kept from being split."""
    return re.sub(
        r"[(（][^()（）]*[)）]",
        lambda found: re.sub(r"\s*[,;、，；+&/|]\s*|\s+and\s+", " ", found[0]),
        text,
    )
