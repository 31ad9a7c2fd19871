"""The JSON that programs rely on: one document, these fields, and nothing else on stdout."""

import pytest

from tests.atlas import PLAN
from tests.cli.conftest import Call
from tests.repos import Repo

TASK = {
    "id", "title", "group", "owner", "status", "after", "waits_for", "enhances", "unblocks",
    "claimed_by", "commit",
}  # fmt: skip
OUTCOME = {"target", "accepted", "confirmed", "reason", "event"}
STATUS = {
    "session", "branch", "upstream", "ahead", "behind", "pending", "group", "tasks", "sessions",
    "worktrees", "files", "requests", "unread", "remote",
}  # fmt: skip


WORKTREE = {
    "path", "session", "elsewhere", "branch", "upstream", "ahead", "behind", "fetched", "unpushed",
    "oldest", "operation", "conflicts", "problem",
}  # fmt: skip
FILE = {
    "path", "state", "owner", "standing", "worktree", "session", "staged", "unstaged", "announced",
    "reserved_by", "pull", "step", "next", "skipped", "collision",
}  # fmt: skip


def test_tasks(call: Call) -> None:
    call("claim", "S4")
    tasks = {task["id"]: task for task in call("tasks", "--json").json}
    assert all(set(task) == TASK for task in tasks.values())
    assert tasks["S5"] == {
        "id": "S5", "title": "Approve [/] drafts", "group": "round-2", "owner": "senior",
        "status": "blocked", "after": ["S4", "J5"], "waits_for": ["S4", "J5"], "enhances": [],
        "unblocks": [], "claimed_by": None, "commit": None,
    }  # fmt: skip
    assert {id: task["status"] for id, task in tasks.items()} == {
        "S1": "done", "S4": "claimed", "S5": "blocked", "J5": "ready", "X1": "ready",
    }  # fmt: skip
    assert tasks["X1"]["owner"] is None
    assert tasks["J5"]["unblocks"] == ["S5"]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--status", "ready"], ["S4", "J5", "X1"]),
        (["--owner", "junior"], ["J5"]),
        (["--group", "round-1"], ["S1"]),
        (["--group", "round-2", "--status", "done"], []),
    ],
)
def test_tasks_are_chosen_by_options(options: list[str], ids: list[str], call: Call) -> None:
    assert [task["id"] for task in call("tasks", "--json", *options).json] == ids


@pytest.mark.parametrize(
    ("options", "ids"),
    [([], ["S4", "X1", "J5"]), (["--mine"], ["S4", "X1"]),
     (["--as", "junior", "--mine"], ["J5", "X1"])],
)  # fmt: skip
def test_ready_is_best_first(options: list[str], ids: list[str], call: Call) -> None:
    found = call("ready", "--json", *options).json
    assert [task["id"] for task in found] == ids
    assert all(set(task) == TASK for task in found)


def test_ready_explained(call: Call) -> None:
    found = call("ready", "--json", "--explain").json
    assert found[0]["why"] == "yours, in the current group, frees S5, S1 done"


def test_outcomes(call: Call) -> None:
    said = call("claim", "S4", "S5", "--json")
    assert (said.code, said.err) == (1, "")
    accepted, refused = said.json
    assert set(accepted) == set(refused) == OUTCOME
    assert (accepted["accepted"], accepted["confirmed"], accepted["reason"]) == (True, False, None)
    event = accepted["event"]
    assert {name: event[name] for name in ("v", "by", "kind", "task")} == {
        "v": 1, "by": "senior", "kind": "claim", "task": "S4",
    }  # fmt: skip
    stamp = {name: event[name] for name in ("email", "via")}
    assert stamp == {"email": "senior@example.com", "via": "command"}
    assert set(event) == {"v", "id", "at", "by", "kind", "task", "email", "via", "clone"}
    assert (refused["target"], refused["accepted"], refused["event"]) == ("S5", False, None)
    assert "waits for S4, J5" in refused["reason"]


def test_a_note_says_what_was_unblocked(call: Call) -> None:
    call("done", "J5", "--as", "junior")
    (outcome,) = call("done", "S4", "--json").json
    assert outcome["note"] == "unblocked S5 for senior"


def test_an_error_is_an_outcome_too(call: Call) -> None:
    said = call("claim", "S4", "J6", "--json")
    assert said.code == 2
    assert [one["accepted"] for one in said.json] == [False, False]
    assert said.err.count("\n") == 1
    assert call("tasks", "--json", "--status", "claimed").json == []


def test_owner(call: Call) -> None:
    said = call("owner", "atlas/config.py", "atlas/agents/x", "none", "app/[id]/page.tsx", "--json")
    assert said.json == [
        {"path": "atlas/config.py", "kind": "shared", "owner": None, "rule": "atlas/config.py",
         "line": 10},
        {"path": "atlas/agents/x", "kind": "owned", "owner": "senior", "rule": "atlas/agents/",
         "line": 7},
        {"path": "none", "kind": "unowned", "owner": None, "rule": None, "line": None},
        {"path": "app/[id]/page.tsx", "kind": "owned", "owner": "senior", "rule": "app/[[]id]/",
         "line": 7},
    ]  # fmt: skip


