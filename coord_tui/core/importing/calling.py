"""Who is called in some words: a name, and what is said beside it."""

import re
import unicodedata
from typing import NamedTuple

from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.names import NOBODY, Names, folded
from coord_tui.core.importing.phrases import said as _said
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.words.names import (
    EVERYBODY,
    FUNCTION_WORDS,
    NO_NAMES,
    PRODUCTS,
    PRONOUNS,
    STATES,
    TITLED,
)

_TOKEN = re.compile(r"[^\W_]+")
_NO_NAMES = NO_NAMES | FUNCTION_WORDS


class Called(NamedTuple):
    """Who is called in some words, and what is said beside the name."""

    name: str
    also: tuple[str, ...] = ()
    """What may be other names of the same one."""
    role: str = ""


def nobody(words: str) -> bool:
    """Whether words that stand where a name would name nobody: `-`, `TBD`, `<name>`, `Agent X`."""
    return bool(re.search(r"[<>{}\[\]]", words)) or folded(re.sub(r"[(（].*", "", words)) in NOBODY


def everybody(words: str) -> bool:
    """Whether words that stand where a name would mean several at once: `shared`, `both`."""
    first = re.split(r"[(（:：,;—–|→]| - ", _bare(words))[0]
    spelled = _said(first)
    return spelled in EVERYBODY or _is_of_all(spelled)


def _is_of_all(spelled: str) -> bool:
    """Whether words are of all of a kind of session: `every developer`, `全部署`."""
    found = _ALL.match(spelled)
    kind = spelled[found.end() :] if found else ""
    return any(label(each) == "session" or each in TITLED for each in (kind, kind.rstrip("s")))


_ALL = re.compile(
    r"(?:all|every|each|any|both|todos|todas|cada|tous|toutes|chaque|alle|jeder|tutti|tutte|ogni"
    r"|все|каждый|wszyscy|wszystkie|tüm|bütün|her|semua|tất cả|모든|각)"
    r"(?: (?:the|los|las|os|as|les|gli|i|le))? "
    r"|(?:全ての|すべての|所有|全|各)(?=[^\W\da-z])"
)
"""What stands before a kind of session and makes it all of them."""


_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]\s*")
_BREAK = re.compile(r"\s*(?:\s[-–—|·•]+\s|[—–:：→⇒]|->|=>)\s*")
_ARROW = re.compile(r"[→⇒]|->|=>")
"""What stands behind one is whom or what somebody turns to, and no second name."""
_NUMBERING = re.compile(r"\A(?:§\s*)?(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[①-⑳])\s+(?=\S)")
_QUOTED = re.compile(r"(?<=\w )[\"“„«](\w[\w-]*)[\"”“»](?=\W|$)")
"""A word in quotes is the one that is meant: `Agent "Harbor"`."""
_TITLE = re.compile(
    r"\A(?:name|agent|session|owner|worker|developer|role|for|member|sesión|agente|sessão|сессия|агент)\s*[:：]\s+(?=\S)"
    r"|\A(?:for|para|pour|für|для)\s+(?=\S)",
    re.IGNORECASE,
)


@remembered
def called(words: str) -> Called | None:
    """The name that some words begin with: `W1: Job loop`, `👤 Ana (API) — web`; None when none."""
    text = _TITLE.sub("", _NUMBERING.sub("", _bare(words), count=1), count=1)
    text = _QUOTED.sub(r"\1", text, count=1)
    inside = [each.strip() for each in _BRACKETS.findall(text)]
    parts = [part for part in _BREAK.split(_BRACKETS.sub(" ", text), maxsplit=1) if part.strip()]
    if not parts:
        return None
    name = _AFTER.sub("", _in_short(parts[0].strip(" .,'\"“”*_`@")))
    if name.casefold() in PRONOUNS:
        return called(inside[0]) if inside else None
    name, doing = _with_role(name)
    if not _can_be(name):
        return None
    beside = filter(None, (doing, *inside, *parts[1:]))
    said = [each for each in beside if _said(each) not in STATES]
    names = [*inside, *(() if _ARROW.search(text) else parts[1:]), doing]
    may = (each.lstrip("@") for each in said if each in names and len(each.split()) < 5)
    also = tuple(each for each in may if _can_be(each) and each != name)
    return Called(name, also, "; ".join(said).strip(" .*_"))


def called_all(words: str) -> tuple[Called, ...]:
    """Everybody that a list of names calls: `Ana + Ben`, `Codex, Gemini and Claude`.

    `Data / maps` and `Items and tools` are one name, unless both parts are surely names.
    """
    outside = _BRACKETS.sub(
        lambda match: re.sub(r"[,/&+;、·]|\band\b", "\0", match[0]), _bare(words)
    )
    names, _, _rest = outside.partition(next(iter(_BREAK.findall(outside)), "\n"))
    found: list[Called | None] = []
    for part in _BETWEEN.split(names):
        several = [called(each) for each in _MAYBE_BETWEEN.split(part)]
        handles = part.count("@") == len(several)
        surely = [each for each in several if each and (handles or _is_surely(each.name))]
        found += several if len(surely) == len(several) else [called(part)]
    if len(found) == 1:
        found = [called(outside.replace("\0", ","))]
    return tuple(each for each in found if each) if all(found) else ()


