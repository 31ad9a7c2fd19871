"""Two documents as teams keep them by hand, read whole: nothing missing, nothing invented."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from coord_tui.core.plan import Parameter

ROUNDS = """\
# How our two sessions get along

## Who is who
- **Senior (this terminal)**: Designs the thing, wires the billing, reviews
- **Junior (the second terminal)**: Hardens the importers, ports what senior hands over

## Branch Rules
- **Everybody commits to `main`** after a pull
- Ahead of any edit: `git pull origin main`
- Small commits, many of them
- Who made a conflict resolves it

## Files and their owners (no collisions)

### Senior OWNS (do not touch before asking):
- `atlas/agents/` (graphs, routes)
- `atlas/voice/` (the pipeline)
- `atlas/calls.py`

### Junior OWNS (do not touch before asking):
- `atlas/mcp/` (three servers)
- `atlas/mail.py`
- `tests/test_mcp.py`

### SHARED FILES (coordinate before any edit):
- `atlas/config.py` — Senior adds sections, junior adds what providers need
- `requirements.txt` — Anybody, after a pull
- `compose.yml` — Talk first

### Protocol of shared files:
1. Say what you want to add: "a key in config.py"
2. Pull
3. Edit one place only
4. Commit and push at once
5. Say that it is pushed

## Who Does What — Round 1

### Finished — Round 1:
- **S1** Migration: `caller_id` on `calls` ✓ (fb17380)
- **S2** Fill the books from `calls.py` ✓ (fb17380)
- **J1** No customer twice (`find_or_make` + an index) ✓ (0a29b39)

---

## Round 2 — Bookings

### Senior - Active Tasks:

**S4. Planner — a call becomes a list of steps**
- Context goes to the model together with a prompt
- The answer is JSON: `[{step, why}]`

**S5. Steps are approved and carried out**
- `POST /steps/{id}/approve` runs all of them
- Every step is logged to `contacts`

### Junior - Active Tasks:

**J5. Mail becomes context**
- File: `atlas/context.py` (SHARED — ask senior first)
- New method `_inbox()`: looks for recent mail
- Without a mail server the list is empty

**J6. A tool that shows the context**
- Wraps `Context.get()` in `atlas/mcp/crm.py`

### Task Dependencies:
```
S4 (planner) ──→ S5 (approval)
J5 (mail)    — waits for none, enhances S4 output
J6 (tool)    — independent, at any time
```
"""

PHASES = """\
# PLAN (everybody's roadmap)

Date: 2026-01-05
Repo: `quill`
Team: Human + Codex agent + Gemini agent (never all of them at once)

## 1) Who owns what (fewer clashes)

**Codex owns (core):**
- `src/hub/*`
- `docs/HUB.md`, `docs/TESTS.md`
- `tools/doctor.py`, `tools/run_live_tests.py` (the harness)

**Gemini owns (drivers):**
- `src/drivers/*`
- `src/board.py`
- `docs/DRIVERS.md`, `docs/VERSIONS.md` (about drivers)

Work that needs another owner's files must be coordinated first.

## 2) Workflow (one thing at a time)

1. Take a story (they are in `docs/STORIES.md`).
2. Keep the diff small.
3. Tests and docs go along.
4. Run the deterministic checks:
   - `python3 tools/doctor.py`
   - `pytest` (after `uv sync`)
5. For a change to a “live driver”, keep what this leaves:
   - `python3 tools/run_live_tests.py --driver <name> --say "<first words>"`

## 3) Testing policy

- **CI gate:** whatever is deterministic, of units and of how they meet.
- **Not CI gate:** live models (Gemini/Codex), which never answer twice alike.
- A live run leaves artifacts to compare.

## 4) Roadmap (in phases)

### Phase 0 — Firm ground (now)
- Every driver verified alone (no mixed teams)
- Docs of the right flags
- A board that can be trusted

### Phase 1 — Adapters
- REST for the board (there already)
- The proxy stays a process of its own

### Phase 2 — Larger (only after tests)
- A scheduler with priorities

## 5) Version pinning rule

What hangs on an outside program:
- it must stand in `docs/VERSIONS.md`
- it must be verified (`tools/doctor.py` or another script)

## 6) Canonical docs, always true

