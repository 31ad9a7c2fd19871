"""Turns the words of a paragraph or cell into runs, line by line, in time linear in their length.

Paragraphs are read a piece at a time, parted between lines, and lines and words have a bound: what
is odd about the parser costs nothing then.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coord_tui.core.importing.markdown.lengths import shortened, single_spaced


class Run(NamedTuple):
    """A piece of a line in one style; `link` is where it leads."""

    text: str
    code: bool = False
    strong: bool = False
    struck: bool = False
    link: str = ""


Runs = tuple[Run, ...]


class Line(NamedTuple):
    """One source line of a paragraph, and its number from 1."""

    number: int
    runs: Runs


PIECE = 10_000
"""How many letters are read at once."""

_PARSER = MarkdownIt("commonmark", {"maxNesting": 8}).enable("strikethrough")
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def plain(runs: Sequence[Run]) -> str:
    """The words of some runs without their styles, spaces made one."""
    return " ".join("".join(run.text for run in runs).split())


def read_words(words: str, line: int) -> tuple[Line, ...]:
    """The lines of a paragraph that begins on that line, those without words left out."""
    return tuple(each for piece, at in _pieces(words, line) for each in _read_piece(piece, at))


def _pieces(words: str, line: int) -> Iterator[tuple[list[str], int]]:
    """Lines that are read together, each with the number of its first one."""
    piece: list[str] = []
    size = 0
    for number, text in enumerate(map(shortened, words.split("\n")), line):
        if piece and size + len(text) > PIECE:
            yield piece, number - len(piece)
            piece, size = [], 0
        piece.append(text)
        size += len(text)
    yield piece, line + words.count("\n") + 1 - len(piece)


def _read_piece(piece: list[str], line: int) -> Iterator[Line]:
    lines = _parsed("\n".join(piece))
    if len(lines) != len(piece):
        # A code span or tag runs over the end of a line, and the parser does not say which one.
        lines = [runs for text in piece for runs in _parsed(text)[:1]]
    for number, runs in enumerate(lines, line):
        if runs:
            yield Line(number, tuple(runs))


def _parsed(words: str) -> list[list[Run]]:
    """The runs of each line, as far as the parser lets lines be told apart."""
    tokens: list[Token] = []
    _PARSER.inline.parse(words, _PARSER, {}, tokens)
    lines: list[list[Run]] = [[]]
    strong = struck = 0
    link = ""
    for token in _with_globs(tokens):
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "s_open" | "s_close":
                struck += token.nesting
            case "link_open" | "link_close":
                link = str(token.attrs.get("href", "")) if token.nesting == 1 else ""
            case "softbreak" | "hardbreak":
                lines.append([])
            case "html_inline" if not _HTML_BREAK.fullmatch(token.content):
                continue
            case _ if token.content:
                text = " " if token.type == "html_inline" else single_spaced(token.content)
                run = Run(text, token.type == "code_inline", strong > 0, struck > 0, link)
                lines[-1].append(run)
    return [_merged(runs) for runs in lines]


_BEFORE_GLOB = {"*": re.compile(r"[A-Za-z0-9_/.-]$"), "**": re.compile(r"[/.]$")}
"""What stands before stars that are a pattern's, by how many they are."""


def _with_globs(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, emphasis that opens inside a path turned back into stars: `a/*, b/*.py`."""
    globs: list[bool] = []
    before = ""
    for token in tokens:
        glob = False
        if token.type in ("em_open", "strong_open"):
            sign = _BEFORE_GLOB.get(token.markup)
            glob = bool(sign and sign.search(before))
            globs.append(glob)
        elif token.type in ("em_close", "strong_close"):
            glob = globs.pop()
        yield Token("text", "", 0, content=token.markup) if glob else token
        before = token.content if token.type == "text" else ""


def _merged(runs: Sequence[Run]) -> list[Run]:
    """The runs, neighbours of one style made one; two code spans stay two."""
    merged: list[list[Run]] = []
    for run in runs:
        if merged and not run.code and merged[-1][0][1:] == run[1:]:
            merged[-1].append(run)
        else:
            merged.append([run])
    return [same[0]._replace(text="".join(run.text for run in same)) for same in merged]