def test_owner_explained(call: Call) -> None:
    (found,) = call("owner", "atlas/mcp/tool.py", "--explain", "--json").json
    assert found["owner"] == "junior"
    assert [rule["line"] for rule in found["rules"]] == [8]


def test_status(call: Call, place: Repo) -> None:
    place.write("atlas/config.py", "changed\n")
    place.write("naïve [/].txt")
    call("claim", "S4")
    call("say", "hello", "--as", "junior")
    found = call("status", "--json").json
    assert set(found) == STATUS
    assert found["remote"] is None
    assert found["tasks"] == {"ready": 2, "claimed": 1, "blocked": 1, "done": 1}
    assert (found["session"], found["branch"], found["upstream"]) == ("senior", "main", None)
    assert (found["pending"], found["unread"], found["group"]) == (2, 1, "round-2")
    files = {file["path"]: file for file in found["files"]}
    assert set(files["atlas/config.py"]) == FILE
    assert [(set(tree), tree["path"], tree["branch"]) for tree in found["worktrees"]] == [
        (WORKTREE, str(place.path), "main")
    ]
    assert files["atlas/config.py"]["next"] == "announce"
    assert files["atlas/config.py"]["state"] == "M"
    assert files["atlas/config.py"]["standing"] == "shared"
    assert files["naïve [/].txt"]["standing"] == "unowned"
    assert files["naïve [/].txt"]["worktree"] == str(place.path)
    assert {one["name"]: one["claims"] for one in found["sessions"]} == {
        "senior": ["S4"], "junior": [],
    }  # fmt: skip


def test_log_gives_every_line_as_stored(call: Call, place: Repo) -> None:
    place.write(
        ".git/coord/channel.jsonl",
        '{"v":1,"id":"a","at":"2026-01-31T14:05:00Z","by":"junior","kind":"dance","step":[1]}\n'
        "no json \udcff\n"
        '{"v":1,"id":"b","at":"2026-01-31T14:05:00Z","by":"junior","kind":"claim","task":"S5"}\n',
    )
    dance, torn, claim = call("log", "--json").json
    assert dance == {
        "v": 1, "id": "a", "at": "2026-01-31T14:05:00Z", "by": "junior", "kind": "dance",
        "step": [1], "confirmed": False, "refused": None, "unverified": True,
    }  # fmt: skip
    assert torn["kind"] is None
    assert (torn["line"], torn["refused"]) == (2, "no event: not JSON")
    assert "S5 is blocked" in claim["refused"]
    assert [one["id"] for one in call("log", "--json", "-n", "1").json] == ["b"]
    assert call("log", "--json", "-n", "0").json == []


def test_whoami(call: Call) -> None:
    assert call("whoami", "--json").json == {
        "session": "senior", "source": "the git email senior@example.com", "role": "architecture",
    }  # fmt: skip
    assert call("whoami", "junior", "--json").json["session"] == "junior"
    assert call("whoami", "--json").json == {
        "session": "junior", "source": "`coord-tui whoami`", "role": "mail",
    }  # fmt: skip


def test_show(call: Call) -> None:
    call("claim", "S4")
    event = call("announce", "atlas/config.py", "add", "a", "timeout", "--json").json[0]["event"]
    task = call("show", "S4", "--json").json["task"]
    assert (task["status"], task["files"]) == ("claimed", ["atlas/agents/"])
    session = call("show", "senior", "--json").json["session"]
    assert [hold["path"] for hold in session["holds"]] == ["atlas/agents/", "atlas/config.py"]
    path = call("show", "atlas/config.py", "--json", "--as", "junior").json["path"]
    assert (path["kind"], path["standing"]) == ("shared", "shared")
    assert path["holds"][0]["intent"] == "add a timeout"
    assert call("show", event["id"], "--json").json["event"]["intent"] == "add a timeout"


def test_init(call: Call, place: Repo) -> None:
    (place.path / "coord.yaml").unlink()
    made = call("init", "--json").json
    assert set(made) == {"path", "sessions", "candidates"}
    assert made["path"] == str(place.path / "coord.yaml")
    assert made["sessions"] == ["sam"]


def test_doctor(call: Call, place: Repo) -> None:
    said = call("doctor", "--json")
    assert said.code == 0
    assert all(set(one) == {"name", "level", "message", "fix"} for one in said.json)
    place.write("coord.yaml", PLAN.replace("round-1", "round-2"))
    said = call("doctor", "--json")
    assert said.code == 2
    assert [one["name"] for one in said.json if one["level"] == "fail"] == ["plan"]
