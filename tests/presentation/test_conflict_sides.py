"""Both sides of a conflict to come: abreast where there is room, else one under the other."""

from coord_tui.core.radar import Hunk, Pair, Place, Radar
from coord_tui.presentation.commands import pair_name
from coord_tui.presentation.conflict_sides import (
    ABREAST,
    conflict_of,
    head_rows,
    side_rows,
    why_none,
)
from coord_tui.presentation.conflicts import rows
from coord_tui.presentation.text import spans_width
from tests.builders import NASTY, board, harmless, plain, said, spans_of

OWN = "/repo/atlas"
MINE = Place("main", "senior", OWN, changed=2)
THEIRS = Place("side", "junior", "/repo/side")
PAIR = Pair(MINE, THEIRS, "conflict", ("a.py",), kinds=("edited",))
HUNKS = (
    Hunk(3, ("timeout = 5\n", "more\n"), ("timeout = 7\n",), ("timeout = 1\n",)),
    Hunk(40, (), ("\x1b[31mred\t\u202e\n",)),
)


def test_abreast_each_side_keeps_to_its_half() -> None:
    found = side_rows(PAIR, HUNKS, board(), OWN, width=ABREAST)
    lines = [plain(line.left).rstrip() for row in found for line in row.lines]

    assert lines[0] == "@@ line 3"
    assert [part.strip() for part in lines[1].split("│")] == [
        "you · main · 2 uncommitted",
        "junior · side",
    ]
    assert [part.strip() for part in lines[2].split("│")] == ["timeout = 5", "timeout = 7"]
    assert [part.strip() for part in lines[3].split("│")] == ["more", ""]
    assert lines[4:6] == ["── both began with", "   timeout = 1"]
    assert "nothing" in lines[-1].split("│")[0]
    assert {lines[n].index("│") for n in (1, 2, 3)} == {47}
    assert all(spans_width(line.left) <= ABREAST for row in found for line in row.lines)


def test_narrow_one_stands_under_the_other() -> None:
    assert said(side_rows(PAIR, HUNKS, board(), OWN, width=44)) == [
        "@@ line 3",
        "── you · main · 2 uncommitted",
        "   timeout = 5",
        "   more",
        "── junior · side",
        "   timeout = 7",
        "── both began with",
        "   timeout = 1",
        "@@ line 40",
        "── you · main · 2 uncommitted",
        "   nothing",
        "── junior · side",
        "   ‹001B›[31mred    ‹202E›",
    ]


def test_what_differs_is_set_off() -> None:
    for width in (44, 120):
        spans = spans_of(side_rows(PAIR, HUNKS, board(), OWN, width=width))
        assert [span.text for span in spans if span.role == "strong warn"] == ["5", "7"]


def test_long_lines_move_and_many_are_cut() -> None:
    long = (Hunk(1, ("0123456789abc\n",), ("x\n",) * 3000),)
    found = side_rows(PAIR, long, board(), OWN, width=44, shift=10)

    assert "   …abc" in said(found)
    assert len(found) == 2001
    assert said(found)[-1] == "…"


def test_the_head_names_file_places_and_kind() -> None:
    assert said(head_rows(PAIR, "a.py", board(), OWN)) == [
        "a.py | you ⇄ junior",
        "Both edited the same lines.",
    ]
    deleted = PAIR._replace(kinds=("other deleted",))
    assert (
        said(head_rows(deleted, "a.py", board(), OWN))[1]
        == "you changed it, junior deleted or moved it."
    )


def test_names_and_lines_are_inert() -> None:
    place = Place(NASTY, NASTY, f"/{NASTY}")
    pair = Pair(place, MINE, "conflict", (NASTY,))
    head = head_rows(pair, NASTY, board(), OWN)
    text = NASTY.replace("\x00", "").replace("\udcff", "").replace("\u200d", "").replace("\n", "")
    lines = side_rows(pair, (Hunk(1, (text,), (text,)),), board(), OWN, width=120)

    assert harmless(spans_of((*head, *lines)))


def test_a_row_of_the_list_leads_to_its_conflict() -> None:
    (row,) = rows(Radar((PAIR,), 1.0), board(), OWN)
    subject = conflict_of(row.key)

    assert (subject.path, subject.pair) == ("a.py", pair_name(PAIR))


def test_why_there_is_none_to_list() -> None:
    assert why_none(Radar()) == "nothing is compared yet"
    assert why_none(Radar(at=1.0)) == "nothing would conflict: git merged every pair"
    assert why_none(Radar(problem="git 2.30 is too old\x1b")) == "git 2.30 is too old"
