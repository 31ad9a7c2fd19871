"""Which sessions a text speaks to."""

import pytest

from coord_tui.core.mentions import mentions

NAMES = ("senior", "junior", "junior-2", "a.b", "a", "naïve")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@senior look", ("senior",)),
        ("look, @senior", ("senior",)),
        ("(@senior) and @junior: look", ("senior", "junior")),
        ("ask @senior.", ("senior",)),
        ("ask @senior... please", ("senior",)),
        ("@senior and @senior", ("senior",)),
        ("@naïve, look", ("naïve",)),
        ("@junior-2 not the other", ("junior-2",)),
        ("@a.b is no @a", ("a.b", "a")),
        ("write to me@senior", ()),
        ("@seniority and @Senior", ()),
        ("@senior-x @senior_x @senior/x", ()),
        ("@nobody @ @@senior", ()),
        ("senior", ()),
        ("", ()),
    ],
)
def test_names_after_an_at_sign_are_mentions(text: str, found: tuple[str, ...]) -> None:
    assert mentions(text, NAMES) == found


def test_an_empty_name_is_never_mentioned() -> None:
    assert mentions("@ hello", ("",)) == ()
