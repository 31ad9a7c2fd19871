"""Notices of edits that were not agreed: who edits what, without what, and who says so."""

import pytest

from coord_tui.core.notices import MORE
from coord_tui.presentation.sentences import Teller
from tests.builders import NASTY, board, event, harmless, plain


def told(by: str, editor: str, about: str, text: str = "x") -> str:
    notice = event("say", by, text=text, about=about, noticed="edit", editor=editor)
    return plain(Teller(board()).tell(notice))


@pytest.mark.parametrize(
    ("by", "about", "expected"),
    [
        ("junior", "atlas/agents/x.py", "edits atlas/agents/x.py without asking"),
        ("junior", "atlas/config.py", "edits atlas/config.py without announcing it"),
        ("junior", "docs/a.md", "edits docs/a.md though another holds it"),
        ("senior", "atlas/agents/x.py", "sees junior edit atlas/agents/x.py without asking"),
        ("senior", "atlas/config.py", "sees junior edit atlas/config.py without announcing it"),
    ],
)
def test_who_edits_what_without_what(by: str, about: str, expected: str) -> None:
    assert told(by, "junior", about) == expected
    assert told(by, "junior", about, f"x{MORE}") == f"{expected} and perhaps more"


def test_a_notice_of_another_kind_is_words() -> None:
    other = event("say", text="a line", about="a.py", noticed="later")
    assert plain(Teller(board()).tell(other)) == "says about a.py “a line”"


def test_it_waits_for_whom_it_concerns() -> None:
    notice = event(
        "say", text="x", about="atlas/agents/x.py", noticed="edit", editor="junior", to=["senior"]
    )
    assert [entry.meant for entry in board(None, notice).log] == ["message"]
    assert [entry.meant for entry in board(None, notice, me="junior").log] == [""]


def test_it_is_harmless() -> None:
    notice = event("say", text="x", about=NASTY, noticed="edit", editor=NASTY)
    assert harmless(Teller(board()).tell(notice))
