"""What waits for itself is found, once, and begins at the first in the plan."""

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.cycles import cycles


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ({}, []),
        ({"a": [], "b": ["a"]}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["a"]}, [["a", "a"]]),
        ({"S4": ["S5"], "S5": ["S4"]}, [["S4", "S5", "S4"]]),
        ({"x": ["b"], "a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c", "a"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b", "a"], ["c", "d", "c"]]),
        ({"a": ["unknown"]}, []),
    ],
)
def test_cycles(after: dict[str, list[str]], found: list[list[str]]) -> None:
    assert cycles(after) == found


def test_a_chain_of_any_length_is_walked() -> None:
    chain = {str(n): [str(n + 1)] for n in range(5000)}
    assert cycles(chain) == []
    assert len(cycles(chain | {"5000": ["0"]})[0]) == 5002


NODES = st.sampled_from("abcdef")


@given(st.dictionaries(NODES, st.lists(NODES, max_size=3)))
def test_there_is_one_exactly_when_no_order_exists(after: dict[str, list[str]]) -> None:
    found = cycles(after)
    try:
        tuple(TopologicalSorter(after).static_order())
    except CycleError:
        assert found
    else:
        assert not found
    for cycle in found:
        assert cycle[0] == cycle[-1]
        assert all(b in after[a] for a, b in pairwise(cycle))
    nodes = [node for cycle in found for node in cycle[1:]]
    assert len(nodes) == len(set(nodes))
