"""The demo's second session: a script that claims, asks, edits and finishes, step by step.

It works in its own clone and is heard through the remote, as a second session is in life. What it
asks, the person who looks on may answer: it goes on by that answer, or without one.
"""

import sys
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from git import Repo

from coord_tui.core.state import Request
from coord_tui.demo.repository import CONFIG, World, clone_of, edit
from coord_tui.workspace import actions
from coord_tui.workspace.finish import finish
from coord_tui.workspace.pull import pull
from coord_tui.workspace.waiting import until_answered, wait_for
from coord_tui.workspace.workspace import Workspace

PAUSE = 4.0
"""Seconds between two steps: long enough to see each."""
PATIENCE = 30.0
"""Seconds for which an answer is waited for."""

CONTEXT = "atlas_brain/services/customer_context.py"
ROUTER = "atlas_brain/agents/router.py"


class Player(NamedTuple):
    """The second session at one step."""

    world: World
    session: Workspace
    patience: float

    def tell(self, text: str, about: str) -> None:
        """Say something to the person who looks on."""
        actions.say(self.session, text, to=["senior"], about=about)


Step = Callable[[Player], object]


def _claim(junior: Player) -> None:
    actions.claim(junior.session, ["J5"])


def _announce(junior: Player) -> None:
    actions.announce(junior.session, CONTEXT, "recent mail of the customer")


def _pull(junior: Player) -> None:
    pull(junior.session)


def _edit(junior: Player) -> None:
    """Edit what was announced; one of the files is being changed in the other clone too."""
    edit(junior.world.junior, CONTEXT, "mail of the last month")
    edit(junior.world.junior, CONFIG, "ten seconds for every provider")


def ask(junior: Player) -> None:
    """Ask for one of the other session's files."""
    actions.ask(junior.session, ROUTER, "register a route for the mailbox")


def _collide(junior: Player) -> None:
    """The rules refuse this one: the task is in somebody else's hands."""
    actions.claim(junior.session, ["S4"])


def _go_by_the_answer(junior: Player) -> None:
    """Edit the file if that was granted; say so either way."""
    answer = _answer(junior).answer
    if answer == "grant":
        edit(junior.world.junior, ROUTER, "the mailbox")
        finish(junior.session, [ROUTER], "Register a route for the mailbox")
        junior.tell("thank you: the route is in, and pushed", ROUTER)
    elif answer == "deny":
        junior.tell("all right: I leave it alone", ROUTER)
    else:
        junior.tell("no hurry: I go on with the rest meanwhile", ROUTER)


def _answer(junior: Player) -> Request:
    """The request with what became of it, for which it waits a while."""
    wait_for(
        junior.session, until_answered(junior.session, ROUTER), threading.Event(), junior.patience
    )
    return next(one for one in junior.session.board().requests if one.path == ROUTER)


def _finish(junior: Player) -> None:
    finish(junior.session, [CONTEXT, CONFIG], "Read the mailbox (J5)")


def _done(junior: Player) -> None:
    actions.done(junior.session, "J5")


def _tell(junior: Player) -> None:
    """The other clone knows that it is behind once it has fetched."""
    Repo(junior.world.senior).git.fetch("origin", "main")
    junior.tell("J5 is in: pull before you edit", CONTEXT)


STEPS: tuple[Step, ...] = (
    _claim, _announce, _pull, _edit, ask, _collide, _go_by_the_answer, _finish, _done, _tell,
)  # fmt: skip


def play(
    world: World, pause: float = PAUSE, patience: float = PATIENCE, steps: tuple[Step, ...] = STEPS
) -> None:
    """Take every step once, in order, with a pause of so many seconds before each."""
    for step in steps:
        time.sleep(pause)
        session = clone_of(world, "junior")
        session.patience = session.plan.channel.wait
        step(Player(world, session, patience))


if __name__ == "__main__":
    play(World(*sys.argv[1:4]))
