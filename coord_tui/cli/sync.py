"""The command that brings the channels of this clone and of the remote together: sync."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.output import emit, narrate, show
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.sync import sync, sync_in_turn
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _arguments(parser: Parser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing, and go if another syncs")


def _sync(options: Namespace) -> int:
    workspace = Workspace.open(options.repo, options.session)
    if options.quiet:
        sync_in_turn(workspace)
        return 0
    done = sync(workspace)
    tell_notices(workspace)
    if options.json:
        from coord_tui.presentation.syncing import document

        emit(document(workspace.plan.channel.remote, workspace.board().pending, **done._asdict()))
    else:
        from coord_tui.presentation.syncing import lines

        show(lines(workspace.plan.channel.remote, **done._asdict()))
    if done.away:
        narrate(done.away)
    return EnvironmentFailed.exit_code if done.away else 0


COMMANDS: dict[str, Command] = {"sync": (_arguments, _sync)}
