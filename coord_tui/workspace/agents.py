"""Tells coding agents about the guard: in Claude Code's project settings, where it stops an edit.

The command there ends with `|| exit 2`, the only exit code that stops the agent: a guard that is
gone, or could not tell, is no permission, and the agent reads why.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from os.path import join, lexists
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.hook_scripts import started
from coord_tui.adapters.hooks import Change
from coord_tui.adapters.kept_files import read_text, remove, write_text
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.core import json_text
from coord_tui.core.json_text import NOTHING, Node
from coord_tui.errors import BadInput
from coord_tui.workspace.hooks import Installed, uninstall

AGENTS = ("claude",)
"""Agents whose settings are known."""
SHARED, OWN = ".claude/settings.json", ".claude/settings.local.json"
"""Claude Code's settings of a project: the team's, and one person's."""
KEYS = ("hooks", "PreToolUse")
MATCHER = "Edit|Write|MultiEdit|NotebookEdit"
"""The tools that change files."""
ASKED = "guard --stdin"
STOPS = " || exit 2"
COMMAND = f"coord-tui {ASKED}{STOPS}"
OURS = re.compile(r"([^\0]*/)?coord-tui|[^\0]+\0-EP\0[^\0]*/coord_tui/__main__\.py")
"""Our program, its words apart by NUL."""

BOM = "\ufeff"


class Found(NamedTuple):
    """One command of ours in the settings."""

    command: Node
    holders: tuple[tuple[Node, int], ...]
    """What it is in, from the innermost outwards, and at which place of that."""


def install_agent(repo: str, agent: str) -> Installed:
    """Have the agent ask the guard before each edit; of `AGENTS` there is one.

    Raises: BadInput for settings that are no strict JSON, which stay as they are;
        EnvironmentFailed when they cannot be written.
    """
    layout = find_layout(repo)
    for name in (SHARED, OWN):
        if ours(layout, name):
            return Installed((_refreshed(layout, name),))
    name = SHARED if shutil.which("coord-tui") else OWN
    path = join(layout.top, name)
    text = read_text(layout, path)
    entry = _entry(name)
    write_text(path, _fresh(entry) if text is None else _with_ours(text, path, entry), text)
    change = Change(path, "written", f"{agent} asks the guard before each edit")
    return Installed((change,), (_note(layout, name),))


def uninstall_agent(repo: str) -> Installed:
    """Take exactly that out of the settings; files and folders that held nothing else go.

    Raises: as `install_agent`.
    """
    layout = find_layout(repo)
    changes = []
    for name in (SHARED, OWN):
        path = join(layout.top, name)
        if not ours(layout, name):
            continue
        before = read_text(layout, path)
        text = _without_ours(before or "")
        if text.strip(BOM).split() in (["{}"], []):
            remove(path)
        else:
            write_text(path, text, before)
        changes.append(Change(path, "removed", "the guard, and nothing else"))
    return Installed(tuple(changes))


def uninstall_all(repo: str) -> Installed:
    """Take out git's hooks and what agents' settings hold of ours: no trace stays.

    Settings that cannot be read stay as they are, and are told if they seem to hold ours.
    Raises: EnvironmentFailed when something cannot be changed.
    """
    changes, notes = uninstall(repo)
    try:
        more = uninstall_agent(repo)
    except BadInput as error:
        return Installed(changes, (*notes, str(error)))
    return Installed(changes + more.changes, notes + more.notes)


def ours(layout: Layout, name: str) -> bool:
    """Whether the settings of that name ask the guard. Raises: as `install_agent`."""
    path = join(layout.top, name)
    if not lexists(path):
        return False
    text = read_text(layout, path) or ""
    return ASKED in text and any(_find(_parsed(text, path)))


def _refreshed(layout: Layout, name: str) -> Change:
    """Bring our command up to date, where it stands."""
    path = join(layout.top, name)
    text = read_text(layout, path) or ""
    before, body = _split(text)
    found = next(_find(json_text.parse(body)))
    wanted = _command(name)
    if found.command.value == wanted:
        return Change(path, "unchanged")
    write_text(path, before + json_text.replaced(body, found.command, wanted), text)
    return Change(path, "refreshed")


