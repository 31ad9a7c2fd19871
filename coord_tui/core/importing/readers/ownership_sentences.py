"""Finds whose files are whose in sentences: `Ana owns api/ and db/`, `You own only src/`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from coord_tui.core.importing.alone import nothing_but_only, says_only
from coord_tui.core.importing.bare_names import echoes, may_be_name, proper, without_article
from coord_tui.core.importing.calling import Called, called, named_first
from coord_tui.core.importing.clauses import clauses, sentences
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.duties import answering
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.heads import SILENT, head
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.path_lists import listed_paths, may_list
from coord_tui.core.importing.readers.ownership_lines import begins_with_path
from coord_tui.core.importing.readers.speech import spoken_of
from coord_tui.core.importing.readers.whom_context import Within, lines
from coord_tui.core.importing.readers.word_pairs import is_word_pair
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, Sure
from coord_tui.core.importing.verbs import (
    BY,
    BY_KNOWN,
    LAST,
    OWNING_VERB,
    PARTICLE,
    WORKING_VERB,
)
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE
from coord_tui.core.importing.words.whom import ME, YOU

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
    guessing: bool = False
    """Whether to take a capitalised word for a name where none is to be expected."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned paths of every sentence with a name, a verb of owning and paths."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    speech = _Speech(*spoken_of(document, names), _is_plain(document))
    told: list[SaidOwned] = []
    guesses: list[SaidOwned] = []
    for node, within in lines(document, names):
        if within.mode in SILENT:
            continue
        for clause, where in _clauses(node, within, names):
            found = _Clause(clause, where, names, speech).read(document, node)
            told += found
            if not found:
                guessing = _Clause(clause, where, names, speech._replace(guessing=True))
                guesses += guessing.read(document, node)
    yield from _weighed(told, guesses)


def _is_plain(document: Document) -> bool:
    """Whether no heading but a title parts a document."""
    sections = [node for node in document.root.walk() if 0 < node.level < LEAD]
    return not sections or (len(sections) == 1 and sections[0].level == 1)


def _clauses(node: Node, within: Within, names: Names) -> Iterator[tuple[Runs, Within]]:
    """The clauses of a line that may name paths, and where each of them stands."""
    said_of, runs = field(node.runs), node.runs
    if said_of and _of_owners(said_of.label, names):
        within, runs = Within("owners", within.session), said_of.value
    for sentence in filter(may_list, sentences(runs)):
        for clause in clauses(sentence, _saying):
            yield clause, within


def _weighed(told: Sequence[SaidOwned], guesses: Sequence[SaidOwned]) -> Iterator[SaidOwned]:
    """What sentences say, where two that name different owners say what one alone would not."""
    several = len({each.session for each in (*told, *guesses)}) > 1
    paths = {each.path: each.session for each in guesses}
    clear = all(paths[each.path] == each.session for each in guesses)
    for each in (*told, *guesses) if several and clear else told:
        yield each._replace(sure="likely") if several else each


def _of_owners(words: str, names: Names) -> bool:
    """Whether a label says that what follows is about owners."""
    return label(words) == "owner" or head(words, names).mode == "owners"


def _saying(words: str) -> str:
    """What a piece of a sentence says by itself, for its clauses to be told apart."""
    verb = OWNING_VERB.search(words) or WORKING_VERB.search(words)
    if verb or AVOIDS.within(words) or says_only(words) or _names_only(words):
        return "first"
    return "last" if BY.search(words) or BY_KNOWN.search(words) else ""


def _names_only(words: str) -> bool:
    """Whether nothing but a name and a word such as `only` stands around paths: `Ben nur a/`."""
    first, _, rest = _PATH.sub(" ", words).strip().partition(" ")
    return bool(proper(first)) and nothing_but_only(rest)


