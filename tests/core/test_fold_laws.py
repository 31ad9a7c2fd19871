"""What holds for any story at all: a board comes of it, and judging ahead is judging after."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.board import build_board
from coord_tui.core.fold import admit, fold
from coord_tui.core.kinds import KINDS
from tests.core.stories import PLAN, START, Said, events_of

names = st.sampled_from(["senior", "junior", "third", "ghost"])
ids = st.sampled_from(["S1", "S4", "S5", "J5", "X1", "X2", "R1", "T1", "zz"])
moments = st.sampled_from(["", "x", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00-14:00", None])
paths = st.sampled_from(
    ["atlas/config.py", "atlas/agents/a.py", "x/[id]", "../x", ".git/x", "a\nb"]
)
globs = st.sampled_from(["atlas/**", "*.py", "x/", "[", "!a", "**/**/*a*a*", ""])
minutes = st.integers(-10_000, 10_000)
huge = st.sampled_from([10**400, -(10**400), 10**18, 1.5, 1e308])
values = (
    st.none()
    | st.booleans()
    | st.integers()
    | huge
    | st.text(max_size=4)
    | st.lists(ids, max_size=2)
)
fields = st.fixed_dictionaries(
    {"task": ids, "minute": minutes},
    optional={
        "title": st.just("t"), "owner": names, "after": st.lists(ids, max_size=3),
        "path": paths, "pattern": globs, "intent": st.just("i"),
        "files": st.lists(globs, max_size=2),
        "request": st.sampled_from(["e1", "e2", "zz"]), "why": st.just("w"), "upto": st.just("e1"),
        "takeover": st.booleans(), "reason": st.sampled_from(["", "why"]), "lasts": values,
        "at": moments, "until": moments | values,
        "exclusive": values, "commit": values, "text": values, "to": values, "group": values,
    },
)  # fmt: skip
stories = st.lists(st.tuples(names, st.sampled_from([*KINDS, "later"]), fields), max_size=25)


@settings(deadline=None)
@given(stories)
def test_any_story_gives_a_board(said: list[Said]) -> None:
    lines = events_of(tuple(said))
    folded = fold(PLAN, lines)
    board = build_board(folded, lines, now=START, me="senior")

    assert len(board.log) == len(lines)
    assert len(folded.state.accepted) + len(folded.refused) == len(lines)
    for entry in board.tasks:
        assert not (entry.claimed_by and entry.status != "claimed")
    holders = {entry.task.id: entry.claimed_by for entry in board.tasks}
    assert all(
        holders[hold.reservation.task] == hold.reservation.session
        for hold in board.holds
        if hold.reservation.kind == "claim"
    )


@settings(deadline=None)
@given(stories)
def test_what_is_judged_before_writing_is_what_the_fold_says_after(said: list[Said]) -> None:
    lines = events_of(tuple(said))
    if not lines:
        return
    before = fold(PLAN, lines[:-1])
    event = lines[-1].event
    assert event is not None

    assert admit(event, before.state) == fold(PLAN, lines).refused.get(len(lines), "")


@settings(deadline=None)
@given(stories)
def test_refused_events_change_nothing_but_presence(said: list[Said]) -> None:
    lines = events_of(tuple(said))
    folded = fold(PLAN, lines)
    present = tuple(
        line._replace(event=line.event._replace(kind="later", id=f"r{line.number}"))
        if line.event and line.number in folded.refused
        else line
        for line in lines
    )
    again = fold(PLAN, present)

    assert again.state.tasks == folded.state.tasks
    assert again.state.reservations == folded.state.reservations
    assert again.state.requests == folded.state.requests
