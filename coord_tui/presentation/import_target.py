"""What `import` says of the plan that it writes: what changes in it, that it did, and what is next.

What differs is never cut in number; its keys are whole, as somebody may have to type them.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.plan_merge import Change
from coord_tui.presentation.import_report import MOST, listed
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import fit_end, inert, wrap

CHANGE_SIGNS = {"added": Span("+", "ok"), "filled": Span("+", "ok"), "different": Span("≠", "warn")}


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


def next_lines(name: str, *, new: bool) -> list[Spans]:
    """That a plan was written, and what to do with it."""
    did = "written" if new else "changed where you agreed"
    return [
        (),
        (Span("✓ ", "ok"), Span(inert(name), "strong"), Span(f"  {did}")),
        (Span("1. read it through: what was guessed has a ? before its line's number"),),
        (Span("2. `coord-tui doctor` checks it; commit it, so that everybody has it"),),
        (Span("3. `coord-tui ready` says what can be taken; `coord-tui` opens the screen"),),
    ]
