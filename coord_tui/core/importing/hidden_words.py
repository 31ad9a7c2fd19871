"""Finds what a line says without showing it: where its links lead, and its comments."""

import re
from collections.abc import Iterable, Iterator

from coord_tui.core.importing.markdown.blocks import Run, plain

_CODE = re.compile(r"`[^`]*`")
_COMMENT = re.compile(r"<!--+(.*?)-*-->")


def targets(runs: Iterable[Run]) -> Iterator[str]:
    """Where links lead, but for places in the document and what the link says itself."""
    for run in runs:
        says = plain((run,))
        told = says in run.link and ("/" in says or "." in says)
        if run.link and not run.link.startswith("#") and not told:
            yield run.link


def comments(lines: Iterable[str]) -> Iterator[str]:
    """What stands in comments that begin and end on a line."""
    for line in lines:
        if "<!--" in line:
            yield from (found.strip() for found in _COMMENT.findall(_CODE.sub("", line)))
