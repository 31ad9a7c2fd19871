"""The command that an agent begins with."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.output import emit, show
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _arguments(parser: Parser) -> None:
    """It needs nothing more."""


def _brief(options: Namespace) -> int:
    from coord_tui.presentation.brief import brief_document, brief_lines

    workspace = Workspace.open(options.repo, options.session)
    snapshot = workspace.snapshot()
    tell_notices(workspace)
    if options.json:
        emit(brief_document(snapshot))
    else:
        show(brief_lines(snapshot))
    return 0


COMMANDS: dict[str, Command] = {"brief": (_arguments, _brief)}
