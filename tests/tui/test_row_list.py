"""The list of rows: virtual, still, and true to its keys."""

from collections import Counter

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.resources import folder
from coord_tui.tui.themes import THEMES, tokens
from coord_tui.tui.widgets import row_view
from coord_tui.tui.widgets.row_index import RowIndex, heir
from coord_tui.tui.widgets.row_list import RowList
from coord_tui.tui.widgets.row_painter import is_news


def row(key: str, *lines: str, right: str = "", selectable: bool = True, tag: str = "") -> Row:
    ends = (Span(right),) if right else ()
    made = tuple(Line((Span(text),), ends) for text in lines or (key,))
    return Row(key, made, selectable, tag)


def rows(keys: str) -> tuple[Row, ...]:
    """A row for each letter; capitals are headings."""
    return tuple(row(key, selectable=key.islower()) for key in keys)


class CountingList(RowList):
    """Counts the lines that were painted."""

    painted: Counter[int]

    def render_line(self, y: int) -> Strip:
        self.painted[y] += 1
        return super().render_line(y)


class Host(App[None]):
    """One list in an app with our themes."""

    CSS_PATH = folder("styles") / "base.tcss"

    def __init__(self, shown: tuple[Row, ...], *, follow: bool = False, empty: str = "") -> None:
        super().__init__()
        self.list = CountingList(shown, follow=follow, empty=empty)
        self.list.painted = Counter()
        self.told: list[RowList.About] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "coord-dark"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return tokens(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.list

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        self.told.append(message)

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        self.told.append(message)

    def lines(self) -> list[str]:
        return [self.list.render_line(y).text for y in range(self.list.size.height)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize(
    ("before", "cursor", "after", "expected"),
    [
        ("abc", "b", "abc", "b"),
        ("abc", "b", "xxabc"[1:], "b"),
        ("abc", "b", "ac", "c"),
        ("abc", "c", "ab", "b"),
        ("abcd", "b", "ad", "a"),
        ("aHbc", "b", "aHc", "c"),
        ("abc", "b", "xyz", "y"),
        ("abc", "c", "x", "x"),
        ("abc", "b", "aBc", "c"),
        ("abc", "b", "HI", None),
        ("abc", "b", "", None),
        ("", None, "Hab", "a"),
    ],
)
def test_the_heir_of_the_cursor(
    before: str, cursor: str | None, after: str, expected: str | None
) -> None:
    if after == "aBc":  # the same key, no longer selectable
        new = RowIndex((row("a"), row("b", selectable=False), row("c")))
    else:
        new = RowIndex(rows(after))
    assert heir(RowIndex(rows(before)), cursor, new) == expected


def test_the_index_finds_rows_by_line() -> None:
    index = RowIndex((row("a", "1", "2"), row("b"), row("c", "1", "2", "3")))
    assert [index.at(line) for line in range(-1, 7)] == [None, 0, 0, 1, 2, 2, 2, None]


@pytest.mark.parametrize(
    ("old", "new", "news"),
    [
        (row("a", "senior 3m"), row("a", "senior 4m"), False),
        (row("a", "senior 3m"), row("a", "junior 3m"), True),
        (None, row("a"), True),
        (row("a"), row("a"), False),
        (row("a"), row("a", right="done"), True),
    ],
)
def test_an_age_that_ticks_is_no_news(old: Row | None, new: Row, news: bool) -> None:
    assert is_news(old, new) is news


async def test_only_visible_lines_are_painted() -> None:
    app = Host(tuple(row(f"k{number}") for number in range(10_000)))
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot)
        assert set(app.list.painted) == set(range(20))
        app.list.painted.clear()
        await press(pilot, "down")
        assert set(app.list.painted) == {0, 1}, "the two rows that the cursor left and reached"
        await press(pilot, "end")
        assert app.list.cursor == "k9999"
        assert app.lines()[-1].strip() == "k9999"


async def test_an_update_paints_the_lines_that_differ() -> None:
    shown = tuple(row(f"k{number}") for number in range(1_000))
    app = Host(shown)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "down")
        app.list.painted.clear()
        app.list.rows = (*shown[:5], row("k5", "other"), *shown[6:])
        await press(pilot)
        assert set(app.list.painted) == {5}
        app.list.painted.clear()
        app.list.rows = (*shown[:5], row("k5", "other"), *shown[6:])
        await press(pilot)
        assert not app.list.painted, "an equal value wakes nobody"


async def test_rows_above_do_not_move_what_is_read() -> None:
    shown = tuple(row(f"k{number}") for number in range(100))
    app = Host(shown)
    async with app.run_test(size=(40, 10)) as pilot:
        app.list.move_to("k50")
        await press(pilot)
        before = app.lines()
        app.list.rows = (row("new1"), row("new2"), *shown)
        await press(pilot)
        assert (app.list.cursor, app.lines()) == ("k50", before)
        app.list.rows = shown[30:]
        await press(pilot)
        assert (app.list.cursor, app.lines()) == ("k50", before)


async def test_the_keys_move_over_headings() -> None:
    app = Host(rows("HabIcdJ"))
    async with app.run_test(size=(40, 4)) as pilot:
        seen = [app.list.cursor]
        for key in ("j", "down", "down", "down", "k", "home", "G", "up", "pageup", "pagedown"):
            await press(pilot, key)
            seen.append(app.list.cursor)
        assert seen == ["a", "b", "c", "d", "d", "c", "a", "d", "c", "a", "c"]
        await press(pilot, "home")
        assert app.list.scroll_offset.y == 0, "the heading above the first row is in view"


