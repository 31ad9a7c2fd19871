"""One run of `import`: what was read, where it goes, and what both ways of running it share."""

from __future__ import annotations

import os
from argparse import Namespace
from itertools import chain

from coord_tui.cli.output import emit, show, width
from coord_tui.errors import BadInput, EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from coord_tui.core.importing.reading import Item, Reading
    from coord_tui.core.plan_merge import Change
    from coord_tui.presentation.import_report import Report
    from coord_tui.workspace.importing import Documents, Prepared, Target

STDOUT = STDIN = "-"


class Run:
    """The documents, read; what was asked for; and the plan that is there."""

    def __init__(self, options: Namespace, documents: Documents) -> None:
        self.options = options
        self.documents = documents
        self.all: Reading = documents.reading()
        self.asks = self._asks()
        """Whether there is a person to ask."""
        self.target = self._target()
        """Where to write; None for a report only."""

    def _asks(self) -> bool:
        from coord_tui.cli.keys import both_are_terminals

        options = self.options
        silent = options.json or options.check or options.yes or options.output == STDOUT
        return not silent and STDIN not in options.files and both_are_terminals()

    def _target(self) -> Target | None:
        """The file that was named; a person at a terminal is offered the repository's plan."""
        from coord_tui.workspace.importing import find_target

        output, folder = self.options.output, self.options.repo
        if output and output != STDOUT:
            return find_target(output, folder)
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

        known = {item.key for item in self.all.items}
        known |= {change.key for change in self.differences(self.all)}
        for key in (*self.options.take, *self.options.leave):
            if key not in known:
                raise BadInput(f"no item {key!r}: {nearest(key, known) or '--all shows them'}")

    def guesses(self) -> tuple[Item, ...]:
        """The items that are doubtful, unless all of them are to be taken."""
        from coord_tui.workspace.importing import doubtful

        return () if self.options.take_doubtful else doubtful(self.all)

    def differences(self, reading: Reading) -> tuple[Change, ...]:
        """What the reading would change in the plan that is there."""
        from coord_tui.workspace.importing import differences

        return differences(reading, self.target) if self.target else ()

    def prepared(self, reading: Reading, agreed: Container[str]) -> Prepared | None:
        """What would be written; None for a report only. Raises: as `prepare`."""
        from coord_tui.workspace.importing import Target, prepare

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
        from coord_tui.presentation import import_report

        taken_out = prepared.taken_out if prepared else sound(reading.plan)[1]
        everything = reading._replace(items=self.all.items)  # also what was left is said
        report = import_report.Report(everything, left, taken_out)
        name = self.target.name if self.target else ""
        if self.options.json:
            emit(import_report.document(report, changes, name if written else None))
            return report
        cells, all = width(), self.options.all
        lines = import_report.report_lines(report, cells, all=all)
        show(chain(lines, import_report.change_lines(changes, name, cells, all=all)))
        return report

    def say_next(self, prepared: Prepared) -> None:
        """Print that it was written, and what to do with it."""
        from coord_tui.presentation.import_report import next_lines

        if not self.options.json:
            show(next_lines(prepared.target.name, new=prepared.target.found is None))
