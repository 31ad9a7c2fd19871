"""Judges edits: may this session edit these files, by whose they are and who holds them?

Pure, and the same whether the facts come from the channel or from the guard's cache. It is asked
before every edit, so it knows plain values only and loads neither `typing` nor `datetime`.
"""

from __future__ import annotations

from coord_tui.core.keeping import keeps_out, speaks
from coord_tui.core.patterns import parse
from coord_tui.core.shell import from_folder, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from coord_tui.core.guard_view import Facts, Held
    from coord_tui.core.ownership import Ownership
    from coord_tui.core.patterns import Pattern
    from coord_tui.core.verdicts import Verdict

LONGEST = 100
"""Characters of an intent that are told."""
HELD_WORDS = {"announce": "announced by {}", "claim": "held with {task} by {}"}


class Finding:
    """What is wrong with editing one path; equal when all of it is."""

    __slots__ = ("level", "message", "path", "rule")

    def __init__(self, path: str, rule: str, message: str, level: str) -> None:
        self.path = path
        self.rule = rule
        """`owner`, `reserved`, `announce`, `pull`, `session` or `bundle`."""
        self.message = message
        """One line: what, whose, what to do."""
        self.level = level
        """`warn` or `block`."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return "Finding({!r}, {!r}, {!r}, {!r})".format(*self._values())

    def _values(self) -> tuple[str, str, str, str]:
        return self.path, self.rule, self.message, self.level


def judge(
    paths: Iterable[str],
    me: str,
    ownership: Ownership,
    facts: Facts,
    now: float,
    *,
    here: Collection[str] = (),
    has: Callable[[str], bool] | None = None,
    beyond: Callable[[str], str | None] | None = None,
    made: bool = False,
    folder: str = "",
    program: str = "coord-tui",
) -> list[Finding]:
    """What is wrong with `me` editing these paths; nothing for those that it may.

    `me` is empty for someone the plan does not know. For a commit, `here` has the sessions that
    work in this very working tree, and the edits are `made` already. `has` says whether HEAD
    contains a commit; without it nobody can tell what is to be pulled. `beyond` names the upstream
    (empty: none) when that has it neither. Commands are spelled for someone in `folder`, relative
    to the top, who calls the program so.
    """
    judge = _Judge(me, ownership, facts, now, folder, program, has, beyond, made)
    listed = list(paths)
    bundled = judge.bundled(listed, here) if here else {}
    findings = []
    for path in listed:
        if path in bundled:
            findings.append(judge.bundle(path, bundled[path]))
        else:
            findings += judge.edit(path)
    return findings


def _cut(words: str) -> str:
    """The words of another session, as long as a sentence bears."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def is_allowed(findings: Iterable[Finding]) -> bool:
    """Whether nothing that was found forbids it."""
    return all(finding.level != "block" for finding in findings)


def tasks_of(paths: Sequence[str], me: str, facts: Facts) -> list[str]:
    """The tasks that `me` holds and these paths belong to.

    A task that names no files has them all, if it is the only one that `me` holds.
    """
    mine = [(id, files) for id, holder, files in facts.tasks if holder == me]
    found = []
    for id, files in mine:
        patterns = [parse(text) for text in files]
        touched = any(pattern.match(path) for pattern in patterns for path in paths)
        if touched or (not files and len(mine) == 1 and paths):
            found.append(id)
    return found


