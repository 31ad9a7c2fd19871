"""Turns Markdown into blocks that know their lines; the only module that knows the Markdown parser.

CommonMark with tables and ~~struck~~ text, read by markdown-it-py. Nothing is ever raised: what is
no Markdown is text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coord_tui.core.importing.markdown.escapes import unescaped
from coord_tui.core.importing.markdown.inline import Line, Run, Runs, plain, read_words
from coord_tui.core.importing.markdown.lazy import begins, leads
from coord_tui.core.importing.markdown.tables import (
    Row,
    is_ruler,
    loose_rows,
    raw_cells,
    read_cells,
)

__all__ = ["Block", "Kind", "Line", "Row", "Run", "Runs", "blocks", "plain", "source_lines"]

Kind = Literal["heading", "text", "item", "table", "fence", "html", "rule"]


class Block(NamedTuple):
    """A block of a document, from its first line to its last one."""

    kind: Kind
    line: int
    end: int
    lines: tuple[Line, ...] = ()
    """The words of a heading or paragraph, and of an item's first paragraph."""
    level: int = 0
    """1 to 6 of a heading."""
    marker: str = ""
    """Of an item: `-`, or its number with what follows it, such as `3.`."""
    box: Literal["", " ", "x"] = ""
    """Of an item: an open or a ticked box."""
    children: tuple["Block", ...] = ()
    """What else stands in an item."""
    rows: tuple[Row, ...] = ()
    """Of a table: its header first."""
    info: str = ""
    """Of a fence: the word after the opening marks."""
    text: str = ""
    """What stands in a fence or is HTML, as written."""
    quoted: bool = False


_DEPTH = 44
"""How deep blocks may nest: a list takes two."""

_PARSER = MarkdownIt("commonmark", {"maxNesting": _DEPTH}).enable("table").disable("inline")
_BOX = re.compile(r"\[([ xX])\]\s+")
_BREAK = re.compile(r"\r\n?|\n")
_LABEL = re.compile(r"[\w.-]+\s*:|\s|#|$")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a document, in order; the fields before it (front matter) are none."""
    lines = unescaped(source_lines(text))
    front = _front_matter(lines)
    shown = "\n".join(["" if number < front else line for number, line in enumerate(lines)])
    return tuple(_mended(_blocks(_Tokens(_PARSER.parse(shown), lines))))


def source_lines(text: str) -> tuple[str, ...]:
    """The lines of a document as Markdown and editors count them: no form feed ends one."""
    lines = _BREAK.split(text)
    return tuple(lines[:-1] if not lines[-1] else lines)


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines at the beginning are fields between two rulers."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return number + 1
        if not _LABEL.match(line) and not line.startswith("-"):
            return 0
    return 0


class _Tokens:
    """A walk over the parser's flat list."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str]) -> None:
        self.tokens = tokens
        self.source = lines
        self.at = 0

    def take(self) -> Token | None:
        if self.at >= len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def place(self, token: Token) -> tuple[int, int]:
        """First and last line of what a token opens, blank lines at its end left out."""
        start, stop = token.map or (0, 1)
        while stop > start + 1 and not "".join(self.source[stop - 1 : stop]).strip(" \t>"):
            stop -= 1
        return start + 1, max(stop, start + 1)

    def until(self, closing: str, level: int) -> Iterator[Token]:
        """The tokens before the closing one of that level, which is taken too."""
        while (token := self.take()) and not (token.type == closing and token.level == level):
            yield token


def _blocks(tokens: _Tokens, closing: str = "", level: int = 0) -> Iterator[Block]:
    while token := tokens.take():
        if token.type == closing and token.level == level:
            return
        if token.type in ("bullet_list_open", "ordered_list_open"):
            yield from _blocks(tokens, token.type.replace("open", "close"), token.level)
        elif token.type == "blockquote_open":
            inside = _blocks(tokens, "blockquote_close", token.level)
            yield from (block._replace(quoted=True) for block in inside)
        elif token.type == "list_item_open":
            yield from _parted(_item(tokens, token), tokens.source)
        elif block := _block(tokens, token):
            yield block


