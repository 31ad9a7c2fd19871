r"""Reads gitignore patterns, because plans speak of paths in the words that git users know.

A pattern is parsed once into an immutable `Pattern`, which matches paths of files: relative to the
top of the repository, with `/`. The time grows with path times pattern, whatever the two hold.
The rules are those of gitignore(5), as `git check-ignore` applies them, but for these points:

- `dir/*` takes the files in `dir` and not those in folders below it, as in CODEOWNERS and pathspec;
  git takes both. `dir/` and `dir/**` take everything.
- `?` and `[…]` match one character; git matches one byte.
- `**` glued to a name is a single star, as gitignore(5) says; git misreads `a**/b`.
- What git silently never matches is an error here: an empty pattern or name, `.` and `..`, a lone
  `[`, `\` before nothing. So are sets and escapes across a `/`, comments, and a leading `!`, which
  has no meaning where the most specific pattern wins.
"""

from __future__ import annotations

from itertools import takewhile

from coord_tui.core.globs import Glob, read, special
from coord_tui.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Segment = str | Glob
    """A literal name, a name with wildcards, or `DEEP`."""

DEEP = Glob("**")
"""Any number of names, also none: `**` between slashes."""
NO, BELOW, ITSELF = 0, 1, 2
"""How a pattern takes a file: not at all, through a folder above it, or the file itself."""


