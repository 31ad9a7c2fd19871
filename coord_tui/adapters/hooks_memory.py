"""Remembers in which folders our hooks are, for git may be told later to look in another one.

Git's own folder for hooks is always looked into, and not remembered.
"""

from __future__ import annotations

import os
from contextlib import suppress
from os.path import dirname, join

from coord_tui.adapters.layout import Layout
from coord_tui.errors import EnvironmentFailed


def usual_folder(layout: Layout) -> str:
    """Where git looks for hooks unless it is told otherwise."""
    return join(layout.common_dir, "hooks")


def known_folders(layout: Layout) -> list[str]:
    """The folders where our hooks may be: git's usual one, then those that are remembered."""
    return list(dict.fromkeys((usual_folder(layout), *_remembered(layout))))


def remember(layout: Layout, folder: str) -> bool:
    """Remember one more folder; whether that was new. Raises: EnvironmentFailed."""
    if folder in known_folders(layout):
        return False
    _write(layout, [*_remembered(layout), folder])
    return True


def forget(layout: Layout, folder: str) -> None:
    """Remember the folder no more; the last one leaves no trace. Raises: EnvironmentFailed."""
    before = _remembered(layout)
    if folder in before:
        _write(layout, [one for one in before if one != folder])


def _remembered(layout: Layout) -> list[str]:
    try:
        with open(_place(layout), "rb") as file:
            return [os.fsdecode(one) for one in file.read().split(b"\0") if one.startswith(b"/")]
    except OSError:
        return []


def _write(layout: Layout, folders: list[str]) -> None:
    place = _place(layout)
    new = f"{place}.{os.getpid()}"
    try:
        if not folders:
            os.unlink(place)
            with suppress(OSError):  # it holds more than that, and stays
                os.rmdir(dirname(place))
            return
        os.makedirs(dirname(place), exist_ok=True)
        with open(new, "wb") as file:
            file.write(b"".join(os.fsencode(one) + b"\0" for one in folders))
        os.replace(new, place)
    except OSError as error:
        raise EnvironmentFailed(
            f"cannot remember where the hooks are: {place}: {error.strerror or error}"
        ) from error


def _place(layout: Layout) -> str:
    return join(layout.common_dir, "coord", "hooks")
