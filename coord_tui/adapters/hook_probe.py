"""Proves that hooks of ours fire: a real commit, in a repository made for it and thrown away.

Only the hooks named are in its reach, by links from a folder of its own, so that nobody else's
hook runs; ours leave their name in a file and end before they ask or call anything.
"""

from __future__ import annotations

import os
import tempfile
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.hook_scripts import LEGACY, PROBE
from coord_tui.errors import EnvironmentFailed

LIMIT = 10.0
"""Seconds that a commit may take which does nothing but start the hooks."""
SETTINGS = ("user.name=probe", "user.email=probe@example.com", "commit.gpgSign=false",
            "core.fsmonitor=false")  # fmt: skip


class Proof(NamedTuple):
    """Which hooks fired, and what went wrong if one did not."""

    fired: frozenset[str]
    complaint: str = ""


def probe(folder: str, names: list[str]) -> Proof:
    """Commit with these hooks of the folder. Raises: EnvironmentFailed without room for it."""
    try:
        with tempfile.TemporaryDirectory(prefix="coord-tui-probe-") as place:
            return _probe(place, folder, names)
    except OSError as error:
        raise EnvironmentFailed(f"cannot try the hooks: {error}") from error


def _probe(place: str, folder: str, names: list[str]) -> Proof:
    links, tree, left = join(place, "hooks"), join(place, "tree"), join(place, "left")
    os.mkdir(links)
    os.mkdir(tree)
    for name in (one + end for one in names for end in ("", LEGACY)):
        if os.path.lexists(join(folder, name)):
            os.symlink(join(folder, name), join(links, name))
    git = Git(tree).configured(*SETTINGS, f"core.hooksPath={links}")
    git.run("init", "--quiet", "--template=")
    told = {PROBE: left, "PRE_COMMIT_ALLOW_NO_CONFIG": "1"}
    code, _, complaint = git.attempt(
        "commit", "--quiet", "--allow-empty", "--message=probe", env=told, timeout=LIMIT
    )
    return Proof(_names(left), complaint if code else "")


def _names(left: str) -> frozenset[str]:
    try:
        with open(left, encoding="utf-8", errors="replace") as file:
            return frozenset(line.split(" ")[0].strip() for line in file)
    except FileNotFoundError:
        return frozenset()
