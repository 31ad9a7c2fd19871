"""Judges commits that are made: who crossed ownership without a grant that held at that time?

Only ownership counts here. What was held or announced when a commit was made is no longer of use
to anyone, and a merge has no session that holds anything. Anyone can write a `Coord-Session:` line:
it counts beside an email of that session, or when the plan knows no email of it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coord_tui.core.guard_view import Facts, Leave
from coord_tui.core.guarding import Finding
from coord_tui.core.ownership import Ownership
from coord_tui.core.shell import from_folder, word
from coord_tui.core.short_ids import SHORT


class Change(NamedTuple):
    """A commit: by whom, when it was written and committed, and what it changed."""

    id: str
    moments: tuple[float, ...]
    """When it was written, and when it was committed, in seconds since the epoch."""
    emails: tuple[str, ...]
    """The author's, then the committer's."""
    sessions: tuple[str, ...]
    """Those that its `Coord-Session:` lines name."""
    paths: tuple[str, ...]


def judge_changes(
    changes: Iterable[Change], ownership: Ownership, facts: Facts
) -> tuple[Finding, ...]:
    """What is wrong with the commits, in their order. The facts have every grant there ever was."""
    return tuple(found for change in changes for found in _crossings(change, ownership, facts))


def _crossings(change: Change, ownership: Ownership, facts: Facts) -> Iterator[Finding]:
    authors = _authors(change, facts)
    for path in change.paths:
        owner = ownership.owner_of(path).owner
        if not owner or owner in authors:
            continue
        if not authors:
            yield _unknown(change, path, owner, facts)
        elif not _granted(change, path, owner, authors, facts.leaves):
            yield _crossing(change, path, owner, authors[0], facts)


def _authors(change: Change, facts: Facts) -> list[str]:
    """The sessions whose commit it is: those that it names, else those of its author's email."""
    named = [name for name in change.sessions if _is_verified(name, change, facts)]
    return named or facts.with_email(change.emails[0])


def _is_verified(name: str, change: Change, facts: Facts) -> bool:
    """Whether the commit may be of the session that it names: nothing speaks against it."""
    if name not in facts.sessions:
        return False
    without = not facts.sessions[name]
    return without or any(name in facts.with_email(email) for email in change.emails)


def _granted(
    change: Change, path: str, owner: str, authors: list[str], leaves: Iterable[Leave]
) -> bool:
    """Whether a grant held when the commit was written, or when it was amended or moved."""
    return any(
        leave.covers(path, owner, author, moment)
        for leave in leaves
        for author in authors
        for moment in change.moments
    )


def _crossing(change: Change, path: str, owner: str, author: str, facts: Facts) -> Finding:
    ask = f'`coord-tui ask {word(from_folder(path, ""))} "why"`'
    what = f"{path} is {owner}'s, and no grant covered it: {ask}"
    return Finding(path, "owner", f"{_by(change, author, facts)}: {what}", facts.mode)


def _unknown(change: Change, path: str, owner: str, facts: Facts) -> Finding:
    add = "add the email to its session in coord.yaml"
    what = f"{path} is {owner}'s, and no session is known by that email: {add}"
    return Finding(path, "session", f"{_by(change, change.emails[0], facts)}: {what}", facts.mode)


def _by(change: Change, author: str, facts: Facts) -> str:
    """Which commit, by whom, and for whom else it gives itself out."""
    claimed = [name for name in change.sessions if not _is_verified(name, change, facts)]
    unverified = f" (unverified trailer: {', '.join(claimed)})" if claimed else ""
    return f"{change.id[:SHORT]} by {author}{unverified}"
