"""Reads a CODEOWNERS file into what it states: sessions, what they own, what they share.

- One owner: the session owns the pattern. Several: any of them may approve, so the files are shared
  by these sessions; an export names the same owners again.
- A rule without owners, or GitLab's `!`, leaves files to nobody: `nobody` owns them in the plan.
- GitLab asks the owners in all sections. Those of all files (`*`) are read as the owners of what no
  section gives to others; that is said.
- Of rules for where others meet only those stay that some file needs, when the files are known;
  when they are not, no more than the file has lines, and none that takes a folder from anywhere in
  one from anywhere: the lines that meet are named instead, with a path.
- Whose a path is stays as it is, though in a plan the most specific rule decides (`settling`); when
  the files are known, each is compared, and one that would change hands is named.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from coord_tui.core.codeowners.bare import for_files
from coord_tui.core.codeowners.combining import Combined, combined
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.owners import sessions_of
from coord_tui.core.codeowners.parsing import Parsed, Section, lines_of, parse_file
from coord_tui.core.codeowners.pruning import without_empty
from coord_tui.core.codeowners.ranking import Ranked, Shadowed, Unsaid, ranked
from coord_tui.core.codeowners.settling import Settled, settle
from coord_tui.core.codeowners.tracked import TooLarge, Tracked
from coord_tui.core.codeowners.verifying import mended
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidOwned,
    SaidSession,
    SaidShared,
    Sure,
)
from coord_tui.core.plan import Session
from coord_tui.core.verdicts import NOBODY

Found = tuple[tuple[Said, ...], tuple[Passage, ...], tuple[Warned, ...]]
_LONGEST = 2_000
_TOO_LARGE = (
    "there are too many files and wildcards to compare the owners of each: read as if no file were "
    "known; begin patterns with a folder (`/src/**/*.sql`), or import the file in parts"
)
_KNOWN = "import it in its repository, where the files are known, and each is compared"


def read_codeowners(name: str, text: str, tree: Collection[str] | None = None) -> Found:
    """What the file states, what it says besides, and what about it is odd.

    `tree` are the files for which it is; None when nobody knows them.
    """
    return _Reading(name, parse_file(name, text), tree).found()


class _Reading:
    def __init__(self, name: str, parsed: Parsed, tree: Collection[str] | None) -> None:
        self.name, self.parsed = name, parsed
        self.tree = Tracked(tree) if tree else None
        self.warnings = [self._warned(line, words) for line, words in parsed.warnings]
        self.doubts: dict[int, tuple[Sure, str]] = {}

    def found(self) -> Found:
        settled = self._settled()
        owners = [owner for entry in lines_of(self.parsed) for owner in entry.owners]
        sessions = sessions_of(owners, dict(self.parsed.names))
        for unsaid in settled.unsaid:
            self._doubt(unsaid)
        said = (*self._sessions(sessions), *self._rules(settled, sessions))
        unread = tuple(
            Passage(self._at(line), text[:_LONGEST]) for line, text, _ in self.parsed.unread
        )
        why = [self._warned(line, words) for line, _, words in self.parsed.unread if words]
        warnings = sorted([*self.warnings, *why], key=lambda each: each.at.line)
        return said, unread, tuple(warnings)

    def _settled(self) -> Settled:
        if self.tree:
            try:
                return self._for_files(self.tree)
            except TooLarge:
                self.warnings.append(self._warned(1, _TOO_LARGE))
        return self._for_any_files()

    def _lists(self, sections: Iterable[Section]) -> list[list[Ranked]]:
        """The rules of each section that decide anything; those that do not are named."""
        lists: list[list[Ranked]] = []
        for section in sections:
            rules, shadowed = ranked(section)
            lists.append(rules)
            self.warnings += [self._shadowed(each) for each in shadowed]
        return lists

    def _for_any_files(self) -> Settled:
        lists = self._lists(self.parsed.sections)
        found, odd = self._combined(lists)
        self.warnings += odd
        settled = settle(found.rules)
        self._tell_made(settled.rules)
        if found.unsaid:
            self._examples(found.unsaid, "where this meets line {} the owners are those of one")
        if settled.nested:
            self._examples(settled.nested, "where this meets line {} the more specific one decides")
        if settled.unchecked:
            words = "too many rules meet: from here on a later rule may lose to a more specific one"
            self.warnings.append(self._warned(settled.unchecked, f"{words}; {_KNOWN}"))
        return settled

    def _for_files(self, tree: Tracked) -> Settled:
        """The rules that these files need; those for which not all comes right are doubtful."""
        spelled = [for_files(section, tree) for section in self.parsed.sections]
        lists = self._lists(section for section, _ in spelled)
        self.warnings += [self._warned(*each) for _, told in spelled for each in told]
        found, _ = self._combined(lists, tree)
        rules = without_empty(settle(found.rules, tree).rules, tree.paths)
        rules, wrong = mended(lists, rules, tree)
        if wrong:
            first, more = wrong[0], f" and {len(wrong) - 1} more" if wrong[1:] else ""
            wanted, got = (" ".join(each) or "nobody" for each in (first.wanted, first.got))
            words = f"{first.path}{more} would be of {got} in a plan, and is of {wanted} here"
            self.warnings.append(self._warned(first.line or 1, f"{words}: own it by its name"))
            self.doubts |= {one.line: ("doubtful", words) for one in wrong}
        return Settled(rules, (), (), 0)

    def _tell_made(self, rules: Sequence[Ranked]) -> None:
        """Say which rules no line of the file says."""
        made = [rule for rule in rules if rule.made]
        if made:
            more, are = (f" and {len(made) - 1} more", "are") if made[1:] else ("", "is")
            words = f"{made[0].text}{more}, where lines meet, {are} kept: nobody knows here which "
            self.warnings.append(self._warned(made[0].line, f"{words}files there are"))

    def _combined(
        self, lists: Sequence[Sequence[Ranked]], tree: Tracked | None = None
    ) -> tuple[Combined, list[Warned]]:
        """The rules of all sections in one list; where that is too much, one after the other."""
        try:
            found = combined(lists, tree)
        except TooMany:
            words = "too many rules of the sections meet: a path has the owners of one section only"
            odd = [self._warned(self.parsed.sections[0].line, words)]
            return Combined(tuple(rule for rules in lists for rule in rules)), odd
        for line in sorted(found.given_way):
            words = "GitLab asks the owners of all files beside those of a section; read as the "
            self.warnings.append(self._warned(line, words + "owners of what no section has"))
        return found, []

    def _examples(self, pairs: Sequence[Unsaid], words: str) -> None:
        """One warning for many pairs of lines; the rules there are less than certain."""
        told = [
            words.format(later) + (f", as for {path}" if path else "") for _, later, path in pairs
        ]
        for pair, said in zip(pairs, told, strict=True):
            self.doubts.setdefault(pair.line, ("likely", said))
        more = f"; so it is with {len(pairs) - 1} more lines" if pairs[1:] else ""
        self.warnings.append(self._warned(pairs[0].line, f"{told[0]}{more}: {_KNOWN}"))

    def _at(self, line: int) -> Place:
        return Place(self.name, line, line)

    def _warned(self, line: int, words: str) -> Warned:
        return Warned(self._at(line), words)

    def _shadowed(self, rule: Shadowed) -> Warned:
        return self._warned(
            rule.line,
            f"{rule.text} decides nothing: line {rule.by} takes all of it, and comes later",
        )

    def _doubt(self, unsaid: Unsaid) -> None:
        words = f"a plan cannot let line {unsaid.later} win over line {unsaid.line}"
        example = f", as for {unsaid.path}" if unsaid.path else ""
        self.doubts[unsaid.line] = ("doubtful", words + example)
        self.warnings.append(self._warned(unsaid.line, words + example))

    def _sessions(self, sessions: dict[str, Session]) -> Iterator[SaidSession]:
        first: dict[str, int] = {}
        for entry in lines_of(self.parsed):
            for owner in entry.owners:
                first.setdefault(owner, entry.line)
        for owner, line in sorted(first.items(), key=lambda each: each[1]):
            session = sessions[owner]
            yield SaidSession(
                self._at(line), session.name, role=session.role, emails=session.emails
            )

    def _rules(self, settled: Settled, sessions: dict[str, Session]) -> Iterator[Said]:
        for rule in settled.rules:
            at, names = self._at(rule.line), [sessions[owner].name for owner in rule.owners]
            sure, why = self.doubts.get(rule.line, ("likely" if rule.why else "certain", rule.why))
            if len(names) > 1:
                parts = tuple((name, "") for name in names)
                yield SaidShared(at, rule.text, rule.note, parts, sure, why)
            else:
                name = names[0] if names else NOBODY
                yield SaidOwned(at, name, rule.text, rule.note, sure, why)
