"""Plans, channels and snapshots for tests: say only what the test is about.

Boards come out of the real fold, so a test cannot show what the rules would never make.
"""

from collections.abc import Iterable
from itertools import count

from coord_tui.core.board import Board, build_board
from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.core.events import ChannelLine, Event, decode
from coord_tui.core.fold import fold
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Group, Owned, Part, Plan, Session, Shared, Task
from coord_tui.core.radar import Radar
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.times import seconds_of, text_of
from coord_tui.core.tree import Branch, FileChange, Worktree
from coord_tui.presentation.rows import Line, Row, Spans
from coord_tui.presentation.text import inert

NOW = seconds_of("2026-01-31T14:05:00Z")
"""The moment of every board, unless it says another: a Saturday."""
MINUTE, HOUR, DAY = 60, 3600, 86400

_numbers = count(1)


def task(id: str, title: str = "", owner: str = "", **more: object) -> Task:
    """A task; its group is filled in by `group`."""
    return Task(title or f"Task {id}", id, owner, **more)  # type: ignore[arg-type]


def group(id: str, *tasks: Task, state: str = "current", title: str = "") -> Group:
    """A group with its tasks."""
    inside = tuple(one._replace(group=id) for one in tasks)
    return Group(id, title, state, tasks=inside)  # type: ignore[arg-type]


def plan(*groups: Group, **more: object) -> Plan:
    """The plan `atlas` of `senior` and `junior`, with owned and shared files, and these groups."""
    usual: dict[str, object] = {
        "project": "atlas",
        "sessions": (Session("senior", "architecture", line=3), Session("junior", "mail", line=4)),
        "ownership": (
            Owned("atlas/agents/", "senior", "planning", line=10),
            Owned("atlas/mcp/", "junior", line=11),
        ),
        "shared": (
            Shared(
                "atlas/config.py", "coordinate first",
                (Part("senior", "new sections"), Part("junior", "providers")), line=20,
            ),
        ),
        "groups": groups or (group("round-1", *two_tasks()),),
    }  # fmt: skip
    return Plan(**(usual | more))  # type: ignore[arg-type]


def two_tasks() -> tuple[Task, Task]:
    """One task that is ready for senior, and one of junior's that waits for it."""
    return task("S1", "Planner", "senior"), task("J1", "Approval", "junior", after=("S1",))


def event(
    kind: str, by: str = "junior", *, ago: float = 0, id: str = "", **fields: object
) -> Event:
    """An event `ago` seconds before `NOW`; `since` and other fields of its kind by name."""
    return Event(id or f"e{next(_numbers)}", text_of(NOW - ago), by, kind, fields)


def board(
    plan: Plan | None = None,
    *events: Event | bytes,
    me: str = "senior",
    now: float = NOW,
    confirmed: int = 0,
    contact: Contact | None = None,
    withdrawn: tuple[Withdrawn, ...] = (),
) -> Board:
    """What the plan and the events add up to; bytes are a line of the channel as they stand.

    `confirmed`: how many of them a remote `origin` has, when no other `contact` is given.
    """
    lines = tuple(
        decode(found, number) if isinstance(found, bytes) else ChannelLine(number, found)
        for number, found in enumerate(events, 1)
    )
    folded = fold(plan or _usual(), lines)
    known = contact if contact is not None else Contact("origin", confirmed)
    return build_board(folded, lines, now=now, me=me, contact=known, withdrawn=withdrawn)


def _usual() -> Plan:
    return plan()


def worktree(*changes: tuple[str, str], path: str = "/repo/atlas", **more: object) -> Worktree:
    """A working tree on `main` in which these (state, path) are changed."""
    found = tuple(FileChange(name, state, unstaged=True) for state, name in changes)
    branch = Branch("main", "fb173801", "origin/main", fetched=NOW)
    return Worktree(path, **({"branch": branch, "changes": found} | more))  # type: ignore[arg-type]


def snapshot(
    board_: Board | None = None,
    *trees: Worktree,
    tracked: tuple[str, ...] = (),
    problem: str = "",
    radar: Radar | None = None,
) -> Snapshot:
    """A reading of that board, those tracked paths (sorted here), working trees and conflicts."""
    found = board_ or board()
    ownership, paths = Ownership.from_plan(found.plan), tuple(sorted(tracked))
    return Snapshot(found, ownership, paths, trees, problem, radar=radar or Radar())


NASTY = (
    "[/] [bold]a[/] app/[id]/page.tsx \x1b[31mred\x1b[0m \x00 \u202e \udcff "
    "👩\u200d👩\u200d👧 漢字\nnext"
)
"""What text from others may hold: markup, escapes, a stray byte, wide and joined characters."""


def plain(spans: Spans) -> str:
    """The text of the spans, joined."""
    return "".join(span.text for span in spans)


def said(lines: Iterable[Line | Row]) -> list[str]:
    """Every line as `left | right`, rows taken apart; the right end only where there is one."""
    flat = [one for line in lines for one in (line.lines if isinstance(line, Row) else (line,))]
    return [" | ".join(filter(None, map(plain, (line.left, line.right)))) for line in flat]


def spans_of(lines: Iterable[Line | Row]) -> Spans:
    """Every span of the lines, in order."""
    flat = [one for line in lines for one in (line.lines if isinstance(line, Row) else (line,))]
    return tuple(span for line in flat for span in (*line.left, *line.right))


def role_of(lines: Iterable[Line | Row], text: str) -> str:
    """The role of the first span that holds the text."""
    return next(span.role for span in spans_of(lines) if text in span.text)


def harmless(spans: Spans) -> bool:
    """Whether nothing in the spans needs to be made inert any more."""
    return all(inert(span.text, 10**7) == span.text for span in spans)
