"""Moments and spans, both ways."""

import pytest

from coord_tui.core.times import NEVER, exact, given_for, left, mark_of, seconds_of, span, text_of


@pytest.mark.parametrize(
    ("at", "seconds"),
    [
        ("1970-01-01T00:00:00Z", 0.0),
        ("2026-01-31T14:05:09Z", 1769868309.0),
        ("2026-01-31T15:05:09+01:00", 1769868309.0),
        ("2026-01-31T14:05:09", 1769868309.0),
        ("yesterday", NEVER),
        ("", NEVER),
        ("0001-01-01T00:00:00+14:00", -62135647200.0),
    ],
)
def test_seconds_of(at: str, seconds: float) -> None:
    assert seconds_of(at) == seconds


AT = "2026-01-31T14:05:09Z"


@pytest.mark.parametrize(
    ("at", "id", "seconds"),
    [
        (AT, mark_of(1769868309.25) + "0f0f0f0f0f", 1769868309.25),
        (AT, mark_of(1769868309.25) + "0f0f0f0f0f/2", 1769868309.25),
        (AT, mark_of(1769868310.0), 1769868309.0),
        (AT, mark_of(1769868308.999), 1769868309.0),
        (AT, "a1", 1769868309.0),
        (AT, "+1769868309", 1769868309.0),
        (AT, "", 1769868309.0),
        ("yesterday", mark_of(1769868309.25), NEVER),
    ],
)
def test_an_id_tells_its_moment_more_exactly(at: str, id: str, seconds: float) -> None:
    assert exact(at, id) == seconds


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2026-01-31T16:05:09Z", "2h"),
        ("2026-01-31T16:05:08Z", "2h"),
        ("2026-01-31T14:06:07Z", "1m"),
        ("2026-01-31T14:05:29Z", "20s"),
        ("2026-01-31T14:05:09Z", ""),
        ("", ""),
    ],
)
def test_what_is_given_for_a_time_says_it_in_whole_minutes(until: str, words: str) -> None:
    assert given_for(AT, until) == words


def test_a_moment_survives_writing() -> None:
    assert seconds_of(text_of(1769868309.9)) == 1769868309.0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "0s"),
        (40.9, "40s"),
        (60, "1m"),
        (3599, "59m"),
        (7200, "2h"),
        (200_000, "2d"),
        (NEVER, "?"),
    ],
)
def test_span(seconds: float, words: str) -> None:
    assert span(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (30, "30s"), (59 * 60, "59m"), (3600, "1h"), (7199, "1h 59m"), (7200, "2h"),
        (2 * 86400, "2d"), (-5, "0s"), (float("inf"), "?"),
    ],
)  # fmt: skip
def test_what_runs_down_has_minutes_beside_its_hours(seconds: float, words: str) -> None:
    assert left(seconds) == words
