"""Asking who holds a file to hand it over, as stories: who is asked, who holds it in the end."""

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from coord_tui.core.board import Board, build_board
from coord_tui.core.fold import admit, fold
from coord_tui.core.granting import is_granted
from coord_tui.core.guard_facts import facts_of, leaves_over_time
from coord_tui.core.guard_view import Facts
from coord_tui.core.ownership import Ownership
from coord_tui.core.standing import standings
from coord_tui.core.times import seconds_of, text_of
from coord_tui.core.unread import Unread
from coord_tui.core.waiting import Finding, answered
from tests.core.stories import PLAN, START, Said, announce, claim, events_of, play, reserve

CONFIG, GUEST = "atlas/config.py", "atlas/agents/a.py"


def ask(by: str = "senior", path: str = CONFIG, **more: object) -> Said:
    return (by, "ask", {"path": path, "why": "a section", "id": "r", **more})


def grant(by: str = "junior", **more: object) -> Said:
    return (by, "grant", {"request": "r", **more})


def deny(by: str = "junior", **more: object) -> Said:
    return (by, "deny", {"request": "r", "words": "busy", **more})


def back(by: str = "junior") -> Said:
    return (by, "unreserve", {"path": CONFIG})


def pushed(by: str = "junior") -> Said:
    return (by, "pushed", {"path": CONFIG, "commit": "abc1234"})


HELD = announce("junior", CONFIG)
IN_MINE: tuple[Said, ...] = (
    ("junior", "ask", {"path": GUEST, "why": "w", "id": "leave"}),
    ("senior", "grant", {"request": "leave"}),
    announce("junior", GUEST),
)


def holders(board: Board) -> list[tuple[str, str, str, str]]:
    return [
        (one.session, one.kind, one.shown, one.intent)
        for one in (hold.reservation for hold in board.holds)
    ]


