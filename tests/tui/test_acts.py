"""Keys that act, on real repositories: what they write, and what they say when they may not."""

from functools import partial

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from coord_tui.workspace import actions
from coord_tui.workspace.actions import addressed
from tests.repos import Repo
from tests.tui.alive import board, claimed_by, kinds, live, session
from tests.tui.still import (
    cursor,
    dialog,
    foot,
    listed,
    main,
    pane,
    press,
    rows_of,
    seen,
    toasts,
    type_in,
    until,
)

HOUR = 3600


async def told(pilot: Pilot[None], *words: str) -> None:
    """Wait until the last that was told holds all these words."""
    await until(pilot, lambda: toasts(pilot) and all(w in toasts(pilot)[-1] for w in words))


async def answer(pilot: Pilot[None], text: str) -> None:
    """Replace what stands in the open prompt, and press enter."""
    prompt = pilot.app.screen
    assert isinstance(prompt, ModalScreen)
    prompt.query_one(Input).value = ""
    await type_in(pilot, text)
    await press(pilot, "enter")


async def on_task(pilot: Pilot[None], task: str) -> None:
    main(pilot).go_to_task(task)
    await pilot.pause()


async def on_file(pilot: Pilot[None], path: str) -> None:
    await press(pilot, "3")
    await until(pilot, lambda: path in rows_of(pilot, "tree"))
    pane(pilot, "tree").active.move_to(path)
    await pilot.pause()


async def test_claim_and_release_are_written_and_seen(place: Repo) -> None:
    async with live(place) as pilot:
        assert cursor(pilot) == "S4"
        await press(pilot, "c")
        await told(pilot, "claimed S4")
        await until(pilot, lambda: claimed_by(pilot, "S4") == "senior")
        await on_task(pilot, "S4")
        assert foot(pilot).startswith("r release S4  d done S4")
        await press(pilot, "r")
        await told(pilot, "released S4")
        await until(pilot, lambda: claimed_by(pilot, "S4") == "")
        assert kinds(place) == ["claim", "release"]


async def test_done_asks_for_the_commit_and_offers_head(place: Repo) -> None:
    actions.claim(session(place, "senior"), ["S4"])
    async with live(place) as pilot:
        await on_task(pilot, "S4")
        await press(pilot, "d")
        assert dialog(pilot).startswith("Done: S4\nHEAD")
        await press(pilot, "enter")
        await told(pilot, "S4 is done")
        entry = board(place).task("S4")
        assert entry is not None
        assert (entry.status, entry.commit) == ("done", place.head())


async def test_done_says_what_it_unblocked(place: Repo) -> None:
    actions.claim(session(place, "junior"), ["J5"])
    actions.done(session(place, "junior"), "J5")
    actions.claim(session(place, "senior"), ["S4"])
    async with live(place) as pilot:
        await on_task(pilot, "S4")
        await press(pilot, "d", "enter")
        await told(pilot, "S4 is done", "unblocked S5 for senior")
        assert kinds(place) == ["claim", "done", "claim", "done"]


async def test_an_unknown_commit_is_refused_by_name_and_nothing_is_written(place: Repo) -> None:
    actions.claim(session(place, "senior"), ["S4"])
    async with live(place) as pilot:
        await on_task(pilot, "S4")
        await press(pilot, "d")
        await answer(pilot, "nowhere[/]")
        await told(pilot, "no commit nowhere[/]")
        assert kinds(place) == ["claim"]
        await press(pilot, "d", "escape")
        assert pilot.app.screen is main(pilot)
        assert kinds(place) == ["claim"]


async def test_refusals_say_why(place: Repo) -> None:
    actions.claim(session(place, "junior"), ["J5"])
    async with live(place) as pilot:
        for task, key, words in (
            ("J5", "r", ("junior",)),
            ("J5", "d", ("junior",)),
            ("S1", "c", ("done",)),
        ):
            await on_task(pilot, task)
            await press(pilot, key)
            await told(pilot, task, *words)
        await until(pilot, lambda: "refused" in seen(pilot))
        assert kinds(place) == ["claim"]


