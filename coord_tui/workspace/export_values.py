"""What an export is told, where it goes, what became of it, and the words for what was edited."""

from __future__ import annotations

from typing import NamedTuple

from coord_tui.core.exporting.formats import Dialect, Format
from coord_tui.core.plan import Plan
from coord_tui.core.shell import word
from coord_tui.errors import Refused
from coord_tui.workspace.export_by_hand import Edits
from coord_tui.workspace.places import PLAN


class Today(NamedTuple):
    """The plan as an export tells it."""

    plan: Plan
    known: bool = True
    """Whether the channel is known here; if not, the plan is all that there is."""
    planned: Plan | None = None
    """What coord.yaml says; None: the same."""


class Target(NamedTuple):
    """Where an export goes."""

    path: str
    """Absolute."""
    shown: str
    """As it was given."""
    format: Format
    into: bool = False
    """As a block among other things, instead of the whole file."""
    dialect: Dialect = "github"


class Kept(NamedTuple):
    """What became of the file, or would."""

    change: str
    """`written`, `refreshed`, `unchanged`; of a look `fresh`, `stale`, `edited` or `missing`."""
    problems: tuple[str, ...] = ()
    line: int = 0
    """The first line of the file that is not as it should be; 0: there is none."""
    today: str = ""
    """What should stand there."""
    note: str = ""
    edited_lines: tuple[int, ...] = ()
    """Those that export did not write."""
    taken_out: tuple[str, ...] = ()
    """What somebody took out by hand."""
    known: bool = True
    """Whether the channel, as far as the form tells of it, is known here."""


class EditedByHand(Refused):
    """An export would undo what somebody wrote by hand."""

    def __init__(self, target: Target, kept: Kept) -> None:
        super().__init__(edited(target, kept.line, kept.note))
        self.kept = kept


def edited(target: Target, line: int, told: str) -> str:
    """That a file was edited by hand, and what else is told of that."""
    return f"{target.shown}:{line}: edited by hand: {told}"


def told(target: Target, edits: Edits) -> str:
    """What was edited, and what to do about it."""
    ways = []
    read = target.format in ("markdown", "codeowners")
    if read and set(edits.lines) - set(edits.unread):
        ways = [f"`{_import(target, edits)}` takes over what was written"]
    if edits.unread:
        says, has = ("says", "has") if len(edits.unread) == 1 else ("say", "have")
        where = edits.numbered(edits.unread)
        ways += [f"{where} {says} nothing that a plan can say and {has} to stand elsewhere"]
    if edits.gone and read:
        ways += [f"what is to go has to go from {PLAN} too"]
    if edits.moved and target.format == "markdown":
        ways += [f"an order that is meant has to be that of {PLAN} too"]
    return f"{edits.words()}: {'; '.join([*ways, '--force undoes it'])}"


def _import(target: Target, edits: Edits) -> str:
    """The command that takes edits over; what differs is named, as nobody asks an agent."""
    takes = (f"--take {word(key)}" for key in edits.differing)
    return " ".join(("coord-tui import", word(target.shown), f"-o {PLAN}", *takes))
