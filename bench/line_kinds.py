"""Lines as a channel may come to hold them: good ones, mutated ones, and every sort of rubbish.

Each class says what must become of its lines: `accepted`, `refused`, `no event`, or `any` of them
where it depends on what was mutated. The refused ones and those that are no event change nothing.
"""

import json
import random
from collections.abc import Callable
from typing import NamedTuple

from bench.line_events import NOW, PATHS, SESSIONS, TASKS, Made, Maker, line
from coord_tui.core.times import text_of

HUGE = 10 << 20
MARKUP = ("[bold red]x[/]", "\x1b[2J\x1b]0;owned\x07", "\u202egnp.exe", "\u200b\u2066", "a\tb\x00c")
WILD = ("/", "..", "../../etc", ".git/config", "/abs", "a//b", "**", "[", "!x", "\\")
MOMENTS = ("", "never", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2030-02-30T00:00:00Z",
           "2030-01-01", "2030-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59",
           "9999-12-31T23:59:59-23:59", "2030-W01-1", "١٢٣٤-01-01")  # fmt: skip

THINGS: tuple[Callable[[random.Random], object], ...] = (
    lambda _: None,
    lambda _: True,
    lambda _: [],
    lambda _: {},
    lambda _: "",
    lambda _: [["x"], {"y": None}, 3],
    lambda _: {"a": {"b": ["c", "\ud800"]}},
    lambda dice: dice.choice((-1, 0, 1 << 63, 10**300, 10**4000, -(10**20))),
    lambda dice: dice.choice((1e308, -0.0, 5e-324, 0.1)),
    lambda dice: dice.choice(("\ud800", "\udfff\ud800", "x\x00y", "\ufeff", "\u2028")),
    lambda dice: dice.choice(MARKUP + WILD),
    lambda dice: dice.choice(TASKS + PATHS + SESSIONS),
    lambda dice: "x" * dice.randrange(5000),
)
"""Values that nobody expects in a field."""


class Class(NamedTuple):
    """A class of lines: how often it comes, what must become of it, how it is written."""

    weight: int
    expected: str
    write: Callable[[Maker], bytes]


def made(maker: Maker, name: str = "") -> Made:
    """One line of that class, or of any."""
    weights = [one.weight for one in CLASSES.values()]
    name = name or maker.dice.choices(list(CLASSES), weights)[0]
    return Made(name, CLASSES[name].write(maker).replace(b"\n", b" "), CLASSES[name].expected)


def _mutated(m: Maker) -> bytes:
    """One to three fields that are missing, something else, or new."""
    found = m.event()
    for _ in range(m.dice.randint(1, 3)):
        name = m.dice.choice((*found, "new field", ""))
        if m.dice.random() < 0.3:
            found.pop(name, None)
        else:
            found[name] = m.dice.choice(THINGS)(m.dice)
    return json.dumps(found, ensure_ascii=m.dice.random() < 0.5).encode("utf-8", "surrogatepass")


def _skewed(m: Maker) -> bytes:
    """By a clock that is days off, or of a calendar that nobody has."""
    days = m.dice.randint(-400, 400)
    at = m.dice.choice((text_of(NOW + days * 86400), m.dice.choice(MOMENTS)))
    return m.says(at=at)


def _deep(m: Maker) -> bytes:
    """An event that holds lists in lists, about as deep as Python's stack, or far deeper."""
    depth = m.dice.choice((50, m.dice.randint(850, 1010), 5_000, 100_000))
    return m.says()[:-1] + b',"x":' + b"[" * depth + b"]" * depth + b"}"


def _half(m: Maker) -> bytes:
    whole = line(m.event())
    return whole[: m.dice.randrange(1, len(whole))]


def _conflict(m: Maker) -> bytes:
    marks = (b"<<<<<<< HEAD", b"=======", b">>>>>>> 1520a71 (senior: claim)", b"||||||| base")
    return m.dice.choice(marks)


def _not_utf8(m: Maker) -> bytes:
    at = m.dice.choice((b"\xff", b"\xc3(", b"\xed\xa0\x80\xff", b"\x80"))
    return m.says().replace(b"word", b"w" + at, 1)


def _no_object(m: Maker) -> bytes:
    found = (b"1", b'"text"', b"[]", b"null", b"{}", b'{"v":1}', b"1e999", b"NaN", b"[{}]")
    return m.dice.choice((*found, b"9" * 5000))


def _beyond(m: Maker) -> bytes:
    return m.says()[:-1] + b',"n":' + m.dice.choice((b"1e999", b"NaN", b"9" * 5000)) + b"}"


def _nul(m: Maker) -> bytes:
    return b"\0" * m.dice.randint(1, 99) + line(m.event()) + b"\0"


def _noise(m: Maker) -> bytes:
    return b"\x01" + m.dice.randbytes(m.dice.randrange(1, 300))


CLASSES: dict[str, Class] = {
    "message": Class(20, "accepted", Maker.word),
    "event of any kind": Class(30, "any", lambda m: line(m.event())),
    "mutated": Class(20, "any", _mutated),
    "clock skew": Class(4, "accepted", _skewed),
    "unknown kind": Class(3, "accepted", lambda m: m.says(kind=f"new{m.count % 9}")),
    "unknown version": Class(
        2, "accepted", lambda m: m.says(v=m.dice.choice((2, 99, -1, "x", None)))
    ),
    "unknown session": Class(
        2, "refused", lambda m: m.says(by=f"stranger {m.dice.choice(MARKUP)}")
    ),
    "markup and controls": Class(3, "accepted", lambda m: m.says(text=m.dice.choice(MARKUP))),
    "lone surrogates": Class(
        2, "accepted", lambda m: json.dumps({**m.event("say"), "text": "a\ud800b"}).encode()
    ),
    "surrogates as bytes": Class(1, "accepted", lambda m: m.says(text="a\ud800b")),
    "ends with CR": Class(2, "accepted", lambda m: m.says() + b"\r"),
    "duplicate id": Class(4, "refused", Maker.repeat),
    "huge number": Class(
        2, "accepted", lambda m: m.says(n=m.dice.choice((10**4000, -(10**99), 1e308)))
    ),
    "number beyond all": Class(2, "no event", _beyond),
    "deep nesting": Class(1, "any", _deep),
    "conflict marker": Class(3, "no event", _conflict),
    "half line": Class(5, "no event", _half),
    "two in one line": Class(2, "no event", lambda m: line(m.event()) + line(m.event())),
    "no object": Class(2, "no event", _no_object),
    "noise": Class(3, "no event", _noise),
    "UTF-16": Class(1, "any", lambda m: m.says().decode().encode("utf-16-le")),
    "NUL bytes": Class(2, "no event", _nul),
    "invalid UTF-8": Class(3, "no event", _not_utf8),
    "10 MB, good": Class(0, "accepted", lambda m: m.says(text="w " * (HUGE // 2))),
    "10 MB, rubbish": Class(0, "no event", lambda _: b"x" * HUGE),
}
