r"""Reads the lines of a CODEOWNERS file, as GitHub or GitLab does, into rules with their owners.

Both forges take the last rule that matches. They differ in this:

- GitHub reads patterns as .gitignore does, skips lines with `[`, `!` or a leading `\#`, and takes
  ` #` for a comment.
- GitLab reads every pattern from any folder on unless it starts with `/`, judges each `[Section]`
  alone, knows `!pattern` (nobody need approve), takes all owners behind a pattern, even those in a
  comment, and `docs` for a file only. The last is hardly ever meant: while nobody knows the files,
  the folder counts here, too, and that is said (`bare` does otherwise where they are known).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.codeowners.filelike import looks_like_file
from coord_tui.core.codeowners.forge import HEADING, Dialect, dialect_of
from coord_tui.core.codeowners.lines import (
    as_gitlab,
    comment_text,
    refused,
    split,
    unescaped,
)
from coord_tui.core.codeowners.owners import is_owner
from coord_tui.core.codeowners.regions import Region, region_of
from coord_tui.core.codeowners.spelling import text_of
from coord_tui.core.patterns import Pattern, PatternError, parse


class Entry(NamedTuple):
    """A line that says whose some files are; without owners, that they are nobody's."""

    line: int
    region: Region
    text: str
    """The pattern as a plan has it."""
    owners: tuple[str, ...]
    note: str = ""
    excluded: bool = False
    """Whether no other rule of the section may take the files."""
    why: str = ""
    """What is not certain about it."""
    bare: bool = False
    """Whether the forge takes files of that name only, and the text folders, too."""


class Section(NamedTuple):
    """Rules that are judged for themselves; the first section has no name."""

    name: str
    line: int
    heading: str = ""
    defaults: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


class Unread(NamedTuple):
    """A line of which nothing was taken, and why, if that is not plain."""

    line: int
    text: str
    why: str = ""


class Parsed(NamedTuple):
    """A CODEOWNERS file, line by line."""

    dialect: Dialect
    sections: tuple[Section, ...]
    unread: tuple[Unread, ...]
    warnings: tuple[tuple[int, str], ...]
    names: tuple[tuple[str, str], ...]
    """(owner, session) where a comment says `session senior is @acme/core`."""


_NAMING = re.compile(r"#+\s*session (\S+) is (\S+)")


def parse_file(name: str, text: str) -> Parsed:
    """Everything that the file holds; total, whatever that is."""
    dialect = dialect_of(name, text)
    reader = _Reader(dialect, _lines(text))
    reader.read()
    return reader.parsed()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


