"""Plans of every kind: any that the reader can give, however odd its texts are, and back again.

Made from the description of the plan, so a new key takes part by itself.
"""

import re
from string import ascii_letters, digits
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
EVERY = [*PLAIN, *BLANK, *YAML, *MARKDOWN, *UNSEEN]
PIECES = st.sampled_from(EVERY)
"""What text of a plan may be made of: all that YAML, Markdown, this program or a terminal obeys."""

STANDING = dict(enumerate(EVERY, 0xE000))
"""A character for each piece: text of those is drawn at once, a list of pieces one by one."""

TEXTS = st.one_of(
    st.text(
        st.characters(min_codepoint=min(STANDING), max_codepoint=max(STANDING)), max_size=7
    ).map(lambda text: text.translate(STANDING)),
    st.text(max_size=9),
    st.sampled_from(["", "new sections", "one\n", "one\n\n- two\n  three\n", "two  \n lines\n"]),
    st.just("a long one: " + "word " * 25),
)
WORDS = st.one_of(
    st.sampled_from(
        ["a", "S1", "null", "true", "<<", "1", "1.5", "a:", "#a", "[a", "{", "~", "é:"]
    ),
    st.text(ascii_letters + digits + ".-", min_size=1, max_size=5).map(
        lambda word: word if word[0] in ascii_letters else "R" + word[1:]
    ),
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
    """Records of that shape; of each about half the keys that may be missing are."""
    fields = {name: _any(field.shape) for name, field in record.fields.items()}
    defaults = record.type._field_defaults
    missable = [name for name in fields if defaults.get(name) is not None]

    @st.composite
    def drawn(draw: st.DrawFn) -> Any:  # noqa: ANN401 - whatever the record is of
        written = draw(st.integers(0, 2 ** len(missable) - 1))  # one draw for all of them
        missing = {name for n, name in enumerate(missable) if not written >> n & 1}
        given = {name: draw(found) for name, found in fields.items() if name not in missing}
        return record.type(**given, **known)

    return drawn()


def _any(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Record():
            return _records(shape)
        case Many(item):
            return st.lists(_any(item), max_size=3).map(tuple)
        case ByKey(field, key, item):
            return _keyed(field, key, item, 1)
        case ListsByKey(field, key, item):
            return _keyed(field, key, item, 3)
        case Choice(values):
            return st.sampled_from(values)
        case Text(pattern=pattern):
            return TEXTS if not pattern else BRANCHES if shape == BRANCH else WORDS
        case _:
            return SIMPLE[type(shape)]


def _keyed(field: str, key: Shape, item: Record, most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """Items under names of which each stands once."""
    one = _records(item, **{field: ""})
    lists = st.dictionaries(_any(key), st.lists(one, min_size=1, max_size=most), max_size=3)
    return lists.map(
        lambda found: tuple(
            each._replace(**{field: name}) for name, items in found.items() for each in items
        )
    )
