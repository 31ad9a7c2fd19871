"""Lines and bars of an exact width."""

import pytest

from coord_tui.presentation import symbols


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (0, "─ 2 unread ─"),
        (12, "─ 2 unread ─"),
        (16, "─── 2 unread ───"),
        (17, "─── 2 unread ────"),
    ],
)
def test_rule(width: int, expected: str) -> None:
    assert symbols.rule("2 unread", width) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 4, ("", "┄┄┄┄┄┄┄┄")),
        (1, 4, ("━━", "┄┄┄┄┄┄")),
        (4, 4, ("━━━━━━━━", "")),
        (0, 0, ("", "┄┄┄┄┄┄┄┄")),
    ],
)
def test_bar(part: int, whole: int, expected: tuple[str, str]) -> None:
    assert symbols.bar(part, whole, 8) == expected
