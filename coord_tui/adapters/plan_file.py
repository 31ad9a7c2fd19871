"""Loads `coord.yaml`: from the cache when it is the same to the byte, else anew, in full.

The whole plan is sound, or `PlanBroken` names everything that is wrong; there is no half plan.
"""

# pathlib would cost every command more than all the rest of this module.
import os
from types import MappingProxyType
from typing import Any, NamedTuple

from coord_tui.adapters.plan_cache import read_cache, write_cache
from coord_tui.core.plan import Plan
from coord_tui.core.plan_frozen import thaw
from coord_tui.core.plan_problems import Finding, Places, Problem
from coord_tui.errors import BadInput, EnvironmentFailed

MAX_BYTES = 4_000_000
"""A plan of 2,000 tasks has half a million."""
Path = str | os.PathLike[str]


class LoadedPlan(NamedTuple):
    """A sound plan and what is worth a warning."""

    plan: Plan
    rules: list[Any]
    """Who owns what, as `core.ownership` takes it."""
    findings: tuple[Finding, ...] = ()
    """Warnings that need neither git nor files; `core.lint` has the others."""
    places: Places = MappingProxyType({})
    """Where each key stands, for `core.lint`; empty when the plan came from the cache."""
    source: bytes = b""
    """The bytes that say all this."""


class PlanMissing(EnvironmentFailed):
    """There is no plan."""


class PlanBroken(BadInput):
    """The plan cannot be used; shown as its first problem and the number of the others.

    They are of one kind: problems of reading it, or else findings about what it means.
    """

    def __init__(self, name: str, problems: tuple[Problem | Finding, ...]) -> None:
        self.problems = problems
        self.lines = tuple(f"{name}:{problem}" for problem in problems)
        """One line for each problem: file, line, key, what was found, what is allowed."""
        more = [f"+{len(problems) - 1} more"] if len(problems) > 1 else []
        if isinstance(problems[0], Problem):
            more.append("what it means is checked next")
        super().__init__(self.lines[0] + (f" ({'; '.join(more)})" if more else ""))


def load_plan(path: Path, cache_path: Path | None = None) -> LoadedPlan:
    """The plan at `path`; `cache_path` is a file in git's own folder, made when it is missing.

    Raises:
        PlanMissing: there is no such file.
        PlanBroken: it is no plan, or one that contradicts itself.
        EnvironmentFailed: it cannot be read.
    """
    source = _read(path)
    if cache_path is not None and (loaded := _cached(source, cache_path)):
        return loaded
    loaded = parse_plan(source, os.path.basename(path))
    if cache_path is not None:
        plan, rules, findings = loaded[:3]
        write_cache(source, cache_path, plan=plan, rules=rules, findings=findings)
    return loaded


def parse_plan(source: bytes, name: str = "coord.yaml") -> LoadedPlan:
    """The plan that these bytes say; `name` is the file's name in messages.

    What it means is checked once all of it can be read, else one misspelt key, such as a session's,
    would be told again wherever something speaks of what it hid.

    Raises:
        PlanBroken: they say none, or one that contradicts itself.
    """
    # Only a changed plan pays for these.
    from coord_tui.adapters.plan_yaml import read_nodes
    from coord_tui.core.lint import lint
    from coord_tui.core.ownership import rules_of
    from coord_tui.core.plan_reader import read_plan

    if len(source) > MAX_BYTES:
        found, allowed = f"more than {MAX_BYTES:,} bytes", "a plan that people can read"
        raise PlanBroken(name, (Problem(1, 1, "", found, allowed),))
    root, problems = read_nodes(source)
    plan, more, places = read_plan(root) if root else (None, (), {})
    if plan is None or problems:
        raise PlanBroken(name, tuple(sorted((*problems, *more))))
    findings = lint(plan, places=places)
    if errors := tuple(finding for finding in findings if finding.level == "error"):
        raise PlanBroken(name, errors)
    return LoadedPlan(plan, rules_of(plan), findings, places, source)


def _read(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        folder, name = os.path.split(os.path.abspath(path))
        words = "`coord-tui import FILE` makes one of your documents, `coord-tui init` a new one"
        raise PlanMissing(f"no {name} in {folder}: {words}") from None
    except OSError as error:
        raise EnvironmentFailed(f"cannot read {os.fspath(path)}: {error.strerror}") from None


def _cached(source: bytes, cache_path: Path) -> LoadedPlan | None:
    cached = read_cache(source, cache_path)
    try:
        findings = tuple(Finding(*finding) for finding in cached["findings"]) if cached else ()
        if cached is None:
            return None
        plan = thaw(cached["plan"])
        return LoadedPlan(plan, cached["rules"], findings, source=source)
    except (TypeError, LookupError):
        return None  # other types wrote it under the same version: to be made anew
