"""Says what each item of an exported plan is, in the words of every other document."""

from collections.abc import Iterator

from coord_tui.core.exporting.markdown import SETTING_KEYS
from coord_tui.core.plan import Plan, Task
from coord_tui.core.plan_items import PROJECT, after_key, done_key, enhances_key, key_of


def words_of(plan: Plan) -> Iterator[tuple[str, str]]:
    """The key of each item, and its words."""
    yield PROJECT, f"project {plan.project}"
    yield from ((key_of(one), f"session {one.name}") for one in plan.sessions)
    yield from ((key_of(one), f"{one.session} owns {one.path}") for one in plan.ownership)
    yield from ((key_of(one), f"{one.path} is shared") for one in plan.shared)
    yield from ((key_of(one), f"rule {one.title}") for one in plan.rules)
    yield from ((key_of(one), one.title or one.id) for one in plan.groups)
    yield from ((key_of(one), f"check {one.name}: {one.run}") for one in plan.checks)
    yield from ((key_of(one), f"{one.tool} is pinned") for one in plan.pins)
    yield from ((key_of(one), f"canonical document {one.path}") for one in plan.docs)
    for section in SETTING_KEYS:
        for field in getattr(plan, section)._fields:
            yield f"setting:{section}.{field}", f"setting {section}.{field}"
    for task in plan.tasks:
        yield key_of(task), f"{task.id} {task.title}"
        yield done_key(task.id), _ended(task)
        yield from ((after_key(task.id, one), f"{task.id} after {one}") for one in task.after)
        yield from (
            (enhances_key(task.id, one), f"{task.id} enhances {one}") for one in task.enhances
        )


def _ended(task: Task) -> str:
    if task.done is False:
        return f"{task.id} is dropped"
    return f"{task.id} is done" + (f" in {task.done}" if isinstance(task.done, str) else "")
