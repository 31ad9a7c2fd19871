"""Reading the channel is total: good lines count, whatever stands between them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.events import VERSION, Event, decode, encode, read_lines

GOOD = b'{"v":1,"id":"a1","at":"2026-01-31T14:05:09Z","by":"senior","kind":"say","text":"hi"}'


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"<<<<<<< HEAD", "not JSON"),
        (b'{"v":1,"id":"a1","at":"2026', "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[1, 2]", "not an object"),
        (b"null", "not an object"),
        (b"{}", "no id and no at and no by and no kind"),
        (b'{"id":"a","at":3,"by":"x","kind":"say"}', "no at"),
        (b"[" * 100_000, "nested deeper than 100"),
        (GOOD.replace(b'"hi"', b"[" * 100 + b"]" * 100), "nested deeper than 100"),
        (b'{"id":' + b"9" * 5000 + b"}", "not JSON"),
        (GOOD.replace(b'"hi"', b"NaN"), "not JSON"),
        (GOOD.replace(b'"hi"', b"-Infinity"), "not JSON"),
        (GOOD.replace(b'"hi"', b"1e999"), "not JSON"),
    ],
)
def test_a_line_that_is_no_event_says_what_is_wrong(raw: bytes, problem: str) -> None:
    line = decode(raw, 7)

    assert (line.number, line.event, line.problem) == (7, None, problem)
    assert line.text == raw.decode("utf-8", "replace")


def test_brackets_in_words_are_not_depth() -> None:
    assert decode(GOOD.replace(b"hi", b'[{\\"[' * 200), 1).event
    assert decode(GOOD.replace(b'"hi"', b"[" * 99 + b"]" * 99), 1).event
    assert decode(GOOD.replace(b'"hi"', b"[" + b"[]," * 200 + b"[]]"), 1).event


def test_bad_lines_never_hide_their_neighbours() -> None:
    lines = read_lines(b"\n".join([GOOD, b"=======", b"", GOOD, b'{"half'])) + read_lines(b"")

    assert [(line.number, line.event is not None) for line in lines] == [
        (1, True),
        (2, False),
        (4, True),
        (5, False),
    ]


def test_fields_and_versions_of_the_future_are_kept() -> None:
    raw = b'{"v":9,"id":"a","at":"t","by":"x","kind":"teleport","where":["a",1],"who":null}'
    event = decode(raw).event

    assert event is not None
    assert (event.v, event.kind, event.fields) == (9, "teleport", {"where": ["a", 1], "who": None})
    assert json.loads(encode(event)) == json.loads(raw)


@pytest.mark.parametrize(
    ("value", "text", "texts", "number", "flag"),
    [
        ("word", "word", ("word",), 0, False),
        ("", "", (), 0, False),
        (["a", 1, "b"], "", ("a", "b"), 0, False),
        (12, "", (), 12, False),
        (-12, "", (), 0, False),
        (10**400, "", (), 0, False),
        (1.5, "", (), 0, False),
        (True, "", (), 0, True),
        (None, "", (), 0, False),
        ({"a": 1}, "", (), 0, False),
    ],
)
def test_a_field_of_the_wrong_type_reads_as_missing(
    value: object, text: str, texts: tuple[str, ...], number: int, flag: bool
) -> None:
    event = Event("a", "t", "x", "say", {"field": value})

    assert event.text("field") == text
    assert event.texts("field") == texts
    assert event.number("field") == number
    assert event.flag("field") is flag


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    lines = read_lines(data)

    assert len(lines) == sum(1 for raw in data.split(b"\n") if raw.strip())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
events = st.builds(
    Event,
    id=st.text(),
    at=st.text(),
    by=st.text(),
    kind=st.text(),
    fields=st.dictionaries(st.sampled_from(["text", "to", "task", "ü"]), json_values),
    v=st.just(VERSION),
)


@given(events)
def test_what_is_written_is_read_back(event: Event) -> None:
    line = encode(event)

    assert "\n" not in line
    assert decode(line.encode("utf-8", "surrogatepass")).event == event
