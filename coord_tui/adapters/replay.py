"""Puts commits on top of another one without a working tree, so that a conflict changes nothing.

Git's own merge machinery does it in memory. Author, date and message stay as they are; a commit
whose change is there already is left out.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from coord_tui.adapters.git import GitFailed, last_words
from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git

LIMIT = 120.0
"""Seconds that git may take to merge one commit."""
MERGE = ("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages")
TOO_OLD = "git 2.38 or newer can put commits on top of others: install it, or `git rebase` by hand"


class Own(NamedTuple):
    """A commit and its parents."""

    sha: str
    parents: tuple[str, ...]


class Replayed(NamedTuple):
    """The commits on their new base, or the one that did not fit."""

    tip: str
    became: dict[str, str]
    """Each old commit and the new one; one that was left out became what it was put on."""
    stuck: str = ""
    """The commit that conflicts."""
    conflicts: tuple[str, ...] = ()
    """The files in which it does."""


def own_commits(git: Git, base: str, head: str) -> list[Own]:
    """The commits of `head` that `base` does not have, the oldest first."""
    listed = git.run("rev-list", "--reverse", "--topo-order", "--parents", f"{base}..{head}", "--")
    lines = (line.split() for line in listed.decode("ascii").splitlines())
    return [Own(sha, tuple(parents)) for sha, *parents in lines]


def replay(git: Git, commits: list[Own], onto: str, signs: bool = False) -> Replayed:
    """Put commits without merges on top of `onto`, the oldest first.

    Nothing but git's objects is written. Raises: EnvironmentFailed when git fails or is too old.
    """
    became: dict[str, str] = {}
    tip = onto
    for sha, (parent, *_) in commits:
        tree, conflicts = _merged(git, parent, sha, tip)
        if conflicts:
            return Replayed(onto, {}, sha, conflicts)
        if tree != _tree(git, tip) or _tree(git, sha) == _tree(git, parent):
            tip = _like(git, sha, tree, tip, signs)
        became[sha] = tip
    return Replayed(tip, became)


def _merged(git: Git, parent: str, sha: str, tip: str) -> tuple[str, tuple[str, ...]]:
    """The tree of `tip` with what `sha` did to its parent, and the files in conflict.

    A commit with the tip's tree and the same parent makes that parent the base of the merge; git
    can be told the base by name only since 2.40.
    """
    if _tree(git, tip) == _tree(git, parent):
        return _tree(git, sha), ()
    made = git.run("commit-tree", "-p", parent, "-m", "side", _tree(git, tip))
    code, out, said = git.result(*MERGE, os.fsdecode(made.strip()), sha, timeout=LIMIT)
    tree, *files = os.fsdecode(out).split("\0")
    if code not in (0, 1) or not tree:
        words = said.decode("utf-8", "replace")
        raise (
            EnvironmentFailed(TOO_OLD)
            if "usage:" in words
            else GitFailed(f"git merge-tree: {last_words(words)}")
        )
    return tree, tuple(dict.fromkeys(filter(None, files))) if code else ()


def _tree(git: Git, commit: str) -> str:
    return os.fsdecode(git.run("rev-parse", "--verify", f"{commit}^{{tree}}").strip())


def _like(git: Git, sha: str, tree: str, parent: str, signs: bool) -> str:
    """A commit of that tree with the author, the date and the message of another."""
    head, _, message = git.run("cat-file", "commit", sha).partition(b"\n\n")
    headers = dict(line.partition(b" ")[::2] for line in reversed(head.split(b"\n")))
    who, _, when = headers[b"author"].rpartition(b"> ")
    name, _, email = who.rpartition(b"<")
    author = {"NAME": name.strip(), "EMAIL": email, "DATE": b"@" + when}
    encoding = os.fsdecode(headers.get(b"encoding", b"UTF-8"))
    made = git.configured(f"i18n.commitEncoding={encoding}").run(
        "commit-tree", "-p", parent, "-F", "-", *(("-S",) if signs else ()), tree,
        input=message, env={f"GIT_AUTHOR_{key}": os.fsdecode(v) for key, v in author.items()},
    )  # fmt: skip
    return os.fsdecode(made.strip())
