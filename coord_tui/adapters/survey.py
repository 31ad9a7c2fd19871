"""Finds out what a first plan can say without asking anybody: who works here, where, and on what.

It runs once, for `coord-tui init`, and reads a bounded piece of the history, so that it is quick in
large repositories and says little, but nothing wrong, in empty ones.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from coord_tui.errors import EnvironmentFailed

if TYPE_CHECKING:
    from git import Repo

COMMITS = 500
"""How far back authors and folders are looked at."""

LOG = ("--no-merges", "--no-renames", "--no-ext-diff", "--no-show-signature", "--name-only", "-z")
FORMAT = "--format=%x1e%aN%x1f%aE"

BOT = re.compile(
    r"\[bot\]|\bbot(?= <|@)|^(?:github|github actions|dependabot|renovate|pre-commit-ci) <",
    re.IGNORECASE,
)
"""Of `name <email>`."""

DOCUMENTS = (
    "CODEOWNERS",
    ".github/CODEOWNERS",
    ".gitlab/CODEOWNERS",
    "docs/CODEOWNERS",
    "AGENTS.md",
    "CLAUDE.md",
)


class Author(NamedTuple):
    """Someone who committed lately, under the name used last, with every email seen."""

    name: str
    emails: tuple[str, ...]
    commits: int


class Folder(NamedTuple):
    """A folder that somebody may own."""

    path: str
    """Relative to the top, with a `/` at its end; at most two names deep."""
    author: str
    """Who made most of its recent commits; empty when nobody did."""
    commits: int
    """How many of the recent commits touched it, whoever made them."""


class Survey(NamedTuple):
    """What there is to know before the first plan."""

    project: str
    authors: tuple[Author, ...]
    """Who made most of the recent commits comes first; bots are left out."""
    folders: tuple[Folder, ...]
    """Sorted by path; only folders that hold tracked files now."""
    documents: tuple[str, ...]
    """Files that already say who owns what, or how to work here."""


class _Commit(NamedTuple):
    name: str
    email: str
    folders: frozenset[str]


def survey(top: str) -> Survey:
    """What the repository whose working tree is `top` tells of itself.

    Raises:
        EnvironmentFailed: git cannot read it.
    """
    from git import GitError, Repo  # costs 56 ms, and only `init` needs it

    try:
        with Repo(top, expand_vars=False) as repo:
            commits = [commit for commit in _commits(repo) if _is_by_a_person(commit)]
            tracked = repo.git.ls_files("-z").split("\0")
            project = _project(repo, top)
    except GitError as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[-1].strip()
        raise EnvironmentFailed(f"{top}: git cannot read its history: {reason}") from error
    people = _people(commits)
    names = {email: author.name for author in people for email in author.emails}
    folders = _folders(commits, names, _two_deep(tracked))
    return Survey(project, people, folders, _documents(top))


def _commits(repo: "Repo") -> Iterator[_Commit]:
    """The recent commits, newest first; none on an unborn branch."""
    if not repo.head.is_valid():
        return
    output: str = repo.git.log(f"-n{COMMITS}", *LOG, FORMAT)
    for block in output.split("\x1e")[1:]:
        who, *paths = block.split("\0")
        name, _, email = who.partition("\x1f")
        yield _Commit(name.strip(), email.strip().lower(), _two_deep(p.lstrip("\n") for p in paths))


def _two_deep(paths: Iterable[str]) -> frozenset[str]:
    """The first two folders on the way to each path, as `a/` and `a/b/`."""
    found: set[str] = set()
    for path in paths:
        top, *rest = path.split("/", 2)
        if rest:
            found.add(f"{top}/")
        if len(rest) > 1:
            found.add(f"{top}/{rest[0]}/")
    return frozenset(found)


def _is_by_a_person(commit: _Commit) -> bool:
    return bool(commit.email) and not BOT.search(f"{commit.name} <{commit.email}>")


def _people(commits: Iterable[_Commit]) -> tuple[Author, ...]:
    """One author for each person: the same name or the same email is the same person."""
    people: list[Author] = []
    places: dict[str, int] = {}
    for commit in commits:
        keys = (f"<{commit.email}>", commit.name.casefold())  # the email decides
        place = next((places[key] for key in keys if key in places), len(people))
        if place == len(people):
            people.append(Author(commit.name, (), 0))
        places.update((key, place) for key in keys if key not in places)
        _, emails, count = people[place]
        emails = emails if commit.email in emails else (*emails, commit.email)
        people[place] = people[place]._replace(emails=emails, commits=count + 1)
    return tuple(sorted(people, key=lambda author: -author.commits))


def _folders(
    commits: Iterable[_Commit], names: dict[str, str], tracked: Iterable[str]
) -> tuple[Folder, ...]:
    counts: dict[str, Counter[str]] = {folder: Counter() for folder in sorted(tracked)}
    for commit in commits:
        for folder in commit.folders & counts.keys():
            counts[folder][names[commit.email]] += 1
    return tuple(
        Folder(path, next((name for name, _ in count.most_common(1)), ""), count.total())
        for path, count in counts.items()
    )


def _project(repo: "Repo", top: str) -> str:
    """The last word of the remote's address (`origin` before others), else the folder's name."""
    remotes = sorted(repo.remotes, key=lambda remote: remote.name != "origin")
    address = str(remotes[0].config_reader.get_value("url", "")) if remotes else ""
    word = re.split(r"[/:\\]", address.rstrip("/"))[-1].removesuffix(".git")
    return word or os.path.basename(os.path.abspath(top))


def _documents(top: str) -> tuple[str, ...]:
    return tuple(path for path in DOCUMENTS if os.path.isfile(os.path.join(top, path)))
