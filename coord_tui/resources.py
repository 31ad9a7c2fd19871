"""Finds the files that are shipped beside the code, installed or in a checkout."""

from pathlib import Path

from coord_tui.errors import EnvironmentFailed


def folder(name: str) -> Path:
    """The folder of that name: inside the package (the wheel), else beside it (a checkout).

    Raises:
        EnvironmentFailed: When it is in neither place.
    """
    package = Path(__file__).parent
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise EnvironmentFailed(f"{package / name}: this folder is missing; install coord-tui again")
