"""What a heading, a lead or a label says of what stands below it: whose, shared, or hands off."""

import re
from typing import Literal, NamedTuple

from coord_tui.core.importing.alone import says_only, touches
from coord_tui.core.importing.calling import Called, called, everybody, named_first
from coord_tui.core.importing.columns import column, label
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.owners import glued_owner, remarked_owner
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.prompts import is_prompt
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE, LOG, OTHER, OWNS, PEOPLE, SHARES
from coord_tui.core.importing.words.names import EVERYBODY

Mode = Literal[
    "", "own", "self", "owners", "people", "shared", "avoid", "other", "example", "log", "scope"
]
"""`own`: the session's own files; `self`: the session's part of the document; `owners`: whose files
are whose; `people`: who works here; `avoid`: files to keep off; `other`: of no concern; `example`
and `log`, what was done: so is all below it; `scope`: the session's own files, where a session is
spoken of."""
SILENT = ("avoid", "other", "example", "log")
"""What says nothing of whose files are whose."""


class Head(NamedTuple):
    """What some words open."""

    mode: Mode
    who: Called | None = None


_FEW = 6
"""How many words after a name may say, with a word such as `files`, that they are its own."""
_LONGEST = 300
"""Of a heading's letters: what is longer is prose."""
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_BY = re.compile(
    r"^(?:by|to|of|de|do|da|du|del|di|von|van|par|por|für|for|у|tarafından|to the)\s+(?:the\s+)?",
    re.IGNORECASE,
)


@remembered
def head(words: str, names: Names) -> Head:
    """What the words of a heading or of a label open."""
    words = words[:_LONGEST]
    outside = _BRACKETS.sub(" ", words)
    who = named_first(words, names) or _addressed(words, names)
    if EXAMPLE.within(outside) and not who:
        return Head("example")
    if LOG.within(outside) and not (OWNS.within(outside) or AVOIDS.within(outside)):
        return Head("log", who)
    if _is_nobodys(outside):
        return Head("avoid")
    if whose := _owner(outside, words, names):
        return Head("own", whose)
    if who:
        return Head(_of_session(outside.partition(who.name)[2]), who)
    first = _BREAK.split(outside)[0]
    if _is_of_manners(first):
        return Head("other")
    if _is_shared(first, words) and not AVOIDS.within(_FROZEN.sub(" ", first)):
        return Head("shared")
    if AVOIDS.within(outside) or (AVOIDS.within(words) and not OWNS.within(outside)):
        return Head("avoid")
    return Head(_mode(outside), None)


_FROZEN = re.compile(r"\b(?:frozen|protected)\b", re.IGNORECASE)
"""Whose something is or who shares it holds for what nobody may edit either."""
_TO = re.compile(
    r"\b(?:for|to|in|para|en|pour|dans|für|per|voor|dla|для|в|em)\s+(?:the\s+)?|\s+[-–—|]\s+|[:：]",
    re.IGNORECASE,
)


def _addressed(words: str, names: Names) -> Called | None:
    """Whom a heading speaks to: `Prompt for Agent A`, `In Terminal 1`."""
    first = _TO.match(words)
    if first and first[0][0].isalpha():
        return named_first(words[first.end() :], names)
    parts = _TO.split(words)[1:] if is_prompt(words) else ()
    return next(filter(None, (named_first(part, names) for part in parts if part.strip())), None)


_BREAK = re.compile(r"\s[-–—|]\s|[—:：,，;]")
"""What parts that of which a heading speaks from what it says of it: `Shared, frozen on Monday`."""


def _is_nobodys(words: str) -> bool:
    """Whether words say that what follows has no owner: `Nobody edits`."""
    first, _, rest = words.strip(" *").partition(" ")
    return first.casefold() in _NO_ONE and touches(rest)


_NO_ONE = wordlist("""nobody none nadie ninguém personne niemand keiner nessuno никто kimse nikt
    没有人 無人 誰も 아무도""")


def _is_of_manners(first: str) -> bool:
    """Whether what is shared is how all work, and no files: `Shared conventions`."""
    words = said(first).split()
    files = any(label(each) in ("path", "files") for each in words)
    return bool(_MANNERS & set(words)) and SHARES.within(first) and not files


