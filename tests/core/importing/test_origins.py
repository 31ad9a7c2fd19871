"""In a few words: where an item was read."""

import pytest

from coord_tui.core.importing.origins import legend, listed, origins
from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.statements import Place, Sure

A1, A9, B2, C3 = (
    Place("docs/a.md", 1, 1),
    Place("docs/a.md", 9, 9),
    Place("b", 2, 4),
    Place("c", 3, 3),
)


def test_an_item_names_the_first_line_in_two_documents_at_most() -> None:
    reading = Reading(
        items=(
            Item("task:A", "A", (A9, B2, A1, C3), "certain", ""),
            Item("task:B", "B", (C3,), "doubtful", ""),
            Item("task:C", "C", (C3,), "likely", ""),
        )
    )
    assert origins(reading, {"docs/a.md": "a.md"}) == {
        "task:A": "a.md:9, b:2", "task:B": "? c:3", "task:C": "~ c:3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sure", "words"),
    [
        (("certain",), ""),
        (("certain", "doubtful"), "; ? is a guess"),
        (("doubtful", "likely"), "; ~ is likely, ? is a guess"),
    ],
)
def test_only_marks_that_occur_are_explained(sure: tuple[Sure, ...], words: str) -> None:
    assert legend(sure) == words


@pytest.mark.parametrize(
    ("names", "line"),
    [(["a/b.md"], "b.md"), (["a", "b", "c"], "a, b, c"), (list("abcd"), "a, b and 2 more")],
)
def test_many_documents_are_counted(names: list[str], line: str) -> None:
    assert listed(names) == line
