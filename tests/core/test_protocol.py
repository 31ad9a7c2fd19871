"""At which step a shared file is, as tables: what the channel and git know, the step, the next."""

import pytest

from coord_tui.core.ownership import Ownership
from coord_tui.core.protocol import Progress, progress, underway
from coord_tui.core.times import mark_of
from coord_tui.core.tree import Branch, FileChange, Landed, Unpushed, Worktree
from tests.core.stories import PLAN, START, Said, announce, claim, play, reserve

PATH = "atlas/config.py"
MINE = announce("senior", PATH)
ANNOUNCED = announce("senior", PATH, id=mark_of(START + 0.6) + "ab")
"""Later within its second than its moment says."""
THEIRS = announce("junior", PATH)
PUSHED: Said = ("junior", "pushed", {"path": PATH, "commit": "fb17380"})
MY_PUSH: Said = ("senior", "pushed", {"path": PATH, "commit": "abc1234"})


def tree(
    *changed: str,
    committed: tuple[str, ...] = (),
    landed: tuple[str, ...] = (),
    lacks: tuple[str, ...] = (),
    behind: int = 0,
    fetched: float = START,
    upstream: str = "origin/main",
    gone: bool = False,
    session: str = "senior",
) -> Worktree:
    """A working tree on `main`, which has all that its upstream has, as was just fetched."""
    return Worktree(
        "/repo",
        Branch("main", "c0ffee", upstream, 0, behind, gone, fetched),
        tuple(FileChange(path, "M", unstaged=True) for path in changed),
        session=session,
        unpushed=(Unpushed("c0ffee", "Edit", committed),) if committed else (),
        lacks=frozenset(lacks),
        landed=tuple(Landed(path, "c0ffee") for path in landed),
    )


RENAMED = tree()._replace(changes=(FileChange("atlas/new.py", "R", staged=True, origin=PATH),))
LACKING = tree(lacks=("fb17380",))
EDITED = tree(PATH)

