"""The channel's branch on the remote: what it holds, and the push that only one of many can win.

Git's push of a ref is the compare-and-swap: it names the exact commit that is to be replaced, which
the new one always goes on from, so nothing on the remote is ever overwritten.
"""

from __future__ import annotations

from coord_tui.adapters.channel_tip import find_refs, inspect
from coord_tui.adapters.git import TookTooLong, last_words
from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.channel_tip import Tip
    from coord_tui.adapters.git import Git

TAB = "\t"
NO_BRANCH = "couldn't find remote ref"
"""What git says (in the C locale) of a remote without the branch."""

LOCKED = "cannot lock ref"
"""What git says when a lock file of this clone is in the way, or of the remote."""

QUIET_FETCH = (
    "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance",
    "--no-recurse-submodules", "--refmap=",
)  # fmt: skip
"""Fetch that one branch and touch nothing else."""


class Away(EnvironmentFailed):
    """The remote does not answer, or does not take what it is sent; the message says why."""


class Remote:
    """One remote's branch, as this clone reaches it."""

    __slots__ = ("_branch", "_git", "_known", "_name")

    def __init__(self, git: Git, name: str, branch: str, known: Tip | None = None) -> None:
        """`known` is what the branch held when it was last inspected."""
        self._git = git
        self._name = name
        self._branch = branch
        self._known = known

    @property
    def known(self) -> Tip | None:
        """What the branch held when it was last asked; None: there was no such branch."""
        return self._known

    def fetch(self, timeout: float) -> Tip | None:
        """What the branch holds now, None while there is none; git is given `timeout` seconds.

        Raises Away, and BranchTaken when the branch holds something else.
        """
        theirs = f"refs/remotes/{self._name}/{self._branch}"
        refspec = f"+refs/heads/{self._branch}:{theirs}"
        code, _, said = self._ask("fetch", *QUIET_FETCH, self._name, refspec, timeout=timeout)
        why = last_words(said)
        if code and NO_BRANCH in why:
            self._known = None
            return None
        if code and LOCKED in why:
            raise Away(f"this clone cannot note what {self._name} has: {why}")
        if code:
            raise Away(f"{self._name} does not answer: {why}")
        ref = find_refs(self._git, theirs).get(theirs)
        if ref is None:
            raise Away(f"{self._name} was fetched, but {theirs} is not there: try again")
        if self._known is None or self._known.sha != ref.sha:
            shown = f"{self._name}/{self._branch}"
            since = self._known.sha if self._known else ""
            self._known = inspect(self._git, ref.sha, shown, since)
        return self._known

    def read(self, tip: Tip) -> bytes:
        """The channel that a fetched tip holds."""
        return self._git.run("cat-file", "blob", tip.blob)

    def push(self, new: Tip, timeout: float) -> str:
        """Put the branch from what it held when last asked to `new`; empty when it is done.

        Else why the remote did not take it: somebody else's push came first, or it does not allow
        it, which the next `fetch` tells apart. Raises Away when it does not answer.
        """
        ref = f"refs/heads/{self._branch}"
        expected = self._known.sha if self._known else ""
        code, out, said = self._ask(
            "push", "--quiet", "--porcelain", "--no-verify", "--no-recurse-submodules",
            "--no-signed", f"--force-with-lease={ref}:{expected}", self._name, f"{new.sha}:{ref}",
            timeout=timeout,
        )  # fmt: skip
        if not code:
            self._known = new
            return ""
        rejected = next((line for line in out.split("\n") if line.startswith("!")), "")
        if not rejected:
            raise Away(f"{self._name} does not answer: {last_words(said)}")
        return f"{rejected.rpartition(TAB)[2]}: {_remote_words(said)}".removesuffix(": ")

    def _ask(self, *args: str, timeout: float) -> tuple[int, str, str]:
        if timeout <= 0:
            raise Away(f"{self._name} did not answer in time")
        try:
            return self._git.attempt(*args, timeout=timeout)
        except TookTooLong:
            raise Away(f"{self._name} did not answer within {timeout:.0f} s") from None


def _remote_words(said: str) -> str:
    """What the remote itself says of a push that it rejects: its git's complaint, or its hook's."""
    lines = [line[8:].strip() for line in said.split("\n") if line.startswith("remote: ")]
    return last_words("\n".join(lines)) if lines else ""
