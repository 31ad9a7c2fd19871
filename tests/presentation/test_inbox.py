"""What waits for a session, in words and as JSON."""

import json

from coord_tui.core.board import Board
from coord_tui.core.contact import Withdrawn
from coord_tui.presentation.inbox import inbox_document, inbox_lines
from tests.builders import MINUTE, NASTY, board, event, harmless, plain

LOST = Withdrawn(event("claim", "senior", id="w1", task="J1"), "J1 is claimed by junior")
FULL = board(
    None,
    event("ask", "junior", id="xx3f9a", ago=3 * MINUTE, path="atlas/agents/a.py", why="wire it"),
    event("ask", "senior", id="r2", path="atlas/mcp/b.py", why="w"),
    event("deny", "junior", request="r2", words="busy"),
    event("assign", "junior", task="J1", owner="senior"),
    event("say", "junior", text="pull first"),
    event("say", "junior", text="ask @senior", to=["junior"]),
)._replace(withdrawn=(LOST,))


def lines(found: Board) -> list[str]:
    return [plain(line) for line in inbox_lines(found)]


def test_the_most_urgent_comes_first_with_the_commands_that_answer_it() -> None:
    found = lines(FULL)
    titles = [line for line in found if line and not line.startswith((" ", "`"))]
    assert titles == ["to answer", "lost to others", "answers to you", "your tasks", "messages"]
    assert "  junior asks for atlas/agents/a.py, 3m ago: “wire it”" in found
    assert '    coord-tui grant 3f9a   or   coord-tui deny 3f9a "why"' in found
    assert "    J1 is claimed by junior" in found
    assert [line for line in found if "busy" in line]
    mention, message = [line for line in found if " says " in line]
    assert mention.endswith("“ask @senior”  mentions you")
    assert message.endswith("“pull first”")
    assert found[-1] == "`coord-tui ack` marks all but the requests as read"


def test_only_a_request_needs_no_ack() -> None:
    asked = board(None, event("ask", "junior", path="atlas/agents/a.py", why="w"))
    assert len(lines(asked)) == 3


def test_an_empty_one_says_so() -> None:
    assert lines(board()) == ["nothing waits for you"]
    assert lines(board(me="")) == ["an observer has no inbox"]


def test_as_json() -> None:
    found = inbox_document(FULL)
    words = {"requests", "withdrawn", "answers", "tasks", "messages"}
    assert set(found) == words | {"pull", "unmerged", "underway"}
    (request,), (lost,), (answer,) = found["requests"], found["withdrawn"], found["answers"]
    assert (request["kind"], request["by"], request["path"]) == (
        "ask", "junior", "atlas/agents/a.py",
    )  # fmt: skip
    assert (request["grant"], request["deny"]) == (
        "coord-tui grant 3f9a", 'coord-tui deny 3f9a "why"',
    )  # fmt: skip
    assert (lost["id"], lost["reason"]) == ("w1", "J1 is claimed by junior")
    assert (answer["kind"], answer["asked"]["path"]) == ("deny", "atlas/mcp/b.py")
    assert [one["meant"] for one in found["messages"]] == ["mention", "message"]
    assert [one["meant"] for one in found["tasks"]] == ["assigned"]
    assert json.loads(json.dumps(found)) == found
    assert inbox_document(board()) == {name: [] for name in found}


def test_what_others_wrote_is_harmless() -> None:
    wild = board(
        None,
        event("ask", "junior", id=NASTY, path="atlas/agents/\x1b[2J", why=NASTY, task=NASTY),
        event("say", "junior", text=NASTY, email=NASTY),
    )._replace(withdrawn=(Withdrawn(event(NASTY, "senior"), NASTY),))
    assert all(harmless(line) for line in inbox_lines(wild))
