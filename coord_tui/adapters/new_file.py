"""Puts a file in place whole or not at all, and only over what it is known to replace.

What is no file (a device, a pipe, a folder) is never read, written or replaced, nor is a file that
somebody made read-only. A file with several names becomes one of its own, as it does for git.
"""

import os
import stat
from contextlib import suppress
from os.path import lexists, realpath

from coord_tui.errors import BadInput, EnvironmentFailed, Refused


def bytes_of(path: str) -> bytes | None:
    """What the file holds; None when there is none.

    Raises: BadInput when it is no file; EnvironmentFailed when it cannot be read.
    """
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise BadInput(f"{path} is {kind(mode)}, no file: it stays as it is")
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed("read", path, error) from error


def kind(mode: int) -> str:
    """What something of this mode is, which is no file."""
    kinds = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"))
    return next((word for test, word in kinds if test(mode)), "a device")


def create_file(path: str, data: bytes) -> bool:
    """Write a file that is not there, or is empty; False when something else is there by now.

    Raises: BadInput, Refused as `replace_file`; EnvironmentFailed when it cannot be written.
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

    Raises: BadInput when it is no file; Refused when it is read-only; EnvironmentFailed when it
        cannot be read or written.
    """
    if bytes_of(path) != before:
        return False
    real = realpath(path)
    mode = _mode(path)
    new = _written(real, data)
    try:
        os.chmod(new, mode)
        if bytes_of(real) != before:  # looked at last, as writing took its time
            return False
        _renamed(new, real)
    finally:
        with suppress(OSError):
            os.unlink(new)
    return True


def _mode(path: str) -> int:
    """The mode of a file that may be written; root may write any, but a person said no."""
    try:
        mode = stat.S_IMODE(os.stat(path).st_mode)
    except OSError as error:
        raise _failed("read", path, error) from error
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise Refused(f"{path} is read-only: `chmod u+w` lets it be written")
    return mode


def _written(path: str, data: bytes) -> str:
    """A file beside it that holds the data, on the disk: a rename must not come before it."""
    new = f"{path}.{os.getpid()}.new"
    try:
        with open(new, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
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
