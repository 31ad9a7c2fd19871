"""One row of what is measured, and how the rows are printed."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """A thing measured, as a ratio to something else timed in turn in the same run."""

    what: str
    against: str
    ratio: float
    limit: float
    """What the ratio must not exceed."""


def table(rows: Iterable[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | against | measured | must reach |", "|---|---|---|---|"]
    lines += [f"| {r.what} | {r.against} | {r.ratio:.2f}× | ≤ {r.limit:g}× |" for r in rows]
    return "\n".join(lines)
