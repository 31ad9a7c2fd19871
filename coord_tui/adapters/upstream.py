"""The upstream of the branch that is checked out: what it is, what it holds, pushing to it.

A fetch is the user's own: it updates what their git remembers of the remote, but for the channel's
branch, which has its own ways. A push is never forced, and runs the user's hooks.
"""

from __future__ import annotations

import os
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.channel_remote import LOCKED, NO_BRANCH, TAB, Away
from coord_tui.adapters.git import TookTooLong, last_words
from coord_tui.adapters.locked_index import unhurried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coord_tui.adapters.git import Git

HEADS, REMOTES = "refs/heads/", "refs/remotes/"
SHAPE = "%00".join(
    f"%({field})"
    for field in ("upstream", "upstream:remotename", "upstream:remoteref", "push:remotename")
)
SAID_NO = "error: failed to push some refs"
"""What git says last when the remote was reached, or a hook of one's own said no before."""
HUNG_UP = "the remote end hung up"


class Upstream(NamedTuple):
    """The branch that is checked out, and where it comes from and goes to."""

    branch: str = ""
    """Empty when HEAD is on none."""
    head: str = ""
    """The commit at HEAD; empty on an unborn branch."""
    remote: str = ""
    """Whose branch the upstream is: a name or an address; `.` is this clone, empty: none is set."""
    ref: str = ""
    """The upstream as that remote calls it: `refs/heads/main`."""
    tracking: str = ""
    """Where this clone remembers it, if it does."""
    pushes_to: str = ""
    """The remote to which the user has this branch pushed, when it is another."""

    @property
    def shown(self) -> str:
        """The upstream as people write it."""
        known = self.tracking.removeprefix(REMOTES).removeprefix(HEADS)
        return known or f"{self.remote}/{self.ref.removeprefix(HEADS)}"


def find_upstream(git: Git) -> Upstream:
    """What is checked out, and its upstream. Raises: EnvironmentFailed when git fails."""
    ref = _text(git.ask("symbolic-ref", "--quiet", "HEAD") or b"")
    head = commit_of(git, "HEAD")
    if not ref.startswith(HEADS):
        return Upstream(head=head)
    found = _text(git.run("for-each-ref", f"--format={SHAPE}", ref)).split("\n")[0]
    tracking, remote, theirs, pushes_to = found.split("\0") if found else ("", "", "", "")
    name = ref.removeprefix(HEADS)
    if not tracking:  # git knows more than it says: it keeps no trace of that remote's branch
        remote, theirs = (_setting(git, f"branch.{name}.{key}") for key in ("remote", "merge"))
    apart = pushes_to if remote and pushes_to != remote else ""
    return Upstream(name, head, remote if theirs else "", theirs, tracking, apart)


def _setting(git: Git, key: str) -> str:
    return _text(git.ask("config", "--get", key) or b"")


