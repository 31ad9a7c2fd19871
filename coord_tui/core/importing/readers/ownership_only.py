"""Finds whose files are whose where one alone may edit: `Only Ana edits a/`, `a/ → only Ana`."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.alone import without_only
from coord_tui.core.importing.calling import called
from coord_tui.core.importing.clauses import sentences
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import Runs, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.ownership_lines import begins_with_path
from coord_tui.core.importing.readers.taken import Taken
from coord_tui.core.importing.readers.whom_context import lines
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE
from coord_tui.core.importing.words.names import ARTICLES, NUMBERED
from coord_tui.core.importing.words.only import ONLY, SMALL, THIRD, TOUCHING


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned paths of every sentence that says who alone edits them."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    taken = Taken(len(document.lines), said, (SaidOwned,))
    for node, within in lines(document, names):
        if within.mode not in SILENT and not taken.any(node.line, node.first):
            yield from _of_line(document, node, names)


def _of_line(document: Document, node: Node, names: Names) -> Iterator[Said]:
    before = ""
    if sole := _sole(node.runs, names):
        yield from _said(document, node, sole, listed_paths(node.runs))
        return
    for sentence in sentences(node.runs):
        name = _subject(sentence, before, names)
        before = plain(sentence)
        yield from _said(document, node, name, listed_paths(sentence) if name else ())


def _said(document: Document, node: Node, name: str, found: Sequence[Found]) -> Iterator[Said]:
    at, why = document.at(node), "a sentence that says who alone edits"
    if found:
        yield SaidSession(at, name, kind=kind_of(name), sure="likely", why=why)
    for each in found:
        yield SaidOwned(at, name, each.path, "", "likely", why)


def _sole(runs: Runs, names: Names) -> str:
    """Who is named after paths with a word such as `only`: `a/ → only Ana`, `a/ — Ana only (x)`."""
    found = listed_paths(runs) if begins_with_path(runs) else ()
    after = plain(runs).rpartition(found[-1].path)[2] if found else ""
    note = _BRACKETS.sub("", after).strip(" .*`→⇒=>:：–—-")
    alone = without_only(note)
    parts = alone.split()
    titled = len(parts) == 2 and parts[0].casefold() in NUMBERED and parts[1][0].isupper()
    return "" if alone == note else alone if titled else _sure(alone, names)


_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")


_WORD = re.compile(r"[^\W_][\w-]*")
_ANY = wordlist("one single each any un uno una um uma une ein eine einer один одна bir jeden")
"""`Only one agent edits a` speaks of nobody in particular."""
_LONGEST = 7
"""How many words may stand before the paths: `Only the team lead may ever edit`."""


def _subject(sentence: Runs, before: str, names: Names) -> str:
    """Who alone edits, by a sentence and the one before it; empty when it does not say."""
    words = plain(sentence)
    first = _WORD.match(words.lstrip(" *"))
    if not first or first[0].casefold() not in ONLY or _bans(words):
        return ""
    parts = _WORD.findall(words)[1:_LONGEST]
    verb = next((at for at, each in enumerate(parts) if _touches(each)), 0)
    who = [each for each in parts[:verb] if each.casefold() not in SMALL | ARTICLES]
    if len(parts[:verb]) == 1 and parts[0].casefold() in THIRD:
        return _last_named(before, names)
    return "" if _ANY & {each.casefold() for each in who} else _sure(" ".join(who), names)


def _bans(words: str) -> bool:
    return AVOIDS.within(words) or EXAMPLE.within(words) or "?" in words


def _touches(word: str) -> bool:
    return word.casefold().startswith(TOUCHING)


def _sure(words: str, names: Names) -> str:
    """A name that is known, evident, or of one or two words with capitals."""
    who = called(words) if words else None
    parts = words.split()
    proper = len(parts) < 3 and all(each[0].isupper() for each in parts)
    surely = who and (names.of(who.name) or evident(who.name) or proper)
    return who.name if who and surely else ""


def _last_named(words: str, names: Names) -> str:
    """The name at the end of a sentence, as of `This chat is the LEAD`."""
    found = re.search(r"(?<=\s)[A-Z][\w-]*(?:\s(?:[A-Z][\w-]*|\d+))?\W*$", words)
    return _sure(found[0].strip(" .*`"), names) if found else ""