def _block(tokens: _Tokens, token: Token) -> Block | None:
    line, end = tokens.place(token)
    match token.type:
        case "heading_open" | "paragraph_open":
            kind: Kind = "heading" if token.type == "heading_open" else "text"
            inside = list(tokens.until(token.type.replace("open", "close"), token.level))
            level = int(token.tag[1]) if kind == "heading" else 0
            words = "\n".join(each.content for each in inside)
            rows = loose_rows(words, line) if kind == "text" else ()
            return Block(kind, line, end, read_words(words, line), level=level, rows=rows)
        case "table_open":
            return Block("table", line, end, rows=tuple(_rows(tokens, token)))
        case "fence" | "code_block":
            return Block("fence", line, end, info=token.info.strip(), text=token.content)
        case "html_block":
            return Block("html", line, end, text=token.content)
        case "hr":
            return Block("rule", line, end)
    return None


def _item(tokens: _Tokens, token: Token) -> Block:
    line, end = tokens.place(token)
    inside = list(_mended(_blocks(tokens, "list_item_close", token.level)))
    lines: tuple[Line, ...] = ()
    if inside and inside[0].kind == "text":
        lines = inside.pop(0).lines
    box, lines = _ticked(lines)
    marker = f"{token.info}{token.markup}" if token.info else token.markup
    return Block("item", line, end, lines, marker=marker, box=box, children=tuple(inside))


def _parted(item: Block, source: Sequence[str]) -> Iterator[Block]:
    """An item, and after it the lead that follows it without a blank line.

    Markdown takes a line at the margin for more words of the item above; `Ben:` is none.
    """
    at = next((n for n, line in enumerate(item.lines) if n and leads(line, source)), None)
    last = item.children[-1] if item.children else None
    if last is not None and last.kind == "text" and leads(last.lines[0], source):
        yield item._replace(end=last.line - 1, children=item.children[:-1])
        yield last
    elif at is not None and not item.children:
        first = item.lines[at].number
        yield item._replace(end=first - 1, lines=item.lines[:at])
        yield from _own_lines(item, at, source)
    else:
        yield item


def _own_lines(item: Block, at: int, source: Sequence[str]) -> Iterator[Block]:
    """The lines behind an item, those together that no line of its own parts."""
    starts = [n for n in range(at, len(item.lines)) if n == at or begins(item.lines[n], source)]
    for start, end in zip(starts, [*starts[1:], len(item.lines)], strict=True):
        lines = item.lines[start:end]
        last = item.end if end == len(item.lines) else lines[-1].number
        yield Block("text", lines[0].number, last, lines)


def _ticked(lines: tuple[Line, ...]) -> tuple[Literal["", " ", "x"], tuple[Line, ...]]:
    """An item's box and its words after it."""
    first = lines[0].runs[0] if lines and lines[0].runs else Run("")
    found = None if first.code else _BOX.match(first.text)
    if not found:
        return "", lines
    runs = (first._replace(text=first.text[found.end() :]), *lines[0].runs[1:])
    return "x" if found[1] in "xX" else " ", (lines[0]._replace(runs=runs), *lines[1:])


def _rows(tokens: _Tokens, table: Token) -> Iterator[Row]:
    texts: list[str] = []
    line = table.map[0] + 1 if table.map else 1
    for token in tokens.until("table_close", table.level):
        if token.type == "tr_open":
            line, texts = tokens.place(token)[0], []
        elif token.type == "inline":
            texts.append(token.content)
        elif token.type == "tr_close":
            raw = raw_cells(tokens.source[line - 1], len(texts))
            yield Row(line, read_cells(raw or texts, line))


def _mended(found: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with rows that stand without a ruler or apart from their table made tables."""
    table: Block | None = None
    for block in found:
        loose = block.kind == "text" and block.rows
        if table and _is_ruler(block):
            table = table._replace(end=block.end)
            continue
        if table and loose and _fits(table, block):
            rows = (*table.rows, *block.rows)
            table = table._replace(kind="table", end=block.end, lines=(), rows=rows)
            continue
        if table:
            yield _whole(table)
        table = block if loose or block.kind == "table" else None
        if not table:
            yield block
    if table:
        yield _whole(table)


def _is_ruler(block: Block) -> bool:
    """Whether a paragraph is only the ruler of a table, with a blank line before it."""
    return block.kind == "text" and len(block.lines) == 1 and is_ruler(plain(block.lines[0].runs))


def _fits(table: Block, block: Block) -> bool:
    """Whether the rows of a block have as many cells as the table's first one."""
    wanted = len(table.rows[0].cells) if table.rows else 0
    return all(len(row.cells) == wanted for row in block.rows)


def _whole(block: Block) -> Block:
    """A table, or the paragraph again when it has one row only."""
    if block.kind == "text" and len(block.rows) > 1 and len(block.rows[0].cells) > 1:
        return block._replace(kind="table", lines=())
    return block if block.kind == "table" else block._replace(rows=())
