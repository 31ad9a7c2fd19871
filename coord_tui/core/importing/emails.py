"""Finds the email addresses that people write beside a name, and what else is said there."""

import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EMPTY = re.compile(r"[(<\[]\s*[)>\]]")


def emails_in(words: str) -> tuple[str, ...]:
    """The addresses, each once."""
    return tuple(dict.fromkeys(_EMAIL.findall(words)))


def without_emails(words: str) -> str:
    """What is said beside addresses; words without any stay as they are."""
    if not _EMAIL.search(words):
        return words
    return " ".join(_EMPTY.sub(" ", _EMAIL.sub(" ", words)).split()).strip(" ,;:–—-·|")
