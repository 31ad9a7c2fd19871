"""Knows the lines that Markdown takes for more words of the point above, and people for a lead."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.markdown.inline import Line, plain


def leads(line: Line, source: Sequence[str]) -> bool:
    """Whether a line at the margin is strong, or begins with a strong label, an id or a label."""
    text = source[line.number - 1]
    if not text.startswith("**"):
        wraps = len(source[line.number - 2]) > _WRAPPED
        return not wraps and (_LABEL_LINE.fullmatch(text) or _ID_LINE.match(text)) is not None
    strong = [run.strong for run in line.runs]
    label = plain(line.runs[:1]), plain(line.runs[1:2])
    labels = label[0].endswith((":", "：")) or label[1].startswith((":", "："))
    return strong[0] and (all(strong) or labels)


def begins(line: Line, source: Sequence[str]) -> bool:
    """Whether a line behind a lead is no more words of it: it leads itself, or has a label."""
    text = source[line.number - 1]
    early = len(source[line.number - 2]) <= _WRAPPED
    return leads(line, source) or (early and _LABELLED.match(text) is not None)


_LABELLED = re.compile(r"(?![-+*>|#`])[^\W\d][^.!?;:：\s]{0,30}(?:\s[^.!?;:：\s]+)?(?:：|:\s)\s*\S")
_WRAPPED = 70
"""Letters of a line that may have been broken because it was full: what follows goes on."""
_LABEL_LINE = re.compile(r"(?![-+*>|#`])[^\W\d][^.!?;:：]{0,59}[:：]\s*")
"""Few words at the margin and a colon: `Do not touch:`."""
_ID_LINE = re.compile(
    r"[A-Z]{1,6}-?\d{1,4}(?:\s+[^\W\d_]{2,}\s+.*\b[A-Z]{1,6}-?\d{1,4}\b"
    "|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+.*[A-Z]{1,6}-?\\d{1,4}(?!\\d))"
)
"""A task that something is said of with another one: `T1 depends on T2`."""
