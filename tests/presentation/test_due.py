"""What is due in the reader's tree, in inbox and brief: to pull, to go on with, and how."""

import pytest

from coord_tui.core.due import Due, due
from coord_tui.core.protocol import Progress
from coord_tui.core.tree import Branch
from coord_tui.presentation.brief import MOST, brief_lines
from coord_tui.presentation.brief_document import brief_document
from coord_tui.presentation.due import command_for, due_document, step_words
from coord_tui.presentation.inbox import inbox_document, inbox_lines
from tests.builders import MINUTE, NASTY, NOW, board, event, harmless, plain, snapshot, worktree

CONFIG = "atlas/config.py"
PUSHED = event("pushed", ago=3 * MINUTE, path=CONFIG, commit="fb17380")
OTHER = event("pushed", ago=2 * MINUTE, path="docs/a.md", commit="abc1234")
SAID = event("announce", "senior", ago=MINUTE, path=CONFIG, intent="x")
BRANCH = Branch("main", "c0ffee", "origin/main", fetched=NOW)
EDITED = worktree(("M", CONFIG), branch=BRANCH, lacks=frozenset({"fb17380"}))
CLEAN = worktree(branch=BRANCH)


def test_due_is_what_others_pushed_and_what_one_has_under_way() -> None:
    found = due(snapshot(board(None, PUSHED, OTHER, SAID), EDITED))
    assert [one.path for one in found.pull] == [CONFIG]
    assert found.underway == (Progress(CONFIG, "senior", "edited", "finish", ("pulled",)),)
    assert due(snapshot(board(None, PUSHED, SAID, me=""), EDITED)).empty
    assert due(snapshot(board(None, PUSHED, SAID, me="junior"), CLEAN)) == Due()
    assert [one.step for one in due(snapshot(board(None, SAID))).underway] == ["announced"]


def test_the_last_push_stands_first_and_what_is_told_is_done() -> None:
    lacks = worktree(branch=BRANCH, lacks=frozenset({"fb17380", "abc1234", "0ff"}))
    again = event("pushed", ago=MINUTE, path=CONFIG, commit="0ff")
    found = due(snapshot(board(None, PUSHED, OTHER, again), lacks))
    assert [(one.path, one.commit) for one in found.pull] == [
        (CONFIG, "0ff"),
        ("docs/a.md", "abc1234"),
    ]
    told = event("pushed", "senior", path=CONFIG, commit="0ff")
    assert due(snapshot(board(None, SAID, told), CLEAN)).empty


def test_the_inbox_has_it_behind_what_others_want() -> None:
    found = snapshot(board(None, PUSHED, OTHER, SAID, event("say", text="hi")), EDITED)
    lines = [plain(line) for line in inbox_lines(found.board, due(found))]
    assert lines[3:] == [
        "pull before editing",
        "  atlas/config.py (junior, 3m)",
        "    coord-tui pull",
        "",
        "shared files under way",
        "  atlas/config.py edited, not pulled, next: finish",
        '    coord-tui finish atlas/config.py -m "what you changed"',
        "",
        "`coord-tui ack` marks all but the requests as read",
    ]
    alone = [
        plain(line) for line in inbox_lines(board(None, SAID), due(snapshot(board(None, SAID))))
    ]
    assert alone == [
        "shared files under way", f"  {CONFIG} announced, next: pull", "    coord-tui pull",
    ]  # fmt: skip


ASTRAY = worktree(branch=BRANCH, lacks=frozenset({"fb17380"}), astray=frozenset({"fb17380"}))


def test_what_no_pull_brings_is_said_to_be_unmerged() -> None:
    found = snapshot(board(None, PUSHED, OTHER), ASTRAY)
    assert due(found).pull == ()
    assert due_document(due(found))["unmerged"] == [
        {"path": CONFIG, "by": "junior", "commit": "fb17380"}
    ]
    lines = [plain(line) for line in inbox_lines(found.board, due(found))]
    at = lines.index("not merged: pushed to another branch, merge it when you need it")
    assert lines[at + 1] == "  atlas/config.py (junior, 3m)"
    assert "coord-tui pull" not in "".join(lines)
    told = [plain(line) for line in brief_lines(found)]
    assert "pull     not merged: atlas/config.py (junior, 3m)" in told
    behind = found._replace(worktrees=(ASTRAY._replace(branch=BRANCH._replace(behind=2)),))
    assert any("2 commits more" in plain(line) for line in brief_lines(behind))


