"""The command hooks: installs the guard where git and agents run it, and takes it out again."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.output import emit, narrate, show
from coord_tui.cli.parser import one_of
from coord_tui.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser
    from coord_tui.workspace.hooks import Installed


def _arguments(parser: Parser) -> None:
    acts = one_of(("install", "uninstall"), "trailers")
    parser.add_argument("act", type=acts, metavar="install|uninstall", help="also: trailers FILE")
    parser.add_argument("file", nargs="?", default="", metavar="FILE", help="a commit's message")
    help = "only in that agent's settings of this project (claude)"
    parser.add_argument("--agent", default=None, type=one_of(("claude",)), help=help)


def _hooks(options: Namespace) -> int:
    if (options.act == "trailers") != bool(options.file):
        extra = options.file or "FILE"
        what = (
            "one argument too many" if options.file else "missing: `coord-tui hooks trailers FILE`"
        )
        raise BadInput(f"{extra!r} is {what}")
    return ACTS[options.act](options)


def _install(options: Namespace) -> int:
    from coord_tui.workspace.agents import install_agent
    from coord_tui.workspace.hooks import install

    if options.agent:
        return _tell(options, install_agent(options.repo, options.agent))
    return _tell(options, install(options.repo))


def _uninstall(options: Namespace) -> int:
    from coord_tui.workspace.agents import uninstall_agent, uninstall_all

    take_out = uninstall_agent if options.agent else uninstall_all
    return _tell(options, take_out(options.repo), "nothing of coord-tui was installed here")


def _trailers(options: Namespace) -> int:
    from coord_tui.workspace.trailers import add_trailers

    added = add_trailers(options.repo, options.session, options.file)
    if options.json:
        emit({"path": options.file, "trailers": added})
    return 0


def _tell(options: Namespace, done: Installed, nothing: str = "") -> int:
    if options.json:
        emit([change._asdict() for change in done.changes])
    else:
        from coord_tui.presentation.changes import change_line

        show(change_line(*change) for change in done.changes)
    for note in done.notes or ([] if done.changes else [nothing]):
        narrate(note)
    return 0


ACTS = {"install": _install, "uninstall": _uninstall, "trailers": _trailers}

COMMANDS: dict[str, Command] = {"hooks": (_arguments, _hooks)}
