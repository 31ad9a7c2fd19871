"""Tells a CODEOWNERS file from other texts, and whether it is for GitHub or for GitLab."""

import re
from typing import Literal

from coord_tui.core.codeowners.lines import split
from coord_tui.core.codeowners.owners import is_owner

Dialect = Literal["github", "gitlab"]
HEADING = re.compile(r"(\^)?\[([^\]]*)\](?:\[(\d*)\])?(?:\s+(.*))?")
"""Begins a section: whether it is optional, its name, how many approve, and its owners."""
_GITLAB = re.compile(r"\^?\[[^\]]+\](?:\[\d*\])?(?:\s+@?[^#\s]*@.*|\s*(?:#.*)?)|!\S.*|\\#.*")
_FILES = re.compile(r"(?=.*[/.*])(?![-+@|>]|\d+\.|\[)\S*[^\s:,;!?]")
"""A pattern that is plainly one, and no word, list or table of a document."""
_DOCUMENTS = (".md", ".markdown", ".mdx")


def is_codeowners(name: str, text: str) -> bool:
    """Whether this is a CODEOWNERS file: by its name, else because it holds nothing but rules."""
    last = name.replace("\\", "/").rpartition("/")[2].lower()
    if "codeowners" in (last, last.rpartition(".")[2]):
        return True
    return not last.endswith(_DOCUMENTS) and holds_rules(text)


def dialect_of(name: str, text: str) -> Dialect:
    """Whose file it is: by the folder it lies in, else by lines that only GitLab knows."""
    if ".gitlab/" in name or name.replace("\\", "/").rpartition("/")[2].startswith("gitlab"):
        return "gitlab"
    if ".github/" in name:
        return "github"
    lines = map(str.strip, text.splitlines())
    special = (line for line in lines if line and (line[0] in "^[!\\" or "@@" in line))
    plain = any(_GITLAB.fullmatch(line) or " @@" in line for line in special)
    return "gitlab" if plain else "github"


def holds_rules(text: str) -> bool:
    """Whether each line is a comment, a section, or a pattern of files and its owners."""
    rules = 0
    for line in filter(None, map(str.strip, text.lstrip("\ufeff").splitlines())):
        pattern, rest = split(line)
        owners = rest.partition(" #")[0].split()
        if line.startswith("#") or HEADING.fullmatch(line):
            continue
        if not _FILES.fullmatch(pattern) or not all(map(is_owner, owners)):
            return False
        rules += bool(owners)
    return rules > 0
