"""Puts a file in place whole or not at all, and only over what it is known to replace."""

import os
from contextlib import suppress
from os.path import lexists, realpath

from coord_tui.errors import EnvironmentFailed


def create_file(path: str, data: bytes) -> bool:
    """Write a file that is not there, or is empty; False when something else is there by now.

    Raises: EnvironmentFailed when it cannot be written.
    """
    if lexists(path):
        return replace_file(path, b"", data)
    new = _written(path, data)
    try:
        os.link(new, path)  # unlike a rename, it never replaces what came in the meantime
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if lexists(path):
            return False
        _renamed(new, path)
    finally:
        with suppress(OSError):
            os.unlink(new)
    return True


def replace_file(path: str, before: bytes, data: bytes) -> bool:
    """Write over a file that still holds `before`; its mode stays, and a link stays one.

    Raises: EnvironmentFailed when it cannot be read or written.
    """
    real = realpath(path)
    try:
        with open(real, "rb") as file:
            if file.read() != before:
                return False
        mode = os.stat(real).st_mode & 0o7777
    except OSError as error:
        raise _failed("read", path, error) from error
    new = _written(real, data)
    try:
        os.chmod(new, mode)
        _renamed(new, real)
    finally:
        with suppress(OSError):
            os.unlink(new)
    return True


def _written(path: str, data: bytes) -> str:
    """A file beside it that holds the data."""
    new = f"{path}.{os.getpid()}.new"
    try:
        with open(new, "xb") as file:
            file.write(data)
    except OSError as error:
        with suppress(OSError):
            os.unlink(new)
        raise _failed("write", path, error) from error
    return new


def _renamed(new: str, path: str) -> None:
    try:
        os.replace(new, path)
    except OSError as error:
        raise _failed("write", path, error) from error


def _failed(what: str, path: str, error: OSError) -> EnvironmentFailed:
    return EnvironmentFailed(f"cannot {what} {path}: {error.strerror or error}")
