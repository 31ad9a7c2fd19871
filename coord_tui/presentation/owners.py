"""Whose files are, as `owner` says it; loads nothing, because editors ask before every edit."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.core.verdicts import Verdict

    Text = tuple[str, str]
    """A text and its role: a `Span`, without the cost of loading it."""

ROLES = {"owned": "strong", "shared": "shared", "unowned": "unowned"}


def document(path: str, verdict: Verdict) -> dict[str, object]:
    """Whose a path is, and which rule of which line of the plan says so, as JSON."""
    return {
        "path": path,
        "kind": verdict.kind,
        "owner": verdict.owner or None,
        "rule": verdict.rule or None,
        "line": verdict.line or None,
    }


def reason(verdict: Verdict, why: str) -> dict[str, object]:
    """A rule that takes a path, and why it decides or does not, as JSON."""
    return {
        "kind": verdict.kind,
        "owner": verdict.owner or None,
        "rule": verdict.rule,
        "line": verdict.line,
        "note": verdict.note or None,
        "why": why,
    }


def owner_lines(found: Sequence[tuple[str, Verdict]]) -> list[tuple[Text, ...]]:
    """A line for each path: the path, and its owner, `shared` or `unowned`."""
    size = max((len(path) for path, _ in found), default=0)
    return [((path.ljust(size), ""), ("  ", ""), *_whose(verdict)) for path, verdict in found]


def explained_lines(path: str, rules: Sequence[tuple[Verdict, str]]) -> list[tuple[Text, ...]]:
    """The path and whose it is, then every rule that takes it, the deciding one first."""
    if not rules:
        return [((path, "strong"), ("  ", ""), ("unowned: no rule takes it", "unowned"))]
    lines: list[tuple[Text, ...]] = [((path, "strong"), ("  ", ""), *_whose(rules[0][0]))]
    rows = [_cells(verdict, n == 0, why) for n, (verdict, why) in enumerate(rules)]
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        cells = (cell.ljust(size) for cell, size in zip(row, sizes, strict=True))
        lines.append((("  " + "  ".join(cells), "dim" if number else ""),))
    return lines


def _cells(verdict: Verdict, decides: bool, why: str) -> tuple[str, ...]:
    place = f"coord.yaml:{verdict.line}"
    word = "decides" if decides else "gives way"
    return (place, verdict.rule, verdict.owner or verdict.kind, f"{word}: {why}")


def _whose(verdict: Verdict) -> tuple[Text, ...]:
    whose = (verdict.owner or verdict.kind, ROLES.get(verdict.kind, ""))
    return (whose, (f": {verdict.note}", "dim")) if verdict.note else (whose,)
