"""Finds whose files are whose in sentences: `Ana owns api/ and db/`, `You own only src/`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.alone import nothing_but_only, says_only
from coord_tui.core.importing.calling import Called, called, named_first
from coord_tui.core.importing.clauses import clauses, sentences
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.heads import SILENT, head
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node, field
from coord_tui.core.importing.path_lists import listed_paths, may_list
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.ownership_lines import begins_with_path
from coord_tui.core.importing.readers.speech import spoken_of
from coord_tui.core.importing.readers.whom_context import Within, lines
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE
from coord_tui.core.importing.words.names import ARTICLES
from coord_tui.core.importing.words.whom import (
    ME,
    OWN_VERBS,
    OWN_VERBS_GLUED,
    OWN_VERBS_LAST,
    OWNED_BY,
    OWNED_BY_KNOWN,
    WORK_VERBS,
    YOU,
)


def _spaced(phrases: str) -> str:
    words = sorted((each.strip() for each in phrases.split(";")), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, each.split())) for each in words if each)


_VERB = re.compile(
    rf"(?:^|(?<=\s))(?:(?:will|must|should|shall|exclusively|solely|only)\s+)?(?:{_spaced(OWN_VERBS)}|own(?:s)?(?:\s+only)?)(?=[\s:：]|$)"
    rf"|(?:{_spaced(OWN_VERBS_GLUED)})",
    re.IGNORECASE,
)
_WORKS = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(WORK_VERBS)})(?=\s|$)", re.IGNORECASE)
_BY = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(OWNED_BY)})(?=\s|$)", re.IGNORECASE)
_BY_KNOWN = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(OWNED_BY_KNOWN)})(?=\s|$)", re.IGNORECASE)
_LAST = re.compile(rf"^\s*['’]?\S{{0,4}}?\s*(?:{_spaced(OWN_VERBS_LAST)})", re.IGNORECASE)
_PARTICLE = re.compile(
    r"(?P<who>[^\s、。,.:：]+?(?:\s[^\s、。,.:：]+?)?)\s*(?:は|が|은|는|이|가|,)\s*$"
)
_YOU = frozenset(each.strip() for each in YOU.split(";"))
_ME = frozenset(each.strip() for each in ME.split(";"))

Found = tuple[Called, Runs]
"""Who owns, and the words that list the paths."""


class _Speech(NamedTuple):
    """Whom a document means by `you` and by `I`; empty when that is not one session."""

    you: str = ""
    me: str = ""
    alone: bool = True
    """Whether the document has no headings, so that all of it is about one thing."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned paths of every sentence with a name, a verb of owning and paths."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    alone = not any(node.kind == "section" for node in document.root.children)
    speech = _Speech(*spoken_of(document, names), alone)
    for node, within in lines(document, names):
        if within.mode in SILENT:
            continue
        said_of, runs = field(node.runs), node.runs
        if said_of and _of_owners(said_of.label, names):
            within, runs = Within("owners", within.session), said_of.value
        for sentence in filter(may_list, sentences(runs)):
            for clause in clauses(sentence, _saying):
                yield from _Clause(clause, within, names, speech).read(document, node)


def _of_owners(words: str, names: Names) -> bool:
    """Whether a label says that what follows is about owners."""
    return label(words) == "owner" or head(words, names).mode == "owners"


def _saying(words: str) -> str:
    """What a piece of a sentence says by itself, for its clauses to be told apart."""
    verb = _VERB.search(words) or _WORKS.search(words)
    if verb or AVOIDS.within(words) or says_only(words):
        return "first"
    return "last" if _BY.search(words) or _BY_KNOWN.search(words) else ""


