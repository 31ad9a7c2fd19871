"""In a few words: where an item was read."""

import pytest

from coord_tui.core.importing.origins import listed, origins
from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.statements import Place

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
        )
    )
    assert origins(reading, {"docs/a.md": "a.md"}) == {"task:A": "a.md:9, b:2", "task:B": "? c:3"}


@pytest.mark.parametrize(
    ("names", "line"),
    [(["a/b.md"], "b.md"), (["a", "b", "c"], "a, b, c"), (list("abcd"), "a, b and 2 more")],
)
def test_many_documents_are_counted(names: list[str], line: str) -> None:
    assert listed(names) == line
