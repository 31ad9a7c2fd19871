from collections.abc import Iterable

import pytest

from coord_tui.core.plan import Session
from coord_tui.core.radar import UNRELATED, Hunk, Kind, Pair, Place, Radar
from coord_tui.presentation.commands import pair_name
from coord_tui.presentation.conflict_report import conflict_lines, document, hunk_lines
from coord_tui.presentation.conflicts import (
    edge,
    hunk_rows,
    kind_words,
    names_of,
    pair_named,
    pair_of,
    rows,
    what_each_did,
)
from coord_tui.presentation.rows import Row, Spans
from tests.builders import board, plan

BOARD = board(plan(sessions=(Session("ana"), Session("bolt"), Session("cleo"))), me="ana")
ANA = Place("main", "ana", "/ana", 2)
BOLT = Place("fix", "bolt", "/bolt", 1)
CLEO = Place("cleo", "cleo", "/cleo")
BRANCH = Place("origin/topic", "cleo")
NOBODY = Place("topic")
WILD = "\x1b[2Ja[/b]\u202e\n\udcff"


def conflict(one: Place, other: Place, *paths: str, kind: Kind = "edited") -> Pair:
    return Pair(one, other, "conflict", paths, "", (kind,) * len(paths))


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def texts(found: Iterable[Row]) -> list[str]:
    return [f"{said(line.left)} | {said(line.right)}" for row in found for line in row.lines]


def test_each_file_of_each_pair_is_a_row_those_of_the_reader_first() -> None:
    radar = Radar((conflict(BOLT, CLEO, "b"), conflict(ANA, BOLT, "a", "d/c")))
    assert texts(rows(radar, BOARD)) == [
        "⚠  a | you ⇄ bolt", "⚠  d/c | you ⇄ bolt", "⚠  b | bolt ⇄ cleo",
    ]  # fmt: skip


def test_an_observer_sees_names_and_the_own_working_tree_first() -> None:
    observer = board(BOARD.plan, me="")
    radar = Radar((conflict(BOLT, CLEO, "b"), conflict(ANA, BOLT, "a")))
    assert texts(rows(radar, observer, "/ana")) == ["⚠  a | ana ⇄ bolt", "⚠  b | bolt ⇄ cleo"]


def test_when_all_is_clean_there_is_no_row() -> None:
    assert rows(Radar((Pair(ANA, BOLT, "clean"),)), BOARD) == ()
    assert rows(Radar(), BOARD) == ()


def test_a_row_knows_its_pair_and_its_path() -> None:
    found = conflict(ANA, BOLT, "a", f"b{WILD}")
    radar = Radar((conflict(ANA, CLEO, "a"), found))
    keys = [row.key for row in rows(radar, BOARD)]
    assert len(set(keys)) == 3
    assert [pair_named(radar, pair_of(key)) for key in keys] == [radar.pairs[0], found, found]
    assert keys[-1].rpartition("\0")[2] == f"b{WILD}"
    assert pair_of("src/file.py") == pair_of("\0doubt 1") == ""
    assert pair_named(radar, "no such pair") is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ANA, BOLT, "you ⇄ bolt"),
        (BOLT, BRANCH, "bolt ⇄ origin/topic"),
        (BOLT, NOBODY, "bolt ⇄ topic"),
        (Place("a", "", "/a"), Place("b", "", "/b"), "a ⇄ b"),
        (BOLT, Place("two", "bolt", "/two"), "bolt fix ⇄ bolt two"),
        (ANA, Place("two", "ana", "/two"), "you main ⇄ you two"),
        (ANA, Place("main", "", "/else"), "you ⇄ main"),
    ],
)
def test_how_the_two_sides_are_named(one: Place, other: Place, expected: str) -> None:
    assert said(names_of(conflict(one, other, "a"), BOARD)) == expected


@pytest.mark.parametrize(
    ("kind", "words", "sentence"),
    [
        ("edited", "", ""),
        ("added", "both added it", "Both added this file."),
        ("one deleted", "you deleted it", "you deleted or moved it, bolt changed it."),
        ("other deleted", "bolt deleted it", "you changed it, bolt deleted or moved it."),
        ("renamed", "renamed", "It was renamed, which does not go with what the other did."),
        ("binary", "binary", "Both changed it, and it is no text, or too large to be read."),
        ("folder", "file or folder", "For one side it is a file, for the other a folder."),
        ("submodule", "submodule", "Both moved this submodule."),
        ("other", "", "Git cannot merge it, and does not say why."),
    ],
)  # fmt: skip
def test_how_a_file_is_in_conflict_in_words(kind: Kind, words: str, sentence: str) -> None:
    pair = conflict(ANA, BOLT, "a", kind=kind)
    assert kind_words(pair, "a", BOARD) == words
    assert what_each_did(pair, "a", BOARD) == sentence


SHAKY = CLEO._replace(doubt="unstable", reason="it changed while it was compared")


