"""Reads the settings of an exported document, judged by the very reader of `coord.yaml`."""

from coord_tui.core.exporting.own_text import read_code
from coord_tui.core.importing.own.lines import Part, entries
from coord_tui.core.importing.own.taken import Taken
from coord_tui.core.plan import Plan
from coord_tui.core.plan_nodes import Node
from coord_tui.core.plan_reader import read_plan


def read_settings(part: Part, taken: Taken) -> None:
    """Each `key.field: value` that a plan may hold."""
    found, loose = entries(part.lines)
    taken.leave_lines(loose)
    for inner in part.parts:
        taken.leave(inner.line, inner.end)
    for entry in found:
        key, _, value = entry.head.partition(":")
        section, _, field = key.strip().partition(".")
        plan, problems, _ = read_plan(
            _node(section, field, read_code(value.strip())[0], entry.line)
        )
        if plan is None:
            taken.leave(entry.line, entry.end)
            for problem in problems:
                taken.warn(entry.line, str(problem).partition(": ")[2])
        else:
            taken.settings = _with(taken.settings, plan, section, field)
            taken.setting_lines[f"setting:{section}.{field}"] = entry.line


def _node(section: str, field: str, value: str, line: int) -> Node:
    """The plan that holds just this setting."""
    text = Node("scalar", line, 1, value, quoted=not value.isdigit())
    inner = Node("mapping", line, 1, pairs=((Node("scalar", line, 1, field), text),))
    return Node("mapping", line, 1, pairs=((Node("scalar", line, 1, section), inner),))


def _with(settings: Plan, plan: Plan, section: str, field: str) -> Plan:
    values = getattr(settings, section)
    changed = values._replace(**{field: getattr(getattr(plan, section), field)})
    return settings._replace(**{section: changed})
