"""The forms in which a plan leaves: how each is written, kept in a file, and known again there."""

import json
import re
from typing import Literal, NamedTuple, TypeAlias

from coord_tui.core.exporting.loosely import loosely
from coord_tui.core.exporting.markdown import BEGIN, END, markdown
from coord_tui.core.exporting.mermaid import mermaid
from coord_tui.core.marked_block import (
    digest_in,
    find_block,
    has_changed,
    is_mark,
    line_end,
    lines_of,
    with_block,
    with_digest,
)
from coord_tui.core.plan import Plan
from coord_tui.core.plan_document import plan_document

Format: TypeAlias = Literal["markdown", "mermaid", "codeowners", "json"]
Dialect: TypeAlias = Literal["github", "gitlab"]
FORMATS: tuple[Format, ...] = ("markdown", "mermaid", "codeowners", "json")
DIALECTS: tuple[Dialect, ...] = ("github", "gitlab")
MARKS: dict[Format, tuple[str, str]] = {
    "markdown": (BEGIN, END),
    "mermaid": ("<!-- coord-tui graph -->", "<!-- end of coord-tui graph -->"),
    "codeowners": ("# coord-tui owners", "# end of coord-tui owners"),
}
"""Around a block in a file that holds other things too; JSON has no such place."""
WRITTEN = "Written by `coord-tui export {}`, which writes it anew: change coord.yaml instead."
SIGNS: dict[Format, str] = {"mermaid": "%% ", "codeowners": "# "}
"""How a comment begins."""
AS_EXPORTED = "As exported"
"""Begins the line with the digest of a file that has no marks."""

_STEMS = (*(mark.removesuffix(" -->") for mark, _ in MARKS.values()),)
_DIGESTS = re.compile(
    rf"^([^\S\n]*(?:{'|'.join(map(re.escape, _STEMS))})|(?:%%|#) {AS_EXPORTED}), digest \S+", re.M
)


class Written(NamedTuple):
    """A plan in one of the forms."""

    text: str
    problems: tuple[str, ...] = ()
    """What of the plan that form cannot say, each in a line."""


def body(plan: Plan, format: Format, level: int = 1, dialect: Dialect = "github") -> Written:
    """What is written, without the marks or the words around it.

    `level` is how high the title of Markdown stands, `dialect` whose CODEOWNERS it is.
    """
    if format == "markdown":
        return Written(markdown(plan, level))
    if format == "mermaid":
        return Written(mermaid(plan))
    if format == "json":
        return Written(json_body(plan))
    from coord_tui.core.codeowners.writing import codeowners_text

    return Written(*codeowners_text(plan, dialect))


def json_body(plan: Plan) -> str:
    """The plan as JSON; what cannot be seen, or a terminal could obey, is written as its number."""
    text = json.dumps(plan_document(plan), indent=2, ensure_ascii=False)
    lines = text.split("\n")
    return "".join(f"{line if line.isprintable() else json_line(line)}\n" for line in lines)


def json_line(line: str, *, plain: bool = False) -> str:
    """The line, saying the same, with letters by their number; if `plain` all but ASCII's."""
    return "".join(
        one if one.isprintable() and (one.isascii() or not plain) else _number(one) for one in line
    )


def _number(letter: str) -> str:
    """As JSON writes it; of some letters two."""
    return "\\u007f" if letter == "\x7f" else json.dumps(letter)[1:-1]


def whole(written: str, format: Format, before: str = "") -> str:
    """A file, or standard output, that holds nothing else; `before` is what the file held."""
    if format == "markdown":
        kept = before if _is_marked(before, format) else ""
        return with_block(kept, written, *MARKS[format], digest=True, apart=True)
    text = f"{_head(written, format)}{written}" if format in SIGNS else written
    crlf = line_end(lines_of(before)) == "\r\n"
    return text.replace("\n", "\r\n") if crlf else text


def _head(written: str, format: Format) -> str:
    """What a file without marks begins with."""
    mark = with_digest(f"{SIGNS[format]}{AS_EXPORTED}", written.split("\n"))
    return f"{SIGNS[format]}{WRITTEN.format(format)}\n{mark}\n"


