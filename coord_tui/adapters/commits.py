"""Answers which commits exist.

Names are handed to git on its standard input, where nothing can be taken for an option.
"""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coord_tui.adapters.git import Git

FROM_HERE = {"GIT_NO_LAZY_FETCH": "1"}
"""A clone without all objects would ask its remote for a commit that it does not have."""
FOUND = re.compile(rb"([0-9a-f]{40}(?:[0-9a-f]{24})?) commit \d+")


def commit_sha(git: "Git", name: str) -> str | None:
    """The full sha of the commit that `name` means (a sha, branch, tag, `HEAD~2`), if it is one.

    Raises:
        EnvironmentFailed: git failed.
    """
    return _resolved(git, [name])[0]


def known_commits(git: "Git", names: "Iterable[str]") -> set[str]:
    """Those of the names that mean a commit of this repository, however many, in one git process.

    Raises:
        EnvironmentFailed: git failed.
    """
    return set(commits_named(git, names))


def commits_named(git: "Git", names: "Iterable[str]") -> dict[str, str]:
    """The full sha of each of the names that means a commit, however many, in one git process.

    Raises:
        EnvironmentFailed: git failed.
    """
    asked = list(dict.fromkeys(names))
    return {name: sha for name, sha in zip(asked, _resolved(git, asked), strict=True) if sha}


def _resolved(git: "Git", names: list[str]) -> list[str | None]:
    """The commit of each name, in order."""
    fit = [name for name in names if _fits_a_line(name)]
    if not fit:
        return [None] * len(names)
    asked = "".join(f"{name}^{{commit}}\n" for name in fit).encode("utf-8", "surrogateescape")
    lines = git.run("cat-file", "--batch-check", input=asked, env=FROM_HERE).splitlines()
    answers = dict(zip(fit, lines, strict=True))
    matches = [FOUND.fullmatch(answers.get(name, b"")) for name in names]
    return [match[1].decode() if match else None for match in matches]


def _fits_a_line(name: str) -> bool:
    return bool(name) and not any(mark in name for mark in "\n\r\0")
