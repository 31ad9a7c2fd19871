"""Writes a plan as the coordination document that a person would have written.

Nothing of the plan is lost: `importing.own.form` reads the very plan back, which Hypothesis tries.
"""

from collections.abc import Iterable
from typing import Any

from coord_tui.core.durations import duration_text
from coord_tui.core.exporting.dependencies import LEGEND, dependency_lines
from coord_tui.core.exporting.items import Item, item_lines, noted, quote_lines
from coord_tui.core.exporting.own_text import bold, code, is_block, is_prose, name, prose, quoted
from coord_tui.core.exporting.tasks import task_item
from coord_tui.core.plan import Check, Group, Parameter, Part, Pin, Plan, Session, Shared
from coord_tui.core.plan_shape import Period, Record, plan_shape

BEGIN, END = "<!-- coord-tui plan -->", "<!-- end of coord-tui plan -->"
"""Around every export: by them it is found, renewed and read back."""
SAYS = ": who does what"
"""Follows the project's name in the title."""
NAMELESS = "Who does what"
"""The title for a project without a name."""
INTRO = (
    "<!-- Written by `coord-tui export`, which writes it anew: change coord.yaml instead. -->",
    "What happens at the moment: `coord-tui status`. What you may take: `coord-tui ready`.",
)
STEPS = (
    "Several sessions edit these files. Each edit, by whomever, in these steps:",
    '1. Announce it: `coord-tui announce PATH "what you change"`.',
    "2. Pull: `coord-tui pull`.",
    "3. Make one small edit that stands alone.",
    '4. Commit exactly that, push it at once, tell the others: `coord-tui finish PATH -m "what"`.',
)
"""The protocol of shared files."""
STATES = {"done": " ✓", "current": " (current)", "later": " (later)"}
"""How a group's heading ends."""
SESSIONS, OWNERSHIP, SHARED, RULES = "Sessions", "Who owns what", "Shared files", "Rules"
TASKS, GRAPH, CHECKS, PINS = "Tasks", "What waits for what", "Checks", "Pinned tools"
DOCS, SETTINGS = "Documents", "Settings"
SETTING_KEYS = ("channel", "claims", "reservations", "branches", "guard")
"""The keys of the plan that hold settings."""
BY_HAND = frozenset({*INTRO, *STEPS, LEGEND})
"""Lines that say nothing of a plan."""


def markdown(plan: Plan, level: int = 1) -> str:
    """What stands between the marks; its title is a heading of that level."""
    title = f"{prose(plan.project)}{SAYS}" if plan.project else NAMELESS
    blocks = [[INTRO[0]], [f"{'#' * level} {title}"], [INTRO[1]]]
    for heading, body in _sections(plan, "#" * (level + 2)):
        if body:
            blocks += [[f"{'#' * (level + 1)} {heading}"], *body]
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


Blocks = list[list[str]]
"""Lines that stand together, with an empty one between two."""


def _sections(plan: Plan, deeper: str) -> Iterable[tuple[str, Blocks]]:
    graph = dependency_lines(plan)
    yield SESSIONS, _items(map(_session, plan.sessions))
    yield OWNERSHIP, _ownership(plan, deeper)
    yield SHARED, _shared(plan)
    yield RULES, _items(noted(bold(rule.title), rule.text, ": ") for rule in plan.rules)
    yield TASKS, [block for group in plan.groups for block in _group(group, deeper)]
    yield GRAPH, [["```text", *graph, "```"], [LEGEND]] if graph else []
    yield CHECKS, _items(map(_check, plan.checks))
    yield PINS, _items(map(_pin, plan.pins))
    yield (
        DOCS,
        _items(
            noted(code(doc.path), doc.note, " — ", _listed("covers", doc.covers))
            for doc in plan.docs
        ),
    )
    yield SETTINGS, _items(Item(line) for line in _settings(plan))


def _items(items: Iterable[Item]) -> Blocks:
    lines = item_lines(list(items))
    return [lines] if lines else []


def _session(session: Session) -> Item:
    kind = " (agent)" if session.kind == "agent" else ""
    tree = (f"worktree: {code(session.worktree)}",) if session.worktree else ()
    said = (*_listed("emails", session.emails, name), *tree)
    return noted(f"{bold(session.name)}{kind}", session.role, ": ", said)


def _ownership(plan: Plan, deeper: str) -> Blocks:
    blocks: Blocks = []
    for session in dict.fromkeys(owned.session for owned in plan.ownership):
        of_session = (owned for owned in plan.ownership if owned.session == session)
        items = _items(noted(code(owned.path), owned.note, " — ") for owned in of_session)
        blocks += [[f"{deeper} {name(session)}"], *items]
    return blocks


def _shared(plan: Plan) -> Blocks:
    items = _items(map(_shared_file, plan.shared))
    return [[STEPS[0]], list(STEPS[1:]), *items] if items else []


def _shared_file(shared: Shared) -> Item:
    return noted(code(shared.path), shared.note, " — ", tuple(map(_part, shared.sessions)))


def _part(part: Part) -> str:
    return f"{name(part.session)}: {prose(part.note)}" if part.note else name(part.session)


def _group(group: Group, deeper: str) -> Blocks:
    heading = f"{deeper} {group_title(group.id, group.title)}{STATES[group.state]}"
    over = sum(1 for task in group.tasks if task.done is not False)
    count = f" · {over} of {len(group.tasks)} done" if group.tasks else ""
    below = is_block(group.note)
    note = f" — {prose(group.note)}" if group.note and not below else ""
    blocks = [[heading], [f"{code(group.id)}{count}{note}"]]
    blocks += [quote_lines(group.note)] if below else []
    return blocks + _items(map(task_item, group.tasks))


def group_title(id: str, title: str) -> str:
    """How a group is headed; one without a title by its id."""
    if not title and is_prose(id):
        return prose(id)
    return quoted(title) if title == id else prose(title)


def _check(check: Check) -> Item:
    gate = " (gate)" if check.gate else ""
    said = (*map(_parameter, check.parameters), *_listed("leaves", check.artifacts))
    return noted(f"{bold(check.name)}{gate}: {code(check.run)}", check.note, " — ", said)


def _parameter(parameter: Parameter) -> str:
    default = f": {code(parameter.default)}" if parameter.default else ""
    note = f" — {prose(parameter.note)}" if parameter.note else ""
    return f"{{{name(parameter.name)}}}{default}{note}"


def _pin(pin: Pin) -> Item:
    expect = f": {code(pin.expect)}" if pin.expect else ""
    said = [
        f"{key}: {write(value)}"
        for key, value, write in (
            ("version", pin.version, code),
            ("document", pin.document, code),
            ("check", pin.check, name),
        )
        if value
    ]
    return noted(f"{bold(pin.tool)}{expect}", pin.note, " — ", tuple(said))


def _listed(key: str, values: tuple[str, ...], write: Any = code) -> tuple[str, ...]:  # noqa: ANN401
    return (f"{key}: {', '.join(map(write, values))}",) if values else ()


def _settings(plan: Plan) -> Iterable[str]:
    """The settings that are not the usual ones."""
    for key in SETTING_KEYS:
        shape = plan_shape().fields[key].shape
        values = getattr(plan, key)
        for field, usual in type(values)._field_defaults.items():
            value = getattr(values, field)
            if value != usual and isinstance(shape, Record):
                period = isinstance(shape.fields[field].shape, Period)
                yield f"{key}.{field}: {name(duration_text(value) if period else str(value))}"
