"""Says where in the text of a `coord.yaml` each of its keys and values stands."""

from collections.abc import Iterator
from typing import Any

import yaml

from coord_tui.core.yaml_marks import Marked


def read_marks(text: str) -> Marked:
    """The document as nodes with their places.

    Args:
        text: a plan that could be read, so sound YAML, without a byte order mark.

    Raises:
        yaml.YAMLError: when it is not.
    """
    events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.SafeLoader))
    first: Any = next(event for event in events if isinstance(event, yaml.NodeEvent))
    return _node(first, events, text)


def _node(event: Any, events: Iterator[Any], text: str) -> Marked:  # noqa: ANN401 - no types
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.AliasEvent):
        return Marked("alias", start, end)
    if isinstance(event, yaml.ScalarEvent):
        if event.style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        return Marked("scalar", start, end, event.value, event.style or "")
    inside = []
    while not isinstance(following := next(events), yaml.CollectionEndEvent):
        inside.append(_node(following, events, text))
    closing: Any = following
    style = "{" if event.flow_style else ""
    end = closing.end_mark.index if style else inside[-1].end if inside else start
    if isinstance(event, yaml.SequenceStartEvent):
        return Marked("sequence", start, end, style=style, items=tuple(inside))
    pairs = tuple(zip(inside[::2], inside[1::2], strict=True))
    return Marked("mapping", start, end, style=style, pairs=pairs)
