"""Every use case that writes: what the channel has afterwards, and what a refusal says."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from coord_tui.core.board import Board
from coord_tui.core.plan import ChannelSettings
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.guard import guard_files
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.repos import Repo

As = Callable[[str], Workspace]
Act = Callable[[Workspace], list[Outcome]]


def status(workspace: Workspace, task: str) -> str:
    entry = workspace.board().task(task)
    assert entry is not None
    return entry.status


def of_nobody(workspace: Workspace) -> Workspace:
    """The workspace under a plan in which nobody owns a file."""
    workspace.plan = workspace.plan._replace(ownership=())
    return workspace


ACCEPTED: dict[str, tuple[str, Act, dict[str, object]]] = {
    "claim": ("S4", lambda it: actions.claim(it, ["S4"]), {"kind": "claim", "task": "S4"}),
    "assign": ("X1", lambda it: actions.assign(it, "X1", "junior"),
               {"kind": "assign", "task": "X1", "owner": "junior"}),
    "assign to nobody": ("J5", lambda it: actions.assign(it, "J5", "-"),
                         {"kind": "assign", "task": "J5"}),
    "reopen": ("S1", lambda it: actions.reopen(it, ["S1"]), {"kind": "reopen", "task": "S1"}),
    "announce": ("atlas/config.py", lambda it: actions.announce(it, "atlas/config.py", "a timeout"),
                 {"kind": "announce", "path": "atlas/config.py", "intent": "a timeout"}),
    "announce for a time": ("atlas/config.py",
                            lambda it: actions.announce(it, "atlas/config.py", "x", lasts=60),
                            {"kind": "announce", "path": "atlas/config.py", "intent": "x",
                             "lasts": 60}),
    "reserve a glob": ("docs/*.md", lambda it: actions.reserve(it, ["docs/*.md"], intent="move"),
                       {"kind": "reserve", "pattern": "docs/*.md", "intent": "move"}),
    "reserve loosely": ("docs/**", lambda it: actions.reserve(it, ["docs/**"], loosely=True),
                        {"kind": "reserve", "pattern": "docs/**", "exclusive": False}),
    "say": ("all", lambda it: actions.say(it, "hello [/]"), {"kind": "say", "text": "hello [/]"}),
    "say to one": ("junior", lambda it: actions.say(it, "hi", to=["junior"], about="J5"),
                   {"kind": "say", "text": "hi", "to": ["junior"], "about": "J5"}),
    "add": ("T1", lambda it: actions.add(it, "Retry", after=["S4"], owner="junior"),
            {"kind": "task", "task": "T1", "title": "Retry", "group": "round-2",
             "after": ["S4"], "owner": "junior"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_accepted_is_on_the_channel(name: str, session: As) -> None:
    target, act, fields = ACCEPTED[name]
    senior = session("senior")
    (outcome,) = act(senior)
    assert outcome.accepted
    assert outcome.target == target
    (line,) = senior.lines()
    assert line.event == outcome.event
    assert line.event is not None
    assert {"kind": line.event.kind, **line.event.own} == fields
    assert line.event.by == "senior"


REFUSED: dict[str, tuple[Act, str]] = {
    "another's task": (lambda it: actions.claim(it, ["J5"]), "J5 is assigned to junior"),
    "blocked": (lambda it: actions.claim(it, ["S5"]), "waits for S4, J5"),
    "done": (lambda it: actions.claim(it, ["S1"]), "S1 is done"),
    "not claimed": (lambda it: actions.release(it, ["S4"]), "S4 is not claimed"),
    "open": (lambda it: actions.reopen(it, ["S4"]), "there is nothing to reopen"),
    "id taken": (lambda it: actions.add(it, "x", id="S4"), "S4 exists already"),
    "not reserved": (lambda it: actions.unreserve(it, []), "nothing to give back"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_no_trace(name: str, session: As) -> None:
    act, words = REFUSED[name]
    senior = session("senior")
    (outcome,) = act(senior)
    assert not outcome.accepted
    assert words in outcome.reason
    assert outcome.event is None
    assert senior.lines() == ()


UNKNOWN: dict[str, tuple[Act, str]] = {
    "task": (lambda it: actions.claim(it, ["S4", "J6"]), "no task 'J6': did you mean J5?"),
    "owner": (lambda it: actions.assign(it, "S4", "junor"), "did you mean junior?"),
    "receiver": (lambda it: actions.say(it, "x", to=["nobody"]), "there is senior, junior"),
    "dependency": (lambda it: actions.add(it, "x", after=["round-3"]), "did you mean round-"),
    "group": (lambda it: actions.add(it, "x", group="round-9"), "no group 'round-9'"),
    "commit": (lambda it: actions.done(it, "S4", "0123456"), "no commit 0123456"),
    "words": (lambda it: actions.say(it, " "), "nothing to say"),
    "outside": (lambda it: actions.announce(it, "/etc/passwd", "x"), "outside the repository"),
    "git": (lambda it: actions.reserve(it, [".git/config"]), "git's own folder"),
    "pattern": (lambda it: actions.reserve(it, ["a[b"]), "without `]`"),
    "empty task": (lambda it: actions.claim(it, ["S4", ""]), "an empty word names no task"),
    "empty task, given back": (lambda it: actions.release(it, [""]), "names no task"),
    "empty task, done": (lambda it: actions.done(it, ""), "names no task"),
    "empty task, assigned": (lambda it: actions.assign(it, "", "junior"), "names no task"),
    "empty owner": (lambda it: actions.assign(it, "J5", ""), "an empty word names no session"),
    "empty receiver": (lambda it: actions.say(it, "x", to=[""]), "names no session"),
    "title": (lambda it: actions.add(it, " "), "a task needs a title"),
    "intent": (lambda it: actions.announce(it, "atlas/config.py", "\t"), "announced what for"),
    "everything": (lambda it: actions.announce(it, ".", "x"), "'.' is the whole repository"),
    "empty path": (lambda it: actions.announce(it, "", "x"), "'' is no path"),
    "empty pattern": (lambda it: actions.reserve(it, [""]), "'' is no path"),
    "two words as id": (lambda it: actions.add(it, "x", id="a b"), "'a b' is no id"),
    "escape as id": (lambda it: actions.add(it, "x", id="\x1b[2J"), r"'\\x1b\[2J' is no id"),
    "option as id": (lambda it: actions.add(it, "x", id="-x"), "'-x' is no id"),
    "files": (lambda it: actions.add(it, "x", files=["ok", "["]), "without `]`"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_cannot_be_meant_writes_nothing(name: str, session: As) -> None:
    act, words = UNKNOWN[name]
    senior = session("senior")
    with pytest.raises(BadInput, match=words.replace("?", r"\?")):
        act(senior)
    assert senior.lines() == ()


@pytest.mark.parametrize("act", [act for _, act, _ in ACCEPTED.values()], ids=list(ACCEPTED))
def test_an_observer_may_not_write(act: Act, session: As, place: Repo) -> None:
    place.identify("Guest", "guest@example.com")
    guest = session("")
    assert guest.me == ""
    with pytest.raises(Refused, match="observer"):
        act(guest)
    assert guest.lines() == ()


def test_of_several_targets_each_is_judged_for_itself(session: As) -> None:
    found = actions.claim(session("senior"), ["S5", "S4", "X1"])
    assert [(one.target, one.accepted) for one in found] == [
        ("S5", False), ("S4", True), ("X1", True),
    ]  # fmt: skip


def test_the_loser_of_a_task_is_told_by_whom(session: As) -> None:
    actions.claim(session("senior"), ["X1"])
    (outcome,) = actions.claim(session("junior"), ["X1"])
    assert outcome.reason.startswith("X1 is claimed by senior")


def test_a_claim_reserves_the_files_of_its_task_until_it_is_released(session: As) -> None:
    senior, junior = of_nobody(session("senior")), of_nobody(session("junior"))
    actions.claim(senior, ["S4"])
    (refused,) = actions.reserve(junior, ["atlas/**/planner.py"])
    assert "held with S4 by senior" in refused.reason
    actions.release(senior, ["S4"])
    (accepted,) = actions.reserve(junior, ["atlas/**/planner.py"])
    assert accepted.accepted


def test_a_takeover_needs_a_reason_while_the_holder_is_about(session: As) -> None:
    actions.claim(session("senior"), ["X1"])
    junior = session("junior")
    (bare,) = actions.claim(junior, ["X1"], takeover=True)
    assert not bare.accepted
    (told,) = actions.claim(junior, ["X1"], takeover=True, reason="senior is away")
    assert told.accepted
    entry = junior.board().task("X1")
    assert entry is not None
    assert entry.claimed_by == "junior"


def test_a_stale_claim_may_be_taken_without_a_reason(session: As) -> None:
    actions.claim(session("senior"), ["X1"])
    junior = session("junior")
    late = junior.clock() + 7201
    junior.clock = lambda: late
    (outcome,) = actions.claim(junior, ["X1"], takeover=True)
    assert outcome.accepted


def test_next_takes_ones_own_first_then_nobodys_then_says_so(session: As) -> None:
    senior = session("senior")
    taken = [actions.claim_next(senior)[0].target for _ in range(2)]
    assert taken == ["S4", "X1"]
    with pytest.raises(Refused, match="nothing is ready for senior"):
        actions.claim_next(senior)


def test_done_records_head_and_says_whom_it_unblocked(session: As, place: Repo) -> None:
    actions.done(session("junior"), "J5")
    senior = session("senior")
    (outcome,) = actions.done(senior, "S4")
    assert outcome.note == "unblocked S5 for senior"
    entry = senior.board().task("S4")
    assert entry is not None
    assert entry.commit == place.head()


def test_added_tasks_get_free_ids(session: As) -> None:
    senior = session("senior")
    added = [actions.add(senior, title)[0].target for title in ("One", "Two")]
    assert added == ["T1", "T2"]
    assert status(senior, "T2") == "ready"


def test_a_name_that_exists_is_a_path_even_if_it_looks_like_a_glob(
    session: As, place: Repo
) -> None:
    cwd = str(place.path)
    (outcome,) = actions.reserve(session("senior"), ["app/[id]/page.tsx"], cwd=cwd)
    assert outcome.event is not None
    assert outcome.event.own == {"path": "app/[id]/page.tsx"}


@pytest.mark.parametrize(
    ("folder", "typed", "meant"),
    [
        ("", "*.py", "*.py"),
        ("atlas", "*.md", "/atlas/**/*.md"),
        ("atlas", "api/*.md", "/atlas/api/*.md"),
        ("atlas", "/*.md", "/*.md"),
        ("app/[id]", "*.md", "/app/\\[id]/**/*.md"),
    ],
)
def test_a_glob_is_meant_where_it_was_typed(
    folder: str, typed: str, meant: str, session: As, place: Repo
) -> None:
    cwd = str(place.path / folder)
    senior = of_nobody(session("senior"))
    (outcome,) = actions.reserve(senior, [typed], cwd=cwd)
    assert outcome.event is not None, outcome.reason
    assert outcome.event.own == {"pattern": meant}
    (given_back,) = actions.unreserve(senior, [typed], cwd=cwd)
    assert given_back.accepted


def test_what_was_read_is_unread_no_more(session: As) -> None:
    actions.say(session("senior"), "pull first", to=["junior"])
    junior = session("junior")
    assert junior.board().unread == 1
    assert session("senior").board().unread == 0
    actions.ack(junior)
    assert junior.board().unread == 0
    assert actions.ack(junior) == []


def test_a_torn_line_is_repaired_and_told(session: As) -> None:
    senior = session("senior")
    actions.say(senior, "whole")
    with open(senior.channel.path, "ab") as file:
        file.write(b'{"v":1,"id":"torn')
    actions.say(senior, "after")
    assert [notice for notice in senior.told() if "cut short" in notice]
    assert senior.told() == ()
    assert [line.event.text("text") for line in senior.lines() if line.event] == ["whole", "after"]


def test_a_foreign_branch_is_left_alone_and_told(session: As, place: Repo) -> None:
    place.git("branch", "coord")
    before = place.git("rev-parse", "coord")
    senior = session("senior")
    (outcome,) = actions.say(senior, "hello")
    assert outcome.accepted
    assert any("channel.branch" in notice for notice in senior.told())
    assert place.git("rev-parse", "coord") == before


def test_the_channel_is_committed_under_the_session(session: As, place: Repo) -> None:
    actions.claim(session("senior"), ["S5", "S4"])
    assert place.git("log", "-1", "--format=%s", "coord") == "senior: claim S4"
    assert '"task":"S4"' in place.git("show", "coord:channel.jsonl")


def test_a_fresh_clone_begins_with_the_channel_of_its_remote(
    session: As, place: Repo, tmp_path: Path
) -> None:
    actions.claim(session("senior"), ["S4"])
    clone = place.clone(tmp_path / "clone")
    junior = Workspace.open(str(clone.path), "junior")
    assert status(junior, "S4") == "claimed"


def test_a_linked_worktree_sees_the_same_channel(session: As, place: Repo, tmp_path: Path) -> None:
    linked = place.worktree(tmp_path / "linked", "topic")
    actions.claim(Workspace.open(str(linked.path), "junior"), ["J5"])
    assert status(session("senior"), "J5") == "claimed"


def test_garbage_in_the_channel_hides_nothing(session: As) -> None:
    senior = session("senior")
    actions.claim(senior, ["S4"])
    with open(senior.channel.path, "ab") as file:
        file.write(b"<<<<<<< HEAD\n\xff\xfe\n[1]\n{}\n" + b"\x00\x1b[2J\x80" + b"\n")
    actions.claim(senior, ["X1"])
    assert status(senior, "S4") == status(senior, "X1") == "claimed"
    assert sum(line.event is None for line in senior.lines()) >= 4


def test_a_plan_that_is_replaced_meanwhile_does_not_mix_with_the_one_that_judged(
    session: As, place: Repo
) -> None:
    senior = session("senior")

    def chosen(board: Board) -> list[Draft]:
        elsewhere = ChannelSettings(branch="elsewhere")
        senior.plan = senior.plan._replace(sessions=(), channel=elsewhere)
        return [Draft("all", "say", {"text": "hello"})]

    (outcome,) = senior.record(chosen)
    assert outcome.accepted
    assert place.git("for-each-ref", "--format=%(refname)", "refs/heads") == (
        "refs/heads/coord\nrefs/heads/main"
    )


def test_no_notice_is_lost_between_threads(session: As) -> None:
    senior = session("senior")

    def tell(name: int) -> None:
        for number in range(2000):
            senior.tell(f"{name} {number}")

    tellers = [Thread(target=tell, args=(name,)) for name in range(3)]
    told: list[str] = []
    for teller in tellers:
        teller.start()
    while any(teller.is_alive() for teller in tellers):
        told.extend(senior.told())
    told.extend(senior.told())
    assert sorted(told) == sorted(f"{n} {i}" for n in range(3) for i in range(2000))


def test_a_notice_is_told_once(session: As) -> None:
    senior = session("senior")
    for notice in ("a", "", "b", "a"):
        senior.tell(notice)
    assert senior.told() == ("a", "b")
    assert senior.told() == ()


def test_what_the_guard_keeps_belongs_to_the_plan_that_it_was_folded_with(
    session: As, place: Repo
) -> None:
    """The screen takes a new plan in another thread while an event is appended."""
    senior = session("senior")
    place.write("coord.yaml", PLAN + "guard: {mode: block}\n")
    newer = session("senior")

    def chosen(board: Board) -> list[Draft]:
        senior.plan, senior.source = newer.plan, newer.source
        return [Draft("all", "say", {"text": "hello"})]

    senior.record(chosen)
    (finding,) = guard_files(str(place.path), "senior", ["atlas/mcp/tool.py"]).findings
    assert finding.level == "block"
