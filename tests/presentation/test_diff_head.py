"""Above a diff stands how the file stands, what of it is changed, where, and what was skipped."""

from coord_tui.core.diff import parse_diff
from coord_tui.core.tree import FileChange
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.diff_head import head_rows
from tests.builders import NASTY, board, event, harmless, said, snapshot, spans_of, worktree

SHARED = "atlas/config.py"
DIFF = parse_diff("@@ -1,2 +1,2 @@\n-a\n-b\n+c\n")


def test_a_shared_file_with_the_step_that_was_skipped() -> None:
    shown = snapshot(board(), worktree(("M", SHARED)))

    assert said(head_rows(shown, Subject("tree", path=SHARED), DIFF)) == [
        "atlas/config.py | shared: announce first",
        "modified · +1 −2 | main",
        "⚠ edited without announcing",
    ]


def test_before_git_has_answered_it_says_what_is_known() -> None:
    announced = event("announce", "senior", path=SHARED, intent="a timeout")
    shown = snapshot(board(None, announced), worktree(("M", SHARED)))

    assert said(head_rows(shown, Subject("tree", path=SHARED), None)) == [
        "atlas/config.py | edited: finish next",
        "modified | main",
    ]


def test_how_much_of_it_is_staged() -> None:
    partly = FileChange("a.py", "M", staged=True, unstaged=True)
    whole = FileChange("b.py", "A", staged=True)
    shown = snapshot(board(), worktree(changes=(partly, whole)))

    assert (
        said(head_rows(shown, Subject(path="a.py"), None))[1] == "modified · partly staged ▌ | main"
    )
    assert said(head_rows(shown, Subject(path="b.py"), None))[1] == "added · staged | main"
    assert said(head_rows(shown, Subject(path="c.py"), None))[1] == "not changed | main"


def test_anothers_file_says_whose_tree_it_is_in() -> None:
    theirs = worktree(("D", "atlas/mcp/b.py"), path="/repo/side", session="junior")
    shown = snapshot(board(), worktree(), theirs)
    subject = Subject("tree", path="atlas/mcp/b.py", worktree="/repo/side")

    assert said(head_rows(shown, subject, None)) == [
        "atlas/mcp/b.py | junior",
        "deleted | junior · ../side · main",
    ]


def test_names_are_inert() -> None:
    theirs = worktree(("?", NASTY), path=f"/repo/{NASTY}")
    shown = snapshot(board(), worktree(("?", NASTY)), theirs)

    for tree in ("", theirs.path):
        assert harmless(spans_of(head_rows(shown, Subject(path=NASTY, worktree=tree), None)))
