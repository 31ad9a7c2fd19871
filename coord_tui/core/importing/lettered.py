"""Reads a letter before a heading's words, which may be a name or may only count: `B. Sails`."""

import re

from coord_tui.core.importing.calling import Called
from coord_tui.core.importing.names import Names, folded

_LETTERED = re.compile(r"\W{0,3}(?P<letter>[^\W\d_a-z])[.)]\s+(?P<rest>\S.*)")


def lettered(words: str) -> Called | None:
    """The capital letter with a full stop or a bracket that words begin with, as a name."""
    found = _LETTERED.fullmatch(words.strip())
    capital = found and found["letter"].isupper()
    return Called(found["letter"], (), found["rest"]) if found and capital else None


def known_letter(words: str, names: Names) -> Called | None:
    """The session whose whole name is the letter that words begin with."""
    who = lettered(words)
    return who if who and names.words.get(folded(who.name)) == names.of(who.name) != "" else None
