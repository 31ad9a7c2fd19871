"""Turns roles into styles of the current theme; the only place where a meaning becomes a colour.

Text goes in as it is, made inert, and never as markup. Where colours are few or unwanted the second
set of attributes stands in for them, so that no meaning is lost.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.app import App
from textual.color import Color
from textual.content import Content
from textual.style import Style

from coord_tui.presentation.rows import Spans
from coord_tui.presentation.text import inert
from coord_tui.tui.themes import SESSION_COLOURS, TOKENS


class Look(NamedTuple):
    """How a role looks: a theme token, and attributes with and without enough colours."""

    token: str
    attributes: str = ""
    bare: str = ""
    ground: bool = False
    """True when the token colours the ground, not the text."""


LOOKS = {
    "": Look("foreground"),
    "dim": Look("dim", "", "dim"),
    "strong": Look("", "bold", "bold"),  # weight only, so that it goes with any other role
    "title": Look("", "bold", "bold"),
    "object": Look("", "bold", "bold"),
    "ready": Look("ready"),
    "claimed": Look("claimed"),
    "blocked": Look("warn"),
    "done": Look("dim", "", "dim"),
    "dropped": Look("dim", "strike", "dim strike"),
    "yours": Look("ready"),
    "theirs": Look("dim", "", "dim"),
    "shared": Look("shared"),
    "unowned": Look("dim", "", "dim"),
    "mixed": Look("dim", "", "dim"),
    "ok": Look("ready"),
    "warn": Look("warn", "", "bold"),
    "alarm": Look("alarm", "bold", "bold underline"),
    "unread": Look("warn", "bold", "bold"),
    "pending": Look("dim", "", "dim"),
    "confirmed": Look("ready"),
    "link": Look("key", "underline", "underline"),
    "key": Look("key", "bold", "bold"),
    "hunk": Look("key", "", "bold"),
    "added": Look("ready"),
    "removed": Look("alarm", "", "dim"),
    "added-part": Look("added-part", "", "reverse", ground=True),
    "removed-part": Look("removed-part", "", "reverse", ground=True),
    "frame": Look("frame", "", "dim"),
    "fresh": Look("fresh", "", "bold", ground=True),
    "cursor": Look("cursor", "", "reverse", ground=True),
    "cursor-faint": Look("cursor-faint", "", "underline", ground=True),
    "lit": Look("frame-lit", "bold reverse", "bold reverse"),
}
"""Every role but `session:N`. The last four are states of a row or a tab, laid over other roles."""


class Palette:
    """The styles of one theme: `style_of(role)`, remembered."""

    def __init__(self, colours: Mapping[str, str], bare: bool) -> None:
        """Args: colours: tokens and `foreground`; bare: sixteen colours at most, or none."""
        self._colours = colours
        self._bare = bare
        self._styles: dict[str, Style] = {}

    def style_of(self, role: str) -> Style:
        """The style of a role, or of several parted by blanks: the last one's colour wins.

        An unknown role is plain: a newer word must not end the screen.
        """
        style = self._styles.get(role)
        if style is None:
            style = sum(map(self._one, role.split()), start=self._one(""))
            self._styles[role] = style
        return style

    def _one(self, role: str) -> Style:
        if role.startswith("session:"):
            number = role.partition(":")[2]
            look = Look(f"session-{int(number) % SESSION_COLOURS}" if number.isdecimal() else "")
        else:
            look = LOOKS.get(role, LOOKS[""])
        attributes = dict.fromkeys((look.bare if self._bare else look.attributes).split(), True)
        named = self._colours.get(look.token, "")
        colour = Color.parse(named) if named and not (self._bare and look.ground) else None
        return Style(
            background=colour if look.ground else None,
            foreground=None if look.ground else colour,
            **attributes,  # type: ignore[arg-type]  # bold, dim, underline, reverse, strike
        )

    def content(self, spans: Spans) -> Content:
        """The spans as content for a border title or a one-line widget."""
        return Content.assemble(*((inert(text), self.style_of(role)) for text, role in spans))

    def segments(self, spans: Spans, base: RichStyle, overlay: str = "") -> list[Segment]:
        """The spans, already laid out, as segments on a base style, under a state of the row."""
        over, quiet = self.state(overlay), RichStyle.null()
        if over.reverse:  # one block: colours reversed one by one would be a patchwork
            styled = [(text, self.style_of(role).rich_style.without_color) for text, role in spans]
            return [Segment(text, base.without_color + style + over) for text, style in styled]
        return [
            Segment(
                text,
                base
                + self.style_of(role).rich_style
                + (quiet if over.underline and text.isspace() else over),
            )
            for text, role in spans
        ]

    def state(self, overlay: str) -> RichStyle:
        """What the states of a row ("cursor", "cursor-faint", "fresh"), parted by blanks, add."""
        styles = (self._one(name).rich_style for name in overlay.split())
        return sum(styles, start=RichStyle.null())


def palette_of(app: App[Any]) -> Palette:
    """The palette of the app's current theme."""
    variables = app.theme_variables
    colours = tuple(variables.get(name, "") for name in ("foreground", *TOKENS))
    return _palette(colours, app.no_color or app.native_ansi_color)


@lru_cache(maxsize=8)
def _palette(colours: tuple[str, ...], bare: bool) -> Palette:
    return Palette(dict(zip(("foreground", *TOKENS), colours, strict=True)), bare)
