"""Two spellings of one title are one; two titles that differ in a sign stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.plan_titles import folded_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Write tests", "write  TESTS "),
        ("Use `atlas.py`", "Use atlas.py"),
        ("**Write** _tests_", "Write tests"),
        ("~~Old~~", "Old"),
        ("Round 1: Begin", "Round 1 — begin"),
    ],
)
def test_spellings_of_one_title(one: str, other: str) -> None:
    assert folded_title(one) == folded_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Support C", "Support C++"),
        ("Support C#", "Support C++"),
        ("Use a < b", "Use a > b"),
        ("✨", "🚀"),
        ("a_b_c", "abc"),
        ("2*3*4", "234"),
        ("a * b * c", "a b c"),
        ("*", "**"),
    ],
)
def test_titles_that_are_two(one: str, other: str) -> None:
    assert folded_title(one) != folded_title(other)


@given(st.text(min_size=1))
def test_no_title_becomes_empty(title: str) -> None:
    assert folded_title(title)


def test_a_long_title_takes_the_time_of_its_length() -> None:
    assert folded_title("*a " * 50_000) == ("*a " * 50_000).strip()
