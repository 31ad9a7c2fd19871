"""A repository with a plan, and the sessions that look at it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.workspace.workspace import Workspace
from tests.atlas import atlas
from tests.repos import Repo

As = Callable[[str], Workspace]


@pytest.fixture
def place(tmp_path: Path) -> Repo:
    return atlas(tmp_path / "atlas")


@pytest.fixture
def session(place: Repo) -> As:
    """The workspace as a session sees it."""
    return lambda name: Workspace.open(str(place.path), name)
