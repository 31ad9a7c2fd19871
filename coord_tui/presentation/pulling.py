"""What a pull did, for people and for programs."""

from typing import Any

from coord_tui.core.pulled import Pulled
from coord_tui.core.short_ids import SHORT
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert


def told(done: Pulled) -> tuple[str, bool]:
    """What a pull did, or why it did nothing, in one line; and whether all is well."""
    return (inert(done.reason), False) if done.reason else (_done(done), True)


def _done(done: Pulled) -> str:
    upstream = inert(done.upstream)
    if not done.how:
        ahead = f"; {_commits(done.own)} not pushed" if done.own else ""
        return f"up to date with {upstream}{ahead}"
    came = f"{_commits(done.commits)} from {upstream}"
    if done.how == "rebase" and done.own:
        return f"{came}, {_commits(done.own)} of yours on top"
    return came


def pulled_lines(done: Pulled) -> list[Spans]:
    """The same for the command line, with where the branch is now."""
    moved = f"  {inert(done.branch)} is at {done.after[:SHORT]}" if done.how else ""
    return [(Span(f"{symbols.PENDING} ", "ok"), Span(told(done)[0]), Span(moved, "dim"))]


def document(done: Pulled) -> dict[str, Any]:
    """The same as JSON; `head` is where the branch is now."""
    return {
        "branch": done.branch or None,
        "upstream": done.upstream or None,
        "before": done.before or None,
        "head": done.after or None,
        "commits": done.commits,
        "how": done.how or None,
        "in_the_way": list(done.in_the_way),
        "accepted": not done.reason,
        "reason": done.reason or None,
    }


def _commits(number: int) -> str:
    return f"{number} commit" + ("" if number == 1 else "s")
