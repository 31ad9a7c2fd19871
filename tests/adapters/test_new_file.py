"""A file is put in place whole or not at all, and only over what it is known to replace."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.kept_files import read_text, write_text
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.new_file import bytes_of, create_file, replace_file
from coord_tui.errors import BadInput, EnvironmentFailed, Refused


def placed(path: Path, kind: str) -> str:
    """Something that is no file, at the path."""
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    elif kind == "a socket":
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(str(path))
    else:
        try:
            os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        except OSError:
            pytest.skip("only root may make a device")
    return str(path)


@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a socket", "a device"])
def test_what_is_no_file_is_named_and_stays(kind: str, tmp_path: Path) -> None:
    path = placed(tmp_path / "x", kind)
    before = os.lstat(path)
    for link in (path, str(tmp_path / "link")):
        if link != path:
            os.symlink("x", link)
        for step in (
            lambda link=link: bytes_of(link),
            lambda link=link: create_file(link, b"a"),
            lambda link=link: replace_file(link, b"", b"a"),
            lambda link=link: write_text(link, "a", ""),
            lambda link=link: read_text(Layout(str(tmp_path), "", ""), link),
        ):
            with pytest.raises(BadInput, match=f"{link} is {kind}, no file"):
                step()
    after = os.lstat(path)
    assert (after.st_mode, after.st_ino) == (before.st_mode, before.st_ino)
    assert sorted(os.listdir(tmp_path)) == ["link", "x"]


def test_a_new_file_is_written_and_one_that_came_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert bytes_of(str(path)) is None
    assert create_file(str(path), b"a")
    assert not create_file(str(path), b"b")
    assert bytes_of(str(path)) == b"a"
    assert os.listdir(tmp_path) == ["x"]


def test_an_empty_file_counts_as_new(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert create_file(str(tmp_path / "x"), b"a")
    assert (tmp_path / "x").read_bytes() == b"a"


@pytest.mark.parametrize("there", [b"theirs", None])
def test_a_file_that_changed_or_went_is_not_replaced(there: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "x"
    if there is not None:
        path.write_bytes(there)
    assert not replace_file(str(path), b"as read", b"new")
    with pytest.raises(Refused, match="x changed in the meantime and stays as it is"):
        write_text(str(path), "new", "as read")
    assert bytes_of(str(path)) == there
    assert os.listdir(tmp_path) == (["x"] if there else [])


def test_a_text_that_came_meanwhile_stays(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("theirs")
    with pytest.raises(Refused, match="changed in the meantime"):
        write_text(str(tmp_path / "x"), "new", None)
    assert (tmp_path / "x").read_text() == "theirs"


def test_a_read_only_file_stays_also_for_who_may_do_anything(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("a")
    path.chmod(0o444)
    with pytest.raises(Refused, match=r"x is read-only: `chmod u\+w` lets it be written"):
        replace_file(str(path), b"a", b"b")
    assert path.read_text() == "a"
    assert os.listdir(tmp_path) == ["x"]


def test_mode_and_link_stay_and_missing_folders_are_made(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_text("a\r\n")
    real.chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write_text(str(tmp_path / "link"), "b\r\n", "a\r\n")
    assert (tmp_path / "link").is_symlink()
    assert (real.read_bytes(), stat.S_IMODE(real.stat().st_mode)) == (b"b\r\n", 0o640)
    write_text(str(tmp_path / "a/b/c"), "d", None)
    assert (tmp_path / "a/b/c").read_text() == "d"


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed, match=r"cannot write .*/none/x: No such file"):
        create_file(str(tmp_path / "none/x"), b"a")


def test_of_many_who_replace_the_same_text_one_wins(tmp_path: Path) -> None:
    """Who lost is told so, and the file holds what one of them wrote, whole."""
    path = tmp_path / "x"
    script = (
        "import sys; from coord_tui.adapters.new_file import create_file\n"
        "sys.exit(0 if create_file(sys.argv[1], sys.argv[2].encode() * 9999) else 1)"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(path), letter]) for letter in "abc"
    ]
    assert sorted(one.wait() for one in started) == [0, 1, 1]
    assert path.read_text() in {letter * 9999 for letter in "abc"}
    assert os.listdir(tmp_path) == ["x"]
