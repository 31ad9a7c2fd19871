"""Reads back a plan that was exported as JSON, with the line of each item.

It is judged by the reader of `coord.yaml`, so what is wrong in it is said in the same words.
"""

import json
import re
from bisect import bisect_right

from coord_tui.core import json_text
from coord_tui.core.importing.own.form import Own
from coord_tui.core.importing.own.places import places_of, unplaced
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import Plan
from coord_tui.core.plan_nodes import Node
from coord_tui.core.plan_problems import Problem
from coord_tui.core.plan_reader import read_plan


def is_own_json(text: str) -> bool:
    """Whether the text is a plan as JSON, alone or as `import --json` prints it."""
    if not text.lstrip().startswith("{") or '"version"' not in text:
        return False
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    plan = found.get("plan", found)
    return isinstance(plan, dict) and plan.get("version") == 1 and plan.keys() <= {*Plan._fields}


def read_own_json(name: str, text: str) -> Own:
    """The plan of such a text; when it holds what no plan may, nothing is taken."""
    document = _Document(text)
    at = Place(name, 1, document.line(len(text.rstrip())))
    try:
        plan, problems, places = read_plan(document.plan())
    except RecursionError:
        return Own(Plan(), at, (), (Passage(at, text),), (Warned(at, "nested too deeply"),))
    if plan is None:
        warned = (_warned(name, problem) for problem in problems)
        return Own(Plan(), at, (), (Passage(at, text),), tuple(warned))
    found = places_of(name, plan, {})
    if plan.project:
        line = places["project"][0]
        found = (("project", Place(name, line, line)), *found)
    return Own(unplaced(plan), at, found, edited=False)


def _warned(name: str, problem: Problem) -> Warned:
    text = str(problem).partition(": ")[2]
    return Warned(Place(name, problem.line, problem.line), text)


class _Document:
    """A JSON text as nodes of a plan, each with its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(at.end() for at in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        """On which line a character is."""
        return bisect_right(self.starts, at)

    def plan(self) -> Node:
        """The plan, also when it stands under `plan`, as `import --json` prints it."""
        root = json_text.parse(self.text)
        inner, _ = root.member("plan")
        return self._node(root if inner is json_text.NOTHING else inner)

    def _node(self, found: json_text.Node) -> Node:
        node = self._at(found.start)
        if found.opens == "[":
            items = tuple(self._node(part.node) for part in found.parts)
            return node._replace(kind="sequence", items=items)
        if found.opens == "{":
            return node._replace(kind="mapping", pairs=tuple(map(self._pair, found.parts)))
        if isinstance(found.value, str):
            return node._replace(text=found.value, quoted=True)
        return node._replace(text=self.text[found.start : found.end])

    def _pair(self, part: json_text.Part) -> tuple[Node, Node]:
        key = self._at(part.start)._replace(text=part.key or "", quoted=True)
        return key, self._node(part.node)

    def _at(self, start: int) -> Node:
        line = self.line(start)
        return Node("scalar", line, start - self.starts[line - 1] + 1)
