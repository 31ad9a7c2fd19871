"""Reads the fields of one line: one, or several between bars."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.outline import Node


def line_fields(node: Node) -> list[Field]:
    """The fields of a line: one, or several between bars: `**Owner**: ana | **Status**: done`."""
    parts: list[list[Run]] = [[]]
    for run in node.runs:
        pieces = [run.text] if run.code else re.split(r"\s+[|·•]\s+", run.text)
        for count, piece in enumerate(pieces):
            if count:
                parts.append([])
            parts[-1].append(run._replace(text=piece))
    found = [field(_trimmed(part)) for part in parts]
    if len(parts) > 1 and all(found):
        return [each for each in found if each]
    one = field(node.runs)
    return [one] if one else []


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if run.text.strip()]
