"""The types of `core.plan` taken apart once, so that reader and schema walk one description.

A type that none of the shapes here can say is refused when the description is built, which any test
does: a new field of the plan is read, checked and documented, or nothing works.
"""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args, get_origin

from coord_tui.core.plan import (
    Bare,
    BranchName,
    Counted,
    Duration,
    Inherited,
    Keyed,
    KeyedLists,
    Placed,
    Plan,
    Word,
)


class Text(NamedTuple):
    """A text; with a pattern, a printable one that fits it."""

    pattern: str = ""
    """For the reader and for JSON Schema."""
    words: str = "a text"
    """What the pattern says."""


WORD = Text(r"^[^\s-]\S*$", "one word, printable, without spaces, not starting with -")
BRANCH = Text(
    r"^(?![-./]|HEAD$|@$)"
    r"(?!.*(\.\.|//|/\.|@\{|\.lock(/|$)))"
    r"[^\x00-\x20\x7f~^:?*\[\\]*[^\x00-\x20\x7f~^:?*\[\\./]$",
    "a name that git allows for a branch (git help check-ref-format)",
)


class Flag(NamedTuple):
    """True or false."""


class TextOrFlag(NamedTuple):
    """A text, or just true or false."""


class Period(NamedTuple):
    """Whole seconds, written with a unit."""


class Number(NamedTuple):
    """A whole number, at least 1."""


class Choice(NamedTuple):
    """One of a few fixed values."""

    values: tuple[str | int, ...]


class Many(NamedTuple):
    """A list."""

    item: "Shape"


class ByKey(NamedTuple):
    """A mapping whose keys become the field `field` of its items; `item` is the rest of them."""

    field: str
    key: "Shape"
    item: "Record"


class ListsByKey(NamedTuple):
    """A mapping to lists, whose keys become the field `field` of each item in them."""

    field: str
    key: "Shape"
    item: "Record"


class Field(NamedTuple):
    """One key of a mapping in the plan."""

    shape: "Shape"
    doc: str
    required: bool


class Record(NamedTuple):
    """A mapping with fixed keys: how it is written, and the type it becomes."""

    type: type[Any]
    doc: str
    fields: dict[str, Field]
    bare: str
    """The field that a bare text gives; empty when there is none."""
    placed: bool
    """Whether it keeps the line on which it stands."""


Shape: TypeAlias = (
    Text | Flag | TextOrFlag | Period | Number | Choice | Many | ByKey | ListsByKey | Record
)


@cache
def plan_shape() -> Record:
    """The shape of the whole plan."""
    return _record(Plan)


def _record(kind: type[Any]) -> Record:
    fields: dict[str, Field] = {}
    bare, placed = "", False
    for name, annotation in kind.__annotations__.items():
        marks = getattr(annotation, "__metadata__", ())
        if _of(Placed, marks):
            placed = True
        elif not _of(Inherited, marks):
            doc = next(iter(_of(str, marks)), "")
            required = name not in kind._field_defaults
            fields[name] = Field(_shape(annotation), doc, required)
            bare = name if _of(Bare, marks) else bare
    return Record(kind, kind.__doc__ or "", fields, bare, placed)


Mark = TypeVar("Mark")


def _of(kind: type[Mark], marks: tuple[object, ...]) -> list[Mark]:
    return [mark for mark in marks if isinstance(mark, kind)]


def _shape(annotation: object) -> Shape:
    """What an annotation says about how its value is written."""
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    for mark in getattr(annotation, "__metadata__", ()):
        match mark:
            case Keyed(field):
                return ByKey(field, *_keyed(get_args(bare)[0], field))
            case KeyedLists(field):
                return ListsByKey(field, *_keyed(get_args(bare)[0], field))
            case Duration():
                return Period()
            case Counted():
                return Number()
            case Word():
                return WORD
            case BranchName():
                return BRANCH
    return _unmarked(bare)


def _keyed(kind: type[Any], field: str) -> tuple[Shape, Record]:
    """The shape of the field that is written as a key, and the record without it."""
    record = _record(kind)
    key = record.fields.pop(field)
    return key.shape, record


def _unmarked(annotation: object) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if annotation is str:
        return Text()
    if annotation is bool:
        return Flag()
    if origin is UnionType and set(args) == {str, bool}:
        return TextOrFlag()
    if origin is Literal:
        return Choice(args)
    if origin is tuple and args[1:] == (...,):
        return Many(_shape(args[0]))
    if isinstance(annotation, type) and hasattr(annotation, "_fields"):
        return _record(annotation)
    raise TypeError(f"a plan cannot say {annotation!r}")


def describe(shape: Shape) -> str:
    """What is allowed, in words."""
    match shape:
        case Text(words=words):
            return words
        case Flag() | TextOrFlag() | Period() | Number():
            return _FIXED_WORDS[type(shape)]
        case Choice(values):
            return " or ".join(map(str, values))
        case Many(item):
            return f"a list of {describe(item).removeprefix('a ')}"
        case ByKey(field):
            return f"a mapping by {field}"
        case ListsByKey(field):
            return f"a mapping from {field} to lists"
        case Record():
            bare = f"its {shape.bare} or " if shape.bare else ""
            return f"{bare}a mapping of {', '.join(shape.fields)}"


_FIXED_WORDS: dict[type[Any], str] = {
    Flag: "true or false",
    TextOrFlag: "a text, true or false",
    Period: "a time like 90s, 30m, 2h or 1d",
    Number: "a whole number from 1 on",
}
