"""Writes who owns what in a plan as a CODEOWNERS file, and says what such a file cannot say.

The least specific rule comes first, as the last one that matches decides there. Files that several
sessions share have all of them as owners; `nobody` is a rule without owners.
"""

import re
from collections.abc import Iterator
from itertools import product

from coord_tui.core.codeowners.forge import Dialect
from coord_tui.core.codeowners.names import ANY_NAME, Name, Token, written
from coord_tui.core.codeowners.ordering import Claim, Ordered, ordered, shadowed
from coord_tui.core.codeowners.owners import handle, sessions_of, unlike_github
from coord_tui.core.codeowners.regions import DEEP, Part, Region
from coord_tui.core.patterns import PatternError, parse
from coord_tui.core.plan import Plan, Session, Shared
from coord_tui.core.verdicts import NOBODY

_MOST_SPELLINGS = 40
_GITHUB_SIZE = 3_000_000
_UNWRITTEN = re.compile(r"[\[\]\x00-\x1f\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u3000]")
"""Characters that stand as `?` in a file for GitHub: brackets, and what ends or splits a line."""


def codeowners_text(plan: Plan, dialect: Dialect = "github") -> tuple[str, tuple[str, ...]]:
    """The file, and what could not be said: one sentence each."""
    return _Writing(plan, dialect).written()


class _Writing:
    def __init__(self, plan: Plan, dialect: Dialect) -> None:
        self.plan, self.dialect = plan, dialect
        self.unsaid: dict[str, None] = {}
        self.handles: dict[str, str] = {}

    def written(self) -> tuple[str, tuple[str, ...]]:
        claims = list(self._claims())
        found = ordered(claims)
        for first, last in {one.pattern.text: (one, other) for one, other in found.lost}.values():
            words = f"{first.pattern.text} is more specific than {last.pattern.text} here and there"
            self._cannot(f"{words}; in the file the later one decides")
        if found.tired:
            self._cannot("there are too many rules to compare them all: some paths may differ")
        lines = [line for rule in shadowed(found.rules) for line in self._rule(rule)]
        every = [*self._heading(), *self._names(), *lines]
        shown = (line for before, line in zip(["", *every], every, strict=False) if line or before)
        text = "".join(f"{line}\n" for line in shown)
        if self.dialect == "github" and len(text.encode("utf-8", "replace")) > _GITHUB_SIZE:
            self._cannot("the file is larger than the 3 MB that GitHub reads")
        return text, tuple(self.unsaid)

    def _cannot(self, words: str) -> None:
        self.unsaid[_line(words)] = None

    def _claims(self) -> Iterator[Claim]:
        """The rules of the plan; those that are no patterns are named and left out."""
        owned = (
            (one.path, () if one.session == NOBODY else (one.session,), one.line, one.note)
            for one in self.plan.ownership
        )
        shared = ((one.path, self._sharing(one), one.line, one.note) for one in self.plan.shared)
        for path, names, line, note in (*owned, *shared):
            try:
                pattern = parse(path)
            except PatternError as error:
                self._cannot(str(error))
                continue
            yield Claim(pattern, tuple(map(self._handle, names)), line, note)

    def _sharing(self, shared: Shared) -> tuple[str, ...]:
        """Who shares a pattern: those that it names, else all."""
        names = tuple(part.session for part in shared.sessions)
        every = names or tuple(session.name for session in self.plan.sessions)
        if len(every) < 2:
            self._cannot(f"{shared.path} is shared, but by one or nobody in the file")
        return every

    def _handle(self, name: str) -> str:
        if name not in self.handles:
            session = self.plan.session(name) or Session(name)
            found = handle(session)
            if found in self.handles.values():
                other = next(each for each, has in self.handles.items() if has == found)
                self._cannot(f"{name} and {other} are both {found}")
            elif self.dialect == "github" and unlike_github(found):
                self._cannot(f"{name} would be {found}, and GitHub has no such names")
            self.handles[name] = found
        return self.handles[name]

    def _heading(self) -> list[str]:
        whose = (
            f"Who owns what in {_line(self.plan.project)}" if self.plan.project else "Who owns what"
        )
        return [f"# {whose}. The last rule that matches decides.", ""]

    def _names(self) -> list[str]:
        """Which session is meant, where a reader could not tell by the owner."""
        by_owner = {owner: name for name, owner in self.handles.items()}
        told = sessions_of(by_owner, {})
        unlike = [
            f"# session {name} is {owner}"
            for owner, name in by_owner.items()
            if told[owner].name != name
        ]
        return [*unlike, ""] if unlike else []

    def _rule(self, rule: Ordered) -> list[str]:
        spellings = self._spellings(rule.region)
        if not spellings:
            text = rule.claim.pattern.text
            self._cannot(f"{text} has a set of characters, which GitHub does not know")
            return [f"# {_line(text)}: GitHub knows no [ ]"]
        owners = "".join(f" {owner}" for owner in rule.claim.owners)
        lines = [text + owners for text in spellings]
        if not rule.claim.note or rule.made or len(lines) > 1:
            return lines
        return ["", *(f"# {_line(each)}" for each in rule.claim.note.splitlines()), *lines, ""]

    def _spellings(self, region: Region) -> list[str]:
        """How the file names the region: mostly one pattern; none when there is no way."""
        rows = _spelled_out(region.row) if self.dialect == "github" else [region.row]
        kinds = [region.kind]
        if self.dialect == "gitlab" and region.kind == "tree":
            kinds = ["leaf", "below"]
        return [self._text(row, kind == "below") for row in rows for kind in kinds]

    def _text(self, row: tuple[Part, ...], folder: bool) -> str:
        names = [self._name(part) for part in row]
        if folder and names and names[-1] == "**":
            names.append("*")
        if not names:
            return "*"
        text = "/".join(names) + "/" * folder
        if names[0] != "**":
            return "/" + text
        plain = len(names) == 2 and not text.startswith(("**/#", "**/!", "**/["))
        return text.removeprefix("**/") if plain and names[1] != "*" else text

    def _name(self, part: Part) -> str:
        if part is DEEP:
            return "**"
        text = written(part)
        if self.dialect == "github":
            text = re.sub(r"\\\[", "[", text)
        wide = (
            _UNWRITTEN.sub("?", text)
            if self.dialect == "github" or not text.isprintable()
            else text
        )
        if wide != text:
            self._cannot(f"{_line(text)} is written {wide}, which takes any character there")
        return wide.replace(" ", "\\ ")


def _spelled_out(row: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """The row without sets of characters: one for each way to choose; none when they are many."""
    ways = [[part] if part is DEEP else _choices(part) for part in row]
    size = 1
    for way in ways:
        size *= len(way)
    return list(product(*ways)) if 0 < size <= _MOST_SPELLINGS else []


def _choices(name: Name) -> list[Part]:
    if isinstance(name, str) or name == ANY_NAME:
        return [name]
    found: list[tuple[Token, ...]] = [()]
    for token in name:
        one = _characters(token)
        found = [(*row, each) for row in found for each in one][: _MOST_SPELLINGS + 1]
    return list(found)


def _characters(token: Token) -> list[Token]:
    """The characters of a small set; of a large one none; all else stays."""
    if token is None or isinstance(token, str) or token == (True, ()):
        return [token]
    negated, ranges = token
    size = sum(ord(high) - ord(low) + 1 for low, high in ranges)
    if negated or size > _MOST_SPELLINGS:
        return []
    return [chr(code) for low, high in ranges for code in range(ord(low), ord(high) + 1)]


def _line(text: str) -> str:
    """Text of others on one line of a comment."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
