"""What every test gets: a git that is deaf to this machine's settings, and no session."""

import os
from pathlib import Path

import pytest

from tests.repos import Repo, isolated, repository


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """One worker more than cores: a third of a screen test's time is waiting for what is idle."""
    if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS"):
        return None  # whoever sets it knows better
    usable = getattr(os, "sched_getaffinity", None)
    return (len(usable(0)) if usable else os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def _nobodys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which nobody writes."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _isolated_git(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, _nobodys: Path
) -> None:
    has_folder = "tmp_path" in request.fixturenames  # thousands of pure tests need none
    home: Path = request.getfixturevalue("tmp_path") if has_folder else _nobodys
    clean = isolated(dict(os.environ)) | {"HOME": str(home)}
    for name in os.environ.keys() - clean.keys():
        monkeypatch.delenv(name)
    for name, value in clean.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with one commit."""
    return repository(tmp_path / "repo")
