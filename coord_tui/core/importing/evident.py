"""Which names say by themselves that they are a session's, and what they say of it."""

import re
from typing import Literal

from coord_tui.core.importing.names import NOBODY, folded, number_of
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.words.names import (
    AGENTS,
    ARTICLES,
    NO_NAMES,
    NO_PARTS,
    NUMBERED,
    PEOPLE,
    PRODUCT_EXTRAS,
    PRODUCTS,
    PRONOUNS,
    TEAMS,
    TITLED,
    TITLED_FIRST,
    TITLED_GLUED,
)

_TOKEN = re.compile(r"[^\W_]+")


_OF_PRODUCTS = PRODUCTS | PRODUCT_EXTRAS


@remembered
def evident(name: str) -> bool:
    """Whether a name says by itself that it is a session's: `Claude`, `Agent 1`, `Backend Lead`."""
    words = _TOKEN.findall(name.casefold())
    if not words or len(words) > 4 or folded(name) in NOBODY or name.casefold() in NO_NAMES:
        return False
    if len(words) > 1 and NO_PARTS & set(words):
        return False
    if any(each in PRODUCTS for each in words):
        return all(each in _OF_PRODUCTS or len(each) < 3 for each in words)
    if len(words) == 1:
        return _glued(words[0])
    if re.search(r"[._&]|\A(?:a|an|user)\b", name, re.IGNORECASE):
        return False
    titled = words[-1] in TITLED or (len(words) == 2 and words[0] in TITLED_FIRST)
    return bool(number_of(name)) or titled


def _glued(word: str) -> bool:
    """Whether it is a name of one word: `agent1`, `セッションA`, `后端代理`."""
    found = re.fullmatch(r"(\D+?)(\d{1,2}|[a-z])", word)
    if found and (found[1] in NUMBERED or found[1] in PRODUCTS):
        return not word.isascii() or word[-1].isdigit()
    if _NTH.fullmatch(word):
        return True
    longest = _LONGEST if word.endswith(_WORK) else len(word)
    return 2 < len(word) <= longest and word.endswith(TITLED_GLUED) and word not in TITLED_GLUED


_NTH = re.compile(
    r"第[一二三四五六七八九十\d]{1,2}(?:个|位|名)?(?:人|同学|成员|组员|队员|开发者|组)"
)
"""The first, the second of those who work: `第一个人`."""
_WORK, _LONGEST = "开发", 5
"""`前端开发` is who does it; with more words before it, it is what is to be done."""


def kind_of(*names: str) -> Literal["", "person", "agent"]:
    """What somebody is, where a name of theirs says it."""
    words = {each for name in names for each in _TOKEN.findall(name.casefold())}
    if words & PRODUCTS or words & AGENTS:
        return "agent"
    return "person" if words & PEOPLE else ""


def is_team(name: str) -> bool:
    """Whether a name is of several people together, and of no counted one: `Payments team`."""
    words = _TOKEN.findall(name.casefold())
    return any(each in TEAMS for each in (*words[:1], *words[-1:])) and not number_of(name)


def one_name(name: str) -> bool:
    """Whether a name is of one thing, and no `tests + docs`, `The contract`, `What you add`."""
    words = _TOKEN.findall(name.casefold())
    first = next(iter(words), "")
    speaks = any(each in PRONOUNS and len(each) > 1 for each in words)
    return first not in ARTICLES and not speaks and not re.search(r"[+&/,、|]", name)
