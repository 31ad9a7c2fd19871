"""Reads and rewrites text files that belong to people: encoding, line ends and mode stay."""

from __future__ import annotations

import os
from os.path import dirname, realpath

from coord_tui.adapters.layout import Layout
from coord_tui.adapters.new_file import bytes_of, create_file, replace_file
from coord_tui.errors import BadInput, EnvironmentFailed, Refused


def read_text(layout: Layout, path: str) -> str | None:
    """The text, its line ends as they are; None when there is no such file.

    Raises: BadInput for what is no file or no text, and for a link that leads out of the
        repository; EnvironmentFailed when it cannot be read.
    """
    real = realpath(path)
    if not real.startswith(layout.top.rstrip("/") + "/"):
        raise BadInput(f"{path} leads out of the repository, to {real}: it stays as it is")
    data = bytes_of(path)
    if data is None:
        return None
    try:
        if b"\0" in data:
            raise ValueError
        return data.decode("utf-8")
    except ValueError:
        raise BadInput(f"{path} is no UTF-8 text: it stays as it is") from None


def write_text(path: str, text: str, before: str | None) -> None:
    """Put the text in the place of the one that was read, or None; whole or not at all.

    A link stays one. Raises: Refused when somebody changed the file since, or made it read-only;
        BadInput when it is no file; EnvironmentFailed when it cannot be written.
    """
    real, data = realpath(path), text.encode("utf-8")
    try:
        os.makedirs(dirname(real), exist_ok=True)
    except OSError as error:
        raise _failed("write", path, error) from error
    done = (
        create_file(real, data)
        if before is None
        else replace_file(path, before.encode("utf-8"), data)
    )
    if not done:
        raise Refused(f"{path} changed in the meantime and stays as it is: do it again")


def remove(path: str) -> None:
    """Remove a file, and its folder if that is empty then. Raises: EnvironmentFailed."""
    try:
        os.unlink(path)
    except OSError as error:
        raise _failed("remove", path, error) from error
    try:
        os.rmdir(dirname(path))
    except OSError:  # it holds something else, and stays
        return


def _failed(what: str, path: str, error: OSError) -> EnvironmentFailed:
    return EnvironmentFailed(f"cannot {what} {path}: {error.strerror or error}")
