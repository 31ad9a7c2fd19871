"""Starts the command line: `python -m coord_tui` and the `coord-tui` script."""

import gc
import os
import sys

from coord_tui.cli.main import run


def main() -> int:
    """Run the command that was typed; the exit code.

    A command lives for milliseconds. So nothing looks for garbage (the screen turns that on again),
    and the process just ends, unless there may be threads, whose work must not be cut short:
    together this is a sixth of the time of a quick command.
    """
    gc.disable()
    code = run(sys.argv[1:])
    if "threading" not in sys.modules:
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
