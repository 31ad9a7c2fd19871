"""Which sessions work in one working tree."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.here import last_here, note_here, who_is_here


def test_whoever_acted_since_a_moment_is_here(tmp_path: Path) -> None:
    folder = str(tmp_path / "coord" / "here")
    assert who_is_here(folder, 0) == set()
    note_here(folder, "senior")
    note_here(folder, "junior")
    os.utime(tmp_path / "coord/here/junior", (1000, 1000))
    assert who_is_here(folder, 0) == {"senior", "junior"}
    assert who_is_here(folder, 1001) == {"senior"}
    note_here(folder, "junior")
    assert who_is_here(folder, 1001) == {"senior", "junior"}


def test_who_acted_last_since_a_moment_comes_first(tmp_path: Path) -> None:
    folder = str(tmp_path / "here")
    assert last_here(folder, 0) == []
    for name, moment in (("senior", 2000), ("junior", 3000), ("a_b", 1000)):
        note_here(folder, name)
        os.utime(tmp_path / "here" / name, (moment, moment))
    assert last_here(folder, 0) == ["junior", "senior", "a_b"]
    assert last_here(folder, 2000) == ["junior", "senior"]


@pytest.mark.parametrize("name", ["a/b", "..", ".", "%", "%2f;", "näïve🎈", "a;b%c", "-x", "A"])
def test_any_name_is_a_file_of_its_own_and_comes_back(name: str, tmp_path: Path) -> None:
    note_here(str(tmp_path / "here"), name)
    assert who_is_here(str(tmp_path / "here"), 0) == {name}
    assert os.listdir(tmp_path) == ["here"]


def test_what_cannot_be_kept_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    note_here(str(tmp_path / "file"), "senior")
    note_here(str(tmp_path / "here"), "x" * 300)
    assert who_is_here(str(tmp_path / "file"), 0) == set()


def test_what_somebody_else_left_there_names_nobody(tmp_path: Path) -> None:
    for name in ("%zz;", "%", "%110000;"):
        (tmp_path / name).touch()
    assert who_is_here(str(tmp_path), 0) <= {""}