HANDED: dict[str, tuple[tuple[Said, ...], tuple[str, str, str, str]]] = {
    "an announcement": ((HELD, ask(), grant()), ("senior", "announce", CONFIG, "a section")),
    "after it was refused": (
        (HELD, ask(), deny(), grant()), ("senior", "announce", CONFIG, "a section"),
    ),
    "a pattern, of which one file was asked for": (
        (reserve("junior", "docs/*.md"), ask(path="docs/a.md"), grant()),
        ("senior", "reserve", "docs/*.md", "a section"),
    ),
    "a folder": (
        (("junior", "reserve", {"path": "docs/"}), ask(path="docs/deep/a.md"), grant()),
        ("senior", "reserve", "docs/", "a section"),
    ),
    "what was announced anew meanwhile": (
        (HELD, ask(), announce("junior", CONFIG, intent="more"), grant()),
        ("senior", "announce", CONFIG, "a section"),
    ),
    "a file of one's own that a guest announced": (
        (*IN_MINE, ask(path=GUEST), grant()), ("senior", "announce", GUEST, "a section"),
    ),
    "back again": (
        (HELD, ask(), grant(), ask("junior", id="r2", why="mine"), grant("senior", request="r2")),
        ("junior", "announce", CONFIG, "mine"),
    ),
    "with fields that mean nothing here": (
        (HELD, ask(), grant(until="2020-01-01T00:00:00Z", scope="[")),
        ("senior", "announce", CONFIG, "a section"),
    ),
    "the second that asked": (
        (HELD, ask("third", id="r1"), ask(), grant()),
        ("senior", "announce", CONFIG, "a section"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HANDED)
def test_granted_it_ends_for_the_giver_and_the_asker_holds_it(case: str) -> None:
    said, held = HANDED[case]
    board, refused = play(*said)

    assert refused == {}
    assert [one for one in holders(board) if one[1] != "claim"] == [held]


def test_it_lives_from_then_on_though_the_asker_was_silent_for_long() -> None:
    said = (HELD, ask(minute=1), ("junior", "say", {"text": "x", "minute": 100}), grant(minute=130))
    (held,) = Facts(**facts_of(fold(PLAN, events_of(said)).state)).holds  # type: ignore[arg-type]

    assert [play(*said, later=at)[0].holds[0].seconds_left for at in (130, 249)] == [7200, 60]
    assert holders(play(*said, later=250)[0]) == []
    assert held.until == START + 60 * 250
    board, refused = play(*said, ("senior", "say", {"text": "there", "minute": 200}), later=319)
    assert (refused, board.holds[0].seconds_left) == ({}, 60)


def test_the_giver_may_say_for_how_long() -> None:
    board, _ = play(HELD, ask(), grant(lasts=600))
    assert board.holds[0].seconds_left == 600


REFUSED: dict[str, tuple[tuple[Said, ...], str]] = {
    "nobody holds a shared file": ((ask(),), "coord-tui announce atlas/config.py"),
    "nobody holds nobody's file": ((ask(path="docs/a.md"),), "nobody's: there is no one to ask"),
    "nobody else holds one's own": ((ask(path=GUEST),), "is yours: edit it"),
    "one holds it oneself": ((announce("senior", CONFIG), ask()), "coord-tui announce"),
    "loosely held": (
        (("junior", "reserve", {"path": CONFIG, "exclusive": False}), ask()), "coord-tui announce",
    ),
    "let go of": ((HELD, back(), ask()), "coord-tui announce"),
    "expired": ((HELD, ask(minute=120)), "coord-tui announce"),
    "it comes with a task": (
        (("junior", "claim", {"task": "T1"}), ask(path="web/a.py")),
        "junior cannot hand over web/*, which comes with T1: `coord-tui say \"why\" --to junior`, "
        "or `coord-tui wait --path web/a.py`",
    ),
    "it takes in what is another's": (
        (reserve("third", "/docs/"), reserve("junior", "atlas/*/*.sql"), ask(path="atlas/x/a.sql")),
        "",
    ),
    "asked already": (
        (HELD, ask(), ask(id="r2", minute=5)),
        "you asked junior for atlas/config.py 5m ago: `coord-tui wait --request r`",
    ),
    "answered by another": (
        (HELD, ask(), grant("third")), "held by junior: only junior answers",
    ),
    "answered by who asks": ((HELD, ask(), grant("senior")), "only junior answers"),
    "let go of meanwhile": (
        (HELD, ask(), back(), grant()),
        "you hold atlas/config.py no longer: there is nothing to hand over",
    ),
    "pushed meanwhile": ((HELD, ask(), pushed(), grant()), "no longer"),
    "expired meanwhile": ((HELD, ask(), grant(minute=120)), "no longer"),
    "handed to another meanwhile": (
        (HELD, ask("third", id="r1"), ask(), grant(request="r1"), grant()), "no longer",
    ),
    "granted twice": (
        (HELD, ask(), grant(), grant()),
        'was handed over to senior already: `coord-tui ask atlas/config.py "why"` asks for it back',
    ),
    "taken back": ((HELD, ask(), grant(), deny()), "was handed over to senior already"),
    "denied twice": ((HELD, ask(), deny(), deny()), "is denied to senior already"),
    "by the giver, who holds it no longer": (
        (HELD, ask(), grant(), announce("junior", CONFIG)),
        'is announced by senior, 0s ago for "a section": `coord-tui ask atlas/config.py "why"` '
        "asks for it, or `coord-tui wait --path atlas/config.py`",
    ),
}  # fmt: skip
TASK: Said = ("third", "task", {"task": "T1", "title": "Web", "files": ["web/*"]})


@pytest.mark.parametrize("case", [one for one in REFUSED if REFUSED[one][1]])
def test_the_last_line_is_refused(case: str) -> None:
    said, reason = REFUSED[case]
    _, refused = play(TASK, *said)

    assert list(refused) == [len(said) + 1]
    assert reason in refused[len(said) + 1]


def test_what_takes_in_files_of_others_than_the_askers_stays_with_its_holder() -> None:
    wide = reserve("senior", "atlas/a*/x.md")
    _, refused = play(wide, ask("third", path="atlas/ab/x.md"))

    assert refused[2] == (
        "senior cannot hand over atlas/a*/x.md, which takes in atlas/agents/x.md, and that is "
        'senior\'s: `coord-tui say "why" --to senior`, or `coord-tui wait --path atlas/ab/x.md`'
    )
    _, taken = play(wide, announce("third", "atlas/ab/x.md"))
    assert taken[2].endswith(
        '`coord-tui wait --path atlas/ab/x.md`, or `coord-tui say "why" --to senior`'
    )


def test_a_file_of_anothers_is_asked_of_its_owner_whoever_holds_it() -> None:
    third: tuple[Said, ...] = (("third", "ask", {"path": GUEST, "why": "w", "id": "t"}),
             ("senior", "grant", {"request": "t"}), announce("third", GUEST))  # fmt: skip
    board, refused = play(*third, ask("junior", path=GUEST))

    assert refused == {}
    assert (board.requests[-1].owner, board.requests[-1].reservation) == ("senior", "")


def test_what_was_handed_over_is_no_leave_of_an_owners() -> None:
    lines = events_of((HELD, ask(), grant()))
    folded = fold(PLAN, lines)

    assert facts_of(folded.state)["leaves"] == []
    assert leaves_over_time(lines, folded) == []
    requests = folded.state.requests.values()
    assert not is_granted(CONFIG, "junior", "senior", requests, text_of(START))


OVER: dict[str, tuple[tuple[Said, ...], int]] = {
    "let go of": ((back(),), 0),
    "pushed": ((pushed(),), 0),
    "left": ((("junior", "leave", {}),), 0),
    "expired": ((), 120),
    "handed to another": ((ask("third", id="r2"), grant(request="r2")), 0),
}


@pytest.mark.parametrize("case", OVER)
def test_a_request_is_over_when_what_was_asked_for_has_ended(case: str) -> None:
    said, later = OVER[case]
    before, _ = play(HELD, ask(), me="junior")
    after, refused = play(HELD, ask(), *said, me="junior", later=later)

    assert refused == {}
    assert [one.id for one in before.open_requests()] == ["r"]
    assert after.open_requests() == ()
    assert after.requests[0].answer == "over"
    assert play(HELD, ask(), *said, ask(id="r9", minute=later))[1].keys() <= {len(said) + 3}


def waited(*said: Said, later: int = 0) -> Finding:
    return answered("r")(play(HELD, ask(), *said, later=later)[0])


def test_a_wait_ends_with_the_answer_or_with_what_was_asked_for() -> None:
    still = waited(later=20)
    assert (still.over, still.words) == (False, f"junior has not answered about {CONFIG} yet")
    assert still.changes == START + 7200
    handed = waited(grant(words="go on"))
    assert (handed.holds, handed.words) == (True, f"junior hands {CONFIG} over to you: go on")
    no = waited(deny())
    assert (no.holds, no.vain, no.words) == (False, True, f"junior denies {CONFIG}: busy")
    free = waited(back())
    assert (free.holds, free.words) == (True, f"junior holds {CONFIG} no longer: you may take it")
    taken = waited(back(), announce("third", CONFIG))
    assert (taken.holds, taken.vain, taken.by) == (False, True, ("third",))
    assert taken.words == (
        f'junior holds {CONFIG} no longer, but third does: `coord-tui ask {CONFIG} "why"`'
    )


def test_the_answer_is_unread_for_who_asked() -> None:
    folded = fold(PLAN, lines := events_of((HELD, ask(), grant())))
    assert [Unread("senior", folded).meant(line) for line in lines] == ["", "", "answer"]


@pytest.mark.parametrize(
    ("said", "path", "whom"),
    [
        ((HELD,), CONFIG, "junior"),
        ((), CONFIG, ""),
        ((claim("junior", "J5"),), "atlas/mcp/a.py", "junior"),
        ((reserve("third", "/docs/"),), "docs/a.md", "third"),
        ((TASK, ("junior", "claim", {"task": "T1"})), "web/a.py", ""),
        (IN_MINE, GUEST, "junior"),
        ((), GUEST, ""),
    ],
)
def test_a_standing_says_whom_to_ask(said: tuple[Said, ...], path: str, whom: str) -> None:
    board, refused = play(*said)
    (found,) = standings([path], board, Ownership.from_plan(PLAN))

    assert refused == {}
    assert found.to_ask == whom
    assert bool(play(*said, ask(path=path))[1]) == (not whom)


PATHS: tuple[dict[str, object], ...] = (
    {"path": CONFIG}, {"path": "docs/a.md"}, {"pattern": "atlas/*.py"},
)  # fmt: skip
KINDS = ("announce", "reserve", "unreserve", "ask", "deny", "pushed", "leave", *["grant"] * 5)


def deed(by: str, kind: str, place: dict[str, object], number: int, minute: int) -> Said:
    more = {"request": f"e{number}", "intent": "i", "why": "w", "commit": "abc", "minute": minute}
    return (by, kind, place | more)


stories = st.lists(
    st.builds(
        deed,
        st.sampled_from(["senior", "junior", "third"]),
        st.sampled_from(KINDS),
        st.sampled_from(PATHS),
        st.integers(2, 6),
        st.sampled_from([0, 0, 5, 119, 130]),
    ),
    max_size=14,
).map(lambda said: [HELD, ask(id="e2", minute=0), *said])


def test_the_stories_that_are_tried_hand_over() -> None:
    def hands_over(said: list[Said]) -> bool:
        requests = fold(PLAN, events_of(tuple(said))).state.requests.values()
        return any(one.reservation and one.answer == "grant" for one in requests)

    assert find(stories, hands_over)


@settings(deadline=None, max_examples=300)
@given(stories)
def test_however_it_goes_one_at_a_time_holds_a_file(said: list[Said]) -> None:
    lines = events_of(tuple(said))
    folded = fold(PLAN, lines)

    last = max(seconds_of(line.event.at) for line in lines if line.event)
    for later in (0, 60, 119, 120):
        board = build_board(folded, lines, now=last + 60 * later, me="senior")
        for path in (CONFIG, "docs/a.md"):
            whole = [hold for hold in board.holds if hold.reservation.shown == path]
            assert len({hold.reservation.session for hold in whole}) <= 1
        held = {hold.reservation.id for hold in board.holds}
        open_ = [one for one in board.requests if one.reservation and not one.answer]
        assert all(one.reservation in held for one in open_)


@settings(deadline=None, max_examples=300)
@given(stories)
def test_to_judge_a_handover_ahead_is_to_judge_it_after(said: list[Said]) -> None:
    lines = events_of(tuple(said))
    again = fold(PLAN, lines)
    state = fold(PLAN, ()).state
    for line in lines:
        assert line.event is not None
        assert admit(line.event, state) == again.refused.get(line.number, "")
    assert (state.reservations, state.requests) == (again.state.reservations, again.state.requests)
