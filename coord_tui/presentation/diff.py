"""A file's diff as rows to read: the head, what happened to the file in words, then the hunks.

Beside a colour stands always git's own sign. Text is cut, never broken; characters that hide
others, or turn the direction of writing, are shown.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from coord_tui.core.diff import DiffHunk, DiffLine, FileDiff
from coord_tui.core.tree import FileChange
from coord_tui.presentation.changed_parts import changed_parts
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.text import ELLIPSIS, LONGEST

HUNK = "hunk "
"""How the key of a hunk's first row begins."""
NUMBERED = 80
"""Cells from which on there is room for the numbers of lines."""
TAB = 4
STAGED = "▌"
LINK, REPOSITORY = "120000", "160000"
KINDS = {LINK: "a link", REPOSITORY: "a repository inside this one", "100755": "executable"}

_HIDING = re.compile("[\x1b\x80-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def diff_rows(diff: FileDiff, change: FileChange, width: int, shift: int = 0) -> tuple[Row, ...]:
    """The diff in words and hunks.

    Args: shift: how many characters of each line are scrolled away to the left.
    """
    facts = [
        Row(f"fact {n}", (Line((Span(f, "dim"),)),), False)
        for n, f in enumerate(said(diff, change))
    ]
    gutter = _gutter(diff, width)
    hunks = [row for n, hunk in enumerate(diff.hunks) for row in _hunk(n, hunk, gutter, shift)]
    return (*facts, *hunks, *_rest(diff))


def hunk_key(hunk: DiffHunk) -> str:
    """The key of the first row of a hunk: where it is in HEAD, which does not move."""
    return f"{HUNK}{hunk.title.split()[1]}"


def hunk_of(diff: FileDiff, key: str) -> int:
    """The position of the hunk whose first row has that key; 0: of none."""
    found = (n for n, hunk in enumerate(diff.hunks) if hunk_key(hunk) == key)
    return next(found, 0)


def said(diff: FileDiff, change: FileChange) -> tuple[str, ...]:
    """What happened to the file besides its lines; what there is to say when there are none."""
    before, after = diff.modes
    words = [
        _renamed(diff, change),
        _mode_words(before, after, change),
        "binary: there are no lines to compare" if diff.binary else "",
        f"{diff.size / 1e6:.0f} MB: too big to be compared here" if diff.size else "",
        "its lines end in CR LF" if diff.crlf else "",
        "there is no line end at the end of the file" if diff.bare_end else "",
    ]
    found = tuple(filter(None, words))
    if diff.hunks or found:
        return found
    if change.state == "U":
        return ("in conflict: one side has deleted it, or changed what it is",)
    return ("empty",) if change.state in ("?", "A") else ("its lines are those of HEAD",)


def counted(diff: FileDiff) -> Spans:
    """How many lines came and went."""
    if not diff.hunks:
        return ()
    more = "+" if diff.more else ""
    return (Span(f"+{diff.added}{more}", "added"), Span(f" −{diff.removed}{more}", "removed"))


def _renamed(diff: FileDiff, change: FileChange) -> str:
    if not change.origin:
        return ""
    verb = "copied" if change.state == "C" else "renamed"
    alike = f", {diff.alike} the same" if diff.alike else ""
    return f"{verb} from {change.origin}{alike}"


def _mode_words(before: str, after: str, change: FileChange) -> str:
    if before == after or change.state == "U":
        return ""
    if not before or not after:
        kind = KINDS.get(before or after, "")
        verb = "deleted" if not after else "a new file" if change.state == "A" else "untracked"
        return f"{verb}: {kind}" if kind else verb
    if {before, after} == {"100644", "100755"}:
        return "made executable" if after == "100755" else "not executable any more"
    return f"was {KINDS.get(before, 'a file')}, is {KINDS.get(after, 'a file')}"


def _rest(diff: FileDiff) -> list[Row]:
    words = f"{ELLIPSIS} {diff.more:,} more lines are not shown"
    return [Row("rest", (Line((Span(words, "warn"),)),), False)] if diff.more else []


class _Gutter:
    """What stands before each line: whether it is staged, and its number, where there is room."""

    def __init__(self, staged: bool, digits: int) -> None:
        self._staged, self._digits = staged, digits

    def of(self, line: DiffLine) -> Spans:
        mark = (Span(STAGED if line.staged else " ", "ok"),) if self._staged else ()
        if not self._digits:
            return mark
        return (*mark, Span(f"{line.new or line.old or '':>{self._digits}} ", "dim"))


def _gutter(diff: FileDiff, width: int) -> _Gutter:
    lines = [line for hunk in diff.hunks for line in hunk.lines]
    last = max((max(line.old, line.new) for line in lines), default=0)
    digits = max(3, len(str(last))) if width >= NUMBERED else 0
    return _Gutter(any(line.staged for line in lines), digits)


def _hunk(number: int, hunk: DiffHunk, gutter: _Gutter, shift: int) -> Iterator[Row]:
    marks, _, function = hunk.title.strip("@").partition("@@")
    title = (Span(f"@@{marks}@@", "hunk"), Span(shown(function), "strong"))
    yield Row(hunk_key(hunk), (Line(title),), False)
    for position, (line, parts) in enumerate(_with_parts(hunk.lines)):
        sign = Span(f"{line.sign} ", _role(line))
        spans = (*gutter.of(line), sign, *shifted(parts, shift))
        place = line.old or (f"+{line.new}" if line.new else f"{number}.{position}")
        key = f"line {place}"
        yield Row(key, (Line(spans),), False)


def _role(line: DiffLine) -> str:
    return "added" if line.added else "removed" if line.removed else ""


def _with_parts(lines: tuple[DiffLine, ...]) -> Iterator[tuple[DiffLine, Spans]]:
    """Each line with its text in parts, those that make it differ from its pair set off."""
    runs = [(sign, list(run)) for sign, run in groupby(lines, key=lambda line: line.sign)]
    for position, (sign, run) in enumerate(runs):
        other = {"-": position + 1, "+": position - 1}.get(sign)
        pairs: list[DiffLine] = []
        if other is not None and 0 <= other < len(runs) and {sign, runs[other][0]} == {"+", "-"}:
            pairs = runs[other][1]
        for n, line in enumerate(run):
            yield line, _parts(line, pairs[n].text if n < len(pairs) else None)


def _parts(line: DiffLine, pair: str | None) -> Spans:
    text, role = shown(line.text), _role(line)
    if pair is None:
        return (Span(text, role),)
    begin, end = changed_parts(text, shown(pair))
    spans = (
        Span(text[:begin], role),
        Span(text[begin:end], f"{role} {role}-part"),
        Span(text[end:], role),
    )
    return tuple(span for span in spans if span.text)


def shown(text: str) -> str:
    """A line of a file for a screen: tabs as blanks, what would hide something as its number."""
    cut = text if len(text) < LONGEST else text[: LONGEST - 1] + ELLIPSIS
    return _HIDING.sub(lambda found: f"‹{ord(found[0]):04X}›", cut.expandtabs(TAB))


def shifted(spans: Iterable[Span], shift: int) -> Spans:
    """The spans without their first characters."""
    left: list[Span] = []
    cut = False
    for text, role in spans:
        gone = min(shift, len(text))
        shift -= gone
        cut |= not text[:gone].isspace() and gone > 0
        if text[gone:]:
            left.append(Span(text[gone:], role))
    return (Span(ELLIPSIS, "dim"), *left) if cut else tuple(left)
