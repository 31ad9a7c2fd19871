"""Writes commands that can be pasted into a shell as they are, whatever the paths in them hold.

The guard's hot path loads it, so it loads nothing.
"""

from __future__ import annotations

SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")
MAGIC = frozenset("*?[\\")
"""What git reads as a wildcard in a path of its command line."""
LONGEST = 600
"""Characters of a command that a person still reads."""


def word(text: str) -> str:
    """The text as one word of a shell; with `$'…'` where it holds what cannot be printed."""
    if text and SAFE.issuperset(text):
        return text
    if text.isprintable():
        return "'" + text.replace("'", "'\"'\"'") + "'"
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return "$'" + "".join(c if c.isprintable() else _bytes_of(c) for c in escaped) + "'"


def _bytes_of(char: str) -> str:
    """The bytes of a character; half of a pair stands for the byte that it came from, or `?`."""
    try:
        data = char.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = b"?"
    return "".join(f"\\x{byte:02x}" for byte in data)


def from_folder(path: str, folder: str) -> str:
    """A path relative to the top, as it is typed in a folder that is relative to the top too."""
    if not folder:
        return path if not path.startswith("-") else f"./{path}"
    there, here = path.split("/"), folder.strip("/").split("/")
    common = 0
    while common < min(len(there) - 1, len(here)) and there[common] == here[common]:
        common += 1
    typed = "/".join([".."] * (len(here) - common) + there[common:])
    return typed if not typed.startswith("-") else f"./{typed}"


def commit_only(paths: list[str], folder: str) -> str:
    """The command that commits these paths and leaves everything else that is staged as it is.

    It takes them as they are in the working tree, whatever the index has. Where so many would be
    unreadable, it has the guard itself list them.
    """
    if not paths:
        return ""
    command = f"git commit --only -- {_pathspecs(paths, folder)}"
    if len(command) <= LONGEST:
        return command
    return "coord-tui guard --mine | git --literal-pathspecs commit --only --pathspec-from-file=-"


def commit_without(paths: list[str], folder: str) -> str:
    """The command that commits what is staged but for these paths, which it leaves unstaged."""
    return f"git reset -q -- {_pathspecs(paths, folder)} && git commit"


def _pathspecs(paths: list[str], folder: str) -> str:
    return " ".join(word(_pathspec(from_folder(path, folder))) for path in paths)


def _pathspec(path: str) -> str:
    """A path that git takes for itself only: not for a wildcard, nor for one of git's keywords."""
    return f":(literal){path}" if MAGIC.intersection(path) or path.startswith(":") else path


def listed(path: str) -> str:
    """The path as a line of a list that git reads: in its quotes where it holds more than ASCII."""
    if path.isascii() and path.isprintable() and not set('"\\').intersection(path):
        return path
    return '"' + "".join(_listed(char) for char in path) + '"'


def _listed(char: str) -> str:
    if char.isascii() and char.isprintable():
        return f"\\{char}" if char in '"\\' else char
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))
