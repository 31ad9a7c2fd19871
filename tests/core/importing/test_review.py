"""A review: what is left takes along what hangs on it, and everything can be taken again."""

import pytest

from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.review import Review, keys_of, needed, review_of
from coord_tui.core.importing.statements import SaidCheck, SaidGroup, SaidTask
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import changes
from tests.stated import at, documents, reading


def fresh() -> Review:
    return review_of(reading())


@pytest.mark.parametrize(
    ("left", "fallen"),
    [
        ("session:mira", {"owned:mira:src/tides/", "owned:mira:src/[[]id].py"}),
        ("task:P1", {"done:P1", "after:P2:P1"}),
        ("task:P3", {"done:P3", "after:P4:P3"}),
        ("group:round-1", {
            "task:P1", "done:P1", "task:P2", "after:P2:P1", "task:P3", "done:P3", "task:P4",
            "after:P4:P3",
        }),
        ("done:P1", set()),
        ("shared:settings.toml", set()),
    ],
)  # fmt: skip
def test_what_is_left_takes_along_what_needs_it(left: str, fallen: set[str]) -> None:
    review = fresh().leave(left)
    assert set(review.fallen) == fallen
    assert set(review.fallen.values()) <= {left}
    assert review.out == fallen | {left}


@pytest.mark.parametrize("left", ["session:mira", "group:round-1", "task:P1", "task:P3", "doc:x"])
def test_what_falls_is_in_no_plan_without_what_was_left(left: str) -> None:
    review = fresh().leave(left)
    plan = documents().reading(review.out).plan
    assert not review.out & {change.key for change in changes(Plan(), plan)}


def test_of_two_that_were_left_each_says_what_fell_with_it() -> None:
    review = fresh().leave("task:P1", "task:P4")
    assert review.fallen == {
        "done:P1": "task:P1", "after:P2:P1": "task:P1", "after:P4:P3": "task:P4",
    }  # fmt: skip


def test_taking_again_brings_all_of_it_back() -> None:
    review = fresh().leave("session:sol", "task:P1")
    assert review.take("session:sol", "task:P1").out == frozenset()


def test_only_guesses_are_open_until_they_are_taken_left_or_fall() -> None:
    review = fresh()
    assert review.open == ("task:P3", "done:P3", "task:P4")
    assert review.take("task:P4").open == ("task:P3", "done:P3")
    assert review.leave("task:P3").open == ("task:P4",)
    assert review.leave("task:P3").take("task:P3").open == ("done:P3", "task:P4")


@pytest.mark.parametrize(
    ("key", "review", "standing"),
    [
        ("session:mira", fresh(), "taken"),
        ("task:P3", fresh(), "doubtful"),
        ("task:P3", fresh().take("task:P3"), "taken"),
        ("task:P3", fresh().take("task:P3").leave("task:P3"), "left"),
        ("done:P3", fresh().leave("task:P3"), "fallen"),
        ("done:P3", fresh().leave("task:P3", "done:P3"), "left"),
    ],
)
def test_each_item_has_one_standing(key: str, review: Review, standing: str) -> None:
    item = next(one for one in review.reading.items if one.key == key)
    assert review.standing(item) == standing


def test_the_order_of_keys_is_that_of_the_plan_with_tasks_in_their_groups() -> None:
    found = [key for key in keys_of(reading().plan) if key in {one.key for one in reading().items}]
    assert found == [
        "project", "session:mira", "session:sol", "owned:mira:src/tides/",
        "owned:mira:src/[[]id].py", "owned:sol:charts/", "shared:settings.toml", "rule:Settings",
        "group:round-1", "task:P1", "done:P1", "task:P2", "task:P3", "done:P3", "task:P4",
        "after:P2:P1", "after:P4:P3", "check:pytest",
    ]  # fmt: skip


def test_what_is_needed_stands_before_what_needs_it() -> None:
    needs = needed(reading().plan)
    order = list(needs)
    for key, others in needs.items():
        assert all(order.index(other) < order.index(key) for other in others if other in needs)


@pytest.mark.parametrize("left", ["group:round-1", "group:round-1-2", "check:npm", "check:npm-2"])
def test_of_two_that_are_called_alike_one_can_be_left(left: str) -> None:
    said = (
        SaidGroup(at(1), "Round 1"),
        SaidTask(at(2), "A", "Read the gauges", group="Round 1"),
        SaidGroup(at(3), "Later: Round 1"),
        SaidTask(at(4), "B", "Read them again", group="Later: Round 1"),
        SaidCheck(at(5), "npm test"),
        SaidCheck(at(6), "npx jest", "npm"),
    )
    read = documents(stated=Stated(said))
    review = review_of(read.reading()).leave(left)
    remaining = {*keys_of(read.reading(review.out).plan)}
    assert {one.key for one in read.reading().items} - remaining == review.out
