"""Says what a well-formed plan cannot mean, and what in it has gone stale.

An error makes the plan unusable, because sessions would be told two different things; a warning
does not. Every finding names the place, the key, and for a misspelling the word that was meant.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from types import MappingProxyType

from coord_tui.core.cycles import cycles
from coord_tui.core.lint_patterns import bad_patterns, matching_nothing, owned_twice
from coord_tui.core.plan import Plan, Task
from coord_tui.core.plan_problems import Finding, Places, joined, nearest, shown
from coord_tui.core.verdicts import NOBODY


def lint(
    plan: Plan,
    tracked: Sequence[str] | None = None,
    is_commit: Callable[[str], bool] | None = None,
    places: Places = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Everything found, in the order of the plan's lines.

    Args:
        plan: as read; its tasks have ids.
        tracked: the paths that git tracks; None leaves out what needs them.
        is_commit: whether the repository has a commit; None leaves out what needs it.
        places: where each key stands, as the reader says; without, the lines of the items count.
    """
    found = chain(
        _duplicate_ids(plan),
        _unknown_sessions(plan),
        bad_patterns(plan),
        owned_twice(plan),
        _unknown_dependencies(plan),
        _cycles(plan),
        _contradictions(plan),
        _current(plan),
        _checks(plan),
        matching_nothing(plan, tracked) if tracked is not None else (),
        _unknown_commits(plan, is_commit) if is_commit else (),
    )
    placed = (finding.at_key(places) for finding in found)
    return tuple(sorted(placed, key=lambda finding: (finding.line, finding.column)))


def _tasks(plan: Plan) -> Iterator[tuple[str, Task]]:
    """Every task and its key."""
    for place, group in enumerate(plan.groups):
        for position, task in enumerate(group.tasks):
            yield f"groups[{place}].tasks[{position}]", task


def _duplicate_ids(plan: Plan) -> Iterator[Finding]:
    """Tasks and groups share one space of names, as `after` may name both."""
    groups = [(g.id, g.line, f"groups[{n}].id") for n, g in enumerate(plan.groups)]
    tasks = [(task.id, task.line, f"{key}.id") for key, task in _tasks(plan)]
    checks = [(c.name, c.line, f"checks[{n}].name") for n, c in enumerate(plan.checks)]
    for names in (groups + tasks, checks):
        first: dict[str, int] = {}
        for name, line, key in names:
            if name in first:
                message = f"{shown(name)} stands on line {first[name]} already; it must be unique"
                yield Finding("error", "duplicate-id", line, key, message)
            first.setdefault(name, line)


def _unknown_sessions(plan: Plan) -> Iterator[Finding]:
    known = dict.fromkeys(session.name for session in plan.sessions)
    first_owned = {owned.session: owned.line for owned in reversed(plan.ownership)}
    shared = [
        (part.session, each.line, joined(f"shared[{place}].sessions", part.session))
        for place, each in enumerate(plan.shared)
        for part in each.sessions
    ]
    named = [
        *((task.owner, task.line, f"{key}.owner") for key, task in _tasks(plan) if task.owner),
        *(
            (name, line, joined("ownership", name))
            for name, line in first_owned.items()
            if name != NOBODY
        ),
        *shared,
    ]
    for name, line, key in named:
        if name not in known:
            yield Finding("error", "unknown-session", line, key, _unknown("session", name, known))


def _unknown(kind: str, name: str, known: Iterable[str]) -> str:
    hint = nearest(name, known)
    return f"{shown(name)} is no {kind} of the plan" + (f"; {hint}" if hint else "")


def _unknown_dependencies(plan: Plan) -> Iterator[Finding]:
    tasks = dict.fromkeys(task.id for task in plan.tasks)
    either = tasks | dict.fromkeys(group.id for group in plan.groups)
    for key, task in _tasks(plan):
        for field, names, kind, known in (
            ("after", task.after, "task or group", either),
            ("enhances", task.enhances, "task", tasks),
        ):
            for number, name in enumerate(names):
                if name not in known:
                    message = _unknown(kind, name, known)
                    place = f"{key}.{field}[{number}]"
                    yield Finding("error", "unknown-dependency", task.line, place, message)


def _cycles(plan: Plan) -> Iterator[Finding]:
    """A group stands in the graph as a node of its own, which is left out of what is shown."""
    groups = {group.id: f"group {group.id}" for group in plan.groups}
    after = {task.id: [groups.get(name, name) for name in task.after] for task in plan.tasks}
    after |= {groups[group.id]: [task.id for task in group.tasks] for group in plan.groups}
    where = {task.id: (task.line, f"{key}.after") for key, task in _tasks(plan)}
    for cycle in cycles(after):
        shown_cycle = " → ".join(node for node in cycle if node in where)
        message = f"{shown_cycle}: each waits for the next, so none can start"
        yield Finding("error", "cycle", *where[cycle[0]], message)


def _contradictions(plan: Plan) -> Iterator[Finding]:
    """What tasks say of themselves against what the tasks say that they wait for."""
    by_id = {task.id: task for task in plan.tasks}
    members = {group.id: [task.id for task in group.tasks] for group in plan.groups}
    for key, task in _tasks(plan):
        for number, name in enumerate(task.after):
            others = [by_id[each] for each in members.get(name, [name]) if each in by_id]
            undone = [other.id for other in others if other.done is other.dropped is False]
            if task.done is not False and undone:
                message = f"{task.id} is done, but waits for {', '.join(undone)}, not marked done"
                yield Finding("warning", "done-too-early", task.line, f"{key}.done", message)
            dropped = name in by_id and by_id[name].dropped is not False
            if dropped and task.done is task.dropped is False:
                message = f"{task.id} waits for {name}, which is dropped"
                place = f"{key}.after[{number}]"
                yield Finding("warning", "waits-for-dropped", task.line, place, message)


def _unknown_commits(plan: Plan, is_commit: Callable[[str], bool]) -> Iterator[Finding]:
    for key, task in _tasks(plan):
        if isinstance(task.done, str) and not is_commit(task.done):
            message = f"the repository has no commit {shown(task.done)}"
            yield Finding("warning", "unknown-commit", task.line, f"{key}.done", message)


def _current(plan: Plan) -> Iterator[Finding]:
    current = [(n, group) for n, group in enumerate(plan.groups) if group.state == "current"]
    for place, group in current[1:]:
        message = f"{group.id} and {current[0][1].id} are both current; the first counts"
        yield Finding("warning", "two-current", group.line, f"groups[{place}].state", message)


def _checks(plan: Plan) -> Iterator[Finding]:
    known = [check.name for check in plan.checks]
    for place, pin in enumerate(plan.pins):
        if pin.check and pin.check not in known:
            message = _unknown("check", pin.check, known)
            yield Finding("warning", "unknown-check", pin.line, f"pins[{place}].check", message)
    for place, check in enumerate(plan.checks):
        for parameter in check.parameters:
            if f"{{{parameter.name}}}" not in check.run:
                message = f"the command does not hold {{{parameter.name}}}"
                key = joined(f"checks[{place}].parameters", parameter.name)
                yield Finding("warning", "unused-parameter", check.line, key, message)
