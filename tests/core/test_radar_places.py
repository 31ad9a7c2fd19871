import pytest

from coord_tui.core.plan import BranchSettings, ChannelSettings, Plan, Session
from coord_tui.core.radar import UNRELATED, Pair, Place, Radar, State
from coord_tui.core.radar_merges import Verdict
from coord_tui.core.radar_places import (
    Tip,
    at_work,
    branch_places,
    combined,
    in_order,
    judged,
    shaken,
    tree_place,
)
from coord_tui.core.tree import Branch, FileChange, Worktree

DAY = 86400.0
NOW = 100 * DAY
PLAN = Plan(
    sessions=(
        Session("ana", emails=("Ana@example.com",)),
        Session("bolt", emails=("bolt@example.com", "both@example.com")),
        Session("cleo", emails=("both@example.com",)),
    ),
    branches=BranchSettings(active=int(10 * DAY)),
    channel=ChannelSettings(branch="coord"),
)
HERE = Worktree("/here", Branch("main", "aaa"))


def tip(ref: str, commit: str = "ccc", days: float = 1, email: str = "") -> Tip:
    return Tip(ref, commit, NOW - days * DAY, email)


def chosen(*tips: Tip, trees: tuple[Worktree, ...] = (HERE,)) -> list[str]:
    return [found.name for found in at_work(tips, trees, PLAN, NOW)]


@pytest.mark.parametrize(
    ("ref", "commit", "days", "expected"),
    [
        ("refs/heads/topic", "ccc", 1, ["topic"]),
        ("refs/remotes/origin/topic", "ccc", 1, ["origin/topic"]),
        ("refs/heads/topic", "ccc", 10, ["topic"]),
        ("refs/heads/topic", "ccc", 10.1, []),
        ("refs/heads/coord", "ccc", 1, []),
        ("refs/remotes/origin/coord", "ccc", 1, []),
        ("refs/heads/a/coord", "ccc", 1, ["a/coord"]),
        ("refs/remotes/origin/HEAD", "ccc", 1, []),
        ("refs/heads/main", "ccc", 1, []),
        ("refs/remotes/origin/main", "ccc", 1, ["origin/main"]),
        ("refs/heads/topic", "aaa", 1, []),
        ("refs/remotes/origin/main", "aaa", 1, []),
    ],
)
def test_which_branch_is_at_work(ref: str, commit: str, days: float, expected: list[str]) -> None:
    assert chosen(tip(ref, commit, days)) == expected


def test_a_branch_that_is_being_rebased_is_in_its_working_tree() -> None:
    tips = [tip("refs/heads/topic", "1"), tip("refs/remotes/origin/topic", "2")]
    found = at_work(tips, (HERE,), PLAN, NOW, rebased=["", "topic"])
    assert [one.name for one in found] == ["origin/topic"]


def test_the_newest_comes_first_and_each_commit_once_by_its_local_name() -> None:
    assert chosen(
        tip("refs/heads/old", "1", 3),
        tip("refs/remotes/origin/new", "2", 1),
        tip("refs/heads/new", "2", 1),
    ) == ["new", "old"]


def test_a_branch_of_the_same_name_as_another_clones_counts() -> None:
    other = Worktree("/there", Branch("topic", "bbb"), elsewhere=True)
    assert chosen(tip("refs/heads/topic"), trees=(HERE, other)) == ["topic"]


@pytest.mark.parametrize(
    ("email", "session"),
    [
        ("ana@example.com", "ana"),
        ("bolt@example.com", "bolt"),
        ("both@example.com", ""),
        ("who@example.com", ""),
        ("", ""),
    ],
)
def test_a_branch_is_of_the_session_whose_email_it_is_alone(email: str, session: str) -> None:
    (place,) = branch_places([tip("refs/heads/topic", email=email)], PLAN)
    assert (place.name, place.session, place.commit) == ("topic", session, "ccc")


def test_a_working_tree_is_named_by_its_branch_or_its_commit() -> None:
    assert tree_place(HERE) == Place("main", worktree="/here", commit="aaa")
    detached = Worktree("/here", Branch("", "0123456789abcdef"), session="ana")
    assert tree_place(detached)[:2] == ("012345678", "ana")