class PatternError(BadInput):
    """A pattern that cannot be meant; the message shows it and says why."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"pattern {text!r} {reason}")


class Pattern:
    """A parsed pattern; made by `parse` or `literal`."""

    __slots__ = ("_chars", "flat", "folder", "lead", "segments", "spelled", "text")

    def __init__(
        self, text: str, segments: tuple[Segment, ...], folder: bool, spelled: bool, lead: int
    ) -> None:
        self.text = text
        """As it was written."""
        self.segments = segments
        """What it matches, name by name."""
        self.folder = folder
        """Whether only folders that match count, with what lies in them."""
        self.flat = not spelled and not folder and _is_star(segments[-1])
        """Whether only files that match count, not what lies in folders that do."""
        self.spelled = spelled
        """Whether it was written without wildcards."""
        self.lead = lead
        """Length of the literal path before the first name with a wildcard."""
        self._chars = -1

    def __repr__(self) -> str:
        return f"<Pattern {self.text!r}>"

    @property
    def anchored(self) -> bool:
        """Whether it starts at the top of the repository."""
        return not self.segments or self.segments[0] is not DEEP

    @property
    def chars(self) -> int:
        """How many characters it spells out."""
        if self._chars < 0:
            self._chars = sum(
                len(part) if isinstance(part, str) else sum(isinstance(t, str) for t in part.tokens)
                for part in self.segments
            )
        return self._chars

    @property
    def meaning(self) -> tuple[object, ...]:
        """Equal for two spellings of one pattern, such as `a/b` and `/a/b`."""
        parts = (p if isinstance(p, str) or p is DEEP else p.tokens for p in self.segments)
        return (self.folder, *parts)

    def match(self, path: str) -> bool:
        """Whether it takes the file at this path."""
        return self.reach(path) != NO

    def reach(self, path: str) -> int:
        """How it takes the file at this path: `NO`, `BELOW` or `ITSELF`."""
        end = len(self.segments)
        at = self._closed({0})
        found = NO
        for name in path.split("/"):
            if end in at and not self.flat:
                found = BELOW
            at = self._closed(self._after(at, name))
            if not at:
                return found
        return ITSELF if end in at and not self.folder else found

    def _after(self, at: set[int], name: str) -> set[int]:
        """The places in the pattern to which one more name leads."""
        after = set()
        for place in at:
            part = self.segments[place] if place < len(self.segments) else None
            if part is DEEP:
                after.add(place)
            elif part == name or (isinstance(part, Glob) and part.test(name)):
                after.add(place + 1)
        return after

    def _closed(self, at: set[int]) -> set[int]:
        """With the place behind each `**`, which may stand for nothing."""
        size = len(self.segments)
        return at | {i + 1 for i in at if i < size and self.segments[i] is DEEP}


def parse(text: str) -> Pattern:
    """The pattern that this text means; `PatternError` when it means none."""
    body = _without_trailing_spaces(text) if text.endswith(" ") else text
    if not body:
        raise PatternError(text, "is empty")
    if body[0] in "#!":
        raise PatternError(text, _LEADING[body[0]])
    folder = body.endswith("/")
    core = body.removesuffix("/").removeprefix("/")
    if not core:
        raise PatternError(text, "names no file; write `**` for every file")
    names = core.split("/")
    anchored = len(names) > 1 or body[0] == "/"
    if special(core):
        segments = [_segment(text, name) for name in names]
        return _pattern(text, segments, folder, anchored)
    _check_names(text, names)
    return Pattern(text, (*names,) if anchored else (DEEP, *names), folder, True, len(core))


def literal(path: str) -> Pattern:
    """The pattern of exactly this path, whatever it holds; with a `/` at its end, of a folder."""
    folder = path.endswith("/")
    core = path.removesuffix("/")
    names = core.split("/")
    _check_names(path, names)
    return Pattern(escape(path), (*names,), folder, spelled=True, lead=len(core))


def of_task(text: str) -> Pattern | None:
    """The pattern of one of a task's files; a plain name is the file at the top, as a path is.

    None for what is no pattern: it holds nothing, and the plan's lint names it.
    """
    try:
        pattern = parse(text)
        return parse(f"/{text}") if pattern.spelled and not pattern.anchored else pattern
    except PatternError:
        return None


def escape(path: str) -> str:
    """How the pattern of exactly this path is written."""
    text = "".join("\\" + char if char in "\\*?[" else char for char in path)
    bare = text.rstrip(" ")
    return "/" + bare + "\\ " * (len(text) - len(bare))


_LEADING = {
    "#": "is a comment; write `\\#` for a name that starts so",
    "!": "starts with `!`, but the most specific pattern wins; write `\\!` for a name",
}
_NO_NAME = {
    "": "has an empty name before, between or after slashes",
    ".": "has the name `.`; leave it out, patterns start at the top of the repository",
    "..": "leaves the repository; no path may hold `..`",
}


def _check_names(text: str, names: Sequence[Segment]) -> None:
    for name in names:
        if name in _NO_NAME:
            raise PatternError(text, _NO_NAME[str(name)])


def _without_trailing_spaces(text: str) -> str:
    bare = text.rstrip(" ")
    backslashes = len(bare) - len(bare.rstrip("\\"))
    return text[: len(bare) + backslashes % 2]  # an odd one escapes the first space


def _segment(pattern: str, name: str) -> Segment:
    """A name of a pattern, checked, with its escapes resolved when it holds no wildcard."""
    if not special(name):
        return name
    if "[" not in name and "\\" not in name:
        return DEEP if len(name) > 1 and not name.strip("*") else Glob(name)
    try:
        tokens = read(name)
    except ValueError as error:
        raise PatternError(pattern, str(error)) from None
    letters = [token for token in tokens if isinstance(token, str)]
    return "".join(letters) if len(letters) == len(tokens) else Glob(name)


def _pattern(text: str, names: list[Segment], folder: bool, anchored: bool) -> Pattern:
    """The pattern of names that held wildcards or escapes when they were written."""
    _check_names(text, names)
    literals = list(takewhile(lambda name: isinstance(name, str), names))
    lead = len("/".join(map(str, literals)))
    segments, only_folders = _normal(names if anchored else [DEEP, *names], folder)
    return Pattern(text, segments, only_folders, len(literals) == len(names), lead)


def _is_star(part: Segment) -> bool:
    return isinstance(part, Glob) and part.text == "*"


def _normal(segments: list[Segment], folder: bool) -> tuple[tuple[Segment, ...], bool]:
    """One spelling for what means the same: no `**/**`, and no `**` at the end."""
    parts: list[Segment] = []
    for part in segments:
        if part is not DEEP or parts[-1:] != [DEEP]:
            parts.append(part)
    if not folder and len(parts) > 1 and _is_star(parts[-1]) and parts[-2] is DEEP:
        parts.pop()  # every file below: `a/**/*` is `a/**`
    if parts[-1] is DEEP:
        if folder:
            return (*parts, Glob("*")), True  # every folder below: `a/**/` is `a/**/*/`
        return tuple(parts[:-1]), True
    return tuple(parts), folder
