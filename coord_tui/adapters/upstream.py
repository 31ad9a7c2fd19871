"""The upstream of the branch that is checked out: what it is, what it holds, pushing to it.

A fetch is the user's own: it updates what their git remembers of the remote, but for the channel's
branch, which has its own ways. What it brings is read from a ref of this program and this working
tree, for anybody may fetch meanwhile. A push is never forced, and runs the user's hooks.
"""

from __future__ import annotations

import os
from functools import partial
from typing import NamedTuple

from coord_tui.adapters.channel_remote import LOCKED, NO_BRANCH, TAB, Away
from coord_tui.adapters.checked_out import HEADS
from coord_tui.adapters.git import GitFailed, TookTooLong, last_words
from coord_tui.adapters.locked_index import unhurried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coord_tui.adapters.git import Git

REMOTES = "refs/remotes/"
ASKED = "refs/worktree/coord/upstream"
"""Where a fetch notes what the upstream holds, until it is read; each working tree has its own."""
SHAPE = "%00".join(
    f"%({field})"
    for field in ("upstream", "upstream:remotename", "upstream:remoteref", "push:remotename")
)
SAID_NO = "error: failed to push some refs"
"""What git says last when the remote was reached, or a hook of one's own said no before."""
CONFIG_LOCKED = "could not lock config file"
MADE = ("commit:", "commit (", "rebase (pick)", "rebase (reword)")
"""How git's reflog begins for what was committed here."""
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


def fetch(git: Git, upstream: Upstream, channel: str, timeout: float) -> str:
    """The commit that the upstream holds; empty when it is gone.

    `channel` is the channel's branch on that remote, empty if it has none. Raises: Away.
    """
    name = upstream.remote
    if name == ".":
        return commit_of(git, upstream.ref)
    more = [f"+{upstream.ref}:{ASKED}"]
    if channel and upstream.tracking:
        more.append(f"^{HEADS}{channel}")
    # with those that the user has configured, if the upstream is one of them; else alone
    settings = [f"remote.{name}.fetch={one}" for one in more] if upstream.tracking else []
    which = () if upstream.tracking else more
    code, why = _fetched(git.configured(*settings), (name, *which), timeout)
    if code and NO_BRANCH in why:
        return ""
    if code:
        raise Away(f"{name} does not answer: {why}")
    tip = commit_of(git, ASKED)
    git.ask("update-ref", "-d", ASKED)
    return tip


def _fetched(git: Git, what: tuple[str, ...], timeout: float) -> tuple[int, str]:
    def attempt() -> tuple[int, bytes, bytes]:
        try:
            return git.result("fetch", "--quiet", "--", *what, timeout=timeout)
        except TookTooLong:
            raise Away(f"{what[0]} did not answer within {timeout:.0f} s") from None

    code, _, said = unhurried(attempt, LOCKED)
    return code, last_words(said.decode("utf-8", "replace"))


def apart(git: Git, one: str, other: str) -> tuple[int, int]:
    """How many commits each has that the other has not. Raises: EnvironmentFailed."""
    counts = git.run("rev-list", "--left-right", "--count", f"{one}...{other}", "--").split()
    return int(counts[0]), int(counts[1])


def merge_base(git: Git, one: str, other: str) -> str:
    """Where the two went apart; empty when they have nothing in common."""
    return _text(git.ask("merge-base", one, other) or b"")


def made_by(git: Git, branch: str, action: str) -> set[str]:
    """The commits that the branch's reflog says an action made, or moved.

    Each run of an action has a mark of its own (see `marked`), which only its first commit counts
    for: a hook's commits inherit it. The words after the colon are the message, and no proof.
    """
    made: dict[str, str] = {}
    moved: set[str] = set()
    for sha, words in _reflog(git, HEADS + branch):
        told, _, rest = words.partition(": ")
        if told.startswith(f"{action}, moved onto "):
            moved |= {*rest.split()} - {told.split()[-1]}
        elif told.startswith(f"{action} #"):
            made[told] = sha  # the newest comes first, so the first one stays
    return {*made.values(), *moved}


def made_here(git: Git) -> set[str]:
    """The commits that the reflog says somebody made in this working tree, and did not pull."""
    return {sha for sha, words in _reflog(git, "HEAD") if words.startswith(MADE)}


def _reflog(git: Git, ref: str) -> Iterator[tuple[str, str]]:
    """Commits at which a ref was, the newest first, each with what brought it there."""
    shape = "--format=%H %gs"
    asked = ("log", "--walk-reflogs", "--max-count=500", "--no-show-signature", shape)
    for line in (git.ask(*asked, ref, "--") or b"").decode("utf-8", "replace").split("\n"):
        sha, _, words = line.partition(" ")
        yield sha, words


def marked(action: str) -> str:
    """What a reflog shall say of one commit that the action makes."""
    return f"{action} #{os.urandom(4).hex()}"


def moves(action: str, onto: str, commits: Sequence[str]) -> str:
    """What a reflog shall say of commits that the action moved."""
    return f"{action}, moved onto {onto}: {' '.join(commits)}"


def has_hook(git: Git, name: str) -> bool:
    """Whether git would run a hook of that name."""
    asked = ("rev-parse", "--path-format=absolute", "--git-path", f"hooks/{name}")
    return os.access(_text(git.run(*asked)), os.X_OK)


def set_upstream(git: Git, branch: str, remote: str, ref: str) -> None:
    """Have git take the remote's ref for the branch's upstream. Raises: EnvironmentFailed."""
    for key, value in (("remote", remote), ("merge", ref)):
        setting = ("config", f"branch.{branch}.{key}", value)
        code, _, said = unhurried(partial(git.result, *setting), CONFIG_LOCKED)
        if code:
            raise GitFailed(last_words(said.decode("utf-8", "replace")))


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