@pytest.mark.parametrize(
    ("tree", "reason"),
    [
        (Worktree("/t", Branch("x", "1"), problem="away"), "away"),
        (
            Worktree("/t", Branch("x", "1"), (FileChange("a", "U"),), "rebase"),
            "mid-rebase: 1 file is in conflict already",
        ),
        (
            Worktree("/t", Branch("x", "1"), (FileChange("a", "U"), FileChange("b", "U"))),
            "mid-merge: 2 files are in conflict already",
        ),
    ],
)
def test_of_some_working_trees_nothing_can_be_said(tree: Worktree, reason: str) -> None:
    place = tree_place(tree)
    assert (place.doubt, place.reason) == ("unknown", reason)


ONE, OTHER = Place("one", commit="1"), Place("other", commit="2")
SHAKY = Place("shaky", commit="3", doubt="unstable", reason="it moved")
DARK = Place("dark", doubt="unknown", reason="away")


@pytest.mark.parametrize(
    ("places", "verdict", "state", "reason"),
    [
        ((ONE, OTHER), Verdict(), "clean", ""),
        ((ONE, OTHER), Verdict("conflict", ("a",), ("edited",)), "conflict", ""),
        ((ONE, OTHER), None, "unknown", "git was not asked"),
        ((ONE, ONE), None, "clean", ""),
        ((ONE, SHAKY), Verdict(), "unstable", "shaky: it moved"),
        ((DARK, ONE), Verdict(), "unknown", "dark: away"),
        ((DARK, SHAKY), None, "unstable", "dark: away; shaky: it moved"),
    ],
)
def test_what_is_said_of_a_pair(
    places: tuple[Place, Place], verdict: Verdict | None, state: str, reason: str
) -> None:
    found = judged(*places, verdict)
    assert (found.state, found.reason) == (state, reason)


def test_every_two_places_are_a_pair_once() -> None:
    assert combined([ONE, OTHER, SHAKY]) == [(ONE, OTHER), (ONE, SHAKY), (OTHER, SHAKY)]


def test_conflicts_come_first_and_clean_pairs_last() -> None:
    states: list[State] = ["clean", "unknown", "conflict", "unstable", "clean"]
    ordered = in_order(Pair(ONE, OTHER, state) for state in states)
    assert [pair.state for pair in ordered] == [
        "conflict", "unstable", "unknown", "clean", "clean",
    ]  # fmt: skip


def test_a_tree_that_moved_after_the_look_makes_its_pairs_unstable() -> None:
    tree = Place("tree", worktree="/t", commit="1")
    radar = Radar((Pair(tree, OTHER, "clean"), Pair(ONE, OTHER, "clean")))
    found = shaken(radar, ["/t"])
    assert [pair.state for pair in found.pairs] == ["unstable", "clean"]
    assert shaken(radar, []) == radar


def test_a_branch_that_shares_no_history_is_no_doubt() -> None:
    one, two = (Place(name, worktree=f"/{name}", commit=name) for name in "ab")
    strange = Pair(one, OTHER, "unknown", reason=UNRELATED)
    radar = Radar((strange, Pair(one, two, "unknown", reason=UNRELATED)))
    assert radar.doubtful == radar.pairs[1:]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ["a", "d/b", "d/c"]),
        (("a",), ["a"]),
        (("d/",), ["d/b", "d/c"]),
        (("d",), ["d/b", "d/c"]),
        (("b",), None),
        (("",), ["a", "d/b", "d/c"]),
        (("d/c", "a"), ["a", "d/c"]),
    ],
)
def test_conflicts_about_some_files_only(
    names: tuple[str, ...], expected: list[str] | None
) -> None:
    clash = Pair(ONE, OTHER, "conflict", ("a", "d/b", "d/c"), "", ("edited", "added", "binary"))
    found = Radar((clash, Pair(ONE, SHAKY, "unstable"))).about(names)
    assert [list(pair.paths) for pair in found.conflicts] == ([expected] if expected else [])
    assert all(
        pair.kind(path) == clash.kind(path) for pair in found.conflicts for path in pair.paths
    )
    assert len(found.doubtful) == 1
