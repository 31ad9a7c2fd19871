"""What the rows of the working trees are made of: keys, ends that fit, facts that flow.

No word is cut while there are fewer words that fit: the right edge says the same shorter, and what
it left out stands on a line below.
"""

from collections.abc import Iterable, Sequence

from coord_tui.core.standing import Standing
from coord_tui.core.tree import FileChange
from coord_tui.presentation import symbols
from coord_tui.presentation.file_words import Word
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert, spans_width, wrap

APART = "\0"
"""In a key, between its parts; no path holds it."""
BOTH = f"{APART}both{APART}"
"""What the keys of collisions begin with."""
INDENT = "   "
LETTERS = {"M": "warn", "A": "ok", "?": "dim", "D": "warn", "R": "warn", "C": "ok", "U": "alarm"}


def two_ended(left: Spans, rights: Sequence[Spans], width: int) -> Line:
    """The left end, and the first of the right ones that fits beside it; 0: everything fits.

    Before it comes to a third one, the left end gives way, down to a third of the width.
    """
    whole = spans_width(left)
    tried = [(whole, right) for right in rights[:2]]
    tried += [(min(whole, width // 3), right) for right in rights]
    fitting = (right for taken, right in tried if taken + 1 + spans_width(right) <= width)
    return Line(left, next(fitting, rights[-1]) if width else rights[0], "middle")


def word_lines(left: Spans, word: Word, width: int) -> tuple[Line, ...]:
    """The left end with a word at the right edge, and below it what else the word says."""
    short = word.short or word.text
    rights = [(Span(text, word.role),) for text in (word.text, short)]
    first = two_ended(left, rights, width)
    rest = word.text.removeprefix(short).strip(" ,") if first.right != rights[0] else ""
    below = [(rest, word.role)] if rest and word.text.startswith(short) else []
    below += [(text, "warn") for text in word.notes]
    return (first, *(line for text, role in below for line in note_lines(text, width, role)))


def note_lines(text: str, width: int, role: str = "dim", indent: str = INDENT) -> tuple[Line, ...]:
    """What stands under a row, broken at blanks where it must be."""
    parts = wrap(text, width - len(indent)) if width > len(indent) else (inert(text),)
    return tuple(Line((Span(indent), Span(part, role))) for part in parts)


def file_spans(change: FileChange, role: str) -> Spans:
    """A changed file: git's letter, its path, and where it came from."""
    state = Span(inert(change.state), f"strong {LETTERS.get(change.state, 'warn')}")
    origin = (Span(f" from {inert(change.origin)}", "dim"),) if change.origin else ()
    return (state, Span("  "), Span(inert(change.path), role), *origin)


def still_spans(sign: Span, path: str, role: str) -> Spans:
    """A file with a sign in place of git's letter."""
    return (sign, Span("  "), Span(inert(path), role))


def path_role(standing: Standing, names: Names) -> str:
    """The colour of a path: its owner's, or that of what is shared."""
    if standing.kind == "shared":
        return "shared"
    return names.role(standing.owner) if standing.owner else ""


def flow(facts: Iterable[Spans], width: int) -> list[Spans]:
    """Facts with points between them on as many lines as they need; none is broken.

    Lines after the first are indented. 0: all on one line.
    """
    point, lines = Span(f" {symbols.POINT} ", "dim"), list[Spans]()
    for fact in facts:
        together = (*lines[-1], point, *fact) if lines else fact
        if not lines or (width and spans_width(together) > width):
            lines.append((Span(INDENT), *fact) if lines else fact)
        else:
            lines[-1] = together
    return lines


def note(name: str, words: str, width: int) -> Row:
    """Words in place of rows, over which the cursor passes."""
    return Row(f"{APART}{name}", note_lines(words, width, indent=""), selectable=False)
