"""What every program of ours on a terminal has: our themes, style sheets and breakpoints."""

import os
from functools import partial
from typing import TypeVar

from textual.app import App

from coord_tui.tui.stylesheets import stylesheets
from coord_tui.tui.themes import THEMES, first_theme, tokens

Result = TypeVar("Result")


class Themed(App[Result]):
    """An app that looks like the others."""

    TITLE = "coord-tui"
    CSS_PATH = stylesheets()
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium"), (120, "-wide")]
    BINDINGS = []

    def __init__(self) -> None:
        # NO_COLOR means the terminal's own colours; Textual would turn ours into greys.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = first_theme(self.console.color_system, self.no_color)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for any theme, also one that knows nothing of them."""
        return tokens(self.current_theme)

    def action_change_theme(self) -> None:
        """Offer our themes only: they alone are known to be legible with every role."""
        choices = [(theme.name, partial(setattr, self, "theme", theme.name)) for theme in THEMES]
        self.search_commands(choices, placeholder="a theme")
