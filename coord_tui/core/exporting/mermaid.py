"""Draws the tasks of a plan as a Mermaid flowchart, whatever their titles hold.

Nodes are numbered, so that no id can be taken for a word of Mermaid's; labels are quoted, and what
Mermaid, Markdown or HTML might obey in them is written as its number.
"""

import re
from collections.abc import Iterator

from coord_tui.core.exporting.dependencies import Edge, edges
from coord_tui.core.plan import Group, Plan, Task

LOOKS = {
    "done": "fill:#dff5e1,stroke:#2e7d32,color:#1b5e20",
    "current": "fill:#e3f2fd,stroke:#1565c0,color:#0d47a1",
    "dropped": "fill:#eeeeee,stroke:#9e9e9e,color:#757575,stroke-dasharray: 4 4",
    "unknown": "fill:#ffebee,stroke:#c62828,color:#b71c1c",
}
"""How tasks look. Current are the open ones of the current group; unknown is what none is."""

_SPECIAL = re.compile(r"[^\w \-.,:/()+=✓'’—–…·?!@]|_(?![^\W_])|(?<![^\W_])_")
_LIST = re.compile(r"^(\d*)([-+.)])(?= )")
"""What begins a list in Markdown, which Mermaid refuses to draw."""


def mermaid(plan: Plan) -> str:
    """A flowchart: groups as boxes, `-->` to what waits, `-.->` to what only gets better."""
    drawing = _Drawing(plan)
    links = [drawing.link(edge) for edge in edges(plan)]
    looks = (f"  classDef {name} {look}" for name, look in LOOKS.items())
    return "\n".join(["flowchart LR", *drawing.boxes, *drawing.unknown, *links, *looks]) + "\n"


class _Drawing:
    """One chart: which node stands for which task or group."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.nodes: dict[str, str] = {}
        self.inside: dict[str, str] = {}
        """The box in which a node is."""
        self.unknown: list[str] = []
        self.boxes = [line for place in range(len(plan.groups)) for line in self._box(place)]

    def link(self, edge: Edge) -> str:
        """An arrow; a comment where none can be drawn, from a box to a node that is in it."""
        before, after, soft = edge
        ends = self._node(before), self._node(after)
        sign = "%% " if self.inside.get(ends[1]) == ends[0] else ""
        return f"  {sign}{ends[0]} {'-.->' if soft else '-->'} {ends[1]}"

    def _box(self, place: int) -> Iterator[str]:
        group, box = self.plan.groups[place], f"g{place + 1}"
        self.nodes.setdefault(group.id, box)
        sign = " ✓" if group.state == "done" else ""
        yield f"  subgraph {box}[{_label((group.title or group.id) + sign)}]"
        for number, task in enumerate(group.tasks, 1):
            node = f"t{place + 1}_{number}"
            self.nodes[task.id] = node
            self.inside[node] = box
            yield f"    {node}[{_label(_words(task))}]{self._look(task, group)}"
        if not group.tasks:
            yield f'    {box}_0[" "]'  # a box without a node is not drawn
        yield "  end"

    def _look(self, task: Task, group: Group) -> str:
        if task.done is not False:
            return ":::done"
        if task.dropped is not False:
            return ":::dropped"
        return ":::current" if self.plan.current == group else ""

    def _node(self, name: str) -> str:
        if name not in self.nodes:
            self.nodes[name] = f"u{len(self.unknown) + 1}"
            self.unknown.append(f"  {self.nodes[name]}[{_label(name)}]:::unknown")
        return self.nodes[name]


def _words(task: Task) -> str:
    sign = " ✓" if task.done is not False else ""
    title = f": {task.title}" if task.title else ""
    return f"{task.id}{sign}{title}" + (f"\n{task.owner}" if task.owner else "")


def _label(text: str) -> str:
    return '"' + "<br/>".join(map(_line, text.strip().split("\n"))) + '"'


def _line(text: str) -> str:
    safe = _SPECIAL.sub(_number, text.strip())
    return _LIST.sub(lambda found: f"{found[1]}#{ord(found[2])};", safe) or " "


def _number(found: re.Match[str]) -> str:
    return f"#{ord(found[0]) if found[0].isprintable() else 0xFFFD};"
