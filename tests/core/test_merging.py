"""Two channels become one: the remote's order decides, and no line of either is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.events import encode, read_lines
from coord_tui.core.fold import fold
from coord_tui.core.merging import Merged, merge, settle
from tests.core.stories import PLAN, Said, claim, done, events_of

lines = st.lists(st.binary(max_size=3).map(lambda raw: raw.replace(b"\n", b"-")), max_size=8)


def channel(*said: Said) -> bytes:
    events = [line.event for line in events_of(said)]
    return b"".join(encode(event).encode() + b"\n" for event in events if event)


def joined(*parts: bytes) -> bytes:
    return b"".join(part + b"\n" for part in parts)


@pytest.mark.parametrize(
    ("theirs", "live", "confirmed", "merged"),
    [
        pytest.param("", "", 0, ("", 0, 0), id="nothing anywhere"),
        pytest.param("", "a b", 0, ("a b", 0, 0), id="a remote without a channel"),
        pytest.param("a b", "", 0, ("a b", 2, 0), id="a clone without a channel"),
        pytest.param("a b", "a b", 2, ("a b", 2, 0), id="nothing new"),
        pytest.param("a b", "a b", 0, ("a b", 2, 0), id="the memory is lost"),
        pytest.param("a b", "a b x", 2, ("a b x", 2, 0), id="one to send"),
        pytest.param("a b", "a", 1, ("a b", 2, 0), id="one received"),
        pytest.param("a b c", "a x y", 1, ("a b c x y", 3, 0), id="theirs before one's own"),
        pytest.param("a x b", "a x y", 1, ("a x b y", 3, 0), id="sent, and never heard of it"),
        pytest.param("b x", "x y", 0, ("b x y", 2, 0), id="two that began at once"),
        pytest.param("", "a b x", 2, ("a b x", 0, 2), id="the branch was deleted"),
        pytest.param("a", "a b c x", 3, ("a b c x", 1, 2), id="set back"),
        pytest.param("b n", "a b c x", 3, ("b n a c x", 2, 2), id="rewritten"),
        pytest.param("b a", "a b", 2, ("b a", 2, 0), id="the same lines in another order"),
    ],
)  # fmt: skip
def test_theirs_first_then_one_s_own(
    theirs: str, live: str, confirmed: int, merged: tuple[str, int, int]
) -> None:
    data, taken, restored = merged
    found = merge(joined(*theirs.encode().split()), joined(*live.encode().split()), 2 * confirmed)
    assert found == Merged(joined(*data.encode().split()), 2 * taken, restored)


def test_a_last_line_without_its_end_gets_one() -> None:
    assert merge(b"a\nb", b"x\n", 0) == Merged(b"a\nb\nx\n", 4)


@given(lines, lines, st.data())
def test_no_line_is_lost_and_theirs_stand_first(
    theirs: list[bytes], own: list[bytes], data: st.DataObject
) -> None:
    live, remote = joined(*own), joined(*theirs)
    confirmed = len(joined(*own[: data.draw(st.integers(0, len(own)))]))
    merged = merge(remote, live, confirmed)
    found = merged.data.split(b"\n")
    assert merged.data.startswith(remote)
    assert merged.confirmed == len(remote)
    assert {b"", *theirs, *own} == set(found)


@given(lines, lines, lines)
def test_clones_that_merge_in_turn_end_up_with_the_same(
    shared: list[bytes], one: list[bytes], other: list[bytes]
) -> None:
    start = joined(*shared)
    first = merge(start, start + joined(*one), len(start)).data
    second = merge(first, start + joined(*other), len(start)).data
    assert merge(second, first, len(first)).data == second


def settled(theirs: tuple[Said, ...], own: tuple[Said, ...]) -> tuple[Merged, list[str]]:
    """What is left of one's own after theirs, and the reasons why the rest is not."""
    merged = settle(PLAN, channel(*own), merge(channel(*theirs), channel(*own), 0))
    return merged, [one.reason for one in merged.withdrawn]


def test_a_claim_that_came_second_is_withdrawn_and_names_the_first() -> None:
    merged, reasons = settled((claim("junior", "X1", id="j"),), (claim("third", "X1", id="t"),))
    assert reasons == [
        "X1 is claimed by junior, last heard of 0s ago: ask for it, or take it with "
        '--takeover --reason "why" (stale after 2h)'
    ]
    assert merged.data == channel(claim("junior", "X1", id="j"))


