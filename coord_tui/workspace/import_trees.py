"""Gives documents that speak of files by pattern the files of the repository in which they lie.

Where there is no repository, or git does not answer, nobody knows them.
"""

from collections.abc import Iterator, Sequence
from os.path import dirname, isfile, join

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.tracked import tracked_paths
from coord_tui.core.codeowners.forge import is_codeowners
from coord_tui.core.importing.read import Source
from coord_tui.errors import CoordError


def with_trees(sources: Sequence[Source], folder: str) -> Iterator[Source]:
    """The sources, CODEOWNERS files with the tracked files; names are relative to the folder."""
    for source in sources:
        known = is_codeowners(source.name, source.text)
        yield source._replace(tree=_tree(source.name, folder)) if known else source


def _tree(name: str, folder: str) -> tuple[str, ...] | None:
    path = join(folder, name)
    try:
        layout = find_layout(dirname(path) or "." if isfile(path) else folder)
        return tracked_paths(Git.of(layout)) or None
    except CoordError:
        return None  # then it is read as for any files, which the reader says
