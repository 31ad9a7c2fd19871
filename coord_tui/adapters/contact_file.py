"""What this clone remembers of the remote: how much of the channel it has, since when it is away.

It is a memory, not the truth: when it is lost, events count as pending until the next sync.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.channel_file import CONTACT
from coord_tui.core.contact import Contact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.channel_file import ChannelFile


class Memory(NamedTuple):
    """What this clone remembers of the remote's channel."""

    contact: Contact = Contact()
    size: int = 0
    """Bytes at the beginning of the live channel that the remote has."""
    tip: str = ""
    """The remote's last commit and its blob, apart by a blank; empty when it has none."""


def read_memory(file: ChannelFile, remote: str, branch: str) -> Memory:
    """What is remembered of this very remote and branch; nothing, until sync asked it."""
    try:
        with open(join(file.folder, CONTACT), encoding="utf-8") as stream:
            found = json.load(stream)
        if (found["remote"], found["branch"]) != (remote, branch):
            return Memory()
        size, whole = int(found["bytes"]), file.size() >= int(found["bytes"])
        contact = Contact(
            remote,
            int(found["lines"]) if whole else 0,
            float(found["at"]),
            str(found["away"]),
            float(found["since"]),
        )
        return Memory(contact, size, str(found["tip"])) if whole else Memory(contact)
    except (OSError, ValueError, TypeError, KeyError):
        return Memory()  # absent or garbage: the next sync makes it anew


def write_memory(file: ChannelFile, branch: str, memory: Memory) -> None:
    """Remember it. Of two that write, one is whole; who may write is for the caller to see to."""
    contact = memory.contact
    document = {
        "remote": contact.remote,
        "branch": branch,
        "lines": contact.confirmed,
        "bytes": memory.size,
        "tip": memory.tip,
        "at": contact.at,
        "away": contact.away,
        "since": contact.since,
    }
    place = join(file.folder, CONTACT)
    aside = f"{place}.{os.getpid()}"
    with suppress(OSError):  # a full disk: nothing is lost but the memory
        with open(aside, "w", encoding="utf-8") as stream:
            json.dump(document, stream)
        os.replace(aside, place)