class _Reader:
    """Goes through the lines once."""

    def __init__(self, dialect: Dialect, lines: list[str]) -> None:
        self.dialect, self.lines = dialect, lines
        self.sections: dict[str, Section] = {"": Section("", 0)}
        self.entries: dict[str, list[Entry]] = {"": []}
        self.unread: list[Unread] = []
        self.warnings: list[tuple[int, str]] = []
        self.names: list[tuple[str, str]] = []
        self.folders: set[str] = set()
        self.now = self.sections[""]
        self.spelled: dict[str, str] = {}
        """By how it is compared, the first spelling of each owner: forges know no case there."""

    def read(self) -> None:
        for line in self.lines:
            names = split(line)[0].split("/")
            self.folders.update(names[:-1])  # with a `/` at the end, all of them
        comment: list[int] = []
        for number, line in enumerate(self.lines, 1):
            if line.startswith("#"):
                comment.append(number)
                continue
            follows = self.lines[number] if number < len(self.lines) else ""
            alone = not follows or follows[0] in "#["
            note = ""
            if line and comment and alone and not self._is_heading(line):
                note = self._note(comment)
            self._name(comment)
            comment = []
            if line:
                self._line(number, line, note)
        self._name(comment)

    def parsed(self) -> Parsed:
        sections = (
            section._replace(entries=tuple(self.entries[key]))
            for key, section in self.sections.items()
        )
        return Parsed(
            self.dialect,
            tuple(section for section in sections if section.entries),
            tuple(sorted(self.unread)),
            tuple(self.warnings),
            tuple(self.names),
        )

    def _is_heading(self, line: str) -> bool:
        return self.dialect == "gitlab" and bool(HEADING.match(line))

    def _note(self, comment: list[int]) -> str:
        """The comment right above the only rule of a paragraph is about that rule."""
        said = [comment_text(self.lines[number - 1]) for number in comment]
        self._name(comment)
        return "\n".join(filter(None, said)) if not self._naming(comment) else ""

    def _naming(self, comment: list[int]) -> bool:
        return any(_NAMING.fullmatch(self.lines[number - 1]) for number in comment)

    def _name(self, comment: list[int]) -> None:
        for number in comment:
            found = _NAMING.fullmatch(self.lines[number - 1])
            if found and is_owner(found[2]):
                self.names.append((self._owner(found[2]), found[1]))

    def _line(self, number: int, line: str, note: str) -> None:
        if self.dialect == "gitlab" and (heading := HEADING.match(line)):
            self._heading(number, line, heading)
            return
        try:
            found = self._entry(number, line, note)
        except PatternError as error:
            self.unread.append(Unread(number, line, str(error)))
            return
        if isinstance(found, str):
            self.unread.append(Unread(number, line, found))
        else:
            self.entries[self.now.name.casefold()].append(found)

    def _heading(self, number: int, line: str, found: re.Match[str]) -> None:
        """A section begins, or goes on; one that is required anywhere is required."""
        optional, name, approvals, rest = found.groups()
        owners = tuple(each for each in (rest or "").split() if is_owner(each))
        old = self.sections.get(name.casefold())
        self.now = Section(old.name if old else name, number, line, owners)
        self.sections[name.casefold()] = old or self.now
        self.entries.setdefault(name.casefold(), [])
        several = approvals and int(approvals) > 1
        if optional:
            more = f", as are its {approvals} approvals" if several else ""
            words = f"section {name} is optional for GitLab{more}; a plan has owners only"
            self.warnings.append((number, words))
        elif several:
            words = f"section {name} wants {approvals} approvals; a plan does not count them"
            self.warnings.append((number, words))

    def _entry(self, number: int, line: str, note: str) -> Entry | str:
        """What a line says; a text says why it is passed over."""
        pattern, rest = split(line)
        if self.dialect == "gitlab":
            return self._gitlab(number, pattern, rest, note)
        if why := refused(pattern):
            return why
        said, *aside = re.split(r"(?:^|\s)#", rest, maxsplit=1)
        owners = said.split()
        if wrong := [each for each in owners if not is_owner(each)]:
            return f"GitHub skips the line, as {wrong[0]!r} names no owner"
        note = "\n".join(filter(None, (note, *map(comment_text, aside))))
        return self._made(number, pattern, pattern, owners, note)

    def _gitlab(self, number: int, pattern: str, rest: str, note: str) -> Entry | str:
        excluded = pattern.startswith("!")
        pattern = pattern[excluded:]
        words = rest.split()
        owners = [each for each in words or self.now.defaults if is_owner(each)]
        strange = [each for each in words if not is_owner(each)]
        if strange and "#" not in rest:
            self.warnings.append((number, f"{strange[0]!r} names no owner"))
        elif "#" in rest and any(map(is_owner, rest.partition("#")[2].split())):
            self.warnings.append((number, "GitLab reads owners in a comment behind a rule, too"))
        note = "\n".join(filter(None, (note, comment_text(rest.partition("#")[2]))))
        if not excluded:  # what a section gives up is none of its files
            note = note or (f"section {self.now.name}" if self.now.name else "")
        made = self._made(number, pattern, as_gitlab(pattern), [] if excluded else owners, note)
        bare = not pattern.endswith("/") and made.region.kind != "below"
        name = pattern.rpartition("/")[2]
        doubtful = bare and made.region.kind == "tree"
        why = f"GitLab takes {name!r} for a file only; a folder is meant by '/'" if doubtful else ""
        return made._replace(excluded=excluded, why=why, bare=bare)

    def _made(self, number: int, pattern: str, meant: str, owners: list[str], note: str) -> Entry:
        parsed = parse(meant)
        region = self._region(parsed)
        clean = unescaped(pattern)
        try:
            same = self._region(parse(clean)) == region
        except PatternError:
            same = False
        text = clean if same else text_of(region)
        return Entry(number, region, text, tuple(dict.fromkeys(map(self._owner, owners))), note)

    def _owner(self, text: str) -> str:
        """The owner as the file spells them first."""
        return self.spelled.setdefault(text.casefold(), text) if text.startswith("@") else text

    def _region(self, pattern: Pattern) -> Region:
        """What it takes; only files when its last name is a file's and never used as a folder."""
        whole = region_of(pattern)
        last = whole.row[-1] if whole.row else None
        leaf = last is not None and looks_like_file(last) and last not in self.folders
        return region_of(pattern, leaf)


def lines_of(parsed: Parsed) -> Iterator[Entry]:
    """Every rule of every section."""
    for section in parsed.sections:
        yield from section.entries
