"""The faults: what is done to the remote, to its branch, to the clones' processes and locks.

Each is a function that plays once, for a moment, and undoes nothing that `heal` does not undo.
"""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench.clones import CHANNEL, World
from bench.sessions import Session

ROOT_ONLY = ("rev-list", "--max-parents=0", "coord")
SIGN = ("-c", "user.name=x", "-c", "user.email=x@example.com")
WAIT = 2
"""Seconds that commands wait for the remote, which the hanging ones outlast."""


class Scene(NamedTuple):
    """Where a fault plays."""

    world: World
    sessions: list[Session]
    dice: random.Random

    @property
    def aside(self) -> Path:
        """Where the remote is while it is away."""
        return self.world.remote.with_name("gone")

    @property
    def hanging(self) -> Path:
        """While this file is there, what hangs goes on hanging."""
        return self.world.remote.with_name("hanging")

    def pause(self, longest: float) -> None:
        """Let the sessions work for a moment."""
        time.sleep(self.dice.uniform(0.02, longest))


Fault = Callable[[Scene], str]
"""Plays once; a word for the count, or an empty one when nothing came of it."""


def away(scene: Scene) -> str:
    """The remote is not there for a while."""
    scene.world.remote.rename(scene.aside)
    scene.pause(0.8)
    scene.aside.rename(scene.world.remote)
    return "times away"


def refuses(scene: Scene) -> str:
    """The remote takes nothing for a while."""
    _hook(scene, "pre-receive", "echo closed >&2; exit 1")
    scene.pause(1.0)
    _hook(scene, "pre-receive")
    return "times it refused"


def hangs(scene: Scene) -> str:
    """Before it takes a push, after it took one, or before it answers a fetch, the remote hangs."""
    where = scene.dice.choice(("pre-receive", "post-update", "fetch"))
    wait = f"while test -e '{scene.hanging}'; do sleep 0.05; done"
    scene.hanging.touch()
    if where == "fetch":
        script = scene.world.remote.with_name("upload-pack")
        script.write_text(f'#!/bin/sh\n{wait}\nexec git-upload-pack "$@"\n')
        script.chmod(0o755)
        for clone in scene.world.clones:
            clone.git("config", "remote.origin.uploadpack", str(script))
    else:
        _hook(scene, where, wait)
    scene.pause(2 * WAIT)
    scene.hanging.unlink()
    _hook(scene, where)
    return f"times it hung ({where})"


def killed(scene: Scene) -> str:
    """A session's processes are killed: its command, with git and all, or Python alone."""
    _hook(scene, "pre-receive", "sleep 0.1")
    _hook(scene, "post-update", "sleep 0.1")
    scene.pause(0.4)
    session, whole = scene.dice.choice(scene.sessions), scene.dice.random() < 0.7
    victims = _processes(session, only_python=not whole)
    for pid in victims:
        _kill(pid)
    return f"kills ({'with its git' if whole else 'Python alone'})" if victims else ""


def killed_rewriting(scene: Scene) -> str:
    """A command is killed while it puts a merged channel in the place of the live one."""
    session = scene.dice.choice(scene.sessions)
    new, lock = session.clone.path / f"{CHANNEL}.new", session.clone.path / ".git/coord/lock"
    if new.exists():
        new.unlink(missing_ok=True)
    give_up = time.monotonic() + 1.5
    while time.monotonic() < give_up:
        if new.exists() and (process := session.process) and _names(lock, process.pid):
            _kill(process.pid)
            return "kills (while rewriting the live file)"
    return ""


def deleted(scene: Scene) -> str:
    """Somebody deletes the branch."""
    return "branch deleted" if _move(scene.world, "-d", "refs/heads/coord") else ""


def set_back(scene: Scene) -> str:
    """Somebody sets the branch back by some commits, perhaps to its root."""
    old = f"coord~{scene.dice.randint(1, 6)}"
    return "branch set back" if _move(scene.world, "refs/heads/coord", old) else ""