def _is_shared(first: str, words: str) -> bool:
    """Whether files of several follow: `Shared files — do not edit alone`, `Both`, `Deck (all)`."""
    if SHARES.within(first) or (everybody(first) and not PEOPLE.whole(first)):
        return True
    whose, _, what = said(first).partition(" ")
    if whose in EVERYBODY and whose not in _OF_ALL and label(what) in ("owns", "files", "path"):
        return True
    inside = [each[1:-1] for each in _BRACKETS.findall(words)]
    if len(first.split()) < 3 and any(said(each) in EVERYBODY for each in inside):
        return True
    return bool(_BOTH.search(first)) and touches(first)


_OF_ALL = wordlist("all any either todos todas tous toutes alle tutti все wszystkie oba")
"""What counts files and does not say that they are of several: `All files`."""
_MANNERS = wordlist("""conventions rules principles guidelines standards convenciones reglas normas
    convenções regras règles konventionen regeln convenzioni regole правила конвенции kurallar""")
"""What all keep to, and edit in no way."""
_BOTH = re.compile(
    r"\b(?:both|everyone|everybody|beide|ambos|ambas|les deux|entrambi|оба|ikisi)\b", re.IGNORECASE
)


def _of_session(rest: str) -> Mode:
    """What is opened by the words after a name: frozen files are still somebody's."""
    if AVOIDS.within(_FROZEN.sub(" ", rest)) or said(rest) in _READING:
        return "avoid"
    short = len(rest.split()) < _FEW
    files = short and column(rest) in ("files", "path", "owns") and not OTHER.within(rest)
    return "own" if files or OWNS.within(rest) else "self"


_READING = wordlist("reads uses consumes lee usa lit utilise liest nutzt legge lê читает okur")
"""What somebody does to files of others."""


def _mode(words: str) -> Mode:
    """What words without a name open."""
    first = re.split(r"\s[-–—|]\s|[—:：]", words)[0]
    kind = label(first)
    if SHARES.within(words) or kind == "shared":
        return "shared"
    if OTHER.whole(first):
        return "other"
    parts = re.split(r"\s[-–—|]\s|[—:：]", words)
    if PEOPLE.whole(words) or any(map(PEOPLE.whole, parts)) or PEOPLE.ends(words):
        return "people"
    if OWNS.within(words) or kind == "owner" or _ends_with_owners(first):
        return "owners"
    return "scope" if kind == "owns" or _says_only(words) else ""


def _says_only(words: str) -> bool:
    """Whether files are one's alone, and no rules such as `Two rules that only Ana keeps`."""
    return says_only(words) and not _MANNERS & set(said(words).split())


def _ends_with_owners(first: str) -> bool:
    """Whether a few words say whose something is: `Module owners`."""
    parts = first.split()
    return 1 < len(parts) < _FEW_WORDS and label(parts[-1]) == "owner"


_FEW_WORDS = 4
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


def role_of(who: Called) -> str:
    """What is said beside a name, when it says what somebody does."""
    aside = (AVOIDS.within(who.role), SHARES.within(who.role), OTHER.whole(who.role))
    return "" if any(aside) else who.role


def _owner(outside: str, words: str, names: Names) -> Called | None:
    """The name in `Codex owns`, `Files owned by Codex`, `Ana's files`."""
    inside = [remarked_owner(each[1:-1], names) for each in _BRACKETS.findall(words)]
    if any(inside):
        return next(each for each in inside if each)
    if AVOIDS.within(outside):
        return None
    if (glued := glued_owner(outside)) and not _asks(glued):
        return glued
    if _says_only(outside):
        return next((one for each in outside.split() if (one := _known(each, names))), None)
    if found := _COMPOUND.search(outside) or _OWNED_BY.fullmatch(outside.strip(" :：")):
        return _owned_by(found, outside, names)
    found = _OWNING.fullmatch(outside.strip())
    if not found or not found["before"].strip(" *-–—:"):
        return None
    who = called(found["before"])
    if who and (_BRACKETS.sub(" ", who.role).strip() or PEOPLE.whole(who.name)):
        return None
    if who and (_asks(who) or re.search(r"[,;]", who.name)):
        return None
    sure = found["verb"].casefold() in _SURELY
    possessive = bool(re.search(r"['’]s\b", outside))
    if who and (sure or possessive or _surely(who, names)):
        return who._replace(role=_note(words))
    return None


def _owned_by(found: re.Match[str], outside: str, names: Names) -> Called | None:
    """Who stands after or before words such as `owned by`, `-owned`."""
    if found.re is _COMPOUND:
        return named_first(found["who"], names)
    one = called(_BY.sub("", found["who"]))
    thing = "ownership of" in outside.casefold() and one and one.name[0].islower()
    return None if thing and one and not _surely(one, names) else one


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
