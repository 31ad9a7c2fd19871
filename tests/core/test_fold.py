"""The rules, told as short stories: who wrote what, what was refused, where everything ended."""

import pytest

from coord_tui.core.board import build_board
from coord_tui.core.fold import fold
from coord_tui.core.plan import Owned
from coord_tui.core.times import text_of
from tests.core.stories import (
    HOUR,
    PLAN,
    START,
    Said,
    announce,
    claim,
    done,
    events_of,
    play,
    reserve,
)


def test_the_plan_alone() -> None:
    board, _ = play()

    assert {entry.task.id: entry.status for entry in board.tasks} == {
        "S1": "done",
        "S4": "ready",
        "S5": "blocked",
        "J5": "ready",
        "X1": "ready",
        "X2": "dropped",
        "R1": "blocked",
    }
    ship, planned = board.task("R1"), board.task("S4")
    assert ship is not None
    assert planned is not None
    assert ship.waits_for == ("S4", "S5", "J5", "X1", "X2")
    assert planned.unblocks == ("S5", "R1")


REFUSED: list[tuple[str, tuple[Said, ...], str]] = [
    ("unknown task", (claim("senior", "S9"),), "no task S9"),
    ("unknown session", (claim("nobody", "S4"),), "no session nobody: the plan has senior, junior"),
    ("no task named", (("senior", "claim", {}),), "claim without task"),
    ("done", (claim("senior", "S1"),), "S1 is done by fb17380"),
    ("dropped", (claim("senior", "X2"),), "X2 was dropped"),
    ("blocked", (claim("senior", "S5"),), "S5 is blocked, it waits for S4"),
    ("another's", (claim("junior", "S4"),), "S4 is assigned to senior"),
    ("held", (claim("third", "X1"), claim("junior", "X1")), "X1 is claimed by third"),
    ("mine already", (claim("third", "X1"), claim("third", "X1")), "X1 is yours already"),
    (
        "takeover of a live claim without a reason",
        (claim("third", "X1"), claim("junior", "X1", takeover=True, minute=HOUR)),
        'take it with --takeover --reason "why" (stale after 2h)',
    ),
    ("reason without takeover", (claim("junior", "S4", reason="urgent"),), "assigned to senior"),
    ("blank reason", (claim("junior", "S4", takeover=True, reason=" "),), "assigned to senior"),
    ("release of nothing", (("senior", "release", {"task": "S4"}),), "S4 is not claimed"),
    (
        "release of another's",
        (claim("third", "X1"), ("junior", "release", {"task": "X1"})),
        "only third releases it",
    ),
    ("done twice", (done("senior", "S1"),), "S1 is done already by fb17380"),
    ("done while held", (claim("third", "X1"), done("junior", "X1")), "only third finishes it"),
    ("done while blocked", (done("senior", "S5"),), "it waits for S4"),
    ("done of another's", (done("junior", "S4"),), "claim it first"),
    ("reopen of open", (("senior", "reopen", {"task": "S4"}),), "nothing to reopen"),
    ("assign of done", (("senior", "assign", {"task": "S1"}),), "reopen it first"),
    (
        "assign to nobody known",
        (("senior", "assign", {"task": "S4", "owner": "x"}),),
        "no session x",
    ),
    ("add twice", (("senior", "task", {"task": "S4", "title": "t"}),), "S4 exists already"),
    (
        "add to no group",
        (("senior", "task", {"task": "T1", "title": "t", "group": "round-9"}),),
        "no group round-9: the plan has round-1, round-2, round-3",
    ),
    ("announce another's", (announce("junior", "atlas/agents/a.py"),), "is senior's: ask first"),
    (
        "announce the same",
        (announce("senior", "atlas/config.py"), announce("junior", "atlas/config.py")),
        'atlas/config.py is announced by senior, 0s ago for "a timeout"',
    ),
    (
        "a glob against a glob",
        (reserve("third", "src/*/models.py"), reserve("junior", "src/app/*.py")),
        "src/*/models.py (both take in src/app/models.py) is reserved by third",
    ),
    (
        "a literal path is no glob",
        (announce("senior", "app/[id]/page.tsx"), announce("junior", "app/[id]/page.tsx")),
        "app/[id]/page.tsx is announced by senior",
    ),
    (
        "files of a claim",
        (
            ("senior", "task", {"task": "T1", "title": "t", "files": ["src/*/models.py"]}),
            claim("junior", "T1"),
            reserve("third", "src/app/*.py"),
        ),
        "src/*/models.py (both take in src/app/models.py) is held with T1 by junior",
    ),
    (
        "another's folder",
        (("third", "reserve", {"path": "atlas/agents/"}),),
        "atlas/agents/ is senior's: ask first",
    ),
    (
        "another's folder, named as a file is",
        (("third", "announce", {"path": "atlas/agents", "intent": "i"}),),
        "atlas/agents takes in atlas/agents/x, which is senior's: ask first",
    ),
    (
        "a shared file that comes with another's claim, reserved",
        (
            ("senior", "task", {"task": "T1", "title": "t", "files": ["atlas/config.py"]}),
            claim("third", "T1"),
            ("junior", "reserve", {"path": "atlas/config.py"}),
        ),
        "atlas/config.py is held with T1 by third",
    ),
    ("another's, by a glob", (reserve("third", "atlas/agents/?.py"),), "which is senior's: ask"),
    ("another's, among others", (reserve("senior", "**/x.py"),), "which is junior's: ask first"),
    (
        "files of a claim, announced and given back meanwhile",
        (
            ("senior", "task", {"task": "T1", "title": "t", "files": ["a.py"]}),
            claim("third", "T1"),
            announce("third", "a.py"),
            ("third", "unreserve", {"path": "a.py"}),
            announce("junior", "a.py"),
        ),
        "a.py is held with T1 by third",
    ),
    ("a broken pattern", (reserve("third", "!x"),), "starts with `!`"),
    ("out of the tree", (announce("third", "../x"),), "leaves the repository"),
    (
        "unreserve of nothing",
        (("third", "unreserve", {"pattern": "x"}),),
        "x is not reserved by third",
    ),
    (
        "unreserve of a claim's files",
        (claim("junior", "J5"), ("junior", "unreserve", {"pattern": "atlas/mcp/*.py"})),
        "`coord-tui release J5` gives both back",
    ),
    ("ask for one's own", (("senior", "ask", {"path": "atlas/agents/a", "why": "w"}),), "is yours"),
    ("ask for shared", (("senior", "ask", {"path": "atlas/config.py", "why": "w"}),), "is shared"),
    ("ask for nobody's", (("senior", "ask", {"path": "README", "why": "w"}),), "is nobody's"),
    ("grant of nothing", (("senior", "grant", {"request": "r"}),), "no request r"),
    (
        "grant by another",
        (
            ("junior", "ask", {"path": "atlas/agents/a", "why": "w", "id": "r"}),
            ("third", "grant", {"request": "r"}),
        ),
        "only senior answers",
    ),
    ("ack of nothing", (("senior", "ack", {"upto": "x"}),), "no event x"),
    ("word to nobody", (("senior", "say", {"text": "hi", "to": ["x"]}),), "no session x"),
    (
        "a line twice",
        (("senior", "say", {"text": "a", "id": "x"}), ("senior", "say", {"text": "a", "id": "x"})),
        "a repeat of an earlier line",
    ),
]


