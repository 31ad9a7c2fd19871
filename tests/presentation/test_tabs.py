"""The tabs of a narrow screen carry the alarms of the panes that are out of sight."""

from coord_tui.presentation.tabs import tabs
from tests.builders import board, event, snapshot, worktree


def test_a_quiet_repository_has_quiet_tabs() -> None:
    assert [(tab.number, tab.name, tab.sign.text) for tab in tabs(snapshot(board()))] == [
        ("1", "Own", ""),
        ("2", "Tasks", ""),
        ("3", "Tree", ""),
        ("4", "Chan", ""),
    ]


def test_what_needs_a_word_and_what_is_unread_shows_on_its_tab() -> None:
    said = board(None, event("say", text="hi"), event("say", text="there"))
    found = tabs(snapshot(said, worktree(("M", "atlas/config.py"), ("M", "atlas/mcp/crm.py"))))

    assert [(tab.id, *tab.sign) for tab in found if tab.sign.text] == [
        ("tree", "2!", "alarm"),
        ("channel", "2", "unread"),
    ]


def test_who_asks_for_a_file_of_the_reader_shows_before_what_is_unread() -> None:
    asked = event("ask", path="atlas/agents/a.py", why="a hook")
    found = tabs(snapshot(board(None, asked, event("say", text="hi"))))

    assert [(tab.id, *tab.sign) for tab in found if tab.sign.text] == [("channel", "1? 1", "alarm")]
