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
    alike = all(is_field(line.runs) for line in lines) or _are_pairs(lines)
    parts: list[list[Line]] = []
    for line in lines:
        new = not parts or alike or _stands_alone(line.runs, is_field)
        if new or (is_field(line.runs) and _ends(parts[-1][-1])):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _are_pairs(lines: Sequence[Line]) -> bool:
    """Whether every line of a paragraph is a few words, an arrow and more."""
    return len(lines) > 1 and all(_PAIR.match(plain(line.runs)) for line in lines)


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
