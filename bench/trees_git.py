"""What scripts of `bench.trees` do with git's index, commits and branches.

Each is a function of a working tree and says what it did; nothing, when git refused, as it does in
the middle of a merge or when another working tree has that branch.
"""

from bench.trees_files import append
from bench.trees_made import BRANCHES
from bench.trees_tree import Tree

HERE = ("HEAD", "HEAD~1", "HEAD~2")


def add(tree: Tree) -> str:
    name = tree.changed()
    return name if name and tree.git("add", "--", name) else ""


def add_all(tree: Tree) -> str:
    return "everything" if tree.git("add", "--all") else ""


def add_intent(tree: Tree) -> str:
    name = tree.changed()
    return name if name and tree.git("add", "--intent-to-add", "--", name) else ""


def add_a_part(tree: Tree) -> str:
    """Stage a file, then write on: index and file both differ, as after `add --patch`."""
    name = add(tree)
    if name and tree.is_plain(name):
        with tree.at(name).open("a") as file:
            file.write(tree.word())
    return name


def forget(tree: Tree) -> str:
    name = tree.tracked()
    return name if name and tree.git("rm", "--quiet", "--cached", "--", name) else ""


def unstage(tree: Tree) -> str:
    return "everything" if tree.git("reset", "--quiet") else ""


def remove(tree: Tree) -> str:
    name = tree.tracked()
    return name if name and tree.git("rm", "--quiet", "--force", "--", name) else ""


def move(tree: Tree) -> str:
    name = tree.tracked() if tree.dice.random() < 0.7 else tree.small_folder()
    to = tree.fresh("-mv")
    return f"{name} to {to}" if name and tree.git("mv", "--", name, to) else ""


def restore(tree: Tree) -> str:
    name = tree.changed()
    return name if name and tree.git("checkout", "--quiet", "--", name) else ""


def mark_executable(tree: Tree) -> str:
    name = tree.tracked()
    sign = tree.dice.choice("+-")
    return name if name and tree.git("update-index", f"--chmod={sign}x", "--", name) else ""


def look_away(tree: Tree) -> str:
    """Git no longer looks at a file, or does again: an edit of it is no change then."""
    name, word = tree.tracked(), tree.dice.choice(("assume-unchanged", "no-assume-unchanged"))
    return f"{word} {name}" if name and tree.git("update-index", f"--{word}", "--", name) else ""


def refresh(tree: Tree) -> str:
    """A plain `git status`, which writes the index."""
    return "status" if tree.git("status") else ""


def commit(tree: Tree) -> str:
    return "what is staged" if tree.git("commit", "--quiet", "--message", "Staged") else ""


def commit_all(tree: Tree) -> str:
    return "all" if tree.git("commit", "--quiet", "--all", "--message", "All") else ""


def amend(tree: Tree) -> str:
    return "HEAD" if tree.git("commit", "--quiet", "--amend", "--no-edit", "--all") else ""


def stash(tree: Tree) -> str:
    more = tree.dice.choice(((), ("--include-untracked",), ("--keep-index",)))
    return " ".join(("push", *more)) if tree.git("stash", "push", "--quiet", *more) else ""


def stash_pop(tree: Tree) -> str:
    had = tree.ask("stash", "list")
    if not had:
        return ""
    done = tree.git("stash", "pop", "--quiet", *tree.dice.choice(((), ("--index",))))
    return "popped" if done else "popped in vain"


def checkout(tree: Tree) -> str:
    to = tree.dice.choice((tree.branch, tree.branch, *BRANCHES, "main"))
    force = tree.dice.choice(((), ("--force",), ("--merge",)))
    return to if tree.git("checkout", "--quiet", *force, to) else ""


def detach(tree: Tree) -> str:
    to = tree.dice.choice((*HERE, "origin/main~3", "origin/topic-5"))
    return to if tree.git("checkout", "--quiet", "--detach", to) else ""


def home_again(tree: Tree) -> str:
    """The session's own branch, whatever lies there."""
    if tree.busy:
        return ""
    return tree.branch if tree.git("checkout", "--quiet", "--force", tree.branch) else ""


def new_branch(tree: Tree) -> str:
    tree.mark += 1
    name = f"{tree.path.name}/b{tree.mark}"
    track = tree.dice.choice((("--track", name, "origin/main"), (name,)))
    where = "checkout" if tree.dice.random() < 0.3 else "branch"
    options = ("-b", name) if where == "checkout" else track
    return name if tree.git(where, "--quiet", *options) else ""


def delete_branch(tree: Tree) -> str:
    said = tree.ask("for-each-ref", "--format=%(refname:short)", f"refs/heads/{tree.path.name}")
    names = (said or "").split()
    name = tree.dice.choice(names) if names else ""
    return name if name and tree.git("branch", "--quiet", "-D", name) else ""


def set_upstream(tree: Tree) -> str:
    to = tree.dice.choice(("origin/main", "origin/topic-4", ""))
    how = (f"--set-upstream-to={to}",) if to else ("--unset-upstream",)
    return to or "none" if tree.git("branch", "--quiet", *how) else ""


def tag(tree: Tree) -> str:
    tree.mark += 1
    name = f"{tree.path.name}-t{tree.mark}"
    return name if tree.git("tag", name) else ""


def edit_and_commit(tree: Tree) -> str:
    return commit_all(tree) if append(tree) else ""


OPERATIONS = {
    add: 6, add_all: 3, add_intent: 2, add_a_part: 4, forget: 3, unstage: 2, remove: 2, move: 4,
    restore: 3, mark_executable: 2, look_away: 1, refresh: 3, commit: 4, commit_all: 3, amend: 2,
    stash: 3, stash_pop: 3, checkout: 5, detach: 2, home_again: 3, new_branch: 2,
    delete_branch: 1, set_upstream: 2, tag: 1, edit_and_commit: 4,
}  # fmt: skip
"""Each with how often it is done."""