@pytest.mark.parametrize(
    ("task", "obstacle"),
    [("S5", "waits for S4, J5"), ("J5", "claimed by junior")],
)
async def test_what_is_not_free_is_taken_over_with_a_reason(
    place: Repo, task: str, obstacle: str
) -> None:
    actions.claim(session(place, "junior"), ["J5"])
    async with live(place) as pilot:
        await on_task(pilot, task)
        assert foot(pilot).startswith(f"c take over {task}")
        await press(pilot, "c")
        await until(pilot, lambda: "Take over" in dialog(pilot))
        assert obstacle in " ".join(dialog(pilot).split())
        await answer(pilot, "she is away")
        await until(pilot, lambda: claimed_by(pilot, task) == "senior")
        event = session(place, "senior").board().log[-1].line.event
        assert event is not None
        assert (event.text("reason"), event.flag("takeover")) == ("she is away", True)


async def test_a_stale_claim_is_taken_over(place: Repo) -> None:
    actions.claim(session(place, "junior", ago=3 * HOUR), ["J5"])
    async with live(place) as pilot:
        await on_task(pilot, "J5")
        assert foot(pilot).startswith("c take over J5")
        await press(pilot, "c")
        await until(pilot, lambda: claimed_by(pilot, "J5") == "senior")
        await until(pilot, lambda: "senior  takes over J5" in "\n".join(listed(pilot, "channel")))


async def test_done_for_another_is_refused_before_asking(place: Repo) -> None:
    actions.claim(session(place, "junior"), ["J5"])
    async with live(place) as pilot:
        await on_task(pilot, "J5")
        await press(pilot, "d")
        await told(pilot, "J5", "junior")
        assert kinds(place) == ["claim"]


async def test_announce_asks_what_for(place: Repo) -> None:
    place.write("atlas/config.py", "changed\n")
    async with live(place) as pilot:
        await on_file(pilot, "atlas/config.py")
        await press(pilot, "a")
        await answer(pilot, "  ")
        shown = pilot.app.screen.query_one("#answer", Static)
        assert str(shown.content) == "say it in a few words"
        await answer(pilot, "add [/] timeouts")
        await told(pilot, "announced atlas/config.py")
        await until(pilot, lambda: "finish next" in "".join(listed(pilot, "tree")))
        assert "“add [/] timeouts”" in "".join(listed(pilot, "channel"))


async def test_a_file_that_another_is_in_is_asked_for_on_the_same_key(place: Repo) -> None:
    actions.announce(session(place, "junior"), "atlas/config.py", "mine")
    place.write("atlas/config.py", "changed\n")
    async with live(place) as pilot:
        await on_file(pilot, "atlas/config.py")
        assert "a ask junior" in foot(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: "Ask junior for atlas/config.py" in dialog(pilot))
        assert kinds(place) == ["announce"]


async def test_a_file_of_any_name_can_be_announced(place: Repo) -> None:
    for path in ("app/[id]/page.tsx", "with space.txt", "x\x1b[31mred.py"):
        place.write(path, "changed\n")
    async with live(place) as pilot:
        for path, shown in (("app/[id]/page.tsx",) * 2, ("x\x1b[31mred.py", "xred.py")):
            await on_file(pilot, path)
            await press(pilot, "a")
            assert dialog(pilot).startswith(f"Announce {shown}")
            await answer(pilot, "why not")
            await told(pilot, f"announced {shown}")
        assert [hold.reservation.shown for hold in board(place).holds] == [
            "app/[id]/page.tsx",
            "x\x1b[31mred.py",
        ]


@pytest.mark.parametrize(
    ("text", "to", "words"),
    [
        ("hello all", (), "hello all"),
        ("@junior hello", ("junior",), "hello"),
        ("@junior @third  two  words", ("junior", "third"), "two  words"),
        ("@junior", ("junior",), ""),
        ("@ home", (), "@ home"),
        ("mail me@home", (), "mail me@home"),
        ("", (), ""),
    ],
)
def test_a_message_begins_with_its_readers(text: str, to: tuple[str, ...], words: str) -> None:
    assert addressed(text) == (to, words)


