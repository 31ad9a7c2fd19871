"""The signs of the screen, each with one meaning: beside a colour stands always one, or a word."""

OPEN, CLOSED = "▾", "▸"
"""A folder whose rows are shown, or not."""
SHARED = "⇄"
COLLISION = "⇆"
"""A file that is changed in two places."""
CHANGED = "●"
"""A file that was changed, or something inside a folder."""
HERE, AWAY = "●", "○"
"""A session that was heard of lately, or not."""
DONE, DROPPED = "✓", "✗"
PENDING, CONFIRMED = "✓", "✓✓"
"""An event that only this clone has, or that the remote has too."""
WARNING = "⚠"
AHEAD, BEHIND = "↑", "↓"
ARROW = "▸"
HARD, SOFT = "─", "┈"
"""The shaft of an arrow: has to wait, or is only helped."""
RULE = "─"
BAR, BAR_REST = "━", "┄"
"""What is done of a progress bar, and the rest; they differ without colour too."""
MORE = "…"
POINT = "·"
"""Stands between facts in one line."""


def rule(words: str, width: int) -> str:
    """The words in the middle of a line across `width` cells (0: as short as it can be)."""
    sides = max(0, width - len(words) - 2)
    left = max(1, sides // 2)
    return f"{RULE * left} {words} {RULE * max(1, sides - left)}"


def bar(part: int, whole: int, width: int) -> tuple[str, str]:
    """A thin bar of `width` cells: what is done, and the rest."""
    full = width * part // whole if whole > 0 else 0
    return BAR * full, BAR_REST * (width - full)
