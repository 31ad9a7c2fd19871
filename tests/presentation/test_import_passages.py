"""What is said of a passage from which nothing was taken."""

import pytest

from coord_tui.core.importing.reading import Passage
from coord_tui.core.importing.statements import Place
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
    assert passage_words(Passage(Place("a.md", 1, 2), text)) == words


@pytest.mark.parametrize(
    ("text", "end", "words"),
    [
        ("Berth: north", 3, "rest of the line: Berth: north"),
        ("Berth: north\nBerth: south", 4, "rest of the lines: Berth: north …"),
        ("<b>", 3, "rest of the line: <b>"),
    ],
)
def test_the_rest_of_what_was_read_is_called_so(text: str, end: int, words: str) -> None:
    assert passage_words(Passage(Place("a.md", 3, end), text, partly=True)) == words


def test_text_of_others_is_harmless() -> None:
    for partly in (False, True):
        one = Passage(Place("a.md", 1, 2), f"<b>{NASTY}\n{NASTY}", partly)
        assert harmless((Span(passage_words(one)),))
