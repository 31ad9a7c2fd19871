"""The help screen: every key, what can be done elsewhere, and what the words mean."""

from collections.abc import Iterable

from coord_tui.presentation.commands import COMMANDS, Command
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.foot import keycap
from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.presentation.text import wrap

GLOSSARY = (
    ("session", "a person or an agent at work in this repository, known by a name"),
    ("plan", "the file coord.yaml: who owns what, what is shared, which tasks there are"),
    ("group", "a round or phase of the plan; one of them is current"),
    ("channel", "where every session reads what the others did, announced and said"),
    ("event", "one line of the channel: somebody, a moment, something that happened"),
    ("board", "where everything stands now, worked out from plan and channel"),
    ("claim", "a session has a task: nobody else takes it, nor its files"),
    ("stale", "a claim whose holder was silent for long: it may be taken over"),
    ("reservation", "a session holds a path for a while; announcing a shared file makes one"),
    ("request, grant", "asking a file's owner for leave to edit it, and the owner's yes"),
    ("standing", "what a file is to you: yours, shared, theirs, unowned, or in somebody's hands"),
    (
        "steps",
        "of a shared file: announce, pull, edit, finish; the next one is the foot's first key",
    ),
    ("skipped", "a step that was passed over: it is named, and nothing else comes of it"),
    ("pull before editing", "somebody pushed the file, and your branch does not have that yet"),
    ("collision", "a file that is changed in two working trees"),
    ("conflict to come", "two places that git could not merge, found before anybody merges them"),
    ("pending, confirmed", "an event that is only in this clone, and one that the remote has too"),
    ("withdrawn", "an event that lost to another's, which the remote had first"),
    ("local", "events stay in this clone: there is no remote, or it was never asked"),
    ("away", "the remote does not answer: what you do is sent when it does"),
)

IN_A_DIFF = (
    ("n N", "the next change, the one before"),
    ("→ ←", "long lines to the side, and back"),
    ("e", "open the file there in your editor"),
    ("i", "everything about the file"),
)

SIGNS = (
    ("⇄", "shared: announce an edit before you make it"),
    ("⇆", "changed in two working trees: agree before one of you commits"),
    ("●", "changed, or something inside is; beside a name: was here lately (○ was not)"),
    ("✓ ✓✓", "pending, confirmed; beside a task: done (✗ dropped)"),
    ("⚠", "look twice: a conflict to come, another's email, or one name used twice"),
    ("↑ ↓", "commits that you have to push, to pull"),
    ("▌", "in a diff: staged, where only a part of the changes is"),
)

KEYS, WORDS = 16, 20
"""Cells for keys and signs, and for words that are explained."""


def lines(width: int = 80) -> tuple[Line, ...]:
    """The help text, in lines of at most `width` cells."""
    keys = [c for c in COMMANDS if c.key]
    named = [c for c in COMMANDS if c.name and not c.key]
    return (
        *_section("Keys", [(keycap(c.key), _key_help(c)) for c in keys], KEYS, "key", width),
        *_section("In a diff", IN_A_DIFF, KEYS, "key", width),
        *_section("Signs", SIGNS, KEYS, "", width),
        *_section("Words", GLOSSARY, WORDS, "strong", width),
        *_section("On the command line", [(c.name, c.help) for c in named], WORDS, "strong", width),
    )[1:]


def help_rows(width: int = 80) -> tuple[Row, ...]:
    """The help text as rows."""
    return as_rows(lines(width))


def _key_help(one: Command) -> str:
    return f"{one.help} (coord-tui {one.name})" if one.name else one.help


def _section(
    heading: str, pairs: Iterable[tuple[str, str]], column: int, role: str, width: int
) -> list[Line]:
    """An empty line, the heading, then name and meaning side by side."""
    listed = [Line(), Line((Span(heading, "strong title"),))]
    for name, meaning in pairs:
        for number, part in enumerate(wrap(meaning, max(16, width - column))):
            start = Span((name if number == 0 else "").ljust(column), role)
            listed.append(Line((start, Span(part))))
    return listed
