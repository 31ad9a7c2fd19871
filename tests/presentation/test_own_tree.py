"""The files of the reader's own tree: what stands at their right edge, below them, and first."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.plan import Plan, Shared
from coord_tui.core.times import text_of
from coord_tui.core.tree import Conflict, FileChange, Landed, Unpushed, Worktree
from coord_tui.presentation import own_tree
from coord_tui.presentation.rows import Row
from coord_tui.presentation.text import layout
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    group,
    harmless,
    plain,
    plan,
    role_of,
    said,
    snapshot,
    spans_of,
    task,
    worktree,
)

ASKED = event("ask", "senior", ago=3 * MINUTE, id="req", path="atlas/mcp/crm.py", why="a new tool")
DENIED, GRANTED = event("deny", request="req"), event("grant", request="req")
FOR_A_WHILE = event("grant", request="req", until=text_of(NOW + 90 * MINUTE))
ENDED = event("grant", ago=2 * MINUTE, request="req", until=text_of(NOW - MINUTE))
FOR_MINE = event("ask", id="me", path="atlas/agents/a.py", why="a hook")
MY_NO = event("deny", "senior", request="me")
WITH_FILES = plan(group("g", task("J5", owner="junior", files=("notes/*.md",))))


def word(
    path: str, *events: Event, me: str = "senior", of: Plan | None = None, state: str = "M"
) -> tuple[str, str]:
    """The right edge of the only changed file, and its role."""
    shot = snapshot(board(of, *events, me=me), worktree((state, path)))
    row = own_tree.rows(shot, 0)[1]
    return plain(row.lines[0].right), row.lines[0].right[0].role


@pytest.mark.parametrize(
    ("path", "events", "expected"),
    [
        ("atlas/agents/planner.py", [], ("yours", "yours")),
        ("atlas/mcp/crm.py", [], ("junior's: ask first", "alarm")),
        ("atlas/mcp/crm.py", [ASKED], ("asked junior 3m: wait", "warn")),
        ("atlas/mcp/crm.py", [ASKED, DENIED], ("denied by junior", "alarm")),
        ("atlas/mcp/crm.py", [ASKED, GRANTED], ("granted by junior", "ok")),
        ("atlas/mcp/crm.py", [ASKED, FOR_A_WHILE], ("granted by junior, 1h 30m left", "ok")),
        ("atlas/mcp/crm.py", [ASKED, ENDED], ("junior's: ask first", "alarm")),
        ("atlas/agents/a.py", [FOR_MINE], ("junior asks: y or n", "unread")),
        ("atlas/agents/b.py", [FOR_MINE], ("yours", "yours")),
        ("atlas/agents/a.py", [FOR_MINE, MY_NO], ("yours", "yours")),
        ("atlas/config.py", [], ("shared: announce first", "warn")),
        (
            "atlas/config.py",
            [event("announce", "senior", path="atlas/config.py", intent="x")],
            ("edited: finish next", "yours"),
        ),
        (
            "atlas/config.py",
            [event("announce", ago=180, path="atlas/config.py", intent="x")],
            ("announced by junior 3m", "alarm"),
        ),
        ("free.txt", [], ("unowned", "unowned")),
        (
            "free.txt",
            [event("reserve", ago=3600, pattern="/*.txt")],
            ("reserved by junior 1h", "alarm"),
        ),
        ("free.txt", [event("reserve", pattern="/*.txt", exclusive=False)], ("unowned", "unowned")),
        ("free.txt", [event("reserve", "senior", pattern="/*.txt")], ("reserved by you", "yours")),
    ],
)  # fmt: skip
def test_the_word_says_the_next_step(
    path: str, events: list[Event], expected: tuple[str, str]
) -> None:
    assert word(path, *events) == expected


def test_what_comes_with_my_task_is_mine_while_I_have_it() -> None:
    claim = event("claim", "junior", task="J5")

    assert word("notes/a.md", claim, me="junior", of=WITH_FILES) == ("yours with J5", "yours")


def test_a_file_held_with_a_task_names_the_task() -> None:
    claim = event("claim", task="J5")
    assert word("notes/a.md", claim, of=WITH_FILES) == ("held by junior with J5", "alarm")


def test_a_conflict_goes_before_everything() -> None:
    assert word("atlas/mcp/crm.py", state="U") == ("in conflict", "alarm")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("atlas/mcp/crm.py", ("junior's", "theirs")),
        ("atlas/config.py", ("shared", "shared")),
        ("free.txt", ("unowned", "unowned")),
    ],
)
def test_an_observer_is_told_whose_it_is_and_asked_nothing(
    path: str, expected: tuple[str, str]
) -> None:
    shot = snapshot(board(me=""), worktree(("M", path)))
    assert word(path, me="") == expected
    assert not any(one.word.urgency for one in own_tree.judged(shot))


CONFIG, MAIN = "atlas/config.py", "atlas/main.py"
TWO_SHARED = plan(shared=(Shared(CONFIG), Shared(MAIN)))


def mine(kind: str, path: str = CONFIG, **more: object) -> Event:
    """An event of the reader's about a shared file."""
    return event(kind, "senior", path=path, **more)  # type: ignore[arg-type]


