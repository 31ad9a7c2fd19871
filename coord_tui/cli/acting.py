"""What every command that writes has in common: open, act, say what became of each target."""

from argparse import Namespace
from collections.abc import Callable, Sequence

from coord_tui.cli.output import emit, narrate, show
from coord_tui.errors import CoordError, Refused
from coord_tui.presentation.outcomes import accepted_line
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.workspace import Workspace

Act = Callable[[Workspace], list[Outcome]]


def act(options: Namespace, targets: Sequence[str], action: Act) -> int:
    """Do it and say what became of it; the exit code: 1 if the rules refused any target.

    With `--json` an act that failed as a whole is told as an outcome for each of `targets` too.
    """
    try:
        workspace = Workspace.open(options.repo, options.session)
        outcomes = action(workspace)
    except CoordError as error:
        if not options.json:
            raise
        _emit([Outcome(target, accepted=False, reason=str(error)) for target in targets])
        if isinstance(error, Refused):
            return error.exit_code
        raise
    tell_notices(workspace)
    _tell(outcomes, options.json)
    return 0 if all(outcome.accepted for outcome in outcomes) else Refused.exit_code


def tell_notices(workspace: Workspace) -> None:
    """Narrate what the workspace wants the user to know beside the result."""
    for notice in workspace.told():
        narrate(notice)


def _tell(outcomes: list[Outcome], as_json: bool) -> None:
    if as_json:
        _emit(outcomes)
        return
    for outcome in outcomes:
        if outcome.accepted and outcome.event:
            show([accepted_line(outcome.target, outcome.event, outcome.note)])
        else:
            narrate(outcome.reason)


def _emit(outcomes: list[Outcome]) -> None:
    from coord_tui.presentation import documents

    emit([documents.outcome(**outcome._asdict()) for outcome in outcomes])
