"""What scripts of `bench.trees` do with git beyond commits: merges, rebases, remotes, worktrees.

Each is a function of a working tree and says what it did; nothing, when git refused.
"""

import shutil

from bench.trees_git import HERE
from bench.trees_made import BRANCHES, fill_ignored
from bench.trees_tree import Tree


def merge(tree: Tree) -> str:
    """With another branch: clean, or it stops in conflicts."""
    how = tree.dice.choice((("--no-edit",), ("--no-edit", "--no-commit"), ("--squash",)))
    return _joined(tree, "merge", "--quiet", *how)


def rebase(tree: Tree) -> str:
    how = tree.dice.choice((("--merge",), ("--apply",), ("--autostash",)))
    return _joined(tree, "rebase", "--quiet", *how)


def cherry_pick(tree: Tree) -> str:
    return _joined(tree, "cherry-pick", end="~1")


def revert(tree: Tree) -> str:
    if tree.busy:
        return ""
    return "HEAD~1" if tree.git("revert", "--no-edit", "HEAD~1") or tree.busy else ""


def _joined(tree: Tree, *command: str, end: str = "") -> str:
    if tree.busy:
        return ""
    other = tree.dice.choice([f"origin/{name}" for name in (*BRANCHES, "main")]) + end
    well = tree.git(*command, other)
    stopped = tree.busy
    return f"{other}{', which stopped' if stopped else ''}" if well or stopped else ""


def abort(tree: Tree) -> str:
    command = tree.busy
    return command if command and tree.git(command, "--abort") else ""


def resolve(tree: Tree) -> str:
    """Write one file in conflict, and stage it."""
    said = tree.ask("diff", "--name-only", "--diff-filter=U", "-z") or ""
    names = [name for name in said.split("\0") if name]
    if not names:
        return ""
    name = tree.dice.choice(names)
    tree.write(name, tree.word())
    return name if tree.git("add", "--", name) else ""


def go_on(tree: Tree) -> str:
    """Stage everything as it lies there, and continue."""
    command = tree.busy
    if not command or not tree.git("add", "--all"):
        return ""
    well = tree.git(command, "--continue") or (command == "rebase" and tree.git("rebase", "--skip"))
    return command if well else f"{command} in vain"


def reset(tree: Tree) -> str:
    how = tree.dice.choice(("--hard", "--hard", "--mixed", "--soft", "--keep"))
    to = tree.dice.choice(HERE)
    return f"{how} {to}" if tree.git("reset", "--quiet", how, to) else ""


def clean(tree: Tree) -> str:
    how = tree.dice.choice(("-fdx", "-fd", "-fdX"))
    if not tree.git("clean", "--quiet", how):
        return ""
    if "x" in how.lower():
        fill_ignored(tree.path, 200)
    return how


def tidy(tree: Tree) -> str:
    """Back to HEAD, with nothing beside it."""
    done = tree.git("reset", "--quiet", "--hard") and tree.git("clean", "--quiet", "-fd")
    return "hard and clean" if done else ""


def fetch(tree: Tree) -> str:
    return "origin" if tree.git("fetch", "--quiet", "--prune", "origin") else ""


def push(tree: Tree) -> str:
    """One's own branch, at times by force, or what HEAD is to some other branch."""
    to = tree.dice.choice((tree.branch, "topic-5", f"pushed-{tree.path.name}"))
    force = tree.dice.choice(((), ("--force",)))
    return to if tree.git("push", "--quiet", *force, "origin", f"HEAD:refs/heads/{to}") else ""


def pack_refs(tree: Tree) -> str:
    return "all" if tree.git("pack-refs", "--all", "--prune") else ""


def collect(tree: Tree) -> str:
    return "gc" if tree.git("gc", "--quiet") else ""


def away_and_back(tree: Tree) -> str:
    """A linked worktree is removed, or one that was removed is added again."""
    if (tree.path / ".git").is_dir():
        return ""
    if not tree.path.exists():
        return come_back(tree)
    if tree.dice.random() < 0.3:  # behind git's back
        shutil.rmtree(tree.path)
        return "deleted"
    return "removed" if _of_clone(tree, "remove", "--force", str(tree.path)) else ""


def come_back(tree: Tree) -> str:
    """Add a worktree that was removed."""
    _of_clone(tree, "prune")
    ways = ((tree.branch,), ("--detach", "origin/main"))
    for how, to in ((way[:-1], way[-1]) for way in ways):
        if _of_clone(tree, "add", "--quiet", *how, str(tree.path), to):
            fill_ignored(tree.path, 200)
            return f"added on {to}"
    return ""


def _of_clone(tree: Tree, *args: str) -> bool:
    clone = Tree(tree.path.with_name("atlas"), "main", tree.dice)
    return clone.git("worktree", *args)


OPERATIONS = {
    merge: 6, rebase: 5, cherry_pick: 4, revert: 2, reset: 4, clean: 2, tidy: 16, fetch: 3,
    push: 3, pack_refs: 1, collect: 1, away_and_back: 2,
}  # fmt: skip
"""Each with how often it is done."""
IN_THE_MIDDLE = {abort: 3, resolve: 4, go_on: 3}
"""What is done besides, while git is in the middle of something."""
