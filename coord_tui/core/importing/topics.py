"""Says what a heading, a label or a sentence is about, by tables of words in many languages."""

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SPACED = re.compile(r"[\u0000-\u1fff]+")
_NUMBER = re.compile(r"^(?:[\divxIVX]{1,4}[.)]|[①-⑳]|\d+(?:\.\d+)*\.?(?=\s)|[A-Z][.)])\s*")
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]?")
_PARTS = re.compile(r"\s[—–-]+\s|[:：|/&+,;·→]|\s—|—\s|\band\b|\bund\b|\by\b|\bet\b")
_TAIL = re.compile(
    r"\s(?:for|of|when|in|on|to|with|between|by|per|during|at|before|after|from|de|del|para|da|do|des|du|"
    r"pour|für|bei|zum|zur|per|di|voor|van|для|при|için|dla)\s.*"
)


class Words:
    """A table of phrases; the answers are those for the whole table."""

    def __init__(self, table: str) -> None:
        phrases = [" ".join(phrase.split()) for phrase in table.split(";")]
        self.spaced = frozenset(phrase for phrase in phrases if _SPACED.fullmatch(phrase))
        self.dense = tuple(phrase for phrase in phrases if not _SPACED.fullmatch(phrase))
        self.split = frozenset(tuple(phrase.split()) for phrase in self.spaced)
        self.first = {words[0]: 1 for words in self.split}
        for words in self.split:
            self.first[words[0]] = max(self.first[words[0]], len(words))
        self.endings = tuple(each[1:] for each in self.spaced if each.startswith("*")) or ("\0",)
        self.beginnings = frozenset(each[:-2] for each in self.spaced if each.endswith(" *"))

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands anywhere in the text."""
        folded = text.casefold().replace("’", "'")
        if any(phrase in folded for phrase in self.dense):
            return True
        words = _WORD.findall(folded)
        return any(
            tuple(words[at : at + count]) in self.split
            for at, word in enumerate(words)
            for count in range(1, self.first.get(word, 0) + 1)
        )

    def are(self, text: str) -> bool:
        """Whether the text is one of the phrases, or has a dense one in it."""
        folded = " ".join(text.casefold().replace("’", "'").split())
        return folded in self.spaced or any(phrase in folded for phrase in self.dense)

    def head(self, heading: str) -> bool:
        """Whether a heading is about one of these: as its head noun, not as another's attribute.

        `Branch discipline` and `Rules for shared files` are about rules, a `Rules engine` is not.
        """
        parts = _PARTS.split(without_brackets(title(heading)).casefold().replace("’", "'"))
        return any(
            self._ends(part.split(), (3, 4)) or self._heads(_TAIL.sub("", f" {part} ").split())
            for part in parts
        )

    def opens(self, heading: str) -> bool:
        """Whether a heading begins with one of these."""
        words = title(heading).casefold().split()
        return any(" ".join(words[:count]) in self.spaced for count in range(1, 5))

    def _heads(self, words: list[str]) -> bool:
        if words and (words[0] in self.beginnings or words[-1].endswith(self.endings)):
            return True
        text = " ".join(words)
        return self._ends(words, (1, 2)) or any(phrase in text for phrase in self.dense)

    def _ends(self, words: list[str], counts: tuple[int, ...]) -> bool:
        return any(" ".join(words[-count:]) in self.spaced for count in counts)


@cache
def words_of(table: str) -> Words:
    """The table, read once."""
    return Words(table)


def title(heading: str) -> str:
    """A heading without its number, the signs before it and the colon after it."""
    bare = heading.strip()
    while bare and (_is_sign(bare[0]) or _NUMBER.match(bare)):
        bare = bare[1:] if _is_sign(bare[0]) else _NUMBER.sub("", bare, count=1)
        bare = bare.lstrip()
    return bare.rstrip(" :：#*").strip() or heading.strip()


def without_brackets(words: str) -> str:
    """Words without what stands in brackets."""
    return _BRACKETS.sub(" ", words).strip()


def brackets(words: str) -> tuple[str, ...]:
    """What stands in brackets."""
    found = (match[0].strip("()（）[]【】 ") for match in _BRACKETS.finditer(words))
    return tuple(each for each in found if each)


def _is_sign(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter in " *_#~\ufe0f\u200d\u20e3" or category in ("So", "Sk", "Cf", "Mn", "Cn", "Sm")
