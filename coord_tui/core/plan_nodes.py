"""A document as nodes that know their place, so that whatever is read from them can name it."""

from typing import Literal, NamedTuple

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Node(NamedTuple):
    """A piece of a document and where it begins (line and column from 1)."""

    kind: Literal["scalar", "mapping", "sequence"]
    line: int
    column: int
    text: str = ""
    quoted: bool = False
    """Whether a scalar is text for certain: in quotes, or a block."""
    items: tuple["Node", ...] = ()
    pairs: tuple[tuple["Node", "Node"], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether it says "not given"."""
        return self.kind == "scalar" and not self.quoted and self.text in NOTHING
