"""Random plans for Hypothesis: any that the reader can give, however odd its texts are.

Made from the description of the plan, so a new key takes part by itself.
"""

from itertools import groupby
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

PIECES = [
    *("#", " #", ": ", ":", " ", "  ", "\n", "\n\n", "\t", "|", ">", "-", "- ", "'", '"', "\\"),
    *("{", "}", "[", "]", ",", "&a", "*a", "!", "!!str ", "%", "@", "`", "?", "? ", "~", "null"),
    *("true", "no", "036", "1e5", "0x1f", "1_000", ".5", "1:30", "2025-12-14", "<<", "=", "---"),
    *("...", "\r", "\x85", "\u2028", "\ufeff", "\x00", "\x1b[31m", "\xa0", "\u200d", "\u202e"),
    *("\U0001f388", "é", "漢字", "\ufffe", "\U000e0041", "a", "b c", "word", "/", ".py", "(x)"),
]
"""What YAML reads as something else, or not at all, and what is harmless."""

LETTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.text(LETTERS, max_size=8),
    st.sampled_from(["two\nlines", "two  \n lines\n", "a long one: " + "word " * 25]),
)
WORDS = st.one_of(
    st.sampled_from(
        ["a", "S1", "null", "true", "<<", "1", "1.5", "a:", "#a", "[a", "{", "~", "é:"]
    ),
    st.text(LETTERS, min_size=1, max_size=4),
).filter(lambda text: text.isprintable() and " " not in text and text[0] != "-")


SIMPLE: dict[type[Any], st.SearchStrategy[Any]] = {
    Flag: st.booleans(),
    TextOrFlag: st.booleans() | TEXTS.filter(bool),
    Period: st.sampled_from([1, 60, 90, 3600, 7200, 86400, 999_999]),
    Number: st.integers(1, 999_999_999),
}


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Any value that the shape can say."""
    match shape:
        case Text():
            if shape == BRANCH:
                return st.sampled_from(["coord", "a/b", "1", "null"])
            return WORDS if shape.pattern else TEXTS
        case Flag() | TextOrFlag() | Period() | Number():
            return SIMPLE[type(shape)]
        case Choice(choices):
            return st.sampled_from(choices)
        case Many(item):
            return st.lists(values(item), max_size=3).map(tuple)
        case ByKey(field, key, item) | ListsByKey(field, key, item):
            one = records(item, **{field: values(key)})
            return st.lists(one, max_size=3).map(lambda found: _by_key(shape, found))
        case Record():
            return records(shape)


def records(shape: Record, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any record of the shape: each field as by default, or with any value."""
    needed = {name: values(field.shape) for name, field in shape.fields.items() if field.required}
    others = {
        name: st.just(shape.type._field_defaults[name]) | values(field.shape)
        for name, field in shape.fields.items()
        if not field.required
    }
    return st.fixed_dictionaries(needed | others | more).map(lambda given: shape.type(**given))


def _by_key(shape: ByKey | ListsByKey, found: list[Any]) -> tuple[Any, ...]:
    """The items in the order in which a mapping gives them."""
    first = {getattr(one, shape.field): None for one in found}
    order = list(first)
    grouped = sorted(found, key=lambda one: order.index(getattr(one, shape.field)))
    if isinstance(shape, ListsByKey):
        return tuple(grouped)
    return tuple(next(same) for _, same in groupby(grouped, lambda one: getattr(one, shape.field)))


PLANS: st.SearchStrategy[Plan] = records(plan_shape()).map(
    lambda plan: plan._replace(groups=with_ids(plan.groups))
)


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
