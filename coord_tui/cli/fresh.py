"""What the commands that look have in common: they ask the remote first, unless told not to."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Parser


def may_sync(parser: Parser) -> None:
    """Let the session say that what this clone knows will do."""
    parser.add_argument("--no-sync", action="store_true", help="show what this clone knows already")


def opened(options: Namespace, *, asks: bool = True) -> Workspace:
    """The workspace, which has learnt what the remote has. Raises: as `Workspace.open`."""
    workspace = Workspace.open(options.repo, options.session)
    if asks and not options.no_sync:
        from coord_tui.workspace.learning import learn_quickly

        learn_quickly(workspace)
    return workspace