class _Clause:
    """One clause: what it says of one owner."""

    def __init__(self, runs: Runs, within: Within, names: Names, speech: _Speech) -> None:
        self.runs, self.within, self.names, self.speech = runs, within, names, speech

    def read(self, document: Document, node: Node) -> list[SaidOwned]:
        words = plain(self.runs)
        if AVOIDS.within(words) or EXAMPLE.within(words) or "?" in words:
            return []
        forms = (
            self.only, self.owner_first, self.path_first, self.owner_last, self.verb_last,
            self.answering,
        )  # fmt: skip
        who, listed = next(filter(None, (form() for form in forms)), (None, ()))
        if not who:
            return []
        sure, why = ("likely", "a sentence") if self.sure(who) else ("doubtful", _UNKNOWN)
        found = [each for each in listed_paths(listed) if not is_word_pair(plain(listed), each)]
        at = document.at(node)
        if sure == "doubtful" and echoes(who.name, (each.path for each in found)):
            return []
        return [SaidOwned(at, who.name, each.path, "", cast(Sure, sure), why) for each in found]

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
        told = self.within.mode in ("owners", "people") or self.speech.alone
        for verb in (OWNING_VERB, WORKING_VERB) if told else (OWNING_VERB,):
            for at, found in self.searched(verb):
                before = plain((*self.runs[:at], Run(self.runs[at].text[: found.start()])))
                after = Run(self.runs[at].text[found.end() :])
                who = self.subject(before)
                return (who, (after, *self.runs[at + 1 :])) if who else None
        return None

    def path_first(self) -> Found | None:
        """`a/ is owned by Ana`; words that say more than owning do so of a known name only."""
        for verb in (BY, BY_KNOWN):
            for at, found in self.searched(verb):
                after = plain((Run(self.runs[at].text[found.end() :]), *self.runs[at + 1 :]))
                who = named_first(without_article(after), self.names)
                if verb is BY:
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
        found = PARTICLE.search(before)
        who = called(found["who"]) if found and LAST.match(after) else None
        return (who, self.runs[codes[0] : codes[-1] + 1]) if who and self.sure(who) else None

    def answering(self) -> Found | None:
        """Any other build of a sentence that says who answers for paths."""
        words = without_article(answering(self.runs))
        who = called(words) if words else None
        return (who, self.runs) if who and (self.sure(who) or self.proper(words)) else None

    def subject(self, before: str) -> Called | None:
        """The name before the verb, or the session that is meant by `you` or `I`."""
        words = _I_AM_AND.sub("", before.strip(" -*"))
        words = re.split(r"[:：]\s", words)[-1].strip()
        if words.casefold() in _YOU:
            return called(self.within.session or self.speech.you)
        if words.casefold() in _ME:
            return called(self.within.session or self.speech.me)
        who = called(without_article(words))
        return who if who and (self.sure(who) or self.proper(words)) else None

    def proper(self, words: str) -> Called | None:
        """A name that nothing else names: a full one, or one where names are to be expected.

        Among a document's other headings one capitalised word may own things in the program.
        """
        told = self.within.mode in ("owners", "people")
        if told and may_be_name(words.strip()):
            return called(words)
        expected = told or self.speech.alone or self.speech.guessing
        return proper(words) if expected or " " in words.strip() else None


_UNKNOWN = "a sentence about somebody whom nothing else names"
_PATH = re.compile(r"\S*[/.]\S+|\S+/(?=\s|$)")
_OF = re.compile(
    r"[\s,:—–-]*(?:(?:is|are|ist|sind)\s+)?(?:(?:of|by|de|do|da|dos|del|di|von|vom|van|par|por|за|у)\s+)?"
    r"(?:(?:the|el|la|o|a|der|die|dem|le)\s+)?(?P<who>[^.,;:]{1,40}?)(?P<own>['’]s?)?\s*[.;]?",
    re.IGNORECASE,
)
_I_AM_AND = re.compile(
    r"^(?:i am|i['’]m|you are|you['’]re)\s+(?=.*\sand\s*$)|\s+and\s*$", re.IGNORECASE
)
