"""One line for each file that was written, moved or removed."""

import pytest

from coord_tui.presentation.changes import change_line


@pytest.mark.parametrize(
    ("change", "note", "shown"),
    [
        ("written", "", "✓ written   a/b"),
        ("kept", "why", "! kept      a/b  why"),
        ("unchanged", "x\x1b[2J[/]", "✓ unchanged a/b  x[/]"),
    ],
)
def test_a_change(change: str, note: str, shown: str) -> None:
    assert "".join(span.text for span in change_line("a/b", change, note)) == shown
