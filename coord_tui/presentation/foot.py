"""The bottom line: the keys that do something to the row under the cursor, then those of always."""

from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.presentation.commands import COMMANDS, Subject, command
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import fit_end, inert, spans_width

ALWAYS = (
    ("screen.zoom", "zoom"),
    ("screen.help", "help"),
    ("screen.palette", "commands"),
    ("screen.quit", "quit"),
)
GO_FIRST = (
    "screen.group",
    "screen.zoom",
    "screen.palette",
    "screen.quit",
    "channel.message",
    "channel.sync",
    "screen.details",
)
"""What gives way, in this order, where there is little room; then acts on the row, last first.

How to get help goes last but for the first act.
"""
FIRST = ("channel.grant", "channel.deny")
"""What stands before all else: somebody waits for it."""
STEPS = {
    "announce": "tree.announce",
    "pull": "tree.pull",
    "edit": "tree.edit",
    "finish": "tree.finish",
}
"""The command of each step of the shared-file protocol."""
HELP = "screen.help"
OBJECT = 24
"""Cells for the words of one key."""


class Entry(NamedTuple):
    """A key, what it does to the row, and the command that it runs."""

    key: str
    words: str
    command: str
    constant: bool = False
    """Whether it has nothing to do with the row."""


def entries(board: Board, subject: Subject) -> tuple[Entry, ...]:
    """The keys for the row under the cursor, the object named, then the constant ones."""
    about = [
        Entry(keycap(one.key), fit_end(inert(words), OBJECT), one.id)
        for one in COMMANDS
        if one.key and one.means and (words := one.means(board, subject))
    ]
    next_step = STEPS.get(subject.next, "")
    about.sort(key=lambda entry: (entry.command not in FIRST, entry.command != next_step))
    groups = [("screen.group", "group")] if subject.pane == "tasks" else []
    constant = [Entry(keycap(command(id).key), w, id, True) for id, w in (*groups, *ALWAYS)]
    return (*about, *constant)


def fitting(entries: tuple[Entry, ...], width: int) -> tuple[Entry, ...]:
    """The entries that fit into `width` cells; the foot never cuts one."""
    kept = list(entries)
    going = sorted(kept, key=lambda entry: _place(entry, kept))
    while going and spans_width(spans(tuple(kept))) > width:
        kept.remove(going.pop(0))
    return tuple(kept)


def spans(entries: tuple[Entry, ...]) -> Spans:
    """The entries as one line, a bar before the constant ones."""
    line: list[Span] = []
    for position, entry in enumerate(entries):
        if position:
            first = entry.constant and not entries[position - 1].constant
            line.append(Span(" │ " if first else "  ", "dim"))
        line += [Span(entry.key, "key"), Span(f" {entry.words}", "dim")]
    return tuple(line)


def keycap(key: str) -> str:
    """A key as it is written in the foot."""
    return key.replace("ctrl+", "^")


def _place(entry: Entry, entries: list[Entry]) -> tuple[int, int]:
    """How soon an entry gives way: the smaller, the sooner."""
    position = entries.index(entry)
    if entry.command in GO_FIRST:
        return GO_FIRST.index(entry.command), 0
    if position == 0:
        return len(GO_FIRST) + 2, 0
    return len(GO_FIRST) + (entry.command == HELP), -position
