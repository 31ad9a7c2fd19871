"""Parts a paragraph into its sentences and finds the lines on which each of them stands."""

import re
from collections.abc import Iterator

from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.statements import Place

LONGEST_TEXT = 600
"""As many letters of a paragraph are read for what waits for what."""
ENDS = re.compile(
    r"(?<=[^\s\d])[.;。]\s+|(?:(?<=[A-Za-z]\d)|(?<=[A-Za-z]\d\d))\.\s+(?=[A-Z])|[。；]|\n"
)
_MARKS = re.compile(r"[*_`.;。；]|~~")
_MOST_LINES = 40


def sentences_of(document: Document, node: Node) -> Iterator[tuple[str, Place]]:
    """The sentences of a paragraph or point; one on a line of its own stands there only."""
    whole = document.at(node)
    source = document.lines[whole.line - 1 : min(whole.end, whole.line + _MOST_LINES)]
    bare = [_MARKS.sub("", line).strip() for line in source]
    lines = {each: number for number, each in enumerate(bare, whole.line)}
    for sentence in ENDS.split(node.words[:LONGEST_TEXT]):
        number = 0 if node.kind != "text" else lines.get(_MARKS.sub("", sentence).strip(), 0)
        yield sentence, Place(document.name, number, number) if number else whole
