"""Knows the lines that Markdown takes for more words of the point above, and people for a lead."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.markdown.inline import Line, plain


def leads(line: Line, source: Sequence[str]) -> bool:
    """Whether a line at the margin is all strong, begins with a strong label, or is a label."""
    text = source[line.number - 1]
    if not text.startswith("**"):
        wraps = len(source[line.number - 2]) > _WRAPPED
        return not wraps and _LABEL_LINE.fullmatch(text) is not None
    strong = [run.strong for run in line.runs]
    label = plain(line.runs[:1]), plain(line.runs[1:2])
    labels = label[0].endswith((":", "：")) or label[1].startswith((":", "："))
    return strong[0] and (all(strong) or labels)


_WRAPPED = 70
"""Letters of a line that may have been broken because it was full: what follows goes on."""
_LABEL_LINE = re.compile(r"(?![-+*>|#`])[^\W\d][^.!?;:：]{0,59}[:：]\s*")
"""Few words at the margin and a colon: `Do not touch:`."""
