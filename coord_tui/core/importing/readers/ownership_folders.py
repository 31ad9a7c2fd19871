"""Gives a bare file name the folder in which a tree shows it with the same owner."""

from collections.abc import Iterable, Iterator, Sequence

from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.owners import owner_in
from coord_tui.core.importing.readers.laid_out import is_plain
from coord_tui.core.importing.readers.ownership_trees import entries, is_tree
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession


def in_folders(document: Document, said: Iterable[Said], before: Sequence[Said]) -> Iterator[Said]:
    """What is said, each file that is only named with the path at which its owner is remarked."""
    said = tuple(said)
    names = names_of(each for each in (*before, *said) if isinstance(each, SaidSession))
    shown = _shown(document, names)
    for each in said:
        if isinstance(each, SaidOwned) and "/" not in each.path:
            paths = shown.get((names.of(each.session), each.path), set())
            yield each._replace(path=next(iter(paths))) if len(paths) == 1 else each
        else:
            yield each


def _shown(document: Document, names: Names) -> dict[tuple[str, str], set[str]]:
    """By owner and file name, where trees show the file with a remark that names the owner."""
    found: dict[tuple[str, str], set[str]] = {}
    for node in document.root.walk():
        if node.kind == "fence" and is_plain(node) and is_tree(node):
            for entry in entries(node, whole=True):
                who = owner_in(entry.remark, names) if entry.remark else None
                name = entry.path.rpartition("/")[2]
                if who and name:
                    found.setdefault((names.of(who.name), name), set()).add(entry.path)
    return found
