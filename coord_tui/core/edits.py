"""Reads what coding agents hand to a hook before they edit: which files, from which folder.

Claude Code, Gemini CLI, Cursor and Windsurf name the file under one key or another; Codex hands on
the text of a patch. Whatever else they say is left alone.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = ("file_path", "notebook_path", "absolute_path", "filePath", "target_file", "path")
"""How the file is called, by one agent or another."""
INSIDE = ("tool_input", "tool_info", "toolInput", "arguments", "args", "edits", "files")
"""Where it stands, when not at the top."""
PATCHES = ("command", "input", "patch", "arguments")
"""Where the text of a patch stands."""
FILE_LINES = ("*** Update File: ", "*** Add File: ", "*** Delete File: ", "*** Move to: ")
"""How the lines of such a patch begin that name a file."""


class Edit:
    """An edit that an agent is about to make."""

    __slots__ = ("cwd", "event", "paths")

    def __init__(self, cwd: str, event: str, paths: list[str]) -> None:
        self.cwd = cwd
        """The folder that relative paths start from; empty when it was not said."""
        self.event = event
        """What the agent calls the moment, such as `PreToolUse`."""
        self.paths = paths


def read_edit(document: object) -> Edit:
    """The edit that the JSON document speaks of. Raises: ValueError when it names no file."""
    if not isinstance(document, dict):
        raise ValueError("an object was expected")
    paths = list(dict.fromkeys([*_named(document, 0), *_patched(document)]))
    if not paths:
        raise ValueError("it names no file: let the hook run only for tools that edit files")
    event = document.get("hook_event_name")
    cwd = document.get("cwd")
    return Edit(_text(cwd), _text(event), paths)


def _named(found: object, depth: int) -> Iterator[str]:
    """The files that stand under a key of their own."""
    if isinstance(found, list):
        for one in found:
            yield from _named(one, depth)
    if not isinstance(found, dict) or depth > 2:
        return
    yield from (path for key in KEYS if (path := _text(found.get(key))))
    for key in INSIDE:
        yield from _named(found.get(key), depth + 1)


def _patched(document: dict[str, object]) -> Iterator[str]:
    """The files that the text of a patch names."""
    inside = next((document[key] for key in INSIDE if document.get(key)), document)
    for text in _texts(inside):
        for line in text.split("\n"):
            for begin in FILE_LINES:
                if line.startswith(begin) and (path := line[len(begin) :].strip()):
                    yield path


def _texts(inside: object) -> Iterator[str]:
    if isinstance(inside, str):
        yield inside
    if not isinstance(inside, dict):
        return
    for key in PATCHES:
        text = inside.get(key)
        yield from map(_text, text if isinstance(text, list) else [text])


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""
