"""Gives GitLab's patterns without a `/` at the end just the files that GitLab gives them.

For GitLab `docs` is a file of that name and never a folder; in a plan it is both. Where the files
are known, a pattern that would take a folder, too, is spelled file by file, or falls away.
"""

from collections.abc import Iterator

from coord_tui.core.codeowners.parsing import Entry, Section
from coord_tui.core.codeowners.regions import Region
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.patterns import ITSELF, escape, parse

MOST = 200
"""So many files are named instead of one pattern; more would be no plan that people read."""


def for_files(section: Section, tree: Tracked) -> tuple[Section, list[tuple[int, str]]]:
    """The section as the files need it, and a line and words for each pattern that changed.

    Raises: TooLarge.
    """
    told: list[tuple[int, str]] = []
    entries = tuple(one for entry in section.entries for one in _spelled(entry, tree, told))
    return section._replace(entries=entries), told


def _spelled(entry: Entry, tree: Tracked, told: list[tuple[int, str]]) -> Iterator[Entry]:
    if not entry.bare:
        yield entry
        return
    pattern, taken = parse(entry.text), [tree.paths[at] for at in sorted(tree.files(entry.text))]
    files = [path for path in taken if pattern.reach(path) == ITSELF]
    if len(files) == len(taken):
        yield entry._replace(why="")
        return
    only = f"GitLab takes {entry.text} for files only, not for folders; "
    if len(files) > MOST:
        inside = next(path for path in taken if pattern.reach(path) != ITSELF)
        why = f"{only}a plan takes both, as {inside}"
        told.append((entry.line, why))
        yield entry._replace(why=why)
        return
    told.append((entry.line, only + _instead(entry.text, files)))
    for path in files:
        region = Region((*path.split("/"),), "leaf")
        yield entry._replace(region=region, text=escape(path), why="")


def _instead(text: str, files: list[str]) -> str:
    """What a plan says, as the pattern would take both there."""
    if not files:
        return f"there is no such file, so it decides nothing: is {text}/ meant?"
    more = f" and {len(files) - 1} more" if files[1:] else ""
    return f"a plan would take both, so it says {files[0]}{more}"