def test_what_nothing_can_be_said_of_is_named_once() -> None:
    pairs = (
        conflict(ANA, BOLT, "a"),
        Pair(ANA, SHAKY, "unstable", reason="cleo: it changed while it was compared"),
        Pair(BOLT, SHAKY, "unstable", reason="cleo: it changed while it was compared"),
        Pair(ANA, BRANCH, "unknown", reason="git was not asked"),
        Pair(BOLT, BRANCH, "unknown", reason=UNRELATED),
    )
    found = rows(Radar(pairs, more=3), BOARD)
    assert texts(found) == [
        "⚠  a | you ⇄ bolt",
        "cleo: it changed while it was compared | ",
        "you ⇄ origin/topic: git was not asked | ",
        "3 more branches at work are not compared | ",
    ]
    assert [row.selectable for row in found] == [True, False, False, False]


def test_a_problem_is_a_row() -> None:
    assert texts(rows(Radar(problem="git is too old"), BOARD)) == ["git is too old | "]


def test_the_edge_counts_each_file_once() -> None:
    radar = Radar((conflict(ANA, BOLT, "a", "b"), conflict(ANA, CLEO, "a")))
    assert said(edge(radar)) == "2 would conflict"
    assert edge(Radar()) == ()


HUNK = Hunk(5, ("mine\r",), (), ("old",))


def test_the_hunks_of_both_sides() -> None:
    found = hunk_rows(conflict(ANA, BOLT, "a", kind="added"), "a", (HUNK,), BOARD)
    assert [said(line.left) for row in found for line in row.lines] == [
        "a",
        "between  you · main · 2 uncommitted",
        "         bolt · fix · 1 uncommitted",
        "",
        "Both added this file.",
        "",
        "line 5",
        "── you",
        "   mine",
        "── bolt",
        "   (nothing)",
        "── both began with",
        "   old",
    ]  # fmt: skip


def test_a_file_without_end_is_cut() -> None:
    hunk = Hunk(1, tuple(map(str, range(5000))), ("x",))
    found = hunk_rows(conflict(ANA, BOLT, "a"), "a", (hunk,), BOARD)
    assert len(found) == 2001
    assert texts(found)[-1] == "… | "


def test_nothing_of_others_is_shown_as_it_is() -> None:
    wild = Place(WILD, WILD, f"/{WILD}", 1, without=(f"{WILD}/",))
    pair = conflict(wild, Place(WILD), f"a{WILD}", kind="one deleted")
    doubt = Pair(wild._replace(doubt="unknown", reason=WILD), BOLT, "unknown", reason=WILD)
    radar = Radar((pair, doubt), problem=WILD)
    hunk = Hunk(1, (WILD,), (WILD,), (WILD,))
    shown = [
        *texts(rows(radar, BOARD)),
        *texts(hunk_rows(pair, f"a{WILD}", (hunk,), BOARD)),
        *map(said, conflict_lines(radar, BOARD, 0)),
        *map(said, hunk_lines(radar, BOARD, 40, {(pair, f"a{WILD}"): (hunk,)})),
    ]
    assert not [text for text in shown if not text.isprintable() or "\u202e" in text]
    assert pair_name(pair)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ((), "nothing to compare: no other working tree, no other branch at work"),
        ((Pair(ANA, BOLT, "clean"),), "no conflicts among 2 working trees"),
        ((Pair(ANA, BRANCH, "clean"),), "no conflicts among 1 working tree and 1 branch"),
        (
            (Pair(ANA, BRANCH, "clean"), Pair(ANA, NOBODY, "clean")),
            "no conflicts among 1 working tree and 2 branches",
        ),
        ((Pair(ANA, SHAKY, "unstable"),), "no conflict known among 2 working trees"),
        ((conflict(ANA, BOLT, "a"),), "1 file would conflict among 2 working trees"),
        ((conflict(ANA, BOLT, "a", "b"),), "2 files would conflict among 2 working trees"),
    ],
)
def test_the_last_line_says_what_was_compared(pairs: tuple[Pair, ...], expected: str) -> None:
    assert said([*conflict_lines(Radar(pairs), BOARD, 0)][-1]) == expected


def test_what_was_left_out_is_named() -> None:
    place = BOLT._replace(without=tuple(f"inner{n}/" for n in range(7)))
    lines = [said(line) for line in conflict_lines(Radar((Pair(ANA, place, "clean"),)), BOARD, 0)]
    assert lines[0] == ("fix: not compared: inner0/, inner1/, inner2/, inner3/, inner4/ and 2 more")


def test_the_document() -> None:
    pair = conflict(ANA, NOBODY, "a")
    place = {"name": "main", "session": "ana", "worktree": "/ana", "changed": 2, "without": []}
    other: dict[str, object] = {
        "name": "topic",
        "session": None,
        "worktree": None,
        "changed": 0,
        "without": [],
    }
    expected = {
        "one": place, "other": other, "state": "conflict", "paths": ["a"], "kinds": ["edited"],
        "reason": None, "again": False,
    }  # fmt: skip
    radar = Radar((pair,), 12.5, more=1)
    assert document(radar) == {
        "at": 12.5, "pairs": [expected], "more": 1, "missing": [], "problem": None,
    }  # fmt: skip
    hunks = {"a": [{"line": 5, "one": ["mine\r"], "other": [], "base": ["old"]}]}
    assert document(radar, {(pair, "a"): (HUNK,)})["pairs"] == [expected | {"hunks": hunks}]
