"""Writes a first `coord.yaml`, asking nothing: what the repository tells of itself is in it.

What is certain stands as it is (who commits here); what somebody has to decide (who owns which
folder) stands in comments. An existing plan is never touched.
"""

import json
import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.hooks import Change
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.adapters.settings import Settings
from coord_tui.adapters.survey import Author, Folder, Survey, survey
from coord_tui.core.patterns import escape
from coord_tui.errors import EnvironmentFailed, Refused
from coord_tui.workspace import briefing
from coord_tui.workspace.places import plan_path

SESSIONS = 12
"""Recent authors that become sessions; others can be added by hand."""
CANDIDATES = 40
"""Folders that are offered as candidates for an owner."""

PLAIN = re.compile(r"[A-Za-z][\w.-]*")
RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
"""Words that YAML 1.1 does not read as text."""


class Made(NamedTuple):
    """What `init` wrote."""

    path: str
    sessions: tuple[str, ...]
    candidates: tuple[str, ...]
    """Folders that may get an owner, as patterns."""


class Told(NamedTuple):
    """What `init --agents` wrote."""

    made: Made | None
    """None when there was a plan already."""
    agents: list[Change]


def init_agents(repo: str) -> Told:
    """Tell agents in AGENTS.md or CLAUDE.md which commands to use; write a plan if there is none.

    Raises: BadInput when such a file cannot take the block, and then nothing is written;
        EnvironmentFailed as `init`.
    """
    layout = find_layout(repo)
    planned = briefing.prepare(layout)
    made = None if os.path.lexists(plan_path(layout)) else init(repo)
    return Told(made, briefing.write(planned))


def init(repo: str) -> Made:
    """Write a commented `coord.yaml` for the repository around the folder `repo`.

    Raises: Refused when there is one; EnvironmentFailed without a repository, or when the file
        cannot be written.
    """
    layout = find_layout(repo)
    path = plan_path(layout)
    if os.path.lexists(path):
        raise Refused(f"{path} is there already and stays as it is: edit it, or move it away first")
    found = survey(layout.top)
    sessions = name_sessions(found.authors[:SESSIONS] or _committer(layout))
    folders = [folder for folder in found.folders if folder.path.isprintable()][:CANDIDATES]
    _create(path, plan_text(found, sessions, folders))
    return Made(path, tuple(sessions), tuple(escape(folder.path) for folder in folders))


def plan_text(found: Survey, sessions: dict[str, Author], folders: list[Folder]) -> str:
    """The text of the plan."""
    names = {author.name: name for name, author in sessions.items()}
    return TEMPLATE.format(
        project=scalar(found.project),
        sessions="\n".join(_session(name, author) for name, author in sessions.items())
        or "  # ana: {role: frontend, emails: [ana@example.com]}",
        ownership=_ownership(folders, names) or "  # ana: [web/, '*.css']",
        documents="".join(f"\n# - {scalar(path)}" for path in found.documents),
    )


def name_sessions(authors: Iterable[Author]) -> dict[str, Author]:
    """A short name for each author: the first word of theirs, or more of it where that is taken."""
    named: dict[str, Author] = {}
    for author in authors:
        words = re.findall(r"\w+", author.name.casefold()) or ["session"]
        numbered = (f"{words[0]}-{number}" for number in range(2, len(named) + 3))
        choices = (words[0], "-".join(words), *numbered)
        named[next(choice for choice in choices if choice not in named)] = author
    return named


def scalar(text: str) -> str:
    """The text as YAML, in quotes unless it is plain; what cannot be printed is left out."""
    clean = "".join(character for character in text if character.isprintable())
    if PLAIN.fullmatch(clean) and clean.isascii() and clean.lower() not in RESERVED:
        return clean
    return json.dumps(clean, ensure_ascii=False)


def _committer(layout: Layout) -> tuple[Author, ...]:
    """Who would commit here, when nobody has yet."""
    git = Git.of(layout)
    name = (git.ask("config", "--get", "user.name") or b"").decode("utf-8", "replace").strip()
    email = Settings(git).email
    return (Author(name or email.partition("@")[0], (email,), 0),) if email else ()


def _session(name: str, author: Author) -> str:
    emails = ", ".join(json.dumps(email) for email in author.emails if email.isprintable())
    return f"  {scalar(name)}: {{role: {scalar(author.name)}, kind: person, emails: [{emails}]}}"


def _ownership(folders: list[Folder], names: dict[str, str]) -> str:
    """Candidates by who changed them most, as comments that only have to lose their `#`."""
    by_session: dict[str, list[Folder]] = {}
    for folder in folders:
        by_session.setdefault(names.get(folder.author, ""), []).append(folder)
    lines = []
    for name, candidates in by_session.items():
        lines.append(f"  # {scalar(name)}:" if name else "  # nobody lately:")
        for folder in candidates:
            commits = f"  # {folder.commits} recent commits" if folder.commits else ""
            lines.append(f"  #   - {scalar(escape(folder.path))}{commits}")
    return "\n".join(lines)


def _create(path: str, text: str) -> None:
    """Write the file unless it is there; whole, or not at all."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:
        raise EnvironmentFailed(f"cannot write {path}: {error.strerror}") from error
    try:
        with open(file, "w", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        os.unlink(path)
        raise EnvironmentFailed(f"cannot write {path}: {error.strerror}") from error


TEMPLATE = """\
# Who works here, who owns what, and what is to be done: the plan that coord-tui reads.
# Lines that begin with # are suggestions. `coord-tui doctor` checks the file.
version: 1
project: {project}

# Whoever commits here with one of the emails is that session. An agent gets `kind: agent`, and is
# told its name by `--as NAME` or COORD_SESSION=NAME.
sessions:
{sessions}

# Patterns as in .gitignore; the most specific one wins. The candidates below stand under whoever
# changed them most of late: take out the # where that is right.
ownership:
{ownership}

# Files that several sessions edit, announcing each edit.
shared:
  # - {{path: README.md, note: announce first}}

# Rounds or phases, in order. A task is ready when everything in its `after` is done.
groups:
  - id: round-1
    title: Round 1
    state: current
    tasks:
      # - {{id: T1, title: The first task}}
      # - {{id: T2, title: Another one, after: [T1], files: [src/]}}

# Documents that say how to work here, and which code they speak of.
docs:{documents}
"""
