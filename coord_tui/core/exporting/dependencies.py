"""Draws what waits for what as lines of arrows, which a terminal and a web page show alike.

Every dependency stands in exactly one line, and a line goes on as long as there is one to follow.
"""

import re

from coord_tui.core.exporting.own_text import name, read_code
from coord_tui.core.plan import Plan

HARD, SOFT = " ──▸ ", " ┈┈▸ "
DONE, DROPPED = " ✓", " ✗"
LEGEND = "`A ──▸ B`: B waits for A. `A ┈┈▸ B`: B gets better by A, without waiting for it."

Edge = tuple[str, str, bool]
"""From which task or group, to which task, and whether that one only gets better by it."""


def edges(plan: Plan) -> list[Edge]:
    """Every dependency of the plan, each once, in the order of the tasks that come first."""
    found: dict[Edge, None] = {}
    for task in plan.tasks:
        found |= {(before, task.id, False): None for before in task.after}
        found |= {(task.id, other, True): None for other in task.enhances}
    names = [*(group.id for group in plan.groups), *(task.id for task in plan.tasks)]
    place = {id: number for number, id in enumerate(names)}
    return sorted(found, key=lambda edge: (place.get(edge[0], -1), edge[2]))


def dependency_lines(plan: Plan) -> list[str]:
    """The drawing; no line when nothing waits for anything."""
    onward: dict[str, list[Edge]] = {}
    for edge in edges(plan):
        onward.setdefault(edge[0], []).append(edge)
    led_to = {edge[1] for all_ in onward.values() for edge in all_}
    starts = [id for id in onward if id not in led_to] + [id for id in onward if id in led_to]
    shown = _shown(plan)
    lines = []
    for start in starts:
        while onward[start]:
            lines.append(_line(start, onward, shown))
    return lines


def read_line(line: str) -> list[Edge]:
    """The dependencies that a line of a drawing says."""
    parts = re.split(f"({HARD}|{SOFT})", line)
    names = [_plain(part) for part in parts[::2]]
    return [
        (before, after, arrow == SOFT)
        for before, arrow, after in zip(names, parts[1::2], names[1:], strict=False)
    ]


def _line(start: str, onward: dict[str, list[Edge]], shown: dict[str, str]) -> str:
    """A way through dependencies that no line has yet; it takes them."""
    line, at = shown.get(start) or name(start), start
    while onward.get(at):
        _, at, soft = onward[at].pop(0)
        line += (SOFT if soft else HARD) + (shown.get(at) or name(at))
    return line


def _shown(plan: Plan) -> dict[str, str]:
    """How each task stands in the drawing: with a sign when it is over."""
    return {
        task.id: name(task.id) + (DONE if task.done else DROPPED if task.dropped else "")
        for task in plan.tasks
    }


def _plain(part: str) -> str:
    return read_code(part.strip().removesuffix(DONE).removesuffix(DROPPED))[0]