def rows(*events: Event, tree: Worktree | None = None, width: int = 0) -> list[Row]:
    """The rows of the reader's tree (a clean one, without another), without its heading."""
    shot = snapshot(board(TWO_SHARED, *events), tree or worktree())
    return [row for row in own_tree.rows(shot, width) if row.selectable]


ANNOUNCED = mine("announce", intent="x", ago=MINUTE)
PUSHED = event("pushed", path=CONFIG, commit="abc1234", ago=3 * MINUTE)
LACKS = frozenset({"abc1234"})
CLEAN, EDITED = worktree(), worktree(("M", CONFIG))
COMMITTED = worktree(unpushed=(Unpushed("c0ffee1", "Add it", (CONFIG,)),))
BEHIND = worktree(lacks=LACKS)
ASTRAY = worktree(lacks=LACKS, astray=LACKS)
HANDED_OVER = (
    event("ask", ago=MINUTE, id="take", path=CONFIG, why="a hook"),
    event("grant", "senior", ago=MINUTE, request="take"),
)
EDITED_BEHIND = EDITED._replace(lacks=LACKS)


@pytest.mark.parametrize(
    ("events", "tree", "expected"),
    [
        ([], EDITED, [f"M  {CONFIG} | shared: announce first", "   edited without announcing"]),
        ([ANNOUNCED], CLEAN, [f"⇄  {CONFIG} | announced, pulled: edit away"]),
        ([ANNOUNCED], EDITED, [f"M  {CONFIG} | edited: finish next"]),
        ([ANNOUNCED], COMMITTED, [f"⇄  {CONFIG} | committed: finish pushes"]),
        ([], COMMITTED, [f"⇄  {CONFIG} | shared: announce first", "   edited without announcing"]),
        (
            [ANNOUNCED], EDITED._replace(operation="rebase"),
            [f"M  {CONFIG} | edited: finish the rebase first"],
        ),
        ([PUSHED], ASTRAY, [f"⇄  {CONFIG} | not merged: junior 3m"]),
        (
            [PUSHED, ANNOUNCED], ASTRAY,
            [f"⇄  {CONFIG} | announced, pulled: edit away", "   not merged: junior 3m"],
        ),
        (
            [PUSHED, ANNOUNCED], ASTRAY._replace(changes=EDITED.changes),
            [f"M  {CONFIG} | edited: finish next", "   not merged: junior 3m"],
        ),
        (
            [ANNOUNCED, *HANDED_OVER], EDITED,
            [f"M  {CONFIG} | announced by junior 1m", "   edited; handed over to junior"],
        ),
        (
            [ANNOUNCED], CLEAN._replace(landed=(Landed(CONFIG, "c0ffee1"),)),
            [f"⇄  {CONFIG} | pushed, not told: finish tells"],
        ),
        ([ANNOUNCED, mine("pushed", commit="c0ffee1")], CLEAN, []),
        (
            [PUSHED, ANNOUNCED], BEHIND,
            [f"⇄  {CONFIG} | pull before editing: junior 3m"],
        ),
        (
            [PUSHED, ANNOUNCED], EDITED_BEHIND,
            [f"M  {CONFIG} | edited: finish next", "   not pulled since junior pushed 3m ago"],
        ),
        (
            [PUSHED], EDITED_BEHIND,
            [
                f"M  {CONFIG} | shared: announce first", "   edited without announcing",
                "   not pulled since junior pushed 3m ago",
            ],
        ),
        ([PUSHED], BEHIND, [f"⇄  {CONFIG} | pull before editing: junior 3m"]),
        ([PUSHED], CLEAN, []),
        (
            [event("announce", path=CONFIG, intent="x", ago=3 * MINUTE)], EDITED,
            [f"M  {CONFIG} | announced by junior 3m", "   edited without announcing"],
        ),
    ],
)  # fmt: skip
def test_a_shared_file_says_its_next_step_and_what_was_skipped(
    events: list[Event], tree: Worktree, expected: list[str]
) -> None:
    assert said(rows(*events, tree=tree)) == expected


