"""Asking and answering on the command line: what is said, the exit codes, the JSON."""

import re

import pytest

from tests.cli.conftest import Call

TOOL = "atlas/mcp/tool.py"


def asked(call: Call) -> str:
    """The id of a request of senior's to junior."""
    id: str = call("ask", TOOL, "wire", "it", "--json").json[0]["event"]["id"]
    return id


def test_from_asking_to_an_answer_that_was_read(call: Call) -> None:
    said = call("ask", TOOL, "wire it")
    found = re.fullmatch(
        r"✓ asked for (\S+)  request (\w{4}) to junior: `coord-tui wait --request (\w+)`\n",
        said.out,
    )
    assert found is not None
    assert found[2] == found[3]
    inbox = call("inbox", "--as", "junior").out
    assert "to answer\n  senior asks for atlas/mcp/tool.py, " in inbox
    assert f"coord-tui grant {found[2]}   or   coord-tui deny {found[2]}" in inbox
    granted = call("grant", found[2], "go on", "--for", "10m", "--as", "junior")
    assert granted.out == "✓ granted atlas/mcp/tool.py  to senior, for 10m\n"
    assert call("wait", "--request", found[2]).out.startswith(f"✓ junior grants {TOOL} for ")
    assert "“go on”" in call("inbox").out
    assert call("ack").out.endswith("  1 event\n")
    assert call("inbox").out == "nothing waits for you\n"


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        (["ask", "atlas/agents/planner.py", "w"], 1, "is yours: edit it"),
        (["ask", "atlas/config.py", "w"], 1, "coord-tui announce atlas/config.py"),
        (["ask", "README.md", "w"], 1, "is nobody's"),
        (["ask", TOOL], 2, "WHY"),
        (["grant", "none"], 2, "no request 'none': none is open"),
        (["grant", "none", "--for", "soon"], 2, "no length of time"),
        (["deny", "none"], 2, "WHY"),
    ],
)
def test_what_is_refused(typed: list[str], code: int, words: str, call: Call) -> None:
    said = call(*typed)
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert said.err.count("\n") == 1


def test_answers_as_json(call: Call) -> None:
    id = asked(call)
    (denied,) = call("deny", "senior", "busy", "--json", "--as", "junior").json
    assert (denied["target"], denied["accepted"]) == (TOOL, True)
    assert (denied["event"]["request"], denied["event"]["words"]) == (id, "busy")
    (granted,) = call("grant", id, "--scope", "atlas/mcp/", "--json", "--as", "junior").json
    assert granted["event"]["scope"] == "/atlas/mcp/"
    assert granted["event"]["until"] > granted["event"]["at"]
    answers = call("inbox", "--json").json["answers"]
    assert [(one["kind"], one["asked"]["path"]) for one in answers] == [
        ("deny", TOOL), ("grant", TOOL),
    ]  # fmt: skip


def test_the_inbox_as_json_has_the_commands(call: Call) -> None:
    id = asked(call)
    (request,) = call("inbox", "--json", "--as", "junior").json["requests"]
    assert (request["id"], request["by"], request["why"]) == (id, "senior", "wire it")
    assert request["grant"] == f"coord-tui grant {id[-4:]}"


def test_status_counts_requests_and_tells_who_was_seen(call: Call) -> None:
    asked(call)
    found = call("status", "--json", "--as", "junior").json
    assert (found["requests"], found["unread"]) == (1, 0)
    (senior, junior) = found["sessions"]
    assert (senior["via"], senior["clones"], junior["via"]) == ("command", [], None)
    out = call("status", "--as", "junior").out
    assert "asked   1 request waits for your answer: `coord-tui inbox`" in out
    assert re.search(r"others  senior last seen \d+s ago by command", out)


def test_the_brief_fits_and_names_the_session(call: Call) -> None:
    asked(call)
    out = call("brief", "--as", "junior").out
    assert out.startswith("you are  junior: mail\n")
    assert "senior asks for atlas/mcp/tool.py: grant or deny it" in out
    assert len(out.encode()) < 2048
    assert call("brief", "--json", "--as", "junior").json["session"]["name"] == "junior"
