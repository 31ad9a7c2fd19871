"""The command that reads documents that people coordinate by, and writes them as a plan.

Exit codes: 0 read, and written where that was asked for; 1 nothing was written, because nobody
agreed, or not all, because some of it has to be put in by hand, or with `--check` because something
needs a person; 2 no document, or nothing in it was understood; 3 the plan could not be read or
written. What needs a person: a guess that the plan does
not say and that neither `--take` nor `--leave` names, any oddity or contradiction of the documents,
any difference from the plan, and that there is no plan.
"""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.import_run import STDOUT, Run, reading_aloud
from coord_tui.cli.output import narrate, put
from coord_tui.errors import BadInput, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coord_tui.cli.parser import Command, Parser
    from coord_tui.core.importing.reading import Item, Reading
    from coord_tui.core.plan_merge import Change
    from coord_tui.workspace.importing import Prepared

OPTIONS: tuple[tuple[str, str], ...] = (
    ("--check", "only report; exit with 1 when something is guessed, odd, contradictory or, with "
        "-o, is not in the plan; a guess that the plan says is none any more"),
    ("--yes", "ask nothing: agree to all that adds to the plan"),
    ("--take-doubtful", "take what is only guessed, too"),
    ("--review", "review it on the whole screen, the documents beside it, and write it there"),
    ("--all", "show every item with its key, and every passage, however many"),
)  # fmt: skip
NAMING: tuple[tuple[str, str], ...] = (
    (
        "--take",
        "take this item, a guess or a value that differs in the plan (may be given often); "
        "--all shows the keys",
    ),
    ("--leave", "leave this item out (may be given often)"),
)


def _arguments(parser: Parser) -> None:
    help = "documents: Markdown, CODEOWNERS, tasks as JSON Lines, a Backlog.md folder; - is stdin"
    parser.add_argument("files", nargs="+", metavar="FILE", help=help)
    help = "write the plan there (- is stdout); one that is there gets only what you agree to"
    parser.add_argument("-o", dest="output", default="", metavar="FILE", help=help)
    for name, help in OPTIONS:
        parser.add_argument(name, action="store_true", help=help)
    for name, help in NAMING:
        parser.add_argument(name, action="append", default=[], metavar="KEY", help=help)


def _import(options: Namespace) -> int:
    if options.review:
        from coord_tui.cli.import_screen import check_screen

        check_screen(options)
    _refuse_idle(options)
    with reading_aloud(options.files):
        run = _read(options)
    if not run.all.items:
        run.report(run.all, ())
        narrate("nothing in it was understood as sessions, ownership, tasks or rules")
        return BadInput.exit_code
    run.check_names()
    return _reviewed(run)


def _refuse_idle(options: Namespace) -> None:
    """Refuse what would do nothing, or its contrary. Raises: BadInput."""
    if options.yes and options.check:
        raise BadInput("--check writes nothing, so --yes does nothing: leave one out")
    if options.yes and not options.output:
        raise BadInput("--yes agrees to what is written: say where, as in -o coord.yaml")
    if both := {*options.take} & {*options.leave}:
        raise BadInput(f"{min(both)} is named with --take and with --leave: name it once")


def _read(options: Namespace) -> Run:
    from coord_tui.workspace.importing import read_documents

    return Run(options, read_documents(options.files, options.repo))


def _reviewed(run: Run) -> int:
    """Have it reviewed on the screen, in the terminal or by nobody, and written."""
    if run.options.review:
        from coord_tui.cli.import_screen import reviewed

        return reviewed(run)
    if run.asks and run.target is not None:
        from coord_tui.cli.import_asking import asked

        return asked(run, run.target)
    return _unasked(run)


def _unasked(run: Run) -> int:
    """Take what is sure and what was named, and write it where that was asked for.

    Guesses are left out of what is written; a report has them in its plan, marked.
    """
    named = {*run.options.take, *run.options.leave}
    guesses = [item for item in run.guesses() if item.key not in named]
    unasked = {item.key for item in guesses} if run.writes else set()
    left = run.documents.left_with(unasked | set(run.options.leave))
    reading = run.documents.reading(left)
    return (_checked if run.options.check else _written)(run, reading, left, guesses)


def _written(run: Run, reading: Reading, left: Collection[str], guesses: Sequence[Item]) -> int:
    """Report, write what was agreed to where that was asked for, and say so."""
    changes = run.differences(reading)
    agreed = {change.key for change in changes if run.options.yes and change.adds}
    agreed = (agreed | set(run.options.take)) - set(run.options.leave)
    prepared = run.prepared(reading, agreed)
    if run.options.output == STDOUT and prepared and not run.options.json:
        put(prepared.source.decode("utf-8").removesuffix("\n"))
        return 0
    written = run.written(prepared)
    run.report(reading, left, changes, prepared, written)
    _say_guesses(guesses, run.writes)
    return _ended(run, prepared, [one for one in changes if one.key not in agreed], written)


def _checked(run: Run, reading: Reading, left: Collection[str], guesses: Sequence[Item]) -> int:
    """Report, and write nothing."""
    lacking = run.lacks_plan()
    changes = run.missing(reading) if lacking else run.differences(reading)
    report = run.report(reading, left, changes)
    if lacking:
        narrate(f"{lacking}: all of it is missing")
    wrong = guesses or reading.warnings or report.taken_out or changes or lacking
    return Refused.exit_code if wrong else 0


def _say_guesses(guesses: Sequence[Item], left: bool) -> None:
    if guesses:
        words = f"{len(guesses)} guess{'es' * (len(guesses) != 1)}"
        words += " left out" if left else ", which nobody writes unasked"
        narrate(f"{words}: --take-doubtful takes them, --take KEY one of them")


def _ended(run: Run, prepared: Prepared | None, waiting: Sequence[Change], written: bool) -> int:
    """Say what became of it; the exit code."""
    if prepared is None:
        if not run.options.json:
            narrate("nothing was written: -o coord.yaml writes the plan")
        return 0
    if written:
        run.say_next(prepared)
    elif prepared.is_there and not waiting and not prepared.by_hand.keys:
        narrate(f"{prepared.target.name} says all of that already")
    run.say_by_hand(prepared)
    if waiting:
        narrate(_waiting_words(waiting, prepared.target.name))
    refused = prepared.by_hand.keys or (waiting and not written)
    return Refused.exit_code if refused else 0


def _waiting_words(waiting: Iterable[Change], name: str) -> str:
    """What was not agreed to, and how to."""
    adds = [change.adds for change in waiting]
    hints = [f"{sum(adds)} would be new (--yes adds them)"] * any(adds)
    hints += [f"{adds.count(False)} different (--take KEY takes one over)"] * (not all(adds))
    return f"{name} stays as it is where nobody agreed: {', '.join(hints)}"


COMMANDS: dict[str, Command] = {"import": (_arguments, _import)}
"""By its word."""
