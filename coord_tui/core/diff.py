"""What `git diff` says of one file, as values: total over any text, so that nothing is ever lost.

Lines that are no part of a known header or hunk are passed over; a line keeps its own text whole.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST = 5_000
"""Lines of one diff that are worth showing."""

_HUNK = re.compile(r"(@@+) ((?:-\d+(?:,\d+)? )+)\+(\d+)(?:,\d+)? @@+(.*)", re.DOTALL)
"""A combined diff has one `@` more, and one `-` part, for each parent more."""


class DiffLine(NamedTuple):
    """A line of a hunk."""

    sign: str
    """`+`, `-` or a blank; in a combined diff one for each parent."""
    text: str
    old: int = 0
    """Its number in the commit, from 1; 0: it is not there."""
    new: int = 0
    """Its number in the working tree."""
    staged: bool = False
    """Whether the index has this change, while it does not have others of the file."""

    @property
    def added(self) -> bool:
        """Whether a parent does not have it."""
        return "+" in self.sign

    @property
    def removed(self) -> bool:
        """Whether only a parent has it."""
        return "-" in self.sign


class DiffHunk(NamedTuple):
    """Lines that changed, with some around them."""

    title: str
    """Git's own line: where it is, and in which function."""
    lines: tuple[DiffLine, ...]


class FileDiff(NamedTuple):
    """How a file in a working tree differs from HEAD."""

    hunks: tuple[DiffHunk, ...] = ()
    modes: tuple[str, str] = ("", "")
    """The file's mode before and after, in git's digits; empty: no file, or not told."""
    alike: str = ""
    """Of a renamed file, how much of it is the same, such as `95%`."""
    binary: bool = False
    crlf: bool = False
    """Whether every line ends in CR LF, which then is not in the lines' texts."""
    bare_end: bool = False
    """Whether the last line, before or after, has no line end."""
    more: int = 0
    """Lines that are left out, because there are too many."""
    size: int = 0
    """Bytes of a file that is too big to be compared; 0: it was."""

    @property
    def added(self) -> int:
        """How many lines are new."""
        return sum(line.added for hunk in self.hunks for line in hunk.lines)

    @property
    def removed(self) -> int:
        """How many lines are gone."""
        return sum(line.removed for hunk in self.hunks for line in hunk.lines)


def parse_diff(text: str, most: int = MOST) -> FileDiff:
    """What git printed about one file; of a changed type, which git shows as two, both in turn."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    headers: dict[str, str] = {}
    hunks: list[DiffHunk] = []
    binary = False
    at = 0
    while at < min(len(lines), most):
        if begins := _HUNK.fullmatch(lines[at]):
            end = _end_of_hunk(lines, at + 1)
            inside = lines[at + 1 : min(end, most)]
            hunks.append(DiffHunk(lines[at], tuple(_numbered(inside, begins))))
            at = end
            continue
        binary |= lines[at].startswith("Binary files ")
        _header(lines[at], headers)
        at += 1
    return _without_cr(
        FileDiff(
            tuple(hunks),
            (headers.get("before", ""), headers.get("after", "")),
            headers.get("alike", ""),
            binary,
            bare_end=any(line.startswith("\\ ") for line in lines),
            more=max(0, len(lines) - most),
        )
    )


def all_added(text: str, mode: str, most: int = MOST) -> FileDiff:
    """The diff of a file that git does not have."""
    lines = text.split("\n")
    bare_end = bool(lines[-1])
    if not bare_end:
        lines.pop()
    shown = tuple(DiffLine("+", line, 0, n) for n, line in enumerate(lines[:most], 1))
    hunks = (DiffHunk(f"@@ -0,0 +1,{len(lines)} @@", shown),) if shown else ()
    more = max(0, len(lines) - most)
    found = FileDiff(hunks, ("", mode), bare_end=bool(bare_end and hunks), more=more)
    return _without_cr(found)


def with_staged(diff: FileDiff, cached: FileDiff, pending: FileDiff) -> FileDiff:
    """The diff with its staged lines marked.

    Args: cached: HEAD to index, which has HEAD's numbers; pending: index to working tree.
    """
    gone = {line.old for hunk in cached.hunks for line in hunk.lines if line.removed}
    come = {line.new for hunk in pending.hunks for line in hunk.lines if line.added}

    def marked(line: DiffLine) -> DiffLine:
        staged = line.old in gone if line.removed else line.added and line.new not in come
        return line._replace(staged=staged)

    hunks = (h._replace(lines=tuple(map(marked, h.lines))) for h in diff.hunks)
    return diff._replace(hunks=tuple(hunks))


def first_line(diff: FileDiff, hunk: int = 0) -> int:
    """The number, in the working tree, of a hunk's first changed line, from 1; 0: there is none."""
    last = 0
    for line in diff.hunks[hunk].lines if hunk < len(diff.hunks) else ():
        if line.added or line.removed:
            return line.new or last + 1
        last = line.new
    return 0


def _end_of_hunk(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].startswith(("@@", "diff --")):
        at += 1
    return at


def _numbered(lines: list[str], begins: re.Match[str]) -> Iterator[DiffLine]:
    """The lines of a hunk, each with its numbers."""
    parents = len(begins[1]) - 1
    plain = parents == 1  # of several parents the numbers would say little
    old = int(begins[2].split()[0].partition(",")[0].removeprefix("-"))
    new = int(begins[3])
    for line in lines:
        if line.startswith("\\ "):  # that the line before has no line end
            continue
        sign = line[:parents].ljust(parents)  # git may leave out the blank of an empty line
        there, here = plain and "+" not in sign, "-" not in sign
        yield DiffLine(sign, line[parents:], old if there else 0, new if here else 0)
        old += there
        new += here


def _header(line: str, headers: dict[str, str]) -> None:
    """Keep what a line before the first hunk says."""
    for start, name in _HEADERS:
        if line.startswith(start) and not (name == "before" and name in headers):
            headers[name] = line.removeprefix(start)


_HEADERS = (
    ("old mode ", "before"),
    ("deleted file mode ", "before"),
    ("new mode ", "after"),
    ("new file mode ", "after"),
    ("similarity index ", "alike"),
)


def _without_cr(diff: FileDiff) -> FileDiff:
    """The diff of a file whose lines all end in CR LF, without the CR."""
    texts = [line.text for hunk in diff.hunks for line in hunk.lines]
    if not texts or not all(text.endswith("\r") for text in texts):
        return diff
    hunks = tuple(
        hunk._replace(lines=tuple(line._replace(text=line.text[:-1]) for line in hunk.lines))
        for hunk in diff.hunks
    )
    return diff._replace(hunks=hunks, crlf=True)