def inside(written: str, format: Format, before: str) -> str:
    """The text of a file with the export as a block in it.

    Raises: MarksBroken, with what is wrong with those that it has.
    """
    fenced = f"```mermaid\n{written}```\n" if format == "mermaid" else written
    apart = format != "codeowners"
    return with_block(before, fenced, *MARKS[format], digest=True, apart=apart)


def level_in(before: str) -> int:
    """How high the title stands: below that of a file which holds other things too.

    Raises: MarksBroken, as `inside`.
    """
    if not before.strip():
        return 1
    return 1 if _is_marked(before, "markdown") else 2


def is_ours(text: str, format: Format) -> bool:
    """Whether a file holds nothing but such an export, so that it may be written over."""
    if not text.strip():
        return True
    if format == "markdown":
        return _is_marked(text, format)
    if format == "json":
        from coord_tui.core.importing.own.json_form import is_own_json

        return is_own_json(text)
    return text.lstrip("\ufeff\r\n").startswith(_first(format))


def has_block(text: str, format: Format) -> bool:
    """Whether the file has such a block. Raises: MarksBroken, as `inside`."""
    return find_block(text, *MARKS[format]) is not None


def was_edited(text: str, format: Format, *, into: bool) -> bool | None:
    """Whether what export wrote there was changed since; None when nobody can tell.

    Raises: MarksBroken, as `inside`.
    """
    lines = lines_of(text.removeprefix("\ufeff"))
    if into or format == "markdown":
        found = find_block(text, *MARKS[format])
        if found is None or not any(line.strip() for line in found[1]):
            return False
        return has_changed(lines[found[0] - 1], found[1])
    return _is_other(lines, format) if format in SIGNS else None


def _is_other(lines: list[str], format: Format) -> bool | None:
    """Whether a file without marks was changed; also when anything stands before its digest."""
    marks = [place for place, line in enumerate(lines) if is_head(line, format)]
    if len(marks) != 2:
        return None
    stray = any(line.strip() for line in lines[: marks[0]] + lines[marks[0] + 1 : marks[1]])
    return stray or has_changed(lines[marks[1]], lines[marks[1] + 1 :])


def is_head(line: str, format: Format) -> bool:
    """Whether the line is one of those with which a file without marks begins."""
    text = line.removeprefix("\ufeff").strip(" \t\r\n")
    return text == _first(format) or is_mark(text, f"{SIGNS[format]}{AS_EXPORTED}")


def _first(format: Format) -> str:
    return f"{SIGNS[format]}{WRITTEN.format(format)}"


def same(one: str, other: str, format: Format, *, into: bool) -> bool:
    """Whether two files say the same, but for what editors and formatters do by themselves.

    Raises: MarksBroken, as `inside`.
    """
    if without_digest(one) == without_digest(other):
        return True
    if format not in MARKS:
        return False
    if was_edited(one, format, into=into) is False:
        mine, theirs = (_digest_of(text, format, into=into) for text in (one, other))
        return mine == theirs != ""
    plain = loosely if format == "markdown" else str.rstrip
    lines = ([*map(plain, lines_of(without_digest(text)))] for text in (one, other))
    have, want = ([*filter(None, each)] for each in lines)
    return have == want


def _digest_of(text: str, format: Format, *, into: bool) -> str:
    lines = lines_of(text.removeprefix("\ufeff"))
    if into or format == "markdown":
        found = find_block(text, *MARKS[format])
        return digest_in(lines[found[0] - 1]) if found else ""
    return next(filter(None, (digest_in(line) for line in lines if is_head(line, format))), "")


def without_digest(text: str) -> str:
    """The text without the digests in the marks of exports, which say nothing of the plan."""
    return _DIGESTS.sub(r"\1", text)


def _is_marked(text: str, format: Format) -> bool:
    """Whether a block is all that a text holds."""
    lines = [line for line in lines_of(text.replace("\ufeff", "")) if line.strip()]
    begin, end = MARKS[format]
    ours = bool(lines) and is_mark(lines[0], begin) and is_mark(lines[-1], end)
    return ours and find_block(text, begin, end) is not None
