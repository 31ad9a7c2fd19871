"""Lets a command that waits end cleanly when it is interrupted, or told to end."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Stop(threading.Event):
    """Set by a signal; then `code` is what shells say of a process that it ended."""

    code = 0

    def hear(self, number: int, frame: FrameType | None) -> None:
        """Take the signal."""
        self.code = 128 + number
        self.set()


@contextmanager
def stopping() -> Iterator[Stop]:
    """Until the block ends, SIGINT, SIGTERM and SIGHUP set the event, and do nothing else.

    What is ignored (by `nohup`, or in the background of a script) stays so.
    """
    stop = Stop()
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    if threading.current_thread() is not threading.main_thread():
        yield stop  # signals are none of its business
        return
    heeded = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, stop.hear) for number in heeded}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
