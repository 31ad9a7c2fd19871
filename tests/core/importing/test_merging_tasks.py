"""Which statements speak of one task: an id or a title makes it one, a different sign makes two."""

import pytest

from tests.core.importing.task_reading import reading


def titles(text: str) -> list[str]:
    return [task.title for task in reading(text).plan.tasks]


@pytest.mark.parametrize(
    "found",
    [
        ["Support C", "Support C++", "Support C#"],
        ["Use a < b", "Use a > b"],
        ["Weigh 3 + 4", "Weigh 3 - 4"],
    ],
)
def test_titles_that_differ_in_a_sign_are_all_there(found: list[str]) -> None:
    text = "## Round 1\n\n" + "".join(f"- [ ] {title}\n" for title in found)
    assert titles(text) == found


def test_a_title_in_two_places_is_one_task() -> None:
    text = "## Round 1\n\n- [ ] Paint the buoy\n\n## Round 1\n\n- [ ] paint **the** buoy\n"
    assert titles(text) == ["Paint the buoy"]
