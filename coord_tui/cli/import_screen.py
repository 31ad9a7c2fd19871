"""An import that is reviewed on the whole screen: opens it, and says what became of it."""

from __future__ import annotations

from coord_tui.cli.import_run import STDIN, STDOUT
from coord_tui.cli.output import narrate
from coord_tui.errors import BadInput, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from coord_tui.cli.import_run import Run
    from coord_tui.core.importing.review import Review
    from coord_tui.presentation.import_changes import Choices
    from coord_tui.workspace.import_target import Target


def check_screen(options: Namespace) -> None:
    """Raises: BadInput when what was asked for leaves nobody to review it, or nothing to write."""
    others = ("json", "check", "yes")
    named = next((f"--{name}" for name in others if getattr(options, name)), "")
    named = named or ("-o -" if options.output == STDOUT else "")
    named = named or ("-" if STDIN in options.files else "")
    if named:
        raise BadInput(f"--review asks a person at the screen: leave {named} out")


def reviewed(run: Run) -> int:
    """Have a person review it, and say what was written."""
    from coord_tui.cli.screen import open_review
    from coord_tui.workspace.import_target import find_target

    target = run.target or find_target(run.options.output, run.options.repo)
    prepared = open_review(run.documents, _begun(run, target), target, _agreed(run))
    if prepared is None:
        narrate("nothing was written")
        return Refused.exit_code
    if prepared.is_there:
        narrate(f"{target.name} stays as it is: there was nothing to change")
    else:
        run.say_next(prepared)
    run.say_by_hand(prepared)
    return Refused.exit_code if prepared.by_hand.keys else 0


def _begun(run: Run, target: Target) -> Review:
    """The review with what the options decide already."""
    from coord_tui.workspace.importing import begun, doubtful

    known = {item.key for item in run.all.items}
    guesses = {item.key for item in doubtful(run.all)}
    taken = guesses if run.options.take_doubtful else guesses & {*run.options.take}
    return begun(run.all, target).take(*taken).leave(*(known & {*run.options.leave}))


def _agreed(run: Run) -> Choices:
    """What the options decide about values that differ in the plan."""
    from coord_tui.presentation.import_changes import Choices

    take, leave = frozenset(run.options.take), frozenset(run.options.leave)
    return Choices(agreed=take - leave, decided=take | leave)
