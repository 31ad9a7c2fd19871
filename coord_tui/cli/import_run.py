"""One run of `import`: what was read, where it goes, and what both ways of running it share."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from threading import Timer

from coord_tui.cli.output import emit, narrate, show, width
from coord_tui.errors import BadInput, EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from coord_tui.core.importing.reading import Item, Reading
    from coord_tui.core.plan_merge import Change
    from coord_tui.presentation.import_items import Listing
    from coord_tui.presentation.import_report import Report
    from coord_tui.workspace.import_target import Target
    from coord_tui.workspace.importing import Documents, Prepared

STDOUT = STDIN = "-"
PATIENCE = 0.5
"""Seconds after which a person is told what it waits for."""


@contextmanager
def reading_aloud(names: Sequence[str]) -> Iterator[None]:
    """Within the block, tell a person at a terminal what is read when it takes its time."""
    words = ", ".join("stdin" if name == STDIN else name for name in names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    telling = Timer(PATIENCE, narrate, (f"reading {words}{more} …",))
    telling.daemon = True
    if sys.stderr is not None and sys.stderr.isatty():
        telling.start()
    try:
        yield
    except KeyboardInterrupt:
        narrate("nothing was written")
        raise
    finally:
        telling.cancel()


class Run:
    """The documents, read; what was asked for; and the plan that is there."""

    def __init__(self, options: Namespace, documents: Documents) -> None:
        self.options = options
        self.documents = documents
        self.all: Reading = documents.reading()
        self.is_written = False
        self.asks = self._asks()
        """Whether there is a person to ask."""
        self.target = self._target()
        """Where to write; None for a report only."""
        if documents.stated.own:
            self._look_for_lacks()

    def _look_for_lacks(self) -> None:
        """Have told what an export that was edited by hand no longer says."""
        from coord_tui.workspace.import_lacks import with_lacks

        self.documents = with_lacks(self.documents, self.target)
        self.all = self.documents.reading()

    def _asks(self) -> bool:
        from coord_tui.cli.keys import both_are_terminals

        options = self.options
        silent = options.json or options.check or options.yes or options.output == STDOUT
        return not silent and STDIN not in options.files and both_are_terminals()

    def _target(self) -> Target | None:
        """The file that was named; a person at a terminal is offered the repository's plan."""
        from coord_tui.workspace.import_target import find_target

        output, folder = self.options.output, self.options.repo
        if output and output != STDOUT:
            names = [source.name for source in self.documents.sources]
            return find_target(output, folder, names)
        if not self.asks:
            return None
        try:
            return find_target("", folder)
        except EnvironmentFailed:
            return None  # outside of a repository there is only the report

    @property
    def writes(self) -> bool:
        """Whether a plan is to be written somewhere, not only reported."""
        return self.target is not None or self.options.output == STDOUT

    def check_names(self) -> None:
        """Raises: BadInput when an item was named that there is not."""
        from coord_tui.core.plan_problems import nearest

        named = (*self.options.take, *self.options.leave)
        known = {item.key for item in self.all.items}
        known |= {change.key for change in self._all_changes} if named else set()
        for key in named:
            if key not in known:
                near = nearest(key, known) or "--all shows the key of each"
                raise BadInput(f"no item {key!r}: {near}")

    def guesses(self) -> tuple[Item, ...]:
        """The doubtful items that the plan does not say, unless all are to be taken."""
        return () if self.options.take_doubtful else self._open_guesses

    @cached_property
    def _open_guesses(self) -> tuple[Item, ...]:
        from coord_tui.workspace.importing import open_guesses

        return open_guesses(self.all, self.target)

    @cached_property
    def _all_changes(self) -> tuple[Change, ...]:
        """What the plan that is there does not say of all that was read."""
        return self.differences(self.all)

    @cached_property
    def listing(self) -> Listing:
        """All that was read, by its keys."""
        from coord_tui.presentation.import_items import listing_of

        return listing_of(self.all)

    def differences(self, reading: Reading) -> tuple[Change, ...]:
        """What the reading would change in the plan that is there."""
        from coord_tui.workspace.importing import differences

        return differences(reading, self.target) if self.target else ()

    def lacks_plan(self) -> str:
        """Why there is no plan where one was named; empty when there is one, or none was named."""
        if self.target is None or self.target.found is not None:
            return ""
        name = self.target.name
        return f"{name} is empty" if os.path.lexists(self.target.path) else f"there is no {name}"

    def missing(self, reading: Reading) -> tuple[Change, ...]:
        """All that it says, as what a plan that says nothing lacks."""
        from coord_tui.core.plan import Plan
        from coord_tui.core.plan_merge import changes
        from coord_tui.core.plan_soundness import sound

        return changes(Plan(), sound(reading.plan)[0])

    def prepared(self, reading: Reading, agreed: Container[str]) -> Prepared | None:
        """What would be written; None for a report only. Raises: as `prepare`."""
        from coord_tui.workspace.import_target import Target
        from coord_tui.workspace.importing import prepare

        target = self.target
        if target is None and self.options.output == STDOUT:
            target = Target(os.path.join(self.options.repo, "coord.yaml"), "stdout")
        return prepare(self.documents, reading, target, agreed) if target else None

    def written(self, prepared: Prepared | None) -> bool:
        """Write it, if there is something to write and a place; whether that was so."""
        from coord_tui.workspace.importing import write

        if prepared is None or self.target is None or prepared.is_there:
            return False
        write(prepared)
        self.is_written = True
        return True

    def report(
        self,
        reading: Reading,
        left: Collection[str],
        changes: Sequence[Change] = (),
        prepared: Prepared | None = None,
        written: bool = False,
    ) -> Report:
        """Print what was understood, and what not, as text or JSON."""
        from coord_tui.core.plan_soundness import sound
        from coord_tui.presentation.import_report import Report

        taken_out = prepared.taken_out if prepared else sound(reading.plan)[1]
        everything = reading._replace(items=self.all.items)  # also what was left is said
        report = Report(everything, left, taken_out)
        by_hand = prepared.by_hand.text if prepared else ""
        self._print(report, changes, written, by_hand)
        return report

    def _print(
        self, report: Report, changes: Sequence[Change], written: bool, by_hand: str
    ) -> None:
        from coord_tui.presentation.import_report import document, report_lines
        from coord_tui.presentation.import_target import change_lines

        name = self.target.name if self.target else ""
        if self.options.json:
            emit(document(report, changes, name if written else None, by_hand))
            return
        cells, all = width(), self.options.all
        lines = report_lines(report, cells, all=all)
        show(chain(lines, change_lines(changes, name, cells, all=all)))

    def say_next(self, prepared: Prepared) -> None:
        """Print that it was written, and what to do with it."""
        from coord_tui.presentation.import_target import Written, next_lines
        from coord_tui.workspace.import_target import home

        if not self.options.json:
            target = prepared.target
            new, place = target.found is None, home(target)
            show(next_lines(Written(target.name, prepared.plan, new, prepared.sure, place)))

    def say_by_hand(self, prepared: Prepared) -> None:
        """Print what has no place in the plan that is there, and why."""
        from coord_tui.presentation.import_target import by_hand_lines

        by_hand, name = prepared.by_hand, prepared.target.name
        if by_hand.keys:
            if not self.options.json:
                show(by_hand_lines(len(by_hand.keys), name, by_hand.text))
            number = len(by_hand.keys)
            have = "change has" if number == 1 else "changes have"
            narrate(f"{number} {have} to be put in by hand: {by_hand.why}")
