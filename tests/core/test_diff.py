"""What `git diff` prints becomes values, whatever it prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.diff import FileDiff, all_added, first_line, parse_diff, with_staged

HEAD = "diff --git a/f b/f\nindex 1..2 100644\n--- a/f\n+++ b/f\n"
CHANGED = HEAD + "@@ -3,3 +3,4 @@ def f():\n one\n-two\n+TWO\n+more\n three\n"


def lines(diff: FileDiff) -> list[tuple[str, str, int, int]]:
    return [(one.sign, one.text, one.old, one.new) for hunk in diff.hunks for one in hunk.lines]


def test_lines_have_the_numbers_of_both_sides() -> None:
    found = parse_diff(CHANGED)

    assert found.hunks[0].title == "@@ -3,3 +3,4 @@ def f():"
    assert lines(found) == [
        (" ", "one", 3, 3),
        ("-", "two", 4, 0),
        ("+", "TWO", 0, 4),
        ("+", "more", 0, 5),
        (" ", "three", 5, 6),
    ]
    assert (found.added, found.removed) == (2, 1)


def test_lines_that_look_like_headers_are_lines() -> None:
    text = HEAD + "@@ -1,2 +1,2 @@\n--- a/x\n+++ b/x\n \n-@@ -1 +1 @@\n"

    assert [one[:2] for one in lines(parse_diff(text))] == [
        ("-", "-- a/x"),
        ("+", "++ b/x"),
        (" ", ""),
        ("-", "@@ -1 +1 @@"),
    ]


def test_several_hunks_each_begin_where_they_say() -> None:
    text = HEAD + "@@ -1 +1 @@\n-a\n+b\n@@ -9,0 +10 @@ f\n+c\n"
    found = parse_diff(text)

    assert [hunk.title for hunk in found.hunks] == ["@@ -1 +1 @@", "@@ -9,0 +10 @@ f"]
    assert lines(found)[-1] == ("+", "c", 0, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", FileDiff()),
        ("old mode 100644\nnew mode 100755\n", FileDiff(modes=("100644", "100755"))),
        ("deleted file mode 100644\n", FileDiff(modes=("100644", ""))),
        ("new file mode 120000\n", FileDiff(modes=("", "120000"))),
        ("similarity index 95%\nrename from a\nrename to b\n", FileDiff(alike="95%")),
        ("Binary files a/x and b/x differ\n", FileDiff(binary=True)),
        ("* Unmerged path x\n", FileDiff()),
        (
            "diff --git a/x b/x\ndeleted file mode 100644\n"
            "diff --git a/x b/x\nnew file mode 120000\n",
            FileDiff(modes=("100644", "120000")),
        ),
    ],
    ids=["nothing", "mode", "deleted", "link", "renamed", "binary", "unmerged", "type"],
)
def test_headers(text: str, expected: FileDiff) -> None:
    assert parse_diff(text) == expected


def test_a_combined_diff_has_a_sign_for_each_side() -> None:
    text = (
        "diff --cc f\nindex 1,2..0\n--- a/f\n+++ b/f\n@@@ -1,2 -1,2 +1,6 @@@ def f\n"
        "++<<<<<<< HEAD\n +mine\n++=======\n+ theirs\n++>>>>>>> side\n  end\n"
    )
    found = parse_diff(text)

    assert found.hunks[0].title == "@@@ -1,2 -1,2 +1,6 @@@ def f"
    assert [(sign, new) for sign, _, _, new in lines(found)] == [
        ("++", 1), (" +", 2), ("++", 3), ("+ ", 4), ("++", 5), ("  ", 6),
    ]  # fmt: skip
    assert found.added == 5


def test_an_end_without_line_end_is_told_apart_from_lines() -> None:
    found = parse_diff(HEAD + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")

    assert found.bare_end
    assert [one[0] for one in lines(found)] == ["-", "+"]


def test_line_ends_of_dos_are_told_once_unless_they_are_what_changed() -> None:
    everywhere = parse_diff(HEAD + "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
    somewhere = parse_diff(HEAD + "@@ -1 +1 @@\n-a\r\n+a\n")

    assert (everywhere.crlf, [one[1] for one in lines(everywhere)]) == (True, ["a", "b", "c"])
    assert (somewhere.crlf, [one[1] for one in lines(somewhere)]) == (False, ["a\r", "a"])


def test_what_is_too_long_is_cut_and_counted() -> None:
    text = HEAD + "@@ -0,0 +1,100 @@\n" + "+x\n" * 100
    found = parse_diff(text, most=25)

    assert (found.added, found.more) == (20, 80)
    assert parse_diff(text, most=3) == FileDiff(more=102)
    cut = all_added("x\n" * 100, "100644", most=30)
    assert (cut.added, cut.more) == (30, 70)


@pytest.mark.parametrize(
    ("text", "expected", "bare_end"),
    [
        ("a\nb\n", ["a", "b"], False),
        ("a\nb", ["a", "b"], True),
        ("\n", [""], False),
        ("", [], False),
    ],
)
def test_a_file_that_git_does_not_have_is_all_new(
    text: str, expected: list[str], bare_end: bool
) -> None:
    found = all_added(text, "100755")

    assert [one[1] for one in lines(found)] == expected
    assert (found.bare_end, found.modes) == (bare_end, ("", "100755"))


def test_what_is_staged_is_marked_line_by_line() -> None:
    """Line 2 is staged, line 8 is not, and a line was added between them and staged."""
    whole = parse_diff("@@ -1,9 +1,10 @@\n a\n-b\n+B\n c\n+new\n d\n-h\n+H\n")
    cached = parse_diff("@@ -2 +2 @@\n-b\n+B\n@@ -3,0 +4 @@\n+new\n")
    pending = parse_diff("@@ -6 +6 @@\n-h\n+H\n")

    marked = with_staged(whole, cached, pending).hunks[0].lines
    assert [(one.sign + one.text, one.staged) for one in marked if one.sign != " "] == [
        ("-b", True),
        ("+B", True),
        ("+new", True),
        ("-h", False),
        ("+H", False),
    ]


@pytest.mark.parametrize(
    ("text", "hunk", "expected"),
    [
        (CHANGED, 0, 4),
        (CHANGED, 1, 0),
        ("@@ -1,2 +1,3 @@\n a\n+b\n c\n", 0, 2),
        ("@@ -1 +1 @@\n-a\n@@ -9 +9 @@\n i\n+j\n", 1, 10),
        ("", 0, 0),
    ],
    ids=["where a line went, the next", "no such hunk", "a new line", "a later hunk", "none"],
)
def test_where_an_editor_should_open_it(text: str, hunk: int, expected: int) -> None:
    assert first_line(parse_diff(text), hunk) == expected


@given(st.text(alphabet="@@-+ ,1234\n\\diff -cou rename\r\x00\udcff"), st.integers(0, 30))
def test_any_text_gives_a_diff(text: str, most: int) -> None:
    found = parse_diff(text, most)

    assert sum(len(hunk.lines) for hunk in found.hunks) <= most
    assert all(one.sign for hunk in found.hunks for one in hunk.lines)
