"""Short stories on a small plan: who wrote what, and the board that comes of it."""

from coord_tui.core.board import Board, build_board
from coord_tui.core.events import ChannelLine, Event
from coord_tui.core.fold import fold
from coord_tui.core.plan import Group, Owned, Plan, Session, Shared, Task
from coord_tui.core.times import text_of

START = 1_769_868_000
HOUR = 60

PLAN = Plan(
    sessions=(Session("senior"), Session("junior"), Session("third")),
    ownership=(Owned("atlas/agents/", "senior"), Owned("atlas/mcp/", "junior")),
    shared=(Shared("atlas/config.py"), Shared("app/\\[id\\]/page.tsx")),
    groups=(
        Group("round-1", state="done", tasks=(Task("Old", "S1", done="fb17380", group="round-1"),)),
        Group(
            "round-2",
            state="current",
            tasks=(
                Task("Plan it", "S4", "senior", after=("S1",), group="round-2"),
                Task("Approve it", "S5", "senior", after=("S4",), group="round-2"),
                Task("Inbox", "J5", "junior", files=("atlas/mcp/*.py",), group="round-2"),
                Task("Anyone's", "X1", group="round-2"),
                Task("Never mind", "X2", dropped="too late", group="round-2"),
            ),
        ),
        Group("round-3", tasks=(Task("Ship", "R1", after=("round-2",), group="round-3"),)),
    ),
)

ENVELOPE = ("minute", "at", "id")

Said = tuple[str, str, dict[str, object]]
"""By whom, which kind, which fields; `minute`, `at` and `id` go outside."""


def events_of(said: tuple[Said, ...]) -> tuple[ChannelLine, ...]:
    lines, minute = [], 0
    for number, (by, kind, told) in enumerate(said, 1):
        minute = int(str(told.get("minute", minute)))
        id, at = told.get("id") or f"e{number}", told.get("at") or text_of(START + 60 * minute)
        fields = {name: value for name, value in told.items() if name not in ENVELOPE}
        lines.append(ChannelLine(number, Event(str(id), str(at), by, kind, fields)))
    return tuple(lines)


def play(*said: Said, me: str = "senior", later: int = 0) -> tuple[Board, dict[int, str]]:
    """The board `later` minutes after the start, and the refusals by line."""
    lines = events_of(said)
    folded = fold(PLAN, lines)
    return build_board(folded, lines, now=START + 60 * later, me=me), folded.refused


def claim(by: str, task: str, **more: object) -> Said:
    return (by, "claim", {"task": task, **more})


def done(by: str, task: str, **more: object) -> Said:
    return (by, "done", {"task": task, "commit": "abc1234", **more})


def announce(by: str, path: str, **more: object) -> Said:
    return (by, "announce", {"path": path, "intent": "a timeout", **more})


def reserve(by: str, pattern: str, **more: object) -> Said:
    return (by, "reserve", {"pattern": pattern, **more})
