"""What every command that writes has in common: open, act, say what became of each target."""

from __future__ import annotations

from argparse import BooleanOptionalAction, Namespace
from collections.abc import Callable, Sequence

from coord_tui.cli.output import emit, narrate, show
from coord_tui.errors import CoordError, Refused
from coord_tui.presentation.outcomes import accepted_line
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Parser

Act = Callable[[Workspace], list[Outcome]]


def act(options: Namespace, targets: Sequence[str], action: Act) -> int:
    """Do it and say what became of it; the exit code: 1 if the rules refused any target.

    With `--json` an act that failed as a whole is told as an outcome for each of `targets` too.
    """
    try:
        workspace = Workspace.open(options.repo, options.session)
        workspace.patience = workspace.plan.channel.wait if options.wait else 0
        outcomes = action(workspace)
    except CoordError as error:
        if not options.json:
            raise
        _emit([Outcome(target, accepted=False, reason=str(error)) for target in targets])
        if isinstance(error, Refused):
            return error.exit_code
        raise
    if not options.wait and any(outcome.accepted for outcome in outcomes):
        from coord_tui.workspace.sending import send_later

        send_later(workspace)
    tell_notices(workspace)
    _tell(outcomes, options.json)
    return 0 if all(outcome.accepted for outcome in outcomes) else Refused.exit_code


def may_wait(parser: Parser, *, usually: bool) -> None:
    """Let the session say whether to wait until the remote has it."""
    parser.add_argument(
        "--wait",
        action=BooleanOptionalAction,
        default=usually,
        help=f"for the remote to confirm (default: {'yes' if usually else 'no, it is sent later'})",
    )


def tell_notices(workspace: Workspace, told: Sequence[str] = ()) -> None:
    """Narrate what the workspace wants the session to know; after what it `told` with a reading."""
    for notice in (*told, *workspace.told()):
        narrate(notice)


def _tell(outcomes: list[Outcome], as_json: bool) -> None:
    if as_json:
        _emit(outcomes)
        return
    for outcome in outcomes:
        if outcome.accepted and outcome.event:
            line = accepted_line(outcome.target, outcome.event, outcome.note, outcome.confirmed)
            show([line])
        else:
            narrate(outcome.reason)


def _emit(outcomes: list[Outcome]) -> None:
    from coord_tui.presentation import documents

    emit([documents.outcome(**outcome._asdict()) for outcome in outcomes])
