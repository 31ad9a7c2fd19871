"""What sessions tell one another, and that they have read it."""

from collections.abc import Sequence

from coord_tui.core.board import Board
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.words import check, check_named, check_said, sessions
from coord_tui.workspace.workspace import Workspace


def say(
    workspace: Workspace, text: str, *, to: Sequence[str] = (), about: str = ""
) -> list[Outcome]:
    """Words to some sessions, or to all; perhaps about a task or path.

    Without `to`, the names that the text begins with (`@junior @third words`) say to whom.
    Raises: BadInput without words, and for a session that there is not.
    """
    to, text = (to, text) if to else addressed(text)
    check_said(text, "nothing to say: give the words in quotes")
    check_named("session", to)
    fields: dict[str, object] = {"text": text} | ({"to": list(to)} if to else {})
    fields |= {"about": about} if about else {}

    def words(board: Board) -> list[Draft]:
        check("session", to, sessions(board))
        return [Draft(", ".join(to) or "all", "say", fields)]

    return workspace.record(words)


def addressed(text: str) -> tuple[tuple[str, ...], str]:
    """The names that a message begins with (`@junior, @third: words`), and its words."""
    to: list[str] = []
    words = text.split()
    while len(to) < len(words) and words[len(to)].startswith("@") and words[len(to)] != "@":
        to.append(words[len(to)][1:].rstrip(",:"))
    rest = text.split(maxsplit=len(to))[len(to) :] if to else [text]
    return tuple(to), "".join(rest)


def ack(workspace: Workspace) -> list[Outcome]:
    """Acknowledge everything that stands unread."""

    def last_unread(board: Board) -> list[Draft]:
        unread = [entry.line.event for entry in board.log if entry.unread and entry.line.event]
        return [Draft(unread[-1].id, "ack", {"upto": unread[-1].id})] if unread else []

    return workspace.record(last_unread)
