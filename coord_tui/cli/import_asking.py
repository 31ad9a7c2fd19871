"""An import with a person at the terminal: report, questions, a summary, and the last word."""

from __future__ import annotations

from coord_tui.cli.import_review import Hanging, Pressed, Quit, agrees, ask_each
from coord_tui.cli.output import harmless, narrate, put, show, width
from coord_tui.core.importing.review import needed
from coord_tui.errors import Refused
from coord_tui.presentation.import_questions import difference, doubt, follows
from coord_tui.presentation.import_report import summary
from coord_tui.presentation.text import wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coord_tui.cli.import_run import Run
    from coord_tui.core.importing.reading import Reading
    from coord_tui.core.plan_merge import Change
    from coord_tui.presentation.import_questions import Question
    from coord_tui.workspace.import_target import Target


def asked(run: Run, target: Target) -> int:
    """Show what was read, ask about what is not sure, and write what was agreed to."""
    run.report(run.all, run.options.leave)
    try:
        return _reviewed(run, target)
    except Quit:
        return _kept()
    except KeyboardInterrupt:
        put("")
        if not run.is_written:
            _kept()
        raise


def _reviewed(run: Run, target: Target) -> int:
    pressed = Pressed()
    left = run.documents.left_with(_ask_guesses(run, pressed))
    reading = run.documents.reading(left)
    changes = run.differences(reading)
    agreed = _ask_changes(run, reading, changes, target, pressed)
    prepared = run.prepared(reading, agreed)
    if prepared is not None:
        run.say_by_hand(prepared)
    put("")
    if prepared is None or prepared.is_there:
        if not changes:
            narrate(f"{target.name} says all of that already")
        return _kept() if changes else 0
    put_in = agreed.difference(prepared.by_hand.keys)
    words = _summary(reading, left, changes, put_in, target)
    show(((line, ""),) for line in wrap(words, width() or 80))
    if not agrees(f"write {target.name}?", pressed):
        return _kept()
    run.written(prepared)
    run.say_next(prepared)
    return Refused.exit_code if prepared.by_hand.keys else 0


def _kept() -> int:
    narrate("nothing was written")
    return Refused.exit_code


def _ask_guesses(run: Run, pressed: Pressed) -> set[str]:
    """The keys of what is left, once each guess was asked about."""
    named = {*run.options.take, *run.options.leave}
    guesses = [item for item in run.guesses() if item.key not in named]
    following = follows([item.key for item in guesses])
    open = [item for item in guesses if item.key not in following]
    if open:
        put(f"\n{len(open)} {'thing was' if len(open) == 1 else 'things were'} only guessed:")
    hanging = Hanging(needed(run.all.plan), run.options.leave, _words(run))
    questions = [doubt(item, run.documents.lines(item.at[0])) for item in open]
    taken = ask_each(questions, pressed, hanging)
    taken |= {key for key, task in following.items() if task in taken}
    return {item.key for item in guesses} - taken | set(run.options.leave)


def _ask_changes(
    run: Run, reading: Reading, changes: Sequence[Change], target: Target, pressed: Pressed
) -> set[str]:
    """The keys of the differences that were agreed to: those that add, then the others."""
    agreed = set(run.options.take)
    following = follows([change.key for change in changes if change.kind == "added"])
    named = agreed | set(run.options.leave) | following.keys()
    open = [change for change in changes if change.key not in named]
    new = {change.key for change in changes if change.kind == "added"}
    needs = {key: new.intersection(others) for key, others in needed(reading.plan).items()}
    hanging = Hanging(needs, new.intersection(run.options.leave), _words(run))
    for adds, words in ((True, "new for"), (False, "different in")):
        questions = [_question(run, change) for change in open if change.adds is adds]
        if questions:
            put(f"\n{len(questions)} {words} {harmless(target.name)}:")
        agreed |= ask_each(questions, pressed, hanging)
    agreed |= {key for key, task in following.items() if task in agreed}
    return agreed - set(run.options.leave)


def _words(run: Run) -> dict[str, str]:
    """What each item is called, by its key."""
    return {item.key: item.text for item in run.all.items}


def _question(run: Run, change: Change) -> Question:
    item = run.listing.by_key.get(change.key)
    return difference(change, run.listing, run.documents.lines(item.at[0]) if item else [])


def _summary(
    reading: Reading,
    left: Collection[str],
    changes: Sequence[Change],
    agreed: set[str],
    target: Target,
) -> str:
    """What would be written, in one sentence."""
    if target.found is None:
        kept = summary(item for item in reading.items if item.key not in left)
        return f"{target.name} will say: {kept}" + (f"; {len(left)} left out" if left else "")
    taken = [change.adds for change in changes if change.key in agreed]
    new, other = sum(taken), taken.count(False)
    return f"{target.name}: {new} added, {other} taken over, {len(changes) - len(taken)} left"