async def test_messages_go_to_all_or_to_the_named(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "4", "m")
        await answer(pilot, "done by noon [/]")
        await told(pilot, "said")
        await press(pilot, "m")
        assert "@junior" in dialog(pilot)
        await answer(pilot, "@junior look")
        await until(pilot, lambda: kinds(place) == ["say", "say"])
        said = [entry.line.event for entry in board(place).log if entry.line.event]
        assert [(e.text("text"), e.texts("to")) for e in said] == [
            ("done by noon [/]", ()),
            ("look", ("junior",)),
        ]
        assert board(place, "junior").unread == 2


async def test_a_message_is_about_the_row_and_says_so(place: Repo) -> None:
    async with live(place) as pilot:
        await on_task(pilot, "J5")
        await press(pilot, "m")
        assert dialog(pilot).startswith("Message about J5")
        await answer(pilot, "who does it?")
        await until(pilot, lambda: "says about J5" in "".join(listed(pilot, "channel")))


async def test_a_message_that_cannot_go_out_stays_to_be_mended(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "m")
        shown = pilot.app.screen.query_one("#answer", Static)
        for text, words in (
            ("@junor look", "no session 'junor': did you mean junior?"),
            ("@junior", "say it in a few words"),
            ("", "say it in a few words"),
        ):
            await answer(pilot, text)
            assert str(shown.content) == words
            assert pilot.app.screen.query_one(Input).value == text
        await press(pilot, "escape")
        assert kinds(place) == []


async def test_space_marks_messages_as_read_where_they_are_seen(place: Repo) -> None:
    actions.say(session(place, "junior"), "look", to=["senior"])
    async with live(place) as pilot:
        await press(pilot, "space")
        await told(pilot, "go there with 4")
        assert main(pilot).snapshot.board.unread == 1
        await press(pilot, "4", "space")
        await told(pilot, "marked as read")
        await until(pilot, lambda: main(pilot).snapshot.board.unread == 0)
        await press(pilot, "space")
        await told(pilot, "nothing is unread")
        assert kinds(place) == ["say", "ack"]


@pytest.mark.parametrize(
    ("pane_key", "key", "words"),
    [
        ("1", "c", "this row is no task"),
        ("3", "r", "this row is no task"),
        ("4", "d", "this row is no task"),
        ("2", "a", "this row is no file"),
        ("4", "a", "this row is no file"),
    ],
)
async def test_keys_on_the_wrong_row_say_where_to_go(
    place: Repo, pane_key: str, key: str, words: str
) -> None:
    async with live(place) as pilot:
        await press(pilot, pane_key, key)
        await told(pilot, words)
        assert kinds(place) == []


async def test_an_observer_is_told_how_to_become_somebody(place: Repo) -> None:
    place.identify("Nobody", "nobody@example.com")
    place.write("atlas/config.py", "changed\n")
    actions.say(session(place, "junior"), "look")
    async with live(place, "") as pilot:
        refused = partial(told, pilot, "an observer may only read", "whoami")
        for key in "crdm":
            pilot.app.clear_notifications()
            await on_task(pilot, "S4")
            await press(pilot, key)
            await refused()
            assert pilot.app.screen is main(pilot)
        pilot.app.clear_notifications()
        await on_file(pilot, "atlas/config.py")
        await press(pilot, "a")
        await refused()
        assert kinds(place) == ["say"]


async def test_two_hasty_keys_make_one_claim(place: Repo) -> None:
    async with live(place) as pilot:
        await pilot.press("c", "c", "c")
        await until(pilot, lambda: len(toasts(pilot)) >= 3)
        entries = board(place).with_status("claimed")
        assert [(one.task.id, one.claimed_by) for one in entries][:1] == [("S4", "senior")]
        assert len(kinds(place)) == len(entries)
