"""Short ids, by which people name things: a request by the end of its id, a commit by the start."""

from collections.abc import Collection

SHORT = 7
"""Characters of a commit's id that name it to people."""
LEAST = 4
"""Characters of a short id, at least."""


def short_id(id: str, ids: Collection[str]) -> str:
    """The shortest end of an id that no other of the `ids` has."""
    others = [other for other in ids if other != id]
    for length in range(LEAST, len(id)):
        end = id[-length:]
        if not any(other.endswith(end) for other in others):
            return end
    return id