def commit_of(git: Git, name: str) -> str:
    """The commit that a name means; empty when there is none."""
    return _text(git.ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") or b"")


def fetch(git: Git, upstream: Upstream, git_dir: str, channel: str, timeout: float) -> str:
    """The commit that the upstream holds now; empty when it is gone.

    `channel` is the channel's branch on that remote, empty if it has none. Raises: Away.
    """
    name = upstream.remote
    if name == ".":
        return commit_of(git, upstream.ref)
    leave = (f"remote.{name}.fetch=^{HEADS}{channel}",) if channel and upstream.tracking else ()
    which = () if upstream.tracking else (upstream.ref,)
    code, why = _fetched(git.configured(*leave), (name, *which), timeout)
    if code and NO_BRANCH in why:
        return ""
    if code:
        raise Away(f"{name} does not answer: {why}")
    return _marked_for_merge(git_dir) or _remembered(git, upstream, timeout)


def _fetched(git: Git, what: tuple[str, ...], timeout: float) -> tuple[int, str]:
    def attempt() -> tuple[int, bytes, bytes]:
        try:
            return git.result("fetch", "--quiet", "--", *what, timeout=timeout)
        except TookTooLong:
            raise Away(f"{what[0]} did not answer within {timeout:.0f} s") from None

    code, _, said = unhurried(attempt, LOCKED)
    return code, last_words(said.decode("utf-8", "replace"))


def _marked_for_merge(git_dir: str) -> str:
    """What the fetch brought for the branch that is checked out, as git noted it."""
    try:
        with open(join(git_dir, "FETCH_HEAD"), encoding="utf-8", errors="replace") as file:
            lines = [line.split(TAB) for line in file]
    except OSError:
        return ""
    return next((line[0] for line in lines if len(line) > 2 and not line[1]), "")


def _remembered(git: Git, upstream: Upstream, timeout: float) -> str:
    """What this clone remembers of the upstream, if the remote still has that branch."""
    asked = ("ls-remote", "--exit-code", "--quiet", "--", upstream.remote, upstream.ref)
    there = git.ask(*asked, timeout=timeout)
    return commit_of(git, upstream.tracking) if there and upstream.tracking else ""


def apart(git: Git, one: str, other: str) -> tuple[int, int]:
    """How many commits each has that the other has not. Raises: EnvironmentFailed."""
    counts = git.run("rev-list", "--left-right", "--count", f"{one}...{other}", "--").split()
    return int(counts[0]), int(counts[1])


def merge_base(git: Git, one: str, other: str) -> str:
    """Where the two went apart; empty when they have nothing in common."""
    return _text(git.ask("merge-base", one, other) or b"")


def made_by(git: Git, branch: str, action: str) -> set[str]:
    """The commits that the branch's reflog says an action made, or moved."""
    shape = "--format=%H %gs"
    asked = ("log", "--walk-reflogs", "--max-count=500", "--no-show-signature", shape)
    said = git.ask(*asked, HEADS + branch, "--") or b""
    found: set[str] = set()
    for line in said.decode("utf-8", "replace").splitlines():
        sha, _, words = line.partition(" ")
        if words.startswith(f"{action}: onto "):
            found |= {sha, *words.split()[1:]}
        elif words.startswith(f"{action}:"):
            found.add(sha)
    return found


def has_hook(git: Git, name: str) -> bool:
    """Whether git would run a hook of that name."""
    asked = ("rev-parse", "--path-format=absolute", "--git-path", f"hooks/{name}")
    return os.access(_text(git.run(*asked)), os.X_OK)


def set_upstream(git: Git, branch: str, remote: str, ref: str) -> None:
    """Have git take the remote's ref for the branch's upstream. Raises: EnvironmentFailed."""
    git.run("config", f"branch.{branch}.remote", remote)
    git.run("config", f"branch.{branch}.merge", ref)


def push(git: Git, remote: str, sha: str, ref: str, timeout: float, env: Mapping[str, str]) -> str:
    """Put the remote's ref forward to that commit; empty when it is done.

    Else why not: others were faster, or it is not allowed, which the next fetch tells apart; or a
    hook of the user's own said no. Raises: Away when the remote does not answer.
    """
    try:
        code, out, said = git.result(
            "push", "--porcelain", "--quiet", "--", remote, f"{sha}:{ref}", timeout=timeout, env=env
        )
    except TookTooLong:
        raise Away(f"{remote} did not take it within {timeout:.0f} s") from None
    if not code:
        return ""
    words, printed = said.decode("utf-8", "replace"), out.decode("utf-8", "replace")
    rejected = next((line for line in printed.split("\n") if line.startswith(f"!{TAB}")), "")
    if rejected:
        return f"{rejected.rpartition(TAB)[2]}: {_remote_words(words)}".removesuffix(": ")
    if SAID_NO not in words or HUNG_UP in words or not has_hook(git, "pre-push"):
        raise Away(f"{remote} does not answer: {last_words(words)}")
    return f"the pre-push hook says no: {told(printed + words.partition(SAID_NO)[0])}"


def _remote_words(said: str) -> str:
    """What the remote's own git or hooks say of a push that it rejects."""
    lines = [line[8:] for line in said.split("\n") if line.startswith("remote: ")]
    return told("\n".join(lines)) if lines else ""


LONGEST = 300
"""Characters of a hook's words that one line bears."""


def told(said: str) -> str:
    """What a hook said, in one line; the end of what is too long, where the verdict stands."""
    words = "; ".join(line.strip() for line in said.splitlines() if line.strip())
    return (f"…{words[-LONGEST:]}" if len(words) > LONGEST else words) or "it gave no reason"


def _text(output: bytes) -> str:
    return os.fsdecode(output.removesuffix(b"\n"))
