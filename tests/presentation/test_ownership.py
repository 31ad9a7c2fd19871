"""The tree of who owns what: its rows, what stands open, and what it says of each path."""

import pytest

from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Owned, Session, Shared
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation import folders, ownership
from coord_tui.presentation.rows import Row
from tests.builders import (
    MINUTE,
    board,
    event,
    harmless,
    plain,
    plan,
    role_of,
    said,
    snapshot,
    spans_of,
    worktree,
)

TRACKED = (
    "README.md",
    "atlas/agents/planner.py",
    "atlas/agents/skills/plan.md",
    "atlas/config.py",
    "atlas/mcp/crm.py",
    "lib/a/b/c.py",
)


def opened_rows(shot: Snapshot, opened: frozenset[str] | None = None) -> tuple[Row, ...]:
    index = folders.folder_index(shot.tracked, shot.ownership)
    return ownership.rows(index, shot, folders.default_open(index) if opened is None else opened)


def test_mixed_folders_stand_open_and_the_rest_is_closed() -> None:
    assert said(opened_rows(snapshot(tracked=TRACKED))) == [
        "▾ atlas/ | mixed",
        "  ▸ agents/ | senior",
        "  ▸ mcp/ | junior",
        "  ⇄ config.py | shared",
        "▸ lib/a/b/ | unowned",
        "  README.md | unowned",
    ]


def test_keys_are_paths_and_folders_end_with_a_slash() -> None:
    keys = [row.key for row in opened_rows(snapshot(tracked=TRACKED), frozenset({"lib/a/b/"}))]
    assert keys == ["atlas/", "lib/a/b/", "lib/a/b/c.py", "README.md"]


def test_owners_and_shared_files_have_their_colours() -> None:
    found = opened_rows(snapshot(tracked=TRACKED))
    assert role_of(found, "agents/") == "session:0"
    assert role_of(found, "junior") == "session:1"
    assert role_of(found, "⇄ config.py") == "shared"
    assert role_of(found, "mixed") == "mixed"
    assert role_of(found, "unowned") == "dim"


def test_a_change_marks_its_file_and_the_closed_folders_above() -> None:
    shot = snapshot(None, worktree(("M", "atlas/mcp/crm.py")), tracked=TRACKED)
    assert "  ▸ mcp/ ● | junior" in said(opened_rows(shot))
    assert said(opened_rows(shot, frozenset()))[0] == "▸ atlas/ ● | mixed"
    inside = said(opened_rows(shot, frozenset({"atlas/", "atlas/mcp/"})))
    assert inside[0] == "▾ atlas/ | mixed"
    assert "    crm.py ● | junior" in [line.replace("      ", "    ") for line in inside]


@pytest.mark.parametrize(
    ("me", "words"), [("senior", "announced by junior 3m"), ("junior", "announced by you 3m")]
)
def test_how_far_somebody_is_with_a_shared_file_stands_in_place_of_its_owner(
    me: str, words: str
) -> None:
    said_so = event("announce", ago=3 * MINUTE, path="atlas/config.py", intent="timeouts")
    found = opened_rows(snapshot(board(None, said_so, me=me), tracked=TRACKED))
    assert f"  ⇄ config.py | {words}" in said(found)
    assert role_of(found, words) == "strong session:1"


def test_who_holds_a_file_that_is_not_shared_is_in_it() -> None:
    held = event("reserve", ago=3 * MINUTE, path="README.md", intent="a section")
    found = said(opened_rows(snapshot(board(None, held), tracked=TRACKED)))
    assert found[-1] == "  README.md | junior is in it · 3m"


def test_a_file_that_is_changed_in_two_places_has_another_mark() -> None:
    config, crm = ("M", "atlas/config.py"), ("M", "atlas/mcp/crm.py")
    other = worktree(config, crm, path="/repo/atlas-junior", session="junior")
    shot = snapshot(None, worktree(config, session="senior"), other, tracked=TRACKED)
    found = said(opened_rows(shot))
    assert "  ⇄ config.py ⇆ | edited by you" in found
    assert "  ▸ mcp/ ● | junior" in found
    assert said(opened_rows(shot, frozenset()))[0] == "▸ atlas/ ⇆ | mixed"


def test_the_step_is_that_of_who_keeps_the_reader_out() -> None:
    announced = event("announce", ago=3 * MINUTE, path="atlas/config.py", intent="x")
    shot = snapshot(
        board(None, announced), worktree(("M", "atlas/config.py"), session="senior"),
        tracked=TRACKED,
    )  # fmt: skip
    assert "  ⇄ config.py ● | announced by junior 3m" in said(opened_rows(shot))


def test_a_file_that_another_pushed_is_to_be_pulled_until_it_is() -> None:
    pushed = event("pushed", path="atlas/config.py", commit="abc1234", ago=3 * MINUTE)
    lacking = worktree(lacks=frozenset({"abc1234"}))
    for tree, words in ((lacking, "pull first: junior 3m"), (worktree(), "shared")):
        shot = snapshot(board(None, pushed), tree, tracked=TRACKED)
        assert f"  ⇄ config.py | {words}" in said(opened_rows(shot))


def test_a_closed_folder_says_that_somebody_is_inside() -> None:
    said_so = event("announce", ago=180, path="atlas/config.py", intent="timeouts")
    shot = snapshot(board(None, said_so), tracked=TRACKED)
    assert said(opened_rows(shot, frozenset()))[0] == "▸ atlas/ | junior is in it · 3m"


def test_only_a_sensible_number_of_rows_is_opened_from_the_top() -> None:
    tracked = sorted(f"{top}/{owner}/f{n}" for top in "abc" for owner in "xy" for n in range(3))
    rules = Ownership.from_plan(plan(ownership=(Owned("x/", "senior"), Owned("y/", "junior"))))
    index = folders.folder_index(tracked, rules)
    assert folders.default_open(index, most=7) == {"a/", "b/"}
    assert folders.default_open(index, most=4) == frozenset()


def test_only_what_is_open_is_made() -> None:
    tracked = tuple(f"big/d{n % 50}/f{n}" for n in range(5000))
    assert len(opened_rows(snapshot(tracked=tracked), frozenset())) == 1


def test_awkward_names_are_inert_and_keep_their_key() -> None:
    paths = ("app/[id]/page.tsx", "a\x1b[31m\n.py", "\udcff.bin", "漢字/👩\u200d👩\u200d👧.md")
    found = opened_rows(snapshot(tracked=paths), frozenset({"app/[id]/", "漢字/"}))
    assert {row.key for row in found} >= set(paths)
    assert harmless(spans_of(found))
    assert "▾ app/[id]/ | unowned" in said(found)


def test_no_tracked_file_says_so() -> None:
    (row,) = opened_rows(snapshot())
    assert said([row]) == ["git tracks no file here yet"]
    assert not row.selectable


def test_the_edge_counts_the_rules_of_each() -> None:
    rules = (Owned("a/", "senior"), Owned("b/", "senior"), Owned("c/", "junior"))
    found = board(plan(ownership=rules, shared=(Shared("d"), Shared("e"))))
    assert plain(ownership.edge(found)) == "senior 2 · junior 1 · shared 2"
    assert ownership.edge(board(plan(ownership=(), shared=(), sessions=(Session("x"),)))) == ()
