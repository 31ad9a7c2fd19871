import pytest

from coord_tui.core.radar import Hunk
from coord_tui.core.radar_hunks import mark_size, read_hunks

TWO = b"""\
top
<<<<<<< one
mine
||||||| base
old
=======
theirs
more
>>>>>>> other
middle
<<<<<<< one
||||||| base
gone
=======
kept
>>>>>>> other
end
"""


def test_each_hunk_has_both_sides_and_what_they_began_with() -> None:
    assert read_hunks(TWO, 7) == (
        Hunk(2, ("mine",), ("theirs", "more"), ("old",)),
        Hunk(4, (), ("kept",), ("gone",)),
    )


@pytest.mark.parametrize(
    ("versions", "size"),
    [
        ((b"plain\n", b""), 7),
        ((b"Title\n=======\n",), 8),
        ((b"x\n<<<<<<<<<< a\n", b"|||||||||||| table"), 13),
        ((b"a ======== b\n",), 7),
    ],
)
def test_marks_are_longer_than_what_looks_like_them(versions: tuple[bytes, ...], size: int) -> None:
    assert mark_size(*versions) == size


def test_lines_of_the_file_that_look_like_marks_are_lines() -> None:
    merged = b"<<<<<<<< one\n=======\n>>>>>>> x\n========\n<<<<<<< y\n>>>>>>>> other\n"
    assert read_hunks(merged, 8) == (Hunk(1, ("=======", ">>>>>>> x"), ("<<<<<<< y",)),)


@pytest.mark.parametrize("merged", [b"", b"no marks\n", b"<<<<<<< one\nnever ended\n", b"\xff\n"])
def test_without_a_whole_hunk_there_is_none(merged: bytes) -> None:
    assert read_hunks(merged, 7) == ()


def test_bytes_that_are_no_text_stay_what_they_are() -> None:
    (hunk,) = read_hunks(b"<<<<<<< a\n\xff\r\n=======\n>>>>>>> b\n", 7)
    assert hunk.one == ("\udcff\r",)
