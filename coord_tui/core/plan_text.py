"""Writes a plan as the `coord.yaml` that a person would have written; reading it gives the plan.

Only what differs from the defaults stands there, in the order of the plan's keys; short things on
one line, texts of several lines as blocks, sections and groups set apart by empty lines.
"""

from collections.abc import Mapping
from types import MappingProxyType

from coord_tui.core.plan import Plan
from coord_tui.core.plan_shape import plan_shape
from coord_tui.core.plan_tree import Planting
from coord_tui.core.yaml_layout import Leaf, Listed, Tree, item_lines, pair_lines
from coord_tui.core.yaml_text import comment

SCHEMA = "coord_tui/plan.schema.json"
"""Where the JSON Schema is, seen from the top of this project."""
NO_COMMENTS: Mapping[str, str] = MappingProxyType({})


def plan_text(
    plan: Plan,
    comments: Mapping[str, str] = NO_COMMENTS,
    *,
    schema: str = SCHEMA,
    about: str = "",
) -> str:
    """The plan as YAML.

    Args:
        plan: as a reader gives it: names are unique, tasks have ids.
        comments: by the key of an item (`plan_items`), what stands behind its first line.
        schema: where editors find the JSON Schema, relative to the plan; empty: it is not said.
        about: a line about the plan, at its top.
    """
    head = [f"# yaml-language-server: $schema={schema}", ""] if schema else []
    head += [comment(about).strip(), ""] if about else []
    planting, shape = Planting(plan, comments), plan_shape()
    written = [name for name in planting.given(shape, plan) if name != "version"]
    made = [*head, f"version: {plan.version}"]
    for name in written:
        made += _section(name, planting.field(shape, name, plan), comments)
    return "\n".join(made) + "\n"


def _section(name: str, tree: Tree, comments: Mapping[str, str]) -> list[str]:
    """A key of the plan, with an empty line before it unless it is the project's name."""
    if isinstance(tree, Leaf):
        return pair_lines(name, tree._replace(note=comments.get(name, "")), 0)
    if name == "groups" and isinstance(tree, Listed):
        return ["", "groups:", *_apart(tree)]
    return ["", *pair_lines(name, tree, 0, open=True)]


def _apart(groups: Listed) -> list[str]:
    """The groups as blocks, an empty line between them."""
    made: list[str] = []
    for group in groups.items:
        made += [*([""] if made else []), *item_lines(group, 2, short=False)]
    return made
