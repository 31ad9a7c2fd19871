"""How far a task is: finds its status in words and signs, where a status can stand.

A sign means something only beside a task; words say more than the sign beside them.
"""

import re
import unicodedata
from typing import Literal, cast

from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.words.status import STATUS_SIGNS, STATUS_WORDS

Status = Literal["", "open", "claimed", "done", "dropped"]

_BY_WORDS = {
    phrase: cast(Status, status) for status, text in STATUS_WORDS.items() for phrase in listed(text)
}
_LONGEST = max(len(phrase.split()) for phrase in _BY_WORDS)
_UNSPACED = sorted((p for p in _BY_WORDS if re.search("[぀-힯]", p)), key=len, reverse=True)
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3})\s?%")
_FRACTION = re.compile(r"^\W*(\d{1,4})\s*/\s*(\d{1,4})\b")
_HEX = re.compile(r"(?<![\w/.#-])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![\w/.-])")
_WAITING = re.compile(
    r"\b(?:blocked|waiting|waits)\s*(?:by|on|for|:)\s*[:：]?\s*(.+)", re.IGNORECASE
)
_ONLY_HEX = re.compile(r"[0-9a-f]{7,40}")


def status_of(text: str) -> Status:
    """What a cell or field for the status says: by its first words, its sign, its percentage."""
    words = said(text).split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        if found := _BY_WORDS.get(" ".join(words[:count])):
            return _unless_conditional(found, words[count:])
    if words and (unspaced := next((p for p in _UNSPACED if words[0].startswith(p)), "")):
        return _BY_WORDS[unspaced]
    return _counted(text) or signed(text)


def whole_status(text: str) -> Status:
    """The status that is all a text says, but for signs, dates and commits; else empty."""
    return _BY_WORDS.get(said(_bare(text)), "")


def signed(text: str) -> Status:
    """What the first sign in a text means that means something."""
    return cast(Status, next((STATUS_SIGNS[sign] for sign in text if sign in STATUS_SIGNS), ""))


def waited_for(text: str) -> str:
    """What a status names that the task waits for: `blocked on S4`, `waiting for #3`."""
    found = _WAITING.search(text)
    return found[1].strip() if found else ""


def says_several(text: str) -> bool:
    """Whether a text lists statuses, as a legend does: `open → running → done`."""
    parts = re.split(r"→|->|=>|/|\||,|>", text)
    return sum(1 for part in parts if whole_status(part)) >= 2 and len(parts) >= 3


def commit_in(text: str, alone: bool = False) -> str:
    """The first commit id in a text: seven hexadecimal digits, letters and numbers among them.

    `alone`: the text is there for a commit, so digits alone will do.
    """
    found = _HEX.search(text)
    if found is None and alone:
        found = _ONLY_HEX.fullmatch(text.strip(" `()[]"))
    return found[0] if found else ""


def without_signs(text: str) -> tuple[str, str]:
    """A text without the signs at its two ends, and those signs."""
    start, end = 0, len(text)
    while start < end and _is_sign(text[start]):
        start += 1
    while end > start and _is_sign(text[end - 1]):
        end -= 1
    return text[start:end], text[:start] + text[end:]


def _is_sign(letter: str) -> bool:
    return (
        letter.isspace()
        or letter in "•·▪▶►▸‣️⃣"
        or unicodedata.category(letter) in ("So", "Sk", "Cf")
    )


def _unless_conditional(found: Status, rest: list[str]) -> Status:
    """Nothing for `done when …`, which is a criterion."""
    return (
        ""
        if rest[:1] in (["when"], ["if"], ["criteria"], ["cuando"], ["wenn"], ["quand"])
        else found
    )


def _counted(text: str) -> Status:
    """The status of `80 %` or `3/7`."""
    if found := _PERCENT.search(text):
        done, all = int(found[1]), 100
    elif found := _FRACTION.match(text):
        done, all = int(found[1]), int(found[2])
    else:
        return ""
    if done > all or not all:
        return ""
    return "done" if done == all else "claimed" if done else "open"


_NOISE = re.compile(r"\(?\b\d{4}-\d\d-\d\d\S*\)?|\bPR\s*#?\d+|#\d+", re.IGNORECASE)


def _bare(text: str) -> str:
    return _HEX.sub(" ", _NOISE.sub(" ", text))
