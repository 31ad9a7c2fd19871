"""What the guard knows of plan and channel beside who owns what: plain values, quick to load.

What ends by itself is kept with the moment at which it does, so that judging needs no calendar.
"""

from __future__ import annotations

from coord_tui.core.patterns import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any


class Held:
    """A reservation, with the moment at which it ends."""

    __slots__ = ("exclusive", "intent", "kind", "pattern", "session", "shown", "task", "until")

    def __init__(
        self,
        session: str,
        pattern: str,
        shown: str,
        kind: str,
        task: str,
        intent: str,
        exclusive: bool,
        until: float,
    ) -> None:
        self.session = session
        self.pattern = pattern
        self.shown = shown
        self.kind = kind
        """`announce`, `reserve` or `claim`."""
        self.task = task
        self.intent = intent
        self.exclusive = exclusive
        self.until = until
        """Seconds since the epoch; 0: until its claim ends."""

    def is_live(self, now: float) -> bool:
        """Whether it still holds; as the channel does, by whole seconds."""
        return not self.until or int(now) < self.until


class Leave:
    """An owner's grant: who may edit what, from when and until when."""

    __slots__ = ("owner", "scope", "session", "since", "until")

    def __init__(self, session: str, owner: str, scope: str, since: float, until: float) -> None:
        self.session = session
        self.owner = owner
        self.scope = scope
        """A pattern."""
        self.since = since
        self.until = until
        """Seconds since the epoch; 0: it does not end."""

    def covers(self, path: str, owner: str, session: str, at: float) -> bool:
        """Whether it lets this session edit a path of this owner at a moment."""
        return (
            self.session == session
            and self.owner == owner
            and self.since <= at
            and (not self.until or int(at) < self.until)
            and parse(self.scope).match(path)
        )


class Push:
    """The last push of a file: by whom, of which commit, and when."""

    __slots__ = ("at", "commit", "session")

    def __init__(self, commit: str, session: str, at: float) -> None:
        self.commit = commit
        self.session = session
        self.at = at
        """Seconds since the epoch; 0: not known."""


class Facts:
    """What the guard has to know of plan and channel, beside who owns what."""

    __slots__ = ("expires", "holds", "leaves", "mode", "pushed", "sessions", "tasks")

    def __init__(
        self,
        sessions: dict[str, Sequence[str]],
        holds: Iterable[Sequence[Any]] = (),
        leaves: Iterable[Sequence[Any]] = (),
        tasks: Iterable[Sequence[Any]] = (),
        mode: str = "warn",
        expires: int = 7200,
        pushed: Iterable[Sequence[Any]] = (),
    ) -> None:
        self.sessions = dict(sessions)
        """The emails of every session, those that joined included."""
        self.holds = [Held(*held) for held in holds]
        self.leaves = [Leave(*leave) for leave in leaves]
        self.tasks = [(str(id), str(holder), list(files)) for id, holder, files in tasks]
        """Claimed tasks: id, holder, patterns of their files."""
        self.pushed = {str(path): Push(*push) for path, *push in pushed}
        """By path."""
        self.mode = mode
        """`warn` or `block`."""
        self.expires = expires
        """Seconds after which a session that did nothing no longer counts as working."""

    def with_email(self, email: str) -> list[str]:
        """The sessions that have this email."""
        asked = email.lower()
        has = self.sessions.items()
        return [name for name, emails in has if asked and asked in map(str.lower, emails)]
