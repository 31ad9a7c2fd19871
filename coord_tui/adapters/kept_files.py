"""Reads and rewrites text files that belong to people: encoding, line ends and mode stay."""

from __future__ import annotations

import os
from os.path import dirname, lexists, realpath

from coord_tui.adapters.layout import Layout
from coord_tui.errors import BadInput, EnvironmentFailed


def read_text(layout: Layout, path: str) -> str | None:
    """The text, its line ends as they are; None when there is no such file.

    Raises: BadInput for what is no text, and for a link that leads out of the repository;
        EnvironmentFailed when it cannot be read.
    """
    real = realpath(path)
    if not real.startswith(layout.top.rstrip("/") + "/"):
        raise BadInput(f"{path} leads out of the repository, to {real}: it stays as it is")
    try:
        with open(real, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed("read", path, error) from error
    try:
        if b"\0" in data:
            raise ValueError
        return data.decode("utf-8")
    except ValueError:
        raise BadInput(f"{path} is no UTF-8 text: it stays as it is") from None


def write_text(path: str, text: str) -> None:
    """Put the text there, whole or not at all; a link stays one. Raises: EnvironmentFailed."""
    real = realpath(path)
    new = f"{real}.{os.getpid()}.new"
    try:
        os.makedirs(dirname(real), exist_ok=True)
        with open(new, "xb") as file:
            file.write(text.encode("utf-8"))
        if lexists(real):
            os.chmod(new, os.stat(real).st_mode & 0o7777)
        os.replace(new, real)
    except OSError as error:
        if lexists(new):
            os.unlink(new)
        raise _failed("write", path, error) from error


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
