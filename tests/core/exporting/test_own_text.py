"""Texts of a plan stand in a document so that nothing is taken for Markdown, and come back."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.exporting.own_text import (
    block,
    bold,
    code,
    is_block,
    is_prose,
    name,
    prose,
    quoted,
    read_block,
    read_bold,
    read_code,
    read_list,
    read_prose,
)
from tests.plans import TEXTS

BOUNDARY = [" — a note", ": a note", " (a note)", ""]
LINES = TEXTS.filter(lambda text: is_block(f"{text}\nend"))
BLOCKS = st.builds(
    lambda lines, end: "\n".join(lines) + end,
    st.lists(LINES, min_size=1, max_size=4),
    st.sampled_from(["", "\n"]),
).filter(is_block)


@pytest.mark.parametrize(
    ("write", "text", "stands"),
    [
        (prose, "plain words", "plain words"),
        (prose, "a <b> c", "a \\<b> c"),
        (prose, "see `<b>` there", "see `<b>` there"),
        (prose, "two\nlines", '`"two\\nlines"`'),
        (prose, " at the ends ", '`" at the ends "`'),
        (prose, "", '`""`'),
        (prose, "turned \u202e round", '`"turned \\u202e round"`'),
        (code, "src/a b/", "`src/a b/`"),
        (code, "a`b", '`"a\\u0060b"`'),
        (code, "a · b", '`"a \\u00b7 b"`'),
        (name, "senior", "senior"),
        (name, "köln", "köln"),
        (name, "a:", "`a:`"),
        (bold, "Small commits", "**Small commits**"),
        (bold, "two ** stars", '**`"two ** stars"`**'),
        (quoted, "x", '`"x"`'),
    ],
)
def test_a_text_stands_as(write: Callable[[str], str], text: str, stands: str) -> None:
    assert write(text) == stands


@given(TEXTS)
def test_a_line_of_any_text_comes_back(text: str) -> None:
    line = prose(text)
    assert line.isprintable()
    assert read_prose(line) == text


@given(TEXTS)
def test_a_title_of_any_text_comes_back_with_what_follows_it(text: str) -> None:
    assert read_bold(f"{bold(text)} · and more") == (text, " · and more")


@pytest.mark.parametrize("behind", BOUNDARY)
@given(text=TEXTS)
def test_a_path_of_any_text_comes_back_with_what_follows_it(behind: str, text: str) -> None:
    assert read_code(code(text) + behind) == (text, behind)


@given(text=TEXTS)
def test_a_list_of_any_texts_comes_back(text: str) -> None:
    assert read_list(", ".join([code(text), name("S1"), code(text)])) == (text, "S1", text)


@given(BLOCKS)
def test_a_text_of_several_lines_comes_back_with_or_without_a_line_end(text: str) -> None:
    assert read_block(["", *block(text), " "]) == text


@pytest.mark.parametrize("behind", BOUNDARY)
def test_without_a_code_span_a_path_ends_where_a_note_begins(behind: str) -> None:
    assert read_code(f"src/api{behind}") == ("src/api", behind)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("one\ntwo\n", True),
        ("one\n\n  two", True),
        ("one line", False),
        ("\nempty first\n", False),
        ("empty last\n\n", False),
        ("blanks\n  \nbetween\n", False),
        ("a\x1bb\nc", False),
        ("a\n<!-- end of coord-tui plan -->\n", False),
        ("a\n<!-- no line end -->", False),
    ],
)
def test_what_can_stand_as_lines_of_its_own(text: str, is_one: bool) -> None:
    assert is_block(text) is is_one


def test_what_must_not_stand_there_is_quoted() -> None:
    assert is_prose("a — b")
    assert not is_prose("a — b", stop=" — ")
    assert prose("a — b", stop=" — ") == '`"a \\u2014 b"`'
