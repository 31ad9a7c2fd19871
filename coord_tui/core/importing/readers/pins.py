"""Finds pins: tools with their versions, under a heading about pinned versions.

A rule that versions be pinned names no tool and makes no pin; it says which document and which
check go with those that the document does name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.commands import commands
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.statements import Place, Said, SaidPin
from coord_tui.core.importing.topics import words_of
from coord_tui.core.importing.words.rules import PIN_WORDS

_VERSION = re.compile(r"[~^=<>≥≤v ]*\d+(?:\.(?:\d+|x|\*))*(?:[-+.]?[a-z]+\d*)*(?:\s*\+)?")
_TOOL = re.compile(r"[@\w][\w.+#/@-]*(?: [\w.+#-]+){0,3}")
_SEPARATOR = re.compile(
    r"\s*(?:(?<![<>~^!])[:：=@]+|—|–|\s-\s|\bpinned (?:to|at)\b|\bis\b|\bversion\b)\s*"
)
_ASKED = re.compile(r"\S+ (?:--version|-v|-V|version)")


class _Verifying(NamedTuple):
    """What a document says of all pins: where they are written, what verifies them."""

    document: str = ""
    check: str = ""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The pinned tools of a document."""
    for node in document.root.walk():
        if node.kind == "section" and words_of(PIN_WORDS).head(node.words):
            verifying = _verifying(node)
            for each in node.walk():
                yield from _pins(document, each, verifying)


def _pins(document: Document, node: Node, verifying: _Verifying) -> Iterator[SaidPin]:
    if node.kind == "table":
        for row in node.rows[1:]:
            at = Place(document.name, row.line, row.line)
            yield from _in_cells(at, row.cells, verifying)
    elif node.kind in ("item", "text"):
        tool, expect, rest = _parted(node.runs)
        if tool and expect:
            asked = _asked(node.runs)
            yield SaidPin(document.at(node), tool, asked, expect, *verifying, note=rest)


def _in_cells(at: Place, cells: Sequence[Runs], verifying: _Verifying) -> Iterator[SaidPin]:
    """A row: the tool first, the first cell that is a version after it."""
    words = [plain(cell) for cell in cells]
    versions = [word for word in words[1:] if _VERSION.fullmatch(word.strip("` "))]
    if words and versions and _TOOL.fullmatch(words[0]):
        asked = next((found for cell in cells[1:] if (found := _asked(cell))), "")
        yield SaidPin(at, words[0], asked, versions[0].strip("` "), *verifying)


def _parted(runs: Runs) -> tuple[str, str, str]:
    """The tool, its version and what else a line says."""
    words = plain(runs)
    joint = _SEPARATOR.search(words)
    tool, rest = (words[: joint.start()], words[joint.end() :]) if joint else ("", "")
    if not joint and len(words.split()) == 2:
        tool, rest = words.split()
    found = _VERSION.match(rest)
    if not found or not _TOOL.fullmatch(tool.strip()):
        return "", "", ""
    after = rest[found.end() :]
    if after[:1].isalnum() or after[:1] == "/":
        return "", "", ""
    return tool.strip(), found[0].strip(), after.strip(" ()（）,;.—–-")


def _asked(runs: Sequence[Run]) -> str:
    """The command that prints a version."""
    return next((run.text for run in runs if run.code and _ASKED.fullmatch(run.text)), "")


def _verifying(section: Node) -> _Verifying:
    """The document and the check that a pinning rule names."""
    document = check = ""
    for node in section.walk():
        for run in node.runs:
            if run.code and not document and run.text.endswith((".md", ".lock", ".json", ".txt")):
                document = run.text
            elif run.code and not check:
                check = next((each.name for each in commands(_as_command(run.text))), "")
    return _Verifying(document, check)


def _as_command(text: str) -> str:
    """A script's path as the command that runs it."""
    return f"./{text}" if text.endswith((".py", ".sh", ".js")) and " " not in text else text
