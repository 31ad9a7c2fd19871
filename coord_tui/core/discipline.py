"""Which facts of a working tree cross the thresholds of the plan; how they are said is not here."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from coord_tui.core.plan import Plan
from coord_tui.core.tree import Worktree

FactKind = Literal["conflicts", "operation", "behind", "unpushed", "uncommitted", "fetched"]
Severity = Literal["alarm", "warning"]


class Fact(NamedTuple):
    """One thing about a branch or its files that is worth a word."""

    kind: FactKind
    severity: Severity = "warning"
    number: int = 0
    """How many files or commits; 0 where nothing is counted."""
    age: float = 0.0
    """In seconds; 0 where nothing ages."""
    operation: str = ""
    """What git is in the middle of."""


def facts(tree: Worktree, plan: Plan, now: float) -> tuple[Fact, ...]:
    """What crossed a threshold of the plan at `now` (seconds since the epoch), the worst first."""
    return tuple(_facts(tree, plan, now))


def commits_unpushed(tree: Worktree) -> int:
    """How many commits of the branch no remote has; without an upstream, at most those listed."""
    branch = tree.branch
    return branch.ahead if branch.upstream and not branch.gone else len(tree.unpushed)


def _facts(tree: Worktree, plan: Plan, now: float) -> Iterator[Fact]:
    limits, branch, unpushed = plan.branches, tree.branch, commits_unpushed(tree)
    conflicts = sum(change.state == "U" for change in tree.changes)
    if conflicts:
        yield Fact("conflicts", "alarm", conflicts)
    if tree.operation:
        yield Fact("operation", operation=tree.operation)
    if branch.behind >= limits.behind:
        yield Fact("behind", number=branch.behind, age=_age(branch.fetched, now))
    if unpushed >= limits.unpushed:
        yield Fact("unpushed", number=unpushed)
    if (waited := _age(tree.oldest, now)) >= limits.uncommitted:
        yield Fact("uncommitted", age=waited)
    if branch.upstream and (age := _age(branch.fetched, now)) >= limits.fetched:
        yield Fact("fetched", age=age)


def _age(since: float, now: float) -> float:
    """Seconds from a moment to now; 0 for one that is not known, or yet to come."""
    return max(0.0, now - since) if since else 0.0