def rewritten(scene: Scene) -> str:
    """Somebody puts a branch there that has the same root, fewer lines, perhaps in other order."""
    remote, root = scene.world.remote, _ask(scene.world.remote, *ROOT_ONLY)
    lines = (_ask(remote, "cat-file", "blob", "coord:channel.jsonl") or "").splitlines()
    if not root or not lines:
        return ""
    kept = [line for line in lines if scene.dice.random() < 0.7]
    if scene.dice.random() < 0.5:
        scene.dice.shuffle(kept)
    blob = _ask(remote, "hash-object", "-w", "--stdin", given="".join(f"{x}\n" for x in kept))
    tree = _ask(remote, "mktree", given=f"100644 blob {blob}\tchannel.jsonl\n")
    commit = _ask(remote, *SIGN, "commit-tree", tree or "", "-p", root, "-m", "rewritten")
    return "branch rewritten" if _move(scene.world, "refs/heads/coord", commit or "") else ""


def lock_left(scene: Scene) -> str:
    """Git was killed while it held the lock of a ref: its lock file stays."""
    clone = scene.dice.choice(scene.world.clones)
    place, what = scene.dice.choice(
        (
            (clone.path / ".git/refs/heads/coord.lock", "in a clone, its branch"),
            (clone.path / ".git/refs/remotes/origin/coord.lock", "in a clone, the remote's"),
            (clone.path / ".git/packed-refs.lock", "in a clone, packed-refs"),
            (scene.world.remote / "refs/heads/coord.lock", "in the remote"),
        )
    )
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch()
    return f"locks left ({what})"


def receiver_killed(scene: Scene) -> str:
    """The remote's git is killed while it holds the lock of the branch."""
    _hook(scene, "reference-transaction", 'test "$1" != prepared || kill -9 $PPID')
    scene.pause(0.5)
    _hook(scene, "reference-transaction")
    return "times the remote's git was killed as it took a push"


def heal(scene: Scene) -> None:
    """Have a remote again that is there, answers, and takes what it is sent."""
    scene.hanging.unlink(missing_ok=True)
    if scene.aside.exists():
        scene.aside.rename(scene.world.remote)
    for name in ("pre-receive", "post-update", "reference-transaction"):
        _hook(scene, name)


def end_all(world: World) -> None:
    """Kill what still runs for this world; its folder goes away."""
    for pid, _, words in _all_processes():
        if str(world.remote.parent) in words:
            _kill(pid)


def _hook(scene: Scene, name: str, script: str = "") -> None:
    hook = scene.world.remote / "hooks" / name
    if not script:
        hook.unlink(missing_ok=True)
        return
    aside = hook.with_name(f"{name}.new")
    aside.write_text(f"#!/bin/sh\n{script}\n")
    aside.chmod(0o755)
    aside.rename(hook)


def _move(world: World, *args: str) -> bool:
    return all(args) and _ask(world.remote, "update-ref", *args) is not None


def _ask(remote: Path, *args: str, given: str = "") -> str | None:
    """What git says in the remote; None when it cannot, as the branch may be gone."""
    done = subprocess.run(
        ["git", "-C", str(remote), *args], input=given, capture_output=True, text=True, check=False
    )
    return None if done.returncode else done.stdout.strip()


def _names(lock: Path, pid: int) -> bool:
    """Whether that process says in the lock file that it holds it."""
    try:
        return lock.read_text().strip() == str(pid)
    except OSError:
        return False


def _processes(session: Session, *, only_python: bool) -> list[int]:
    """The session's processes: those that name its clone, its command, and all they started."""
    found, clone, running = set(), str(session.clone.path), session.process
    for pid, parent, words in sorted(_all_processes()):
        sends = words.endswith(f"sync --quiet --repo {clone}")
        python = sends or (running is not None and pid == running.pid)
        if python or (not only_python and (parent in found or f"git -C {clone} " in words)):
            found.add(pid)
    return sorted(found)


def _all_processes() -> list[tuple[int, int, str]]:
    """Every process: its id, its parent's, its words."""
    command = ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    parts = (line.split(None, 2) for line in listed.splitlines())
    return [(int(pid), int(parent), "".join(words)) for pid, parent, *words in parts]


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it has just ended by itself
