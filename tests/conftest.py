"""What every test gets: a git that is deaf to this machine's settings, and no session."""

import os
from pathlib import Path

import pytest

from tests.repos import Repo, isolated, repository


@pytest.fixture(autouse=True)
def _isolated_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clean = isolated(dict(os.environ)) | {"HOME": str(tmp_path)}
    for name in os.environ.keys() - clean.keys():
        monkeypatch.delenv(name)
    for name, value in clean.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with one commit."""
    return repository(tmp_path / "repo")