def test_what_is_announced_and_behind_is_to_be_pulled() -> None:
    behind = CLEAN._replace(branch=CLEAN.branch._replace(behind=1))
    edited = EDITED._replace(branch=EDITED.branch._replace(fetched=1.0))
    assert said(rows(ANNOUNCED, tree=behind)) == [f"⇄  {CONFIG} | announced: pull next"]
    assert said(rows(ANNOUNCED, tree=edited))[1:] == ["   edited without pulling"]
    both = rows(tree=edited)
    assert said(both)[1:] == ["   edited without announcing"]


def test_an_announcement_that_ran_out_is_named_so() -> None:
    ran_out = event("announce", path=CONFIG, intent="x", by="senior", ago=125 * MINUTE)
    found = said(rows(ran_out, tree=EDITED))
    assert found[1:] == ["   your announcement expired 5m ago"]


def test_any_file_that_another_pushed_is_to_be_pulled_first() -> None:
    pushed = event("pushed", path="atlas/agents/a.py", commit="abc1234", ago=3 * MINUTE)
    found = rows(pushed, tree=worktree(("M", "atlas/agents/a.py"), lacks=LACKS))
    assert said(found) == ["M  atlas/agents/a.py | pull before editing: junior 3m"]


def test_only_a_few_files_that_are_to_be_pulled_have_rows_and_the_rest_is_counted() -> None:
    pushed = [event("pushed", path=f"lib/f{n}.py", commit="abc1234") for n in range(7)]
    shot = snapshot(board(None, *pushed), BEHIND)
    found = said(own_tree.rows(shot, 0))
    assert found[2] == "↓  lib/f2.py | pull before editing: junior 0s"
    assert (len(found), found[-1]) == (8, "2 more to pull before editing")


def test_an_announcement_that_ends_soon_says_so() -> None:
    soon = mine("announce", intent="x", ago=2 * HOUR - 4 * MINUTE)
    found = rows(soon, tree=EDITED)
    assert said(found) == [f"M  {CONFIG} | edited: finish next", "   announced by you, 4m left"]
    assert role_of(found, "4m left") == "warn"


def test_a_file_in_conflict_names_the_other_side() -> None:
    known = Conflict("a.py", "fb173801234", "Add a", "junior"), Conflict("b.py")
    found = rows(tree=worktree(("U", "a.py"), ("U", "b.py"), conflicts=known))
    assert said(found) == ["U  a.py | in conflict with fb17380 of junior", "U  b.py | in conflict"]


def test_what_git_brings_in_the_middle_of_a_merge_needs_no_word() -> None:
    brought = FileChange("atlas/mcp/crm.py", "M", staged=True)
    edited = FileChange("atlas/mcp/tool.py", "M", staged=True, unstaged=True)
    tree = worktree(changes=(brought, edited), operation="merge")
    assert said(rows(tree=tree)) == [
        "M  atlas/mcp/tool.py | junior's: ask first",
        "M  atlas/mcp/crm.py | from the merge",
    ]
    (calm,) = rows(tree=tree._replace(changes=(brought,), operation=""))
    assert said([calm]) == ["M  atlas/mcp/crm.py | junior's: ask first"]


