"""What another holds is asked for on the key that announces, and handed over on the answer's."""

from coord_tui.workspace import actions
from tests.repos import Repo
from tests.tui.alive import board, live, session
from tests.tui.still import dialog, foot, main, press, seen, toasts, type_in, until

CONFIG = "atlas/config.py"


def holders(place: Repo) -> list[str]:
    """Who holds what, as it stands on the disk."""
    return [hold.reservation.session for hold in board(place).holds]


async def test_an_announced_file_is_asked_of_who_announced_it(place: Repo) -> None:
    actions.announce(session(place, "junior"), CONFIG, "a provider")
    async with live(place) as pilot:
        main(pilot).go_to_path(CONFIG)
        await until(pilot, lambda: foot(pilot).startswith("a ask junior"))
        await press(pilot, "a")
        await until(pilot, lambda: f"Ask junior for {CONFIG}" in dialog(pilot))
        await type_in(pilot, "a section")
        await press(pilot, "enter")
        await until(pilot, lambda: f"asked junior for {CONFIG}" in toasts(pilot))
        (request,) = board(place).open_requests()
        assert (request.session, request.path, request.why) == ("senior", CONFIG, "a section")

        actions.grant(session(place, "junior"), request.id)
        await until(pilot, lambda: not foot(pilot).startswith("a ask junior"))
        assert holders(place) == ["senior"]


async def test_the_holder_hands_over_with_enter_alone(place: Repo) -> None:
    actions.announce(session(place, "senior"), CONFIG, "a section")
    async with live(place) as pilot:
        actions.ask(session(place, "junior"), CONFIG, "a provider")
        words = "junior asks to take over your announcement of"
        await until(pilot, lambda: words in seen(pilot))
        await press(pilot, "y")
        await until(pilot, lambda: "“a provider”: enter hands it over to junior" in dialog(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "waits for your answer" not in seen(pilot))
        assert holders(place) == ["junior"]


async def test_a_request_leaves_the_screen_with_what_it_asked_for(place: Repo) -> None:
    actions.announce(session(place, "senior"), CONFIG, "a section")
    actions.ask(session(place, "junior"), CONFIG, "a provider")
    async with live(place) as pilot:
        await until(pilot, lambda: "waits for your answer" in seen(pilot))
        actions.unreserve(session(place, "senior"), [CONFIG])
        await until(pilot, lambda: "waits for your answer" not in seen(pilot))
        assert "grant" not in foot(pilot)
