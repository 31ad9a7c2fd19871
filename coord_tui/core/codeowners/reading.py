"""Reads a CODEOWNERS file into what it states: sessions, what they own, what they share.

- One owner: the session owns the pattern. Several: any of them may approve, so the files are shared
  by these sessions; an export names the same owners again.
- A rule without owners, or GitLab's `!`, leaves files to nobody: `nobody` owns them in the plan.
- GitLab asks the owners in all sections. Those of all files (`*`) are read as the owners of what no
  section gives to others; that is said.
- Of rules for where others meet only those stay that some file needs, when the files are known.
- Whose a path is stays as it is, though in a plan the most specific rule decides (`settling`).
"""

from collections.abc import Collection, Iterator, Sequence

from coord_tui.core.codeowners.combining import Combined, combined
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.owners import sessions_of
from coord_tui.core.codeowners.parsing import Parsed, lines_of, parse_file
from coord_tui.core.codeowners.pruning import says_it_all, without_empty
from coord_tui.core.codeowners.ranking import Ranked, Shadowed, Unsaid, ranked
from coord_tui.core.codeowners.settling import Settled, settle
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


def read_codeowners(name: str, text: str, tree: Collection[str] | None = None) -> Found:
    """What the file states, what it says besides, and what about it is odd.

    `tree` are the files for which it is; None when nobody knows them.
    """
    return _Reading(name, parse_file(name, text), tree).found()


class _Reading:
    def __init__(self, name: str, parsed: Parsed, tree: Collection[str] | None) -> None:
        self.name, self.parsed, self.tree = name, parsed, tree
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
        lists: list[list[Ranked]] = []
        for section in self.parsed.sections:
            rules, shadowed = ranked(section)
            lists.append(rules)
            self.warnings += [self._shadowed(each) for each in shadowed]
        found = self._combined(lists)
        settled = settle(found.rules)
        settled = settled._replace(rules=self._needed(settled.rules))
        if self.tree and says_it_all(lists, settled.rules, self.tree):
            return Settled(settled.rules, (), (), 0)
        if found.unsaid:
            self._examples(found.unsaid, "where this meets line {} the owners are those of one")
        if settled.nested:
            self._examples(settled.nested, "where this meets line {} the more specific one decides")
        if settled.unchecked:
            words = "too many rules meet: from here on a later rule may lose to a more specific one"
            self.warnings.append(self._warned(settled.unchecked, words))
        return settled

    def _needed(self, rules: Sequence[Ranked]) -> tuple[Ranked, ...]:
        """The rules without those for where lines meet and no file is; says what it left out."""
        if self.tree:
            kept, out = without_empty(rules, self.tree)
            words = "left out: no tracked file is there"
        else:
            kept, out = tuple(rules), tuple(rule for rule in rules if rule.made)
            words = "kept: nobody knows here which files there are"
        if out:
            more, are = (f" and {len(out) - 1} more", "are") if out[1:] else ("", "is")
            self.warnings.append(
                self._warned(out[0].line, f"{out[0].text}{more}, where lines meet, {are} {words}")
            )
        return kept

    def _combined(self, lists: list[list[Ranked]]) -> Combined:
        """The rules of all sections in one list; where that is too much, one after the other."""
        try:
            found = combined(lists)
        except TooMany:
            words = "too many rules of the sections meet: a path has the owners of one section only"
            self.warnings.append(self._warned(self.parsed.sections[0].line, words))
            return Combined(tuple(rule for rules in lists for rule in rules))
        for line in sorted(found.given_way):
            words = "GitLab asks the owners of all files beside those of a section; read as the "
            self.warnings.append(self._warned(line, words + "owners of what no section has"))
        return found

    def _examples(self, pairs: Sequence[Unsaid], words: str) -> None:
        """One warning for many pairs of lines; the rules there are less than certain."""
        told = [
            words.format(later) + (f", as for {path}" if path else "") for _, later, path in pairs
        ]
        for pair, said in zip(pairs, told, strict=True):
            self.doubts.setdefault(pair.line, ("likely", said))
        more = f"; so it is with {len(pairs) - 1} more lines" if pairs[1:] else ""
        self.warnings.append(self._warned(pairs[0].line, told[0] + more))

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
