"""What the radar remembers: merges by their two commits, and of each working tree its last commit.

A merge of two commits never changes, so it is asked once. It is a memory, not the truth: one that
is lost, torn, old, or of other settings is made anew.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import Any, NamedTuple

from coord_tui.core.radar_merges import Verdict

VERSION = 1
MOST_MERGES, MOST_TREES = 4000, 200
"""How many are remembered: those that were asked for last."""
STATES = ("clean", "conflict")
"""Those that a merge keeps for ever."""


class Sealed(NamedTuple):
    """The commit of a working tree as it lay there, and what shows that it still lies so."""

    seal: str
    commit: str
    without: tuple[str, ...] = ()


class Memory:
    """The merges and working trees that are known, valid for some settings of git."""

    def __init__(self, settings: str = "") -> None:
        self.settings = settings
        """What stands for the configuration and attributes by which git merged."""
        self.generation = ""
        """Of the objects in which the commits of working trees are."""
        self.changed = False
        """Whether it knows more than what is on the disk."""
        self.contained: dict[tuple[str, str], bool] = {}
        """Whether the first commit is in the history of the second; not kept on the disk."""
        self._merges: dict[tuple[str, str], Verdict] = {}
        self._trees: dict[str, Sealed] = {}

    def merge(self, one: str, other: str) -> Verdict | None:
        """What is known of merging two commits."""
        key, turned = _key(one, other)
        found = self._merges.pop(key, None)
        if found is None:
            return None
        self._merges[key] = found  # the last asked for stands last
        return found.turned() if turned else found

    def keep_merge(self, one: str, other: str, verdict: Verdict) -> None:
        """Remember what git said of merging two commits."""
        key, turned = _key(one, other)
        self._merges[key] = verdict.turned() if turned else verdict
        if len(self._merges) > MOST_MERGES:
            del self._merges[next(iter(self._merges))]
        self.changed = True

    def forget_unknown(self) -> None:
        """Have git asked anew of what it could not do: it may be able to by now."""
        unknown = [key for key, verdict in self._merges.items() if not _known(verdict)]
        for key in unknown:
            del self._merges[key]

    def tree(self, top: str, generation: str) -> Sealed | None:
        """What is known of a working tree, if its commit is among the objects that there are."""
        return self._trees.get(top) if generation and generation == self.generation else None

    def keep_tree(self, top: str, generation: str, sealed: Sealed) -> None:
        """Remember the commit of a working tree as it lay there."""
        if generation != self.generation:
            self._trees, self.generation = {}, generation
        self._trees.pop(top, None)
        self._trees[top] = sealed
        self.changed = True

    def save(self, path: str, aside: str) -> None:
        """Put it on the disk by way of the path `aside`: whole, or not at all.

        A disk that takes nothing loses nothing.
        """
        document = {
            "version": VERSION,
            "settings": self.settings,
            "generation": self.generation,
            "merges": [
                [*key, *verdict] for key, verdict in self._merges.items() if _known(verdict)
            ],
            "trees": [[top, *sealed] for top, sealed in [*self._trees.items()][-MOST_TREES:]],
        }
        with suppress(OSError):
            with open(aside, "w", encoding="ascii") as file:
                json.dump(document, file)
            os.replace(aside, path)
            self.changed = False

    def _load(self, document: dict[str, Any]) -> None:
        for one, other, state, paths, kinds, reason in document["merges"]:
            if state not in STATES:
                raise ValueError(state)
            verdict = Verdict(state, tuple(paths), tuple(kinds), str(reason))
            self._merges[str(one), str(other)] = verdict
        for top, seal, commit, without in document["trees"]:
            self._trees[str(top)] = Sealed(str(seal), str(commit), tuple(without))
        self.generation = str(document["generation"])


def recalled(path: str, settings: str) -> Memory:
    """What was remembered under these settings; nothing, if that cannot be read."""
    memory = Memory(settings)
    try:
        with open(path, encoding="ascii") as file:
            document = json.load(file)
        if (document["version"], document["settings"]) == (VERSION, settings):
            memory._load(document)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Memory(settings)
    return memory


def _known(verdict: Verdict) -> bool:
    """Whether it holds for ever; what git could not do today, it may tomorrow."""
    return verdict.state != "unknown"


def _key(one: str, other: str) -> tuple[tuple[str, str], bool]:
    """The two in one order, and whether that turned them round."""
    return ((one, other), False) if one <= other else ((other, one), True)
