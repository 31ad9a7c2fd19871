"""One colour per session, by its place in the plan, the same wherever it is named."""

from coord_tui.core.plan import Session
from coord_tui.presentation.sessions import Names
from tests.builders import NASTY, board, event, harmless, plan


def test_colours_follow_the_plan_and_then_the_order_of_joining() -> None:
    found = Names(board(plan(), event("join", "zoe"), event("join", "amy")))
    roles = [found.role(name) for name in ("senior", "junior", "zoe", "amy")]
    assert roles == ["session:0", "session:1", "session:2", "session:3"]


def test_a_stranger_has_no_colour() -> None:
    assert Names(board()).role("nobody", "strong") == "strong dim"


def test_other_roles_stand_before_the_session() -> None:
    assert Names(board()).role("junior", "strong") == "strong session:1"


def test_a_name_is_made_harmless_and_measured_in_cells() -> None:
    names = Names(board(plan(sessions=(Session("漢字"), Session("ab")))))
    assert names.width == 4
    assert harmless((names.span(NASTY),))


def test_without_sessions_names_take_no_room() -> None:
    assert Names(board(plan(sessions=(), ownership=(), groups=()))).width == 0