async def test_messages_name_list_and_key() -> None:
    app = Host(rows("abc"))
    async with app.run_test(size=(40, 4)) as pilot:
        await press(pilot, "j", "enter")
        found = [(type(message).__name__, message.key) for message in app.told]
        assert found == [("Highlighted", "a"), ("Highlighted", "b"), ("Opened", "b")]
        assert {message.control for message in app.told} == {app.list}


async def test_the_mouse_selects_and_opens() -> None:
    app = Host(rows("Habc"))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.click(RowList, offset=(2, 2))
        assert app.list.cursor == "b"
        await pilot.click(RowList, offset=(2, 0))
        assert app.list.cursor == "b", "a heading is not selected"
        await pilot.double_click(RowList, offset=(2, 3))
        await pilot.pause()
        assert [m.key for m in app.told if isinstance(m, RowList.Opened)] == ["c"]


@pytest.mark.parametrize(
    "text",
    [
        "app/[id]/page.tsx",
        "a[/]b",
        "[bold]x",
        "日本語ファイル.py",
        "e\u0301te\u0301",
        "👍 ok",
        "x" * 300,
    ],
)
@pytest.mark.parametrize("tag", ["", "ready"])
async def test_text_is_verbatim_and_widths_are_exact(text: str, tag: str) -> None:
    app = Host((row("k", text, right="[/right]", tag=tag),))
    async with app.run_test(size=(50, 3)):
        strip = app.list.render_line(0)
        width = app.list.scrollable_content_region.width
        assert strip.cell_length == width == cell_len(strip.text)
        assert strip.text.endswith(" [/right]")
        assert strip.text.removeprefix("▌" if tag else "").startswith(text[:2])
        assert strip.text.startswith("▌") is bool(tag)


async def test_control_characters_do_not_reach_the_terminal() -> None:
    app = Host((row("k", "\x1b]0;pwned\x07\x1b[2Jok\udcff"),))
    async with app.run_test(size=(50, 3)):
        assert app.list.render_line(0).text.strip() == "ok�"


async def test_an_empty_list_says_why() -> None:
    app = Host((), empty="Nothing is [ready] here")
    async with app.run_test(size=(12, 5)) as pilot:
        assert [line.strip() for line in app.lines()][:3] == ["Nothing is", "[ready]", "here"]
        app.list.rows = rows("a")
        await press(pilot)
        assert app.list.cursor == "a"


async def test_a_following_list_stays_at_its_end_until_one_scrolls_up() -> None:
    shown = tuple(row(f"k{number}") for number in range(30))
    app = Host(shown[:20], follow=True)
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot)
        assert app.list.cursor == "k19"
        assert app.lines()[-1].strip() == "k19"
        app.list.rows = shown[:25]
        await press(pilot)
        assert app.list.cursor == "k19"
        assert app.lines()[-1].strip() == "k24"
        await press(pilot, "home")
        app.list.rows = shown
        await press(pilot)
        assert app.lines()[0].strip() == "k0"


def grounds(app: Host) -> list[str]:
    """The ground colour of each row's first text."""
    strips = (app.list.render_line(y) for y in range(len(app.list.rows)))
    return [str(next(s.style.bgcolor.name for s in strip if s.style)) for strip in strips]  # type: ignore[union-attr]


async def test_a_change_is_marked_for_a_while_and_nothing_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(row_view, "FRESH_FOR", 0.01)
    app = Host(rows("abcdef"))
    async with app.run_test(size=(40, 8)) as pilot:
        app.animation_level = "full"
        plain = grounds(app)
        app.list.rows = (*rows("abcde"), row("f", "changed"))
        marked = grounds(app)
        assert marked[:5] == plain[:5]
        assert marked[5] != plain[5]
        for _ in range(1000):
            if grounds(app) == plain:
                break
            await pilot.pause()
        assert grounds(app) == plain, "the mark goes by itself"
        app.list.show_quietly(rows("abcdeg"))
        assert grounds(app) == plain, "what the user asked for is no news"
        app.animation_level = "none"
        app.list.rows = rows("abcdef")
        assert grounds(app) == plain


async def test_the_cursor_is_seen_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Host(rows("ab"))
    async with app.run_test(size=(20, 3)) as pilot:
        reverse = [
            any(segment.style and segment.style.reverse for segment in app.list.render_line(y))
            for y in (0, 1)
        ]
        assert reverse == [True, False]
        app.screen.set_focus(None)
        await pilot.pause()
        first = next(iter(app.list.render_line(0))).style
        assert first is not None
        assert first.underline
        assert not first.reverse


async def test_a_following_list_in_which_everything_came_into_view_follows_again() -> None:
    shown = tuple(row(f"k{number}") for number in range(50))
    app = Host(shown[:30], follow=True)
    async with app.run_test(size=(60, 12)) as pilot:
        app.list.action_edge(1)
        await pilot.pause()
        await pilot.resize_terminal(60, 40)
        await pilot.pause()
        app.list.rows = shown
        await pilot.pause()
        assert app.list.scroll_offset.y == app.list.max_scroll_y == 10
