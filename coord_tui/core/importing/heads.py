"""What a heading, a lead or a label says of what stands below it: whose, shared, or hands off."""

import re
from typing import Literal, NamedTuple

from coord_tui.core.importing.alone import touches
from coord_tui.core.importing.calling import Called, everybody, named_first
from coord_tui.core.importing.columns import column, label
from coord_tui.core.importing.head_owners import MANNERS, is_alone, owner_named
from coord_tui.core.importing.lettered import known_letter
from coord_tui.core.importing.names import Names
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


@remembered
def head(words: str, names: Names) -> Head:
    """What the words of a heading or of a label open."""
    words = words[:_LONGEST]
    outside = _BRACKETS.sub(" ", words)
    who = named_first(words, names) or _addressed(words, names) or known_letter(words, names)
    if EXAMPLE.within(outside) and not who:
        return Head("example")
    if LOG.within(outside) and not (OWNS.within(outside) or AVOIDS.within(outside)):
        return Head("log", who)
    if _is_nobodys(outside):
        return Head("avoid")
    if whose := owner_named(outside, words, names):
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
    return bool(MANNERS & set(words)) and SHARES.within(first) and not files


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
    return "scope" if kind == "owns" or is_alone(words) else ""


def _ends_with_owners(first: str) -> bool:
    """Whether a few words say whose something is: `Module owners`."""
    parts = first.split()
    return 1 < len(parts) < _FEW_WORDS and label(parts[-1]) == "owner"


_FEW_WORDS = 4


def role_of(who: Called) -> str:
    """What is said beside a name, when it says what somebody does."""
    aside = (AVOIDS.within(who.role), SHARES.within(who.role), OTHER.whole(who.role))
    return "" if any(aside) else who.role
