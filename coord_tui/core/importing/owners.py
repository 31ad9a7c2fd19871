"""Finds the owner whom a remark names: `負責人：…`, `owner: Ana`, `← Agent B`, `ana 담당`."""

import re

from coord_tui.core.importing.alone import without_only
from coord_tui.core.importing.calling import Called, called, everybody, named_first
from coord_tui.core.importing.evident import one_name
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.verbs import OWNING_VERB
from coord_tui.core.importing.whom import AVOIDS, SHARES
from coord_tui.core.importing.words.whom import OWNER_WORDS, OWNER_WORDS_LAST


def either(phrases: str) -> str:
    """A pattern of any of the phrases, the longest first."""
    words = sorted((each.strip() for each in phrases.split(";")), key=len, reverse=True)
    return "|".join(re.escape(each) for each in words if each)


_BEFORE = re.compile(
    rf"(?:^|[\s(（,，;—–-])(?:{either(OWNER_WORDS)})(?![^\W\d_]*[a-z])(?P<sign>\s*[:：=]\s*)?\s*(?P<who>@?[^\s:：,，;()（）]+(?:\s[^\s:：,，;()（）]+){{0,2}})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?P<who>[^:：,，;()（）]{{1,30}}?)\s*(?:{either(OWNER_WORDS_LAST)})$", re.IGNORECASE
)


def owner_in(remark: str, names: Names) -> Called | None:
    """Who a remark beside a path says its owner is; None when it says nothing of an owner."""
    words = remark.strip(" -–—<←→*.")
    if not words or AVOIDS.within(words) or everybody(words):
        return None
    inside = (remarked_owner(each, names) for each in _INSIDE.findall(words))
    found = next(filter(None, inside), None) or remarked_owner(words, names)
    found = found or owning_one(words, names) or named_first(without_only(words), names)
    if found and not names.of(found.name) and _describes(found):
        return None
    return found or glued_owner(re.sub(r"\s*[(（].*", "", words))


def owning_one(words: str, names: Names) -> Called | None:
    """Who stands before a verb of owning, and nothing else does: `Agent 1 owns this file`."""
    verb = OWNING_VERB.search(words)
    one = named_first(words[: verb.start()], names) if verb and verb.start() else None
    return one if one and not one.role else None


_INSIDE = re.compile(r"[(（]([^()（）]{1,40})[)）]")


def _describes(found: Called) -> bool:
    """Whether a remark goes on as no name does: `chat bot entry point`, `Orders + agent view`."""
    return bool(found.role) and (found.name.islower() or not one_name(found.name))


def remarked_owner(words: str, names: Names) -> Called | None:
    """Who stands after a word such as `owner` or before one such as `소유`."""
    if found := _BEFORE.search(words):
        one = named_first(found["who"], names)
        return one or called(found["who"] if found["sign"] else found["who"].split()[0])
    return glued_owner(re.split(r"\s[-–—]\s", words)[0])


def glued_owner(words: str) -> Called | None:
    """Who stands before a word of owning that ends some words: `ana 담당`, `市岡担当`."""
    found = _AFTER.match(words.strip())
    each = found and _EACH.search(found["who"])
    return called(found["who"]) if found and not each else None


_EACH = re.compile(r"(?:別|ごと|各|别|별|マップ|一覧)$|^(?:各|按)")
"""Files by person are nobody's in particular."""


def shared_in(remark: str) -> bool:
    """Whether a remark says that several edit it."""
    inside = re.findall(r"[(（]([^()（）]*)[)）]", remark)
    return any(everybody(each) or SHARES.whole(each) for each in (remark.strip(" ()（）"), *inside))
