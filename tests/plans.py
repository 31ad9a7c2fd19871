"""Plans of every kind: random ones that `coord.yaml` could say, and plans without their lines."""

from typing import Any

from hypothesis import strategies as st

from coord_tui.core.plan import Plan
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_shape import (
    ByKey,
    Choice,
    Flag,
    ListsByKey,
    Many,
    Number,
    Period,
    Record,
    Shape,
    Text,
    plan_shape,
)

PIECES = st.sampled_from(
    [
        *(
            "a",
            "S1",
            "senior",
            "Round 2",
            "src/api/",
            "plan.md",
            "done",
            "after S4",
            "later",
            "ü漢",
        ),
        *(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "|",
            "`",
            "``",
            "#",
            "# ",
            "- ",
            "* ",
            "1. ",
            "[x] ",
            "\\",
        ),
        *("[ ]", "**", "~~", "_", "<!--", "-->", "<b>", "<", "&amp;", "&#10;", '"', "'", "{", "}"),
        *(
            " · ",
            " — ",
            ": ",
            ", ",
            "✓",
            "> ",
            "```",
            "---",
            "…",
            "\x1b",
            "\x85",
            "\u2028",
            "\ufeff",
        ),
        *("<!-- coord-tui plan -->", "<!-- end of coord-tui plan -->", "\u202e", "🎈", "(", ")"),
        *("details: ", "by ", "~", "+", "=", "===", "!", "?", "%", "no", "\xa0", "\ud800", "\0"),
    ]
)
"""What text of a plan may be made of: all that Markdown, this program or a terminal could obey."""

TEXT = st.one_of(
    st.lists(PIECES, max_size=7).map("".join),
    st.text(st.characters(exclude_characters="\r"), max_size=9),
    st.sampled_from(["", "new sections", "one\n", "one\n\n- two\n  three\n", "one\ntwo"]),
)
WORDS = st.one_of(
    st.from_regex(r"[A-Za-z][A-Za-z0-9.-]{0,4}", fullmatch=True),
    st.text(
        st.characters(categories=["L", "N", "P", "S"], exclude_characters="\r"),
        min_size=1,
        max_size=4,
    ),
).filter(lambda word: word.isprintable() and not word.startswith("-"))
BRANCHES = st.sampled_from(["coord", "team/coord", "köln", "a`b", '"x"', "<!--x"])


def plans() -> st.SearchStrategy[Plan]:
    """Plans as the reader gives them, lines left out."""
    shape = plan_shape()
    return st.builds(Plan, **_fields(shape)).map(
        lambda plan: unplaced(plan._replace(groups=with_ids(plan.groups)))
    )


def _fields(record: Record) -> dict[str, st.SearchStrategy[Any]]:
    return {
        name: _values(field.shape, record.type._field_defaults.get(name))
        for name, field in record.fields.items()
    }


def _values(shape: Shape, default: object = None) -> st.SearchStrategy[Any]:
    """Values of that shape; now and then the one that is meant when nothing is written."""
    found = _any(shape)
    return found if default is None else st.one_of(st.just(default), found)


def _any(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Record():
            return st.builds(shape.type, **_fields(shape))
        case Many(item):
            return st.lists(_any(item), max_size=3).map(tuple)
        case ByKey(field, key, item):
            return _keyed(field, key, item, 1).map(lambda lists: sum(lists, ()))
        case ListsByKey(field, key, item):
            return _keyed(field, key, item, 3).map(lambda lists: sum(lists, ()))
        case Choice(values):
            return st.sampled_from(values)
        case Period():
            return st.sampled_from([1, 90, 1800, 7200, 86400, 86400 * 999_999, 999_999])
        case Number():
            return st.integers(1, 999_999_999)
        case Flag():
            return st.booleans()
        case Text(pattern=pattern):
            return TEXT if not pattern else WORDS if r"\S*" in pattern else BRANCHES
        case _:
            return st.one_of(st.booleans(), TEXT.filter(bool))


def _keyed(
    field: str, key: Shape, item: Record, most: int
) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """Items under names of which each stands once."""

    def named(name: str) -> st.SearchStrategy[tuple[Any, ...]]:
        one = st.builds(item.type, **_fields(item), **{field: st.just(name)})
        return st.lists(one, min_size=1, max_size=most).map(tuple)

    names = st.lists(_any(key), max_size=3, unique=True)
    return names.flatmap(lambda found: st.tuples(*map(named, found)).map(list))


def unplaced(value: Any) -> Any:  # noqa: ANN401 - any part of a plan
    """The same without the lines on which its items stand."""
    record: Any = value
    if hasattr(value, "_fields"):
        fields = {name: unplaced(getattr(value, name)) for name in record._fields}
        return record._replace(**fields | ({"line": 0} if "line" in fields else {}))
    return tuple(map(unplaced, value)) if isinstance(value, tuple) else value
