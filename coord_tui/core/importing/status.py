"""How far a task is: finds its status in words and signs, where a status can stand.

A sign means something only beside a task; words say more than the sign beside them.
"""

import re
import unicodedata
from typing import Literal, cast

from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.words.status import HELD_WORDS, STATUS_SIGNS, STATUS_WORDS

Status = Literal["", "open", "claimed", "done", "dropped"]

_BY_WORDS = {
    phrase: cast(Status, status) for status, text in STATUS_WORDS.items() for phrase in listed(text)
}
_HELD = listed(HELD_WORDS)
_LONGEST = max(len(phrase.split()) for phrase in _BY_WORDS)
_FEW = 4
"""Of the words of which the last says that somebody has taken the task: `✓ Ana started`."""
_UNSPACED = sorted((p for p in _BY_WORDS if re.search("[぀-힯]", p)), key=len, reverse=True)
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3})\s?%")
_FRACTION = re.compile(r"^\W*(\d{1,4})\s*/\s*(\d{1,4})\b")
_HEX = re.compile(r"(?<![\w/.#-])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![\w/.-])")
_WAITING = re.compile(
    r"\b(?:blocked|waiting|waits)\s*(?:by|on|for|:)\s*[:：]?\s*(.+)", re.IGNORECASE
)
_STILL = re.compile(
    r"\b(?:pending|awaiting|awaits|needs|waiting for|wartet auf)\s+(?:\w+\s+){0,2}"
    r"(?:review|verification|qa|merge|approval|acceptance|tests?|testing|prüfung)\b"
    r"|待(?:\w{0,4})(?:验收|测试|审核|审查|合并|复核)"
    r"|レビュー待ち|マージ待ち|검토 ?대기|리뷰 ?대기",
    re.IGNORECASE,
)
_ONLY_HEX = re.compile(r"[0-9a-f]{7,40}")
_BOX = re.compile(r"\[([ xX~/>*-]?)\](?:\s+|$)")
_BOXES: dict[str, Status] = {"": "open", " ": "open", "x": "done", "X": "done", "-": "dropped"}


@remembered
def status_of(text: str) -> Status:
    """What a cell or field for the status says: by its words, its box, sign or percentage."""
    box, text = boxed(text.strip())
    return _status_of(text) or box


def _status_of(text: str) -> Status:
    words = said(text).split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        if found := _BY_WORDS.get(" ".join(words[:count])):
            return _unless_more(_unless_conditional(found, words[count:]), text)
    if words and (unspaced := next((p for p in _UNSPACED if words[0].startswith(p)), "")):
        return _unless_more(_BY_WORDS[unspaced], text)
    if len(words) <= _FEW and _BY_WORDS.get(" ".join(words[-1:])) == "claimed":
        return "claimed"
    return _counted(text) or signed(text)


def _unless_more(found: Status, text: str) -> Status:
    """What is built but waits for its review is still worked on."""
    return "claimed" if found == "done" and _STILL.search(text) else found


def boxed(text: str) -> tuple[Status, str]:
    """What a box at the beginning of a text says, and the text after it.

    One that is neither open nor ticked (`[~]`, `[/]`) is worked on; `[-]` is given up.
    """
    found = _BOX.match(text)
    return (_BOXES.get(found[1], "claimed"), text[found.end() :]) if found else ("", text)


@remembered
def whole_status(text: str) -> Status:
    """The status that is all a text says, but for signs, dates and commits; else empty."""
    return _BY_WORDS.get(said(_bare(text)), "")


def held(text: str) -> bool:
    """Whether a text says only that a task is put aside: `on hold`, `blocked`."""
    return said(_bare(text)) in _HELD


def signed(text: str) -> Status:
    """What the first sign in a text means that means something."""
    return cast(Status, next((STATUS_SIGNS[sign] for sign in text if sign in STATUS_SIGNS), ""))


def waited_for(text: str) -> str:
    """What a status names that the task waits for: `blocked on S4`, `waiting for #3`."""
    found = _WAITING.search(text)
    others = found[1].strip() if found else ""
    return others if "(" in others else others.rstrip(" .)")


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


def trimmed(text: str) -> tuple[str, str]:
    """A text without the signs before it and those after it that say how far it is.

    A picture after it that says nothing of that belongs to it: `Ship ✨`.
    """
    bare, signs = without_signs(text)
    start = text.find(bare) if bare else len(text)
    after = text[start + len(bare) :]
    if not bare or signed(after) or not any(unicodedata.category(each) == "So" for each in after):
        return bare, signs
    return bare + after.rstrip(), text[:start]


def _is_sign(letter: str) -> bool:
    return (
        letter.isspace()
        or letter in "•·▪▶►▸‣️⃣"
        or unicodedata.category(letter) in ("So", "Sk", "Cf")
    )


def _unless_conditional(found: Status, rest: list[str]) -> Status:
    """Nothing for `done when …`, which is a criterion; `pronto para …` is ready to be done."""
    if found == "done" and rest[:1] and rest[0] in _TO and len(rest) > 1:
        return "open"
    return (
        ""
        if rest[:1] in (["when"], ["if"], ["criteria"], ["cuando"], ["wenn"], ["quand"])
        else found
    )


_TO = frozenset(("para", "zum", "zur", "к", "pour", "voor", "do", "per"))


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
