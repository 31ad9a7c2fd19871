"""Names the items of a plan, so that reports, comments, reviews and merges mean the same by a key.

A key is the kind and what makes the item itself: `task:S5`, `owned:senior:src/api/`,
`after:S5:S4`. Two items that share a key are the same one, said twice.
"""

from typing import Any, TypeAlias

from coord_tui.core.plan import (
    Check,
    Document,
    Group,
    Owned,
    Pin,
    Rule,
    Session,
    Shared,
    Task,
)

ItemValue: TypeAlias = Session | Owned | Shared | Rule | Group | Task | Check | Pin | Document

Value: TypeAlias = Any
"""A value of any field of a plan."""
PROJECT = "project"


def key_of(value: ItemValue) -> str:
    """The key of something that stands in a list of the plan."""
    match value:
        case Session(name=name):
            return f"session:{name}"
        case Owned(path=path, session=session):
            return f"owned:{session}:{path}"
        case Shared(path=path):
            return f"shared:{path}"
        case Rule(title=title):
            return f"rule:{title}"
        case Group(id=id):
            return f"group:{id}"
        case Task(id=id):
            return f"task:{id}"
        case Check(name=name):
            return f"check:{name}"
        case Pin(tool=tool):
            return f"pin:{tool}"
        case Document(path=path):
            return f"doc:{path}"


def done_key(task: str) -> str:
    """The key of a task's being done, or dropped."""
    return f"done:{task}"


def after_key(task: str, target: str) -> str:
    """The key of what a task waits for."""
    return f"after:{task}:{target}"


def enhances_key(task: str, target: str) -> str:
    """The key of what a task makes better."""
    return f"enhances:{task}:{target}"


def unplaced(value: Value) -> Value:
    """The same without the lines of its items, so that plans compare by what they say."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        fields = {name: unplaced(getattr(value, name)) for name in value._fields}
        bare: Value = value
        return bare._replace(**fields | ({"line": 0} if "line" in fields else {}))
    return tuple(map(unplaced, value)) if isinstance(value, tuple) else value
