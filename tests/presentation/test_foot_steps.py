"""Along the shared-file protocol the foot has the next step first, and names its file there."""

import pytest

from coord_tui.presentation import foot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.text import spans_width
from tests.builders import board, event, plain

SHARED = Subject("tree", path="atlas/config.py")
MINE = SHARED._replace(announced=SHARED.path)
ASKED = event("ask", id="r1", path="atlas/agents/a.py", why="a hook")


def about(subject: Subject, me: str = "senior") -> str:
    """The keys that are about the row."""
    found = foot.entries(board(me=me), subject)
    return plain(foot.spans(tuple(one for one in found if not one.constant)))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (SHARED._replace(next="announce"), "a announce config.py  e edit"),
        (SHARED._replace(next="announce", state="M"), "a announce config.py  f finish  e edit"),
        (SHARED._replace(next="pull"), "p pull  a announce config.py  e edit"),
        (MINE._replace(next="pull"), "p pull  e edit  r give back"),
        (MINE._replace(next="pull", committed=True), "p pull  f finish  e edit"),
        (MINE._replace(next="edit"), "e edit config.py  r give back"),
        (MINE._replace(next="finish", state="M", stopped="merge", behind=True), "e edit"),
        (SHARED._replace(state="U"), "a announce config.py  e edit config.py"),
        (SHARED._replace(next="pull", announced="atlas/*.py"), "p pull  e edit"),
        (SHARED._replace(next="edit", behind=True), "e edit config.py  p pull"),
        (SHARED._replace(next="finish", state="M"), "f finish config.py  e edit"),
        (SHARED._replace(next="finish", committed=True), "f finish config.py  e edit"),
        (SHARED._replace(next="finish", state="D"), "f finish config.py"),
        (Subject("tree", path="a.py", next="finish", state="?"), "f finish a.py  e edit"),
        (Subject("ownership", path="atlas/", behind=True), "p pull"),
        (Subject("tasks", behind=True), ""),
    ],
    ids=[
        "free", "edited unannounced", "to pull, not announced", "announced", "committed, behind",
        "pulled", "in the middle of a merge", "in conflict", "reserved with others",
        "pulled, others pushed another file", "edited", "committed", "deleted", "not shared",
        "a folder while behind", "no file",
    ],
)  # fmt: skip
def test_the_next_step_comes_first(subject: Subject, expected: str) -> None:
    keys = about(subject).removesuffix("  enter details").removesuffix("  enter diff")

    assert keys.removesuffix("m message").rstrip() == expected


@pytest.mark.parametrize("next", ["announce", "pull", "edit", "finish"])
def test_every_step_has_its_command_and_a_key(next: str) -> None:
    first = foot.entries(board(), SHARED._replace(next=next, state="M"))[0]

    assert (first.command, first.words.split()[0]) == (foot.STEPS[next], next)


def test_what_another_must_be_asked_for_is_neither_edited_nor_finished() -> None:
    theirs = Subject("tree", path="atlas/mcp/tool.py", owner="junior", state="M")

    assert about(theirs) == "a ask junior  m message  enter diff"


def test_in_anothers_working_tree_there_is_only_looking() -> None:
    elsewhere = SHARED._replace(worktree="/repo/side", state="M", owner="")

    assert about(elsewhere) == "m message  enter diff"


def test_an_observer_only_looks() -> None:
    assert about(SHARED._replace(state="M"), me="") == "enter diff"


@pytest.mark.parametrize(
    ("subject", "word"),
    [
        (Subject("tree", path="a.py", state="M"), "diff"),
        (Subject("tree", path="sub/", state="?"), "details"),
        (Subject("ownership", path="a.py"), "details"),
        (Subject("tree", path="a.py", pair="x\ny", state="M"), "conflict"),
        (Subject("tasks", task="S1"), "details"),
    ],
)
def test_enter_says_what_it_opens(subject: Subject, word: str) -> None:
    assert about(subject).endswith(f"enter {word}")


def test_who_asks_is_answered_before_anything_else() -> None:
    found = foot.entries(board(None, ASKED), SHARED._replace(next="pull"))

    assert [one.key for one in found][:3] == ["y", "n", "p"]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            160,
            "a announce config.py  f finish  e edit  m message  enter diff"
            " │ z zoom  ? help  ^p commands  q quit",
        ),
        (80, "a announce config.py  f finish  e edit  m message  enter diff │ ? help  q quit"),
        (46, "a announce config.py  f finish │ ? help"),
        (30, "a announce config.py │ ? help"),
    ],
)
def test_the_next_step_stays_where_there_is_little_room(width: int, expected: str) -> None:
    entries = foot.entries(board(), SHARED._replace(next="announce", state="M"))
    found = foot.spans(foot.fitting(entries, width))

    assert plain(found) == expected
    assert spans_width(found) <= width
