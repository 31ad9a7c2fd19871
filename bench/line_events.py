"""Events as the program writes them, of every kind; the rules may refuse some of them."""

import json
import random
from collections.abc import Callable
from typing import Any, NamedTuple

from coord_tui.core.times import text_of

Event = dict[str, Any]

SESSIONS = ("s1", "s2")
TASKS = tuple(f"T{n}" for n in range(12))
PATHS = (
    "src/core/a.py", "src/mail/b.py", "src/config.py", "docs/x y.md", "src/[id]/page.tsx",
    "lib/é.py",
)  # fmt: skip
PATTERNS = ("docs/*", "lib/**/x", "src/config.py", "*.tmp")
NOW = 1_900_000_000


class Maker:
    """Makes the events of one channel, which know of one another: ids, requests, messages."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.count = 0
        self._said: list[Event] = []
        self._asked: list[str] = []

    def event(self, kind: str = "") -> Event:
        """An event of that kind, or of any."""
        dice, kind = self.dice, kind or self.dice.choice(tuple(FIELDS))
        self.count += 1
        stamp = {"email": f"{dice.choice(SESSIONS)}@example.com", "via": "command", "clone": "c1"}
        found = {
            "v": 1, "id": f"{self.count:08x}", "at": text_of(NOW + self.count),
            "by": dice.choice(SESSIONS), "kind": kind, **FIELDS[kind](self), **stamp,
        }  # fmt: skip
        if kind == "ask":
            self._asked.append(found["id"])
        return found

    def says(self, **changed: object) -> bytes:
        """The line of a message with some fields changed."""
        return line({**self.event("say"), **changed})

    def word(self) -> bytes:
        """The line of a good message, which is remembered for later lines that repeat it."""
        said = self.event("say")
        self._said.append(said)
        return line(said)

    def repeat(self) -> bytes:
        """A line with the id of an earlier message that counts."""
        said = self.dice.choice(self._said)
        return line({**said, "text": "again", "by": self.dice.choice(SESSIONS)})

    def request(self) -> str:
        """The id of an event that asked."""
        return self.dice.choice(self._asked or ["none"])

    def commit(self) -> str:
        """A commit that nobody has."""
        return f"{self.dice.getrandbits(160):040x}"


class Made(NamedTuple):
    """A line of a channel, without its end: its class, and what must become of it."""

    name: str
    raw: bytes
    expected: str


def line(found: object) -> bytes:
    """The line of an event, half characters as the bytes that stand for them."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _say(m: Maker) -> Event:
    to = {"to": [m.dice.choice(SESSIONS)]} if m.dice.random() < 0.5 else {}
    return {"text": f"word {m.dice.random()} @s2", **to}


def _claim(m: Maker) -> Event:
    takeover = {"takeover": True, "reason": "it waits"} if m.dice.random() < 0.2 else {}
    return {"task": m.dice.choice(TASKS), **takeover}


def _reserve(m: Maker) -> Event:
    lasts = m.dice.randrange(1, 9000)
    return {"pattern": m.dice.choice(PATTERNS), "intent": "a move", "lasts": lasts}


def _task(m: Maker) -> Event:
    return {"task": f"N{m.dice.randrange(50)}", "title": "New", "after": [m.dice.choice(TASKS)]}


FIELDS: dict[str, Callable[[Maker], Event]] = {
    "claim": _claim,
    "release": lambda m: {"task": m.dice.choice(TASKS)},
    "done": lambda m: {"task": m.dice.choice(TASKS), "commit": m.commit()},
    "reopen": lambda m: {"task": m.dice.choice(TASKS)},
    "task": _task,
    "assign": lambda m: {"task": m.dice.choice(TASKS), "owner": m.dice.choice(SESSIONS)},
    "announce": lambda m: {"path": m.dice.choice(PATHS), "intent": "a timeout"},
    "reserve": _reserve,
    "unreserve": lambda m: {"pattern": m.dice.choice(PATTERNS)},
    "pushed": lambda m: {"path": m.dice.choice(PATHS), "commit": m.commit()},
    "ask": lambda m: {"path": m.dice.choice(PATHS), "why": "a route"},
    "grant": lambda m: {"request": m.request(), "words": "go", "until": text_of(NOW + 9000)},
    "deny": lambda m: {"request": m.request(), "words": "no"},
    "say": _say,
    "ack": lambda m: {"upto": f"{m.dice.randrange(1, m.count + 1):08x}"},
    "check": lambda m: {"check": "tests", "code": m.dice.randrange(3)},
    "join": lambda _: {"role": "guest"},
    "leave": lambda _: {},
}
"""The fields of every kind of event."""
