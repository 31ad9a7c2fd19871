"""How a file stands for a session, as a table over a small plan and a few reservations."""

import pytest

from coord_tui.core.ownership import Ownership
from coord_tui.core.standing import standings
from tests.core.stories import PLAN, Said, announce, claim, play, reserve

BACKGROUND: tuple[Said, ...] = (
    announce("junior", "atlas/config.py"),
    reserve("third", "docs/*.md"),
    reserve("third", "/notes/", exclusive=False),
    claim("junior", "J5"),
    ("senior", "announce", {"path": "app/[id]/page.tsx", "intent": "x"}),
    ("junior", "ask", {"path": "atlas/agents/a.py", "why": "w", "id": "r"}),
    ("senior", "grant", {"request": "r"}),
)


@pytest.mark.parametrize(
    ("me", "path", "kind", "held_by", "own", "granted"),
    [
        ("senior", "atlas/agents/a.py", "yours", "", False, False),
        ("senior", "atlas/mcp/crm.py", "theirs", "junior", False, False),
        ("senior", "atlas/mcp/x.sql", "theirs", "", False, False),
        ("junior", "atlas/mcp/crm.py", "yours", "", True, False),
        ("junior", "atlas/mcp/x.sql", "yours", "", False, False),
        ("junior", "atlas/agents/a.py", "theirs", "", False, True),
        ("junior", "atlas/agents/b.py", "theirs", "", False, False),
        ("senior", "atlas/config.py", "shared", "junior", False, False),
        ("junior", "atlas/config.py", "shared", "", True, False),
        ("senior", "app/[id]/page.tsx", "shared", "", True, False),
        ("third", "app/[id]/page.tsx", "shared", "senior", False, False),
        ("senior", "docs/a.md", "reserved", "third", False, False),
        ("third", "docs/a.md", "unowned", "", True, False),
        ("senior", "notes/a.md", "unowned", "", False, False),
        ("senior", "README", "unowned", "", False, False),
        ("", "atlas/agents/a.py", "theirs", "", False, False),
    ],
)
def test_standing(me: str, path: str, kind: str, held_by: str, own: bool, granted: bool) -> None:
    board, refused = play(*BACKGROUND, me=me)
    (found,) = standings([path], board, Ownership.from_plan(PLAN))

    assert refused == {}
    assert (found.kind, found.granted) == (kind, granted)
    assert (found.held.reservation.session if found.held else "") == held_by
    assert (found.own is not None) == own
