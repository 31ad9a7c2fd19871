"""Clones share one channel through the remote: its order decides, and everybody ends up with it."""

import multiprocessing as mp
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from coord_tui.adapters.withdrawn_file import add_withdrawn
from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.core.events import Event, encode
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.sync import sync
from coord_tui.workspace.workspace import Workspace
from tests.clones import Clones, another, clones, events, live, opened
from tests.repos import Repo

LONG = 60.0
"""Seconds that no test should need."""


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def test_a_claim_is_confirmed_when_the_remote_has_it(world: Clones) -> None:
    (outcome,) = actions.claim(opened(world.junior, "junior", LONG), ["J5"])
    assert (outcome.accepted, outcome.confirmed) == (True, True)
    assert '"task":"J5"' in world.lines()[0]


def test_the_state_of_the_remote_is_asked_before_a_claim_is_written(world: Clones) -> None:
    actions.claim(opened(world.junior, "junior", LONG), ["X1"])
    (outcome,) = actions.claim(opened(world.senior, "senior", LONG), ["X1"])
    assert not outcome.accepted
    assert outcome.reason.startswith("X1 is claimed by junior")
    assert live(world.senior) == live(world.junior)
    assert len(world.lines()) == 1, "losing leaves no noise"


def test_what_does_not_wait_is_pending_until_it_is_sent(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    (outcome,) = actions.claim(senior, ["S4"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    assert (senior.board().pending, senior.board().log[0].confirmed) == (1, False)

    done = sync(senior)

    assert (done.sent, done.received, done.away) == (1, 0, "")
    assert (senior.board().pending, senior.board().log[0].confirmed) == (0, True)
    assert len(world.lines()) == 1


def test_everything_that_is_pending_goes_in_one_push(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    for number in range(5):
        actions.say(senior, f"word {number}")
    world.remote.hook("post-receive", "cat >> pushes")
    sync(senior)
    pushes = (world.remote.path / "pushes").read_text().splitlines()
    assert len(pushes) == 1
    assert len(world.lines()) == 5


def test_of_two_tentative_claims_the_first_that_is_sent_wins(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.claim(senior, ["X1"])
    actions.say(senior, "an innocent word")
    actions.claim(junior, ["X1"])
    sync(junior)

    done = sync(senior)

    (lost,) = done.withdrawn
    assert (lost.event.by, lost.event.kind) == ("senior", "claim")
    assert lost.reason.startswith("X1 is claimed by junior")
    assert [event.kind for event in events(senior)] == ["claim", "say"]
    entry = senior.board().task("X1")
    assert entry
    assert entry.claimed_by == "junior"
    assert [one.reason for one in senior.board().withdrawn] == [lost.reason]
    assert not junior.board().withdrawn
    assert len(world.lines()) == 2


def test_who_loses_while_waiting_is_told_at_once_and_only_once(
    world: Clones, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rival's push arrives between this claim's fetch and its push."""
    senior, junior = opened(world.senior, "senior", LONG), opened(world.junior, "junior", LONG)
    append = senior.append

    def late(choose: Callable[..., list[object]]) -> list[Outcome]:
        outcomes = append(choose)  # type: ignore[arg-type]
        actions.claim(junior, ["X1"])
        return outcomes

    monkeypatch.setattr(senior, "append", late)
    (outcome,) = actions.claim(senior, ["X1"])
    assert not outcome.accepted
    assert outcome.reason.startswith("X1 is claimed by junior")
    assert not senior.board().withdrawn
    assert live(world.senior) == live(world.junior)


def test_next_takes_the_next_when_another_wins_it_meanwhile(
    world: Clones, monkeypatch: pytest.MonkeyPatch
) -> None:
    junior = opened(world.junior, "junior", LONG)
    actions.claim(junior, ["J5"])
    senior = opened(world.senior, "senior", LONG)
    append, rivals = senior.append, [["S4"]]

    def late(choose: Callable[..., list[object]]) -> list[Outcome]:
        outcomes = append(choose)  # type: ignore[arg-type]
        for tasks in rivals[:1]:
            rivals.clear()
            actions.claim(junior, tasks, takeover=True, reason="first")
        return outcomes

    monkeypatch.setattr(senior, "append", late)
    (outcome,) = actions.claim_next(senior)
    assert (outcome.target, outcome.accepted, outcome.confirmed) == ("X1", True, True)
    assert not senior.board().withdrawn


def _claim(path: str, session: str, barrier: Barrier, told: "mp.Queue[tuple[str, bool]]") -> None:
    workspace = Workspace.open(path, session)
    workspace.patience = LONG
    barrier.wait()
    (outcome,) = actions.claim(workspace, ["X1"])
    told.put((session, outcome.accepted))


def test_two_clones_that_start_the_channel_at_once_share_one(world: Clones) -> None:
    context = mp.get_context("fork")
    barrier, told = context.Barrier(2), context.Queue()
    rivals = [
        context.Process(target=_claim, args=(str(clone.path), name, barrier, told))
        for name, clone in (("senior", world.senior), ("junior", world.junior))
    ]
    for rival in rivals:
        rival.start()
    won = dict(told.get() for _ in rivals)
    for rival in rivals:
        rival.join()
    assert sorted(won.values()) == [False, True]
    for clone, name in ((world.senior, "senior"), (world.junior, "junior")):
        sync(opened(clone, name))
    assert live(world.senior) == live(world.junior)
    assert world.remote.git("rev-list", "--count", "--max-parents=0", "coord") == "1"


def test_a_clone_that_was_away_for_ten_thousand_events_has_them_all(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.say(junior, "before I went")
    many = [
        encode(Event(f"m{n}", "2026-01-31T12:00:00Z", "senior", "say", {"text": f"word {n}"}))
        for n in range(10_000)
    ]
    with senior.channel.locked() as held:
        held.append(many)
    assert sync(senior).sent == 10_000

    done = sync(junior)

    assert (done.received, done.sent) == (10_000, 1)
    assert [event.id for event in events(junior)[:-1]] == [f"m{n}" for n in range(10_000)]
    assert len(world.lines()) == 10_001
    assert junior.board().pending == 0


def test_what_a_newer_version_wrote_is_passed_on_byte_by_byte(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    newer = [
        '{"v":7,"id":"n1","at":"2026-01-31T12:00:00Z","by":"junior","kind":"vote","for":["X1"]}',
        '{ "kind":"claim", "id":"n2", "by":"junior", "at":"2026-01-31T12:00:01Z", "task":"X1", "v":7, "why":{"deep":[1.50]}}',  # noqa: E501
        '"no event at all"',
    ]  # fmt: skip
    with junior.channel.locked() as held:
        held.append(newer)
    actions.say(senior, "mine")
    sync(junior)
    sync(senior)
    assert world.lines()[:3] == newer
    assert live(world.senior).decode().splitlines()[:3] == newer
    entry = senior.board().task("X1")
    assert entry
    assert entry.claimed_by == "junior"


def test_a_new_clone_begins_with_the_remote_s_channel_confirmed(
    world: Clones, tmp_path: Path
) -> None:
    actions.claim(opened(world.junior, "junior", LONG), ["J5"])
    third = opened(another(world.remote, tmp_path / "third", "junior"), "junior")
    sync(third)
    assert [entry.confirmed for entry in third.board().log] == [True]


def test_the_user_s_repository_is_left_alone(world: Clones) -> None:
    world.senior.write("atlas/config.py", "half an edit\n")
    world.senior.write("new.py")
    world.senior.git("add", "new.py")

    def state() -> list[str]:
        asked = (("status", "--porcelain"), ("rev-parse", "HEAD"), ("stash", "list"),
                 ("worktree", "list"), ("tag",), ("branch", "--list", "main", "-v"))  # fmt: skip
        return [world.senior.git(*question) for question in asked]

    before = state()
    for hook in ("pre-push", "pre-commit", "commit-msg", "post-commit", "reference-transaction"):
        if hook != "reference-transaction":
            world.senior.hook(hook, "touch hook-ran; exit 1")
    actions.claim(opened(world.senior, "senior", LONG), ["S4"])
    assert state() == before
    assert not (world.senior.path / ".git/FETCH_HEAD").exists()
    assert not (world.senior.path / "hook-ran").exists()


def test_commits_stand_one_on_the_other_and_say_what_they_bring(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior", LONG), opened(world.junior, "junior", LONG)
    actions.claim(senior, ["S4"])
    actions.claim(junior, ["J5"])
    actions.say(opened(world.senior, "senior"), "one")
    actions.say(opened(world.senior, "senior"), "two")
    sync(senior)
    log = world.remote.git("log", "--reverse", "--format=%an: %s", "coord").splitlines()
    assert log == [
        "coord-tui: Start the channel",
        "Sam Senior: senior: claim S4",
        "Junior: junior: claim J5",
        "Sam Senior: senior: say and 1 more",
    ]


def test_the_contact_says_when_the_remote_last_answered(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    assert senior.contact() == Contact()
    actions.say(senior, "hello")
    senior.clock = lambda: 1_800_000_000.0
    sync(senior)
    assert senior.contact() == Contact("origin", confirmed=1, at=1_800_000_000)


def test_sessions_of_one_clone_send_each_other_s_events_along(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    actions.say(opened(world.senior, "junior"), "from the same folder")
    senior.patience = LONG
    (outcome,) = actions.claim(senior, ["S4"])
    assert outcome.confirmed
    assert senior.board().pending == 0


def test_without_a_remote_there_is_nothing_to_sync_with(repo: Repo) -> None:
    repo.write("coord.yaml", "version: 1\nsessions: {senior: lead}\n")
    done = sync(opened(repo, "senior"))
    assert done.away.startswith("there is no remote origin: `git remote add origin URL`")


def test_without_a_remote_a_patient_claim_is_simply_written(repo: Repo) -> None:
    plan = "version: 1\nsessions: {senior: lead}\ngroups: [{id: g, tasks: [one]}]\n"
    repo.write("coord.yaml", plan)
    senior = opened(repo, "senior", LONG)
    (outcome,) = actions.claim(senior, ["G.1"])
    assert (outcome.accepted, outcome.confirmed, senior.told()) == (True, False, ())


def test_a_new_clone_knows_without_asking_that_what_it_began_with_is_confirmed(
    world: Clones, tmp_path: Path
) -> None:
    actions.claim(opened(world.junior, "junior", LONG), ["J5"])
    third = opened(another(world.remote, tmp_path / "third", "junior"), "junior")
    assert [entry.confirmed for entry in third.board().log] == [True]
    assert third.board().contact == Contact("origin", confirmed=1)


def test_what_was_withdrawn_does_not_come_back_by_way_of_the_local_branch(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.announce(senior, "atlas/config.py", "words that make this line long " * 9)
    actions.announce(junior, "atlas/config.py", "few")
    sync(junior)
    assert len(sync(senior).withdrawn) == 1
    actions.say(senior, "later")
    sync(senior)
    assert [event.kind for event in events(senior)] == ["announce", "say"]
    assert len(world.lines()) == 2


def test_a_sync_that_was_cut_short_withdraws_an_event_once(world: Clones) -> None:
    """Killed after noting what is withdrawn, and before taking it out of the channel."""
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.claim(senior, ["X1"])
    (event,) = events(senior)
    add_withdrawn(senior.channel, [Withdrawn(event, "cut short")])
    actions.claim(junior, ["X1"])
    sync(junior)
    sync(senior)
    (one,) = senior.board().withdrawn
    assert one.event == event
    assert one.reason.startswith("X1 is claimed by junior")
