"""Asking, granting, denying and acknowledging in a real clone."""

import pytest

from coord_tui.adapters.withdrawn_file import add_withdrawn, read_withdrawn
from coord_tui.core.contact import Withdrawn
from coord_tui.core.events import Event
from coord_tui.core.granting import is_granted
from coord_tui.core.times import text_of
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Outcome
from tests.repos import Repo
from tests.workspace.conftest import As

TOOL = "atlas/mcp/tool.py"


def id_of(outcome: Outcome) -> str:
    assert outcome.event is not None
    return outcome.event.id


def granted(session: As, path: str) -> bool:
    board = session("senior").board()
    return is_granted(path, "junior", "senior", board.requests, text_of(board.now))


def test_who_asks_is_told_whom_and_by_which_id(session: As) -> None:
    (outcome,) = actions.ask(session("senior"), TOOL, "wire it", task="S4")
    short = id_of(outcome)[-4:]

    assert outcome.note == f"request {short} to junior: `coord-tui wait --request {short}`"
    (request,) = session("junior").board().open_requests()
    assert (request.path, request.why, request.task) == (TOOL, "wire it", "S4")


def test_a_path_is_read_in_the_folder_where_it_was_typed(session: As, place: Repo) -> None:
    cwd = str(place.path / "atlas" / "mcp")
    assert actions.ask(session("senior"), "tool.py", "w", cwd=cwd)[0].target == TOOL
    assert actions.ask(session("senior"), ".", "w", cwd=cwd)[0].target == "atlas/mcp/"
    assert actions.grant(session("junior"), "tool.py", cwd=cwd)[0].target == TOOL


@pytest.mark.parametrize(
    ("path", "why", "task", "words"),
    [
        (TOOL, " ", "", "asked for what?"),
        (".", "w", "", "is the whole repository"),
        ("../x", "w", "", "x"),
        (TOOL, "w", "S9", "no task 'S9'"),
    ],
)
def test_what_cannot_be_asked(path: str, why: str, task: str, words: str, session: As) -> None:
    with pytest.raises(BadInput, match=words):
        actions.ask(session("senior"), path, why, task=task)
    assert session("junior").board().requests == ()


@pytest.mark.parametrize("how", ["id", "end", "three", "path", "session"])
def test_a_request_has_many_names(how: str, session: As) -> None:
    id = id_of(actions.ask(session("senior"), TOOL, "w")[0])
    names = {"id": id, "end": id[-6:], "three": id[-3:], "path": TOOL, "session": "senior"}

    (outcome,) = actions.grant(session("junior"), names[how], "go on")

    assert (outcome.target, outcome.note) == (TOOL, "to senior, for 2h")
    assert granted(session, TOOL)


def test_a_name_that_means_several_or_none_lists_what_is_open(session: As) -> None:
    ids = [id_of(actions.ask(session("senior"), f"atlas/mcp/{n}.py", "w")[0]) for n in "ab"]
    junior = session("junior")

    with pytest.raises(BadInput) as several:
        actions.grant(junior, "senior")
    assert str(several.value) == (
        f"'senior' means several requests: there is {ids[0][-4:]} (senior for atlas/mcp/a.py), "
        f"{ids[1][-4:]} (senior for atlas/mcp/b.py)"
    )
    with pytest.raises(BadInput, match=f"no request 'zzz': there is {ids[0][-4:]}"):
        actions.grant(junior, "zzz")
    with pytest.raises(BadInput, match="no request 'senior': none is open"):
        actions.deny(session("senior"), "senior", "w")


def test_a_grant_lasts_as_long_as_it_says_and_is_not_given_twice(session: As) -> None:
    actions.ask(session("senior"), TOOL, "w")
    junior = session("junior")
    (first,) = actions.grant(junior, "senior", lasts=600)
    (again,) = actions.grant(junior, TOOL)
    (longer,) = actions.grant(junior, TOOL, lasts=6000)

    assert first.note == "to senior, for 10m"
    assert not again.accepted
    assert "already for" in again.reason
    assert longer.note == "to senior, for 1h"


@pytest.mark.parametrize(
    ("scope", "note"),
    [("atlas/mcp/", "to senior, all of atlas/mcp/, for 2h"),
     ("atlas/**", "to senior, all of atlas/**, for 2h")],
)  # fmt: skip
def test_a_scope_covers_what_the_giver_owns(scope: str, note: str, session: As) -> None:
    actions.ask(session("senior"), TOOL, "w")
    assert actions.grant(session("junior"), TOOL, scope=scope)[0].note == note
    assert granted(session, "atlas/mcp/other.py")
    (refused,) = actions.grant(session("junior"), TOOL, scope="app/*")
    assert f"app/* leaves out {TOOL}, which senior asked for" in refused.reason


def test_a_grant_is_revoked_by_its_path(session: As) -> None:
    actions.ask(session("senior"), TOOL, "w")
    actions.grant(session("junior"), TOOL)
    with pytest.raises(BadInput, match="denied why"):
        actions.deny(session("junior"), TOOL, " ")
    assert actions.deny(session("junior"), TOOL, "no more")[0].accepted
    assert not granted(session, TOOL)


def test_only_the_owner_answers(session: As) -> None:
    id = id_of(actions.ask(session("senior"), TOOL, "w")[0])
    (refused,) = actions.grant(session("senior"), id)
    assert refused.reason == f"{TOOL} is junior's: only junior answers"
    observer = session("senior")
    observer.me = ""
    with pytest.raises(Refused, match="observer"):
        actions.ask(observer, TOOL, "w")


def lose(session: As, id: str, ago: float = 0) -> None:
    """As if sync had withdrawn a claim of senior's."""
    workspace = session("senior")
    event = Event(id, text_of(workspace.clock() - ago), "senior", "claim", {"task": "X1"})
    with workspace.channel.locked():
        add_withdrawn(workspace.channel, [Withdrawn(event, "X1 is claimed by junior")])


def test_ack_forgets_what_was_withdrawn_without_a_trace(session: As) -> None:
    lose(session, "w1")
    senior = session("senior")
    assert senior.board().unread == 1
    assert actions.ack(session("junior")) == []
    assert len(read_withdrawn(senior.channel)) == 1
    assert actions.ack(senior) == []
    assert (senior.board().unread, senior.board().log) == (0, ())


def test_ack_up_to_an_event_leaves_the_later_ones(session: As) -> None:
    ids = [id_of(actions.say(session("junior"), text)[0]) for text in ("one", "two", "three")]
    senior = session("senior")

    (outcome,) = actions.ack(senior, ids[1][-8:])

    assert (outcome.target, outcome.note) == (ids[1], "2 events")
    assert [e.line.event.id for e in senior.board().log if e.unread and e.line.event] == ids[2:]
    with pytest.raises(BadInput, match="'nope' is no event"):
        actions.ack(senior, "nope")
    assert actions.ack(senior)[0].note == "1 event"
    assert actions.ack(senior) == []


def test_ack_says_how_far_it_knew_the_other_clones(session: As) -> None:
    said = id_of(actions.say(session("junior"), "hi")[0])
    (outcome,) = actions.ack(session("senior"))
    assert outcome.event is not None
    assert (outcome.event.text("upto"), outcome.event.fields["elsewhere"]) == (said, "")


def test_a_mention_in_the_middle_is_read_by_who_is_mentioned(session: As) -> None:
    (outcome,) = actions.say(session("senior"), "ask @junior about @nobody", to=["senior"])
    assert outcome.note == "and junior, who is mentioned"
    assert [entry.meant for entry in session("junior").board().log] == ["mention"]
