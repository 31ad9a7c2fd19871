"""What this clone remembers of the remote: how much of the channel it has, since when it is away.

It is a memory, not the truth: when it is lost, events count as pending until the next sync.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from os.path import join

from coord_tui.core.contact import Contact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.channel_file import ChannelFile

NAME = "contact.json"
"""The file's name, beside the live channel."""


def read_contact(file: ChannelFile, remote: str, branch: str) -> Contact:
    """The remote as this clone knows it; no remote, until sync asked this very one."""
    try:
        with open(join(file.folder, NAME), encoding="utf-8") as stream:
            found = json.load(stream)
        if (found["remote"], found["branch"]) != (remote, branch):
            return Contact()
        lines = int(found["lines"]) if file.size() >= int(found["bytes"]) else 0
        at, since = float(found["at"]), float(found["since"])
        return Contact(remote, lines, at, str(found["away"]), since)
    except (OSError, ValueError, TypeError, KeyError):
        return Contact()  # absent or garbage: the next sync makes it anew


def write_contact(file: ChannelFile, branch: str, contact: Contact, size: int) -> None:
    """Remember it; `size` is the length in bytes of the lines that are confirmed."""
    document = {
        "remote": contact.remote,
        "branch": branch,
        "lines": contact.confirmed,
        "bytes": size,
        "at": contact.at,
        "away": contact.away,
        "since": contact.since,
    }
    place = join(file.folder, NAME)
    aside = f"{place}.{os.getpid()}"
    with suppress(OSError):  # a full disk: nothing is lost but the memory
        with open(aside, "w", encoding="utf-8") as stream:
            json.dump(document, stream)
        os.replace(aside, place)
