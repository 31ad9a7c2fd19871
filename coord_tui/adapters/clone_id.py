"""Tells clones apart: a short name, made once and kept in git's own folder."""

from __future__ import annotations

import os
from os.path import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.channel_file import ChannelFile

NAME = "clone"
"""The file's name, beside the live channel."""


def clone_id(file: ChannelFile) -> str:
    """The name of this clone, made if it has none; empty where it cannot be kept.

    To be called under the channel's lock.
    """
    place = join(file.folder, NAME)
    try:
        with open(place, encoding="ascii") as stream:
            if found := stream.read().strip():
                return found
    except (OSError, ValueError):
        pass
    made = os.urandom(4).hex()
    try:
        with open(place, "w", encoding="ascii") as stream:
            stream.write(f"{made}\n")
    except OSError:
        return ""
    return made
