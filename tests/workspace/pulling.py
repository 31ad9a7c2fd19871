"""Senior's pulls of what junior pushed, and that a refused one changes nothing at all."""

from coord_tui.core.pulled import Pulled
from coord_tui.workspace.pull import pull
from tests.clones import Clones, opened
from tests.untouched import fingerprint


def pushed(world: Clones, *names: str, text: str = "theirs\n") -> str:
    """A commit of junior's on the remote that senior lacks."""
    for name in names:
        world.junior.write(name, text)
    commit = world.junior.commit(*names, message="Theirs")
    world.junior.git("push", "--quiet", "origin", "HEAD:main")
    return commit


def pulled(world: Clones) -> Pulled:
    return pull(opened(world.senior, "senior"))


def refused(world: Clones) -> Pulled:
    """A pull that is refused and changes nothing at all."""
    before = fingerprint(world.senior)
    done = pulled(world)
    assert done.reason
    assert (done.how, done.before) == ("", done.after)
    assert fingerprint(world.senior) == before
    return done
