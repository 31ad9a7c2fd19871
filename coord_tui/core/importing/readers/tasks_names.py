"""Finds the id at the beginning of a task: `S4. Title`, `Task A: Title`, `[T-12] Title`.

An id is one word with a number in it, as people name tasks; versions, dates, files, priorities and
products' names with a number are none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.core.importing.phrases import listed
from coord_tui.core.importing.words.tasks import STREAM_WORDS, TASK_WORDS


class Named(NamedTuple):
    """The id of a task, empty when it has none, and what follows it."""

    id: str
    rest: str
    word: bool = False
    """Whether a word for a task stands before it: `Task A`."""
    stream: bool = False
    """Whether it is a work stream's name: `Workstream 2`."""
    marked: bool = False
    """Whether a sign sets it apart from the title."""


def _choice(text: str) -> str:
    return "|".join(sorted(map(re.escape, listed(text)), key=len, reverse=True)).replace(
        r"\ ", r"[\s-]?"
    )


_CYRILLIC = r"[А-ЯЁІЇ]{1,5}-?\d[\w.]*"
_ID = rf"{_CYRILLIC}|[A-Za-z]*\d[\w.+-]*|[A-Z]{{1,2}}\d*|[A-Z][A-Za-z]*-\d+\w*"
_AFTER_ID = r"(?P<sep>\s*[:：.)\]|·]+(?=\s|$)|\s*[:：]|\s+[-–—]+(?=\s)|\s*[–—]+\s*|\s+(?=[(（])|$)"
_WORD = re.compile(
    rf"(?:{_choice(TASK_WORDS)})s?\s*[#:№]?\s*(?P<id>{_ID})(?:{_AFTER_ID}|\s+(?=\S))", re.IGNORECASE
)
_STREAM = re.compile(
    rf"(?P<word>{_choice(STREAM_WORDS)})\s*[-#]?\s*(?P<id>\d{{1,2}}[a-z]?|[A-Z])\b{_AFTER_ID}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[(【「](?P<id>#?[\w.+-]{1,24})[\])】」]\s*[:：–—-]?\s*")
_PLAIN = re.compile(rf"(?P<id>#?[\w.+-]*?[\w+]){_AFTER_ID}\s*")
_SHAPE = re.compile(rf"{_CYRILLIC}|#?(?=[\w.+-]*\d)[A-Za-z][A-Za-z_]{{0,20}}[\w.+-]*|#\d+")
_NEVER = re.compile(
    r"[vV]?\d+(?:\.\d+)+|[vV]\d[\w.]*|\d{4}-\d\d.*|[pP]\d|utf-?\d+|sha-?\d+|\w+%|utc.*"
    r"|(?-i:.*\.(?:py|ts|tsx|js|jsx|md|rs|go|java|json|ya?ml|toml|html|css|sql|sh|txt|cs|cpp|rb|php"
    r"|vue|kt|swift|lock|cfg|ini|xml|svg|png))"
    r"|(?:agent|session|dev|phase|week|wave|sprint|round|step|day|option|version)[-_]?\w*"
    r"|(?:level|tier|part|section|appendix|note|rule|adr|rfc|person|worker|member|player|terminal"
    r"|team|instance)[-_]?\d*",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"[qQ][1-4]|md5|oauth2?|http2?|h264|web3|s3|ec2|es\d+|css3|html5|python3|py\d+|node\d*|k8s|i18n"
    r"|a11y|l10n|e2e|r2|d1|gpt.*|claude.*|gemini.*|sonnet.*|opus.*|codex.*|iso\d*|ipv[46]|x86.*"
    r"|arm\d+|win\d+|ios\d+|php\d|vue\d|angular\d+|react\d+|http\w*|neo4j|base64|mp[34]|h2|u2f|w3c",
    re.IGNORECASE,
)
_UNMARKED = re.compile(r"(?P<id>[A-ZА-ЯЁІЇ]{1,8}-?\d[\w.]*|#\d+)\s+(?=\S)")
_NUMBERED = re.compile(
    r"(?P<id>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)"
    r"(?:\s+[-–—]\s+|[.):]\s*|\s+)(?=[^\W\d_]|[`\"'(*])"
)
_COUNTED = re.compile(
    r"(?P<id>#?[A-Z]{0,3}-?\d{1,4}[A-Z]?(?:[.-]\d{1,3}){0,3}[a-z]?)"
    r"(?:\s+[-–—]\s+|[.):：]\s*|\s+)(?=[^\W\d_]|[`\"'(*])"
)
_TICKET = re.compile(r"(?P<id>[A-Z]{2,8}-\d{1,5})\s+(?=\S)")
_LIKE_PRIORITY = re.compile(
    r"(?P<id>P\d)(?:[:：.)]\s+|\s+[-–—]\s+|\s+)(?=\w)"
    r"(?!(?i:critical|urgent|high|medium|low|must|should|could|nice|blockers?|blocking|important"
    r"|normal|minor|major|priority|show|optional)\b)"
)
_LETTERED = re.compile(r"(?P<id>[A-ZА-ЯЁ])(?:\s+[-–—]+\s+|[.):]\s+)(?=\S)")
_DASHED = re.compile(r"(?P<id>[a-z][a-z0-9_]*(?:[-_][a-z0-9]+)+)\s+[-–—]\s+(?=\S)")


