"""The commands around the work itself: init, demo, whoami, doctor."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.output import emit, narrate, show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


FIELDS = ("name", "level", "message", "fix")
"""What `doctor --json` says of each thing it examined."""


def _nothing_more(parser: Parser) -> None:
    """The command takes only the options of every command."""


def _init_arguments(parser: Parser) -> None:
    help = "tell agents in AGENTS.md or CLAUDE.md which commands to use; works beside a plan, too"
    parser.add_argument("--agents", action="store_true", help=help)


def _init(options: Namespace) -> int:
    from coord_tui.presentation.changes import change_line
    from coord_tui.presentation.outcomes import init_lines
    from coord_tui.workspace.setup import Told, init, init_agents

    made, agents = init_agents(options.repo) if options.agents else Told(init(options.repo), [])
    if options.json:
        document = made._asdict() if made else {"path": None, "sessions": [], "candidates": []}
        told = {"agents": [change._asdict() for change in agents]} if options.agents else {}
        emit(document | told)
        return 0
    if made:
        show(init_lines(len(made.sessions), len(made.candidates)))
    show(change_line(*change) for change in agents)
    return 0


def _demo_arguments(parser: Parser) -> None:
    parser.add_argument("--play", action="store_true", help="a second session acts by itself")


def _demo(options: Namespace) -> int:
    from coord_tui.cli.screen import open_screen
    from coord_tui.demo.run import run

    return run(open_screen, play=options.play)


def _whoami_arguments(parser: Parser) -> None:
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="remember this name")


def _whoami(options: Namespace) -> int:
    from coord_tui.workspace.identity import store_name
    from coord_tui.workspace.workspace import Workspace

    source = "the name given" if options.name else "--as"
    workspace = Workspace.open(options.repo, options.name or options.session, source)
    if options.name:
        store_name(workspace)
        workspace.why_me = "remembered for this worktree"
    found = workspace.plan.session(workspace.me)
    role = found.role if found else ""
    if options.json:
        source = workspace.why_me
        emit({"session": workspace.me or None, "source": source, "role": role or None})
        return 0
    from coord_tui.presentation.outcomes import whoami_line

    show([whoami_line(workspace.me, role, workspace.why_me)])
    if not workspace.me:
        narrate("an observer may only read: `coord-tui whoami NAME` makes you a session")
    return 0


def _doctor(options: Namespace) -> int:
    from coord_tui.presentation.outcomes import diagnosis_lines
    from coord_tui.workspace.doctor import examine, exit_code

    found = examine(options.repo, options.session)
    if options.json:
        emit([dict(zip(FIELDS, one, strict=False)) for one in found])
    else:
        show(line for one in found for line in diagnosis_lines(*one[:4]))
    return exit_code(found)


COMMANDS: dict[str, Command] = {
    "init": (_init_arguments, _init),
    "demo": (_demo_arguments, _demo),
    "whoami": (_whoami_arguments, _whoami),
    "doctor": (_nothing_more, _doctor),
}
