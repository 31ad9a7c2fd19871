"""Finds who a task belongs to in an owner's field or cell; everybody is nobody."""

import re

from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.names import NOBODY, Names, folded
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.vacant import vacant

_EVERYBODY = wordlist(
    """both ambos ambas todos todas all everyone everybody team theteam anyone anybody whoever
    multiple shared various unknown pending deferred beide alle tous tutti すべて 全員 모두 共同
    wszyscy все free available unclaimed nobody yourname agentname yes no done ready you me self
    human user auto automatic parallel"""
)
_SEPARATORS = re.compile(
    r"\s*(?:[+&/,;→、|]|\band\b|\by\b|\be\b|\bund\b|\bet\b|\bwith\b)\s*", re.IGNORECASE
)
_EITHER = re.compile(
    r"(?<=\w)\s+(?:or|o|ou|oder|или|veya|lub|eller|atau|hoặc)\s+(?=\w)|または|もしくは|或者|또는",
    re.IGNORECASE,
)
"""One of two is none of them as yet: `Ana or Ben`."""


def owner_in(text: str, names: Names) -> str:
    """The session that an owner's field or cell names; empty for nobody, or for prose.

    Of several that share a task, the first one that is known is its owner; `UI/UX Designer` is one.
    """
    bare = re.sub(r"[(（\[].*?[)）\]]", " ", text).strip(" `*_@~")
    aside = not bare
    bare = bare or text.strip(" ()（）[]`*_@~")
    if names.of(bare):
        return bare
    if vacant(text) or _EITHER.search(bare):
        return ""
    parts = [part.strip(" `*_@~") for part in _SEPARATORS.split(bare)]
    if known := next((part for part in parts if names.of(part)), ""):
        return known
    if re.search(r"\w/\w", bare) and evident(bare) and not all(map(evident, parts)):
        return bare
    if aside and len(bare.split()) > 1:
        return ""  # a remark in the place of a name: `(skipped, by hand)`
    return parts[0] if parts and is_name(parts[0]) and len(parts) <= 3 else ""


def is_name(text: str) -> bool:
    """Whether words can be somebody's name that no roster gives; it may be cut short: `run-7f…`."""
    key = folded(text)
    if not key or key in NOBODY or key in _EVERYBODY or key.startswith("tbd") or key.isdigit():
        return False
    return len(text.split()) <= 3 and bool(re.fullmatch(r"[^\W_][\w .'-]{0,30}…?", text))
