"""What can be waited for: whether it holds, whether it is in vain, and when time changes it."""

from math import inf

import pytest

from coord_tui.core.board import Board
from coord_tui.core.ownership import Ownership
from coord_tui.core.times import text_of
from coord_tui.core.waiting import (
    Condition,
    Finding,
    answered,
    any_ready,
    anything_waits,
    path_free,
    task_free,
)
from tests.core.stories import HOUR, PLAN, START, Said, announce, claim, done, play, reserve

MCP = "atlas/mcp/a.py"
ASK: Said = ("senior", "ask", {"path": MCP, "why": "w", "id": "r"})
FOLDER: Said = ("senior", "ask", {"path": "atlas/mcp/", "why": "w", "id": "r"})
GRANT: Said = ("junior", "grant", {"request": "r", "until": text_of(START + 600), "words": "ok"})
DENY: Said = ("junior", "deny", {"request": "r", "words": "busy"})


def free(path: str) -> Condition:
    return path_free(path, Ownership.from_plan(PLAN))


CASES: list[tuple[Condition, tuple[Said, ...], str, str]] = [
    (any_ready, (), "holds", "ready for senior: S4, X1"),
    (any_ready, (claim("senior", "S4"), claim("third", "X1")), "waits", "nothing is ready"),
    (task_free("S4"), (), "holds", "S4 is ready: `coord-tui claim S4`"),
    (task_free("S4"), (claim("senior", "S4"),), "holds", "S4 is yours already"),
    (task_free("S1"), (), "holds", "S1 is done by fb17380"),
    (task_free("J5"), (done("junior", "J5"),), "holds", "J5 is done by abc1234"),
    (task_free("S5"), (), "waits", "S5 still waits for S4"),
    (task_free("J5"), (), "waits", "J5 is still assigned to junior"),
    (task_free("X1"), (claim("third", "X1"),), "waits", "X1 is still claimed by third"),
    (task_free("X2"), (), "vain", "X2 was dropped"),
    (task_free("S9"), (), "vain", "there is no task S9 any more"),
    (answered("r"), (ASK,), "waits", "junior has not answered about atlas/mcp/a.py yet"),
    (answered("r"), (ASK, GRANT), "holds", "junior grants atlas/mcp/a.py for 10m: ok"),
    (answered("r"), (ASK, DENY), "vain", "junior denies atlas/mcp/a.py: busy"),
    (answered("r"), (), "vain", "the request lost its place"),
    (free("atlas/config.py"), (), "holds", "atlas/config.py is free"),
    (free("atlas/agents/x.py"), (), "holds", "atlas/agents/x.py is free"),
    (free("README.md"), (claim("junior", "J5"),), "holds", "README.md is free"),
    (
        free("atlas/config.py"),
        (announce("junior", "atlas/config.py"),),
        "waits",
        "still held by junior, for 2h more unless renewed",
    ),
    (free("docs/"), (reserve("third", "docs/*.md"),), "waits", "docs/ is still held by third"),
    (free("notes/x"), (reserve("third", "/notes/", exclusive=False),), "holds", "is free"),
    (free(MCP), (), "vain", 'you have no leave to edit it: `coord-tui ask atlas/mcp/a.py "why"`'),
    (free(MCP), (ASK,), "waits", "junior's, who has not answered yet"),
    (free(MCP), (ASK, DENY), "vain", "junior's, who denied it"),
    (free("atlas/mcp/b.py"), (ASK,), "vain", "you have no leave to edit it"),
    (free("atlas/mcp/b.py"), (ASK, DENY), "vain", "you have no leave to edit it"),
    (free("atlas/mcp/b.py"), (FOLDER,), "waits", "junior's, who has not answered yet"),
    (free("atlas/mcp/"), (FOLDER,), "waits", "junior's, who has not answered yet"),
    (free("atlas/mcp/b.py"), (FOLDER, DENY), "vain", "junior's, who denied it"),
    (free("atlas/mcp/"), (ASK,), "vain", "you have no leave to edit it"),
    (free(MCP), (claim("junior", "J5"), ASK, GRANT), "holds", "is free: junior grants it"),
    (anything_waits, (), "waits", "nothing waits for senior"),
    (anything_waits, (("junior", "say", {"text": "hi"}),), "holds", "1 unread: `coord-tui inbox`"),
    (
        anything_waits,
        (("junior", "ask", {"path": "atlas/agents/a", "why": "w"}),),
        "holds",
        "1 to answer: `coord-tui inbox`",
    ),
]


@pytest.mark.parametrize(("condition", "said", "verdict", "words"), CASES)
def test_a_condition(
    condition: Condition, said: tuple[Said, ...], verdict: str, words: str
) -> None:
    found = condition(play(*said)[0])

    assert {"holds": found.holds, "vain": found.vain, "waits": not found.over}[verdict]
    assert words in found.words
    assert not (found.holds and found.vain)


def at(seconds: int, *said: Said) -> Board:
    board = play(*said)[0]
    assert not seconds % 60
    return play(*said, later=seconds // 60)[0] if seconds else board


def test_a_reservation_ends_at_the_moment_that_was_foretold() -> None:
    held = announce("junior", "atlas/config.py", lasts=600)
    found: Finding = free("atlas/config.py")(at(0, held))

    assert found.changes == START + 600
    assert not free("atlas/config.py")(at(540, held)).over
    assert free("atlas/config.py")(at(600, held)).holds


def test_what_only_an_event_changes_has_no_moment() -> None:
    for condition, said in ((task_free("S5"), ()), (answered("r"), (ASK,)), (free(MCP), (ASK,))):
        assert condition(play(*said)[0]).changes == inf


def test_a_grant_that_ended_is_waited_for_in_vain() -> None:
    found = answered("r")(play(ASK, GRANT, later=11)[0])

    assert (found.vain, found.words) == (True, f"the grant of {MCP} has ended: ask again")


def test_a_grant_that_came_and_ended_while_one_waited_is_an_answer() -> None:
    (asked,) = play(ASK)[0].requests
    (granted,) = play(ASK, GRANT)[0].requests
    board = play(ASK, GRANT, later=11)[0]

    found = answered("r", asked)(board)
    assert (found.holds, found.vain) == (True, False)
    assert found.words == f"junior granted {MCP}, but that ended 1m ago: ask again (ok)"
    assert answered("r", granted)(board).vain
    assert answered("r", asked)(play(ASK, DENY)[0]).vain


def test_a_stale_claim_says_that_it_may_be_taken_over() -> None:
    found = task_free("X1")(play(claim("third", "X1"), later=2 * HOUR)[0])

    assert not found.over
    assert "--takeover" in found.words
