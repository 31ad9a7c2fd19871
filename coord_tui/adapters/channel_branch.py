"""Tracks the channel on a branch of its own, so that git carries it and `git log -p` audits it.

Guarantees by plumbing alone that nothing of the user's is touched: no index, working tree, HEAD,
stash, worktree or hook. A branch that holds something else is refused, never written to.
"""

import os
from contextlib import suppress
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.channel_file import ChannelFile, lock
from coord_tui.adapters.git import Git, GitFailed
from coord_tui.errors import CoordError, EnvironmentFailed

NAME = "channel.jsonl"
"""The channel's file in the tree of its branch."""

ROOTS = frozenset(
    {
        "3801f805c40da6bd9870ba981d51618fea7d88ce",
        "2a88185a975885be7377f577e51a198d8f7a8c7ae7479d97e0766cd59e3ec5ff",
    }
)
"""The first commit of every channel, in SHA-1 and SHA-256 repositories: clones share it."""

ATTEMPTS = 5
"""How often a commit starts over when something else moves the branch meanwhile."""

_PLUMBING = (
    "core.hooksPath=/dev/null",
    "i18n.commitEncoding=UTF-8",  # another one would be part of the root commit
)


class BranchTaken(CoordError):
    """The branch is not the channel's to write; says why, and which key names another."""

    exit_code = 1


class _Tip(NamedTuple):
    """The last commit of a channel branch."""

    sha: str
    blob: str
    """The object that holds the channel."""
    others: tuple[bytes, ...] = ()
    """What else is in its tree, as `mktree` takes it: passed on untouched."""


class _Ref(NamedTuple):
    sha: str
    worktree: str
    """Where it is checked out; empty when nowhere."""


def commit_channel(
    file: ChannelFile, git: Git, branch: str, message: str, session: str = "coord-tui"
) -> str | None:
    """Commit the live channel to its branch; the new commit, or None when all was committed.

    Sessions that append at the same time are committed together, by the first. `session` signs
    where git knows no identity. Not to be called while the channel file is locked.

    Raises BranchTaken when the branch holds something else or is checked out, EnvironmentFailed
    when git fails; the live file has every event all the same.
    """
    if not file.exists():
        return None
    with lock(join(file.folder, "commit.lock")):
        return _Commit(file, git.configured(*_PLUMBING), branch, session).make(message)


def seed(file: ChannelFile, git: Git, branch: str, remote: str) -> bool:
    """Give a clone whose live file is missing the channel of its branch, or of the remote's.

    Where only the remote has the branch, as last fetched, the local one begins at the same commit.
    Whether there was one. Raises BranchTaken when that branch holds something else.
    """
    if file.exists():
        return False
    ours, theirs = f"refs/heads/{branch}", f"refs/remotes/{remote}/{branch}"
    refs = _refs(git, ours, theirs)
    ref = refs.get(ours) or refs.get(theirs)
    if ref is None:
        return False
    tip = _inspect(git, ref.sha, branch if ours in refs else f"{remote}/{branch}")
    _adopt(file, git.run("cat-file", "blob", tip.blob))
    if ours not in refs:
        _update_ref(git.configured(*_PLUMBING), ours, tip.sha, "")
    return True


def read_branch(git: Git, ref: str) -> bytes | None:
    """The channel as committed under a ref, None when there is none."""
    return git.ask("cat-file", "blob", f"{ref}:{NAME}")


class _Commit:
    """One commit of the channel, made under the commit lock."""

    __slots__ = ("_branch", "_file", "_git", "_memory", "_session")

    def __init__(self, file: ChannelFile, git: Git, branch: str, session: str) -> None:
        self._file = file
        self._git = git
        self._branch = branch
        self._session = session
        self._memory = join(file.folder, "committed")

    def make(self, message: str) -> str | None:
        """The new commit; starts over when the branch moves between reading and writing it."""
        for _ in range(ATTEMPTS):
            tip = self._tip()
            data = self._file.read()
            blob = _written(self._git, data)
            if tip and tip.blob == blob:
                self._remember(tip, len(data))
                return None
            tree = _tree(self._git, blob, tip.others if tip else ())
            parent = tip.sha if tip else _root(self._git)
            new = self._signed(tree, parent, message)
            if self._move(new, tip.sha if tip else ""):
                self._remember(_Tip(new, blob, tip.others if tip else ()), len(data))
                return new
        raise EnvironmentFailed(f"branch {self._branch!r} keeps moving: try again in a moment")

    def _tip(self) -> _Tip | None:
        """Where the branch is, once it is sure that the live file has all that it holds."""
        ref = _refs(self._git, self._ref).get(self._ref)
        if ref is None:
            return None
        if ref.worktree:
            raise BranchTaken(
                f"branch {self._branch!r} is checked out in {ref.worktree!r}: "
                "check out another branch there, or set channel.branch in coord.yaml to another"
            )
        if tip := self._remembered(ref.sha):
            return tip
        tip = _inspect(self._git, ref.sha, self._branch)
        _adopt(self._file, self._git.run("cat-file", "blob", tip.blob))
        return tip

    @property
    def _ref(self) -> str:
        return f"refs/heads/{self._branch}"

    def _remembered(self, sha: str) -> _Tip | None:
        """The tip as this clone left it: inspecting it again would walk the whole history.

        Not when the live file is shorter than it was: then lines have to come back to it.
        """
        try:
            with open(self._memory, encoding="ascii", errors="replace") as file:
                tip, blob, size = file.read().split(" ")
        except (OSError, ValueError):
            return None
        whole = len(blob) == len(sha) and size.isdigit() and self._file.size() >= int(size)
        return _Tip(sha, blob) if tip == sha and whole else None

    def _remember(self, tip: _Tip, size: int) -> None:
        if not tip.others:
            with suppress(OSError), open(self._memory, "w", encoding="ascii") as file:
                file.write(f"{tip.sha} {tip.blob} {size}")

    def _signed(self, tree: str, parent: str, message: str) -> str:
        """A commit by whom git says, or by the session where git knows nobody."""
        subject = "".join(c if c.isprintable() else " " for c in message).strip()
        data = f"{subject or 'Channel'}\n".encode("utf-8", "replace")
        command = ("commit-tree", tree, "-p", parent)
        made = self._git.ask(*command, input=data)
        if made is None:
            name = "".join(c if c.isalnum() or c in "-_" else "-" for c in self._session)
            signature = _identity(name or "coord-tui", f"{name}@localhost")
            made = self._git.run(*command, input=data, env=signature)
        return made.decode().strip()

    def _move(self, new: str, old: str) -> bool:
        """Put the branch from one commit to another; False when it is no longer at the old one."""
        try:
            _update_ref(self._git, self._ref, new, old)
        except GitFailed:
            ref = _refs(self._git, self._ref).get(self._ref)
            if (ref.sha if ref else "") == old:
                raise
            return False
        return True


