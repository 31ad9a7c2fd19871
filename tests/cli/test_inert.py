"""Whatever the plan, the channel or git holds, no command lets it reach the terminal as it is."""

import json
import re
import shlex

import pytest

from coord_tui.cli.main import MODULES
from tests.cli.conftest import Call
from tests.repos import Repo

WILD = "\x1b]0;x\x07\x1b[2J\x9b31m\u202e[/]\r"
FOLDER = "a\x1bc\x07\x9b\u202e\r/"
"""The same as a path, in which a `[` would be a pattern's."""
RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

PLAN = f"""\
version: 1
project: {json.dumps(WILD)}
sessions:
  senior: {{role: {json.dumps(WILD)}, emails: [senior@example.com, {json.dumps(WILD)}]}}
  junior: {{role: mail, worktree: {json.dumps(WILD)}}}
ownership:
  senior: [{{path: {json.dumps(FOLDER)}, note: {json.dumps(WILD)}}}]
shared:
  - {{path: shared, note: {json.dumps(WILD)}, sessions: {{junior: {json.dumps(WILD)}}}}}
rules: [{{title: {json.dumps(WILD)}, text: {json.dumps(WILD)}}}]
groups:
  - id: round-1
    title: {json.dumps(WILD)}
    state: current
    note: {json.dumps(WILD)}
    tasks:
      - {{id: S4, title: {json.dumps(WILD)}, owner: senior, details: {json.dumps(WILD)},
         files: [{json.dumps(FOLDER)}]}}
      - {{id: S5, title: x, owner: junior, after: [S4], details: {json.dumps(WILD)}}}
      - {{id: S6, title: x, dropped: {json.dumps(WILD)}}}
      - {{id: S7, title: x, done: {json.dumps(WILD)}}}
docs: [{json.dumps(WILD)}]
"""
EVENT = {"v": 1, "id": "e1", "at": "2026-01-31T14:05:00Z", "by": "junior", "kind": "say"}
EVENTS: tuple[dict[str, object], ...] = (
    {"text": WILD, "to": ["senior"], "about": WILD, WILD: WILD},
    {"id": "e2", "kind": "announce", "path": "shared", "intent": WILD},
    {"id": "e3", "kind": "task", "task": WILD, "title": WILD, "owner": WILD, "group": WILD},
    {"id": "e10", "kind": "task", "task": "T9", "title": WILD, "details": WILD},
    {"id": "e4", "kind": "claim", "task": WILD},
    {"id": "e5", "kind": "join", "by": WILD, "role": WILD},
    {"id": "e6", "kind": WILD, "at": WILD, WILD: [WILD, {WILD: 1}]},
    {"id": WILD, "kind": "say", "by": "junior", "text": WILD},
    {"id": "e8", "kind": "reserve", "pattern": f"*{WILD}"},
    {"id": "e9", "kind": "ask", "path": f"{FOLDER}c", "why": WILD},
)

DOCUMENT = f"""\
## Sessions
- **ana**: {WILD}
- **{WILD}**: x
## File ownership
### ana
- `{FOLDER}` {WILD}
## Tasks
| ID | Task | Owner |
|---|---|---|
| {WILD} | {WILD} | {WILD} |
| A1 | {WILD} | ana |
## Leftovers
- [x] {WILD}
- [ ] {WILD}

{WILD}
"""
ARGUMENT, INSIDE = shlex.quote(WILD), shlex.quote(f"{FOLDER}c")
COMMANDS: dict[str, tuple[str, ...]] = {
    "status": ("status", "status --line"),
    "ready": ("ready", "ready --explain", "ready --mine"),
    "tasks": ("tasks", f"tasks --owner {ARGUMENT}", f"tasks --group {ARGUMENT}"),
    "show": (
        "show S4", "show S5", "show S6", "show S7", "show senior", "show junior", "show shared",
        "show e1", "show e2", "show e6", f"show {ARGUMENT}", f"show {INSIDE}",
    ),
    "log": ("log", "log -n 3", "log --unread", f"log --about {ARGUMENT}"),
    "inbox": ("inbox", "inbox --as junior"),
    "brief": ("brief", "brief --as junior"),
    "ask": (
        f"ask {ARGUMENT} {ARGUMENT}", f"ask {INSIDE} {ARGUMENT} --as junior",
        f"ask {INSIDE} x --as junior", f"ask shared x --task {ARGUMENT}",
    ),
    "grant": (
        f"grant {ARGUMENT}", f"grant e9 {ARGUMENT} --scope {ARGUMENT}", "grant e9", "grant e9",
    ),
    "deny": (f"deny {ARGUMENT} x", f"deny e9 {ARGUMENT}", "deny e9 x", "deny e9 x --as junior"),
    "wait": tuple(
        f"wait {condition} --timeout 1s" for condition in (
            "--ready", "--unread", "--unread --as junior", f"--task {ARGUMENT}", f"--task T9{WILD}",
            f"--request {ARGUMENT}", "--request e9 --as junior", f"--path {ARGUMENT}",
            f"--path {INSIDE} --as junior",
        )
    ),
    "owner": (
        f"owner {INSIDE} shared {ARGUMENT}", f"owner --explain {INSIDE} shared x",
    ),
    "whoami": ("whoami", f"whoami {ARGUMENT}", "whoami senior"),
    "doctor": ("doctor",),
    "init": ("init",),
    "completion": ("completion tasks", "completion sessions"),
    "claim": (f"claim {ARGUMENT}", f"claim S5 S6 S7 {ARGUMENT}", "claim S4", "claim --next"),
    "done": (f"done {ARGUMENT}", f"done S4 --commit {ARGUMENT}"),
    "release": (f"release {ARGUMENT}", "release S4"),
    "reopen": (f"reopen {ARGUMENT}", "reopen S7"),
    "add": (f"add {ARGUMENT}", f"add x --id {ARGUMENT}", f"add x --files '['{ARGUMENT}"),
    "assign": (f"assign S4 {ARGUMENT}", f"assign {ARGUMENT} senior"),
    "announce": (f"announce shared {ARGUMENT}", f"announce {ARGUMENT} x", f"announce x --{WILD}"),
    "reserve": (f"reserve {ARGUMENT} 'x*{WILD}' --intent {ARGUMENT}", f"reserve {INSIDE}"),
    "unreserve": (f"unreserve {ARGUMENT}", "unreserve"),
    "say": (f"say {ARGUMENT}", f"say x --to {ARGUMENT}", f"say x --about {ARGUMENT}"),
    "ack": (f"ack {ARGUMENT}", "ack", "ack"),
    "hooks": (
        "hooks install", "hooks uninstall", f"hooks {ARGUMENT}", f"hooks trailers {ARGUMENT}",
    ),
    "sync": ("sync", f"sync {ARGUMENT}"),
    "pull": ("pull", f"pull {ARGUMENT}"),
    "finish": (
        f"finish {INSIDE}", f"finish {ARGUMENT} -m {ARGUMENT}", f"finish shared -m {ARGUMENT}",
    ),
    "conflicts": ("conflicts", "conflicts --hunks", f"conflicts {ARGUMENT} {INSIDE}"),
    "export": (
        "export", "export mermaid", "export json", "export codeowners --json", f"export {ARGUMENT}",
        f"export -o {INSIDE}", f"export --into {INSIDE} --check", "export --into x",
        "export --into x --check", f"export -o {ARGUMENT} --check",
    ),
    "import": (
        "import COORD.md", "import COORD.md --all --take-doubtful --json", f"import {ARGUMENT}",
        f"import {INSIDE} x", f"import COORD.md --take {ARGUMENT}",
        f"import COORD.md -o {ARGUMENT}",
        "import COORD.md -o coord.yaml", "import COORD.md -o new.yaml --take-doubtful",
        "import COORD.md -o -",
    ),
    "demo": (f"demo --{WILD}",),
    "guard": (
        f"guard {INSIDE} shared", f"guard {INSIDE} --as junior", f"guard ../{ARGUMENT}",
        "guard --mine x", f"guard --range {ARGUMENT}..HEAD", "guard --staged --as nobody",
    ),
}  # fmt: skip
"""Ways to call every command that has text to show."""


