"""The command that says which working trees and branches could not be merged, and in which files.

Exit codes: 0, whatever it finds; with `--check` 1 when anything would conflict, 3 when nobody can
tell.
"""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.output import emit, show, width
from coord_tui.core.radar import Hunk, Pair, Radar
from coord_tui.errors import EnvironmentFailed, Refused
from coord_tui.presentation.conflict_report import conflict_lines, document, hunk_lines
from coord_tui.workspace.radar_now import Looked, look_now
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser

Found = dict[tuple[Pair, str], tuple[Hunk, ...]]


def _arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only these files or folders")
    parser.add_argument("--hunks", action="store_true", help="what both sides say, place by place")
    parser.add_argument(
        "--check",
        action="store_true",
        help="exit with 1 when anything would conflict, with 3 when nobody can tell",
    )


def _conflicts(options: Namespace) -> int:
    workspace = Workspace.open(options.repo, options.session)
    looked = look_now(workspace, options.paths, options.repo)
    tell_notices(workspace)
    radar = looked.radar
    hunks = _hunks(workspace, looked) if options.hunks else None
    if options.json:
        emit(document(radar, hunks, looked.unseen))
    if radar.problem:
        raise EnvironmentFailed(radar.problem)
    if not options.json:
        board, own = looked.board, workspace.layout.top
        if hunks is None:
            show(conflict_lines(radar, board, width(), own, looked.unseen))
        else:
            show(hunk_lines(radar, board, width(), hunks, own, looked.unseen))
    return _code(radar) if options.check else 0


def _hunks(workspace: Workspace, looked: Looked) -> Found:
    from coord_tui.workspace.radar import hunks

    return {
        (pair, path): hunks(workspace, pair, path)
        for pair in looked.radar.conflicts
        for path in pair.paths
    }


def _code(radar: Radar) -> int:
    if radar.conflicts:
        return Refused.exit_code
    return EnvironmentFailed.exit_code if radar.doubtful else 0


COMMANDS: dict[str, Command] = {"conflicts": (_arguments, _conflicts)}
"""By its word."""
