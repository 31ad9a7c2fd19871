"""What `import` says of the plan that it writes: what changes in it, that it did, and what is next.

What differs is never cut in number; its keys are whole, as somebody may have to type them.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Literal, NamedTuple

from coord_tui.core.importing.statements import Sure
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import Change
from coord_tui.presentation.import_report import MOST, listed
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import fit_end, inert, wrap

CHANGE_SIGNS = {"added": Span("+", "ok"), "filled": Span("+", "ok"), "different": Span("≠", "warn")}

MARKED: dict[Sure, str] = {"doubtful": "? is a guess", "likely": "~ is likely"}
"""The marks in the comments of a plan."""
NOBODY_WORKS = "it names no session, and without one nobody can take a task: add who works here"


def change_lines(
    changes: Sequence[Change], name: str, width: int, *, all: bool = False
) -> Iterator[Spans]:
    """What the documents would change in a plan that is there; values that differ never cut."""
    if not changes:
        return
    adds = [change for change in changes if change.adds]
    others = [change for change in changes if not change.adds]
    rows = [_change_row(change, width) for change in adds]
    yield from listed(f"new for {inert(name)}", rows, width, None if all else MOST, yields=2)
    if others:
        yield from ((), (Span(f"different in {inert(name)}", "title"),))
    for change in others:
        yield from _differing(change, width)


def _change_row(change: Change, width: int) -> Spans:
    key = inert(change.key)
    key = fit_end(key, max(20, width // 2)) if width else key
    return (CHANGE_SIGNS[change.kind], Span(key), Span(change.then, "dim"))


def _differing(change: Change, width: int) -> Iterator[Spans]:
    """The whole key, as somebody may have to type it, and both sides."""
    lines = wrap(change.key, width - 4) if width else (inert(change.key),)
    for n, line in enumerate(lines):
        yield (Span("  "), CHANGE_SIGNS[change.kind] if n == 0 else Span(" "), Span(f" {line}"))
    for label, value in (("it says", change.now), ("import ", change.then)):
        text = inert(value)
        yield (
            Span(f"      {label}  ", "dim"),
            Span(fit_end(text, max(20, width - 15)) if width else text),
        )


class Written(NamedTuple):
    """What there is to say of a plan that was written."""

    name: str
    """Its file."""
    plan: Plan
    new: bool = True
    """Whether there was none before."""
    sure: Container[Sure] = ()
    """How sure the things are that were put into it."""
    home: Literal["top", "repository", "nowhere"] = "top"
    """Whether it lies at the top of a repository, elsewhere in one, or in none."""


def next_lines(written: Written) -> list[Spans]:
    """That a plan was written, and what to do with it."""
    did = "written" if written.new else "changed where you agreed"
    lines: list[Spans] = [
        (), (Span("✓ ", "ok"), Span(inert(written.name), "strong"), Span(f"  {did}"))
    ]  # fmt: skip
    if not written.plan.sessions:
        return [*lines, (Span("! ", "warn"), Span(NOBODY_WORKS))]
    steps = (_to_read(written), _to_check(written), _to_use(written))
    numbered = enumerate(filter(None, steps), 1)
    return [*lines, *((Span(f"{number}. {step}"),) for number, step in numbered)]


def _to_read(written: Written) -> str:
    marks = [words for sure, words in MARKED.items() if sure in written.sure]
    if marks:
        return f"read it through: before a line's number, {' and '.join(marks)}"
    return "read it through" if written.new else ""


def _to_check(written: Written) -> str:
    match written.home:
        case "top":
            return "`coord-tui doctor` checks it; commit it, so that everybody has it"
        case "repository":
            return "put it at the top of the repository as coord.yaml: it is read there only"
        case "nowhere":
            return "this is no git repository: it is read at the top of one, as coord.yaml"


def _to_use(written: Written) -> str:
    ready = "`coord-tui ready` says what can be taken; " if written.plan.tasks else ""
    return f"{ready}`coord-tui` opens the screen" if written.home == "top" else ""


def by_hand_lines(number: int, name: str, text: str) -> Iterator[Spans]:
    """What a person has to put into a plan, as it has to stand there; empty for nothing."""
    if number:
        count = "1 change" if number == 1 else f"{number} changes"
        yield ()
        yield (Span(f"to be put into {inert(name)} by hand  ", "title"), Span(count))
        for line in text.splitlines():
            yield (Span(line, "dim" if line.startswith("#") else ""),)
