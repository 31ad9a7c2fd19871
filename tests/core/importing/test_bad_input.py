"""Whatever a document holds, it is read in part: no exception, and no more work than it is long."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.importing import SHAPES
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.statements import Place

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def read(text: str) -> Reading:
    return assemble(read_sources([Source("PLAN.md", text)]))


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "\ufeff", "\0", "---", "# ", "|", "```", "- ", ">", "\r"]
)
def test_a_document_that_says_nothing_gives_an_empty_plan(text: str) -> None:
    reading = read(text)
    assert reading.items == ()
    assert not reading.plan.sessions


def test_a_document_of_html_is_passed_over_as_a_whole() -> None:
    text = "<table>\n<tr><td>src/</td><td>kai</td></tr>\n</table>"
    reading = read(text)
    assert [(each.at.line, each.at.end) for each in reading.unread] == [(2, 2)] or [
        each.text for each in reading.unread
    ] == [text]


def strays(text: str) -> list[Place]:
    """The places of what is read that are none in the text."""
    lines = text.count("\n") + text.count("\r") + 1
    reading = read(text)
    places = [place for item in reading.items for place in item.at]
    places += [passage.at for passage in reading.unread]
    return [place for place in places if not 1 <= place.line <= place.end <= lines]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_without_an_exception(shape: str) -> None:
    text = SHAPES[shape](2_000)
    assert strays(text) == []


ALPHABET = st.sampled_from(list("abT1 \n\n\n\t#-*_`|<>[]()!~:;,.&\\/\"'=+→✅\r\f\0\u2028é日"))


@given(st.lists(ALPHABET, max_size=300).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    assert strays(text) == []


def steps(work: Callable[[], object]) -> int:
    """How many lines of the program (the parser left out) run."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> "TraceFunction | None":
        nonlocal count
        if "core/importing" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_no_faster_than_the_document(shape: str) -> None:
    read("# warm\n\n- `src/` (kai)\n")
    small, large = (SHAPES[shape](size) for size in (1_500, 6_000))
    before = steps(lambda: read(small))
    after = steps(lambda: read(large))
    assert after <= 1.4 * before * len(large) / len(small) + 2_000
