"""Finds whose files are whose in sentences: `Ana owns api/ and db/`, `You own only src/`."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import Called, called, named_first
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import listed_paths, may_list
from coord_tui.core.importing.readers.whom_context import Within, lines
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE
from coord_tui.core.importing.words.whom import (
    OWN_VERBS,
    OWN_VERBS_GLUED,
    OWN_VERBS_LAST,
    OWNED_BY,
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
_BY = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(OWNED_BY)})(?=\s|$)", re.IGNORECASE)
_LAST = re.compile(rf"^\s*['’]?\S{{0,4}}?\s*(?:{_spaced(OWN_VERBS_LAST)})", re.IGNORECASE)
_PARTICLE = re.compile(
    r"(?P<who>[^\s、。,.:：]+?(?:\s[^\s、。,.:：]+?)?)\s*(?:は|が|은|는|이|가|,)\s*$"
)
_YOU = frozenset(each.strip() for each in YOU.split(";"))
_END = re.compile(r"(?<=[.!?;。！？；])(?=\s|$|[^\x00-\x7f])")


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned paths of every sentence with a name, a verb of owning and paths."""
    names = Names(each for each in said if isinstance(each, SaidSession))
    addressed = _addressed(document, names)
    for node, within in lines(document, names):
        if addressed and not within.session:
            within = within._replace(session=addressed)
        if within.mode not in SILENT:
            for sentence in filter(may_list, _sentences(node.runs)):
                yield from _read(document, node, sentence, within, names)


_YOU_ARE = re.compile(
    r"\b(?:you are|you're|eres|você é|vous êtes|tu es|du bist|sie sind|sei|ты|вы)\s+"
    r"(?:(?:the|el|la|o|a|der|die)\s+)?(?P<who>[^.,;!?。]+)"
    r"|(?:你是|您是|あなたは|당신은)\s*(?P<glued>[^.,;!?。，]+)",
    re.IGNORECASE,
)


def _addressed(document: Document, names: Names) -> str:
    """Whom a document speaks to: `You are Agent 2`; empty when that is not one session."""
    found = set()
    for node in document.root.walk():
        match = _YOU_ARE.search(node.words) if node.kind in ("text", "item", "section") else None
        who = named_first(match["who"] or match["glued"], names) if match else None
        found |= {who.name} if who else set()
    return found.pop() if len(found) == 1 else ""


def _sentences(runs: Runs) -> Iterator[Runs]:
    """The sentences of some words."""
    current: list[Run] = []
    for run in runs:
        parts = [run.text] if run.code else _END.split(run.text)
        for at, part in enumerate(parts):
            if at:
                yield tuple(current)
                current = []
            current.append(run._replace(text=part))
    yield tuple(current)


def _read(
    document: Document, node: Node, runs: Runs, within: Within, names: Names
) -> Iterator[Said]:
    words = plain(runs)
    if AVOIDS.within(words) or EXAMPLE.within(words) or "?" in words:
        return
    who, listed = (
        _owner_first(runs, within, names)
        or _path_first(runs, names)
        or _verb_last(runs, names)
        or (None, ())
    )
    if who:
        for each in listed_paths(listed):
            said = SaidOwned(document.at(node), who.name, each.path, "", "likely", "a sentence")
            guessed = said._replace(sure="doubtful", why=_UNKNOWN)
            yield said if _sure(who, names) else guessed


_UNKNOWN = "a sentence about somebody whom nothing else names"


def _owner_first(runs: Runs, within: Within, names: Names) -> tuple[Called, Runs] | None:
    """`Ana owns a/`."""
    for at, run in enumerate(runs):
        found = None if run.code else _VERB.search(run.text)
        if found:
            before = plain((*runs[:at], Run(run.text[: found.start()])))
            who = _subject(before, within, names)
            return (who, (Run(run.text[found.end() :]), *runs[at + 1 :])) if who else None
    return None


def _path_first(runs: Runs, names: Names) -> tuple[Called, Runs] | None:
    """`a/ is owned by Ana`."""
    for at, run in enumerate(runs):
        found = None if run.code else _BY.search(run.text)
        if found:
            after = plain((Run(run.text[found.end() :]), *runs[at + 1 :]))
            who = named_first(after, names) or _proper(
                re.split(r"[,.;(]|\s(?:and|but)\s", after)[0]
            )
            return (who, (*runs[:at], Run(run.text[: found.start()]))) if who else None
    return None


def _verb_last(runs: Runs, names: Names) -> tuple[Called, Runs] | None:
    """A name, then paths, then the verb."""
    codes = [at for at, run in enumerate(runs) if run.code]
    if not codes or codes[0] == 0 or codes[-1] + 1 >= len(runs):
        return None
    before, after = plain(runs[: codes[0]]), runs[codes[-1] + 1].text
    found = _PARTICLE.search(before)
    who = called(found["who"]) if found and _LAST.match(after) else None
    return (who, runs[codes[0] : codes[-1] + 1]) if who and _sure(who, names) else None


def _subject(before: str, within: Within, names: Names) -> Called | None:
    """The name before the verb, or the session whose part says `you`."""
    words = before.strip(" -*").removeprefix("the ").removeprefix("The ")
    if words.casefold().split(" ")[-1:] and words.casefold() in _YOU:
        return called(within.session) if within.session else None
    words = re.split(r"[:：]\s", words)[-1]
    who = called(words)
    return who if who and (_sure(who, names) or _proper(words)) else None


def _sure(who: Called, names: Names) -> bool:
    return bool(names.of(who.name)) or evident(who.name)


def _proper(words: str) -> Called | None:
    """A name of one or two words with capitals, as people have."""
    bare = words.strip(" .*")
    parts = bare.split()
    common = {
        "This",
        "It",
        "That",
        "Each",
        "Everyone",
        "Nobody",
        "They",
        "We",
        "He",
        "She",
        "One",
        "Which",
        "There",
    }
    if (
        0 < len(parts) < 3
        and all(each[0].isupper() and each.isalpha() for each in parts)
        and parts[0] not in common
    ):
        return called(bare)
    return None
