"""Lengths of time mean the same wherever they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.durations import duration_text, parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1s", 1), ("90s", 90), ("30m", 1800), ("2h", 7200), ("1d", 86400), ("999999d", 86399913600)],
)
def test_a_number_with_a_unit_is_so_many_seconds(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        *("", "s", "2", "0s", "01h", "-1h", "+1h", "2 h", " 2h", "2h ", "2h\n", "2H", "2w"),
        *("1h30m", "1.5h", "1e3s", "1_0s", "1000000s", "٣h", "²h"),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert parse_duration(text) is None


@given(st.text("0123456789smhd \n-", max_size=9))
def test_no_text_breaks_it(text: str) -> None:
    seconds = parse_duration(text)
    assert seconds is None or seconds > 0


@given(st.integers(1, 999_999), st.sampled_from("smhd"))
def test_a_length_of_time_is_said_so_that_it_is_read_again(number: int, unit: str) -> None:
    seconds = parse_duration(f"{number}{unit}")
    assert seconds is not None
    assert parse_duration(duration_text(seconds)) == seconds


@pytest.mark.parametrize(("seconds", "text"), [(90, "90s"), (7200, "2h"), (3600 * 36, "36h")])
def test_the_largest_unit_that_fits_says_it(seconds: int, text: str) -> None:
    assert duration_text(seconds) == text