def test_what_does_not_collide_stays_in_order() -> None:
    own: tuple[Said, ...] = (
        claim("third", "X1", id="t"),
        ("third", "say", {"text": "mine", "id": "s"}),
    )
    merged, reasons = settled((claim("senior", "S4", id="j"),), own)
    assert not reasons
    assert merged.data == channel(claim("senior", "S4", id="j")) + channel(*own)


def test_what_builds_on_a_lost_claim_is_lost_with_it() -> None:
    own = (claim("third", "X1", id="t"), done("third", "X1", id="d"))
    merged, reasons = settled((claim("junior", "X1", id="j"),), own)
    assert [one.event.id for one in merged.withdrawn] == ["t", "d"]
    assert reasons[1] == "X1 is claimed by junior: only junior finishes it"


def test_what_was_said_of_a_task_that_lost_its_id_is_not_taken_for_another_s() -> None:
    own: tuple[Said, ...] = (
        ("third", "task", {"task": "T1", "title": "mine", "id": "a"}),
        claim("third", "T1", id="c"),
        ("third", "say", {"text": "go", "id": "s"}),
    )
    theirs: tuple[Said, ...] = (("junior", "task", {"task": "T1", "title": "theirs", "id": "b"}),)
    merged, reasons = settled(theirs, own)
    assert [one.event.id for one in merged.withdrawn] == ["a", "c"]
    assert reasons[1].startswith("T1 is another session's task")
    assert merged.data == channel(*theirs) + channel(own[2])


def test_what_this_plan_does_not_understand_is_not_for_this_clone_to_withdraw() -> None:
    own: tuple[Said, ...] = (
        ("stranger", "claim", {"task": "X1", "id": "a"}),  # a session of a newer plan
        ("third", "claim", {"task": "Z9", "id": "b"}),  # a task of a newer plan
        ("third", "later", {"task": "X1", "id": "c"}),  # a kind of a newer version
    )
    merged, reasons = settled((claim("junior", "X1", id="j"),), own)
    assert not reasons
    assert merged.data.endswith(channel(*own))


def test_a_line_that_is_no_event_is_passed_on() -> None:
    live = b"<<<<<<< HEAD\n" + channel(claim("third", "X1", id="t")) + b"{}\n"
    theirs = channel(claim("junior", "X1", id="j"))
    merged = settle(PLAN, live, merge(theirs, live, 0))
    assert merged.data == theirs + b"<<<<<<< HEAD\n{}\n"


def test_a_line_that_stands_twice_is_not_withdrawn_with_its_repeat() -> None:
    own = claim("third", "X1", id="t")
    live = channel(own) + b"{}\n" + channel(own)
    merged = settle(PLAN, live, Merged(live, 0))
    assert (merged.data, merged.withdrawn) == (live, ())


kinds = st.sampled_from(["claim", "release", "done", "say", "task", "announce", "reserve", "odd"])
fields = st.fixed_dictionaries(
    {"task": st.sampled_from(["S4", "S5", "J5", "X1", "T1"]), "path": st.just("atlas/config.py")},
    optional={"title": st.just("t"), "intent": st.just("i"), "text": st.just("words")},
)
stories = st.lists(
    st.tuples(st.sampled_from(["senior", "junior", "third"]), kinds, fields), max_size=8
)


def named(story: list[Said], prefix: str) -> tuple[Said, ...]:
    return tuple(
        (by, kind, {**told, "id": f"{prefix}{n}"}) for n, (by, kind, told) in enumerate(story)
    )


@given(stories, stories)
def test_every_event_is_in_the_channel_or_withdrawn_with_a_reason(
    theirs: list[Said], own: list[Said]
) -> None:
    merged, reasons = settled(named(theirs, "t"), named(own, "o"))
    left = {line.event.id for line in read_lines(merged.data) if line.event}
    gone = {one.event.id for one in merged.withdrawn}
    every = {f"t{n}" for n in range(len(theirs))} | {f"o{n}" for n in range(len(own))}
    assert left | gone == every
    assert not left & gone
    assert all(reasons)
    assert not any(id.startswith("t") for id in gone)


@given(stories, stories)
def test_what_was_refused_before_the_merge_is_left_to_stand(
    theirs: list[Said], own: list[Said]
) -> None:
    merged, reasons = settled(named(theirs, "t"), named(own, "o"))
    before = {f"o{number - 1}" for number in fold(PLAN, events_of(named(own, "o"))).refused}
    lost = zip(merged.withdrawn, reasons, strict=True)
    assert not before & {w.event.id for w, why in lost if "another session's task" not in why}
