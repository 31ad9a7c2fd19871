"""Ends a commit's message with who made it and for which task, where no hook of ours could.

For the pre-commit framework's stage commit-msg; our own hook does the same without a Python.
"""

from __future__ import annotations

import os
import re
from os.path import join

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.staged import staged_paths
from coord_tui.errors import BadInput
from coord_tui.workspace.guard import look
from coord_tui.workspace.guard_commits import trailers

SCISSORS = re.compile(rb"(?m)^. -{24} >8 -{24}$.*", re.DOTALL)


def add_trailers(repo: str, session: str, file: str) -> list[str]:
    """Add them to the message in that file; those that are there already are not added twice.

    A message of which nothing is left without comments stays as it is, so that git gives up the
    commit. An observer, or a repository without a plan, has no trailers.
    Raises: BadInput when there is no such file; EnvironmentFailed when git fails.
    """
    layout = find_layout(repo)
    git, path = Git.of(layout), join(repo, file)
    sight = look(layout, session)
    if sight is None or not sight.me or not _is_written(git, path):
        return []
    lines = trailers(staged_paths(git, layout, os.environ), sight)
    options = ("--no-divider", "--where=end", "--if-exists=addIfDifferent", "--if-missing=add")
    told = (option for line in lines for option in ("--trailer", line))
    git.run("interpret-trailers", "--in-place", *options, *told, path)
    return lines


def _is_written(git: Git, path: str) -> bool:
    """Whether somebody wrote something, and not only the template."""
    words = _words(git, path)
    template = git.ask("config", "--type=path", "--get", "commit.template")
    if not words or not template:
        return bool(words)
    file = os.fsdecode(template.removesuffix(b"\n"))
    return not os.path.isfile(file) or _words(git, file) != words


def _words(git: Git, path: str) -> bytes:
    """What git would commit of a message: nothing of comments, nothing below the scissors."""
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError as error:
        raise BadInput(f"cannot read the message {path!r}: {error.strerror}") from error
    return git.run("stripspace", "--strip-comments", input=SCISSORS.sub(b"", text))
