"""The demo's second session: a script that announces, claims, edits and finishes, step by step.

It works in the first clone, beside the person who looks on, as a second session in one working tree
does; what it pushes at the end comes from its own clone.
"""

import sys
import time
from collections.abc import Callable

from git import Actor, Repo

from coord_tui.demo.repository import JUNIOR, World, commit, edit
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.workspace import Workspace

PAUSE = 4.0
"""Seconds between two steps: long enough to see each."""

CONTEXT = "atlas_brain/services/customer_context.py"
TOOLS = "atlas_brain/mcp/crm_server.py"

Step = Callable[[World, Workspace], object]


def _claim(world: World, junior: Workspace) -> list[Outcome]:
    return actions.claim(junior, ["J5"])


def _announce(world: World, junior: Workspace) -> list[Outcome]:
    return actions.announce(junior, CONTEXT, "recent mail of the customer", cwd=world.senior)


def _edit(world: World, junior: Workspace) -> None:
    edit(world.senior, CONTEXT, "mail of the last month")


def _collide(world: World, junior: Workspace) -> list[Outcome]:
    """The rules refuse this one: the task belongs to somebody else."""
    return actions.claim(junior, ["S4"])


def _finish(world: World, junior: Workspace) -> list[Outcome]:
    sha = _commit_only(Repo(world.senior), JUNIOR, CONTEXT)
    fields = {"path": CONTEXT, "commit": sha}
    return junior.record(lambda board: [Draft(CONTEXT, "pushed", fields)])


def _commit_only(repo: Repo, author: Actor, path: str) -> str:
    """Commit and push that path and nothing else that lies changed beside it."""
    repo.git.add("--intent-to-add", path)
    who = f"{author.name} <{author.email}>"
    repo.git.commit("--only", path, message="Read the mailbox (J5)", author=who, no_verify=True)
    repo.git.push("--no-verify", "origin", "main")
    return repo.head.commit.hexsha


def _done(world: World, junior: Workspace) -> list[Outcome]:
    return actions.done(junior, "J5")


def _tell(world: World, junior: Workspace) -> list[Outcome]:
    return actions.say(junior, "J5 is in: pull before you edit", to=["senior"], about=CONTEXT)


def _push_from_own_clone(world: World, junior: Workspace) -> None:
    """The first clone falls one commit behind, and learns of it by fetching."""
    own = Repo(world.junior)
    own.git.pull("--ff-only", "origin", "main")
    commit(own, JUNIOR, "Offer the context to clients (J6)", [TOOLS])
    own.git.push("--no-verify", "origin", "main")
    Repo(world.senior).git.fetch("origin")


STEPS: tuple[Step, ...] = (
    _claim, _announce, _edit, _collide, _finish, _done, _tell, _push_from_own_clone,
)  # fmt: skip


def play(world: World, pause: float = PAUSE) -> None:
    """Take every step once, in order, with a pause of so many seconds before each."""
    for step in STEPS:
        time.sleep(pause)
        step(world, Workspace.open(world.senior, "junior"))


if __name__ == "__main__":
    play(World(*sys.argv[1:4]))
