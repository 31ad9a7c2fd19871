"""What an agent reads when it starts: who it is, what it holds, what is ready, on one screen.

Guarantees that the text stays under `MOST` bytes, whatever the plan and the channel hold: each fact
has a fixed number of lines, and each line a fixed number of bytes. As JSON: `brief_document`.
"""

from collections.abc import Iterable, Sequence

from coord_tui.core import keeping
from coord_tui.core.board import Board, Hold, LogEntry, TaskEntry, age, ready_for
from coord_tui.core.due import Due, due
from coord_tui.core.inbox import inbox
from coord_tui.core.ownership import Ownership
from coord_tui.core.protocol import SHARED
from coord_tui.core.short_ids import short_id
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.state import Request, Reservation
from coord_tui.core.times import left, span
from coord_tui.presentation.asking import asked_words, for_what
from coord_tui.presentation.contact import contact_words
from coord_tui.presentation.due import NOT_MERGED, pull_words, step_words
from coord_tui.presentation.presence import seen_words, twice_words
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sentences import Teller
from coord_tui.presentation.text import ELLIPSIS, inert

MOST = 2048
"""Bytes of the whole text."""
WIDTH = 88
"""Bytes of a line, its end not counted."""
BEFORE = "before editing: "
NAME = 8
"""Cells for the name of a fact."""

COMMANDS = (
    ("claim --next", "take the task that suits you best; `release` gives it back"),
    ('announce PATH "what"', "before you edit a shared file; `pull`, edit, `finish PATH -m WHAT`"),
    ('ask PATH "why"', "before you edit another's file; then `wait --request PATH`"),
    ("done TASK", "finish your task by the commit at HEAD"),
    ("inbox", "read what waits for you; `wait --unread` until something does"),
)
"""The five commands that an agent needs."""
OBSERVER = "an observer: name yourself with --as NAME, or `coord-tui whoami NAME`"


def brief_lines(snapshot: Snapshot) -> list[Spans]:
    """The facts that there are, then the commands."""
    board, found = snapshot.board, due(snapshot)
    facts: tuple[tuple[str, int, list[str]], ...] = (
        ("you are", 1, [_who(board)]),
        ("pull", 1, _pull(found, snapshot)),
        ("own", 2, _joined(_owned(board), 2)),
        ("shared", 1, _joined(_shared(found, board, snapshot.ownership))),
        ("hold", 2, _joined(_mine(board), 2)),
        ("ready", 3, [_task(entry) for entry in ready(board)] or _why_not(board)),
        ("others", 3, _others(board)),
        ("requests", 2, _requests(board)),
        ("unread", 1, _unread(board)),
        ("rules", 1, _joined(inert(rule.title) for rule in board.plan.rules)),
        ("remote", 1, [contact_words(board)] if board.contact.remote else []),
    )
    lines = [line for name, most, words in facts for line in _fact(name, words, most)]
    return [*lines, *(_command(command, words) for command, words in COMMANDS)]


def _fact(name: str, words: Sequence[str], most: int) -> Iterable[Spans]:
    """At most `most` lines, the name before the first; the last one says how many are left out."""
    left_out = len(words) - most
    for number, text in enumerate(words[:most]):
        more = f" (+{left_out} more)" if left_out > 0 and number == most - 1 else ""
        room = WIDTH - NAME - 1 - len(more)
        start = name if number == 0 else ""
        yield (Span(f"{start:<{NAME}} ", "dim"), Span(fit_bytes(text, room) + more))


def _command(command: str, words: str) -> Spans:
    return (Span(f"coord-tui {command:<20}", "key"), Span(f" {words}", "dim"))


def fit_bytes(text: str, most: int) -> str:
    """The text in at most so many bytes of UTF-8, cut at its end with `…`."""
    data = text.encode("utf-8", "replace")
    if len(data) <= most:
        return text
    room = most - len(ELLIPSIS.encode())
    return data[:room].decode("utf-8", "ignore") + ELLIPSIS


def _joined(words: Iterable[str], lines: int = 1, first: str = "") -> list[str]:
    """The words with commas, on as few lines as they fit, and a count of those left out.

    `first` stands before the first of them.
    """
    found, room = list(words), WIDTH - NAME - 1
    found[:1] = [f"{first}{text}" for text in found[:1]]
    listed: list[str] = []
    for number, text in enumerate(found):
        rest = len(found) - number
        together = f"{listed[-1]}, {text}" if listed else text
        spare = room - (len(f" (+{rest} more)") if len(listed) == lines else 0)
        if listed and len(together.encode("utf-8", "replace")) <= spare:
            listed[-1] = together
        elif len(listed) < lines:
            listed.append(text)
        else:
            more = f" (+{rest} more)"
            return [*listed[:-1], fit_bytes(listed[-1], room - len(more)) + more]
    return listed


def _who(board: Board) -> str:
    found = next((one for one in board.sessions if one.session.name == board.me), None)
    if found is None:
        return OBSERVER
    twice = f"; {twice_words(found)}" if found.clones else ""
    role = f": {inert(found.session.role)}" if found.session.role else ""
    return f"{inert(board.me)}{role}{twice}"


