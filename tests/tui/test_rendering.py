"""Roles become styles; text stays text."""

import pytest
from rich.style import Style as RichStyle

from coord_tui.presentation.rows import Span
from coord_tui.tui.rendering import LOOKS, Palette
from coord_tui.tui.themes import THEMES, TOKENS

DARK = {name: value for name, value in THEMES[0].variables.items() if name in TOKENS} | {
    "foreground": "#c8d0f0"
}


@pytest.fixture
def palette() -> Palette:
    return Palette(DARK, bare=False)


@pytest.fixture
def bare() -> Palette:
    return Palette(DARK, bare=True)


@pytest.mark.parametrize(
    ("role", "colour", "bold"),
    [
        ("", "#C8D0F0", None),
        ("strong", "#C8D0F0", True),
        ("ready", "#9ECE6A", None),
        ("session:1", "#FF9E64", None),
        ("session:9", "#FF9E64", None),
        ("strong session:2", "#F59BD5", True),
        ("session:2 strong", "#F59BD5", True),
        ("alarm", "#FF8099", True),
        ("a-role-of-tomorrow", "#C8D0F0", None),
        ("session:", "#C8D0F0", None),
        ("session:²", "#C8D0F0", None),
    ],
)
def test_style_of(palette: Palette, role: str, colour: str, bold: bool | None) -> None:
    style = palette.style_of(role)
    assert style.foreground is not None
    assert (style.foreground.hex, style.bold) == (colour, bold)


def test_every_role_has_its_token() -> None:
    assert {look.token for look in LOOKS.values()} - {"", "foreground"} <= set(TOKENS)


@pytest.mark.parametrize("role", ["alarm", "warn", "done", "unread", "key", "cursor", "fresh"])
def test_without_colours_an_attribute_says_it(bare: Palette, role: str) -> None:
    style = bare.style_of(role)
    assert any((style.bold, style.dim, style.underline, style.reverse))
    assert style.background is None


@pytest.mark.parametrize("text", ["a[/]b", "[bold]no[/bold]", "app/[id]/x", "$var [@click=quit]"])
def test_text_is_never_markup(palette: Palette, text: str) -> None:
    assert palette.content((Span(text, "alarm"),)).plain == text
    assert palette.segments((Span(text),), RichStyle())[0].text == text


def test_a_reversed_row_is_one_block(bare: Palette) -> None:
    spans = (Span("id ", "strong"), Span("name", "session:1"))
    segments = bare.segments(spans, RichStyle(color="red"), "cursor")
    assert all(s.style and s.style.reverse and s.style.color is None for s in segments)
    assert segments[0].style is not None
    assert segments[0].style.bold
