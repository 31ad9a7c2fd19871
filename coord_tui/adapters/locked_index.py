"""Tries a git command again while another git holds a lock that it needs: that lasts a moment."""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ATTEMPTS = 20
PAUSE = 0.2
"""Seconds of the longest pause between two attempts."""
INDEX_LOCKED = "index.lock': File exists"
"""What git says when another git is writing the index."""


def unhurried(
    attempt: Callable[[], tuple[int, bytes, bytes]], locked: str = INDEX_LOCKED
) -> tuple[int, bytes, bytes]:
    """What the attempt gives: exit code, output, complaint; tried again while that is `locked`."""
    for _ in range(ATTEMPTS):
        result = attempt()
        if not result[0] or locked.encode() not in result[2]:
            break
        time.sleep(PAUSE * os.urandom(1)[0] / 255)
    return result
