"""Git's trees and commits, put together without git: in time that grows with the change alone.

Only the folders on the way to a changed path are read and written, however large the repository is.
Paths and names are bytes here, as git has them.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from os.path import join
from typing import NamedTuple

FOLDER = b"40000"
SHA1_DIGITS = 40


class Entry(NamedTuple):
    """What a tree says of a name."""

    mode: bytes
    id: str


NONE = Entry(b"", "")

Folder = Mapping[bytes, Entry]
"""What is in a folder, by name."""


class Objects:
    """A folder of git's objects, to which some are written; the same object always has one id."""

    def __init__(self, folder: str, digits: int) -> None:
        """`digits` is how long ids are in the repository: by that they are made."""
        self._folder = folder
        self._hash = hashlib.sha1 if digits == SHA1_DIGITS else hashlib.sha256

    def write(self, kind: str, data: bytes) -> str:
        """Write an object, unless it is there already; its id. Raises OSError."""
        whole = b"%s %d\0" % (kind.encode(), len(data)) + data
        id = self._hash(whole, usedforsecurity=False).hexdigest()
        folder = join(self._folder, id[:2])
        path = join(folder, id[2:])
        if not os.path.exists(path):
            with suppress(FileExistsError):
                os.mkdir(folder)
            aside = f"{path}.{os.getpid()}"
            with open(aside, "wb") as file:
                file.write(zlib.compress(whole, 1))
            os.replace(aside, path)
        return id


def read_folder(data: bytes, digits: int) -> Folder:
    """What a tree object says."""
    found: dict[bytes, Entry] = {}
    size, at = digits // 2, 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + size
        found[name] = Entry(mode, data[end + 1 : at].hex())
    return found


def folder_bytes(folder: Folder) -> bytes:
    """The tree object of a folder: git sorts a folder in it as if its name ended with `/`."""
    ordered = sorted(folder.items(), key=lambda one: one[0] + b"/" * (one[1].mode == FOLDER))
    return b"".join(
        b"%s %s\0" % (entry.mode, name) + bytes.fromhex(entry.id) for name, entry in ordered
    )


def folders_of(paths: Mapping[bytes, object]) -> list[bytes]:
    """Every folder on the way to the paths, the deepest first; the top is empty, and last."""
    found = {b""}
    for path in paths:
        folder = path.rpartition(b"/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition(b"/")[0]
    return sorted(found, key=lambda folder: (-folder.count(b"/"), not folder, folder))


def spliced(
    folders: Mapping[bytes, Folder], changed: Mapping[bytes, Entry | None], objects: Objects
) -> str:
    """The tree that has these paths as they are `changed` (None: not at all); its id.

    `folders` holds what was in each of `folders_of(changed)`; those that were not there are left
    out. A folder in which nothing is left goes too. Raises OSError.
    """
    new = {folder: dict(folders.get(folder, {})) for folder in folders_of(changed)}
    files: dict[bytes, dict[bytes, Entry]] = {folder: {} for folder in new}
    for path, entry in changed.items():
        folder, _, name = path.rpartition(b"/")
        if entry is not None:
            files[folder][name] = entry
        elif name in new[folder] and new[folder][name].mode != FOLDER:
            del new[folder][name]
    for folder, inside in new.items():  # the deepest first: these are complete then
        inside.update(files[folder])
        above, _, name = folder.rpartition(b"/")
        if inside and folder:
            new[above][name] = Entry(FOLDER, objects.write("tree", folder_bytes(inside)))
        elif folder and new[above].get(name, NONE).mode == FOLDER:
            del new[above][name]
    return objects.write("tree", folder_bytes(new[b""]))
