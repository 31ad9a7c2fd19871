"""Changes one place of a JSON text and leaves every other character as it is.

For files that people keep: what they wrote, and how, stays. Taking out what was put in gives the
text from before, byte for byte, unless a list or object was there empty.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

_SPACE = re.compile(r"[ \t\r\n]*")
_READER = json.JSONDecoder(strict=True)
_ATOM = re.compile(r"[^\s,\]}]+")
_CLOSE = {"{": "}", "[": "]"}


class Node(NamedTuple):
    """A value and where it stands in the text."""

    start: int
    end: int
    value: object
    """The text of a string; None for what holds other nodes, or has no text."""
    parts: tuple[Part, ...] = ()
    """What an object or list holds."""
    opens: str = ""
    """`{` or `[` for those two."""

    def member(self, key: str) -> tuple[Node, int]:
        """A member of an object, and its place; of several with one name the last, as readers do.

        `NOTHING` when there is none.
        """
        for place in range(len(self.parts) - 1, -1, -1):
            if self.parts[place].key == key:
                return self.parts[place].node, place
        return NOTHING, -1


class Part(NamedTuple):
    """A member of an object, or an item of a list (without a key)."""

    start: int
    key: str | None
    node: Node


NOTHING = Node(0, 0, None)
"""Stands for what is not there."""


def parse(text: str) -> Node:
    """The root of the text. Raises: ValueError (of `json`), for whatever is not strict JSON."""
    json.loads(text)
    return _node(text, _after_space(text, 0))


def inserted(text: str, at: Node, value: object, key: str | None = None) -> str:
    """The text with one more part at the end of an object (with a key) or list."""
    newline = "\r\n" if "\r\n" in text else "\n"
    name = "" if key is None else f"{json.dumps(key, ensure_ascii=False)}: "
    if at.parts:
        last = at.parts[-1]
        space = _line_space(text, last.start)
        if space is None:
            return _put(text, last.node.end, last.node.end, f", {name}{_flat(value)}")
        new = name + _tall(value, _unit(text), newline + space)
        return _put(text, last.node.end, last.node.end, f",{newline}{space}{new}")
    outer = re.match(r"[ \t]*", text[text.rfind("\n", 0, at.start) + 1 :])
    space = outer.group() if outer else ""
    new = name + _tall(value, _unit(text), newline + space + _unit(text))
    lines = f"{newline}{space}{_unit(text)}{new}{newline}{space}"
    return _put(text, at.start, at.end, f"{at.opens}{lines}{_CLOSE[at.opens]}")


def without(text: str, at: Node, number: int) -> str:
    """The text without one part of an object or list."""
    part = at.parts[number]
    if len(at.parts) == 1:
        return _put(text, at.start, at.end, at.opens + _CLOSE[at.opens])
    if number == len(at.parts) - 1:
        return _put(text, at.parts[number - 1].node.end, part.node.end, "")
    return _put(text, part.start, at.parts[number + 1].start, "")


def replaced(text: str, at: Node, value: object) -> str:
    """The text with another value there."""
    return _put(text, at.start, at.end, _flat(value))


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _tall(value: object, unit: str, line: str) -> str:
    return json.dumps(value, ensure_ascii=False, indent=unit).replace("\n", line)


def _unit(text: str) -> str:
    """By how much this text indents."""
    found = re.search(r"\n([ \t]+)\S", text)
    return found[1] if found else "  "


def _line_space(text: str, at: int) -> str | None:
    """What stands before `at` on its line, if that is only space."""
    begin = text.rfind("\n", 0, at) + 1
    space = text[begin:at]
    return space if begin and not space.strip() else None


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _node(text: str, at: int) -> Node:
    if text[at] in _CLOSE:
        return _container(text, at)
    if text[at] == '"':
        value, end = _READER.raw_decode(text, at)
        return Node(at, end, value)
    atom = _ATOM.match(text, at)
    return Node(at, atom.end() if atom else at, None)


def _container(text: str, start: int) -> Node:
    opens, parts = text[start], []
    at = _after_space(text, start + 1)
    while text[at] != _CLOSE[opens]:
        begin, key = at, None
        if opens == "{":
            key, at = _READER.raw_decode(text, at)
            at = _after_space(text, _after_space(text, at) + 1)
        node = _node(text, at)
        parts.append(Part(begin, key, node))
        at = _after_space(text, node.end)
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return Node(start, at + 1, None, tuple(parts), opens)
