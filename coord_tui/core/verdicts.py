"""What a rule says of a file, and which of two rules goes first, because several may take one file.

A rule comes as `[pattern, kind, owner, note, line]`, plain values that a cache can store; kind is
`owned` or `shared`.
"""

from __future__ import annotations

from coord_tui.core.patterns import ITSELF, Pattern, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    PlainRule = Sequence[str | int]
    Key = tuple[bool, int, int, bool, bool, int, int]


NOBODY = "nobody"
"""The word under `ownership` for patterns that leave to nobody what a wider one takes."""


class Verdict:
    """Whose a file is, and the rule that says so; equal when all of that is equal."""

    __slots__ = ("kind", "line", "note", "owner", "rule")

    def __init__(self, kind: str, owner: str, rule: str, line: int, note: str) -> None:
        self.kind = kind
        """`owned`, `shared` or `unowned`."""
        self.owner = owner
        """The session; empty unless owned."""
        self.rule = rule
        """The pattern; empty when unowned."""
        self.line = line
        """Where the rule stands in the plan, from 1; 0 when unowned or not from a plan."""
        self.note = note

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Verdict) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return "Verdict({!r}, {!r}, {!r}, {!r}, {!r})".format(*self._values())

    def _values(self) -> tuple[str, str, str, int, str]:
        return self.kind, self.owner, self.rule, self.line, self.note


UNOWNED = Verdict("unowned", "", "", 0, "")


class Claimed:
    """A rule, parsed: the pattern, the verdict on what it takes, and its place among the rules."""

    __slots__ = ("_keys", "index", "pattern", "verdict")

    def __init__(self, plain: PlainRule, index: int) -> None:
        text, kind, owner, note, line = plain
        self.verdict = Verdict(str(kind), str(owner), str(text), int(line), str(note))
        self.pattern = parse(self.verdict.rule)
        self.index = index
        self._keys: dict[int, Key] = {}

    def key(self, reach: int) -> Key:
        """Its `specificity` for a file that the pattern takes in this way."""
        if reach not in self._keys:
            self._keys[reach] = specificity(self.pattern, reach, self.verdict.line, self.index)
        return self._keys[reach]


def specificity(pattern: Pattern, reach: int, line: int, index: int = 0) -> Key:
    """What decides between rules that take one file: the greatest key wins.

    `reach` is how the pattern takes the file (`BELOW` or `ITSELF`), `index` its place among the
    rules. `WHY` has the reason for each part, in the same order.
    """
    return (
        reach == ITSELF and pattern.spelled,
        pattern.lead,
        pattern.chars,
        reach == ITSELF,
        pattern.anchored,
        line,
        index,
    )


WHY = (
    "a pattern that spells out the file beats folders and wildcards",
    "the longer literal path is more specific",
    "the pattern that spells out more is more specific",
    "a pattern of the file itself beats one of a folder above it",
    "a pattern that starts at the top is more specific",
    "of equally specific patterns the later line wins",
    "of equally specific patterns the later rule wins",
)
ALONE = "no other rule takes it"


def why(winner: Key, loser: Key) -> str:
    """The first difference of two keys, in words."""
    parts = zip(winner, loser, WHY, strict=True)
    return next(words for mine, other, words in parts if mine != other)
