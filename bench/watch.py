"""What sessions that work together did, and when the others came to know of it."""

import json
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

ME = "senior"
"""The person at the screen."""


class Happened(NamedTuple):
    """Something that one did and others must come to know."""

    at: float
    by: str
    kind: str
    to: str
    """Whom it must reach; empty: it must be seen on the screen."""
    words: tuple[str, ...]


class Watch:
    """What happened, and when it was seen."""

    def __init__(self, journals: Iterable[Path]) -> None:
        self._journals = dict.fromkeys(journals, 0)
        self.happened: list[Happened] = []
        self.seen: dict[Happened, float] = {}
        self.broken: list[str] = []
        self._reached: list[dict[str, Any]] = []

    def note(self, kind: str, to: str, *words: str, seen: bool | None = None) -> None:
        """The person did something; `seen`: whether its answer stood on the screen, if known."""
        if kind == "broke":
            self.broken.append(f"{ME}: {words[0]}")
            return
        one = Happened(time.time(), ME, kind, to, words)
        self.happened.append(one)
        if seen:
            self.seen[one] = one.at

    def read_journals(self) -> None:
        """Take in what the agents wrote since."""
        for path, place in self._journals.items():
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            whole = text[place : text.rfind("\n") + 1]
            self._journals[path] = place + len(whole)
            for line in whole.splitlines():
                self._take_in(json.loads(line))

    def _take_in(self, entry: dict[str, Any]) -> None:
        if "broke" in entry:
            self.broken.append(f"{entry['by']}: {entry['broke']}")
        elif "got" in entry:
            self._reached.append(entry)
        else:
            words = tuple(entry["words"])
            self.happened.append(Happened(entry["at"], entry["by"], entry["did"], "", words))

    def look(self, screen: str) -> None:
        """Tick off what stands on the screen, and what reached the agents."""
        lines = screen.splitlines()
        self._look_for_losses(screen)
        for one in self.open:
            if one.to:
                self._look_in_journals(one)
            elif one.kind != "refusal" or one.by != ME:
                pattern = re.compile(r"\b.*?\b".join(map(re.escape, (one.by, *one.words))))
                if any(pattern.search(line) for line in lines):
                    self.seen[one] = max(time.time(), one.at)

    def _look_for_losses(self, screen: str) -> None:
        """A claim of the person that lost to an earlier push reaches nobody: the screen says so."""
        for task, who in set(re.findall(r"withdrawn: (\S+) is claimed by (\w+)", screen)):
            lost = [one for one in self.open if one.by == ME and one.words == (ME, task)]
            if lost:
                self.happened = [one for one in self.happened if one not in lost]
                loss = lost[0]._replace(kind="lost claim", to="", words=(task, f"{who} was first"))
                self.happened.append(loss)
                self.seen[loss] = time.time()

    def _look_in_journals(self, one: Happened) -> None:
        for entry in self._reached:
            same = entry["by"] == one.to and entry["got"] == one.kind
            if same and all(any(w in got for got in entry["words"]) for w in one.words):
                self.seen[one] = max(entry["at"], one.at)
                return

    @property
    def open(self) -> list[Happened]:
        """What was not seen."""
        return [one for one in self.happened if one not in self.seen]
