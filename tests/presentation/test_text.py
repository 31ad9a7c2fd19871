import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coord_tui.presentation.rows import Line, Span
from coord_tui.presentation.text import (
    LONGEST,
    cell_width,
    fit_end,
    fit_middle,
    fit_spans,
    inert,
    layout,
    spans_width,
    wrap,
)

WILD = st.text(max_size=60) | st.text(
    st.sampled_from("ab/ 日é\u0301👍🏽\u200d\ufe0f\x1b[]m;\x07\n\t")
)
WIDTHS = st.integers(min_value=-2, max_value=40)
SPANS = st.lists(st.builds(Span, WILD, st.just("dim")), max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("app/[id]/page.tsx", "app/[id]/page.tsx"),
        ("a[/]b", "a[/]b"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;my title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;never ended, not swallowed", "0;never ended, not swallowed"),
        ("\x9b31mred", "red"),
        ("\x1bcreset", "reset"),
        ("one\r\ntwo\nthree", "one⏎two⏎three"),
        ("a\tb", "a b"),
        ("nul\x00bell\x07", "nul␀bell␇"),
        ("\x7f", "␡"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("\u2066iso\u2069lated\u200e", "isolated"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bad\udcffbyte", "bad�byte"),
        ("a\u2028b", "a⏎b"),
        ("no\u00a0break", "no break"),
        ("a\u3164b", "ab"),
        ("👍🏽", "👍"),
        ("❤\ufe0f", "❤"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 3),
        ("日本", "日本"),
    ],
)
def test_inert_shows_what_is_harmless(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_a_megabyte_is_cut_and_says_so() -> None:
    for text in ("x" * 1_000_000, "\x1b[31m" * 200_000, "\u0301" * 1_000_000, "é" * 3000):
        assert len(inert(text)) <= LONGEST
    assert inert("x" * 1_000_000).endswith("…")


@given(WILD)
@example("a" + "\u0300" * 3 + "\u200b\u0300")
def test_inert_leaves_nothing_that_acts(text: str) -> None:
    shown = inert(text)
    assert inert(shown) == shown
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👍", 2), ("│▌✓", 3), ("", 0)]
)
def test_cell_width(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("path", "width", "shown"),
    [
        (
            "atlas_brain/services/customer_context.py",
            40,
            "atlas_brain/services/customer_context.py",
        ),
        ("atlas_brain/services/customer_context.py", 39, "atlas_brain/…/customer_context.py"),
        ("atlas_brain/services/customer_context.py", 33, "atlas_brain/…/customer_context.py"),
        ("atlas_brain/services/customer_context.py", 32, "…/customer_context.py"),
        ("atlas_brain/services/customer_context.py", 11, "custo…xt.py"),
        ("a/b/c/name.py", 12, "a/…/name.py"),
        ("deep/folder/inside/", 14, "deep/…/inside/"),
        ("deep/folder/inside/", 9, "…/inside/"),
        ("app/[id]/page.tsx", 14, "app/…/page.tsx"),
        ("日本語/ファイル.py", 14, "…/ファイル.py"),
        ("name.py", 1, "…"),
        ("name.py", 0, ""),
    ],
)
def test_fit_middle_keeps_the_file_name(path: str, width: int, shown: str) -> None:
    assert fit_middle(path, width) == shown


@given(WILD, WIDTHS)
def test_nothing_is_wider_than_asked(text: str, width: int) -> None:
    room = max(0, width)
    assert cell_width(fit_end(text, width)) <= room
    assert cell_width(fit_middle(text, width)) <= room
    assert all(cell_width(line) <= room for line in wrap(text, width))


@given(SPANS, WIDTHS, st.sampled_from(["end", "middle"]))
def test_spans_are_no_wider_than_asked(spans: tuple[Span, ...], width: int, squeeze: str) -> None:
    assert spans_width(fit_spans(spans, width, squeeze)) <= max(0, width)


@given(SPANS, SPANS, st.integers(0, 60), st.sampled_from(["end", "middle"]))
def test_a_line_fills_its_width_exactly(
    left: tuple[Span, ...], right: tuple[Span, ...], width: int, squeeze: str
) -> None:
    assert spans_width(layout(Line(left, right, squeeze), width)) == width


def shown(line: Line, width: int) -> str:
    return "".join(text for text, _ in layout(line, width))


@pytest.mark.parametrize(
    ("line", "width", "text"),
    [
        (Line((Span("what"),), (Span("who"),)), 12, "what     who"),
        (Line((Span("a long title"),), (Span("who"),)), 12, "a long … who"),
        (
            Line((Span("M "), Span("src/app/page.py")), (Span("mine"),), "middle"),
            17,
            "M …/page.py  mine",
        ),
        (Line((Span("    src/app/x.py"),), (), "middle"), 12, "    …/x.py  "),
        (Line((Span("title"),), (Span("announced by junior"),)), 15, "title announce…"),
        (Line((Span("a title"),), (Span("announced by junior"),)), 12, "a t… announ…"),
        (Line((), (Span("right"),)), 8, "   right"),
        (Line((Span("日本語"),), (Span("x"),)), 7, "日本… x"),
        (Line((Span("two\nlines"),)), 9, "two⏎lines"),
    ],
)
def test_the_left_end_gives_way_first(line: Line, width: int, text: str) -> None:
    assert shown(line, width) == text


def test_wrap_breaks_at_blanks() -> None:
    assert wrap("no one has said a word", 10) == ("no one has", "said a", "word")
    assert wrap("unbreakable", 4) == ("unbr", "eaka", "ble")
    assert wrap("", 4) == ()
