"""Keeps the guard's facts, so that a question before an edit need not fold the channel.

A hit is exact: the facts belong to these very bytes of `coord.yaml`, to the channel file as it is
(size, time and inode) and to this version of the program. It is written with `marshal`, which needs
no other module: `json` loads `re`, and that would be a fifth of what a commit waits for.
"""

from __future__ import annotations

import marshal
import os
import sys
from binascii import crc32
from os.path import dirname, join

from coord_tui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coord_tui.adapters.layout import Layout

FORMAT = f"coord-tui {__version__} 2 {sys.implementation.cache_tag}\n".encode()
"""Who can read the rest, and which facts it has: a number that grows with them.

A sum follows, because `marshal` trusts what it reads.
"""
SUM = 9
"""Bytes of the sum and its line end."""


def channel_mark(layout: Layout, channel: str, branches: list[str]) -> list[list[int]]:
    """What tells one content of the channel from another, without reading it.

    A clone that has none yet would take that of a branch: then the branches are what tells.
    """
    mark = _mark(channel)
    if mark[0]:
        return [mark]
    return [_mark(join(layout.common_dir, name)) for name in ("packed-refs", *branches)]


def branches_of(branch: str, remote: str) -> list[str]:
    """Where git keeps the channel's branch and the remote's, in its own folder."""
    return [f"refs/heads/{branch}", f"refs/remotes/{remote}/{branch}"]


def read_facts(
    path: str, source: bytes, layout: Layout, channel: str
) -> tuple[list[Any], dict[str, Any]] | None:
    """The rules and facts that were kept for this plan and this channel; None when there are none.

    `source` are the plan's bytes, `channel` is the path of the channel's file.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None  # it is made anew
    start = len(FORMAT) + SUM
    if not data.startswith(FORMAT) or data[len(FORMAT) : start] != _sum(data[start:]):
        return None
    kept_source, mark, branches, rules, facts = marshal.loads(data[start:])
    if kept_source != source or mark != channel_mark(layout, channel, branches):
        return None
    return rules, facts


def write_facts(
    path: str,
    source: bytes,
    mark: list[list[int]],
    branches: list[str],
    *,
    rules: object,
    facts: object,
) -> None:
    """Keep the facts; readers see the old file or the new one, whole.

    `mark` is the channel's before it was read for them: what came after must not seem known.
    """
    new = f"{path}.{os.getpid()}"
    try:
        kept: Any = (source, mark, branches, rules, facts)
        data = marshal.dumps(kept)
        _make_folder(dirname(new))
        with open(new, "wb") as file:
            file.write(FORMAT + _sum(data) + data)
        os.replace(new, path)
    except (OSError, ValueError):
        _remove(new)  # a read-only or full disk costs speed, never an answer


def _sum(data: bytes) -> bytes:
    return b"%08x\n" % crc32(data)


def _mark(path: str) -> list[int]:
    try:
        found = os.stat(path)
    except OSError:
        return [0, 0, 0]
    return [found.st_size, found.st_mtime_ns, found.st_ino]


def _make_folder(path: str) -> None:
    """The cache's own folder, but not git's above it: a repository that was moved stays moved."""
    if not os.path.isdir(path):
        os.mkdir(path)


def _remove(path: str) -> None:
    try:  # noqa: SIM105
        os.unlink(path)
    except OSError:
        pass  # it was never made
