"""Has git merge pairs of commits in memory, many in one process; nothing is checked out.

A merge that git cannot do spoils no other. Programs that the user configured to merge some files
are not run: those files are merged as text.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.git import Git, TookTooLong, last_words
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.radar_store import QUICKLY, Store
from coord_tui.core.radar import UNRELATED
from coord_tui.core.radar_merges import Merge, Verdict, read_merges
from coord_tui.errors import EnvironmentFailed

AT_ONCE = 32
"""Merges of one process."""
LIMIT = 60.0
"""Seconds that one process may take."""
USAGE = 129
"""The exit code of a git that does not know what it is asked."""

TOO_OLD = "the conflict radar needs git 2.39 or newer"
ASKED = r"^(merge\.|diff\.(renames|renamelimit|algorithm)$|core\.(attributesfile|autocrlf|eol)$)"

PLAIN = "git merge-file --quiet %A %O %B"
"""What merges as text, in the place of a program that the user configured."""

Commits = tuple[str, str]


class Rules(NamedTuple):
    """By what git merges in one clone."""

    drivers: tuple[str, ...]
    """The names of the user's own programs for it."""
    mark: str
    """Stands for all of them: with the same mark, the same two commits merge in the same way."""


def read_rules(git: Git, layout: Layout) -> Rules:
    """The configuration and the attributes by which git merges. Raises EnvironmentFailed."""
    listed = git.ask("config", "--null", "--get-regexp", ASKED) or b""
    digest = hashlib.blake2b(listed, digest_size=16)
    for path in (join(layout.top, ".gitattributes"), join(layout.common_dir, "info/attributes")):
        try:
            with open(path, "rb") as file:
                digest.update(b"\0" + file.read())
        except OSError:
            digest.update(b"\0")
    keys = os.fsdecode(listed).split("\0")
    found = (re.match(r"merge\.(.+)\.driver\n", key, re.DOTALL) for key in keys)
    return Rules(tuple(match[1] for match in found if match), digest.hexdigest())


class Merging:
    """Git, where it merges: among the radar's objects, in a folder where it disturbs nobody."""

    def __init__(
        self, layout: Layout, rules: Rules, store: Store, others: Sequence[str] = ()
    ) -> None:
        """`others` are git's folders of other clones whose commits are merged as well."""
        self._store = store
        self._others = others
        self._quick = True
        git = Git.of(layout)
        if rules.drivers:  # git puts files for them into the folder in which it runs
            git = Git(_apart(layout.top, store.new_path()), layout.git_dir)
        plain = (f"merge.{name}.driver={PLAIN}" for name in rules.drivers)
        self._git = git.configured(*QUICKLY, *plain)

    def all(
        self, pairs: Sequence[Commits], going: Callable[[], bool] = lambda: True
    ) -> Iterator[tuple[Commits, Verdict]]:
        """What git says of each pair; ends early when `going` says no.

        Raises EnvironmentFailed when git is too old, or not there.
        """
        for start in range(0, len(pairs), AT_ONCE):
            if not going():
                return
            yield from self._some(pairs[start : start + AT_ONCE])

    def one(self, pair: Commits) -> Merge:
        """What git says of one pair, with the versions of its files in conflict.

        Raises EnvironmentFailed when git cannot merge them.
        """
        merges, why = self._printed([pair])
        if not merges:
            raise EnvironmentFailed(f"git cannot merge them: {why}")
        return merges[0]

    def blob(self, id: str) -> bytes:
        """The content of a file. Raises EnvironmentFailed."""
        return self._git.run("cat-file", "blob", id, env=self._store.environment(self._others))

    def _some(self, pairs: Sequence[Commits]) -> Iterator[tuple[Commits, Verdict]]:
        while pairs:
            try:
                merges, why = self._printed(pairs)
            except TookTooLong as error:
                if len(pairs) > 1:  # one of them perhaps, which must not spoil the others
                    for pair in pairs:
                        yield from self._some([pair])
                    return
                merges, why = [], str(error)
            yield from ((pair, merge.verdict) for pair, merge in zip(pairs, merges, strict=False))
            pairs = pairs[len(merges) :]
            if pairs:  # git ended at the first of these
                yield pairs[0], Verdict("unknown", reason=why)
                pairs = pairs[1:]

    def _printed(self, pairs: Sequence[Commits]) -> tuple[list[Merge], str]:
        """The merges up to one that git cannot do, and why it cannot.

        The merged files are looked at by nobody: they are written to memory while there is room.
        """
        asked = "".join(f"{one} {other}\n" for one, other in pairs).encode()
        objects = self._store.new_path(quick=self._quick)
        os.mkdir(objects)
        env = self._store.environment(self._others, objects=objects)
        command = ("merge-tree", "--write-tree", "--stdin", "-z")
        code, out, err = self._git.result(*command, input=asked, env=env, timeout=LIMIT)
        shutil.rmtree(objects, ignore_errors=True)
        if code == USAGE:
            raise EnvironmentFailed(TOO_OLD)
        complaint = err.decode(errors="replace")
        if self._quick and b"unable to write" in err:
            self._quick = False
            return self._printed(pairs)
        why = UNRELATED if "unrelated histories" in complaint else last_words(complaint)
        return read_merges(out), why


def _apart(top: str, folder: str) -> str:
    """The folder, made with the attributes of the working tree."""
    os.mkdir(folder)
    try:
        with open(join(top, ".gitattributes"), "rb") as file, \
             open(join(folder, ".gitattributes"), "wb") as copy:  # fmt: skip
            copy.write(file.read())
    except FileNotFoundError:
        return folder
    return folder
