"""What the use cases make of what was typed, and what they add to the outcome."""

from collections.abc import Callable

import pytest

from coord_tui.errors import BadInput
from coord_tui.workspace import actions
from coord_tui.workspace.workspace import Workspace

As = Callable[[str], Workspace]


def test_a_takeover_waits_unread_for_the_session_it_takes_from(session: As) -> None:
    actions.claim(session("junior"), ["J5"])
    actions.claim(session("senior"), ["J5"], takeover=True, reason="she is away")

    assert (session("junior").board().unread, session("senior").board().unread) == (1, 0)
    actions.ack(session("junior"))
    assert session("junior").board().unread == 0


def test_a_takeover_from_nobody_names_nobody(session: As) -> None:
    (outcome,) = actions.claim(session("senior"), ["X1"], takeover=True, reason="now")

    assert outcome.event is not None
    assert "from" not in outcome.event.fields


def test_a_claim_notes_whose_hands_its_files_are_in(session: As) -> None:
    actions.add(session("senior"), "Move", id="T1", files=["docs/"])
    actions.reserve(session("junior"), ["docs/a.md"])
    (outcome,) = actions.claim(session("senior"), ["T1"])

    assert (outcome.accepted, outcome.note) == (True, "docs/ is held by junior too")


@pytest.mark.parametrize(
    ("said", "to", "text"),
    [
        ("@junior hi", ["junior"], "hi"),
        ("@junior, @senior: hi", ["junior", "senior"], "hi"),
        ("@junior @senior both  of you", ["junior", "senior"], "both  of you"),
        ("mail me @ home", [], "mail me @ home"),
    ],
)
def test_names_at_the_beginning_say_to_whom(
    said: str, to: list[str], text: str, session: As
) -> None:
    (outcome,) = actions.say(session("senior"), said)

    assert outcome.event is not None
    assert (outcome.event.fields.get("to", []), outcome.event.text("text")) == (to, text)


def test_nobody_is_addressed_by_a_name_that_nobody_has(session: As) -> None:
    with pytest.raises(BadInput, match=r"no session 'junoir'.*junior"):
        actions.say(session("senior"), "@junoir hi")
    with pytest.raises(BadInput, match="nothing to say"):
        actions.say(session("senior"), "@junior")


def test_a_file_that_is_not_there_can_be_announced_but_is_told(session: As) -> None:
    (new,) = actions.announce(session("senior"), "docs/new.md", "begin it")
    (old,) = actions.announce(session("senior"), "atlas/config.py", "a timeout")

    assert (new.note, old.note) == ("there is no such file yet", "")


def test_a_folder_is_reserved_with_all_that_is_in_it(session: As) -> None:
    (outcome,) = actions.reserve(session("senior"), ["atlas/agents"])

    assert outcome.event is not None
    assert outcome.event.text("path") == "atlas/agents/"


@pytest.mark.parametrize("path", ["docs/", "atlas"])
def test_a_folder_is_not_announced(path: str, session: As) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        actions.announce(session("senior"), path, "all of it")


@pytest.mark.parametrize("named", [".", "./"])
def test_the_whole_repository_is_not_reserved(named: str, session: As) -> None:
    with pytest.raises(BadInput, match="is the whole repository"):
        actions.reserve(session("senior"), [named])


def test_a_path_may_begin_with_a_dot_and_a_slash(session: As) -> None:
    actions.reserve(session("senior"), ["./NEW.md"])
    (outcome,) = actions.unreserve(session("senior"), ["NEW.md"])

    assert outcome.accepted


def test_a_task_named_twice_is_claimed_once(session: As) -> None:
    outcomes = actions.claim(session("senior"), ["X1", "X1"])

    assert [(o.target, o.accepted) for o in outcomes] == [("X1", True)]


def test_the_next_task_comes_with_the_same_notes(session: As) -> None:
    senior, junior = session("senior"), session("junior")
    actions.add(junior, "Move", id="A1", owner="junior", files=["docs/"])
    actions.assign(junior, "J5", "nobody")
    actions.reserve(senior, ["docs/a.md"])
    (outcome,) = actions.claim_next(junior)

    assert (outcome.target, outcome.note) == ("A1", "docs/ is held by senior too")
