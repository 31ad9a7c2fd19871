"""What is said of a passage from which nothing was taken."""

import pytest

from coord_tui.presentation.import_passages import passage_words
from coord_tui.presentation.rows import Span
from tests.builders import NASTY, harmless


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("\n  one\n", "one"),
        ("one\n\ntwo", "one …"),
        ("<details>\n<b>x</b>", "HTML is not read: <details> …"),
        ("</div>", "HTML is not read: </div>"),
        ("<br/>", "HTML is not read: <br/>"),
        ("<https://example.org> says so", "<https://example.org> says so"),
        ("<- a comes first", "<- a comes first"),
    ],
)
def test_a_passage_is_named_by_its_beginning(text: str, words: str) -> None:
    assert passage_words(text) == words


def test_text_of_others_is_harmless() -> None:
    assert harmless((Span(passage_words(f"<b>{NASTY}\n{NASTY}")),))
