"""The short ids by which people name requests: as much of the end of an id as tells it apart."""

from collections.abc import Collection

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
