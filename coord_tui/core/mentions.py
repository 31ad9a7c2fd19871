"""Finds the sessions that a text speaks to by `@name`; a name that nobody has is just text."""

from collections.abc import Collection

CLOSING = frozenset(",:;!?)]}>\"'”’»")
"""What may follow a name at once, besides blanks, the end, and a full stop that ends a word."""


def mentions(text: str, names: Collection[str]) -> tuple[str, ...]:
    """Those of the names that stand as a word after an `@`, in order, each once."""
    found: dict[str, None] = {}
    place = text.find("@")
    while place >= 0:
        if not place or not _goes_on(text[place - 1]):
            fitting = [name for name in names if _stands(name, text, place + 1)]
            found.update(dict.fromkeys(sorted(fitting, key=len)[-1:]))
        place = text.find("@", place + 1)
    return tuple(found)


def _goes_on(character: str) -> bool:
    """Whether what stands before an `@` makes it part of a word, as in an email."""
    return character.isalnum() or character in "._-+@"


def _stands(name: str, text: str, start: int) -> bool:
    """Whether the name stands there and ends there."""
    end = start + len(name)
    if not name or not text.startswith(name, start):
        return False
    rest = text[end:].lstrip(".")
    return not text[end:] or (rest != text[end:] and _ends(rest)) or _ends(text[end:])


def _ends(rest: str) -> bool:
    return not rest or rest[0].isspace() or rest[0] in CLOSING
