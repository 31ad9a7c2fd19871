"""Reads a document and says in short who works there and whose files are whose."""

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.readers import ownership, sessions, shared
from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.statements import Said


def said(text: str) -> list[Said]:
    """What the readers of sessions, ownership and shared files find, in their order."""
    document = outline("TEAM.md", text)
    found: list[Said] = []
    for reader in (sessions, ownership, shared):
        found += reader.read(document, found)
    return found


def reading(text: str) -> Reading:
    """The plan of it."""
    return assemble(Stated(tuple(said(text))))


def owners(text: str) -> dict[str, list[str]]:
    """The paths of each session, by its name."""
    plan = reading(text).plan
    return {
        session.name: [owned.path for owned in plan.ownership if owned.session == session.name]
        for session in plan.sessions
    }


def shared_files(text: str) -> list[str]:
    """The shared paths."""
    return [each.path for each in reading(text).plan.shared]
