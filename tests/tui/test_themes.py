"""Our themes are legible, and every other theme has our tokens."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from coord_tui.tui.themes import SESSION_COLOURS, THEMES, TOKENS, first_theme, tokens

RGB = [theme for theme in THEMES if not theme.ansi]
GROUNDS = ("cursor", "cursor-faint", "fresh", "bar")
PARTS = {"added-part": "ready", "removed-part": "alarm"}
"""Grounds of what makes a line of a diff differ, each with the one colour that stands on it."""
NO_TEXT = (*GROUNDS, *PARTS, "frame", "frame-lit")


def luminance(colour: str) -> float:
    parts = [value / 255 for value in Color.parse(colour).rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", RGB, ids=lambda theme: theme.name)
def test_every_text_is_legible_on_every_ground(theme: Theme) -> None:
    grounds = [str(theme.background), *(theme.variables[name] for name in GROUNDS)]
    texts = {name: theme.variables[name] for name in TOKENS if name not in NO_TEXT}
    poor = {
        (name, ground): round(contrast(colour, ground), 2)
        for name, colour in {**texts, "foreground": str(theme.foreground)}.items()
        for ground in grounds
        if contrast(colour, ground) < 4.5
    }
    assert not poor


@pytest.mark.parametrize("theme", RGB, ids=lambda theme: theme.name)
def test_what_differs_in_a_line_is_legible_and_set_off(theme: Theme) -> None:
    found, ground = theme.variables, str(theme.background)
    for part, text in PARTS.items():
        assert contrast(found[text], found[part]) >= 4.5
        assert contrast(found[part], ground) >= 1.2


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_each_session_has_its_colour(theme: Theme) -> None:
    colours = {theme.variables[f"session-{index}"] for index in range(SESSION_COLOURS)}
    assert len(colours) == SESSION_COLOURS


@pytest.mark.parametrize("theme", [*THEMES, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_theme_gets_every_token(theme: Theme) -> None:
    made = tokens(theme)
    assert set(made) == set(TOKENS)
    assert all(Color.parse(value) for value in made.values())


@pytest.mark.parametrize(
    ("system", "no_color", "name"),
    [
        ("truecolor", False, "coord-dark"),
        ("256", False, "coord-dark"),
        ("standard", False, "coord-16"),
        (None, False, "coord-16"),
        ("truecolor", True, "coord-16"),
    ],
)
def test_first_theme(system: str | None, no_color: bool, name: str) -> None:
    assert first_theme(system, no_color) == name
