"""Measures every row and prints the table; the exit code is 1 when a limit is missed."""

import sys

from bench import ignored, owners, radar, refresh, saved, screen, startup
from bench.clones import quiet_environment
from bench.table import table

MEASURED = (startup, screen, refresh, saved, ignored, radar, owners)


def main() -> int:
    """Run what is quick enough to run together; `python -m bench.appends` takes its own time."""
    quiet_environment()
    rows = [row for module in MEASURED for row in module.measure()]
    print(table(rows))
    return int(any(row.ratio > row.limit for row in rows))


if __name__ == "__main__":
    sys.exit(main())
