"""Tracks the channel on a branch of its own, so that git carries it and `git log -p` audits it.

Guarantees by plumbing alone that nothing of the user's is touched: no index, working tree, HEAD,
stash, worktree or hook. A branch that holds something else is refused, never written to.
"""

from contextlib import suppress
from os.path import dirname, join
from typing import NamedTuple

from coord_tui.adapters.channel_file import ChannelFile, lock
from coord_tui.adapters.channel_tip import (
    NAME,
    BranchTaken,
    Tip,
    find_refs,
    inspect,
    is_left_alone,
    own_ref,
)
from coord_tui.adapters.git import Git, GitFailed
from coord_tui.errors import EnvironmentFailed

ATTEMPTS = 5
"""How often a commit starts over when something else moves the branch meanwhile."""

COMMITTING = "commit.lock"
"""The lock under which the branch is moved."""
NO_BASE = "-"
"""Stands in that memory where the branch was not left on a tip of the remote's."""
MEMORY = "committed"
"""Where this clone remembers how it left the branch, beside the live channel."""

_PLUMBING = (
    "core.hooksPath=/dev/null",
    "i18n.commitEncoding=UTF-8",  # another one would be part of the root commit
)


class Committed(NamedTuple):
    """The branch after a commit."""

    tip: Tip
    size: int
    """Bytes of the live channel that it holds."""
    new: bool
    """Whether there was anything to commit."""


def commit_channel(
    file: ChannelFile,
    git: Git,
    branch: str,
    message: str,
    session: str = "coord-tui",
    *,
    base: Tip | None = None,
    signs: bool = False,
) -> Committed | None:
    """Commit the live channel to its branch, on top of `base` if given; None: there is no channel.

    Sessions that append at the same time are committed together, by the first. A branch that does
    not go on from `base` (the remote's tip) is put there: its lines are in the live file, and stay.
    `session` signs where git knows no identity. Not to be called while the channel file is locked.

    Raises BranchTaken when the branch holds something else or is checked out, EnvironmentFailed
    when git fails; the live file has every event all the same.
    """
    if not file.exists():
        return None
    with lock(join(file.folder, COMMITTING)):
        plumbing = git.configured(*_PLUMBING)
        return _Commit(file, plumbing, branch, session, base, signs).make(message)


def seed(file: ChannelFile, git: Git, branch: str, remote: str) -> str:
    """Give a clone whose live file is missing the channel of its branch, or of the remote's.

    Where only the remote has the branch, as last fetched, the local one begins at the same commit.
    The branch from which it was taken, `REMOTE/BRANCH` for the remote's; empty when there was none.
    Raises BranchTaken when that branch holds something else.
    """
    if file.exists():
        return ""
    ours, theirs = f"refs/heads/{branch}", f"refs/remotes/{remote}/{branch}"
    refs = find_refs(git, ours, theirs)
    ref = refs.get(ours) or refs.get(theirs)
    if ref is None:
        return ""
    origin = branch if ours in refs else f"{remote}/{branch}"
    tip = inspect(git, ref.sha, origin)
    _adopt(file, git.run("cat-file", "blob", tip.blob))
    if ours not in refs:
        with suppress(BranchTaken):  # the first commit says so
            own_ref(git, branch)
            _update_ref(git.configured(*_PLUMBING), ours, tip.sha, "")
    return origin


def put_branch(file: ChannelFile, git: Git, branch: str, tip: Tip, size: int) -> None:
    """Put the branch to the remote's tip, because lines that it brought were withdrawn.

    Else the next commit would take them for lost, and bring them back from the branch. `size` is
    how many bytes of the live channel the tip holds. To be called under the lock `COMMITTING`,
    which whoever needs both takes before the channel's. Raises: as `commit_channel`.
    """
    _Commit(file, git.configured(*_PLUMBING), branch, "", tip).put(size)


