"""Tells a table that links to a document about each session from one of whose files are whose.

`| [agent-1.md](agent-1.md) | Agent 1 |`: a document that bears somebody's name is a brief to read.
"""

from collections.abc import Sequence

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names, folded
from coord_tui.core.importing.readers.table_contents import cell_of

_DOCUMENTS = (".md", ".mdx", ".markdown", ".txt", ".rst", ".adoc", ".pdf", ".docx", ".html")
_LEAST = 2


def are_briefs(rows: Sequence[Row], who: int, where: int, names: Names) -> bool:
    """Whether each row links to one document, named after the one whom the row names."""
    pairs = [(plain(cell_of(row, who)), cell_of(row, where)) for row in rows[1:]]
    filled = [(words, cell) for words, cell in pairs if words and plain(cell)]
    return len(filled) >= _LEAST and all(_is_of(words, cell, names) for words, cell in filled)


def _is_of(words: str, cell: Runs, names: Names) -> bool:
    """Whether a cell is one link to a document that has the name in its own."""
    shown = [run for run in cell if run.text.strip()]
    one = called(words)
    if not one or len(shown) != 1 or not shown[0].link:
        return False
    document = shown[0].link.partition("#")[0].rpartition("/")[2].casefold()
    known = (folded(each) for each in (one.name, names.of(one.name)) if each)
    return document.endswith(_DOCUMENTS) and any(each in folded(document) for each in known)
