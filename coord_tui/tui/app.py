"""The program around the screen: the workspace, where it is read from, the palette."""

from coord_tui.tui.feed import LiveSource
from coord_tui.tui.palette import CommandProvider
from coord_tui.tui.screens.main import MainScreen
from coord_tui.tui.themed import Themed
from coord_tui.workspace.workspace import Workspace


class CoordApp(Themed[None]):
    """One screen over one workspace."""

    COMMANDS = {CommandProvider}

    def __init__(self, workspace: Workspace, source: LiveSource) -> None:
        super().__init__()
        self.workspace = workspace
        self.source = source

    def get_default_screen(self) -> MainScreen:
        """The one screen there is; everything else is a dialog over it."""
        return MainScreen(self.workspace, self.source)

    def action_command_palette(self) -> None:
        """Open the palette; a dialog is answered or left first, for commands are about the row."""
        if isinstance(self.screen, MainScreen):
            super().action_command_palette()