class _Clause:
    """One clause: what it says of one owner."""

    def __init__(self, runs: Runs, within: Within, names: Names, speech: _Speech) -> None:
        self.runs, self.within, self.names, self.speech = runs, within, names, speech

    def read(self, document: Document, node: Node) -> Iterator[Said]:
        words = plain(self.runs)
        if AVOIDS.within(words) or EXAMPLE.within(words) or "?" in words:
            return
        forms = (self.only, self.owner_first, self.path_first, self.owner_last, self.verb_last)
        who, listed = next(filter(None, (form() for form in forms)), (None, ()))
        if who:
            for each in listed_paths(listed):
                said = SaidOwned(document.at(node), who.name, each.path, "", "likely", "a sentence")
                guessed = said._replace(sure="doubtful", why=_UNKNOWN)
                yield said if self.sure(who) else guessed

    def sure(self, who: Called) -> bool:
        return bool(self.names.of(who.name)) or evident(who.name)

    def only(self) -> Found | None:
        """`Ana works in a/ only`, and in somebody's part `a/ only` or `Edit only a/`."""
        words = " ".join(
            _PATH.sub(" ", run.text) for run in self.runs if not (run.code or run.link)
        )
        parts = words.split()
        known = named_first(words, self.names) or (self.proper(parts[0]) if parts else None)
        if known and nothing_but_only(words.partition(known.name)[2]):
            return known, self.runs
        inside = self.within.session if self.within.mode in ("self", "own") else ""
        who = called(inside or self.speech.you) if nothing_but_only(words) else None
        return (who, self.runs) if who else None

    def owner_first(self) -> Found | None:
        """`Ana owns a/`, and where it is told who does what `Ana takes a/`."""
        told = self.within.mode in ("owners", "people")
        for verb in (_VERB, _WORKS) if told else (_VERB,):
            for at, found in self.searched(verb):
                before = plain((*self.runs[:at], Run(self.runs[at].text[: found.start()])))
                after = Run(self.runs[at].text[found.end() :])
                who = self.subject(before)
                return (who, (after, *self.runs[at + 1 :])) if who else None
        return None

    def path_first(self) -> Found | None:
        """`a/ is owned by Ana`; words that say more than owning do so of a known name only."""
        for verb in (_BY, _BY_KNOWN):
            for at, found in self.searched(verb):
                after = plain((Run(self.runs[at].text[found.end() :]), *self.runs[at + 1 :]))
                who = named_first(_ARTICLE.sub("", after), self.names)
                if verb is _BY:
                    who = who or self.proper(re.split(r"[,.;(]|\s(?:and|but)\s", after)[0])
                if who:
                    return who, (*self.runs[:at], Run(self.runs[at].text[: found.start()]))
        return None

    def searched(self, verb: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a verb stands first in each run that is no code."""
        for at, run in enumerate(self.runs):
            found = None if run.code else verb.search(run.text)
            if found:
                yield at, found

    def owner_last(self) -> Found | None:
        """`a/ and b/ are Ana's`, and where owners are told, `a/, by Ana`."""
        codes = [at for at, run in enumerate(self.runs) if run.code]
        if not codes or not begins_with_path(self.runs):
            return None
        found = _OF.fullmatch(plain(self.runs[codes[-1] + 1 :]))
        if found and (found["own"] or self.within.mode == "owners"):
            who = called(found["who"])
            return (who, self.runs[: codes[-1] + 1]) if who and self.names.of(who.name) else None
        return None

    def verb_last(self) -> Found | None:
        """A name, then paths, then the verb."""
        codes = [at for at, run in enumerate(self.runs) if run.code]
        if not codes or codes[0] == 0 or codes[-1] + 1 >= len(self.runs):
            return None
        before, after = plain(self.runs[: codes[0]]), self.runs[codes[-1] + 1].text
        found = _PARTICLE.search(before)
        who = called(found["who"]) if found and _LAST.match(after) else None
        return (who, self.runs[codes[0] : codes[-1] + 1]) if who and self.sure(who) else None

    def subject(self, before: str) -> Called | None:
        """The name before the verb, or the session that is meant by `you` or `I`."""
        words = _I_AM_AND.sub("", before.strip(" -*").removeprefix("the ").removeprefix("The "))
        words = re.split(r"[:：]\s", words)[-1].strip()
        if words.casefold() in _YOU:
            return called(self.within.session or self.speech.you)
        if words.casefold() in _ME:
            return called(self.within.session or self.speech.me)
        who = called(words)
        return who if who and (self.sure(who) or self.proper(words)) else None

    def proper(self, words: str) -> Called | None:
        """A name that nothing else names: a full one, or one where names are to be expected.

        Among a document's other headings one capitalised word may own things in the program.
        """
        expected = self.within.mode in ("owners", "people") or self.speech.alone
        return _proper(words) if expected or " " in words.strip() else None


_UNKNOWN = "a sentence about somebody whom nothing else names"
_PATH = re.compile(r"\S*[/.]\S+|\S+/(?=\s|$)")
_ARTICLE = re.compile(r"^\s*(?:the|el|la|o|a|der|die|dem|den|le)\s+", re.IGNORECASE)
_OF = re.compile(
    r"[\s,:—–-]*(?:(?:is|are|ist|sind)\s+)?(?:(?:of|by|de|do|da|dos|del|di|von|vom|van|par|por|за|у)\s+)?"
    r"(?:(?:the|el|la|o|a|der|die|dem|le)\s+)?(?P<who>[^.,;:]{1,40}?)(?P<own>['’]s?)?\s*[.;]?",
    re.IGNORECASE,
)
_I_AM_AND = re.compile(
    r"^(?:i am|i['’]m|you are|you['’]re)\s+(?=.*\sand\s*$)|\s+and\s*$", re.IGNORECASE
)


def _proper(words: str) -> Called | None:
    """A name of one or two words with capitals, as people have."""
    bare = words.strip(" .*")
    parts = bare.split()
    capital = all(each[0].isupper() and each.isalpha() for each in parts)
    common = parts and parts[0].casefold() in _COMMON | ARTICLES
    return called(bare) if 0 < len(parts) < 3 and capital and not common else None


_COMMON = wordlist("it each everyone nobody they we he she one there only edit work please")