class _Judge:
    """The rules, for one session at one moment."""

    __slots__ = (
        "_beyond", "_facts", "_folder", "_has", "_holds",
        "_made", "_me", "_now", "_ownership", "_program",
    )  # fmt: skip

    def __init__(
        self,
        me: str,
        ownership: Ownership,
        facts: Facts,
        now: float,
        folder: str,
        program: str,
        has: Callable[[str], bool] | None,
        beyond: Callable[[str], str | None] | None,
        made: bool,
    ) -> None:
        self._me, self._now, self._folder, self._program = me, now, folder, program
        self._has, self._beyond, self._made = has, beyond, made
        self._ownership, self._facts = ownership, facts
        live = [held for held in facts.holds if held.is_live(now)]
        self._holds: list[tuple[Held, Pattern]] = [(held, parse(held.pattern)) for held in live]

    def edit(self, path: str) -> list[Finding]:
        """What is wrong with editing a file; of a folder (`x/`; the top: empty) the worst."""
        if path and not path.endswith("/"):
            return self._file(path)
        from coord_tui.core.guard_folder import judge_folder

        held = [pattern for one, pattern in self._holds if one.session != self._me]
        pushed = self._facts.pushed if self._has else ()
        return judge_folder(path, self._ownership.not_for(self._me), held, pushed, self._file)

    def _file(self, path: str) -> list[Finding]:
        """Whose it is goes before all else; what to say and what to pull go together."""
        verdict, taking = self._ownership.owner_of(path), self._taking(path)
        if barred := self._barred(path, verdict, taking):
            return [barred]
        silent = verdict.kind == "shared" and self._silent(path, taking)
        return [one for one in (silent, self._unpulled(path)) if one]

    def _barred(self, path: str, verdict: Verdict, taking: list[Held]) -> Finding | None:
        """That another must be asked first."""
        granted_by = self._granted_by(path, verdict.owner)
        if verdict.owner not in ("", self._me, granted_by):
            if not self._me:
                return self._unknown(path, f"{verdict.owner}'s")
            ask = f'`{self._program} ask {self._typed(path)} "why"`'
            return self._finding(path, "owner", f"{verdict.owner}'s: ask first, {ask}")
        for held in taking:
            if keeps_out(held, self._me, verdict.kind, granted_by):
                return self._reserved(path, held, verdict.owner in ("", self._me))
        return None

    def _silent(self, path: str, taking: list[Held]) -> Finding | None:
        """That the others were not told of an edit of what is shared."""
        if any(held.session == self._me and held.kind != "claim" for held in taking):
            return None
        if not self._me:
            return self._unknown(path, "shared")
        announce = f'`{self._program} announce {self._typed(path)} "what for"`'
        return self._finding(path, "announce", f"shared: say first what you change, {announce}")

    def bundled(self, paths: Iterable[str], here: Collection[str]) -> dict[str, str]:
        """Of the paths, those of other sessions that work here, and whose each is.

        Someone unknown may be any one of them, but not two.
        """
        found = {path: who for path in paths if (who := self._whose(path)) in here}
        sure = self._me or len(set(found.values())) > 1
        return found if sure else {}

    def bundle(self, path: str, whose: str) -> Finding:
        """That the path is the change of another session in this working tree."""
        name = f"COORD_SESSION={word(whose)}"
        what = f"{whose}'s, who works in this working tree too and commits it with {name}"
        return Finding(path, "bundle", f"{path} is {what}: leave it out", "block")

    def _whose(self, path: str) -> str:
        """The other session whose change the path would be; empty: none that is known."""
        verdict = self._ownership.owner_of(path)
        granted_by = self._granted_by(path, verdict.owner)
        if verdict.owner not in ("", self._me, granted_by):
            return verdict.owner
        taking = self._taking(path)
        if any(speaks(held, verdict.kind) for held in taking if held.session == self._me):
            return ""
        mine = verdict.owner == self._me != ""
        others = [held for held in taking if held.session not in (self._me, granted_by)]
        return next((held.session for held in others if held.exclusive or not mine), "")

    def _reserved(self, path: str, held: Held, holder_answers: bool) -> Finding:
        by = HELD_WORDS.get(held.kind, "reserved by {}").format(held.session, task=held.task)
        what = by + (f' for "{_cut(held.intent)}"' if held.intent else "")
        if not self._me:
            return self._unknown(path, what)
        typed = self._typed(path)
        wait = f"`{self._program} wait --path {typed}`"
        if held.task or not holder_answers:
            say = f'`{self._program} say "why" --to {word(held.session)}`'
            return self._finding(path, "reserved", f"{what}: {wait}, or {say}")
        ask = f'`{self._program} ask {typed} "why"` asks for it'
        return self._finding(path, "reserved", f"{what}: {ask}, or {wait}")

    def _unpulled(self, path: str) -> Finding | None:
        """That another pushed the file last, and HEAD lacks that; only then is git asked."""
        push = self._facts.pushed.get(path)
        if push is None or push.session == self._me or not self._has or self._has(push.commit):
            return None
        from coord_tui.core.guard_pull import unmerged, unpulled

        upstream = self._beyond(push.commit) if self._beyond else None
        if upstream is None:
            return unpulled(path, push, self._now, self._facts.mode, self._made, self._program)
        return unmerged(path, push, self._now, upstream)

    def _unknown(self, path: str, what: str) -> Finding:
        name = f"and who edits it is not known: name yourself, `{self._program} whoami NAME`"
        return self._finding(path, "session", f"{what}, {name}")

    def _finding(self, path: str, rule: str, what: str) -> Finding:
        return Finding(path, rule, f"{path or '.'} is {what}", self._facts.mode)

    def _typed(self, path: str) -> str:
        return word(from_folder(path or ".", self._folder))

    def _taking(self, path: str) -> list[Held]:
        return [held for held, pattern in self._holds if pattern.match(path)]

    def _granted_by(self, path: str, owner: str) -> str:
        """The owner of the path, if it is another who lets `me` edit it."""
        leaves = self._facts.leaves
        granted = any(leave.covers(path, owner, self._me, self._now) for leave in leaves)
        return owner if granted else ""
