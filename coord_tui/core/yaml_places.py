"""Finds lines and columns around a place in a YAML text."""

import re
from bisect import bisect_right

from coord_tui.core.yaml_marks import Marked

_BREAK = re.compile(r"\r?\n|\r")
_BEFORE = re.compile(r"\ufeff*(?:(?:[ \t]*|(?:#|%|---)[^\r\n]*)(?:\r?\n|\r))*[ \t]*")
_LINE_END = re.compile(r"\r?\n|\r|$")


class CannotEdit(Exception):
    """The text says it in a way that cannot be changed in place."""


class Places:
    """A text, and what is asked about places in it, which count characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        found = _BEFORE.match(text)
        self.first = found.end() if found else 0
        """Where the first line is that is neither a comment nor empty."""

    def line_end(self, at: int) -> int:
        """Where the line of that place ends."""
        found = _LINE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    def past(self, end: int) -> int:
        """The start of the line after the one that ends there."""
        found = _LINE_END.match(self.text, end)
        return found.end() if found else end

    def comments_end(self, at: int, column: int, *, own: bool = True) -> int:
        """Where the comments end that stand below the line of a place, in that column or deeper.

        In the first column, and in any that is not its `own`, only an item that was commented out
        is sure to be one of them. Without such comments it is the place itself.
        """
        end, start, own = at, self.past(self.line_end(at)), own and column > 0
        while start < len(self.text):
            stop = self.line_end(start)
            line = self.text[start:stop]
            words = line.strip()
            is_item = words.lstrip("# \t").startswith("- ")
            depth = line.find("#") - column
            if words.startswith("#") and (depth > 0 or (depth == 0 and (is_item or own))):
                end = stop
            elif words:
                break
            start = max(self.past(stop), stop + 1)
        return end

    def line_start(self, at: int) -> int:
        """Where the line of that place begins."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def column(self, at: int) -> int:
        """How far from the start of its line it is."""
        return at - self.line_start(at)

    def indent(self, at: int) -> int:
        """The column of the key, or of the dash, whose value begins there."""
        line = self.text[self.line_start(at) : at]
        found = re.match(r"\s*(?:-\s+)*", line)
        dashes = found[0] if found else ""
        if not line.strip():
            raise CannotEdit(f"line {self.line(at)} begins with a value")
        return len(dashes) if line[len(dashes) :] else len(dashes.rstrip()) - 1

    def line(self, at: int) -> int:
        """The number of its line, from 1."""
        return bisect_right(self.starts, at)

    def dash(self, node: Marked, item: Marked) -> int:
        """The start of the line on which the dash of an item is."""
        start = self.line_start(item.start)
        column = self.column(node.start)
        while start and self.text[start + column : start + column + 1] != "-":
            start = self.line_start(start - 1)
        return start

    def is_root(self, node: Marked) -> bool:
        """Whether only comments stand before a node."""
        return node.start <= self.first

    @staticmethod
    def key_end(node: Marked, value: Marked) -> int:
        """Where the key of a value ends."""
        return next(key.end for key, one in node.pairs if one is value)

    def has_comment_above(self, start: int) -> bool:
        """Whether the line before the one that begins there is a comment."""
        above = self.text[self.line_start(max(0, start - 1)) : start] if start else ""
        return above.lstrip().startswith("#")

    def are_apart(self, node: Marked) -> bool:
        """Whether an empty line stands before the last item."""
        start = self.dash(node, node.items[-1])
        return not self.text[self.line_start(max(0, start - 1)) : start].strip()

    def is_blank(self, node: Marked, *, flow: bool) -> bool:
        """Whether nothing is written there, or brackets around nothing among lines."""
        if flow or not node.in_brackets or node.items or node.pairs:
            return node.is_empty
        return not self.text[node.start + 1 : node.end - 1].strip()