def test_what_was_asked_about_an_announced_file_goes_before_the_announcement() -> None:
    theirs = event("announce", path=CONFIG, intent="x", ago=3 * MINUTE)
    asked = mine("ask", why="just one line", ago=2 * MINUTE)
    found = rows(theirs, asked, tree=EDITED)
    assert said(found)[0] == f"M  {CONFIG} | asked junior 2m: wait"
    other_way = event("ask", path=CONFIG, why="just one line")
    found = rows(ANNOUNCED, other_way, tree=EDITED)
    assert said(found)[0] == f"M  {CONFIG} | junior asks: y or n"


def test_no_word_is_cut_in_a_narrow_pane() -> None:
    long = "some/very/deep/folder/of/the/project/and_a_long_name.py"
    owned = "atlas/mcp/deep/folder/of/the/project/and_a_long_name.py"
    asked = event("ask", "senior", id="req", path=owned, why="x")
    granted = event("grant", request="req", until=text_of(NOW + 90 * MINUTE))
    changed = (("M", owned), ("U", long), ("M", CONFIG))
    side = Conflict(long, "fb173801234", "", "junior")
    tree = worktree(*changed, conflicts=(side,), lacks=LACKS)
    found = rows(PUSHED, asked, granted, tree=tree, width=42)
    shown = [plain(layout(line, 42)) for row in found for line in row.lines]
    assert all(len(line) == 42 for line in shown)
    assert [line.split(maxsplit=2)[-1].strip() for line in shown if line[0] != " "] == [
        "in conflict", "shared: announce first", "granted by junior",
    ]  # fmt: skip
    assert [line.strip() for line in shown if line[0] == " "] == [
        "with fb17380 of junior", "edited without announcing",
        "not pulled since junior pushed 3m ago", "1h 30m left",
    ]  # fmt: skip


def test_what_needs_a_person_comes_first_and_what_is_only_under_way_after_it() -> None:
    changed = (("M", "atlas/agents/a.py"), ("?", "b.txt"), ("M", "atlas/mcp/c.py"), ("U", "z.py"))
    found = rows(mine("announce", MAIN, intent="x"), PUSHED, tree=worktree(*changed, lacks=LACKS))
    assert [row.key for row in found] == [
        "z.py", "atlas/mcp/c.py", "atlas/agents/a.py", "b.txt", CONFIG, MAIN,
    ]  # fmt: skip
    assert role_of(found, "c.py") == "session:1"
    assert {row.lines[0].squeeze for row in found} == {"middle"}


def test_a_renamed_file_says_from_where() -> None:
    change = FileChange("b.py", "R", staged=True, origin="a.py")
    assert said(rows(tree=worktree(changes=(change,)))) == ["R  b.py from a.py | unowned"]


def test_awkward_paths_are_inert_and_keep_their_key() -> None:
    paths = ["app/[id]/page.tsx", "a\x1b]0;t\x07\n", "\udcff", "👩\u200d👩\u200d👧/漢字.md", NASTY]
    changed = worktree(*(("M", path) for path in paths), conflicts=(Conflict(NASTY, NASTY),))
    found = rows(tree=changed)
    assert {row.key for row in found} == set(paths)
    assert harmless(spans_of(found))


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("atlas/mcp/crm.py", "junior's: ask first"),
        (CONFIG, "shared: announce first"),
        ("notes/a.md", "yours"),
    ],
)
def test_a_file_that_was_moved_is_judged_by_where_it_was_too(origin: str, expected: str) -> None:
    moved = FileChange("atlas/agents/new.py", "R", staged=True, origin=origin)
    tree = worktree()._replace(changes=(moved,))
    assert plain(rows(tree=tree)[0].lines[0].right) == expected