def _is_surely(name: str) -> bool:
    return evident(name) or name.istitle()


_BETWEEN = re.compile(r"\s*[,;、，+·]\s*")
_MAYBE_BETWEEN = re.compile(
    r"\s*(?:[/&]|\s(?:and|y|e|et|und|en|и|ve|i|with|or|oder|ou|o|или|veya|lub)\s)\s*"
)


@remembered
def named_first(words: str, names: Names) -> Called | None:
    """The known or evident name some words begin with: `Agent 2 until Friday` → `Agent 2`."""
    if (whole := called(words)) and (names.of(whole.name) or evident(whole.name)):
        return whole
    parts = _bare(words).split()
    for size in (3, 2, 1):
        first = " ".join(parts[:size]).rstrip(",;:.'’")
        surely = names.of(first) if len(first) > 2 or _SHORT.fullmatch(first) else ""
        if len(parts) <= size or not (surely or (size > 1 and evident(first))):
            continue
        whole_words = len(_OPEN.findall(first)) == len(_CLOSE.findall(first))
        one = called(first) if whole_words else None
        if one and one.name == first.lstrip("@"):
            return one._replace(role=" ".join(parts[size:]))
    return None


def _with_role(name: str) -> tuple[str, str]:
    """A numbered name and what its bearer does: `Agent 2 art`, `CLAUDE-01 lead`."""
    words = name.split()
    for size in (1, 2):
        first, rest = " ".join(words[:size]), words[size:]
        if 0 < len(rest) < _FEW and evident(first) and first[-1].isalnum() and _counted(first):
            does = all(each.isalpha() and (each.islower() or _is_short(each)) for each in rest)
            return (first, " ".join(rest)) if does else (name, "")
    return name, ""


_FEW = 3


def _counted(name: str) -> bool:
    """Whether a name ends with its number or its letter."""
    return name[-1].isdigit() or (name[-1].isupper() and len(_TOKEN.findall(name)[-1]) == 1)


def _is_short(word: str) -> bool:
    """Whether a word is written in capitals, or in a script that has none: `QA`, `测试`."""
    return word.upper() == word and len(word) < _SHORTEST


_SHORTEST = 5
_AFTER = re.compile(r"(?<=[人员学者組组班队])的?(?:任务|职责|工作|工作内容|担当|分工)$")
"""What a heading says of somebody right after the name: `第一个人任务`."""
_OPEN, _CLOSE = re.compile(r"[(（]"), re.compile(r"[)）]")


_SHORT = re.compile(r"[^\W\d]\d")
"""A name of two letters that words may follow: `P1`, where `5 tests` names nobody."""


def _bare(words: str) -> str:
    """Words without pictures and the marks of styles."""
    if not words.isascii():
        words = "".join(each for each in words if each in "^`" or not _is_picture(each))
    return " ".join(words.replace("*", "").replace("`", "").split()).strip(" #")


def _is_picture(letter: str) -> bool:
    return letter in _SELECTORS or unicodedata.category(letter) in ("So", "Sk", "Cf")


_SELECTORS = "\ufe0e\ufe0f\u20e3"
"""What turns a sign into a picture."""


_IN_CHARGE = re.compile(r"(?<=\S)\s*(?:담당자?|担当者?|负责人?|負責人?)$")
"""What is said of a name and is no part of it: `Codex 담당`."""


def _in_short(name: str) -> str:
    """A name without what is said of it; a word for it alone is left to the tables of words."""
    return _short(_IN_CHARGE.sub("", name))


def _short(name: str) -> str:
    """A product's name without what everybody may add: `Codex agent` → `Codex`."""
    words = name.split()
    if (
        len(words) == 2
        and words[0].casefold() in PRODUCTS
        and words[1].casefold() in ("agent", "session")
    ):
        return words[0]
    return name


_PARTICLE = re.compile("[ぁ-ゟ]|には|では|との|から|まで|より|[的了是在和与與及은는을를의와과]")
"""What ties words together in scripts that part none, or write it on the word before."""


def _can_be(name: str) -> bool:
    words = _TOKEN.findall(name.casefold())
    spelled = " ".join(words)
    if (
        not words
        or _PARTICLE.fullmatch(name)
        or len(name) > 40
        or len(words) > 5
        or spelled in _NO_NAMES
    ):
        return False
    if (
        folded(name) in NOBODY
        or _is_of_all(spelled)
        or re.search(r"[<>{}=;?!\"|\\]|\.\w*\w\b.*/|/.*/|\w\w\.\s", name)
    ):
        return False
    return not re.search(r"[*]|\w/$|\.(?:py|ts|tsx|js|md|json|rs|go|ya?ml|toml)\b", name)
