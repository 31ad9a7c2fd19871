"""Measures every row and prints the table; the exit code is 1 when a limit is missed."""

import sys

from bench import owners, screen, startup
from bench.table import table


def main() -> int:
    """Run what is quick enough to run together; `python -m bench.appends` takes its own time."""
    rows = [*startup.measure(), *screen.measure(), *owners.measure()]
    print(table(rows))
    return int(any(row.ratio > row.limit for row in rows))


if __name__ == "__main__":
    sys.exit(main())
