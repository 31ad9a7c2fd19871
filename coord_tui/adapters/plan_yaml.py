"""Turns the bytes of `coord.yaml` into nodes, safely: no tags, no code, no explosion, no recursion.

It listens to the parser's events instead of letting PyYAML compose: each scalar keeps its source
text, an alias is counted before it is followed, and the depth of nesting never reaches the stack.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from coord_tui.core.plan_nodes import Node
from coord_tui.core.plan_problems import Problem, shown

Pairs = tuple[tuple[Node, Node], ...]

MAX_DEPTH = 30
MAX_NODES = 500_000
"""Nodes with every alias written out; a plan of 2,000 tasks has some 40,000."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # what YAML refuses anywhere
_QUOTE_STARS = "a text that begins with * or & must be quoted"
_HINTS = {
    "mapping values are not allowed": "a text that holds ': ' must be quoted",
    "cannot start any token": "indent with spaces, and quote a text that begins with % @ or `",
    "expected alphabetic or numeric": _QUOTE_STARS,
    "expected <block end>": "check the indentation",
    "did not find expected": "check the indentation, quotes and brackets above",
}


def read_nodes(source: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document's nodes and what is wrong with it as YAML; None when it cannot be followed."""
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_no_text(source, error.start),)
    if control := _UNPRINTABLE.search(text):
        line, column = _place(text[: control.start()])
        found = f"the control character U+{ord(control[0]):04X}"
        return None, (Problem(line, column, "", found, "text"),)
    building = _Building()
    try:
        building.take(yaml.parse(text, Loader=_LOADER))
    except _Stop as stop:
        return None, (*building.problems, stop.problem)
    except yaml.YAMLError as error:
        return None, (*building.problems, _no_yaml(text, error))
    root = building.root or Node("scalar", 1, 1)
    return root, tuple(building.problems)


def _place(before: str) -> tuple[int, int]:
    """Line and column of what follows the text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _no_text(source: bytes, at: int) -> Problem:
    line, column = _place(source[:at].decode("utf-8-sig"))
    return Problem(line, column, "", f"the byte 0x{source[at]:02X}", "UTF-8", "save it as UTF-8")


def _no_yaml(text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    line, column = (mark.line + 1, mark.column + 1) if mark else _place(text)
    hint = next((hint for words, hint in _HINTS.items() if words in what), "")
    lines = text.splitlines()
    if line <= len(lines) and lines[line - 1][column - 1 : column] == "\t":
        what, hint = "a tab", "indent with spaces"
    return Problem(line, column, "", f"broken YAML: {what.removeprefix('found ')}", "", hint)


class _Stop(Exception):
    """The document goes beyond a limit: nothing after that place is read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Open:
    """A collection whose end has not come yet."""

    __slots__ = ("children", "size", "start")

    def __init__(self, start: Any) -> None:  # noqa: ANN401 - PyYAML's events have no types
        self.start = start
        self.children: list[Node] = []
        self.size = 1
        """Nodes in it so far, itself included, every alias written out."""


class _Building:
    """The nodes so far, and the open collections from the outermost to the innermost."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def take(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self.add(event, _scalar(event), 1)
            elif isinstance(event, yaml.CollectionStartEvent):
                self.open.append(_Open(event))
                if len(self.open) > MAX_DEPTH:
                    raise _Stop(_problem(event, "a nesting too deep", f"{MAX_DEPTH} levels"))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.end(self.open.pop())
            elif isinstance(event, yaml.AliasEvent):
                self.follow(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.root:
                raise _Stop(_problem(event, "a second document", "one"))

    def add(self, event: Any, node: Node, size: int) -> None:  # noqa: ANN401
        """Put a finished node where it belongs; `event` is the one that began it."""
        if event.tag and event.tag != _TEXT_TAG:
            tag = shown(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self.problems.append(_problem(event, f"the tag {tag}", "values without tags"))
        if event.anchor:
            self.anchors[event.anchor] = (node, size)
        self.count += 1
        self.place(event, node, size)

    def place(self, event: Any, node: Node, size: int) -> None:  # noqa: ANN401
        if self.count > MAX_NODES:
            found = f"more than {MAX_NODES:,} values, aliases written out"
            raise _Stop(_problem(event, found, "fewer"))
        if self.open:
            self.open[-1].children.append(node)
            self.open[-1].size += size
        else:
            self.root = node

    def end(self, done: _Open) -> None:
        """Make the node of a collection that is complete."""
        mark = done.start.start_mark
        line, column, children = mark.line + 1, mark.column + 1, done.children
        if isinstance(done.start, yaml.SequenceStartEvent):
            node = Node("sequence", line, column, items=tuple(children))
        else:
            pairs = tuple(zip(children[::2], children[1::2], strict=True))
            node = Node("mapping", line, column, pairs=self.merged(pairs))
        self.add(done.start, node, done.size)

    def follow(self, alias: Any) -> None:  # noqa: ANN401
        """Put the node of an anchor where its alias stands."""
        if alias.anchor not in self.anchors:
            found = f"the alias {shown('*' + alias.anchor)}"
            allowed = "the name of an anchor that ends before it"
            raise _Stop(_problem(alias, found, allowed, _QUOTE_STARS))
        node, size = self.anchors[alias.anchor]
        self.count += size
        self.place(alias, node, size)

    def merged(self, pairs: Pairs) -> Pairs:
        """The pairs of a mapping, with those of its merge keys (`<<`) that it does not have."""
        merges = [value for name, value in pairs if name.text == "<<" and not name.quoted]
        if not merges:
            return pairs
        own = [pair for pair in pairs if pair[0].text != "<<" or pair[0].quoted]
        names = {name.text for name, _ in own}
        for source in (s for merge in merges for s in merge.items or (merge,)):
            if source.kind != "mapping":
                place = (source.line, source.column, "<<")
                self.problems.append(Problem(*place, "no mapping", "an alias of a mapping"))
            for name, value in source.pairs:
                if name.text not in names:
                    names.add(name.text)
                    own.append((name, value))
        return tuple(own)


def _scalar(event: Any) -> Node:  # noqa: ANN401
    mark = event.start_mark
    quoted = not event.implicit[0]
    return Node("scalar", mark.line + 1, mark.column + 1, event.value, quoted)


def _problem(event: Any, found: str, allowed: str, hint: str = "") -> Problem:  # noqa: ANN401
    mark = event.start_mark
    return Problem(mark.line + 1, mark.column + 1, "", found, allowed, hint)
