"""A commit as git's log tells it, whose it is, and whether it finished what somebody announced.

Anyone can write a `Coord-Session:` line: it counts beside an email of that session, or when no
email of it is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.plan import Session
from coord_tui.core.state import Pushed
from coord_tui.core.times import NEVER, seconds_of
from coord_tui.core.tree import Conflict, Landed


class Commit(NamedTuple):
    """A commit: who made it, when, what for, and what it changed."""

    id: str
    at: float
    """When it was committed, in seconds since the epoch."""
    emails: tuple[str, ...] = ()
    """The author's, then the committer's."""
    named: tuple[str, ...] = ()
    """The sessions that its trailers name."""
    subject: str = ""
    paths: tuple[str, ...] = ()
    """Those that were asked for, or all that it changed."""


class Announced(NamedTuple):
    """A path that a session announced and still holds, and when."""

    path: str
    at: float


def session_of(commit: Commit, sessions: Sequence[Session]) -> str:
    """The session that the commit names, else the one with its author's email; or empty."""
    known = {session.name: session for session in sessions}
    for name in commit.named:
        if name in known and (not known[name].emails or _has(known[name], commit.emails)):
            return name
    authors = [session.name for session in sessions if _has(session, commit.emails[:1])]
    return authors[0] if len(authors) == 1 else ""


def _has(session: Session, emails: Sequence[str]) -> bool:
    own = {email.lower() for email in session.emails}
    return any(email and email.lower() in own for email in emails)


def conflict(path: str, commit: Commit | None, sessions: Sequence[Session]) -> Conflict:
    """The path in conflict, with the commit that brought the other side, if git knows it."""
    if commit is None:
        return Conflict(path)
    return Conflict(path, commit.id, commit.subject, session_of(commit, sessions))


def announced_by(session: str, board: Board) -> tuple[Announced, ...]:
    """The paths that the session announced, while its announcements hold."""
    held = (hold.reservation for hold in board.holds)
    mine = (one for one in held if one.kind == "announce" and one.session == session)
    found = (Announced(one.shown, seconds_of(one.at)) for one in mine)
    return tuple(one for one in found if one.at > NEVER)


def landed(
    announced: Iterable[Announced], commits: Sequence[Commit], told: Iterable[Pushed]
) -> Iterator[Landed]:
    """Of each announced path, the newest commit since then that nobody was told of.

    The commits are the session's own, the newest first.
    """
    known = [(one.path, one.commit) for one in told if one.commit]
    for path, at in announced:
        ids = tuple(commit for one, commit in known if one == path)
        changed = (one for one in commits if path in one.paths and one.at >= at)
        newest = next(changed, None)
        if newest and not newest.id.startswith(ids):
            yield Landed(path, newest.id)
