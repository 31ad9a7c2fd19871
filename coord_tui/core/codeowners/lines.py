"""Takes a line of a CODEOWNERS file apart, and says what its pattern means for a forge."""

import re


def split(line: str) -> tuple[str, str]:
    r"""The pattern, to the first space that no `\` escapes, and the rest."""
    found = re.match(r"(?:\\.|[^\\\s]|\\$)+", line)
    end = found.end() if found else 0
    return line[:end], line[end:].strip()


def refused(pattern: str) -> str:
    """Why GitHub skips a line with this pattern; empty when it does not."""
    if pattern.startswith("!"):
        return "GitHub skips the line, as it knows no `!`"
    if pattern.startswith("\\#"):
        return "GitHub skips the line, as it knows no `\\#`"
    if re.search(r"(?<!\\)[\[\]]", pattern):
        return "GitHub skips the line, as it knows no `[ ]`"
    return ""


def unescaped(pattern: str) -> str:
    """Without the backslashes before spaces; a plan needs them at the end only."""
    return pattern if pattern.endswith(" ") else pattern.replace("\\ ", " ")


def as_gitlab(pattern: str) -> str:
    """The .gitignore pattern of what GitLab's `fnmatch` takes."""
    if pattern == "*":
        return "*"
    body = re.sub(r"\\(\s)", r"\1", pattern)
    anchored = body.startswith("/")
    names = body.lstrip("/").split("/")
    while names[-2:] == ["**", ""]:
        names[-2:] = [""]  # `a/**/` is `a/`, as the `/` takes all below anyway
    if names[-1] and not names[-1].strip("*"):
        names[-1] = "*"  # `**` at the end is one star for fnmatch
    bare = "/".join(names)
    trailing = len(bare) - len(bare.rstrip(" "))
    bare = bare.rstrip(" ") + "\\ " * trailing
    if not bare:
        return "*"
    if bare == "*":
        return "/*" if anchored else "*"
    return f"/{bare}" if anchored else f"**/{bare}"


def comment_text(line: str) -> str:
    """What a comment says; empty when it is a ruler."""
    text = line.strip().strip("#").strip()
    return text if any(letter.isalnum() for letter in text) else ""
