"""Handing over what one holds, in real clones: the commands' words, the wait, two clones' order."""

from pathlib import Path

import pytest

from coord_tui.core.board import Board
from coord_tui.core.waiting import answered
from coord_tui.errors import BadInput
from coord_tui.workspace import actions
from coord_tui.workspace.guard import guard_files
from coord_tui.workspace.sync import sync
from tests.clones import Clones, clones, live, opened
from tests.repos import Repo
from tests.workspace.conftest import As

CONFIG = "atlas/config.py"


def holders(board: Board) -> list[tuple[str, str]]:
    held = [hold.reservation for hold in board.holds]
    return [(one.session, one.intent) for one in held if one.shown == CONFIG]


@pytest.fixture
def asked(session: As) -> str:
    """The id of senior's request for what junior announced."""
    actions.announce(session("junior"), CONFIG, "a provider")
    (outcome,) = actions.ask(session("senior"), CONFIG, "a section")
    assert outcome.event is not None
    short = outcome.event.id[-4:]
    assert outcome.note == (
        f"request {short} to junior, who holds it: `coord-tui wait --request {short}`"
    )
    return outcome.event.id


def test_what_is_held_by_another_is_refused_with_the_command_that_asks(session: As) -> None:
    actions.announce(session("junior"), CONFIG, "a provider")
    (outcome,) = actions.announce(session("senior"), CONFIG, "a section")
    assert outcome.reason.endswith(
        f': `coord-tui ask {CONFIG} "why"` asks for it, or `coord-tui wait --path {CONFIG}`'
    )


@pytest.mark.parametrize("named", ["id", "path", "session"])
def test_the_holder_hands_it_over(named: str, asked: str, session: As, place: Repo) -> None:
    word = {"id": asked, "path": CONFIG, "session": "senior"}[named]
    assert [one.id for one in session("junior").board().open_requests()] == [asked]
    (outcome,) = actions.grant(session("junior"), word, "go on", lasts=600)

    assert outcome.note == "handed over to senior, who holds it now"
    board = session("senior").board()
    assert holders(board) == [("senior", "a section")]
    assert 590 < board.holds[0].seconds_left <= 600
    assert answered(asked)(board).words == f"junior hands {CONFIG} over to you: go on"
    path = [str(place.path / CONFIG)]
    assert guard_files(str(place.path), "senior", path).findings == []
    (found,) = guard_files(str(place.path), "junior", path).findings
    assert found.message.startswith(f'{CONFIG} is announced by senior for "a section": ')


def test_who_hands_over_its_own_edits_is_told(asked: str, session: As, place: Repo) -> None:
    place.write(CONFIG, "half a provider\n")
    (outcome,) = actions.grant(session("junior"), asked)
    assert outcome.note == (
        "handed over to senior, who holds it now; "
        "you have uncommitted edits in it: finish or undo them"
    )


def test_the_holder_may_keep_it(asked: str, session: As) -> None:
    actions.deny(session("junior"), CONFIG, "not yet")
    assert holders(session("senior").board()) == [("junior", "a provider")]
    assert answered(asked)(session("senior").board()).vain


def test_what_was_given_back_meanwhile_needs_no_answer(asked: str, session: As) -> None:
    actions.unreserve(session("junior"), [CONFIG])
    assert session("junior").board().open_requests() == ()
    assert answered(asked)(session("senior").board()).holds
    (outcome,) = actions.grant(session("junior"), asked)
    assert (outcome.accepted, outcome.reason) == (
        False, f"you hold {CONFIG} no longer: there is nothing to hand over",
    )  # fmt: skip


def test_it_is_handed_over_as_it_is(asked: str, session: As) -> None:
    with pytest.raises(BadInput, match="handed over as it is: leave out --scope"):
        actions.grant(session("junior"), asked, scope="atlas/")


def test_in_two_clones_the_order_of_the_remote_decides(tmp_path: Path) -> None:
    world: Clones = clones(tmp_path)
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.announce(junior, CONFIG, "a provider")
    sync(junior)
    sync(senior)
    (asked,) = actions.ask(senior, CONFIG, "a section")
    actions.unreserve(junior, [CONFIG])  # before the request comes
    sync(junior)
    sync(senior)
    sync(junior)

    assert asked.accepted
    assert [one.reason for one in senior.board().withdrawn] == [
        f'{CONFIG} is shared: `coord-tui announce {CONFIG} "what for"`'
    ]
    assert live(world.senior) == live(world.junior)
    assert junior.board().requests == senior.board().requests == ()