def _command(name: str) -> str:
    """The shared file names what every machine has on its PATH; the own one what is here."""
    if name == SHARED:
        return COMMAND
    return f"{shlex.join(started())} {ASKED}{STOPS}"  # for sh, which knows no $'…'


def _entry(name: str) -> object:
    return {"matcher": MATCHER, "hooks": [{"type": "command", "command": _command(name)}]}


def _fresh(entry: object) -> str:
    hooks, event = KEYS
    return json.dumps({hooks: {event: [entry]}}, indent=2, ensure_ascii=False) + "\n"


def _with_ours(text: str, path: str, entry: object) -> str:
    before, body = _split(text)
    root = _parsed(text, path)
    hooks, _ = root.member(KEYS[0])
    groups, _ = hooks.member(KEYS[1])
    strange = [
        node
        for node, opens in ((root, "{"), (hooks, "{"), (groups, "["))
        if node is not NOTHING and node.opens != opens
    ]
    if strange:
        raise BadInput(f"{path} is not as Claude Code has it ({'.'.join(KEYS)}); it stays as it is")
    if hooks is NOTHING:
        body = json_text.inserted(body, root, {KEYS[1]: [entry]}, KEYS[0])
    elif groups is NOTHING:
        body = json_text.inserted(body, hooks, [entry], KEYS[1])
    else:
        body = json_text.inserted(body, groups, entry)
    return before + body


def _without_ours(text: str) -> str:
    before, body = _split(text)
    while found := next(_find(json_text.parse(body)), None):
        body = _without(body, found)
    return before + body


def _without(body: str, found: Found) -> str:
    """The text without one command of ours, and without whatever held only that."""
    for holder, place in found.holders:
        if len(holder.parts) > 1:
            return json_text.without(body, holder, place)
    return json_text.without(body, *found.holders[-1])


def _find(root: Node) -> Iterator[Found]:
    """Our commands among the hooks, whoever put them where."""
    hooks, in_root = root.member(KEYS[0])
    groups, in_hooks = hooks.member(KEYS[1])
    for number, group in enumerate(groups.parts):
        commands, _ = group.node.member("hooks")
        for place, one in enumerate(commands.parts):
            command, _ = one.node.member("command")
            if isinstance(command.value, str) and _is_ours(command.value):
                outer = ((groups, number), (hooks, in_hooks), (root, in_root))
                yield Found(command, ((commands, place), *outer))


def _is_ours(command: str) -> bool:
    """Whether a command of the settings asks the guard, whatever the path to its program holds."""
    asks = command.removesuffix(STOPS)
    if not asks.endswith(f" {ASKED}"):
        return False
    try:
        words = shlex.split(asks.removesuffix(f" {ASKED}"))
    except ValueError:  # a quote without an end: no shell would run it
        return False
    return OURS.fullmatch("\0".join(words)) is not None


def _split(text: str) -> tuple[str, str]:
    """A mark of the byte order, which JSON does not know, and the rest."""
    return (BOM, text[1:]) if text.startswith(BOM) else ("", text)


def _parsed(text: str, path: str) -> Node:
    try:
        return json_text.parse(_split(text)[1])
    except ValueError as error:
        raise BadInput(
            f"{path} is no strict JSON ({error}), so it stays as it is: mend it, or take out "
            f"comments and add under {'.'.join(KEYS)} by hand: {json.dumps(_entry(SHARED))}"
        ) from error
    except RecursionError:
        raise BadInput(f"{path} is nested too deeply; it stays as it is") from None


def _note(layout: Layout, name: str) -> str:
    if name == SHARED:
        return f"commit {name}: then every agent here needs coord-tui on its PATH, or edits nothing"
    ignored = Git.of(layout).ask("check-ignore", "--quiet", name) is not None
    own = "" if ignored else "; keep it out of git, it names this machine's Python"
    return f"coord-tui is not on the PATH, so this went into {name}, for you alone{own}"
