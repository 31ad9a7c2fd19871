"""Finds who answers for the paths of a sentence by its build: `Für a/ ist Ana zuständig`.

The paths of the sentence stand as one sign, so that a form is one pattern, whatever it lists.
"""

import re
from collections.abc import Sequence

from coord_tui.core.importing.calling import everybody
from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.owners import either
from coord_tui.core.importing.paths import path_of, paths_of
from coord_tui.core.importing.words.duties import (
    ALL_GLUED,
    ANSWERING,
    ANSWERS,
    ARTICLE,
    BE,
    CARING,
    FOR,
    GIVEN,
    HEADED,
    TAKING,
    TOPICAL,
)
from coord_tui.core.importing.words.paths import TIES
from coord_tui.core.importing.words.whom import OWNED_BY, OWNED_BY_KNOWN

PATHS = "\0"
"""Stands for all paths of a list."""
_OF_ALL = re.compile(either(ALL_GLUED))
_WORD = re.compile(r"[^\s,;:、，；()（）。！？]+|\s+|.")
_LIST = re.compile(
    rf"\0(?:\s*(?:[,、，]\s*)?(?:(?:{either(';'.join(TIES))})\s*)*(?:{either(FOR)}\s+)?\0)+"
)
_WHO = r"(?P<who>[^\0.,;:!?()。、，：]{1,40}?)"
_IS_FOR = rf"(?:{either(BE)})\s+(?:(?:{either(ARTICLE)})\s+)?"
_GLUED = tuple(each.replace("{who}", _WHO) for each in (HEADED, TOPICAL, CARING, GIVEN, TAKING))
_FORMS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"^{_WHO}\s+(?:{_IS_FOR})?(?:{either(ANSWERING)})(?:\s+(?:{either(FOR)}))?(?:\s+\w+)?\s+\0",
        rf"^{_WHO}\s+(?:{either(BE)})\s+(?:{either(FOR)})\s+(?:\w+\s+)?\0\s+(?:{either(ANSWERING)})\b",
        rf"^(?:{either(FOR)})\s+\0\s+(?:{either(BE)})\s+{_WHO}\s+(?:{either(ANSWERING)})\W*$",
        rf"^(?:{either(FOR)})\s+\0\s+(?:{either(ANSWERS)})\s+{_WHO}\W*$",
        *_GLUED,
    )
)


def answering(runs: Sequence[Run]) -> str:
    """Who answers for the paths of a sentence, as it spells the name; empty when nobody does."""
    words = shape(runs)
    found = (form.match(words) for form in _FORMS) if PATHS in words else ()
    who = next((match["who"].strip() for match in found if match), "")
    return "" if _opens_with_all(who) else who


_BELONGS = re.compile(
    rf"^\W*(?:{either(';'.join((OWNED_BY, OWNED_BY_KNOWN, BE)))})\s*(?P<who>[^.。;；]*)",
    re.IGNORECASE,
)


def belongs_to_all(words: str) -> bool:
    """Whether words after paths say that they are everybody's: `gehören allen gemeinsam`."""
    found = _BELONGS.match(words)
    return bool(found and _opens_with_all(found["who"]))


def _opens_with_all(words: str) -> bool:
    if _OF_ALL.match(words):
        return True
    parts = words.split()
    return any(everybody(" ".join(parts[:size])) for size in range(1, min(len(parts), 4) + 1))


def shape(runs: Sequence[Run]) -> str:
    """A sentence with one sign for every list of paths in it."""
    words = "".join(
        PATHS if (run.code or run.link) and paths_of(run.text) else _without_paths(run.text)
        for run in runs
    )
    return " ".join(_LIST.sub(PATHS, words).split()).strip(" *-•")


def _without_paths(text: str) -> str:
    if "/" not in text and "." not in text.rstrip(". "):
        return text
    return "".join(
        PATHS + word[len(word.rstrip(".")) :] if path_of(word.rstrip("."), code=False) else word
        for word in _WORD.findall(text)
    )
