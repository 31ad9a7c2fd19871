"""The real screen over a real clone, and what its Working tree pane shows of every worktree.

What is looked at are the pane's rows and the lines that are painted of them. Waiting is for the
program's own next showing: nothing here asks again and again.
"""

import asyncio
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from unittest.mock import patch

from textual.geometry import Region

from bench.trees_said import Clone, Listed, Said, differences
from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_paths, read_worktree
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.both import CLASHING
from coord_tui.presentation.rows import Row
from coord_tui.presentation.text import inert
from coord_tui.presentation.tree_rows import APART, BOTH
from coord_tui.tui.app import CoordApp
from coord_tui.tui.panes.tree import TreePane
from coord_tui.workspace.live import Live
from coord_tui.workspace.workspace import Workspace

SIZE = (160, 60)
BROUGHT = f"{APART}brought"
"""What the key of a row begins with that counts what git brought."""
READINGS = "coord_tui.workspace.trees"
"""The module that asks git for a status."""


class Eye:
    """Sees whatever the Working tree pane shows, each time it shows something else."""

    def __init__(self, app: CoordApp) -> None:
        self._app = app
        self._pane = app.screen.query_one(TreePane)
        self._news = asyncio.Event()
        app.watch(self._pane, "snapshot", self._news.set, init=False)

    async def until_equal(self, said: Clone, patience: float) -> list[str]:
        """Wait until the screen shows what git says; the differences when it does not in time."""
        end = time.monotonic() + patience
        while found := differences(said, self.shown()) or await self._ill_painted():
            try:
                await asyncio.wait_for(self._news.wait(), end - time.monotonic())
            except TimeoutError:
                return found
            self._news.clear()
        return []

    def shown(self) -> Clone:
        """What the pane shows of every working tree, and of all together."""
        snapshot = self._pane.snapshot
        trees = snapshot.worktrees if snapshot else ()
        both, found = set(), {tree.path: _Tree(tree) for tree in trees}
        for row in self._pane.active.rows if trees else ():
            place, _, path = row.key.rpartition(APART)
            if place + APART == BOTH or row.lines[0].left[:1] == CLASHING[:1]:
                both.add(path)
            elif place == BROUGHT:
                found[path].counted(row)
            elif row.selectable and not place.startswith(APART) and _is_changed(row):
                found[place or trees[0].path].listed(row, path)
        return Clone({top: one.said for top, one in found.items()}, frozenset(both))

    async def _ill_painted(self) -> list[str]:
        """Lines of the pane that stand on the terminal otherwise than they would be painted now."""
        listed, painted = self._pane.active, asyncio.Event()
        listed.call_after_refresh(painted.set)
        await painted.wait()
        strips = self._app.screen._compositor.render_strips()
        region = Region.from_offset(listed.region.offset, listed.scrollable_content_region.size)
        found = []
        for y in range(region.height):
            stands = strips[region.y + y].crop(region.x, region.right).text.rstrip()
            ought = listed.render_line(y).text.rstrip()
            if stands != ought:
                found += [f"- painted: {ought}", f"+ painted: {stands}"]
        return found


class _Tree:
    """What the pane's rows say of one working tree."""

    def __init__(self, tree: Worktree) -> None:
        self._tree = tree
        self._changes = {change.path: change for change in tree.changes}
        self._rows: list[Listed] = []
        self._brought: set[str] = set()
        self._unlisted = 0

    def listed(self, row: Row, path: str) -> None:
        """A changed file has a row."""
        letter, _, name, *rest = (span.text for span in row.lines[0].left)
        came, origin = "".join(rest).removeprefix(" from "), ""
        if path in self._changes:
            origin = self._changes[path].origin
        self._rows.append((
            letter,
            path if name == inert(path) else f"{path!r} written as {name!r}",
            origin if came == inert(origin) else f"{origin!r} written as {came!r}",
        ))  # fmt: skip
        if "".join(span.text for span in row.lines[0].right).startswith("from the "):
            self._brought.add(path)

    def counted(self, row: Row) -> None:
        """A row says how many files git itself brought; they have none of their own."""
        words = "".join(span.text for line in row.lines for span in line.left)
        number = re.search(r"(\d+) files? from it", words)
        self._unlisted = int(number[1]) if number else -1

    @property
    def said(self) -> Said:
        """All of it; files that are only counted are those of the snapshot that have no row."""
        tree, branch = self._tree, self._tree.branch
        rest = self._changes.keys() - {path for _, path, _ in self._rows}
        counted = [self._changes[path] for path in rest] if len(rest) == self._unlisted else []
        rows = [*self._rows, *((one.state, one.path, one.origin) for one in counted)]
        return Said(
            branch.name,
            branch.head,
            branch.upstream,
            (branch.ahead, branch.behind),
            tree.operation,
            tuple(sorted(rows, key=lambda row: row[1])),
            frozenset(self._brought.union(one.path for one in counted)),
        )


def _is_changed(row: Row) -> bool:
    """Whether it has a letter: files that are only to be pulled, pushed or told of have a sign."""
    return row.lines[0].left[0].text not in (symbols.SHARED, symbols.BEHIND)


@contextmanager
def counted(asked: Counter[str]) -> Iterator[None]:
    """Count how often git is asked for a whole status, and how often about some paths."""

    def count_whole(git: Git, top: str, git_dir: str) -> Worktree:
        asked["whole"] += 1
        return read_worktree(git, top, git_dir)

    def count_some(git: Git, paths: Iterable[str]) -> tuple[FileChange, ...]:
        asked["of some paths"] += 1
        return read_paths(git, paths)

    with patch.multiple(READINGS, read_worktree=count_whole, read_paths=count_some):
        yield


@asynccontextmanager
async def open_screen(clone: Path, session: str) -> AsyncIterator[Eye]:
    """The program as a session has it open in the clone."""
    workspace = Workspace.open(str(clone), session)
    app = CoordApp(workspace, Live(workspace))
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        yield Eye(app)
