"""The failures a person can do something about; each is one line and knows its exit code."""


class CoordError(Exception):
    """What went wrong, where, and what to do; shown as one line, never as a traceback."""

    exit_code = 3
    """1 refused by the rules, 2 wrong usage or bad input, 3 the environment failed."""


class Refused(CoordError):
    """The rules say no; the message names by whom or what, and what to do instead."""

    exit_code = 1


class BadInput(CoordError):
    """Something that was typed or written cannot be meant; the message names the nearest word."""

    exit_code = 2


class EnvironmentFailed(CoordError):
    """No repository, no plan, or git, the disk or the remote failed."""

    exit_code = 3
