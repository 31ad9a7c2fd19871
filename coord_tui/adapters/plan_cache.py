"""Keeps the plan as it was last read, so that a question about one file need not parse YAML.

A hit is exact: what was stored belongs to these very bytes of `coord.yaml` and this version of the
program. Times of files are never asked. Quick commands import this before anything else, so it
loads nothing but `json`.
"""

# pathlib and contextlib would cost the commands that ask for one file half their start-up.
# ruff: noqa: SIM105
from __future__ import annotations

import json
import os

from coord_tui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Path = str | os.PathLike[str]


def read_rules(plan_path: Path, cache_path: Path) -> list[Any] | None:
    """The ownership rules of the plan, as `core.ownership` takes them.

    None when they are not to be had quickly: `load_plan` then says why, or makes the cache.
    """
    try:
        with open(plan_path, "rb") as file:
            source = file.read()
    except OSError:
        return None  # the slow way reports it
    cached = read_cache(source, cache_path)
    return cached["rules"] if cached else None


def read_cache(source: bytes, cache_path: Path) -> dict[str, Any] | None:
    """What was stored for exactly this source: `rules`, `plan` and `findings` as plain lists."""
    try:
        with open(cache_path, encoding="utf-8") as file:
            cached = json.load(file)
        # What was cached was UTF-8, so bytes that are not are no hit.
        hit = cached["version"] == __version__ and cached["source"] == source.decode()
        return cached if hit and cached.keys() >= {"rules", "plan", "findings"} else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None  # absent, unreadable or garbage: all the same, it is made anew


def write_cache(
    source: bytes, cache_path: Path, *, rules: object, plan: object, findings: object
) -> None:
    """Store what was read from `source`; readers see the old file or the new one, whole."""
    document = {
        "version": __version__,
        "source": source.decode(),
        "rules": rules,
        "plan": plan,
        "findings": findings,
    }
    new = f"{os.fspath(cache_path)}.{os.getpid()}"
    try:
        _make_folder(os.path.dirname(new))
        with open(new, "w", encoding="utf-8") as file:
            json.dump(document, file, separators=(",", ":"))
        os.replace(new, cache_path)
    except OSError:
        _remove(new)  # a read-only or full disk costs speed, never an answer


def _make_folder(path: str) -> None:
    """The cache's own folder, but not git's above it: a repository that was moved stays moved."""
    try:
        os.mkdir(path)
    except FileExistsError:
        pass  # as it is but for the first time


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass  # it was never made
