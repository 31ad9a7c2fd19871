"""Reads documents of any known form into what they state and what they say besides.

Nothing vanishes: every line of a document either stands in a statement or in a passage that was not
read; of the lines of statements the pieces are kept, so that the plan shows what was lost. A form
is known by its file's name and content, never by whose document it is.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from coord_tui.core.codeowners.forge import is_codeowners
from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.importing.backlog import is_backlog, read_backlog
from coord_tui.core.importing.beads import is_beads, read_beads
from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.own.drawn_form import is_drawing, read_drawing
from coord_tui.core.importing.own.form import Own, is_own, outside, read_own
from coord_tui.core.importing.own.json_form import is_own_json, read_own_json
from coord_tui.core.importing.pieces import Piece, pieces_of
from coord_tui.core.importing.readers import READERS
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import Said
from coord_tui.core.importing.unread import covered_lines, unread_passages


class Source(NamedTuple):
    """A document as text, under the name by which it was given."""

    name: str
    text: str
    tree: Collection[str] | None = None
    """The files of the repository in which it lies, where it speaks of them; None: unknown."""


class Stated(NamedTuple):
    """What documents state, in their order, what was passed over, and what is odd in them."""

    said: tuple[Said, ...] = ()
    unread: tuple[Passage, ...] = ()
    warnings: tuple[Warned, ...] = ()
    own: tuple[Own, ...] = ()
    """The plans of those that `export` wrote."""
    pieces: tuple[Piece, ...] = ()
    """What stands on the lines of statements: the plan shows which of it was lost."""


def read_sources(sources: Sequence[Source]) -> Stated:
    """All that the documents state; later ones add to the earlier."""
    parts = [read_source(source) for source in sources]
    return Stated(
        tuple(said for part in parts for said in part.said),
        tuple(passage for part in parts for passage in part.unread),
        tuple(warned for part in parts for warned in part.warnings),
        tuple(own for part in parts for own in part.own),
        tuple(piece for part in parts for piece in part.pieces),
    )


def read_source(source: Source) -> Stated:
    """What one document states, by the reader of its form."""
    name, text, tree = source
    if is_codeowners(name, text):
        return Stated(*read_codeowners(name, text, tree))
    if is_beads(name, text):
        return Stated(*read_beads(name, text))
    if is_backlog(name, text):
        return Stated(*read_backlog(name, text))
    if is_own_json(text):
        return Stated(own=(read_own_json(name, text),))
    if is_drawing(text):
        return Stated(*read_drawing(name, text))
    if is_own(text):
        around = read_markdown(Source(name, outside(text)))
        return around._replace(own=(read_own(name, text),))
    return read_markdown(source)


def read_markdown(source: Source) -> Stated:
    """What a Markdown document states; each reader knows what the earlier ones found."""
    document = outline(source.name, source.text)
    said: list[Said] = []
    for reader in READERS:
        said += list(reader(document, said))
    covered = covered_lines(document, said)
    pieces = pieces_of(document, covered)
    return Stated(tuple(said), unread_passages(document, covered), pieces=pieces)
