"""What is shipped: a wheel that holds everything the program reads, and finds it there."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coord_tui.resources import folder
from coord_tui.tui.stylesheets import stylesheets

ROOT = Path(__file__).parents[1]
PROGRAM = """
from coord_tui.resources import folder
from coord_tui.tui.stylesheets import stylesheets
print(folder("styles"), folder("examples"), *stylesheets(), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("*.whl"))


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        points = next(name for name in names if name.endswith("entry_points.txt"))
        commands = archive.read(points).decode()
    shipped = {f"coord_tui/styles/{sheet.name}" for sheet in (ROOT / "styles").glob("*.tcss")}
    shipped |= {f"coord_tui/examples/{plan.name}" for plan in (ROOT / "examples").iterdir()}
    assert shipped | {"coord_tui/py.typed"} <= names
    assert any(name.endswith("plan.schema.json") for name in names)
    assert "coord-tui = coord_tui.__main__:main" in commands
    assert not [name for name in names if name.startswith("tests/")]


def test_an_installed_package_reads_its_own_folders(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=True, env={"PYTHONPATH": "."}
    )
    found = done.stdout.split()
    assert len(found) > 3
    assert all(Path(path).is_relative_to(tmp_path) for path in found)


def test_a_checkout_reads_the_folders_beside_the_package() -> None:
    assert folder("styles") == ROOT / "styles"
    names = [Path(sheet).stem for sheet in stylesheets()]
    assert names[0] == "base"
    assert "breakpoints" not in names[:-1]
