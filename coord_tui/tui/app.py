"""The program around the screen: themes, breakpoints, style sheets, the palette."""

import os
from functools import partial

from textual.app import App

from coord_tui.tui.feed import LiveSource
from coord_tui.tui.palette import CommandProvider
from coord_tui.tui.screens.main import MainScreen
from coord_tui.tui.stylesheets import stylesheets
from coord_tui.tui.themes import THEMES, first_theme, tokens
from coord_tui.workspace.workspace import Workspace


class CoordApp(App[None]):
    """One screen over one workspace."""

    TITLE = "coord-tui"
    CSS_PATH = stylesheets()
    COMMANDS = {CommandProvider}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium"), (120, "-wide")]
    BINDINGS = []

    def __init__(self, workspace: Workspace, source: LiveSource) -> None:
        # NO_COLOR means the terminal's own colours; Textual would turn ours into greys.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.workspace = workspace
        self.source = source
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = first_theme(self.console.color_system, self.no_color)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for any theme, also one that knows nothing of them."""
        return tokens(self.current_theme)

    def get_default_screen(self) -> MainScreen:
        """The one screen there is; everything else is a dialog over it."""
        return MainScreen(self.workspace, self.source)

    def action_change_theme(self) -> None:
        """Offer our themes only: they alone are known to be legible with every role."""
        choices = [(theme.name, partial(setattr, self, "theme", theme.name)) for theme in THEMES]
        self.search_commands(choices, placeholder="a theme")

    def action_command_palette(self) -> None:
        """Open the palette; a dialog is answered or left first, for commands are about the row."""
        if isinstance(self.screen, MainScreen):
            super().action_command_palette()
