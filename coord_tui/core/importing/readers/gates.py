"""Decides which checks are gates by what the document's policy says: "CI gate: …", "Not a gate: …".

A check belongs to the side with which the words around it have more in common.
"""

import re
from collections.abc import Iterable, Sequence

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.topics import without_brackets

_GATE = re.compile(
    r"\bgat(?:e|es|ing|ed)\b|\brequired (?:checks?|tests?)\b|\bblocking\b|门禁|ゲート|게이트",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not?|non|never|isn't|kein|keine|nicht|pas|nunca|não|нет|не)\b|\bnon-|\bungated\b|非|不|ない|아님",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_PLAIN = frozenset(
    [
        "and",
        "the",
        "for",
        "are",
        "only",
        "tests",
        "test",
        "runs",
        "run",
        "with",
        "because",
        "its",
        "from",
        "not",
        "all",
        "that",
    ]
)


class Gates:
    """What a document says of which checks are gates."""

    def __init__(self, document: Document) -> None:
        self.gated: set[str] = set()
        self.free: set[str] = set()
        for node in document.root.walk():
            said = field(node.runs) if node.kind in ("text", "item", "section") else None
            if said and _GATE.search(said.label):
                side = self.free if _NOT.search(said.label) else self.gated
                side |= _words([said.words, *(child.words for child in node.children)])
        self.gated, self.free = self.gated - self.free, self.free - self.gated

    def gate(self, around: Sequence[str], otherwise: bool) -> bool:
        """Whether a check is a gate: by the nearest words that the policy has too."""
        for said in around:
            words = _words([said])
            more = len(words & self.gated) - len(words & self.free)
            if more:
                return more > 0
        return otherwise


def _words(texts: Iterable[str]) -> set[str]:
    return {
        word.casefold() for text in texts for word in _WORD.findall(without_brackets(text))
    } - _PLAIN
