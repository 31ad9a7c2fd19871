"""Whose a path is for GitHub and for GitLab: small evaluators that share nothing with the reader.

Patterns are judged by pathspec for GitHub, by regular expressions in the manner of Ruby's `fnmatch`
for GitLab.
"""

import re
from functools import lru_cache

import pathspec

Owners = frozenset[str]


def github_owners(text: str, path: str) -> Owners:
    """The owners in the last line that matches."""
    found: Owners = frozenset()
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        pattern, *rest = re.split(r"(?<!\\)\s+", line)
        if _github(pattern, path):
            words = " ".join(rest)
            found = frozenset(re.split(r"(?:^|\s)#", words)[0].split())
    return found


@lru_cache(maxsize=100_000)
def _github(pattern: str, path: str) -> bool:
    spec = pathspec.PathSpec.from_lines("gitignore", [pattern], backend="simple")
    return bool(spec.match_file(path))


def gitlab_owners(text: str, path: str, folders: bool = True) -> Owners:
    """The owners of all sections; with `folders`, `docs` means the folder, too, as is often meant.

    Not quite as GitLab: owners of all files are asked only where no section has others.
    """
    sections: dict[str, list[tuple[str, Owners]]] = {"": []}
    now, defaults = "", frozenset[str]()
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        heading = re.match(r"\^?\[(.*?)\](?:\[\d*\])?(?:\s+(.*))?$", line)
        if heading:
            now, defaults = heading[1].lower(), frozenset((heading[2] or "").split())
            sections.setdefault(now, [])
            continue
        pattern, *rest = re.split(r"(?<!\\)\s+", line)
        sections[now].append((pattern, frozenset(" ".join(rest).split()) or defaults))
    found = [_in_section(rules, path, folders) for rules in sections.values()]
    own = frozenset[str]().union(*(owners for owners, of_all in found if not of_all))
    return own or frozenset[str]().union(*(owners for owners, _ in found))


def _in_section(rules: list[tuple[str, Owners]], path: str, folders: bool) -> tuple[Owners, bool]:
    """The owners for one section, and whether those of all files."""
    found, of_all = frozenset[str](), False
    for pattern, owners in rules:
        if _gitlab(pattern.removeprefix("!"), path, folders):
            if pattern.startswith("!"):
                return frozenset(), False
            found, of_all = owners, _takes_all(pattern, folders)
    return found, of_all


def _takes_all(pattern: str, folders: bool) -> bool:
    return not pattern.strip("*/") and all(
        _gitlab(pattern, path, folders) for path in ("q", "q/q", "q/q/q")
    )


@lru_cache(maxsize=100_000)
def _gitlab(pattern: str, path: str, folders: bool) -> bool:
    if pattern == "*":
        return True
    pattern = pattern.replace("\\ ", " ").removeprefix("\\")
    pattern = pattern if pattern.startswith("/") else f"/**/{pattern}"
    if folders and not pattern.rstrip("*").endswith("/"):
        inside = re.compile(_fnmatch(f"{pattern}/**/*"))
        if inside.fullmatch(f"/{path}"):
            return True
    pattern = f"{pattern}**/*" if pattern.endswith("/") else pattern
    return re.compile(_fnmatch(pattern)).fullmatch(f"/{path}") is not None


def _fnmatch(pattern: str) -> str:
    """`File.fnmatch` with FNM_PATHNAME and FNM_DOTMATCH as a regular expression."""
    made, rest = "", pattern
    while rest:
        if rest.startswith("**/") and made.endswith(("/", "/)*")):
            made, rest = made + "(?:[^/]+/)*", rest[3:]
            continue
        char, rest = rest[0], rest[1:]
        if char == "*":
            made += "[^/]*"
        elif char == "?":
            made += "[^/]"
        elif char == "[":
            inside, _, rest = rest.partition("]")
            made += f"[{inside}]"
        else:
            made += re.escape(char)
    return made
