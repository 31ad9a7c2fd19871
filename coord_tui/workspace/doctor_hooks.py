"""What doctor says of the hooks: installed or not, and whether git really runs them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from os.path import join, lexists, realpath
from typing import Literal, NamedTuple

from coord_tui.adapters import hooks
from coord_tui.adapters.git import Git
from coord_tui.adapters.hook_probe import Proof, probe
from coord_tui.adapters.hook_scripts import BEFORE, LEGACY, NAMES
from coord_tui.adapters.hooks_folder import HooksFolder, hooks_folder, is_asked_there
from coord_tui.adapters.hooks_memory import known_folders
from coord_tui.adapters.layout import Layout
from coord_tui.errors import BadInput, EnvironmentFailed
from coord_tui.workspace.agents import OWN, SHARED, ours
from coord_tui.workspace.hooks import FRAMEWORK_PLAN, framework_asks

INSTALL = "`coord-tui hooks install`"
UNINSTALL = "`coord-tui hooks uninstall`"

Standing = Literal["ours", "called", "asleep", "replaced", "absent"]


class Finding(NamedTuple):
    """How one hook is, and what to do about it."""

    level: Literal["ok", "warn"]
    message: str
    fix: str = ""


def examine_hooks(layout: Layout) -> Iterator[Finding]:
    """The hooks of git, then those of agents. Raises: EnvironmentFailed."""
    git = Git.of(layout)
    place = hooks_folder(git)
    standings = {name: standing(place.path, name) for name in NAMES}
    elsewhere = _elsewhere(place, layout)
    if set(standings.values()) != {"absent"}:
        yield from _installed(place.path, standings)
        yield from (_left(one, place) for one in elsewhere if not is_asked_there(one))
    elif elsewhere:
        yield from (_left(one, place) for one in elsewhere)
    else:
        yield _not_installed(place, layout)
    yield from _agents(layout)


def standing(folder: str, name: str) -> Standing:
    """Where our hook of that name is: git's own, called by the framework, or out of the way."""
    ours, top = hooks.find_ours(folder, name), join(folder, name)
    effective = top + LEGACY if hooks.is_called_by_framework(folder, name) else top
    if effective in ours:
        runs = all(os.access(path, os.X_OK) for path in (top, effective))
        return ("ours" if effective == top else "called") if runs else "asleep"
    return "replaced" if ours or lexists(top + BEFORE) else "absent"


def _elsewhere(place: HooksFolder, layout: Layout) -> list[str]:
    """Other folders in which there are hooks of ours."""
    folders = [one for one in known_folders(layout) if realpath(one) != realpath(place.path)]
    return [one for one in folders if any(hooks.find_ours(one, name) for name in NAMES)]


def _left(folder: str, place: HooksFolder) -> Finding:
    """Hooks that git does not run here."""
    said = f" (core.hooksPath in {place.origin or place.scope})" if place.scope else ""
    fix = f"{UNINSTALL} takes them out, {INSTALL} puts them where git looks"
    what = f"there are hooks of coord-tui in {folder}, but git runs those of {place.path}{said}"
    return Finding("warn", what, fix)


def _not_installed(place: HooksFolder, layout: Layout) -> Finding:
    if framework_asks(place, layout):
        return Finding("ok", f"the pre-commit framework asks the guard, by {FRAMEWORK_PLAN}")
    return Finding("ok", "not installed", f"{INSTALL} has git ask the guard before each commit")


def _installed(folder: str, standings: dict[str, Standing]) -> Iterator[Finding]:
    running = [name for name, found in standings.items() if found in ("ours", "called")]
    proof = probe(folder, running) if running else Proof(frozenset())
    for name, found in standings.items():
        if found in ("ours", "called"):
            yield _proved(name, found, proof)
        else:
            yield _silent(folder, name, found)


def _proved(name: str, found: Standing, proof: Proof) -> Finding:
    if name in proof.fired:
        by = ", called by the pre-commit framework" if found == "called" else ""
        return Finding("ok", f"{name} fires{by}")
    why = f": {proof.complaint}" if proof.complaint else ""
    return Finding("warn", f"{name} does not fire{why}", f"{INSTALL} renews it")


def _silent(folder: str, name: str, found: Standing) -> Finding:
    why = {
        "asleep": "may not be executed, so git passes it over",
        "replaced": "is another hook by now, which does not call ours",
        "absent": "is not installed, though the other hook is",
    }[found]
    return Finding("warn", f"{join(folder, name)} {why}", f"{INSTALL} mends that")


def _agents(layout: Layout) -> Iterator[Finding]:
    for name in (SHARED, OWN):
        try:
            if not ours(layout, name):
                continue
        except (BadInput, EnvironmentFailed) as error:
            yield Finding("warn", str(error))
            continue
        if name == SHARED and not shutil.which("coord-tui"):
            what = (
                f"{name} asks the guard, but there is no coord-tui on the PATH: no edit is let by"
            )
            yield Finding("warn", what, "put coord-tui on the PATH from which claude starts")
        else:
            yield Finding("ok", f"claude asks the guard before each edit, by {name}")
