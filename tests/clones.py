"""Clones around one bare remote, in which the sessions of the plan `atlas` work."""

from pathlib import Path
from typing import NamedTuple

from coord_tui.core.events import Event
from coord_tui.workspace.workspace import Workspace
from tests.atlas import FILES, PLAN
from tests.repos import Repo, bare_remote
from tests.templates import copied


class Clones(NamedTuple):
    """The remote, and two clones of it."""

    remote: Repo
    senior: Repo
    junior: Repo

    def lines(self) -> list[str]:
        """The remote's channel."""
        return self.remote.git("cat-file", "blob", "coord:channel.jsonl").splitlines()


def clones(folder: Path, plan: str = PLAN) -> Clones:
    """A bare remote with that plan, and a clone of it for senior and for junior each."""
    world = Clones(*(Repo(folder / name) for name in ("remote.git", "senior", "junior")))
    original = copied(folder, ("clones", plan), lambda to: _make(to, plan))
    for clone in (world.senior, world.junior) if original else ():
        clone.git("config", "remote.origin.url", world.remote.path.as_uri())
        clone.settle()
    return world


def _make(folder: Path, plan: str) -> None:
    remote = bare_remote(folder / "remote.git")
    senior = remote.clone(folder / "senior")
    for name in FILES:
        senior.write(name)
    senior.write("coord.yaml", plan)
    senior.commit("coord.yaml", *FILES, message="Plan")
    senior.git("push", "--quiet", "origin", "HEAD:main")
    another(remote, folder / "junior", "junior")


def another(remote: Repo, to: Path, session: str) -> Repo:
    """One more clone, in which that session commits."""
    clone = remote.clone(to)
    clone.identify(session.title(), f"{session}@example.com")
    return clone


def opened(clone: Repo, session: str, patience: float = 0) -> Workspace:
    """The clone as a session sees it, who waits so many seconds for the remote."""
    workspace = Workspace.open(str(clone.path), session)
    workspace.patience = patience
    return workspace


def live(clone: Repo) -> bytes:
    """The clone's live channel."""
    return (clone.path / ".git/coord/channel.jsonl").read_bytes()


def events(workspace: Workspace) -> list[Event]:
    """Every event of the channel, in order."""
    return [line.event for line in workspace.lines() if line.event]
