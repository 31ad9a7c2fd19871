"""Dialogs fit a side terminal; bars drop what does not fit and answer the mouse."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.presentation.tabs import Tab
from coord_tui.resources import folder
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.tui.themes import THEMES, tokens
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.pane import Pane
from coord_tui.tui.widgets.row_list import RowList
from coord_tui.tui.widgets.tab_strip import TabStrip

AWKWARD = "app/[id]/page.tsx a[/]b"
ROWS = (
    Row("file", (Line((Span(AWKWARD),)),)),
    *(Row(f"t{n}", (Line((Span(f"text {n}"),)),), selectable=False) for n in range(60)),
)
ENTRIES = (Entry("c", "claim J5", "claim"), Entry("?", "help", "help", constant=True))
TABS = (Tab("own", "1", "Own"), Tab("tree", "3", "Tree", Span("3!", "alarm")))


class Host(App[None]):
    """The bars and a pane, in an app with our themes."""

    CSS_PATH = [folder("styles") / "base.tcss", folder("styles") / "dialogs.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []
        self.told: list[Message] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "coord-dark"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return tokens(self.current_theme)

    def compose(self) -> ComposeResult:
        yield TabStrip()
        yield Pane("2", "Tasks", RowList(ROWS))
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(TabStrip).tabs = TABS
        self.query_one(KeyBar).entries = ENTRIES

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        self.told.append(message)

    def on_tab_strip_chosen(self, message: TabStrip.Chosen) -> None:
        self.told.append(message)

    def ask(self, screen: ModalScreen[Any]) -> None:
        self.push_screen(screen, self.answers.append)


def refuse_short(text: str) -> str:
    return "" if len(text) > 3 else "say more [/]"


async def test_prompt_refuses_on_the_spot_and_then_takes_it() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)) as pilot:
        app.ask(Prompt(f"Announce {AWKWARD}", hint="why?", refusal=refuse_short))
        await pilot.pause()
        await pilot.press("a", "enter")
        await pilot.pause()
        answer = app.screen.query_one("#answer", Static)
        assert str(answer.content) == "say more [/]"
        await pilot.press("b")
        await pilot.pause()
        assert str(answer.content) == "why?"
        await pilot.press("c", "d", "space", "enter")
        await pilot.pause()
        assert app.answers == ["abcd"]


async def test_prompt_starts_with_a_value_and_can_be_left() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)) as pilot:
        app.ask(Prompt("Rename", value="old"))
        await pilot.pause()
        assert app.screen.query_one(Input).value == "old"
        await pilot.press("escape")
        await pilot.pause()
        assert app.answers == [None]


@pytest.mark.parametrize(
    ("rows", "key", "answer"),
    [(ROWS, "enter", "file"), (ROWS, "escape", None), (ROWS, "q", None), (ROWS[1:], "enter", None)],
)
async def test_details_close_with_the_usual_keys(
    rows: tuple[Row, ...], key: str, answer: str | None
) -> None:
    app = Host()
    async with app.run_test(size=(46, 20)) as pilot:
        app.ask(Details(AWKWARD, rows))
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert app.answers == [answer]


async def test_details_without_a_cursor_scroll() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)) as pilot:
        app.ask(Details("text", ROWS[1:]))
        await pilot.pause()
        await pilot.press("j", "j")
        await pilot.pause()
        assert app.screen.query_one(RowList).scroll_offset.y == 2


async def test_the_text_below_the_last_row_can_be_reached() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)) as pilot:
        app.ask(Details("text", ROWS))
        await pilot.pause()
        shown = app.screen.query_one(RowList)
        await pilot.press("j", "pagedown")
        await pilot.pause()
        assert shown.scroll_offset.y == 1 + shown.size.height - 1
        await pilot.press("end")
        await pilot.pause()
        assert shown.scroll_offset.y == shown.max_scroll_y > 0
        assert shown.cursor == "file"


@pytest.mark.parametrize("size", [(46, 32), (80, 24), (46, 16)])
@pytest.mark.parametrize(
    "dialog",
    [
        lambda: Prompt("A title " * 6, hint="a hint " * 12),
        lambda: Details("Title", ROWS),
    ],
    ids=["prompt", "details"],
)
async def test_dialogs_fit(size: tuple[int, int], dialog: Callable[[], ModalScreen[Any]]) -> None:
    app = Host()
    async with app.run_test(size=size) as pilot:
        app.ask(dialog())
        await pilot.pause()
        box = app.screen.query_one(".dialog")
        assert app.screen.region.contains_region(box.region)
        assert all(box.content_region.contains_region(child.region) for child in box.children)


async def test_the_bars_answer_the_mouse() -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        await pilot.click(KeyBar, offset=(2, 0))
        await pilot.click(TabStrip, offset=(9, 0))
        await pilot.pause()
        pressed, chosen = app.told
        assert isinstance(pressed, KeyBar.Pressed)
        assert pressed.command == "claim"
        assert isinstance(chosen, TabStrip.Chosen)
        assert chosen.tab == "tree"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES] + ["nord", "ansi-light"])
async def test_a_pane_says_its_trouble_in_the_frame_in_every_theme(theme: str) -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.theme = theme
        pane = app.query_one(Pane)
        pane.detail = (Span(AWKWARD),)
        pane.counts = (Span("1 of 4 done"),)
        pane.problem = "plan broken [/], last good one shown"
        await pilot.pause()
        assert str(pane._border_title) == f"2 Tasks · {AWKWARD}"
        assert str(pane._border_subtitle) == (
            "⚠ plan broken [/], last good one shown · 1 of 4 done"
        )
        pane.problem = ""
        await pilot.pause()
        assert str(pane._border_subtitle) == "1 of 4 done"
