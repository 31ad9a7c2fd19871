"""Who is meant by `@ana`, `@acme/web`, `@@maintainer` or `docs@example.com`, and the way back.

A session gets one word for its name. What the word does not tell stays in its role (`@acme/web`) or
its emails, so that an export names the very same owner.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from coord_tui.core.importing.names import NOBODY, folded, word
from coord_tui.core.plan import Session
from coord_tui.core.verdicts import NOBODY as NO_OWNER

_HANDLE = re.compile(r"@@?[\w.-]+(?:/[\w.-]+)*")
_NO_HANDLE = re.compile(r"[^\w.-]+")
_EMAIL = re.compile(r"[^\s@/\\]+@[^\s@/\\]+")


def is_owner(text: str) -> bool:
    """Whether a word of a line names somebody."""
    return bool(_HANDLE.fullmatch(text) or _EMAIL.fullmatch(text))


def sessions_of(owners: Iterable[str], given: Mapping[str, str]) -> dict[str, Session]:
    """A session for each owner; `given` are the names that the file itself tells.

    Short names go to people first, then to emails, then to teams: `@web` is `web`, and `@acme/web`
    is `acme-web` beside it.
    """
    every = list(dict.fromkeys(owners))
    taken: set[str] = set()
    found: dict[str, Session] = {}
    for owner in sorted(every, key=lambda each: (each not in given, _rank(each))):
        short = [*([given[owner]] if owner in given else []), *_candidates(owner)]
        plain = [each for each in short if folded(each) not in NOBODY]
        last = (each for each in short if each != NO_OWNER)  # `@x` is somebody
        wanted = chain(plain, last, _numbered(owner))
        name = next(each for each in wanted if folded(each) not in taken)
        taken.add(folded(name))
        found[owner] = _session(name, owner)
    return {owner: found[owner] for owner in every}


def _rank(owner: str) -> int:
    return 2 if owner.startswith("@@") or "/" in owner else 0 if owner.startswith("@") else 1


def _candidates(owner: str) -> Iterator[str]:
    """Names for an owner, the shortest first."""
    bare = owner.lstrip("@")
    if owner.startswith("@"):
        pieces = bare.split("/")
        for size in range(1, len(pieces) + 1):
            yield word("-".join(pieces[-size:]))
    else:
        local, _, host = bare.partition("@")
        yield word(local)
        yield word(f"{local}-{host.split('.')[0]}")


def _numbered(owner: str) -> Iterator[str]:
    """Names for an owner that are surely free at some time; they never end."""
    bare = owner.lstrip("@").replace("/", "-")
    yield from (f"{word(bare) or 'owner'}-{number}" for number in count(2))


def _session(name: str, owner: str) -> Session:
    if not owner.startswith("@"):
        return Session(name, emails=(owner,))
    return Session(name, role="" if owner == f"@{name}" else owner)


def handle(session: Session) -> str:
    """How CODEOWNERS names a session: as its role says, else by its email, else by its name.

    An email goes before the name, because it surely is the session's own; a name that no owner can
    have is spelled with hyphens.
    """
    named = next((each for each in session.role.split() if _HANDLE.fullmatch(each)), "")
    if named or session.emails:
        email = next(filter(_EMAIL.fullmatch, session.emails), "")
        if named or email:
            return named or email
    return "@" + (_NO_HANDLE.sub("-", session.name).strip("-") or "session")


def unlike_github(owner: str) -> bool:
    """Whether GitHub can have no such owner."""
    user = re.fullmatch(r"@[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}", owner)
    team = re.fullmatch(r"@[A-Za-z0-9-]+/[\w.-]+", owner)
    return not (user or team or _EMAIL.fullmatch(owner))
