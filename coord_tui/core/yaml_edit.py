"""Edits a YAML text in place: puts values, keys and items into it, and leaves every other line.

New things stand as their neighbours do: in brackets inside brackets, as lines among lines, behind
what was commented out there. Comments behind a changed value stay where they are.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.core.yaml_layout import (
    STEP,
    Leaf,
    Mapped,
    Tree,
    fits,
    in_brackets,
    item_lines,
    lines,
    pair_lines,
)
from coord_tui.core.yaml_marks import Marked
from coord_tui.core.yaml_places import CannotEdit, Places
from coord_tui.core.yaml_text import block, has_block, scalar

_NOTE = re.compile(r"[ \t]+#[^\r\n]*")
_OPEN_HEADER = re.compile(r"[|>]\d?(?![-+\d])")
_LITERAL = ("|", ">")


class _Edit(NamedTuple):
    """Characters to be replaced; none of them for what goes in between."""

    start: int
    end: int
    text: str


class TextEdits(Places):
    """The edits of one text, in its order where they meet."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.edits: list[_Edit] = []

    def put(self, start: int, end: int, text: str) -> None:
        """Replace characters."""
        self.edits.append(_Edit(start, end, text))

    def applied(self, root: Marked) -> str:
        """The text with all edits. Raises: CannotEdit when two of them meet."""
        if any(edit.start == len(self.text) for edit in self.edits):
            self._end(root)
        made, at = [], 0
        for start, end, text in sorted(self.edits, key=lambda edit: edit.start):
            if start < at:
                raise CannotEdit("two changes meet in one place")
            made += [self.text[at:start], text]
            at = end
        return "".join([*made, self.text[at:]])

    def _end(self, root: Marked) -> None:
        """Lines come behind the last one: they end with a line end, in a block there it stays out.

        A block at the end of a text without a line end has none in it either.
        """
        if self.text.endswith(("\n", "\r")):
            return
        last = root
        while inside := [value for _, value in last.pairs] or last.items:
            last = inside[-1]
        header = _OPEN_HEADER.match(self.text, last.start)
        if header and last.style in _LITERAL and last.end == len(self.text):
            self.put(header.end(), header.end(), "-")
        self.put(len(self.text), len(self.text), self.newline)

    def scalar(self, node: Marked, tree: Tree, *, flow: bool) -> None:
        """Put something in place of a text; what stands behind it on the line stays."""
        start, end = node.start, node.end
        if isinstance(tree, Leaf) and not tree.raw and has_block(tree.text) and not flow:
            self._block(node, tree.text)
        elif isinstance(tree, Mapped) and not flow and not fits(tree, self.indent(start)):
            line = self.line_start(start)
            self.put(line + len(self.text[line:start].rstrip(" ")), end, "")
            self.after(end, lines(tree, self.indent(start) + STEP))
        else:
            words = isinstance(tree, Leaf) and not tree.raw and not flow
            text = scalar(tree.text) if words and isinstance(tree, Leaf) else in_brackets(tree)
            self.put(start, end, text + self._note(node))

    def _block(self, node: Marked, text: str) -> None:
        """Put a text of several lines there, as a literal block."""
        header, content = block(text, self.indent(node.start) + STEP)
        if node.style in _LITERAL:
            new = [header + self._note(node), *content]
            self.put(node.start, node.end, self.newline.join(new))
        else:
            self.put(node.start, node.end, header)
            self.after(node.end, content)

    def _note(self, node: Marked) -> str:
        """The comment behind the first line of a block, which is a part of it."""
        if node.style not in _LITERAL:
            return ""
        found = _NOTE.search(self.text, node.start, self.line_end(node.start))
        return found[0] if found else ""

    def item(self, node: Marked, tree: Mapped, column: int, *, flow: bool) -> None:
        """Put a mapping in place of a bare text in a list, whose dash stands in that column."""
        if flow or fits(tree, column):
            self.put(node.start, node.end, in_brackets(tree))
            return
        first, *others = lines(tree, column + STEP)
        self.put(node.start, node.end, first.strip())
        self.after(node.end, others)

    def pair(
        self, node: Marked, name: str, tree: Tree, before: Marked | None, *, flow: bool
    ) -> None:
        """Put a key with its value into a mapping, behind the value `before` or at its end."""
        there = next(((key, value) for key, value in node.pairs if key.text == name), None)
        if flow:
            self._flow_pair(node, name, tree, there)
            return
        column = self.column(node.start)
        top = column == 0 and self.is_root(node)
        new = _section(name, tree) if top else pair_lines(name, tree, column)
        if there is not None:
            new = new[1:] if top and not new[0] else new
            self._fill(there, new[0][column + len(scalar(name)) + 1 :], new[1:])
        else:
            at = before or node.pairs[-1][1]
            end = max(at.end, self.key_end(node, at))
            level = at.kind == "sequence" and self.column(at.start) == column
            own = before is None or (level and not at.in_brackets)
            self.after(self.comments_end(end, column, own=own), new)

    def head(self, node: Marked, name: str, tree: Tree) -> None:
        """Put a key of the plan before all others, an empty line behind a collection."""
        start, new = node.pairs[0][0].start, _section(name, tree)
        apart = [""] if not new[0] else []
        self.put(start, start, self.newline.join([*new[len(apart) :], *apart, ""]))

    def _flow_pair(
        self, node: Marked, name: str, tree: Tree, there: tuple[Marked, Marked] | None
    ) -> None:
        if there is not None:
            value = there[1]
            space = "" if self.text[value.start - 1 : value.start] == " " else " "
            end = value.end + self.text.startswith(" ", value.end)
            self.put(value.start, end, space + in_brackets(tree))
            return
        made = f"{scalar(name, flow=True)}: {in_brackets(tree)}"
        self._into_brackets(node, [made], [value for _, value in node.pairs])

    def insert(
        self, node: Marked, place: int, trees: Sequence[Tree], *, flow: bool, tall: bool
    ) -> None:
        """Put items before the one at that place of a list, or at its end.

        `tall` ones never stand in brackets, and are set apart.
        """
        before, column = node.items[:place], self.column(node.start)
        if flow:
            self._into_brackets(node, [in_brackets(tree) for tree in trees], before)
            return
        apart = self.are_apart(node) if len(node.items) > 1 else tall
        new: list[str] = []
        for tree in trees:
            short = False if tall else self._short(node, tree)
            made = item_lines(tree, column, short=short)
            new += [*([""] * apart), *made] if before else [*made, *([""] * apart)]
        if before:
            inside = place < len(node.items)  # what is commented out there belongs to the next
            self.after(self.comments_end(before[-1].end, column + inside), new)
        else:
            start = self.dash(node, node.items[0])
            self.put(start, start, self.newline.join([*new, ""]))

    def _short(self, node: Marked, tree: Tree) -> bool | None:
        """Whether a new item is in brackets: if it fits, where the other mappings are, too."""
        mappings = [item for item in node.items if item.kind == "mapping"]
        if mappings and not mappings[-1].in_brackets:
            return False
        return None if not isinstance(tree, Mapped) or tree.pairs else True

    def _into_brackets(self, node: Marked, made: list[str], inside: Sequence[Marked]) -> None:
        if inside:
            self.put(inside[-1].end, inside[-1].end, ", " + ", ".join(made))
        elif node.items:
            self.put(node.start + 1, node.start + 1, ", ".join(made) + ", ")
        else:
            self.put(node.start + 1, node.end - 1, ", ".join(made))

    def remove(self, node: Marked, places: Sequence[int], *, flow: bool) -> None:
        """Take items out of a list, with their lines.

        Raises: CannotEdit when a comment would go along, or nothing would be left.
        """
        for place in places:
            item = node.items[place]
            if flow and place == 0 and len(node.items) > 1:
                self.put(item.start, node.items[1].start, "")
            elif flow:
                self.put(node.items[place - 1].end if place else item.start, item.end, "")
            else:
                self._remove_lines(node, item)

    def emptied(self, node: Marked) -> None:
        """Leave nothing of a list but brackets.

        Raises: CannotEdit when a comment would go along.
        """
        start = node.start if node.in_brackets else self.text.rindex(":", 0, node.start) + 1
        before, end = self.text[start : node.start].strip(), self.line_end(node.end)
        if before or "#" in self.text[node.start : node.end if node.in_brackets else end]:
            raise CannotEdit(f"line {self.line(node.start)} has to go by hand")
        self.put(start, node.end, "[]" if node.in_brackets else " []")

    def _remove_lines(self, node: Marked, item: Marked) -> None:
        start, end = self.dash(node, item), self.line_end(item.end)
        noted = _NOTE.search(self.text, start, end) or self.has_comment_above(start)
        if noted or len(node.items) == 1:
            raise CannotEdit(f"line {self.line(item.start)} has to go by hand")
        self.put(start, self.past(end), "")

    def _fill(self, there: tuple[Marked, Marked], rest: str, others: list[str]) -> None:
        """Give a key its value that has none yet: the rest of its line, and other lines."""
        key, value = there
        colon = self.text.index(":", key.end) + 1
        written = value.end > colon and self.text[colon : value.end].strip()
        self.put(colon, value.end if written else colon, rest)
        self.after(max(colon, value.end), others)

    def after(self, at: int, new: Sequence[str]) -> None:
        """Put lines behind the line on which that place is."""
        if new:
            end = self.line_end(at)
            start = self.newline if end > self.text.startswith("\ufeff") else ""
            self.put(end, end, start + self.newline.join(new))


def _section(name: str, tree: Tree) -> list[str]:
    """A key of the plan as it stands in a text, an empty line before a collection."""
    if isinstance(tree, Leaf):
        return pair_lines(name, tree, 0)
    return ["", *pair_lines(name, tree, 0, open=True)]
