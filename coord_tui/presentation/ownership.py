"""Whose every tracked file is, as a tree of folders; only the rows that are open are ever made.

An index of the folders is built once for the tracked paths; rows are made from it, so that a
hundred thousand files cost no more than what is on the screen.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coord_tui.core.board import Board, Hold, age
from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.times import span
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert
from coord_tui.presentation.tree import requested

Label = tuple[str, str]
"""Kind and owner of a path, as the ownership has them: `("owned", "senior")`."""

TOP = ""
"""The folder of everything; all others end with `/`."""
SENSIBLE = 30
"""Rows up to which folders stand open at first."""


class FolderIndex(NamedTuple):
    """The folders of the tracked paths, and to whom the files in each belong."""

    files: Mapping[str, tuple[str, ...]]
    """By folder: the paths of the files in it."""
    folders: Mapping[str, tuple[str, ...]]
    """By folder: the folders in it; those that hold nothing but one folder are joined to it."""
    labels: Mapping[str, frozenset[Label]]
    """By folder: whose the files in it and below are."""


def folder_index(tracked: Iterable[str], ownership: Ownership) -> FolderIndex:
    """The index of these paths; build it again when they or the ownership change."""
    files: dict[str, list[str]] = {TOP: []}
    labels: dict[str, set[Label]] = {TOP: set()}
    owner_of = ownership.owner_of
    for path in tracked:
        folder = path[: path.rfind("/") + 1]
        if folder not in files:
            files[folder], labels[folder] = [], set()
        files[folder].append(path)
        verdict = owner_of(path)
        labels[folder].add((verdict.kind, verdict.owner))
    inner = _folders(files, labels)
    return FolderIndex(
        {folder: tuple(paths) for folder, paths in files.items()},
        {
            folder: tuple(_joined(one, inner, files) for one in found)
            for folder, found in inner.items()
        },
        {folder: frozenset(found) for folder, found in labels.items()},
    )


def _folders(
    files: Mapping[str, list[str]], labels: dict[str, set[Label]]
) -> dict[str, dict[str, None]]:
    """The folders in each folder; what is known of a folder's files goes up to all above it."""
    folders: dict[str, dict[str, None]] = {}
    for start in list(files):
        folder, found = start, labels[start]
        while folder:
            parent = folder[: folder.rfind("/", 0, -1) + 1]
            folders.setdefault(parent, {})[folder] = None
            labels.setdefault(parent, set()).update(found)
            folder = parent
    return folders


def _joined(
    folder: str, folders: Mapping[str, dict[str, None]], files: Mapping[str, list[str]]
) -> str:
    while folder not in files and len(folders[folder]) == 1:
        folder = next(iter(folders[folder]))
    return folder


def default_open(index: FolderIndex, most: int = SENSIBLE) -> frozenset[str]:
    """The folders to open at first: mixed ones, from the top, until there are `most` rows."""
    opened: set[str] = set()
    rows, waiting = _size(index, TOP), list(index.folders.get(TOP, ()))
    for folder in waiting:
        size = _size(index, folder)
        if len(index.labels[folder]) > 1 and rows + size <= most:
            opened.add(folder)
            rows += size
            waiting += index.folders.get(folder, ())  # after all that are higher up
    return frozenset(opened)


def _size(index: FolderIndex, folder: str) -> int:
    return len(index.folders.get(folder, ())) + len(index.files.get(folder, ()))


def rows(index: FolderIndex, snapshot: Snapshot, opened: frozenset[str]) -> tuple[Row, ...]:
    """One row for each folder and file that shows: folders first, each by name.

    The key is the path; a folder's ends with `/`.
    """
    shown = list(_shown(index, TOP, opened, 0))
    if not shown:
        return (Row(" ", (Line((Span("git tracks no file here yet", "dim"),)),), False),)
    files = [path for path, _, _ in shown if not path.endswith("/")]
    look = _Look(
        index,
        snapshot.board,
        opened,
        {found.path: found for found in standings(files, snapshot.board, snapshot.ownership)},
        _with_folders(change.path for tree in snapshot.worktrees for change in tree.changes),
    )
    return tuple(Row(path, (look.line(path, name, depth),)) for path, name, depth in shown)


