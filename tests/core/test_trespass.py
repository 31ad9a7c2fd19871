"""Which edits cross what was agreed, as a table over a small plan, reservations and trees."""

from collections.abc import Mapping

import pytest

from coord_tui.core.board import Board
from coord_tui.core.events import Event
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Owned, Part, Session, Shared
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.core.trespass import MOST_FILES, Trespass, trespasses, words
from tests.builders import MINUTE, board, event, plan

PLAN = plan(
    sessions=tuple(map(Session, ("senior", "junior", "third"))),
    ownership=(Owned("agents/", "senior"), Owned("mcp/", "junior")),
    shared=(Shared("config.py", "", (Part("senior"), Part("junior"))), Shared("README")),
)


def seen(*events: Event) -> Board:
    return board(PLAN, *events)


def tree(session: str, *changes: str, top: str = "/t", **more: object) -> Worktree:
    """A tree in which these are changed: `STATE path`, or `R new old`."""
    words = [change.split() for change in changes]
    found = tuple(FileChange(path, state, origin="".join(old)) for state, path, *old in words)
    return Worktree(top, changes=found, session=session, **more)  # type: ignore[arg-type]


def found_in(
    found: Board, *trees: Worktree, at_work: Mapping[str, tuple[str, ...]] | None = None
) -> list[Trespass]:
    return list(trespasses(found, Ownership.from_plan(PLAN), trees, at_work or {}))


ANNOUNCED = event("announce", "senior", path="config.py", intent="x")
RAN_OUT = event("announce", "senior", ago=125 * MINUTE, path="config.py", intent="x")
RESERVED = event("reserve", "third", pattern="docs/*.md")
MEANT = event("reserve", "third", pattern="notes/", exclusive=False)
ASKED = event("ask", "junior", path="agents/a.py", why="w", id="r1")
GRANTED = event("grant", "senior", request="r1")
ENDED = event("grant", "senior", request="r1", until="2026-01-31T14:04:59Z")

BOTH = ("senior", "junior")


@pytest.mark.parametrize(
    ("events", "editor", "change", "expected"),
    [
        ((), "senior", "M agents/a.py", None),
        ((), "junior", "M agents/a.py", ("owner", "senior", ("senior",))),
        ((), "junior", "? agents/new.py", ("owner", "senior", ("senior",))),
        ((), "junior", "D agents/a.py", ("owner", "senior", ("senior",))),
        ((), "junior", "U agents/a.py", None),
        ((), "junior", "? agents/nested/", None),
        ((), "junior", "M free.py", None),
        ((), "nobody", "M agents/a.py", ("owner", "senior", ("senior",))),
        ((ASKED,), "junior", "M agents/a.py", ("owner", "senior", ("senior",))),
        ((ASKED, GRANTED), "junior", "M agents/a.py", None),
        ((ASKED, GRANTED), "junior", "M agents/b.py", ("owner", "senior", ("senior",))),
        ((ASKED, GRANTED), "third", "M agents/a.py", ("owner", "senior", ("senior",))),
        ((ASKED, ENDED), "junior", "M agents/a.py", ("owner", "senior", ("senior",))),
        ((), "senior", "M config.py", ("announce", "", ("junior",))),
        ((), "third", "M config.py", ("announce", "", BOTH)),
        ((), "third", "M README", ("announce", "", ())),
        ((ANNOUNCED,), "senior", "M config.py", None),
        ((RAN_OUT,), "senior", "M config.py", None),
        ((RAN_OUT,), "third", "M config.py", ("announce", "", BOTH)),
        ((ANNOUNCED,), "junior", "M config.py", ("reserved", "senior", ("senior",))),
        ((ANNOUNCED,), "third", "M config.py", ("reserved", "senior", BOTH)),
        ((RESERVED,), "senior", "M docs/a.md", ("reserved", "third", ("third",))),
        ((RESERVED,), "third", "M docs/a.md", None),
        ((RESERVED,), "senior", "M docs/a/b.md", None),
        ((MEANT,), "senior", "M notes/a", None),
    ],
)
def test_an_edit_crosses_what_was_agreed(
    events: tuple[Event, ...],
    editor: str,
    change: str,
    expected: tuple[str, str, tuple[str, ...]] | None,
) -> None:
    told = [(one.rule, one.whose, one.to) for one in found_in(seen(*events), tree(editor, change))]
    assert told == ([expected] if expected else [])


def test_a_file_that_is_moved_away_was_edited_and_a_copied_one_was_not() -> None:
    found = found_in(seen(), tree("senior", "R free.py mcp/a.py", "C free2.py mcp/b.py"))
    assert [one.path for one in found] == ["mcp/a.py"]


@pytest.mark.parametrize(
    "unfit",
    [
        tree("", "M agents/a.py"),
        tree("junior", "M agents/a.py", operation="rebase"),
        tree("junior", "M agents/a.py", problem="git failed"),
    ],
)
def test_a_tree_without_a_session_or_amid_an_operation_is_not_judged(unfit: Worktree) -> None:
    assert found_in(seen(), unfit) == []


@pytest.mark.parametrize(
    ("change", "others", "expected"),
    [
        ("M agents/a.py", ("senior",), 0),
        ("M agents/a.py", ("third",), 1),
        ("M agents/a.py", ("third", "senior"), 0),
        ("M config.py", ("senior",), 0),
        ("M config.py", ("third",), 1),
        ("M docs/a.md", ("third",), 0),
    ],
)
def test_where_several_work_it_counts_if_none_of_them_may(
    change: str, others: tuple[str, ...], expected: int
) -> None:
    agreed = seen(ANNOUNCED, RESERVED)
    found = found_in(agreed, tree("junior", change), at_work={"/t": others, "/u": ("senior",)})
    assert len(found) == expected


def test_each_session_and_path_comes_once() -> None:
    trees = [tree("junior", "M agents/a.py", top=top) for top in ("/a", "/b")]
    found = found_in(seen(), *trees, tree("third", "M agents/a.py", top="/c"))
    assert [(one.editor, one.path) for one in found] == [
        ("junior", "agents/a.py"),
        ("third", "agents/a.py"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_an_edit_is_elsewhere_if_no_tree_of_this_clone_has_it(
    first: bool, second: bool, expected: bool
) -> None:
    one = tree("junior", "M agents/a.py", top="/a", elsewhere=first)
    other = tree("junior", "M agents/a.py", top="/b", elsewhere=second)
    assert [found.elsewhere for found in found_in(seen(), one, other)] == [expected]


def test_a_tree_with_very_many_changes_is_judged_by_the_first() -> None:
    many = tree("junior", *(f"M agents/{n}" for n in range(MOST_FILES + 5)))
    assert len(found_in(seen(), many)) == MOST_FILES


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            Trespass("junior", "a/[/].py", "owner", "senior"),
            "junior has changed a/[/].py, which is senior's, without a grant",
        ),
        (
            Trespass("junior", "a\n\x1b\udcff", "reserved", "third"),
            "junior has changed a???, which is held by third",
        ),
        (
            Trespass("junior", "README", "announce"),
            "junior has changed README, which is shared, without announcing it",
        ),
    ],
)
def test_the_words_say_who_what_and_whose(one: Trespass, expected: str) -> None:
    assert words(one) == expected


def test_a_very_long_path_is_told_by_its_end() -> None:
    said = words(Trespass("junior", "x" * 5000 + "/end.py", "announce"))
    assert len(said) < 300
    assert "x/end.py, which" in said