class _Commit:
    """One commit of the channel, made under the commit lock."""

    __slots__ = ("_base", "_branch", "_file", "_git", "_memory", "_session", "_signs")

    def __init__(
        self,
        file: ChannelFile,
        git: Git,
        branch: str,
        session: str,
        base: Tip | None = None,
        signs: bool = False,
    ) -> None:
        self._file = file
        self._git = git
        self._branch = branch
        self._session = session
        self._base = base
        self._signs = signs
        self._memory = join(file.folder, MEMORY)

    def make(self, message: str) -> Committed:
        """Commit; starts over when the branch moves between reading and writing it."""
        for _ in range(ATTEMPTS):
            own = self._own_tip()
            start = own if own and self._is_based(own) else self._base
            data = self._file.read()
            blob = _written(self._git, data)
            tip = start if start and start.blob == blob else self._next(start, blob, message)
            if own == tip or self._move(tip.sha, own.sha if own else ""):
                self._remember(tip, len(data))
                return Committed(tip, len(data), tip is not start)
        raise EnvironmentFailed(f"branch {self._branch!r} keeps moving: try again in a moment")

    def put(self, size: int) -> None:
        """Put the branch to the base."""
        base, ref = self._base, own_ref(self._git, self._branch)
        if base and self._move(base.sha, ref.sha if ref else ""):
            self._remember(base, size)

    def _own_tip(self) -> Tip | None:
        """Where the branch is, once it is sure that the live file has all that it holds."""
        left_at = self._read_memory()[0]
        tip = self._remembered(left_at)
        if tip and is_left_alone(dirname(self._file.folder), self._branch, left_at):
            return tip
        ref = own_ref(self._git, self._branch)
        if ref is None:
            return None
        if tip := self._remembered(ref.sha):
            return tip
        tip = inspect(self._git, ref.sha, self._branch)
        _adopt(self._file, self._git.run("cat-file", "blob", tip.blob))
        return tip

    def _is_based(self, own: Tip) -> bool:
        """Whether the branch goes on from the remote's tip, so that it can be pushed as it is."""
        base = self._base
        if base is None or base.sha == own.sha:
            return True
        tip, _, _, left_on = self._read_memory()
        if tip == own.sha and left_on != NO_BASE:
            return left_on == base.sha
        return self._git.ask("merge-base", "--is-ancestor", base.sha, own.sha) is not None

    def _next(self, start: Tip | None, blob: str, message: str) -> Tip:
        others = start.others if start else ()
        tree = _tree(self._git, blob, others)
        parent = start.sha if start else _root(self._git)
        return Tip(self._signed(tree, parent, message), blob, others)

    @property
    def _ref(self) -> str:
        return f"refs/heads/{self._branch}"

    def _remembered(self, sha: str) -> Tip | None:
        """The tip as this clone left it: inspecting it again would walk the whole history.

        Not when the live file is shorter than it was: then lines have to come back to it.
        """
        tip, blob, size, _ = self._read_memory()
        whole = len(blob) == len(sha) and size.isdigit() and self._file.size() >= int(size)
        return Tip(sha, blob) if tip == sha and whole else None

    def _read_memory(self) -> tuple[str, str, str, str]:
        """The tip, its blob, the size of the live file, and the base it was left on."""
        try:
            with open(self._memory, encoding="ascii", errors="replace") as file:
                tip, blob, size, base = file.read().split(" ")
        except (OSError, ValueError):
            return "", "", "", NO_BASE
        return tip, blob, size, base

    def _remember(self, tip: Tip, size: int) -> None:
        base = self._base.sha if self._base else NO_BASE
        if not tip.others:
            with suppress(OSError), open(self._memory, "w", encoding="ascii") as file:
                file.write(f"{tip.sha} {tip.blob} {size} {base}")

    def _signed(self, tree: str, parent: str, message: str) -> str:
        """A commit by whom git says, or by the session where git knows nobody."""
        subject = "".join(c if c.isprintable() else " " for c in message).strip()
        data = f"{subject or 'Channel'}\n".encode("utf-8", "replace")
        command = ("commit-tree", tree, "-p", parent, *(("-S",) if self._signs else ()))
        made = self._git.ask(*command, input=data)
        if made is None and self._signs:
            return self._git.run(*command, input=data).decode().strip()  # says what is wrong
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
            ref = find_refs(self._git, self._ref).get(self._ref)
            if (ref.sha if ref else "") == old:
                raise
            return False
        return True


def _adopt(file: ChannelFile, committed: bytes) -> None:
    """Append to the live file what only the branch has, save for what was withdrawn."""
    from coord_tui.adapters.withdrawn_file import read_withdrawn  # seldom needed

    lost = [f'"id":"{one.event.id}"'.encode() for one in read_withdrawn(file)]
    split = (line for line in committed.split(b"\n") if line)
    lines = [line for line in split if not any(id in line for id in lost)]
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
