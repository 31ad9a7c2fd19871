"""Parts a paragraph into its lines where each of them is a point of its own."""

import re
from collections.abc import Callable, Sequence

from coord_tui.core.importing.markdown.blocks import Line, Run, Runs, plain

_BREAKS = ("—", "–", "- ", "→", "->")
"""What stands between a point and what is said of it."""
_PAIR = re.compile(r"\s*[@\w][^!?:：→]{0,60}?\s*(?:→|⇒|->|=>)\s*\S")
_ENDS = (".", "!", "?", "。")


def parts_of(lines: Sequence[Line], is_field: Callable[[Runs], bool]) -> list[list[Line]]:
    """The lines of a paragraph, those that make one text together."""
    alike = all(is_field(line.runs) for line in lines) or _are_pairs(lines) or _are_points(lines)
    card = bool(lines) and is_field(lines[0].runs)
    width = _width(lines)
    parts: list[list[Line]] = []
    for line in lines:
        new = not parts or alike or _stands_alone(line.runs, is_field)
        headed = bool(parts) and len(parts[-1]) == 1 and _heads(parts[-1][0], line)
        below = bool(parts) and is_field(line.runs)
        if (
            new
            or headed
            or (below and _ends(parts[-1][-1]))
            or (below and card and _is_broken_early(parts[-1][-1], line, width))
        ):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _are_pairs(lines: Sequence[Line]) -> bool:
    """Whether every line of a paragraph is a few words, an arrow and more."""
    return len(lines) > 1 and all(_PAIR.match(plain(line.runs)) for line in lines)


_POINT = re.compile(
    r"\s*(?:[\w.@*-]*/[\w./*@-]*|[\w-]+\.[a-z]{1,4}\b|\[?[A-Z]{1,6}-?\d+[a-z]?\b\]?|[□☐☑☒✓✔✗✘•▪◦·→]"
    r"|\[[ xX]\]|[\u2600-\u27bf\U0001f300-\U0001faff])"
)
"""How a point begins that no mark of a list stands before: a path, an id, a box, a sign."""
_FULL = 60
"""Letters of a line that may have been broken because it was full."""


def _are_points(lines: Sequence[Line]) -> bool:
    """Whether every line begins as a point does, and they are no sentence that was broken."""
    texts = [plain(line.runs) for line in lines]
    if len(texts) < 2 or any(text.rstrip().endswith((",", ";", "、")) for text in texts[:-1]):
        return False
    begin = all(
        line.runs and (line.runs[0].code or _POINT.match(text))
        for line, text in zip(lines, texts, strict=True)
    )
    told = all(
        line.runs[0].code and plain(line.runs[1:]).startswith(_BREAKS)
        for line in lines
        if line.runs
    )
    return begin and (told or not all(len(text) >= _FULL for text in texts[:-1]))


def _is_broken_early(line: Line, below: Line, width: int) -> bool:
    """Whether a line ends on purpose: what the next one begins with had room at its end."""
    first = _FIRST.match(plain(below.runs))
    return first is not None and _length(line) + 1 + len(first[0]) < width


def _width(lines: Sequence[Line]) -> int:
    """How long the lines of a paragraph may become before they are broken."""
    return max(_FULL, *map(_length, lines), 0)


def card_of(lines: Sequence[Line], is_field: Callable[[Runs], bool]) -> list[list[Line]]:
    """The own lines of a point and the fields below it, each with the lines that go on with it.

    A field begins on a line of its own where nothing but two fields or more stand below the first
    line, or where the line above it was broken early.
    """
    parts, width = [list(lines[:1])], _width(lines)
    alike = len(lines) > _TWO and all(is_field(line.runs) for line in lines[1:])
    for line in lines[1:]:
        early = _is_broken_early(parts[-1][-1], line, width) or _ends(parts[-1][-1])
        if is_field(line.runs) and (alike or early):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


_TWO = 2
_FIRST = re.compile(r"\s*[^\s:：]+")


def _length(line: Line) -> int:
    """How long a line is about, with the signs around what is code."""
    return sum(len(run.text) + 2 * run.code for run in line.runs)


def _heads(line: Line, below: Line) -> bool:
    """Whether a line is all strong and the one below it is not: it is a heading of it."""
    begins_strong = bool(below.runs) and below.runs[0].strong
    return all_strong(line.runs) and not begins_strong and not _ends(line)


def _ends(line: Line) -> bool:
    """Whether a sentence ends with a line, so that a field may begin below it."""
    return plain(line.runs).rstrip().endswith(_ENDS)


def _stands_alone(runs: Runs, is_field: Callable[[Runs], bool]) -> bool:
    """Whether a line of a paragraph is a field or a point of its own."""
    strong = bool(runs) and runs[0].strong
    breaks = plain(runs[1:]).startswith(_BREAKS)
    return strong and (breaks or is_field(runs) or all_strong(runs))


def all_strong(runs: Sequence[Run]) -> bool:
    """Whether everything but signs and spaces is strong; `**Needs:** —` is a field with a value."""
    if re.search(r"[:：]\W*[-–—]\s*$", plain(runs)):
        return False
    return any(run.strong for run in runs) and not any(
        not run.strong and re.search(r"\w", run.text) for run in runs
    )
