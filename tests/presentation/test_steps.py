"""The protocol's steps in words."""

import pytest

from coord_tui.core.protocol import Progress
from coord_tui.core.state import Pushed
from coord_tui.core.times import text_of
from coord_tui.presentation.steps import skipped_words, step_words, trail, whose_step
from tests.builders import MINUTE, NOW, board, event, plain

CONFIG = "atlas/config.py"
PUSH = Pushed(CONFIG, "abc1234", "junior", text_of(NOW - 3 * MINUTE))


def at(step: str, next_: str = "", *skipped: str) -> Progress:
    return Progress(CONFIG, "senior", step, next_, skipped)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("progress", "words", "role", "urgency"),
    [
        (at("free", "announce"), "shared: announce first", "warn", 1),
        (at("announced", "pull"), "announced: pull next", "warn", 0),
        (at("pulled", "edit"), "announced, pulled: edit away", "yours", 0),
        (at("edited", "announce", "announced"), "shared: announce first", "warn", 1),
        (at("edited", "pull", "pulled"), "edited: pull next", "warn", 1),
        (at("edited", "finish"), "edited: finish next", "yours", 0),
        (at("edited", "finish", "pulled"), "edited: finish next", "warn", 1),
        (at("pushed", "finish"), "pushed, not told: finish tells", "warn", 1),
        (at("told"), "told", "yours", 0),
    ],
)
def test_the_next_step_in_words(progress: Progress, words: str, role: str, urgency: int) -> None:
    assert step_words(progress)[:3] == (words, role, urgency)


@pytest.mark.parametrize(
    ("progress", "pull", "words"),
    [
        (at("edited", "finish"), None, ()),
        (at("edited", "announce", "announced"), None, ("edited without announcing",)),
        (
            at("edited", "announce", "announced", "pulled"), None,
            ("edited without announcing or pulling",),
        ),
        (at("edited", "finish", "pulled"), None, ("edited without pulling",)),
        (
            at("edited", "announce", "announced", "pulled"), PUSH,
            ("edited without announcing", "not pulled since junior pushed 3m ago"),
        ),
        (at("free", "announce"), PUSH, ()),
    ],
)  # fmt: skip
def test_a_step_that_was_skipped_is_named(
    progress: Progress, pull: Pushed | None, words: tuple[str, ...]
) -> None:
    assert skipped_words(progress, pull, board()) == words


def test_the_trail_says_without_colour_where_one_is_and_what_was_left_out() -> None:
    found = trail(at("edited", "finish", "announced"))
    assert [plain(step) for step in found] == [
        "✓ free", "✗ announced", "✓ pulled", "● edited", "pushed", "told",
    ]  # fmt: skip


@pytest.mark.parametrize(("me", "who"), [("senior", "junior"), ("junior", "you")])
def test_who_is_how_far(me: str, who: str) -> None:
    found = board(None, event("announce", path=CONFIG, intent="x", ago=3 * MINUTE), me=me)
    progress = Progress(CONFIG, "junior", "announced")
    assert whose_step(progress, found).text == f"announced by {who} 3m"
    elsewhere = progress._replace(path="other.py", step="edited")
    assert whose_step(elsewhere, found).text == f"edited by {who}"
