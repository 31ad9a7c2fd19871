"""Tells which sessions of two plans are the same one by what is surely their own.

That is an email, or the handle that a forge knows them by (`@acme/web` in the role). A name is less
sure: of two plans, `ana` may be another one in each.
"""

import re
from collections import Counter

from coord_tui.core.plan import Plan, Session

_HANDLE = re.compile(r"@@?[\w.-]+(?:/[\w.-]+)*")


def same_persons(new: Plan, old: Plan) -> dict[str, str]:
    """By the name of a session of `new`, that of `old` which alone has its email or handle."""
    marks = [(mark, one.name) for one in old.sessions for mark in {*_marks(one)}]
    times = Counter(mark for mark, _ in marks)
    known = {mark: name for mark, name in marks if times[mark] == 1}
    found = {}
    for one in new.sessions:
        meant = next((known[mark] for mark in _marks(one) if mark in known), "")
        if meant:
            found[one.name] = meant
    return found


def in_words_of(new: Session, old: Session) -> Session:
    """The session without what only says an email or handle of the other in another spelling."""
    known = {*_marks(old)}
    only = _HANDLE.fullmatch(new.role) and new.role.casefold() in known
    emails = tuple(each for each in new.emails if each.casefold() not in known)
    return new._replace(name=old.name, role="" if only else new.role, emails=emails)


def _marks(one: Session) -> list[str]:
    return [*(email.casefold() for email in one.emails if email), *_handles(one)]


def _handles(one: Session) -> list[str]:
    return [word.casefold() for word in one.role.split() if _HANDLE.fullmatch(word)]
