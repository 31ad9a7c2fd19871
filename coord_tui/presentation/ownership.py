"""Whose every tracked file is, as a tree of folders; only the rows that are open are ever made."""

from collections.abc import Iterable, Iterator, Mapping

from coord_tui.core.board import Board, Hold, age
from coord_tui.core.protocol import Progress, underway
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.times import span
from coord_tui.core.tree import Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.both import colliding
from coord_tui.presentation.file_words import pull_words, requested, unmerged_words
from coord_tui.presentation.folders import TOP, FolderIndex, Label
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.steps import whose_step
from coord_tui.presentation.text import inert


def rows(index: FolderIndex, snapshot: Snapshot, opened: frozenset[str]) -> tuple[Row, ...]:
    """One row for each folder and file that shows: folders first, each by name.

    The key is the path; a folder's ends with `/`.
    """
    shown = list(_shown(index, TOP, opened, 0))
    if not shown:
        return (Row(" ", (Line((Span("git tracks no file here yet", "dim"),)),), False),)
    files = [path for path, _, _ in shown if not path.endswith("/")]
    own = snapshot.worktrees[0] if snapshot.worktrees else Worktree("")
    found = standings(files, snapshot.board, snapshot.ownership, own.lacks, own.astray)
    look = _Look(index, snapshot, opened, {one.path: one for one in found})
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
        snapshot: Snapshot,
        opened: frozenset[str],
        standings: Mapping[str, Standing],
    ) -> None:
        self.index, self.board, self.opened = index, snapshot.board, opened
        self.standings, self.names = standings, Names(snapshot.board)
        trees = snapshot.worktrees
        self.changed = _with_folders(change.path for tree in trees for change in tree.changes)
        self.colliding = _with_folders(colliding(snapshot))
        self.steps: dict[str, list[Progress]] = {}
        for one in underway(snapshot.board, snapshot.ownership, trees):
            self.steps.setdefault(one.path, []).extend([one] if one.step != "told" else [])

    def line(self, path: str, name: str, depth: int) -> Line:
        label, hold = self._label(path), self._hold(path)
        role = self._role(label)
        sign = symbols.SHARED if label[0] == "shared" else " "
        if path.endswith("/"):
            sign = symbols.OPEN if path in self.opened else symbols.CLOSED
        left = (Span(f"{'  ' * depth}{sign} {inert(name)}", role), *self._marks(path))
        return Line(left, self._word(path) or self._who(label, hold), "middle")

    def _marks(self, path: str) -> Spans:
        """That it is changed, or changed in two places, in some working tree."""
        if path in self.opened or path not in self.changed:
            return ()
        if path in self.colliding:
            return (Span(f" {symbols.COLLISION}", "alarm"),)
        return (Span(f" {symbols.CHANGED}", "warn"),)

    def _word(self, path: str) -> Spans:
        """What goes before a file's owner: an answer, a pull, a step that is under way."""
        if path.endswith("/"):
            return ()
        standing = self.standings[path]
        if word := requested(standing, self.board):
            return (Span(word.text, word.role),)
        if standing.pull is not None and standing.own is None and standing.held is None:
            return (Span(pull_words(standing.pull, self.board)[1], "warn"),)
        if standing.unmerged and not (standing.own or standing.held or standing.to_ask):
            return (Span(unmerged_words(standing.unmerged, self.board), "warn"),)
        holder = standing.held.reservation.session if standing.held else self.board.me
        steps = sorted(self.steps.get(path, ()), key=lambda one: one.session != holder)
        return (whose_step(steps[0], self.board),) if steps else ()

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
