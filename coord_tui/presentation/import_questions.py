"""The questions of an import in a terminal: what was guessed, and what the plan says otherwise."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from coord_tui.core.importing.reading import Item
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan_merge import Change
from coord_tui.presentation.import_items import Listing, more_said
from coord_tui.presentation.import_report import place_words
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import fit_end, inert, wrap

MOST = 8
"""Lines of a document that are shown with a question."""
LONGEST = 600
"""Characters of a value that are shown with a question."""

KEYS = (
    ("y", "take it"),
    ("n", "leave it"),
    ("a", "take it and all that follow"),
    ("r", "leave it and the rest"),
    ("q", "quit, and write nothing"),
)


class Question(NamedTuple):
    """Something to be taken or left, with what a person needs to decide."""

    key: str
    title: str
    suggestion: Literal["y", "n"]
    why: str = ""
    now: str = ""
    """What the plan says."""
    then: str = ""
    """What the import says, where that is not the title."""
    places: tuple[Place, ...] = ()
    lines: Sequence[tuple[int, str]] = ()
    """The lines of the first place."""

    @property
    def prompt(self) -> str:
        """The line at the end of which a key is pressed."""
        return f"take it? [y n a r q ?, Enter: {self.suggestion}]"


def doubt(item: Item, lines: Sequence[tuple[int, str]]) -> Question:
    """Whether something that was only guessed is meant; a guess is rather left."""
    return Question(item.key, item.text, "n", item.why, places=item.at, lines=lines)


def difference(change: Change, listing: Listing, lines: Sequence[tuple[int, str]]) -> Question:
    """Whether something goes into a plan that is there; what a person wrote there rather stays."""
    item = listing.by_key.get(change.key)
    title, then = change.key, change.then
    if item is not None:
        title = item.text
        then = more_said(listing.records.get(item.key)) if change.kind == "added" else then
    suggestion: Literal["y", "n"] = "y" if change.adds else "n"
    places = item.at if item else ()
    return Question(change.key, title, suggestion, "", change.now, then, places, lines)


def follows(keys: Collection[str]) -> dict[str, str]:
    """What needs no question of its own: what is said of a task goes with that, by key."""
    return {key: task for key in keys if (task := _task_of(key)) and task in keys}


def _task_of(key: str) -> str:
    """The key of the task that a `done`, `after` or `enhances` is about; empty for other keys."""
    kind, _, rest = key.partition(":")
    return f"task:{rest.partition(':')[0]}" if kind in ("done", "after", "enhances") else ""


def asking_lines(question: Question, number: int, of: int, width: int) -> Iterator[Spans]:
    """The question with its lines, without what is pressed."""
    yield ()
    yield (Span(f"{number} of {of}  ", "dim"), Span(_cut(question.title, width, 12), "strong"))
    if question.why:
        yield (Span(f"  {_cut(question.why, width, 2)}", "dim"),)
    for label, value, role in (("it says ", question.now, ""), ("import  ", question.then, "")):
        if value:
            yield from _valued(label, value, role, width)
    if question.places:
        where = place_words(question.places[0], file=True)
        yield (Span(f"  {_cut(where, width, 2)}", "dim"),)
    for line, text in question.lines[:MOST]:
        yield (Span(f"  {line:>5} │ ", "dim"), Span(_cut(text.expandtabs(4), width, 10)))
    if len(question.lines) > MOST:
        yield (Span(f"        … {len(question.lines) - MOST} more lines", "dim"),)


def falling_lines(
    question: Question, cause: str, number: int, of: int, width: int
) -> Iterator[Spans]:
    """Instead of a question: that something is left out with what was left."""
    yield ()
    yield (Span(f"{number} of {of}  ", "dim"), Span(_cut(question.title, width, 12), "dim"))
    yield (Span(f"  {_cut(f'left, too: it needs {cause}, which was left', width, 2)}", "dim"),)


def explaining_lines(question: Question, width: int) -> Iterator[Spans]:
    """What the keys do, and everything else about the question."""
    yield from ((Span(f"  {key}", "key"), Span(f"  {words}")) for key, words in KEYS)
    others = ", ".join(place_words(place, file=True) for place in question.places[1:])
    for words in (f"also in {others}" if others else "", f"its key is {question.key}"):
        for line in wrap(words, max(20, (width or 80) - 2)):
            yield (Span(f"  {line}", "dim"),)


def _valued(label: str, value: str, role: str, width: int) -> Iterator[Spans]:
    """A value under its label, on as many lines as it takes."""
    room = max(20, (width or 80) - len(label) - 4)
    for n, line in enumerate(wrap(inert(value, LONGEST), room)):
        yield (Span(f"  {label if n == 0 else ' ' * len(label)}  ", "dim"), Span(line, role))


def _cut(text: str, width: int, used: int) -> str:
    return fit_end(inert(text), max(20, width - used)) if width else inert(text)
