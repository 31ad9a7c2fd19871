"""Which trespasses are told, as stories on the channel: each once, and never a flood."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.notices import MORE, MOST, Notice, Telling, concerning, to_be_told
from coord_tui.core.trespass import Trespass
from tests.builders import DAY, HOUR, NOW, board, event

EDIT = Trespass("junior", "agents/a.py", "owner", "senior", ("senior",))


def said(by: str = "junior", ago: float = 0, **fields: object) -> Event:
    usual = {"text": "t", "about": "agents/a.py", "noticed": "edit", "editor": "junior"}
    return event("say", by, ago=ago, **(usual | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        ((), True),
        ((said(),), False),
        ((said("senior"),), False),
        ((said(ago=DAY - HOUR),), False),
        ((said(ago=DAY + HOUR),), True),
        ((said(editor="third"),), True),
        ((said(about="agents/b.py"),), True),
        ((said(noticed="x"),), True),
        ((said(noticed=["edit"]),), True),
        ((said(to=["nobody"]),), True),  # refused by the rules: nobody read it
        ((event("announce", "junior", path="x", intent="y", noticed="edit"),), True),
    ],
)
def test_a_notice_that_stands_is_not_repeated(standing: tuple[Event, ...], told: bool) -> None:
    assert bool(to_be_told([EDIT], board(None, *standing)).notices) == told


@pytest.mark.parametrize(("clean", "told"), [(0, False), (NOW - HOUR, True), (NOW - 90, False)])
def test_a_notice_counts_if_the_path_was_not_seen_clean_since(clean: float, told: bool) -> None:
    seen = {("junior", "agents/a.py"): clean, ("third", "agents/a.py"): NOW}
    standing = board(None, said(ago=60 if clean > NOW - HOUR else 1.1 * HOUR))
    assert bool(to_be_told([EDIT], standing, seen).notices) == told


def test_a_notice_says_to_whom_about_what_and_by_whom() -> None:
    (notice,) = to_be_told([EDIT], board()).notices
    assert notice.fields == {
        "text": "junior has changed agents/a.py, which is senior's, without a grant",
        "to": ["senior"],
        "about": "agents/a.py",
        "noticed": "edit",
        "editor": "junior",
    }
    assert "to" not in Notice((), "a", "junior", "t").fields


def many(number: int, **other: object) -> list[Trespass]:
    return [EDIT._replace(path=f"agents/{n}", **other) for n in range(number)]  # type: ignore[arg-type]


def test_of_many_files_some_are_told_and_that_there_are_more() -> None:
    found = to_be_told(many(50), board())
    assert [notice.text.endswith(MORE) for notice in found.notices] == [False] * (MOST - 1) + [True]
    assert found.waiting == tuple(many(50)[MOST:])


def test_what_stands_counts_among_the_many() -> None:
    channel = [said(about=f"agents/{n}", to=["senior"]) for n in range(MOST - 1)]
    found = to_be_told(many(50), board(None, *channel))
    assert [notice.about for notice in found.notices] == [f"agents/{MOST - 1}"]
    enough = board(None, *channel, said(about="x", to=["senior"]))
    assert to_be_told(many(50), enough).notices == ()


def test_when_the_first_of_the_many_are_old_others_follow_and_the_same_do_not() -> None:
    channel = [said(about=f"agents/{n}", to=["senior"], ago=2.1 * HOUR) for n in range(MOST)]
    found = to_be_told(many(12), board(None, *channel))
    assert [notice.about for notice in found.notices] == ["agents/10", "agents/11"]
    assert to_be_told(many(MOST), board(None, *channel)) == Telling()


def test_others_are_told_of_their_own_files_all_the_same() -> None:
    found = to_be_told(many(50) + many(1, to=("third",)) + many(1, editor="third"), board())
    assert len(found.notices) == MOST + 2


@pytest.mark.parametrize(
    ("me", "to", "expected"),
    [
        ("junior", ("senior",), ("senior",)),
        ("senior", ("senior",), None),
        ("senior", ("senior", "junior"), ("junior",)),
        ("senior", (), ()),
        ("junior", ("gone",), None),
        ("junior", ("gone", "senior"), ("senior",)),
    ],
)
def test_nobody_is_told_what_only_concerns_the_reader_or_nobody_known(
    me: str, to: tuple[str, ...], expected: tuple[str, ...] | None
) -> None:
    found = list(concerning([EDIT._replace(to=to)], board(me=me)))
    assert [one.to for one in found] == ([] if expected is None else [expected])
