"""Says when two titles are one: case, blanks, Markdown marks and how parts are set apart differ.

Every other sign counts, so that `C`, `C++` and `C#` stay three; no title becomes an empty text.
"""

import re

_MARKS = re.compile(r"(?<!\w)(\*\*|__|~~|[*_`])(?=\S)([^\n]{1,200}?)(?<=\S)\1(?!\w)")
_APART = re.compile(r":\s|\s[—–-]+\s")


def folded_title(title: str) -> str:
    """What the spellings of one title have in common."""
    plain = _APART.sub(" ", _MARKS.sub(r"\2", title)).casefold()
    return " ".join(plain.split()) or title
