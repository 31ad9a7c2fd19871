"""Says which patterns of a plan cannot be meant, contradict one another, or match nothing."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from coord_tui.core.patterns import Pattern, PatternError, escape, parse
from coord_tui.core.plan import Plan
from coord_tui.core.plan_problems import Finding, Level, joined, shown


class _Place(NamedTuple):
    """A pattern where it stands, and who has it."""

    text: str
    line: int
    key: str
    holder: str = ""

    def pattern(self) -> Pattern | None:
        try:
            return parse(self.text)
        except PatternError:
            return None


def _held(plan: Plan) -> Iterator[_Place]:
    """The patterns that say who may edit what."""
    count: dict[str, int] = {}
    for owned in plan.ownership:
        position = count[owned.session] = count.get(owned.session, -1) + 1
        key = f"{joined('ownership', owned.session)}[{position}]"
        yield _Place(owned.path, owned.line, key, f"owned by {owned.session}")
    for position, shared in enumerate(plan.shared):
        yield _Place(shared.path, shared.line, f"shared[{position}]", "shared")


def _covered(plan: Plan) -> Iterator[_Place]:
    """The patterns of the code that documents speak of."""
    for position, doc in enumerate(plan.docs):
        for number, pattern in enumerate(doc.covers):
            yield _Place(pattern, doc.line, f"docs[{position}].covers[{number}]")


def _reserved(plan: Plan) -> Iterator[_Place]:
    """The patterns that claims reserve."""
    for place, group in enumerate(plan.groups):
        for position, task in enumerate(group.tasks):
            for number, pattern in enumerate(task.files):
                key = f"groups[{place}].tasks[{position}].files[{number}]"
                yield _Place(pattern, task.line, key)


def bad_patterns(plan: Plan) -> Iterator[Finding]:
    """Those that cannot be read."""
    for place in chain(_held(plan), _reserved(plan), _covered(plan)):
        try:
            parse(place.text)
        except PatternError as error:
            yield Finding("error", "bad-pattern", place.line, place.key, str(error))


def owned_twice(plan: Plan) -> Iterator[Finding]:
    """Those that say of the same files who may edit them; two answers are an error."""
    first: dict[object, _Place] = {}
    for place in _held(plan):
        pattern = place.pattern()
        other = first.setdefault(pattern.meaning, place) if pattern else place
        if other is not place:
            level: Level = "warning" if other.holder == place.holder else "error"
            standing = f"{place.holder}, and {other.holder} on line {other.line}"
            message = f"{shown(place.text)} is {standing}"
            yield Finding(level, "owned-twice", place.line, place.key, message)


def matching_nothing(plan: Plan, tracked: Sequence[str]) -> Iterator[Finding]:
    """Those that match no tracked path, though one may be meant."""
    paths = sorted(tracked)
    for place in chain(_held(plan), _covered(plan)):
        pattern = place.pattern()
        if pattern and not _matches_any(pattern, paths):
            message = f"{shown(place.text)} matches no file that git tracks"
            if meant := _as_path(place.text, paths):
                message += f"; did you mean {meant}?"
            yield Finding("warning", "matches-nothing", place.line, place.key, message)


def _matches_any(pattern: Pattern, paths: Sequence[str]) -> bool:
    """Whether it takes one of the sorted paths; looks only at those that begin as it does."""
    start = "/".join(takewhile(lambda part: isinstance(part, str), pattern.segments))  # type: ignore[arg-type]
    for place in range(bisect_left(paths, start), len(paths)):
        if not paths[place].startswith(start):
            return False
        if pattern.match(paths[place]):
            return True
    return False


def _as_path(text: str, paths: Sequence[str]) -> str:
    """How a text is written that names one of the sorted paths, or a folder, but reads as a glob.

    Empty when it names none.
    """
    path = text.strip("/")
    folder = f"{path}/"
    is_file = not text.endswith("/") and _first_from(path, paths) == path
    if not path.isprintable() or not (is_file or _first_from(folder, paths).startswith(folder)):
        return ""
    pattern = escape(path) + ("/" if text.endswith("/") else "")
    return pattern if text.startswith("/") else pattern.removeprefix("/")


def _first_from(start: str, paths: Sequence[str]) -> str:
    """The first of the sorted paths that is not before `start`; empty when there is none."""
    place = bisect_left(paths, start)
    return paths[place] if place < len(paths) else ""
