"""Which single words may be somebody's name where only their place in a line says so.

`alice: src/` has a name of a session, `docs: packages/docs` and `entry: src/main.py` have none: no
word of headings, of what a line says or of a program's parts is one, nor what its path says again.
"""

import re
from collections.abc import Iterable

from coord_tui.core.importing.calling import Called, called
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.names import NOBODY, folded
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE, LOG, OTHER, OWNS, PEOPLE, SHARES
from coord_tui.core.importing.words.names import ARTICLES, FUNCTION_WORDS, NO_NAMES, PRONOUNS
from coord_tui.core.importing.words.only import ONLY, SMALL, THIRD, TOUCHING
from coord_tui.core.importing.words.paths import EXCEPTING, REFERRING, TIES, TOPS

_NAME = re.compile(r"@?[^\W\d_](?:[\w.-]{0,28}[\w])?")
_TASK_ID = re.compile(r"[^\W\d_]{1,4}\d+[.-]\d+")
"""`D3-4` is what is to be done on a day, and nobody."""
_SMALL = (
    ARTICLES | FUNCTION_WORDS | PRONOUNS | SMALL | ONLY | THIRD | TIES | EXCEPTING | REFERRING
    | wordlist("""added removed fixed changed deprecated renamed moved deleted updated old
        planned done next later input output""")
    | wordlist("it each everyone nobody they we he she one there only edit work please both")
)  # fmt: skip
_PHRASES = (AVOIDS, EXAMPLE, LOG, OTHER, OWNS, PEOPLE, SHARES)
_ALIKE = 3
"""As many letters in common at their beginnings make a name one of a path's own words."""


def may_be_name(words: str, told: bool = False) -> bool:
    """Whether a word may be a name; where owners are told, one of a program's parts may be too."""
    spelled = said(words)
    if not _NAME.fullmatch(words) or folded(words) in NOBODY or path_of(words):
        return False
    if _TASK_ID.fullmatch(words):
        return False
    if spelled in NO_NAMES or spelled in _SMALL or label(words):
        return False
    if any(phrases.whole(words) for phrases in _PHRASES):
        return False
    return told or evident(words) or not (spelled in TOPS or spelled.startswith(TOUCHING))


def echoes(name: str, paths: Iterable[str]) -> bool:
    """Whether paths say a name again, as they do the name of a program's part."""
    short = folded(name)[:_ALIKE]
    parts = (part for path in paths for part in re.findall(r"[^\W_]{3,}", path.casefold()))
    return len(short) == _ALIKE and any(part.startswith(short) for part in parts)


def proper(words: str) -> Called | None:
    """A name of one or two words with capitals, as people have, or a short one without case."""
    bare = without_article(words.strip(" .*"))
    parts = bare.split()
    capital = all(each[0].isupper() and each.isalpha() for each in parts)
    glued = bare.isalpha() and bare.lower() == bare.upper() and len(bare) < _SHORT
    common = parts and parts[0].casefold() in _SMALL
    named = 0 < len(parts) < 3 and (capital or (glued and may_be_name(bare))) and not common
    return called(bare) if named else None


_SHORT = 6
"""Fewer letters than this has a name in a script without case."""
_ARTICLE = re.compile(r"^\s*(?:the|el|la|o|a|der|die|dem|den|le)\s+", re.IGNORECASE)


def without_article(words: str) -> str:
    """Words without the article before them."""
    return _ARTICLE.sub("", words)
