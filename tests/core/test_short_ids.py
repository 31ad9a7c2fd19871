"""How much of an id people have to type."""

import pytest

from coord_tui.core.short_ids import short_id


@pytest.mark.parametrize(
    ("id", "others", "short"),
    [
        ("0123456789", (), "6789"),
        ("0123456789", ("aaaa6780",), "6789"),
        ("0123456789", ("aaaa6789",), "56789"),
        ("r1", ("r2",), "r1"),
        ("x6789", ("yx6789",), "x6789"),
        ("", (), ""),
    ],
)
def test_the_shortest_end_that_no_other_has(id: str, others: tuple[str, ...], short: str) -> None:
    assert short_id(id, (id, *others)) == short
