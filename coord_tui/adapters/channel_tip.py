"""Judges whether a branch is the channel's to write, and finds what it holds; it writes nothing."""

import os
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.errors import CoordError

NAME = "channel.jsonl"
"""The channel's file in the tree of its branch."""

ROOTS = frozenset(
    {
        "3801f805c40da6bd9870ba981d51618fea7d88ce",
        "2a88185a975885be7377f577e51a198d8f7a8c7ae7479d97e0766cd59e3ec5ff",
    }
)
"""The first commit of every channel, in SHA-1 and SHA-256 repositories: clones share it."""

RENAME = "set channel.branch in coord.yaml to another name"


class BranchTaken(CoordError):
    """The branch is not the channel's to write; says why, and which key names another."""

    exit_code = 1

    def __init__(self, why: str, first: str = "") -> None:
        """`first` is what may be done instead of taking another name."""
        super().__init__(f"{why}: {first}{RENAME}")
        self.why = why
        self.way_out = f"{first}{RENAME}"


class Tip(NamedTuple):
    """The last commit of a channel branch."""

    sha: str
    blob: str
    """The object that holds the channel."""
    others: tuple[bytes, ...] = ()
    """What else is in its tree, as `mktree` takes it: passed on untouched."""


class Ref(NamedTuple):
    """A branch as it is."""

    sha: str
    worktree: str
    """Where it is checked out; empty when nowhere."""


def committed(git: Git, branch: str) -> bytes | None:
    """The channel as its branch holds it, None while there is no such branch.

    Raises BranchTaken when the branch is not to be written to.
    """
    ref = own_ref(git, branch)
    return git.run("cat-file", "blob", inspect(git, ref.sha, branch).blob) if ref else None


def own_ref(git: Git, branch: str) -> Ref | None:
    """The branch, None when there is none yet; raises BranchTaken when it is not to be moved."""
    name = f"refs/heads/{branch}"
    parts = name.split("/")
    above = ["/".join(parts[:size]) for size in range(3, len(parts))]
    refs = find_refs(git, name, *above)
    for other in refs:
        if other in above or other.startswith(f"{name}/"):
            raise BranchTaken(f"branch {other[11:]!r} leaves no room for one named {branch!r}")
    ref = refs.get(name)
    place = ref.worktree if ref else _checked_out(git, name)
    if place:
        why = f"branch {branch!r} is checked out in {place!r}"
        raise BranchTaken(why, "check out another branch there, or ")
    return ref


def is_left_alone(common_dir: str, branch: str, sha: str) -> bool:
    """Whether git's own files say that the branch is at that commit, and checked out nowhere.

    It saves asking git; where files do not tell (packed refs, other storage), the answer is no.
    """
    name, trees = f"refs/heads/{branch}", os.path.join(common_dir, "worktrees")
    try:
        linked = os.listdir(trees) if os.path.isdir(trees) else []
        heads = [common_dir, *(os.path.join(trees, tree) for tree in linked)]
        at = _read(os.path.join(common_dir, name))
        return at == sha and all(_read(f"{head}/HEAD") != f"ref: {name}" for head in heads)
    except (OSError, ValueError):
        return False


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read().strip()


def _checked_out(git: Git, ref: str) -> str:
    """Where a branch without a commit is checked out; empty when nowhere."""
    place = ""
    for line in git.run("worktree", "list", "--porcelain").split(b"\n"):
        key, _, value = os.fsdecode(line).partition(" ")
        if key == "worktree":
            place = value
        elif (key, value) == ("branch", ref):
            return place
    return ""


def find_refs(git: Git, *names: str) -> dict[str, Ref]:
    """Those of the refs that exist, and those below them."""
    fields = "%(refname)%00%(objectname)%00%(worktreepath)%00"
    words = git.run("for-each-ref", f"--format={fields}", *names).split(b"\0")
    texts = [os.fsdecode(word) for word in words]
    found = zip(texts[0::3], texts[1::3], texts[2::3], strict=False)
    return {name.lstrip("\n"): Ref(sha, worktree) for name, sha, worktree in found}


def inspect(git: Git, sha: str, branch: str, known: str = "") -> Tip:
    """The channel that a commit holds; raises BranchTaken when it or its history is another's.

    `known` is a commit whose history is known to be the channel's: it is not walked again.
    """
    entries = git.run("ls-tree", "-z", sha).split(b"\0")[:-1]
    held = [entry for entry in entries if entry.endswith(b"\t" + NAME.encode())]
    kind, _, blob = held[0].split(b"\t")[0].rpartition(b" ") if held else (b"", b"", b"")
    if kind not in (b"100644 blob", b"100755 blob"):
        raise _taken(branch, f"no {NAME} at its top")
    if not _began_here(git, sha, known):
        raise _taken(branch, f"a {NAME} that coord-tui did not begin")
    return Tip(sha, blob.decode(), tuple(entry for entry in entries if entry not in held))


def _began_here(git: Git, sha: str, known: str) -> bool:
    """Whether the history of a commit begins as every channel does."""
    if known and git.ask("rev-list", "--max-parents=0", sha, f"^{known}") == b"":
        return True
    begins = set(git.run("rev-list", "--max-parents=0", sha).decode().split())
    return bool(begins & (ROOTS | _cut_off(git)))


def _taken(branch: str, why: str) -> BranchTaken:
    return BranchTaken(f"branch {branch!r} holds something else ({why})")


def _cut_off(git: Git) -> set[str]:
    """The commits at which a shallow clone ends."""
    path = git.run("rev-parse", "--path-format=absolute", "--git-path", "shallow")
    try:
        with open(path.removesuffix(b"\n"), encoding="ascii") as file:
            return set(file.read().split())
    except FileNotFoundError:
        return set()
