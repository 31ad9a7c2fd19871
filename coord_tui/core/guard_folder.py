"""Judges a folder by what lies in it, or may: whoever edits the folder edits all of that.

Loaded only when somebody asks about a folder; nobody does before each edit.
"""

from __future__ import annotations

from coord_tui.core.guarding import Finding
from coord_tui.core.overlap import overlap
from coord_tui.core.patterns import literal, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coord_tui.core.patterns import Pattern

STRICTEST_FIRST = ("session", "owner", "reserved", "announce", "pull")
"""Rules in the order in which they are told, when a folder offends several."""


def judge_folder(
    folder: str,
    ruled: Iterable[Pattern],
    held: Iterable[Pattern],
    pushed: Iterable[str],
    judged: Callable[[str], list[Finding]],
) -> list[Finding]:
    """The strictest of what is wrong with editing the folder, with an example of a path in it.

    The folder ends with `/`; the top is empty. `ruled` are the patterns that plan or sessions rule
    otherwise than for oneself, `held` those of reservations, `pushed` are files that somebody
    pushed, `judged` judges one path.
    """
    found: dict[str, Finding] = {}
    inside = (path for path in pushed if path.startswith(folder))
    for path in (*_examples(folder, ruled, held), *inside):
        for finding in judged(path):
            found.setdefault(finding.rule, finding)
    worst = next((found[rule] for rule in STRICTEST_FIRST if rule in found), None)
    if worst is None or worst.path == folder:
        return [worst] if worst else []
    which = worst.message.removeprefix(worst.path)
    message = f"{folder or '.'} takes in {worst.path}, which{which}"
    return [Finding(folder, worst.rule, message, worst.level)]


def _examples(folder: str, ruled: Iterable[Pattern], held: Iterable[Pattern]) -> Iterator[str]:
    """The folder itself, and for each pattern a path in it that the pattern takes in.

    A rule that floats could take in something of any folder: it counts for the top only.
    """
    yield folder
    everything = literal(folder) if folder else parse("**")
    for pattern in ruled:
        if pattern.anchored or not folder:
            yield from _example(everything, pattern)
    for pattern in held:
        yield from _example(everything, pattern)


def _example(everything: Pattern, pattern: Pattern) -> Iterator[str]:
    """What the pattern spells out, if that lies in the folder; else any path that is in both."""
    if pattern.spelled and pattern.anchored:
        path = "/".join(map(str, pattern.segments)) + "/" * pattern.folder
        if everything.match(path):
            yield path
            return
    if path := overlap(everything, pattern) or "":
        yield path
