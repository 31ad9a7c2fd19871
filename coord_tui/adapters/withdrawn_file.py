"""Keeps the events that lost before the remote had them, until their session has read why.

They are in the clone only: on the channel, losing leaves no noise. Not to be called without the
channel's lock, save for reading.
"""

from __future__ import annotations

import json
import os
from os.path import join

from coord_tui.adapters.channel_file import WITHDRAWN
from coord_tui.core.contact import Withdrawn
from coord_tui.core.events import decode, encode
from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from coord_tui.adapters.channel_file import ChannelFile


def read_withdrawn(file: ChannelFile) -> tuple[Withdrawn, ...]:
    """Every event that was withdrawn and not yet forgotten, the oldest first."""
    try:
        with open(join(file.folder, WITHDRAWN), encoding="utf-8", errors="replace") as stream:
            lines = stream.readlines()
    except OSError:
        return ()  # nobody ever lost, as is usual
    return tuple(found for line in lines if (found := _read(line)))


def add_withdrawn(file: ChannelFile, withdrawn: Iterable[Withdrawn]) -> None:
    """Keep these too, each once. Raises: EnvironmentFailed when they cannot be written."""
    kept = {one.event.id: one for one in (*read_withdrawn(file), *withdrawn)}
    _write(file, list(kept.values()))


def forget_withdrawn(file: ChannelFile, ids: Container[str]) -> None:
    """Drop those whose sessions have read why. Raises: as `add_withdrawn`."""
    kept = read_withdrawn(file)
    left = [one for one in kept if one.event.id not in ids]
    if len(left) < len(kept):
        _write(file, left)


def _read(line: str) -> Withdrawn | None:
    try:
        found = json.loads(line)
        event = decode(json.dumps(found["event"]).encode()).event
        return Withdrawn(event, str(found["reason"])) if event else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _write(file: ChannelFile, withdrawn: list[Withdrawn]) -> None:
    place = join(file.folder, WITHDRAWN)
    texts = [
        f'{{"event":{encode(one.event)},"reason":{json.dumps(one.reason)}}}\n' for one in withdrawn
    ]
    try:
        if not texts:
            os.unlink(place)
            return
        with open(f"{place}.new", "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.writelines(texts)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(f"{place}.new", place)
    except FileNotFoundError:
        return  # there was none
    except OSError as error:
        raise EnvironmentFailed(f"cannot write {place!r}: {error.strerror}") from error
