"""The description of the types covers what is written by hand, and refuses what it cannot say."""

import re
import subprocess
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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


def is_branch(name: str) -> bool:
    return re.fullmatch(plan_shape.BRANCH.pattern, name) is not None


def git_takes(name: str) -> bool:
    """What git says of it in a folder that is no repository, where no name stands for another."""
    run = ["git", "check-ref-format", "--branch", name]
    return subprocess.run(run, cwd="/", capture_output=True).returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        *("", "HEAD", "@", "-x", "my branch", "a..b", "coord.lock", "a.lock/b", "a/", "/a", "a//b"),
        *(".a", "a/.b", "a.", "a~b", "a^b", "a:b", "a?b", "a*b", "a[b", r"a\b", "@{", "a@{b"),
        *("a\tb", "a\n", "HEAD\n", "\x7f", "/", "."),
    ],
)
def test_what_git_refuses_as_a_branch_is_none(name: str) -> None:
    assert not is_branch(name)


@pytest.mark.parametrize(
    "name", ["coord", "a/b", "a./b", "a/-b", "a/HEAD", "HEADS", "@a", "a{b}", "a.lockb", "köln/ö"]
)
def test_what_git_takes_as_a_branch_is_one(name: str) -> None:
    assert is_branch(name)
    assert git_takes(name)


PIECES = st.sampled_from(["a", "/", ".", "-", "@", "{", ".lock", "HEAD", "~", " ", "\\", "\n", "ö"])


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=5).map("".join))
@example("a" * 300)
def test_the_pattern_of_branches_agrees_with_git(name: str) -> None:
    assert is_branch(name) == (git_takes(name) and name != "@")  # `@` is short for HEAD
