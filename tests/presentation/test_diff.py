"""A diff as rows: git's own signs, the changed part of a line set off, nothing that hides."""

import pytest

from coord_tui.core.diff import FileDiff, all_added, parse_diff, with_staged
from coord_tui.core.tree import FileChange
from coord_tui.presentation.changed_parts import changed_parts
from coord_tui.presentation.diff import HUNK, diff_rows
from coord_tui.presentation.diff import said as facts
from coord_tui.presentation.text import layout
from tests.builders import NASTY, harmless, plain, said, spans_of

MODIFIED = FileChange("a.py", "M", unstaged=True)
ONE = "@@ -9,3 +9,3 @@ def f(a):\n x = 1\n-y = foo(2)\n+y = foo(3)\n z\n"


def lines(text: str, width: int = 60, shift: int = 0, state: str = "M") -> list[str]:
    return said(diff_rows(parse_diff(text), FileChange("a.py", state), width, shift))


def test_narrow_without_numbers_and_wide_with_them() -> None:
    assert lines(ONE) == [
        "@@ -9,3 +9,3 @@ def f(a):", "  x = 1", "- y = foo(2)", "+ y = foo(3)", "  z",
    ]  # fmt: skip
    assert lines(ONE, 80) == [
        "@@ -9,3 +9,3 @@ def f(a):",
        "  9   x = 1",
        " 10 - y = foo(2)",
        " 10 + y = foo(3)",
        " 11   z",
    ]


def test_the_part_that_differs_is_set_off() -> None:
    found = [(s.text, s.role) for s in spans_of(diff_rows(parse_diff(ONE), MODIFIED, 60)[2:4])]

    assert found == [
        ("- ", "removed"),
        ("y = foo(", "removed"),
        ("2", "removed removed-part"),
        (")", "removed"),
        ("+ ", "added"),
        ("y = foo(", "added"),
        ("3", "added added-part"),
        (")", "added"),
    ]


@pytest.mark.parametrize(
    ("text", "other", "part", "of_other"),
    [
        ("x = foo(1)", "x = foo(2)", "1", "2"),
        ("return a", "return a or b", "", " or b"),
        ("def old_name(x):", "def new_name(x):", "old_name", "new_name"),
        ("a b c", "a b  c", " ", "  "),
        ("one thing", "quite another", "", ""),
        ("same", "same", "", ""),
        ("", "something", "", ""),
        ("a a", "a a a", "", " a"),
        ("}", "    }", "", "    "),
    ],
)
def test_what_makes_two_lines_differ(text: str, other: str, part: str, of_other: str) -> None:
    (begin, end), (begins, ends) = changed_parts(text, other), changed_parts(other, text)

    assert (text[begin:end], other[begins:ends]) == (part, of_other)


def test_lines_that_only_came_or_went_are_not_taken_apart() -> None:
    found = diff_rows(parse_diff("@@ -1,3 +1,3 @@\n-a b\n-c d\n x\n+a e\n"), MODIFIED, 60)

    assert not [span for span in spans_of(found) if "part" in span.role]


@pytest.mark.parametrize(
    ("text", "state", "origin", "expected"),
    [
        ("old mode 100644\nnew mode 100755\n", "M", "", ["made executable"]),
        ("old mode 100755\nnew mode 100644\n", "M", "", ["not executable any more"]),
        ("deleted file mode 100644\n", "D", "", ["deleted"]),
        ("deleted file mode 120000\n", "D", "", ["deleted: a link"]),
        ("new file mode 100755\n", "A", "", ["a new file: executable"]),
        ("old mode 100644\nnew mode 120000\n", "T", "", ["was a file, is a link"]),
        ("similarity index 95%\n", "R", "b.py", ["renamed from b.py, 95% the same"]),
        ("Binary files a and b differ\n", "M", "", ["binary: there are no lines to compare"]),
        (
            "* Unmerged path a.py\n", "U", "",
            ["in conflict: one side has deleted it, or changed what it is"],
        ),
        ("", "M", "", ["its lines are those of HEAD"]),
        ("", "?", "", ["empty"]),
        (
            "@@ -1 +1 @@\n-a\r\n+b\r\n\\ No newline at end of file\n", "M", "",
            ["its lines end in CR LF", "there is no line end at the end of the file"],
        ),
    ],
)  # fmt: skip
def test_what_is_no_line_is_said_in_words(
    text: str, state: str, origin: str, expected: list[str]
) -> None:
    change = FileChange("a.py", state, origin=origin)

    assert list(facts(parse_diff(text), change)) == expected
    assert said(diff_rows(parse_diff(text), change, 60))[: len(expected)] == expected


def test_too_big_and_too_long_are_said() -> None:
    assert facts(FileDiff(size=12_400_000), MODIFIED) == ("12 MB: too big to be compared here",)
    found = diff_rows(all_added("x\n" * 5000, "100644", most=20), FileChange("a", "?"), 60)
    assert said(found)[-1] == "… 4,980 more lines are not shown"


def test_staged_lines_bear_a_mark_where_only_some_are() -> None:
    whole = parse_diff("@@ -1,2 +1,2 @@\n-a\n+A\n-b\n+B\n")
    partly = with_staged(
        whole, parse_diff("@@ -1 +1 @@\n-a\n+A\n"), parse_diff("@@ -2 +2 @@\n-b\n+B\n")
    )

    assert said(diff_rows(partly, MODIFIED, 60))[1:] == ["▌- a", "▌+ A", " - b", " + B"]


def test_text_is_shown_as_it_is_and_can_do_nothing() -> None:
    text = f"@@ -1 +1 @@ {NASTY}\n-[bold]\ta\n+{NASTY}\n".replace("\nnext", "")
    found = diff_rows(parse_diff(text), MODIFIED, 60)
    painted = [layout(line, 120) for row in found for line in row.lines]

    assert "- [bold]  a" in said(found)
    assert all(harmless(spans) for spans in painted)
    assert "‹001B›[31mred‹001B›[0m ␀ ‹202E›" in plain(painted[-1]), "it is seen, not obeyed"


def test_long_lines_move_to_the_side_and_signs_stay() -> None:
    text = "@@ -1,3 +1,3 @@\n     deep = 1\n-ab\n+abcdefghijkl\n"

    assert lines(text, shift=4)[1:] == ["  deep = 1", "- …", "+ …efghijkl"]
    long = "@@ -0,0 +1 @@\n+" + "x" * 5000 + "\n"
    assert len(lines(long)[1]) < 2010
    assert lines(long)[1].endswith("…")


def test_keys_are_those_of_the_lines_so_that_the_eye_keeps_its_place() -> None:
    before = diff_rows(parse_diff(ONE), MODIFIED, 60)
    text = "@@ -1,0 +2,1 @@\n+new\n" + ONE.replace("+9,3", "+10,3")
    after = diff_rows(parse_diff(text), MODIFIED, 60)
    keys = [row.key for row in after]

    assert [key for key in keys if key.startswith(HUNK)] == [f"{HUNK}-1,0", f"{HUNK}-9,3"]
    assert {row.key for row in before if row.lines[0].left[0].text != "+ "} <= {*keys}
    assert len({*keys}) == len(keys)
    assert not any(row.selectable for row in after)