def is_id(text: str, apart: bool = True) -> bool:
    """Whether a word has the form of a task's id; not `apart`, it may be a product's name."""
    if len(text) > 32 or not _SHAPE.fullmatch(text) or _NEVER.fullmatch(text):
        return False
    return apart or not _PRODUCT.fullmatch(text)


def named(text: str, apart: str = "") -> Named:
    """The id at the beginning of a text and the text after it.

    `apart` is what stands there in a style of its own; it is an id even when no sign follows it.
    """
    for form, key in ((_STREAM, "stream"), (_WORD, "word")):
        found = form.match(text)
        if found and (key != "word" or _is_word_id(found["id"])):
            id = (
                f"{found['word'].replace(' ', '-')}-{found['id']}"
                if key == "stream"
                else found["id"]
            )
            return Named(_clean(id), _rest(text, found), key == "word", key == "stream", True)
    if is_id(apart) and text.startswith(apart):
        return Named(_clean(apart), text[len(apart) :].lstrip(" :：.)]|·–—-"), marked=True)
    if (found := _BRACKETED.match(text)) and is_id(found["id"]):
        return Named(_clean(found["id"]), _rest(text, found), marked=True)
    if (found := _PLAIN.match(text)) and is_id(found["id"], bool(found["sep"].strip())):
        return Named(_clean(found["id"]), _rest(text, found), marked=bool(found["sep"].strip()))
    return Named("", text)


def unmarked(text: str) -> Named:
    """The id of the form `T4 Title` or `#12 Title`, for where the points beside have such ids."""
    found = _UNMARKED.match(text)
    if found and is_id(found["id"]):
        certain = found["id"].startswith("#") or is_id(found["id"], apart=False)
        return Named(_clean(found["id"]), _rest(text, found), marked=certain)
    return Named("", text)


def numbered(text: str) -> Named:
    """The number before a title: `2. Title`, `2.1 Title`; for where all beside have one."""
    found = _NUMBERED.match(text)
    return Named(found["id"], _rest(text, found), marked=True) if found else Named("", text)


def counted(titles: Sequence[str]) -> bool:
    """Whether titles begin with ids of one count, all different: `1A.1 Hull`, `1A.2 Keel`.

    They share what stands before the last point, or count up by one.
    """
    ids = [leading(title).id for title in titles]
    if len(ids) < 2 or not all(ids) or len(set(ids)) < len(ids):
        return False
    if all("." in id for id in ids):
        return len({id.rpartition(".")[0] for id in ids}) == 1
    numbers = [int(id.lstrip("#")) for id in ids if id.lstrip("#").isdecimal()]
    return numbers == list(range(numbers[0], numbers[0] + len(ids))) if numbers else False


def leading(text: str) -> Named:
    """The id or number before a title, for where all titles beside have one."""
    if (name := unmarked(text)).id:
        return name
    found = _COUNTED.match(text)
    return Named(_clean(found["id"]), _rest(text, found), marked=True) if found else name


def like_priority(text: str) -> Named:
    """The id of the form `P1: Title` or `P1 Title`; for where it cannot be a priority."""
    found = _LIKE_PRIORITY.match(text)
    return Named(found["id"], _rest(text, found), marked=True) if found else Named("", text)


def ticketed(text: str) -> Named:
    """The id of the form `ABC-12 Title`, which no title begins with by chance."""
    found = _TICKET.match(text)
    return Named(found["id"], _rest(text, found), marked=True) if found else Named("", text)


def dashed(text: str) -> Named:
    """The id of the form `word-word - Title`, for where only a task can stand."""
    found = _DASHED.match(text)
    return Named(found["id"], _rest(text, found), marked=True) if found else Named("", text)


def lettered(text: str) -> Named:
    """The id of the form `A — Title`, for where fields of a task stand below."""
    found = _LETTERED.match(text)
    return Named(found["id"], _rest(text, found), marked=True) if found else Named("", text)


def in_alphabet(titles: Sequence[str]) -> bool:
    """Whether titles begin with the letters of a run from A on, whatever their order: `B — Keel`.

    At least three do; fewer may be words of one letter.
    """
    ids = [lettered(title).id for title in titles]
    return len(ids) > 2 and "".join(sorted(ids)) == _ALPHABET[: len(ids)]


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _is_word_id(id: str) -> bool:
    return bool(re.search(r"\d", id)) or (len(id) <= 2 and id.isupper())


def _rest(text: str, found: re.Match[str]) -> str:
    return text[found.end() :].lstrip(" :：–—-").strip()


def _clean(id: str) -> str:
    return id.removeprefix("#").rstrip(".-:")
