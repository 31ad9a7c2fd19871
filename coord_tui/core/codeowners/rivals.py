"""A rule that may be spelled anew, and what it takes from a later one by being more specific."""

from collections.abc import Sequence

from coord_tui.core.codeowners.ranking import Ranked
from coord_tui.core.codeowners.regions import Region, below, covers, itself, meet, region
from coord_tui.core.patterns import BELOW, ITSELF, parse
from coord_tui.core.verdicts import specificity

Key = tuple[object, ...]


class Rule:
    """A rule while it may still be spelled anew."""

    __slots__ = ("alive", "bends", "entered", "parts", "rank", "region", "said", "text")

    def __init__(self, said: Ranked, rank: int) -> None:
        self.said, self.rank = said, rank
        self.region, self.text = said.region, said.text
        self.alive, self.entered, self.bends = True, False, 0
        self.parts: list[tuple[Region, Key]] = []
        self.spell(said.region, said.text)

    def spell(self, region: Region, text: str) -> None:
        """Have it take these files, by this pattern."""
        self.region, self.text = region, text
        pattern = parse(text)
        each = ((itself(region), ITSELF), (below(region), BELOW))
        self.parts = [
            (part, specificity(pattern, reach, 0)[:5]) for part, reach in each if part is not None
        ]

    @property
    def floats(self) -> bool:
        """Whether it could be spelled with `**/` in front."""
        return bool(self.region.row) and self.region.row[0] is None and self.text[:3] != "**/"


def lost_pieces(first: Rule, last: Rule) -> list[Region]:
    """What both take and the earlier rule would decide, being as specific or more.

    Raises: TooMany, when that cannot be written in few patterns.
    """
    found: list[Region] = []
    for mine, key in first.parts:
        for theirs, other in last.parts:
            if key >= other:
                found += meet(mine, theirs)
    return _joined(found, last.region)


def _joined(pieces: Sequence[Region], whole: Region) -> list[Region]:
    """The pieces of a region, with what is below their folders wherever that is in it, too."""
    trees = (region(piece.row, "tree") for piece in pieces)
    wider = [
        tree if piece.kind != "tree" and covers(whole, tree) else piece
        for piece, tree in zip(pieces, trees, strict=True)
    ]
    return list(dict.fromkeys(wider))
