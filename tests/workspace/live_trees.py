"""A live workspace over several working trees, and what git itself says of each of them."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.core.changed import Changed
from coord_tui.core.tree import Branch, FileChange
from coord_tui.workspace.live import Live
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN, atlas
from tests.repos import Repo

GUARD = 60.0
"""Seconds after which what never comes fails the test."""

Said = tuple[Branch, tuple[FileChange, ...], str]


class Following:
    """A live workspace that reads at each report, as the screen does."""

    def __init__(self, live: Live, changes: AsyncGenerator[Changed, None]) -> None:
        self.live, self._changes = live, changes
        self.reported: list[Changed] = []

    async def read(self) -> Changed:
        """Await a report, and read what changed."""
        changed = await asyncio.wait_for(anext(self._changes), GUARD)
        self.reported.append(changed)
        await asyncio.to_thread(self.live.read, changed)
        return changed

    async def until_true_of(self, *repos: Repo) -> None:
        """Read at each report until exactly these trees are shown, as git says they are."""
        said = {str(repo.path): says(repo) for repo in repos}
        async with asyncio.timeout(GUARD):
            while self.shown() != said:
                await self.read()

    def paths(self) -> set[Path]:
        """The trees that are shown."""
        return set(map(Path, self.shown()))

    def changed_in(self, repo: Repo) -> list[str]:
        """The paths that are shown as changed in that tree; none where it is not shown."""
        _, changes, _ = self.shown().get(str(repo.path), (None, (), ""))
        return [change.path for change in changes]

    def shown(self) -> dict[str, Said]:
        """The trees of the last snapshot."""
        trees = self.live.last.worktrees if self.live.last else ()
        return {
            tree.path: (tree.branch._replace(fetched=0), tree.changes, tree.operation)
            for tree in trees
        }


def says(repo: Repo) -> Said:
    """What a full status says now."""
    top, git_dir = str(repo.path), repo.git("rev-parse", "--absolute-git-dir")
    tree = read_worktree(Git(top, git_dir), top, git_dir)
    return tree.branch, tree.changes, tree.operation


@asynccontextmanager
async def following(place: Repo, session: str = "senior") -> AsyncIterator[Following]:
    """The clone as a session has it open, watched, and everything in it read once."""
    live = Live(Workspace.open(str(place.path), session))
    live.first()
    async with aclosing(live.changes(asyncio.Event())) as changes:
        follower = Following(live, changes)
        await follower.read()
        yield follower


class Group:
    """A clone with two linked working trees, and another clone, which the plan gives to junior."""

    def __init__(self, folder: Path) -> None:
        plan = PLAN.replace("[junior@example.com]}", "[junior@example.com], worktree: ../junior}")
        self.main = atlas(folder / "atlas", plan)
        self.one = self.main.worktree(folder / "one", "one")
        self.two = self.main.worktree(self.main.path / ".trees" / "two", "two")
        self.junior = self.main.clone(folder / "junior")

    @property
    def all(self) -> tuple[Repo, ...]:
        """Every tree."""
        return (self.main, self.one, self.two, self.junior)
