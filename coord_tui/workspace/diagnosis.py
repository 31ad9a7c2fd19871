"""One thing that doctor examined: how it is, and what to do about it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from coord_tui.errors import CoordError

Level = Literal["ok", "warn", "fail"]


class Diagnosis(NamedTuple):
    """What was examined, how it is, and what to do about it."""

    name: str
    level: Level
    message: str
    fix: str = ""
    code: int = 0
    """The exit code that it asks for."""


def well(name: str, message: str, fix: str = "") -> Diagnosis:
    """It is as it should be; `fix` is what could be done next."""
    return Diagnosis(name, "ok", message, fix)


def warning(name: str, message: str, fix: str) -> Diagnosis:
    """It works, and needs care."""
    return Diagnosis(name, "warn", message, fix)


def failure(name: str, error: CoordError) -> Diagnosis:
    """It does not work."""
    return Diagnosis(name, "fail", str(error), code=error.exit_code)


def many(number: int, what: str) -> str:
    """So many of a thing, in words."""
    return f"{number} {what}{'' if number == 1 else 's'}"
