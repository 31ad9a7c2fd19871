"""Reservations run out with their holder's silence; that is visible before and after."""

import pytest

from tests.core.stories import Said, announce, claim, play, reserve

CONFIG = "atlas/config.py"
SAYS: Said = ("junior", "say", {"text": "here", "minute": 100})


def left(*said: Said, later: int) -> tuple[list[int], list[int]]:
    """The seconds that live and expired reservations have left, at a minute."""
    board, refused = play(*said, later=later)
    assert refused == {}
    return [one.seconds_left for one in board.holds], [one.seconds_left for one in board.expired]


@pytest.mark.parametrize(
    ("said", "later", "expected"),
    [
        ((announce("junior", CONFIG),), 0, ([7200], [])),
        ((announce("junior", CONFIG),), 108, ([720], [])),
        ((announce("junior", CONFIG),), 120, ([], [0])),
        ((announce("junior", CONFIG),), 125, ([], [-300])),
        ((announce("junior", CONFIG, lasts=600),), 11, ([], [-60])),
        ((announce("junior", CONFIG), SAYS), 125, ([5700], [])),
        ((announce("junior", CONFIG), announce("junior", CONFIG, minute=60)), 125, ([3300], [])),
        ((announce("junior", CONFIG, at="9999-12-31T23:59:59Z"),), 125, ([251632432499], [])),
        ((announce("junior", CONFIG, at="noon"),), 0, ([], [-1])),
        ((claim("junior", "J5"),), 9999, ([0], [])),
        ((reserve("junior", "docs/*.md"), ("junior", "unreserve", {})), 0, ([], [])),
    ],
)
def test_the_time_left_runs_down_and_then_counts_what_is_over(
    said: tuple[Said, ...], later: int, expected: tuple[list[int], list[int]]
) -> None:
    assert left(*said, later=later) == expected


def test_with_its_holders_next_event_what_expired_is_gone_for_good() -> None:
    silent = announce("junior", CONFIG)
    awake: Said = ("junior", "say", {"text": "back", "minute": 125})
    assert left(silent, awake, later=125) == ([], [])
    assert left(silent, awake, announce("junior", CONFIG), later=125) == ([7200], [])


def test_another_may_announce_what_expired_while_its_holder_is_silent() -> None:
    board, refused = play(
        announce("junior", CONFIG), announce("senior", CONFIG, minute=120), later=121
    )
    assert refused == {}
    assert [one.reservation.session for one in board.holds] == ["senior"]
    assert [one.reservation.session for one in board.expired] == ["junior"]


def test_what_another_took_after_it_expired_is_not_renewed_by_a_slower_clock() -> None:
    said: tuple[Said, ...] = (
        announce("junior", CONFIG),
        announce("senior", CONFIG, minute=130),
        announce("junior", CONFIG, minute=119),
    )
    board, refused = play(*said, later=131)

    assert [hold.reservation.session for hold in board.holds] == ["senior"]
    assert list(refused) == [3]
