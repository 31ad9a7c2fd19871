"""When git last learned what the remote has: how old is what it says of an upstream?

The traces of fetches, pushes and clones say so, and no process is started. What is no trace of this
upstream does not count: to fetch another branch says nothing of it.
"""

import os
from collections.abc import Iterator
from os.path import dirname, join

REMOTES = "refs/remotes"
TAIL = 4096
"""Bytes at the end of a log of a branch that hold its last line."""


def learned(common_dir: str, upstream: str, commit: str) -> float:
    """When git last learned that `upstream` (such as `origin/main`) is at that commit.

    In seconds since the epoch; 0 when nothing says so. Without an upstream: when it last learned of
    any remote.
    """
    return max(_moments(common_dir, upstream, commit), default=0.0)


def refs_stamp(common_dir: str, upstream: str) -> tuple[object, ...]:
    """What differs after the upstream has moved; without one, after any remote's branch has."""
    places = [join(common_dir, "packed-refs"), join(common_dir, "reftable", "tables.list")]
    if upstream:
        places += [join(common_dir, REMOTES, upstream), join(common_dir, "refs/heads", upstream)]
    else:
        places += [folder for folder, _, _ in os.walk(join(common_dir, REMOTES))]
    return tuple(stamp(place) for place in places)


def fetches_stamp(common_dir: str) -> tuple[object, ...]:
    """What differs after any working tree of the clone has fetched."""
    return tuple(stamp(head) for head in _fetch_heads(common_dir))


def stamp(path: str) -> tuple[int, int, int] | None:
    """What differs after the file was written or replaced; None while there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _moments(common_dir: str, upstream: str, commit: str) -> Iterator[float]:
    for head in _fetch_heads(common_dir):
        yield _fetch_of(head, commit if upstream else "")
    remotes = join(common_dir, "logs", REMOTES)
    if not upstream:
        for folder, _, names in os.walk(remotes):
            yield from (_last_move(join(folder, name)) for name in names)
        return
    yield _last_move(join(remotes, upstream))
    yield from (_cloned(join(remotes, folder, "HEAD")) for folder in _above(upstream))
    yield (stamp(join(common_dir, REMOTES, upstream)) or (0,))[0] / 1e9


def _fetch_heads(common_dir: str) -> Iterator[str]:
    """What git notes of each working tree's last fetch; what they learned, they share."""
    yield join(common_dir, "FETCH_HEAD")
    try:
        with os.scandir(join(common_dir, "worktrees")) as entries:
            yield from (join(entry.path, "FETCH_HEAD") for entry in entries)
    except OSError:
        return  # no linked working trees


def _fetch_of(head: str, commit: str) -> float:
    """When a fetch ended that found some branch at this commit, or any fetch without one; or 0."""
    try:
        with open(head, "rb") as file:
            lines = file.read().splitlines()
            ended = os.fstat(file.fileno()).st_mtime
    except OSError:
        return 0.0
    found = lines and (not commit or any(line.startswith(commit.encode()) for line in lines))
    return ended if found else 0.0


def _last_move(log: str) -> float:
    """When a fetch or push last moved a remote's branch, as its log says."""
    return _moment((_lines(log, last=True) or [b""])[-1])


def _cloned(log: str) -> float:
    """When this clone was made, as the log of the remote's HEAD says."""
    first = (_lines(log) or [b""])[0]
    return _moment(first) if b"\tclone: " in first else 0.0


def _lines(log: str, last: bool = False) -> list[bytes]:
    try:
        with open(log, "rb") as file:
            if last:
                file.seek(max(0, os.fstat(file.fileno()).st_size - TAIL))
            return file.read(TAIL).splitlines()
    except OSError:
        return []


def _moment(line: bytes) -> float:
    """The moment in a line of a log: `old new Name <email> 1769860800 +0000<tab>what`."""
    words = line.partition(b"\t")[0].rpartition(b"> ")[2].split()
    return float(words[0]) if words and words[0].isdigit() and len(words[0]) < 13 else 0.0


def _above(upstream: str) -> Iterator[str]:
    """The folders above a branch: one of them is its remote, whose name may hold a `/` too."""
    while upstream := dirname(upstream):
        yield upstream
