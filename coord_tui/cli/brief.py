"""The command that an agent begins with."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.fresh import may_sync, opened
from coord_tui.cli.output import emit, show
from coord_tui.workspace.running import tell_of_doubles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command


def _brief(options: Namespace) -> int:
    from coord_tui.presentation.brief import brief_lines
    from coord_tui.presentation.brief_document import brief_document

    workspace = opened(options)
    tell_of_doubles(workspace, "brief")
    snapshot = workspace.snapshot()
    tell_notices(workspace, snapshot.notices)
    if options.json:
        emit(brief_document(snapshot))
    else:
        show(brief_lines(snapshot))
    return 0


COMMANDS: dict[str, Command] = {"brief": (may_sync, _brief)}