@pytest.mark.parametrize(("said", "reason"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_the_last_line_is_refused(said: tuple[Said, ...], reason: str) -> None:
    _, refused = play(*said)

    assert list(refused) == [len(said)]
    assert reason in refused[len(said)]


FLOATING = PLAN._replace(ownership=(*PLAN.ownership, Owned("tests/", "junior")))


def test_a_rule_that_floats_does_not_reach_into_every_folder() -> None:
    wanted: tuple[Said, ...] = (
        reserve("senior", "src/api/**"),
        ("senior", "reserve", {"path": "skills/"}),
        ("senior", "reserve", {"path": "tests/"}),
        reserve("senior", "tests/"),
        reserve("senior", "*.py"),
    )

    assert sorted(fold(FLOATING, events_of(wanted)).refused) == [3, 4, 5]


@pytest.mark.parametrize(("held", "named"), [("docs", "docs/"), ("docs/", "docs")])
def test_a_folder_is_given_back_with_or_without_its_slash(held: str, named: str) -> None:
    board, refused = play(
        ("senior", "reserve", {"path": held}), ("senior", "unreserve", {"path": named})
    )

    assert (refused, board.holds) == ({}, ())


ACCEPTED: list[tuple[str, tuple[Said, ...]]] = [
    ("assigned to me", (claim("senior", "S4"),)),
    ("nobody's", (claim("third", "X1"),)),
    ("unblocked by done", (claim("senior", "S4"), done("senior", "S4"), claim("senior", "S5"))),
    ("blocked, with a reason", (claim("senior", "S5", takeover=True, reason="in parallel"),)),
    ("assigned, with a reason", (claim("junior", "S4", takeover=True, reason="she is away"),)),
    (
        "live, with a reason",
        (claim("third", "X1"), claim("junior", "X1", takeover=True, reason="r")),
    ),
    ("stale", (claim("third", "X1"), claim("junior", "X1", takeover=True, minute=2 * HOUR))),
    (
        "released",
        (claim("third", "X1"), ("third", "release", {"task": "X1"}), claim("junior", "X1")),
    ),
    ("reopened", (("senior", "reopen", {"task": "S1"}), claim("third", "S1"))),
    ("dropped, reopened", (("senior", "reopen", {"task": "X2"}), claim("third", "X2"))),
    ("reassigned", (("senior", "assign", {"task": "S4", "owner": "third"}), claim("third", "S4"))),
    ("added", (("third", "task", {"task": "T1", "title": "New"}), claim("third", "T1"))),
    (
        "announce again",
        (announce("senior", "atlas/config.py"), announce("senior", "atlas/config.py")),
    ),
    (
        "given back",
        (
            announce("senior", "atlas/config.py"),
            ("senior", "unreserve", {"path": "atlas/config.py"}),
            announce("junior", "atlas/config.py"),
        ),
    ),
    (
        "pushed",
        (
            announce("senior", "atlas/config.py"),
            ("senior", "pushed", {"path": "atlas/config.py", "commit": "abc"}),
            announce("junior", "atlas/config.py"),
        ),
    ),
    (
        "gone",
        (
            announce("senior", "atlas/config.py"),
            ("senior", "leave", {}),
            announce("junior", "atlas/config.py"),
        ),
    ),
    (
        "expired",
        (announce("senior", "atlas/config.py"), announce("junior", "atlas/config.py", minute=121)),
    ),
    (
        "shared, though in another's claim",
        (
            ("senior", "task", {"task": "T1", "title": "t", "files": ["atlas/config.py", "["]}),
            claim("third", "T1"),
            announce("junior", "atlas/config.py"),
        ),
    ),
    (
        "a plain name in a claim is the file at the top",
        (
            ("senior", "task", {"task": "T1", "title": "t", "files": ["README.md"]}),
            claim("third", "T1"),
            reserve("junior", "/*.py"),
            announce("junior", "docs/README.md"),
        ),
    ),
    ("held loosely", (reserve("third", "/x/", exclusive=False), reserve("junior", "x/y"))),
    (
        "granted",
        (
            ("junior", "ask", {"path": "atlas/agents/a.py", "why": "wire it", "id": "r"}),
            ("senior", "grant", {"request": "r"}),
            announce("junior", "atlas/agents/a.py"),
        ),
    ),
    ("a visitor joins", (("guest", "join", {}), claim("guest", "X1"))),
    ("of another time", (("senior", "teleport", {"where": 3}),)),
]


@pytest.mark.parametrize("said", [a[1] for a in ACCEPTED], ids=[a[0] for a in ACCEPTED])
def test_nothing_is_refused(said: tuple[Said, ...]) -> None:
    _, refused = play(*said)

    assert refused == {}


def test_activity_renews_a_reservation_and_silence_ends_it() -> None:
    held = announce("senior", "atlas/config.py")
    renewed: Said = ("senior", "say", {"text": "still at it", "minute": 100})
    taken = announce("junior", "atlas/config.py", minute=130)
    late: Said = ("senior", "say", {"text": "back", "minute": 300})

    assert list(play(held, renewed, taken)[1]) == [3]
    board, refused = play(held, late, announce("junior", "atlas/config.py"), later=300)
    assert refused == {}
    assert [hold.reservation.session for hold in board.holds] == ["junior"]


@pytest.mark.parametrize("at", ["x", "", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00Z"])
def test_a_moment_that_is_none_or_far_off_stops_nobody(at: str) -> None:
    lines = events_of((claim("third", "X1"), announce("third", "a.py", lasts=10**400)))
    odd = tuple(line._replace(event=line.event._replace(at=at)) for line in lines if line.event)
    more = events_of((claim("junior", "X1", id="e8"), announce("junior", "b.py", id="e9")))
    folded = fold(PLAN, (*odd, *(line._replace(number=line.number + 2) for line in more)))

    assert list(folded.refused) == [3]
    assert build_board(folded, odd, now=START, me="senior").task("X1")


def test_a_grant_ends_at_its_moment() -> None:
    asked: Said = ("junior", "ask", {"path": "atlas/agents/a.py", "why": "wire it", "id": "r"})
    granted: Said = ("senior", "grant", {"request": "r", "until": text_of(START + 600)})

    assert play(asked, granted, announce("junior", "atlas/agents/a.py", minute=9))[1] == {}
    assert list(play(asked, granted, announce("junior", "atlas/agents/a.py", minute=11))[1]) == [3]


def test_done_ends_the_claim_and_its_files_and_records_the_commit() -> None:
    held, _ = play(claim("junior", "J5"))
    finished, _ = play(claim("junior", "J5"), done("junior", "J5"))

    assert [hold.reservation.pattern for hold in held.holds] == ["atlas/mcp/*.py"]
    entry = finished.task("J5")
    assert entry is not None
    assert (entry.status, entry.commit, entry.claimed_by, finished.holds) == (
        "done",
        "abc1234",
        "",
        (),
    )


def test_a_takeover_moves_the_files_too() -> None:
    board, _ = play(claim("junior", "J5"), claim("third", "J5", takeover=True, reason="away"))

    assert [hold.reservation.session for hold in board.holds] == ["third"]


def test_staleness_shows_before_anybody_acts_on_it() -> None:
    fresh, stale = (
        play(claim("third", "X1"), later=119)[0],
        play(claim("third", "X1"), later=120)[0],
    )

    assert [entry.stale for b in (fresh, stale) if (entry := b.task("X1"))] == [False, True]


def test_a_task_added_to_a_group_holds_up_what_waits_for_the_group() -> None:
    added: Said = ("senior", "task", {"task": "T1", "title": "One more", "group": "round-2"})
    entry = play(added)[0].task("R1")

    assert entry is not None
    assert entry.waits_for[-1] == "T1"


def test_unread_is_what_others_said_to_me_since_I_last_acknowledged() -> None:
    said: tuple[Said, ...] = (
        ("junior", "say", {"text": "to all", "id": "m1"}),
        ("junior", "say", {"text": "to third", "to": ["third"]}),
        ("senior", "say", {"text": "my own"}),
        ("senior", "ack", {"upto": "m1"}),
        ("junior", "say", {"text": "to you", "to": ["senior"]}),
    )

    assert [play(*said[:n])[0].unread for n in range(6)] == [0, 1, 1, 1, 0, 1]
    assert play(*said, me="third")[0].unread == 4 - 1
    assert play(*said, me="")[0].unread == 0