def _refs(git: Git, *names: str) -> dict[str, _Ref]:
    """Those of the refs that exist."""
    fields = "%(refname)%00%(objectname)%00%(worktreepath)%00"
    words = git.run("for-each-ref", f"--format={fields}", *names).split(b"\0")
    texts = [os.fsdecode(word) for word in words]
    found = zip(texts[0::3], texts[1::3], texts[2::3], strict=False)
    return {name.lstrip("\n"): _Ref(sha, worktree) for name, sha, worktree in found}


def _inspect(git: Git, sha: str, branch: str) -> _Tip:
    """The channel that a commit holds; raises BranchTaken when it or its history is another's."""
    entries = git.run("ls-tree", "-z", sha).split(b"\0")[:-1]
    held = [entry for entry in entries if entry.endswith(b"\t" + NAME.encode())]
    kind, _, blob = held[0].split(b"\t")[0].rpartition(b" ") if held else (b"", b"", b"")
    if kind not in (b"100644 blob", b"100755 blob"):
        raise _taken(branch, f"no {NAME} at its top")
    begins = set(git.run("rev-list", "--max-parents=0", sha).decode().split())
    if not begins & (ROOTS | _cut_off(git)):
        raise _taken(branch, f"a {NAME} that coord-tui did not begin")
    return _Tip(sha, blob.decode(), tuple(entry for entry in entries if entry not in held))


def _cut_off(git: Git) -> set[str]:
    """The commits at which a shallow clone ends."""
    path = git.run("rev-parse", "--path-format=absolute", "--git-path", "shallow")
    try:
        with open(path.removesuffix(b"\n"), encoding="ascii") as file:
            return set(file.read().split())
    except FileNotFoundError:
        return set()


def _taken(branch: str, why: str) -> BranchTaken:
    return BranchTaken(
        f"branch {branch!r} holds something else ({why}): "
        "set channel.branch in coord.yaml to another name"
    )


def _adopt(file: ChannelFile, committed: bytes) -> None:
    """Append to the live file what only the branch has."""
    lines = [line for line in committed.split(b"\n") if line]
    if set(lines) <= set(file.read().split(b"\n")):
        return
    with file.locked() as held:
        live = set(held.read().split(b"\n"))
        held.adopt(b"".join(line + b"\n" for line in lines if line not in live))


def _root(git: Git) -> str:
    """The commit with which every channel begins: an empty one, the same wherever it is made."""
    tree = _tree(git, _written(git, b""))
    signature = _identity("coord-tui", "coord-tui@localhost", date="946684800 +0000")
    begin = git.run("commit-tree", tree, input=b"Start the channel\n", env=signature)
    return begin.decode().strip()


def _written(git: Git, data: bytes) -> str:
    return git.run("hash-object", "-w", "--stdin", input=data).decode().strip()


def _tree(git: Git, blob: str, others: tuple[bytes, ...] = ()) -> str:
    entries = (f"100644 blob {blob}\t{NAME}".encode(), *others)
    data = b"".join(entry + b"\0" for entry in entries)
    # --missing: a partial clone would fetch the others only to see that they are there
    return git.run("mktree", "-z", "--missing", input=data).decode().strip()


def _update_ref(git: Git, ref: str, new: str, old: str) -> None:
    """Move a ref that is at `old`; an empty `old`: that does not exist yet."""
    git.run("update-ref", "-m", "coord: channel", ref, new, old or "0" * len(new))


def _identity(name: str, email: str, date: str = "") -> dict[str, str]:
    words = {"NAME": name, "EMAIL": email} | ({"DATE": date} if date else {})
    return {f"GIT_{who}_{k}": v for who in ("AUTHOR", "COMMITTER") for k, v in words.items()}
