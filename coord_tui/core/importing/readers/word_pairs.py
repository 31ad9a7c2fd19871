"""Tells a path in prose from two words with a slash between them: `the types/bridge behaviour`."""

import re

from coord_tui.core.importing.path_lists import Found
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.words.names import ARTICLES
from coord_tui.core.importing.words.only import ONLY, SMALL
from coord_tui.core.importing.words.paths import REFERRING, TIES

_HOLDERS = wordlist("src app apps packages lib libs backend frontend server client crates services")
"""Folders that are no words of prose where another one follows."""
_SMALL = ONLY | SMALL | ARTICLES | TIES | REFERRING


def is_word_pair(words: str, found: Found) -> bool:
    """Whether a path has no sign of one but its slash, and stands between two words of a phrase."""
    first, *rest = found.path.split("/")
    if found.code or "." in found.path or len(rest) != 1 or not rest[0] or first in _HOLDERS:
        return False
    around = re.search(rf"([^\W\d_]+) {re.escape(found.path)} ([^\W\d_]+)", words)
    return around is not None and not any(each.casefold() in _SMALL for each in around.groups())