@pytest.fixture
def wild(place: Repo) -> Repo:
    """The repository, with such a plan, channel, paths, remote and branch."""
    place.write("coord.yaml", PLAN)
    lines = (json.dumps(EVENT | event) for event in EVENTS)
    place.write(".git/coord/channel.jsonl", "\n".join(lines) + f"\nno json {WILD}\n")
    place.write(f"{FOLDER}c")
    place.write("COORD.md", DOCUMENT)
    place.git("config", "remote.origin.url", f"/nowhere/{WILD}")
    return place


def test_every_command_is_tried() -> None:
    assert sorted(COMMANDS) == sorted(MODULES)


def test_the_plan_and_the_channel_are_read(wild: Repo, call: Call) -> None:
    assert call("tasks").code == 0
    assert call("owner", f"{FOLDER}c", "--json").json[0]["owner"] == "senior"
    titles = [task["title"] for task in call("tasks", "--json").json]
    assert titles == [WILD, "x", "x", "x", WILD]
    assert len(call("log", "--json").json) == len(EVENTS) + 1


@pytest.mark.parametrize("word", COMMANDS)
def test_text_from_others_never_reaches_the_terminal_as_it_is(
    word: str, wild: Repo, call: Call
) -> None:
    for typed in COMMANDS[word]:
        said = call(*shlex.split(typed))
        assert said.out or said.err or word == "completion", typed
        assert not RAW.search(said.out + said.err), typed
        assert "unexpected" not in said.err, said.err


def test_a_broken_plan_is_shown_harmless_too(place: Repo, call: Call) -> None:
    place.write("coord.yaml", f"version: 1\n{json.dumps(WILD)}: {json.dumps(WILD)}\n")
    for typed in ("tasks", "owner x", "doctor"):
        said = call(typed, *(["x"] if typed == "owner" else []))
        assert said.code == 2
        assert not RAW.search(said.out + said.err)


@pytest.mark.parametrize(
    "line",
    [
        '{"v":1,"id":"a","at":"","by":"junior","kind":"x","n":NaN}',
        '{"v":1,"id":"a","at":"","by":"junior","kind":"x","n":[-Infinity,{"m":1e999}]}',
        '{"v":1,"id":"a","at":"","by":"junior","kind":"x","n":' + "[" * 900 + "]" * 900 + "}",
        '{"v":1e999,"id":"a","at":"","by":"junior","kind":"x"}',
        '{"v":1,"id":"\\udcff","at":"","by":"junior","kind":"x"}',
        "NaN",
        '"\\ud800"',
        "[" * 5000,
        "\x1b[2J\udcff",
        "9" * 5000,
    ],
)
def test_the_log_as_json_is_json_whatever_a_line_holds(line: str, place: Repo, call: Call) -> None:
    place.write(".git/coord/channel.jsonl", f"{line}\n")
    said = call("log", "--json")
    assert said.code == 0, said.err
    (found,) = json.loads(said.out, parse_constant=pytest.fail)
    assert set(found) >= {"v", "id", "at", "by", "kind", "confirmed", "refused"}