- `docs/HUB.md` (the contract)
- `docs/DRIVERS.md` (how to add one)
- `docs/VERSIONS.md` (which programs)
"""


def read(name: str, text: str) -> Reading:
    return assemble(read_sources([Source(name, text)]))


@pytest.fixture(scope="module")
def rounds() -> Reading:
    return read("COORD.md", ROUNDS)


@pytest.fixture(scope="module")
def phases() -> Reading:
    return read("PLAN.md", PHASES)


def owned(reading: Reading) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in reading.plan.ownership:
        found.setdefault(each.session, []).append(each.path)
    return found


def test_the_sessions_and_what_they_own(rounds: Reading) -> None:
    assert [session.name for session in rounds.plan.sessions] == ["senior", "junior"]
    assert owned(rounds) == {
        "senior": ["atlas/agents/", "atlas/voice/", "atlas/calls.py"],
        "junior": ["atlas/mcp/", "atlas/mail.py", "tests/test_mcp.py"],
    }


def test_the_shared_files_with_the_one_that_a_task_calls_shared(rounds: Reading) -> None:
    assert [(each.path, bool(each.note or each.sessions)) for each in rounds.plan.shared] == [
        ("atlas/config.py", True),
        ("requirements.txt", True),
        ("compose.yml", True),
        ("atlas/context.py", True),
    ]


def test_the_rules_with_their_steps(rounds: Reading) -> None:
    rules = {rule.title: rule.text for rule in rounds.plan.rules}
    assert list(rules) == [
        "Branch Rules",
        "Protocol of shared files",
        "Files and their owners",
        "SHARED FILES",
    ]
    assert len(rules["Branch Rules"].splitlines()) == 4
    assert [line[:2] for line in rules["Protocol of shared files"].splitlines()] == [
        "1.", "2.", "3.", "4.", "5.",
    ]  # fmt: skip
    assert rules["Files and their owners"] == "do not touch before asking"
    assert rules["SHARED FILES"] == "coordinate before any edit"


def test_the_rounds_and_their_tasks(rounds: Reading) -> None:
    groups = [(group.title, group.state) for group in rounds.plan.groups]
    assert [state for _, state in groups] == ["done", "current"]
    first, second = rounds.plan.groups
    assert [(task.id, task.done) for task in first.tasks] == [
        ("S1", "fb17380"),
        ("S2", "fb17380"),
        ("J1", "0a29b39"),
    ]
    assert [(task.id, task.owner, task.done) for task in second.tasks] == [
        ("S4", "senior", False),
        ("S5", "senior", False),
        ("J5", "junior", False),
        ("J6", "junior", False),
    ]
    links = {task.id: (task.after, task.enhances) for task in rounds.plan.tasks}
    assert links["S5"] == (("S4",), ())
    assert links["J5"] == ((), ("S4",))
    assert links["J6"] == links["S4"] == ((), ())


def test_nothing_else_is_said_there(rounds: Reading) -> None:
    plan = rounds.plan
    assert (plan.checks, plan.pins, plan.docs, plan.project) == ((), (), (), "")
    aside = ["Junior (the second terminal):", "no collisions"]
    assert [each.text for each in rounds.unread] == aside
    assert rounds.warnings == ()


def test_the_project_its_sessions_and_what_they_own(phases: Reading) -> None:
    assert phases.plan.project == "quill"
    assert {session.name for session in phases.plan.sessions} == {"human", "gemini", "codex"}
    assert owned(phases) == {
        "codex": [
            "src/hub/*", "docs/HUB.md", "docs/TESTS.md",
            "tools/doctor.py", "tools/run_live_tests.py",
        ],
        "gemini": ["src/drivers/*", "src/board.py", "docs/DRIVERS.md", "docs/VERSIONS.md"],
    }  # fmt: skip


def test_the_rules_of_the_roadmap(phases: Reading) -> None:
    rules = {rule.title: rule.text for rule in phases.plan.rules}
    assert list(rules) == [
        "Who owns what (fewer clashes)",
        "Workflow (one thing at a time)",
        "Testing policy",
        "Version pinning rule",
        "Team",
    ]
    steps = rules["Workflow (one thing at a time)"].splitlines()
    assert [step[:2] for step in steps if step[0].isdigit()] == ["1.", "2.", "3.", "4.", "5."]
    assert rules["Team"] == "never all of them at once"
    assert rules["Who owns what (fewer clashes)"].startswith("Work that needs another owner")


def test_the_checks_and_which_are_gates(phases: Reading) -> None:
    assert [(each.name, each.run, each.gate) for each in phases.plan.checks] == [
        ("doctor", "python3 tools/doctor.py", True),
        ("pytest", "pytest", True),
        ("live-tests", "python3 tools/run_live_tests.py --driver {driver} --say {say}", False),
    ]
    assert phases.plan.checks[1].note == "after `uv sync`"
    assert phases.plan.checks[2].parameters == (
        Parameter("driver", "", "name"),
        Parameter("say", "", "first words"),
    )


def test_the_canonical_documents_and_no_pins(phases: Reading) -> None:
    assert [(each.path, each.note) for each in phases.plan.docs] == [
        ("docs/HUB.md", "the contract"),
        ("docs/DRIVERS.md", "how to add one"),
        ("docs/VERSIONS.md", "which programs"),
    ]
    assert phases.plan.pins == ()


def test_the_phases_and_their_tasks(phases: Reading) -> None:
    assert [(len(group.tasks), group.state) for group in phases.plan.groups] == [
        (3, "current"),
        (2, "later"),
        (1, "later"),
    ]
    assert not any(task.done or task.after or task.owner for task in phases.plan.tasks)


def test_only_the_date_is_left_over(phases: Reading) -> None:
    assert [(each.at.line, each.text) for each in phases.unread] == [(3, "Date: 2026-01-05")]
    assert phases.warnings == ()
