"""A YAML document as nodes that know where they stand in the text, so that it can be edited there.

Whoever parses makes them (`adapters.plan_marks`); what they say is read elsewhere.
"""

from typing import Literal, NamedTuple


class Marked(NamedTuple):
    """A piece of a document and the characters that it takes, comments around it left out."""

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    end: int
    text: str = ""
    style: str = ""
    """Of a scalar: how it is quoted, `'`, `"`, `|`, `>`; of a collection `{` when in brackets."""
    items: tuple["Marked", ...] = ()
    pairs: tuple[tuple["Marked", "Marked"], ...] = ()

    @property
    def in_brackets(self) -> bool:
        """Whether it is a collection in brackets."""
        return self.style == "{"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written there, or a word that says so."""
        return self.kind == "scalar" and not self.style and self.text in ("", "~", "null")

    def value(self, name: str) -> "Marked | None":
        """The value of a mapping under that key, if it is written there itself."""
        return next((value for key, value in self.pairs if key.text == name), None)
