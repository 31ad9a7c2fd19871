"""Says whether two clones are of one project, so that a plan can name no repository of another.

They are when they share a remote, when one is the other's remote, or when recent history of one is
in the other. Nothing is fetched for it, and no command that a repository configures is run.
"""

from __future__ import annotations

import os
from functools import lru_cache
from os.path import join, realpath
from urllib.parse import unquote

from coord_tui.adapters.commits import known_commits
from coord_tui.adapters.fetched import stamp
from coord_tui.adapters.git import Git
from coord_tui.errors import CoordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.worktree_list import TreePlace

SECONDS = 5.0
"""How long git may take for one question."""
RECENT = 200
"""Commits of a HEAD that the other is asked for: both may have gone on since they parted."""
HARMLESS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "protocol.allow=never")
REMOTES = r"^remote\..*\.url$"


def same_project(own: TreePlace, other: TreePlace) -> bool:
    """Whether both trees are of one project; asked of git again when either's HEAD or remotes are.

    What git cannot tell is not so: a repository that it cannot read is a stranger's.
    """
    try:
        return _judged(own, other, (*_stamps(own), *_stamps(other)))
    except CoordError:
        return False  # not kept: the next look asks again


def address(url: str, top: str) -> str:
    """A remote's address in one way of writing it; a folder's is absolute, without links."""
    scheme, mark, rest = url.partition("://")
    if mark and scheme.lower() != "file":
        host, slash, path = rest.partition("/")
        url = f"{scheme.lower()}://{host.rpartition('@')[2].lower()}{slash}{path}"
    elif mark or ":" not in url.partition("/")[0]:
        url = realpath(join(top, unquote(rest) if mark else url)) if url else ""
    return url.rstrip("/").removesuffix("/.git").removesuffix(".git").rstrip("/")


@lru_cache(maxsize=64)
def _judged(own: TreePlace, other: TreePlace, stamps: object) -> bool:
    """The answer for as long as the stamps are these."""
    mine, theirs = _remotes(own), _remotes(other)
    if mine & theirs or mine & _folders(other) or theirs & _folders(own):
        return True
    return _has_recent(own, other) or _has_recent(other, own)


def _stamps(place: TreePlace) -> tuple[object, ...]:
    """What differs after a commit, a switch of branches, or a change of the remotes."""
    heads = (stamp(join(place.git_dir, name)) for name in ("HEAD", "logs/HEAD"))
    return (stamp(join(place.common_dir, "config")), *heads)


def _git(place: TreePlace) -> Git:
    return Git(place.top, place.git_dir).configured(*HARMLESS).within(SECONDS)


def _remotes(place: TreePlace) -> frozenset[str]:
    listed = _git(place).ask("config", "--null", "--get-regexp", REMOTES) or b""
    urls = (entry.partition("\n")[2] for entry in os.fsdecode(listed).split("\0"))
    return frozenset(filter(None, (address(url.strip(), place.top) for url in urls)))


def _folders(place: TreePlace) -> frozenset[str]:
    """As what a remote may name this repository."""
    return frozenset({address(place.top, "/"), address(place.common_dir, "/")})


def _has_recent(place: TreePlace, other: TreePlace) -> bool:
    """Whether one has a recent commit of the other."""
    listed = _git(other).ask("rev-list", f"--max-count={RECENT}", "HEAD", "--") or b""
    recent = listed.decode("ascii").split()
    return bool(recent and known_commits(_git(place), recent))
