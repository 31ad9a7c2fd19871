"""What the columns of a table hold, found in its header, whatever language that is in."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, cast

from coord_tui.core.importing.alone import says_only
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.phrases import listed, said, wordlist
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.whom import AVOIDS, OWNS
from coord_tui.core.importing.words.columns import COLUMN_WORDS
from coord_tui.core.importing.words.names import EVERYBODY

Column = Literal[
    "", "session", "owner", "path", "files", "owns", "avoid", "shared", "note", "role", "branch",
    "worktree", "github", "email", "id", "title", "status", "after", "blocks", "commit", "pr",
    "group", "priority", "reviewer", "exports",
]  # fmt: skip
"""`path`: each row is about these paths; `files`: paths among other things of the row; `owns`: the
paths of the row's session; `avoid`: what it keeps its hands off; `exports`: what it gives to
others; empty: something else."""


class Columns(NamedTuple):
    """The kinds of a table's columns, from left to right."""

    kinds: tuple[Column, ...]

    def first(self, *kinds: Column) -> int | None:
        """Where the first of these kinds stands that the table has."""
        return next((self.kinds.index(kind) for kind in kinds if kind in self.kinds), None)

    def has_any(self, *kinds: Column) -> bool:
        """Whether the table has one of these kinds."""
        return any(kind in self.kinds for kind in kinds)

    def has(self, *kinds: Column) -> bool:
        """Whether the table has all of these kinds."""
        return all(kind in self.kinds for kind in kinds)


def bearer(kinds: Columns, rows: Sequence[Row]) -> int | None:
    """The column that says whose each row is where none is of names: short ids, or else roles."""
    at = kinds.first("id")
    ids = [plain(row.cells[at]) for row in rows[1:] if at is not None and at < len(row.cells)]
    if ids and all(map(_SHORT_ID.fullmatch, ids)):
        return at
    return kinds.first("role", "id")


_SHORT_ID = re.compile(r"[A-Za-z]{1,3}-?\d{0,2}")


def columns(header: Row) -> tuple[Column, ...]:
    """The kind of each column."""
    return tuple(column(plain(cell)) for cell in header.cells)


@remembered
def column(heading: str) -> Column:
    """The kind of the column with this heading."""
    if heading.strip() in ("#", "№"):
        return "id"
    if _LETTERED.match(heading):
        return ""
    first = " ".join(heading.split()[:2])
    if (evident(first) and _NUMBERED.search(first)) or _MODEL.search(_BRACKETS.sub(" ", heading)):
        return ""
    kind: Column = next((_KINDS[words] for words in _spellings(heading) if words in _KINDS), "")
    if kind == "session" and _is_of_all(said(heading)):
        return ""
    return "owns" if _of_own(kind, heading) else kind


def _is_of_all(heading: str) -> bool:
    """Whether a column is about all together: `Whole team`, `팀 전체`, `チーム全体`."""
    if heading in _KINDS:
        return False
    last = heading.split()[-1]
    together = last in EVERYBODY and last not in _KINDS
    return together or (heading in EVERYBODY and not last.endswith("s")) or last.endswith(_WHOLE)


_WHOLE = ("全体", "全员", "全員", "全體", "전체", "전원")
"""What ends words for all together in scripts that do not part words by spaces."""


def _of_own(kind: Column, heading: str) -> bool:
    """Whether a column is of its row's own: `Files (exclusive)`, `Owns these`, `Only edits`."""
    files = kind in ("files", "path")
    own = bool(_OWN.search(heading)) or (OWNS.within(heading) and not AVOIDS.within(heading))
    if kind == "owner" and _is_of_files(said(heading).split()):
        return True
    return (files and own) or ((files or not kind) and says_only(heading))


def _is_of_files(words: Sequence[str]) -> bool:
    """Whether a heading begins with files and goes on to whose: `Archivos de los que es dueño`.

    In a short one the last word counts: `File path owner`.
    """
    first = _KINDS.get(next(iter(words), ""))
    return (first == "files" and len(words) > _SHORT) or (
        first == "path" and len(words) > _SHORT + 1
    )


_SHORT = 2


_LETTERED = re.compile(r"\s*[A-Z]\d?\s+[-–—|·]+\s|\s*[A-Z]\d?:\s")
"""A column headed `B — Tools` is about B."""
_NUMBERED = re.compile(r"[\dA-Z]$")
"""A column headed `Member 2` is about that one."""
_BRACKETS = re.compile(r"[(（\[].*?[)）\]]")
_MODEL = re.compile(r"\bmod(?:el|ell|elo|elle|èle)\b|модель|模型|モデル|모델", re.IGNORECASE)
"""A column of models says what somebody runs on, not who works."""
_OWN = re.compile(
    r"[(（].*?(?:exclu|exklu|esclus|\bonly\b|\bown\b|только|свои|独占|専有|전용).*?[)）]",
    re.IGNORECASE,
)
"""`Files (exclusive)` are those that the row owns."""


@remembered
def label(words: str) -> Column:
    """The kind of what a field says; its label must say it, not some word in it."""
    bare = _BRACKETS.sub(" ", words)
    return _KINDS.get(said(words)) or _KINDS.get(said(bare)) or ""


def _spellings(heading: str) -> Iterator[str]:
    """What may stand in a table of words for a heading, the most exact first.

    All of it; without what is in brackets; each part of `Agent / Owner`; its last words, its first.
    """
    yield said(heading)
    bare = _BRACKETS.sub(" ", heading)
    yield said(bare)
    parts = [
        said(part)
        for part in re.split(r"[/|&+,:→]|\band\b|\bor\b|\by\b|\be\b|\bet\b|\bund\b", bare)
    ]
    if len(parts) > 1:
        yield from parts
    for part in parts:
        words = part.split()
        if len(words) > 1 and words[-1] in _OF:
            words = words[:-1]
            yield " ".join(words)
        if words and _GLUED.search(words[-1]):
            yield from (words[-1][at:] for at in range(1, len(words[-1]) - 1))
        yield from (" ".join(words[-n:]) for n in (2, 1) if len(words) > n)
        yield from (
            " ".join(words[:n]) for n in (2, 1) if len(words) > n and words[0] not in _SORTS
        )


_GLUED = re.compile(r"[\u3000-\u9fff\uac00-\ud7af]")
"""Scripts that do not part words by spaces."""
_OF = wordlist("name names id ids list nombre nome nom naam 名 이름 имя adı")
"""What is said of a kind of thing: the name of a branch is a branch's column."""
_SORTS = wordlist("primary main lead current assigned exclusive shared common other")
"""Words that begin a heading and do not say what it is of: `Primary risk`."""
_KINDS: dict[str, Column] = {
    phrase: cast(Column, kind)
    for kind, phrases in reversed(COLUMN_WORDS.items())
    for phrase in listed(phrases)
}
