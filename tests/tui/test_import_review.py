"""The review of an import on the screen: each guess is decided before anything is written."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.importing.read import Stated
from coord_tui.tui.screens.confirm import Confirm
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.import_review import NOTHING_READ, ImportReview
from coord_tui.tui.widgets.key_bar import KeyBar
from tests.stated import STATED
from tests.tui.reviewing import PLAN, go_on, review, reviewing, write, writing
from tests.tui.still import MEDIUM, NARROW, dialog, is_inert, press, said_in, seen, toasts, until

Reviewing = Pilot[Any]


def cursor(pilot: Reviewing) -> str | None:
    return review(pilot).list.cursor


def foot(pilot: Reviewing) -> str:
    return said_in(pilot.app.screen.query_one(KeyBar))


async def at(pilot: Reviewing, key: str) -> None:
    """Put the cursor on a row."""
    assert review(pilot).list.move_to(key)
    await pilot.pause()


async def test_it_opens_on_the_first_guess_with_its_lines_beside(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        assert cursor(pilot) == "task:P3"
        shown = seen(pilot)
        assert "COORD.md → coord.yaml" in shown
        assert "15 taken · 3 doubtful · 0 left · 2 passages not read" in shown
        assert "a guess: a point that nobody was asked to do" in shown
        assert "▌11  - perhaps somebody paints" in shown
        assert foot(pilot).startswith("y take  n leave out")


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=["46x40", "80x24"])
async def test_where_there_is_little_room_the_lines_stand_below_and_are_in_view(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reviewing(tmp_path, size=size) as pilot:
        await at(pilot, "task:P4")
        assert "▌12  - perhaps the buoys" in seen(pilot)
        await at(pilot, "session:mira")
        assert "▌2  mira keeps the tide tables" in seen(pilot)


async def test_y_and_n_decide_and_go_to_the_next_guess(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "y")
        assert cursor(pilot) == "done:P3"
        await press(pilot, "n")
        assert cursor(pilot) == "task:P4"
        await press(pilot, "y")
        found = review(pilot).review
        assert found.taken == {"task:P3", "task:P4"}
        assert found.left == {"done:P3"}
        assert not found.open
        assert "17 taken · 0 doubtful · 1 left" in seen(pilot)


async def test_space_leaves_and_takes_and_says_what_falls(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await at(pilot, "session:mira")
        await press(pilot, "space")
        assert "left, and 2 with it" in seen(pilot)
        assert "falls with mira" in seen(pilot)
        await at(pilot, "owned:mira:src/tides/")
        assert "space" not in foot(pilot)
        await press(pilot, "space", "y", "n")
        assert review(pilot).review.left == {"session:mira"}
        await at(pilot, "session:mira")
        await press(pilot, "space")
        assert not review(pilot).review.out


@pytest.mark.parametrize(("key", "taken"), [("a", True), ("x", False)])
async def test_all_that_is_open_is_decided_at_once(tmp_path: Path, key: str, taken: bool) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, key)
        found = review(pilot).review
        assert not found.open
        assert bool(found.taken) is taken
        assert bool(found.left) is not taken


async def test_nothing_is_written_before_every_guess_was_decided(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await at(pilot, "project")
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, ImportReview)
        assert "3 guesses are to be decided first" in toasts(pilot)[0]
        assert cursor(pilot) == "task:P3"


@pytest.mark.parametrize("size", [NARROW, MEDIUM])
async def test_what_is_told_leaves_the_source_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reviewing(tmp_path, size=size) as pilot:
        await press(pilot, "w")
        await until(pilot, lambda: pilot.app.screen.query(Toast))
        told = pilot.app.screen.query_one(Toast).region
        assert told.area
        assert not told.overlaps(pilot.app.screen.query_one("#import-source").region)


async def test_a_new_plan_is_seen_and_then_written_without_what_was_left(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "y", "n", "n")
        await at(pilot, "session:sol")
        await press(pilot, "space")
        await go_on(pilot)
        assert "a new plan" in seen(pilot)
        assert "project: pier  # COORD.md:1" in seen(pilot)
        assert not (tmp_path / "coord.yaml").exists()
        prepared = await write(pilot)

    assert prepared is not None
    assert not prepared.is_there
    plan = load_plan(tmp_path / "coord.yaml").plan
    assert [one.name for one in plan.sessions] == ["mira"]
    assert [(one.path, one.session) for one in plan.ownership] == [
        ("src/tides/", "mira"), ("src/[[]id].py", "mira"),
    ]  # fmt: skip
    assert [(one.id, one.done, one.after) for one in plan.tasks] == [
        ("P1", "abc1234", ()), ("P2", False, ("P1",)), ("P3", False, ()),
    ]  # fmt: skip


async def test_of_an_existing_plan_only_what_was_agreed_to_is_changed(tmp_path: Path) -> None:
    (tmp_path / "coord.yaml").write_text(PLAN)
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "x")
        screen = await go_on(pilot)
        assert "now    role: storage" in seen(pilot)
        assert "import role: tide tables" in seen(pilot)
        assert screen.list.move_to("session:sol")
        await press(pilot, "space")
        assert "falls with sol" in seen(pilot)
        assert (tmp_path / "coord.yaml").read_text() == PLAN
        await write(pilot)

    text = (tmp_path / "coord.yaml").read_text()
    assert "mira: {role: storage}  # our first" in text
    plan = load_plan(tmp_path / "coord.yaml").plan
    assert [(one.name, one.role) for one in plan.sessions] == [("mira", "storage")]
    assert [task.id for task in plan.tasks] == ["P1", "P2"]


@pytest.mark.parametrize(("keys", "role"), [("y", "tide tables"), ("n", "storage")])
async def test_what_differs_is_replaced_only_when_a_person_says_so(
    tmp_path: Path, keys: str, role: str
) -> None:
    (tmp_path / "coord.yaml").write_text(PLAN)
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "x")
        await go_on(pilot)
        assert writing(pilot).list.cursor == "session:mira"
        await press(pilot, keys)
        await write(pilot)
    assert load_plan(tmp_path / "coord.yaml").plan.sessions[0].role == role


async def test_a_plan_that_says_all_of_it_stays_as_it_is(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "a")
        await go_on(pilot)
        await write(pilot)
    before = (tmp_path / "coord.yaml").read_bytes()
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "a")
        await go_on(pilot)
        assert "it says all of this already" in seen(pilot)
        prepared = await write(pilot)

    assert prepared is not None
    assert prepared.is_there
    assert (tmp_path / "coord.yaml").read_bytes() == before


async def test_a_plan_that_came_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "a")
        await go_on(pilot)
        (tmp_path / "coord.yaml").write_text(PLAN)
        await press(pilot, "w")
        await until(pilot, lambda: toasts(pilot))
        assert "changed in the meantime" in toasts(pilot)[-1]
        assert writing(pilot)
    assert (tmp_path / "coord.yaml").read_text() == PLAN


async def test_going_back_keeps_what_was_agreed_to(tmp_path: Path) -> None:
    (tmp_path / "coord.yaml").write_text(PLAN)
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "x")
        await go_on(pilot)
        await press(pilot, "y", "escape")
        assert isinstance(pilot.app.screen, ImportReview)
        await go_on(pilot)
        assert "replaced" in seen(pilot)


async def test_leaving_asks_only_when_something_was_decided(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "y", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        assert "1 decision would be lost" in dialog(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, ImportReview)
        await press(pilot, "escape", "y")
        assert pilot.app._exit
        assert pilot.app.return_value is None
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "escape")
        assert pilot.app._exit
    assert not (tmp_path / "coord.yaml").exists()


async def test_f_shows_the_guesses_only_and_brackets_go_from_part_to_part(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "f")
        assert "Sessions" not in said_in(review(pilot).list)
        assert cursor(pilot) == "task:P3"
        await press(pilot, "f", "home", "right_square_bracket")
        assert cursor(pilot) == "session:mira"
        await press(pilot, "right_square_bracket", "left_square_bracket", "left_square_bracket")
        assert cursor(pilot) == "project"


async def test_the_keys_are_explained(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, Details)
        assert "nothing is written before that" in seen(pilot)


async def test_the_document_scrolls_by_keys_of_its_own(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=MEDIUM) as pilot:
        await at(pilot, "unread 0")
        await press(pilot, "tab", "end")
        assert cursor(pilot) == "unread 0"
        source = pilot.app.screen.focused
        assert source is not None
        assert source.scroll_offset.y == source.max_scroll_y


async def test_a_document_of_which_nothing_was_understood_is_shown_and_writes_nothing(
    tmp_path: Path,
) -> None:
    nothing = Stated((), STATED.unread, ())
    async with reviewing(tmp_path, nothing) as pilot:
        assert "0 taken · 0 doubtful · 0 left · 2 passages not read" in seen(pilot)
        await press(pilot, "w")
        assert toasts(pilot) == [NOTHING_READ]


async def test_whatever_a_document_holds_the_terminal_obeys_none_of_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as pilot:
        await at(pilot, "unread 0")
        assert is_inert(seen(pilot))
        assert "[bold]a[/]" in seen(pilot)
        await press(pilot, "a")
        await go_on(pilot)
        assert is_inert(seen(pilot))
