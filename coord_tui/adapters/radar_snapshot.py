"""Has git read what differs in a working tree, and puts a commit of it together.

Git reads the changed files through an index of its own that holds nothing else, so that filters,
line ends and modes are as `git add` would have them. The tree's index is only asked, never written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.radar_objects import (
    Entry,
    Folder,
    Objects,
    folders_of,
    read_folder,
    spliced,
)
from coord_tui.adapters.radar_store import QUICKLY, Store

LIMIT = 60.0
AT_ONCE = 500
"""Paths on one command line."""
PLAIN_FILE = b"100644"

QUIETLY = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.untrackedCache=false",
    "core.splitIndex=false", "index.sparse=false", "core.safecrlf=false", *QUICKLY,
)  # fmt: skip
"""No hook of the user's runs, and nothing is written beside the private index."""

COMMIT = """\
tree {tree}
{parents}author radar <radar> 0 +0000
committer radar <radar> 0 +0000

as it lies there
"""


class Differing(NamedTuple):
    """What differs in a working tree from its HEAD, as bytes, by how git is told of it."""

    staged: tuple[bytes, ...] = ()
    """Of which the index has another version than HEAD, or none."""
    lying: tuple[bytes, ...] = ()
    """Of which what lies in the tree counts, or that nothing does."""
    gone: tuple[bytes, ...] = ()
    """That are not there, though something is where a link leads."""
    opaque: tuple[tuple[bytes, bytes], ...] = ()
    """Files that are not read, and what stands for them."""


class Snapshot:
    """The making of one commit."""

    def __init__(self, git: Git, head: str, store: Store, common_dir: str) -> None:
        """`git` is in the working tree, `common_dir` its repository's folder."""
        self._git = git.configured(*QUIETLY)
        self._head = head
        self._store = store
        self._clones = [common_dir]
        self._objects = Objects(store.objects, len(head))

    def commit(self, differing: Differing, parents: Iterable[str]) -> str:
        """The commit on top of HEAD and other `parents`; its id.

        Raises: EnvironmentFailed when git fails, OSError.
        """
        known = dict.fromkeys((*differing.staged, *differing.lying, *differing.gone))
        paths = dict.fromkeys((*known, *(path for path, _ in differing.opaque)))
        folders = self._folders(folders_of(paths))
        entries: dict[bytes, Entry | None] = {path: _entry(folders, path) for path in paths}
        entries.update(self._staged(differing.staged))
        entries.update(dict.fromkeys(differing.gone))
        entries.update(self._lying(differing.lying, entries))
        for path, mark in differing.opaque:
            old = entries[path]
            entries[path] = Entry(
                old.mode if old else PLAIN_FILE, self._objects.write("blob", mark)
            )
        tree = spliced(folders, entries, self._objects)
        lines = "".join(f"parent {id}\n" for id in (self._head, *parents))
        return self._objects.write("commit", COMMIT.format(tree=tree, parents=lines).encode())

    def _folders(self, names: Sequence[bytes]) -> dict[bytes, Folder]:
        """What HEAD has in those folders; those that are none in it are left out."""
        asked = [self._head.encode() + b":" + name for name in names]
        listed = b"".join(name + b"\0" for name in asked)
        command = ("cat-file", "-z", "--batch=%(objecttype) %(objectsize)")
        output = self._git.run(*command, input=listed, timeout=LIMIT)
        found: dict[bytes, Folder] = {}
        at = 0
        for name, full in zip(names, asked, strict=True):
            if output.startswith(missing := full + b" missing\n", at):
                at += len(missing)
                continue
            end = output.index(b"\n", at)
            kind, _, size = output[at:end].partition(b" ")
            at = end + int(size) + 2
            if kind == b"tree":
                found[name] = read_folder(output[end + 1 : at - 1], len(self._head))
        return found

    def _staged(self, paths: Sequence[bytes]) -> dict[bytes, Entry | None]:
        """What the tree's own index has of those paths."""
        found: dict[bytes, Entry | None] = dict.fromkeys(paths)
        git = self._git
        for start in range(0, len(paths), AT_ONCE):
            some = map(os.fsdecode, paths[start : start + AT_ONCE])
            command = ("--literal-pathspecs", "ls-files", "-s", "-z", "--full-name", "--", *some)
            found |= {k: v for k, v in _entries(git.run(*command)) if k in found}
        return found

    def _lying(
        self, paths: Sequence[bytes], known: Mapping[bytes, Entry | None]
    ) -> dict[bytes, Entry | None]:
        """What lies in the tree of those paths, given what the index has of them."""
        if not paths:
            return {}
        index = self._store.new_path(quick=True)
        env = self._store.environment(self._clones, index)
        seeds = [(path, entry) for path in paths if (entry := known[path])]
        if seeds:
            told = (b"%s %s\t%s" % (e.mode, e.id.encode(), path) for path, e in seeds)
            self._update(env, told, "-z", "--index-info")
        self._update(env, paths, "--remove", "-z", "--stdin")
        listed = self._git.run("ls-files", "-s", "-z", "--full-name", env=env)
        return dict.fromkeys(paths) | dict(_entries(listed))

    def _update(self, env: dict[str, str], entries: Iterable[bytes], *how: str) -> None:
        listed = b"".join(entry + b"\0" for entry in entries)
        command = ("update-index", "--add", "--replace", *how)
        self._git.run(*command, input=listed, env=env, timeout=LIMIT)


def merging(git_dir: str) -> list[str]:
    """The commits that a merge which is under way brings in."""
    try:
        with open(join(git_dir, "MERGE_HEAD"), encoding="ascii") as file:
            return file.read().split()
    except FileNotFoundError:
        return []


def _entry(folders: Mapping[bytes, Folder], path: bytes) -> Entry | None:
    """What HEAD has of a path, if that is a file."""
    folder, _, name = path.rpartition(b"/")
    found = folders.get(folder, {}).get(name)
    return found if found and found.mode != b"40000" else None


def _entries(output: bytes) -> Iterator[tuple[bytes, Entry]]:
    """The files that `git ls-files -s -z` lists."""
    for record in output.split(b"\0")[:-1]:
        facts, _, path = record.partition(b"\t")
        mode, id, _ = facts.split(b" ")
        yield path, Entry(mode, id.decode())