Case = tuple[tuple[Said, ...], Worktree | None, str, str, tuple[str, ...]]
CASES: dict[str, Case] = {
    "nobody's": ((), tree(), "free", "announce", ()),
    "not seen": ((), None, "free", "announce", ()),
    "another pushed it": ((PUSHED,), LACKING, "free", "pull", ()),
    "another pushed it, and holds it": ((PUSHED, THEIRS), LACKING, "free", "", ()),
    "another's": ((THEIRS,), tree(), "free", "", ()),
    "another's claim": ((claim("junior", "J5"),), tree(), "free", "announce", ()),
    "another let go": ((THEIRS, ("junior", "unreserve", {})), tree(), "free", "announce", ()),
    "announced, not seen": ((MINE,), None, "announced", "pull", ()),
    "announced, known from before": ((MINE,), tree(fetched=START - 1), "announced", "pull", ()),
    "announced in the second in which it was fetched": (
        (ANNOUNCED,), tree(fetched=START + 0.3), "announced", "pull", (),
    ),
    "announced and pulled in one second": (
        (ANNOUNCED,), tree(fetched=START + 0.9), "pulled", "edit", (),
    ),
    "announced, never fetched": ((MINE,), tree(fetched=0), "announced", "pull", ()),
    "announced, behind": ((MINE,), tree(behind=2), "announced", "pull", ()),
    "announced, a push lacking": ((PUSHED, MINE), LACKING, "announced", "pull", ()),
    "announced, and pulled": ((PUSHED, MINE), tree(), "pulled", "edit", ()),
    "reserved, and pulled": ((reserve("senior", "atlas/*.py"),), tree(), "pulled", "edit", ()),
    "announced without a remote": ((MINE,), tree(upstream="", fetched=0), "pulled", "edit", ()),
    "announced, the upstream gone": ((MINE,), tree(gone=True, fetched=0), "pulled", "edit", ()),
    "edited": ((MINE,), EDITED, "edited", "finish", ()),
    "moved away": ((MINE,), RENAMED, "edited", "finish", ()),
    "edited and committed": ((MINE,), tree(committed=(PATH,)), "edited", "finish", ()),
    "edited, not announced": ((), EDITED, "edited", "announce", ("announced",)),
    "edited, another announced it": ((THEIRS,), EDITED, "edited", "", ("announced",)),
    "edited, behind by what came later": ((MINE,), tree(PATH, behind=1), "edited", "finish", ()),
    "edited, by old knowledge": (
        (MINE,), tree(PATH, fetched=START - 9), "edited", "finish", ("pulled",),
    ),
    "edited, a push lacking, at which a pull would stop": (
        (PUSHED, MINE), tree(PATH, lacks=("fb17380",)), "edited", "finish", ("pulled",),
    ),
    "committed, a push lacking": (
        (PUSHED, MINE), tree(committed=(PATH,), lacks=("fb17380",)), "edited", "pull", ("pulled",),
    ),
    "edited, neither announced nor pulled": (
        (PUSHED,), tree(PATH, lacks=("fb17380",)), "edited", "announce", ("announced", "pulled"),
    ),
    "edited without a remote": (
        (), tree(PATH, upstream="", fetched=0), "edited", "announce", ("announced",),
    ),
    "landed": ((MINE,), tree(landed=(PATH,)), "pushed", "finish", ()),
    "landed, the announcement expired": ((), tree(landed=(PATH,)), "pushed", "finish", ()),
    "landed, and edited again": ((MINE,), tree(PATH, landed=(PATH,)), "edited", "finish", ()),
    "told": ((MINE, MY_PUSH), tree(), "told", "", ()),
    "told, not seen": ((MINE, MY_PUSH), None, "told", "", ()),
    "told, and announced again": ((MY_PUSH, MINE), tree(), "pulled", "edit", ()),
    "told, and edited again": ((MY_PUSH,), EDITED, "edited", "announce", ("announced",)),
    "told, another announced it since": ((MY_PUSH, THEIRS), tree(), "free", "", ()),
    "told, another pushed it since": ((MY_PUSH, PUSHED), tree(), "free", "announce", ()),
    "told of another file": (
        (("senior", "pushed", {"path": "x", "commit": "abc"}),), tree(), "free", "announce", (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_is_at_a_step_and_another_comes_next(case: str) -> None:
    said, where, step, then, skipped = CASES[case]
    board, refused = play(*said)

    assert refused == {}
    found = progress(PATH, "senior", where, board)
    assert found[:5] == Progress(PATH, "senior", step, then, skipped)[:5]  # type: ignore[arg-type]


def test_what_is_committed_wants_its_push_only() -> None:
    board, _ = play(MINE)
    assert progress(PATH, "senior", tree(committed=(PATH,)), board).committed
    assert not progress(PATH, "senior", tree(PATH, committed=(PATH,)), board).committed
    assert not progress(PATH, "senior", tree(), board).committed


@pytest.mark.parametrize("said", [(MINE,), (PUSHED, MINE)])
@pytest.mark.parametrize("where", [EDITED, tree(committed=(PATH,))])
def test_nothing_is_finished_in_the_middle_of_a_merge(
    said: tuple[Said, ...], where: Worktree
) -> None:
    found = progress(PATH, "senior", where._replace(operation="merge"), play(*said)[0])
    assert (found.step, found.next, found.stopped) == ("edited", "", "merge")


def test_what_is_in_conflict_is_settled_first() -> None:
    torn = tree()._replace(changes=(FileChange(PATH, "U", unstaged=True),))
    for where in (torn, torn._replace(operation="merge")):
        found = progress(PATH, "senior", where, play(MINE)[0])
        assert (found.step, found.next, found.stopped) == ("edited", "", "conflict")


def test_an_announcement_does_not_wait_for_a_merge() -> None:
    merging = EDITED._replace(operation="merge")
    assert progress(PATH, "senior", merging, play()[0]).next == "announce"
    found = progress(PATH, "senior", tree()._replace(operation="rebase"), play(MINE)[0])
    assert (found.step, found.next, found.stopped) == ("pulled", "edit", "")
    merging = LACKING._replace(operation="merge")
    found = progress(PATH, "senior", merging, play(PUSHED, MINE)[0])
    assert (found.step, found.next, found.stopped) == ("announced", "", "merge")


def test_what_no_pull_brings_is_not_waited_for() -> None:
    where = LACKING._replace(astray=frozenset({"fb17380"}))
    assert progress(PATH, "senior", where, play(PUSHED)[0]).next == "announce"
    assert progress(PATH, "senior", where, play(PUSHED, MINE)[0]).next == "edit"


def test_what_was_told_is_news_for_as_long_as_an_announcement_would_hold() -> None:
    assert progress(PATH, "senior", tree(), play(MY_PUSH, later=119)[0]).step == "told"
    assert progress(PATH, "senior", tree(), play(MY_PUSH, later=120)[0]).step == "free"


def test_an_announcement_that_expired_is_none() -> None:
    board, _ = play(MINE, later=120)
    assert progress(PATH, "senior", tree(), board).next == "announce"
    assert progress(PATH, "senior", EDITED, board).skipped == ("announced",)


def test_all_that_is_under_way_by_path_and_the_reader_first() -> None:
    other = "app/[id]/page.tsx"
    board, _ = play(MINE, announce("third", other), ("junior", "pushed", {
        "path": "atlas/mcp/t.py", "commit": "abc",
    }), announce("third", "docs/a.md"))  # fmt: skip
    trees = (
        tree(),
        tree(PATH, "atlas/mcp/t.py", other, session="junior")._replace(path="/other"),
        tree(PATH, session="")._replace(path="/nobody's"),
        tree(PATH, session="ghost")._replace(path="/ghost's"),
    )
    found = underway(board, Ownership.from_plan(PLAN), trees)

    assert [(one.path, one.session, one.step) for one in found] == [
        (other, "junior", "edited"),
        (other, "third", "announced"),
        (PATH, "senior", "pulled"),
        (PATH, "junior", "edited"),
    ]


def test_of_a_sessions_trees_that_counts_in_which_the_file_is_edited() -> None:
    board, _ = play(MINE)
    trees = (tree(), tree(PATH)._replace(path="/other"))
    (found,) = underway(board, Ownership.from_plan(PLAN), trees)
    assert (found.step, found.next) == ("edited", "finish")


def test_a_file_announced_by_a_pattern_is_under_way_only_where_it_is_edited() -> None:
    board, _ = play(reserve("senior", "atlas/*.py"))
    ownership = Ownership.from_plan(PLAN)
    assert underway(board, ownership, (tree(),)) == ()
    assert [one.step for one in underway(board, ownership, (EDITED,))] == ["edited"]
