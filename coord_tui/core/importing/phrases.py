"""Finds phrases of the tables of words in what a document says, in any script, in linear time."""

import re

from coord_tui.core.importing.remembered import remembered

_GLUED = re.compile(r"[\u3000-\u9fff\uac00-\ud7af]")


@remembered
def said(words: str) -> str:
    """Words as the tables spell them: lower case, no signs, one space between two."""
    # a Turkish capital i becomes two letters, of which the second is a sign
    return " ".join(re.findall(r"[^\W_]+", words.casefold().replace("i\u0307", "i")))


def wordlist(words: str) -> frozenset[str]:
    """Words of a table, parted by spaces."""
    return frozenset(words.split())


def listed(phrases: str) -> frozenset[str]:
    """The phrases of a table."""
    return frozenset(said(each) for each in phrases.split(";") if said(each))


class Phrases:
    """A table of phrases to look for.

    Where words are parted by spaces, a phrase is found as whole words; else wherever it stands.
    """

    def __init__(self, phrases: str) -> None:
        self.all = listed(phrases)
        self._glued = sorted(
            (each for each in self.all if _GLUED.search(each)), key=len, reverse=True
        )
        self._anywhere = re.compile("|".join(map(re.escape, self._glued)) or r"(?!)")
        self._longest: dict[str, int] = {}
        """By the first word of a phrase how many words the longest of them has."""
        for each in self.all:
            words = each.split()
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        self.within = remembered(self._within)
        """Whether one of them stands somewhere in the words."""

    def _within(self, words: str) -> bool:
        spelled = said(words)
        parts = spelled.split()
        for at, part in enumerate(parts):
            for size in range(1, self._longest.get(part, 0) + 1):
                if " ".join(parts[at : at + size]) in self.all:
                    return True
        return bool(_GLUED.search(spelled) and self._anywhere.search(spelled))

    def whole(self, words: str) -> bool:
        """Whether the words are one of them."""
        return said(words) in self.all

    def ends(self, words: str) -> bool:
        """Whether one of four letters or more ends the words, in a script without spaces."""
        spelled = said(words).replace(" ", "")
        return any(spelled.endswith(each) for each in self._glued if len(each) > 3)
