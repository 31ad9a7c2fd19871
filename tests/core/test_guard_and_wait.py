"""What one may wait for and what one may edit are one question: `wait --path` holds when it may."""

import pytest

from coord_tui.core.fold import fold
from coord_tui.core.guard_facts import facts_of
from coord_tui.core.guard_view import Facts
from coord_tui.core.guarding import judge
from coord_tui.core.ownership import Ownership
from coord_tui.core.standing import standings
from coord_tui.core.times import text_of
from coord_tui.core.waiting import path_free
from tests.core.stories import PLAN, START, Said, announce, claim, events_of, play, reserve

THEIRS, MINE, SHARED, FREE = "atlas/mcp/t.py", "atlas/agents/a.py", "atlas/config.py", "docs/a.md"
ASK: Said = ("senior", "ask", {"path": THEIRS, "why": "w", "id": "r"})
GRANT: Said = ("junior", "grant", {"request": "r", "until": text_of(START + 600)})
DENY: Said = ("junior", "deny", {"request": "r", "words": "no"})
LEAVE = (ASK, GRANT)
THIRD_IN_IT: tuple[Said, ...] = (
    ("third", "ask", {"path": THEIRS, "why": "w", "id": "t"}),
    ("junior", "grant", {"request": "t"}),
    announce("third", THEIRS),
)
OWN_GUEST: tuple[Said, ...] = (
    ("third", "ask", {"path": MINE, "why": "w", "id": "m"}),
    ("senior", "grant", {"request": "m"}),
    announce("third", MINE),
)

SITUATIONS: dict[str, tuple[str, tuple[Said, ...], int, bool]] = {
    "one's own": (MINE, (), 0, True),
    "one's own, a guest in it": (MINE, OWN_GUEST, 0, False),
    "one's own, a guest gone": (MINE, (*OWN_GUEST, ("third", "leave", {})), 0, True),
    "nobody's": (FREE, (), 0, True),
    "nobody's, held": (FREE, (reserve("third", "docs/*.md"),), 0, False),
    "nobody's, held loosely": (FREE, (reserve("third", "docs/*.md", exclusive=False),), 0, True),
    "nobody's, the hold expired": (FREE, (reserve("third", "docs/*.md"),), 121, True),
    "shared": (SHARED, (), 0, True),
    "shared, announced": (SHARED, (announce("junior", SHARED),), 0, False),
    "shared, announced by oneself": (SHARED, (announce("senior", SHARED),), 0, True),
    "another's": (THEIRS, (), 0, False),
    "another's, asked": (THEIRS, (ASK,), 0, False),
    "another's, denied": (THEIRS, (ASK, DENY), 0, False),
    "granted": (THEIRS, LEAVE, 0, True),
    "granted, revoked": (THEIRS, (*LEAVE, DENY), 0, False),
    "granted, the grant ended": (THEIRS, LEAVE, 10, False),
    "granted, held with the owner's claim": (THEIRS, (claim("junior", "J5"), *LEAVE), 0, True),
    "granted, reserved by the owner": (THEIRS, (reserve("junior", "atlas/**"), *LEAVE), 0, True),
    "granted, announced by the owner": (THEIRS, (announce("junior", THEIRS), *LEAVE), 0, True),
    "granted, a third session in it": (THEIRS, (*THIRD_IN_IT, *LEAVE), 0, False),
    "another file granted": ("atlas/mcp/u.py", LEAVE, 0, False),
}  # fmt: skip


@pytest.mark.parametrize("case", SITUATIONS)
def test_wait_holds_exactly_when_the_guard_allows(case: str) -> None:
    path, said, later, allowed = SITUATIONS[case]
    ownership = Ownership.from_plan(PLAN)
    board, _ = play(*said, later=later)
    facts = Facts(**facts_of(fold(PLAN, events_of(said)).state))  # type: ignore[arg-type]

    found = judge([path], "senior", ownership, facts, START + 60 * later)
    (standing,) = standings([path], board, ownership)

    # To announce is what one does next with a shared file; there is nothing to wait for.
    assert ([one.rule for one in found if one.rule != "announce"] == []) == allowed
    assert path_free(path, ownership)(board).holds == allowed
    kept_out = standing.held or (standing.kind == "theirs" and not standing.granted)
    assert (not kept_out) == allowed
