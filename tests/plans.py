"""Plans of every kind: any that the reader can give, however odd its texts are, and back again.

Made from the description of the plan, so a new key takes part by itself.
"""

import re
from typing import Any

import yaml
from hypothesis import strategies as st

from coord_tui.adapters.plan_yaml import read_nodes
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_reader import read_plan, with_ids
from coord_tui.core.plan_shape import (
    BRANCH,
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
    TextOrFlag,
    plan_shape,
)

PLAIN = [
    *("a", "b c", "S1", "senior", "Round 2", "src/api/", "plan.md", "done", "later", "word", "/"),
    *(".py", "(x)", "é", "ü漢", "🎈"),
]
BLANK = [" ", "  ", "\n", "\n\n", "\t", "\r", "\x85", "\u2028", "\xa0", "\ufeff"]
YAML = [
    *("#", " #", ": ", ":", "|", ">", "-", "- ", "'", '"', "\\", "{", "}", "[", "]", ",", ", "),
    *("&a", "*a", "!", "!!str ", "%", "@", "?", "? ", "~", "null", "true", "no", "036", "1e5"),
    *("0x1f", "1_000", ".5", "1:30", "2025-12-14", "<<", "=", "---", "..."),
]
MARKDOWN = [
    *("# ", "* ", "1. ", "[x] ", "[ ]", "`", "``", "```", "**", "~~", "_", "+", "===", "> ", "("),
    *("<!--", "-->", "<b>", "<", "&amp;", "&#10;", ")", "…", "✓", " · ", " — "),
    *("· after S4", "after S4", "details: ", "by "),
    *("<!-- coord-tui plan -->", "<!-- end of coord-tui plan -->"),
]
UNSEEN = [
    *("\0", "\x1b", "\x1b[31m", "\u200d", "\u202e", "\ufffe", "\ud800", "\U000e0041"),
]
PIECES = st.sampled_from([*PLAIN, *BLANK, *YAML, *MARKDOWN, *UNSEEN])
"""What text of a plan may be made of: all that YAML, Markdown, this program or a terminal obeys."""

TEXTS = st.one_of(
    st.lists(PIECES, max_size=7).map("".join),
    st.text(max_size=9),
    st.sampled_from(["", "new sections", "one\n", "one\n\n- two\n  three\n", "two  \n lines\n"]),
    st.just("a long one: " + "word " * 25),
)
WORDS = st.one_of(
    st.sampled_from(
        ["a", "S1", "null", "true", "<<", "1", "1.5", "a:", "#a", "[a", "{", "~", "é:"]
    ),
    st.from_regex(r"[A-Za-z][A-Za-z0-9.-]{0,4}", fullmatch=True),
    st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1, max_size=4),
).filter(lambda word: word.isprintable() and not word.startswith("-"))
BRANCHES = st.sampled_from(["coord", "team/coord", "1", "null", "köln", "a`b", '"x"', "<!--x"])
SIMPLE: dict[type[Any], st.SearchStrategy[Any]] = {
    Flag: st.booleans(),
    TextOrFlag: st.booleans() | TEXTS.filter(bool),
    Period: st.sampled_from([1, 60, 90, 1800, 3600, 7200, 86400, 999_999, 86400 * 999_999]),
    Number: st.integers(1, 999_999_999),
}
HALVES = re.compile("[\ud800-\udfff]")


def plans() -> st.SearchStrategy[Plan]:
    """Plans as the reader gives them, lines left out."""
    return _records(plan_shape()).map(lambda plan: plan._replace(groups=with_ids(plan.groups)))


def read_back(text: str) -> Plan:
    """The plan that the text says, without lines; fails the test when it says none."""
    root, problems = read_nodes(text.encode())
    assert root is not None, (text, problems)
    plan, more, _ = read_plan(root)
    assert plan is not None, (text, problems, more)
    assert not problems
    plan = unplaced(plan)
    assert isinstance(plan, Plan)
    return plan


def generic(text: str, loader: type[Any] = yaml.SafeLoader) -> Any:  # noqa: ANN401
    """What any other program reads in the text."""
    return yaml.load(text, loader)


def in_yaml(value: Any) -> Any:  # noqa: ANN401 - any part of a plan
    """The same as YAML can say it: half of a surrogate pair is the replacement character."""
    if isinstance(value, str):
        return HALVES.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, tuple):
        parts = map(in_yaml, value)
        return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
    return value


def _records(record: Record, **known: object) -> st.SearchStrategy[Any]:
    fields = {
        name: _values(field.shape, record.type._field_defaults.get(name))
        for name, field in record.fields.items()
    }
    given = st.fixed_dictionaries(fields)
    return given.map(lambda values: record.type(**values, **known))


def _values(shape: Shape, default: object = None) -> st.SearchStrategy[Any]:
    """Values of that shape; now and then the one that is meant when nothing is written."""
    found = _any(shape)
    return found if default is None else st.one_of(st.just(default), found)


def _any(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Record():
            return _records(shape)
        case Many(item):
            return st.lists(_any(item), max_size=3).map(tuple)
        case ByKey(field, key, item):
            return _keyed(field, key, item, 1).map(lambda lists: sum(lists, ()))
        case ListsByKey(field, key, item):
            return _keyed(field, key, item, 3).map(lambda lists: sum(lists, ()))
        case Choice(values):
            return st.sampled_from(values)
        case Text(pattern=pattern):
            return TEXTS if not pattern else BRANCHES if shape == BRANCH else WORDS
        case _:
            return SIMPLE[type(shape)]


def _keyed(
    field: str, key: Shape, item: Record, most: int
) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """Items under names of which each stands once."""

    def named(name: str) -> st.SearchStrategy[tuple[Any, ...]]:
        one = _records(item, **{field: name})
        return st.lists(one, min_size=1, max_size=most).map(tuple)

    names = st.lists(_any(key), max_size=3, unique=True)
    return names.flatmap(lambda found: st.tuples(*map(named, found)).map(list))