def _shown(
    index: FolderIndex, folder: str, opened: frozenset[str], depth: int
) -> Iterator[tuple[str, str, int]]:
    """Path, name and depth of what shows in a folder, in order."""
    for inner in sorted(index.folders.get(folder, ()), key=_by_name):
        yield inner, inner[len(folder) :], depth
        if inner in opened:
            yield from _shown(index, inner, opened, depth + 1)
    for path in sorted(index.files.get(folder, ()), key=_by_name):
        yield path, path[len(folder) :], depth


def _by_name(path: str) -> tuple[str, str]:
    return path.lower(), path


def _with_folders(paths: Iterable[str]) -> set[str]:
    """The paths and every folder above them."""
    found: set[str] = set()
    for path in paths:
        while path and path not in found:
            found.add(path)
            path = path[: path.rfind("/", 0, -1) + 1]
    return found


class _Look:
    """How the rows of one snapshot look."""

    def __init__(
        self,
        index: FolderIndex,
        board: Board,
        opened: frozenset[str],
        standings: Mapping[str, Standing],
        changed: set[str],
    ) -> None:
        self.index, self.board, self.opened = index, board, opened
        self.standings, self.changed = standings, changed
        self.names = Names(board)

    def line(self, path: str, name: str, depth: int) -> Line:
        label, hold = self._label(path), self._hold(path)
        role = self._role(label)
        sign = symbols.SHARED if label[0] == "shared" else " "
        if path.endswith("/"):
            sign = symbols.OPEN if path in self.opened else symbols.CLOSED
        spans = [Span(f"{'  ' * depth}{sign} {inert(name)}", role)]
        if path in self.changed and path not in self.opened:
            spans.append(Span(f" {symbols.CHANGED}", "warn"))
        word = None if path.endswith("/") else requested(self.standings[path], self.board)
        right = (Span(word.text, word.role),) if word and not hold else self._who(label, hold)
        return Line(tuple(spans), right, "middle")

    def _label(self, path: str) -> Label:
        if not path.endswith("/"):
            found = self.standings[path]
            shared = found.kind == "shared"
            return (
                ("shared", "") if shared else ("owned" if found.owner else "unowned", found.owner)
            )
        labels = self.index.labels[path]
        return next(iter(labels)) if len(labels) == 1 else ("mixed", "")

    def _hold(self, path: str) -> Hold | None:
        """The hold by which somebody is in the file, or in a closed folder."""
        if not path.endswith("/"):
            return self.standings[path].held or self.standings[path].own
        if path in self.opened:
            return None
        others = (h for h in self.board.holds if h.reservation.session != self.board.me)
        inside = (h for h in others if h.reservation.shown.startswith(path))
        return next((h for h in inside if h.reservation.exclusive), None)

    def _role(self, label: Label) -> str:
        kind, owner = label
        return {"owned": self.names.role(owner), "shared": "shared"}.get(kind, "")

    def _who(self, label: Label, hold: Hold | None) -> Spans:
        kind, owner = label
        if hold is not None:
            return self._is_in(hold)
        if kind == "owned":
            return (self.names.span(owner),)
        return (
            Span(kind, "shared" if kind == "shared" else "mixed" if kind == "mixed" else "dim"),
        )

    def _is_in(self, hold: Hold) -> Spans:
        session = hold.reservation.session
        who = "you are" if session == self.board.me else f"{inert(session)} is"
        since = span(age(self.board, hold.reservation.at))
        words = f"{who} in it {symbols.POINT} {since}"
        return (Span(words, self.names.role(session, "strong")),)


def edge(board: Board) -> Spans:
    """How many patterns of the plan each session has, and how many are shared."""
    names = Names(board)
    counts: dict[str, int] = {}
    for owned in board.plan.ownership:
        counts[owned.session] = counts.get(owned.session, 0) + 1
    parts = [(names.span(session), number) for session, number in counts.items()]
    if board.plan.shared:
        parts.append((Span("shared", "shared"), len(board.plan.shared)))
    spans: list[Span] = []
    for who, number in parts:
        spans += [Span(f" {symbols.POINT} ", "dim")] if spans else []
        spans += [who, Span(f" {number}", "dim")]
    return tuple(spans)