def _pull(found: Due, snapshot: Snapshot) -> list[str]:
    """The files that others pushed; else that the upstream has more."""
    if found.pull:
        return _joined((pull_words(one, snapshot.board) for one in found.pull), first=BEFORE)
    branch = snapshot.worktrees[0].branch if snapshot.worktrees else None
    if branch is None or not branch.behind:
        apart = (pull_words(one, snapshot.board) for one in found.unmerged)
        return _joined(apart, first=f"{NOT_MERGED}: ")
    what = f"{branch.behind} commit{'' if branch.behind == 1 else 's'}"
    return [f"{inert(branch.upstream)} has {what} more, as last fetched: pull before you edit"]


def _shared(found: Due, board: Board, ownership: Ownership) -> Iterable[str]:
    """The shared files, first the reader's under way, with the next step, then others'."""
    yield from map(step_words, found.underway)
    busy = {one.path for one in found.underway}
    held = [one for one in kept_from(board, ownership) if one.shown not in busy]
    yield from (held_words(one, board) for one in held)
    busy |= {one.shown for one in held}
    yield from (inert(one.path) for one in board.plan.shared if one.path not in busy)


def kept_from(board: Board, ownership: Ownership) -> list[Reservation]:
    """What keeps the reader out of shared files."""
    held = (hold.reservation for hold in board.holds)
    kept = (one for one in held if keeping.keeps_out(one, board.me, SHARED))
    return [one for one in kept if ownership.owner_of(one.shown).kind == SHARED]


def held_words(held: Reservation, board: Board) -> str:
    """Who else is in a file: `src/config.py held by alice 3m`."""
    return f"{inert(held.shown)} held by {inert(held.session, 24)} {span(age(board, held.at))}"


def _owned(board: Board) -> Iterable[str]:
    return (inert(one.path) for one in board.plan.ownership if one.session == board.me)


def _mine(board: Board) -> list[str]:
    """What the reader holds: claims first, then what it reserved, with the time left.

    Behind that what ran out since its last event: it must be announced or reserved anew.
    """
    holds = (*board.holds, *board.expired)
    held = [h for h in holds if h.reservation.session == board.me and not h.reservation.task]
    return [*(_task(entry, short=True) for entry in claims(board)), *map(_hold, held)]


def claims(board: Board) -> list[TaskEntry]:
    """The tasks that the reader holds."""
    return [entry for entry in board.tasks if board.me and entry.claimed_by == board.me]


def _hold(held: Hold) -> str:
    how_long = (
        f"{left(held.seconds_left)} left"
        if held.seconds_left > 0
        else f"expired {span(-held.seconds_left)} ago"
    )
    return f"{inert(held.reservation.shown)} ({how_long})"


def _task(entry: TaskEntry, short: bool = False) -> str:
    frees = f"  (frees {', '.join(map(inert, entry.unblocks[:3]))})" if entry.unblocks else ""
    title = fit_bytes(inert(entry.task.title), 32 if short else 56)
    return f"{inert(entry.task.id)} {title}{'' if short else frees}"


def ready(board: Board) -> list[TaskEntry]:
    """What the reader may take: its own, or nobody's."""
    return [entry for entry in ready_for(board, board.me) if entry.owner in ("", board.me)]


def _why_not(board: Board) -> list[str]:
    return ["nothing for you: `coord-tui ready --explain` says why"] if board.me else []


def _others(board: Board) -> list[str]:
    """What the other sessions hold, those that hold something first."""
    found = [one for one in board.sessions if one.session.name != board.me]
    lines = []
    for one in found:
        name = one.session.name
        held = [entry.task.id for entry in board.tasks if entry.claimed_by == name]
        held += [
            h.reservation.shown
            for h in board.holds
            if h.reservation.session == name and not h.reservation.task
        ]
        what = f": {', '.join(map(inert, held))}" if held else ""
        lines.append((not held, f"{inert(name, 24)} ({seen_words(one, board)}){what}"))
    return [words for _, words in sorted(lines, key=lambda line: line[0])]


def _requests(board: Board) -> list[str]:
    """Those that the reader must answer, then its own that nobody has answered."""
    ids = [one.id for one in board.requests]
    short = {one.id: inert(short_id(one.id, ids), 24) for one in board.requests}
    asked = [
        f"{short[one.id]} {inert(one.session, 16)} asks {for_what(one)} {inert(one.path, 40)}: "
        "grant or deny it"
        for one in board.open_requests()
    ]
    own = [
        f"{short[one.id]} {asked_words(one, inert(one.owner, 16))}" for one in own_requests(board)
    ]
    return [*asked, *own]


def own_requests(board: Board) -> list[Request]:
    """What the reader asked for, and nobody has answered."""
    mine = [one for one in board.requests if board.me and one.session == board.me]
    return [one for one in mine if not one.answer]


def _unread(board: Board) -> list[str]:
    """How many events wait, and the most urgent one, the newest of its kind."""
    found = inbox(board)
    if not board.unread:
        return []
    newest: LogEntry | None = next(
        (kind[-1] for kind in (found.answers, found.tasks, found.messages) if kind), None
    )
    event = newest.line.event if newest else found.withdrawn[-1].event
    assert event is not None
    told = "".join(span.text for span in Teller(board).tell(event))
    who = "lost: you" if newest is None else inert(event.by, 16)
    return [f"{board.unread}: {who} {told}"]
