"""Finds the edits that cross what was agreed, in all working trees, to tell those concerned.

Whose edit a change is, is known where one session works. Where several do it counts only when none
of them might have made it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple

from coord_tui.core.board import Board, Hold
from coord_tui.core.granting import is_granted
from coord_tui.core.keeping import keeps_out, speaks
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import Pattern, parse
from coord_tui.core.times import text_of
from coord_tui.core.tree import Worktree
from coord_tui.core.verdicts import Verdict

LONGEST = 200
"""Characters of a path that are told."""
MOST_FILES = 500
"""Changed files of a tree that are judged, the first by path."""


class Trespass(NamedTuple):
    """A session has changed a file that it may not change yet."""

    editor: str
    path: str
    rule: Literal["owner", "reserved", "announce"]
    """As the guard calls them: another's, held by another, shared and not announced."""
    whose: str = ""
    """The owner, or who holds it; empty for a shared file that nobody holds."""
    to: tuple[str, ...] = ()
    """Whom it concerns; empty: everybody."""
    elsewhere: bool = False
    """Whether it is in other clones' trees only."""


def trespasses(
    board: Board,
    ownership: Ownership,
    trees: Collection[Worktree],
    at_work: Mapping[str, Collection[str]],
) -> tuple[Trespass, ...]:
    """The trespasses in these trees, each session and path once.

    `at_work`: by the path of a tree, the sessions that act there beside the one it belongs to. A
    tree in which git is in the middle of something is not judged, nor is a file in conflict.
    """
    judge = _Judge(board, ownership)
    found: dict[tuple[str, str], Trespass] = {}
    for tree in trees:
        if tree.session and not tree.operation and not tree.problem:
            for one in judge.of(tree, at_work.get(tree.path, ())):
                seen = found.get((one.editor, one.path))
                if seen is None or (seen.elsewhere and not tree.elsewhere):
                    found[one.editor, one.path] = one._replace(elsewhere=tree.elsewhere)
    return tuple(found.values())


def words(one: Trespass) -> str:
    """What is told of it, in one line."""
    path = "".join(char if char.isprintable() else "?" for char in one.path)
    path = path if len(path) <= LONGEST else f"…{path[1 - LONGEST :]}"
    how = {
        "owner": f"{one.whose}'s, without a grant",
        "reserved": f"held by {one.whose}",
        "announce": "shared, without announcing it",
    }[one.rule]
    return f"{one.editor} has changed {path}, which is {how}"


class _Judge:
    """What is agreed, for any session at one moment."""

    def __init__(self, board: Board, ownership: Ownership) -> None:
        self._board, self._ownership = board, ownership
        self._at = text_of(board.now)
        holds = board.holds
        self._holds: list[tuple[Hold, Pattern]] = [(h, parse(h.reservation.pattern)) for h in holds]

    def of(self, tree: Worktree, others: Collection[str]) -> Iterator[Trespass]:
        """The trespasses of the tree's session, unless one of the others may have edited that."""
        for path in _edited(tree):
            found = self._judged(tree.session, path)
            if found and all(self._judged(other, path) for other in others):
                yield found

    def _judged(self, editor: str, path: str) -> Trespass | None:
        verdict = self._ownership.owner_of(path)
        owner, granted_by = verdict.owner, ""
        if owner not in ("", editor):
            if not is_granted(path, owner, editor, self._board.requests, self._at):
                return Trespass(editor, path, "owner", owner, (owner,))
            granted_by = owner
        taking = [hold.reservation for hold, pattern in self._holds if pattern.match(path)]
        held = (one.session for one in taking if keeps_out(one, editor, verdict.kind, granted_by))
        sharing = self._sharing(verdict, editor)
        if whose := next(held, ""):
            return Trespass(editor, path, "reserved", whose, _each_once(*sharing, whose))
        announced = any(one.session == editor and speaks(one, verdict.kind) for one in taking)
        announced = announced or self._ran_out(editor, path)
        if verdict.kind != "shared" or announced:
            return None
        return Trespass(editor, path, "announce", "", sharing)

    def _ran_out(self, editor: str, path: str) -> bool:
        """Whether others were told of the edit by an announcement that has expired meanwhile."""
        expired = (one.reservation for one in self._board.expired)
        return any((one.session, one.shown) == (editor, path) for one in expired)

    def _sharing(self, verdict: Verdict, editor: str) -> tuple[str, ...]:
        """The others who have a part in a shared file, by the rule that makes it one."""
        shared = self._board.plan.shared if verdict.kind == "shared" else ()
        rules = (one for one in shared if (one.path, one.line) == (verdict.rule, verdict.line))
        parts = next((one.sessions for one in rules), ())
        return tuple(part.session for part in parts if part.session != editor)


def _each_once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _edited(tree: Worktree) -> Iterator[str]:
    """The paths that were changed by hand; a file that was moved away is one."""
    for change in tree.changes[:MOST_FILES]:
        if change.state == "U" or change.path.endswith("/"):
            continue
        yield change.path
        if change.state == "R" and change.origin:
            yield change.origin
