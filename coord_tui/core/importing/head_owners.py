"""Finds in a heading or label whose the files below it are: `Codex owns`, `Ana's files`."""

import re

from coord_tui.core.importing.alone import says_only
from coord_tui.core.importing.calling import Called, called, named_first
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.owners import glued_owner, remarked_owner
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.whom import AVOIDS, PEOPLE

_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_BY = re.compile(
    r"^(?:by|to|of|de|do|da|du|del|di|von|van|par|por|für|for|у|tarafından|to the)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_SURELY = wordlist("owns posee possui possède besitzt possiede владеет 负责 拥有") | {
    "exclusively owns"
}
"""Verbs that make a name of what stands before them."""
_OWNING = re.compile(
    r"(?P<before>.*?)(?:['’]s\s+|\s+|\s*[-–—:：]\s*)?"
    r"\b(?P<verb>(?:exclusively )?owns|is responsible for|responsibilities|ownership"
    r"|(?:owned |own )?(?:files|paths|areas?|folders|directories|territory|lane|domain|scope)"
    r"|posee|possui|possède|besitzt|possiede|владеет|负责|拥有)\b.*",
    re.IGNORECASE,
)
_OWNED_BY = re.compile(
    r".*\b(?:owned by|ownership of|belongs? to|propiedad de|propriedade d[eoa]|propriété de"
    r"|besitz von|proprietà di)\s+(?P<who>.+)",
    re.IGNORECASE,
)


_COMPOUND = re.compile(r"(?P<who>\w+)[-‑]owned\b", re.IGNORECASE)
"""`All of it is Ana-owned`."""


def owner_named(outside: str, words: str, names: Names) -> Called | None:
    """The name in `Codex owns`, `Files owned by Codex`, `Ana's files`."""
    inside = [remarked_owner(each[1:-1], names) for each in _BRACKETS.findall(words)]
    if any(inside):
        return next(each for each in inside if each)
    if AVOIDS.within(outside):
        return None
    if (glued := glued_owner(outside)) and not _asks(glued):
        return glued
    if is_alone(outside):
        return next((one for each in outside.split() if (one := _known(each, names))), None)
    if found := _COMPOUND.search(outside) or _OWNED_BY.fullmatch(outside.strip(" :：")):
        return _owned_by(found, outside, names)
    found = _OWNING.fullmatch(outside.strip())
    if not found or not found["before"].strip(" *-–—:"):
        return None
    who = called(_THINGS.sub("", found["before"]))
    if not who or _is_nobody(who):
        return None
    sure = found["verb"].casefold() in _SURELY
    possessive = bool(re.search(r"['’]s\b", outside))
    return who._replace(role=_note(words)) if sure or possessive or _surely(who, names) else None


def _is_nobody(who: Called) -> bool:
    """Whether what stands before the verb is more than a name, a word for people or a question."""
    more = _BRACKETS.sub(" ", who.role).strip() or re.search(r"[,;]", who.name)
    return bool(more or PEOPLE.whole(who.name) or _asks(who))


def _owned_by(found: re.Match[str], outside: str, names: Names) -> Called | None:
    """Who stands after or before words such as `owned by`, `-owned`."""
    if found.re is _COMPOUND:
        return named_first(found["who"], names)
    one = called(_BY.sub("", found["who"]))
    thing = "ownership of" in outside.casefold() and one and one.name[0].islower()
    return None if thing and one and not _surely(one, names) else one


_THINGS = re.compile(
    r"^\s*(?:files|paths|folders|directories|dateien|archivos|fichiers)\s+(?=\S)", re.I
)
"""What is owned, before who owns it: `Files Track A owns`."""
_ASKING = wordlist("who whom whose what which quién quien qui quem wer chi кто")
"""`The plan says who owns what` names nobody."""


def _asks(who: Called) -> bool:
    return bool(_ASKING & set(said(who.name).split()))


def _surely(who: Called, names: Names) -> bool:
    return bool(names.of(who.name)) or evident(who.name)


def _known(word: str, names: Names) -> Called | None:
    return called(word) if len(word) > 1 and names.of(word) else None


def _note(words: str) -> str:
    """What stands in brackets, when it is no ban: `Codex owns (core)`."""
    inside = [each[1:-1].strip() for each in _BRACKETS.findall(words)]
    return "; ".join(each for each in inside if not AVOIDS.within(each) and said(each))


MANNERS = wordlist("""conventions rules principles guidelines standards convenciones reglas normas
    convenções regras règles konventionen regeln convenzioni regole правила конвенции kurallar""")
"""What all keep to, and edit in no way."""


def is_alone(words: str) -> bool:
    """Whether files are one's alone, and no rules such as `Two rules that only Ana keeps`."""
    return says_only(words) and not MANNERS & set(said(words).split())
