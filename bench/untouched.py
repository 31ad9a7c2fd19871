"""Only `pull` and `finish` alter what is the user's: proved by comparing all of it.

`python -m bench.untouched`: a clone and two linked worktrees, one with staged, half staged and
untracked changes and a stash, one amid a merge, one amid a rebase; every index is out of date, so
that whoever refreshes it is found out. While the real screen is open in a terminal, keys open what
there is to look at, and every session gives every command, those that write to the channel too.
Then every file of the trees (bytes, rights, times), every index, HEAD, ref, stash and setting must
be as it was, and git must have no object more outside the channel. In the end a plain `git status`
shows that the comparing would have found it.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from bench import trees_files, trees_git
from bench.clones import Clone, quiet_environment, remove
from bench.startup import script
from bench.terminal import Terminal
from bench.traces import altered, objects, traces, traces_of_bare
from bench.trees_made import BRANCHES, SESSIONS, make
from bench.trees_tree import Tree

LOOKS = (
    "status", "status --json", "conflicts", "conflicts --hunks", "conflicts --json", "guard",
    "guard src/core/x.py hot/h1.txt", "guard --range origin/main..HEAD",
    "owner hot/h1.txt --explain", "owner app/[id]/page.tsx", "tasks", "ready", "show T1",
    "show hot/h2.txt", "log", "inbox",
    "brief", "brief --json", "doctor", "whoami", "wait --ready --timeout 1s",
)  # fmt: skip
"""What reads."""
DEEDS = (
    "whoami {me}", "claim T1", "release T1", "claim T2", "announce hot/h1.txt try",
    "reserve tools/{me}/**", "unreserve tools/{me}/**", "ask src/mail/x.py please",
    "say hello", "ack", "unreserve hot/h1.txt", "release T2", "sync",
)  # fmt: skip
"""What writes to the channel."""
KEYS = (
    "3", "Enter", "Escape", "Down", "Enter", "End", "Escape", "Down", "Enter", "Escape", "z", "End",
    "Enter", "PageDown", "Escape", "Home", "z", "1", "j", "l", "l", "Enter", "Escape", "2", "Enter",
    "Escape", "4", "End", "?", "Escape", "C-p", "Escape", "3", "End", "Enter", "Escape",
)  # fmt: skip
"""What a person looks at; no key of these acts."""
SEEN = "in two places"
"""What stands on the screen once all working trees have been read."""
PAUSE = 0.3
"""Seconds that a person looks before the next key."""


class Done(NamedTuple):
    """What was done, and what was found altered."""

    counts: Counter[str]
    problems: list[str]


def lay_out(trees: list[Tree]) -> None:
    """Bring each working tree into a state in which there is much to be spoilt."""
    own, merging, rebasing = trees
    for operation in (trees_files.edit, trees_git.add_all, trees_git.add_a_part, trees_files.edit):
        operation(own)
    assert own.git("stash", "push", "--quiet")
    for name in ("edit", "write_new", "nested_folders", "delete", "chmod", "new_link", "rename"):
        getattr(trees_files, name)(own)
    for operation in (trees_git.add, trees_git.add_intent, trees_git.forget, trees_git.move):
        operation(own)
    own.write("hot/h1.txt", "not announced\n")
    assert own.git("add", "hot/h1.txt")
    own.write("hot/h1.txt", "and written on\n")
    stop(merging, "merge", "--no-commit", "--no-ff")
    stop(rebasing, "rebase", "--merge")
    trees_files.edit(merging)
    for tree in trees:
        for name in tree.names():
            if tree.is_plain(name):
                os.utime(tree.at(name), (10**9, 10**9 + len(name)))


def stop(tree: Tree, *command: str) -> None:
    """Have git stop in the middle, in a conflict with some branch."""
    for branch in BRANCHES:
        other = f"origin/{branch}"
        if branch != tree.branch and not tree.git(*command, other) and tree.busy:
            return
        tree.git("reset", "--quiet", "--hard", f"origin/{tree.branch}")
    raise SystemExit("no two branches are in conflict: another --seed has some")


def at_work(trees: list[Tree]) -> Counter[str]:
    """The screen is open, keys are pressed, every session gives every command."""
    counts: Counter[str] = Counter()
    people = [Clone(tree.path, name) for tree, name in zip(trees, SESSIONS, strict=True)]
    env = {"COORD_SESSION": people[0].session, "COLORTERM": "truecolor"}
    terminal = Terminal(trees[0].path, [script()], env)
    try:
        screen = terminal.wait(lambda text: SEEN in text, 30)
        if SEEN not in screen:
            raise SystemExit(f"the screen does not show the other working trees:\n{screen}")
        commands = [(person, deed) for deed in (*LOOKS, *DEEDS, *LOOKS) for person in people]
        keys = list(KEYS)
        for number, (person, command) in enumerate(commands):
            said = person.run(*command.format(me=person.session).split(" "))
            counts[f"commands that ended with {said.code}"] += 1
            if said.code > 1 or "Traceback" in said.err or "unexpected" in said.err:
                counts[f"✗ {person.session}: {command}: {said.err.strip()}"] += 1
            if number % 2 == 0:
                key = keys[number // 2 % len(keys)]
                terminal.press(key)
                counts["keys pressed"] += 1
                time.sleep(PAUSE)
        pairs = people[0].run("conflicts", "--json").json["pairs"]
    finally:
        terminal.close()
    counts["pairs that the radar compared"] = len(pairs)
    counts["pairs that it found in conflict"] = sum(one["state"] == "conflict" for one in pairs)
    return counts


def judge(folder: Path, files: int, seed: int) -> Done:
    """Lay out, record, let them work, compare; then see whether the comparing finds anything."""
    dice = random.Random(seed)
    made = make(folder, files, dice)
    own = ("main", *BRANCHES)
    trees = [Tree(path, own[n], dice) for n, path in enumerate(made.trees)]
    lay_out(trees)
    clone = trees[0].path
    before, had, remote = traces(clone), objects(clone), traces_of_bare(made.remote)
    counts = at_work(trees)
    after = traces(clone)
    problems = altered(before, after) + altered(remote, traces_of_bare(made.remote))
    problems += [f"came: object {one}" for one in sorted(objects(clone) - had)]
    problems += [one for one in counts if one.startswith("✗")]
    if not counts["pairs that it found in conflict"]:
        problems.append("the radar found no conflict: it was not put to the test")
    counts["files compared"] += len(after)
    counts["objects compared"] += len(had)
    for tree in trees:
        tree.git("status")
    found = altered(after, traces(clone))
    counts["files that a plain `git status` altered"] = len(found)
    if len(found) < len(trees):
        problems.append("a plain `git status` was not noticed in every tree: nothing is proved")
    return Done(counts, problems)


def main() -> int:
    """Judge, and count; 1 when anything was altered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not shutil.which("tmux"):
        print("tmux is missing: it holds the terminal in which the screen runs", file=sys.stderr)
        return 3
    quiet_environment()
    folder = Path(tempfile.mkdtemp()).resolve()
    try:
        counts, problems = judge(folder, args.files, args.seed)
    finally:
        remove(folder)
    for what, count in sorted(counts.items()):
        print(f"{count:6} {what}")
    print("\n".join(problems) or "nothing of the user's was altered")
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
