"""Compares two records of a plan field by field, and puts what one says into the other.

What a record does not say (a field as by default) is never a difference. A list gains what it
lacks and loses nothing; a text that is empty is filled; anything else is a different value.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from coord_tui.core.durations import duration_text
from coord_tui.core.plan import Group, Parameter, Part, Task
from coord_tui.core.plan_items import Value
from coord_tui.core.plan_shape import Period, Record, Shape, plan_shape
from coord_tui.core.plan_titles import folded_title
from coord_tui.core.yaml_text import scalar

R = TypeVar("R", bound=tuple[Any, ...])

MEANT = frozenset({"kind", "state", "mode", "pull"})
"""What means something also when it is not said: another value there is never just added."""
APART = {
    Task: frozenset({"id", "group", "after", "enhances", "done", "dropped"}),
    Group: frozenset({"id", "tasks"}),
}
"""Fields that are items of their own, or what makes it that item."""

_SETTINGS = {
    field.shape.type: field.shape
    for field in plan_shape().fields.values()
    if isinstance(field.shape, Record)
}


class Difference(NamedTuple):
    """One field of which `new` says something that `old` does not."""

    name: str
    now: str
    """As YAML; empty: nothing."""
    then: str
    fills: bool
    """Whether nothing that stands there would be another."""


def differences(old: R, new: R) -> tuple[Difference, ...]:
    """The fields in which `new` says more than `old`, or something else."""
    return tuple(found for name in said(new) for found in _field(name, old, new))


def merged_record(old: R, new: R) -> R:
    """`old` with all that `new` says."""
    names = {found.name.partition(".")[0] for found in differences(old, new)}
    values = {name: _value(getattr(old, name), getattr(new, name)) for name in names}
    result: R = old._replace(**values)  # type: ignore[attr-defined]
    return result


def said(record: tuple[Any, ...]) -> list[str]:
    """The fields of which the record says something, without those that are items themselves."""
    usual = record._field_defaults  # type: ignore[attr-defined]
    apart = APART.get(type(record), frozenset()) | {"line"}
    names: tuple[str, ...] = record._fields  # type: ignore[attr-defined]
    return [n for n in names if n not in apart and getattr(record, n) != usual.get(n, "")]


def words(record: tuple[Any, ...], without: str = "") -> str:
    """What a record says, in YAML's words on one line."""
    names = (name for name in said(record) if name != without)
    return ", ".join(f"{name}: {as_yaml(getattr(record, name))}" for name in names)


def folded(text: str) -> str:
    """The letters and digits of a name in lower case, if it has any: what spellings share."""
    return "".join(letter for letter in text.casefold() if letter.isalnum()) or text


def _field(name: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    now, then = getattr(old, name), getattr(new, name)
    if now == then or (name == "title" and folded_title(now) == folded_title(then)):
        return
    if isinstance(then, tuple):
        yield from _more(name, now, then)
        return
    usual = type(old)._field_defaults.get(name, "")  # type: ignore[attr-defined]
    fills = now == usual and isinstance(then, str) and name not in MEANT
    words = duration_text if isinstance(_shape_of(old, name), Period) else as_yaml
    yield Difference(name, "" if fills else words(now), words(then), fills)


def _shape_of(record: tuple[Any, ...], name: str) -> Shape | None:
    """How a field of a setting is written."""
    found = _SETTINGS.get(type(record))
    return found.fields[name].shape if found else None


def _more(name: str, now: tuple[Any, ...], then: tuple[Any, ...]) -> Iterator[Difference]:
    """What a list lacks, and where a named thing in it says something else."""
    known = {_name(one): one for one in now}
    if lacking := tuple(one for one in then if _name(one) not in known):
        yield Difference(name, "", as_yaml(lacking), True)
    for one in then:
        if isinstance(one, Part | Parameter) and one[0] in known:
            for found in differences(known[one[0]], one):
                yield found._replace(name=f"{name}.{one[0]}.{found.name}")


def _name(one: Value) -> str:
    return str(one[0]) if isinstance(one, Part | Parameter) else str(one)


def _value(now: Value, then: Value) -> Value:
    if not isinstance(then, tuple):
        return then
    named = {_name(one): one for one in then}
    kept = tuple(
        merged_record(one, named[_name(one)])
        if isinstance(one, Part | Parameter) and _name(one) in named
        else one
        for one in now
    )
    known = {_name(one) for one in now}
    return kept + tuple(one for one in then if _name(one) not in known)


def as_yaml(value: Value) -> str:
    """A value in YAML's words, on one line."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_item, value)) + "]"
    return scalar(value, flow=True) if isinstance(value, str) else str(value).lower()


def _item(one: Value) -> str:
    if isinstance(one, str):
        return scalar(one, flow=True)
    name, *_ = one
    inside = words(one, without=one._fields[0])
    return f"{scalar(name, flow=True)}: {{{inside}}}"
