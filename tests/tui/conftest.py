"""Screens are the same on every machine: one time zone, one terminal, no wishes of yours."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.atlas import atlas
from tests.repos import Repo

TERMINAL = {"TZ": "UTC", "TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.fixture(autouse=True)
def _same_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        for name, value in TERMINAL.items():
            patch.setenv(name, value)
        patch.delenv("NO_COLOR", raising=False)
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def place(tmp_path: Path) -> Repo:
    """A real repository with a plan."""
    return atlas(tmp_path / "atlas")