def test_what_is_anothers_need_not_be_merged() -> None:
    theirs = event("pushed", ago=3 * MINUTE, path="atlas/mcp/t.py", commit="fb17380")
    assert due(snapshot(board(None, theirs), ASTRAY)).empty


def test_the_brief_says_who_holds_a_shared_file() -> None:
    held = event("announce", ago=3 * MINUTE, path=CONFIG, intent="x")
    lines = [plain(line) for line in brief_lines(snapshot(board(None, held), CLEAN))]
    assert "shared   atlas/config.py held by junior 3m" in lines
    own = event("reserve", ago=3 * MINUTE, path="atlas/mcp/t.py")
    lines = [plain(line) for line in brief_lines(snapshot(board(None, own), CLEAN))]
    assert "shared   atlas/config.py" in lines


def test_the_brief_says_what_to_pull_and_where_one_is() -> None:
    found = snapshot(board(None, PUSHED, OTHER, SAID), EDITED)
    lines = [plain(line) for line in brief_lines(found)]
    assert "pull     before editing: atlas/config.py (junior, 3m)" in lines
    assert "shared   atlas/config.py edited, not pulled, next: finish" in lines
    told = " ".join(lines)
    assert all(word in told for word in ("coord-tui announce PATH", "`pull`", "`finish PATH"))


@pytest.mark.parametrize(
    ("progress", "words", "command"),
    [
        (Progress("a", "s", "edited", "announce", ("announced", "pulled")),
         "a edited, not announced, not pulled, next: announce", 'coord-tui announce a "what for"'),
        (Progress("a b", "s", "pulled", "edit"), "a b pulled, next: edit", ""),
        (Progress("a b", "s", "pushed", "finish"), "a b pushed, next: finish",
         "coord-tui finish 'a b' -m \"what you changed\""),
        (Progress("a", "s", "edited", "", ("announced",)), "a edited, not announced", ""),
        (Progress("a", "s", "edited", "finish", committed=True),
         "a edited, committed, next: finish", 'coord-tui finish a -m "what you changed"'),
        (Progress("a", "s", "edited", stopped="merge"), "a edited, finish the merge first", ""),
        (Progress("a", "s", "edited", stopped="conflict"), "a edited, settle the conflict", ""),
    ],
)  # fmt: skip
def test_a_step_names_the_next_and_those_that_were_passed_over(
    progress: Progress, words: str, command: str
) -> None:
    assert (step_words(progress), command_for(progress)) == (words, command)


def test_as_json() -> None:
    found = snapshot(board(None, PUSHED, SAID), EDITED)
    expected = {
        "pull": [{"path": CONFIG, "by": "junior", "commit": "fb17380"}],
        "unmerged": [],
        "underway": [
            {
                "path": CONFIG, "step": "edited", "next": "finish", "skipped": ["pulled"],
                "committed": False, "stopped": None,
            },
        ],
    }  # fmt: skip
    assert due_document(due(found)) == expected
    assert {**inbox_document(found.board, due(found)), **expected} == inbox_document(
        found.board, due(found)
    )
    assert {**brief_document(found), **expected} == brief_document(found)
    assert (
        due_document(Due(underway=(Progress("a", "s", "edited"),)))["underway"][0]["next"] is None
    )


def test_many_of_them_stay_on_one_screen_and_harmless() -> None:
    events = [event("pushed", path=f"{n}{NASTY}", commit=f"{n:x}" * 4) for n in range(1, 60)]
    lacks = frozenset(str(one.fields["commit"]) for one in events)
    found = snapshot(board(None, *events), worktree(branch=BRANCH, lacks=lacks))
    lines = brief_lines(found)
    assert all(harmless(line) for line in (*lines, *inbox_lines(found.board, due(found))))
    assert len("\n".join(map(plain, lines)).encode()) < MOST
    assert " more)" in next(plain(line) for line in lines if plain(line).startswith("pull"))
    assert brief_document(found)["more"] == {"pull": 49}
