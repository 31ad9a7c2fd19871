"""The description of the types covers what is written by hand, and refuses what it cannot say."""

from typing import NamedTuple

import pytest

from coord_tui.core import plan_shape
from coord_tui.core.plan import Task


def test_a_type_that_no_shape_describes_is_refused() -> None:
    class Odd(NamedTuple):
        share: float = 0.5

    with pytest.raises(TypeError, match="float"):
        plan_shape._record(Odd)


def test_places_and_inherited_fields_are_never_written() -> None:
    groups = plan_shape.plan_shape().fields["groups"].shape
    assert isinstance(groups, plan_shape.Many)
    assert isinstance(groups.item, plan_shape.Record)
    tasks = groups.item.fields["tasks"].shape
    assert isinstance(tasks, plan_shape.Many)
    assert isinstance(tasks.item, plan_shape.Record)
    assert tasks.item.placed
    assert set(Task._fields) - tasks.item.fields.keys() == {"line", "group"}
