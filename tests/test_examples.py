"""The shipped example, the two example plans and the schema are sound, whole and fresh."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.plan import Plan
from coord_tui.core.plan_schema import schema_text
from coord_tui.core.plan_shape import ByKey, ListsByKey, Many, Record, Shape, plan_shape

TOP = Path(__file__).parent.parent
SHIPPED = TOP / "coord_tui" / "plan.schema.json"
PLANS = ["config.example.yaml", "examples/two_sessions.yaml", "examples/phased_roadmap.yaml"]
REGENERATE = (
    "python -c 'from coord_tui.core.plan_schema import schema_text;"
    ' print(schema_text(), end="")\' > coord_tui/plan.schema.json'
)


def test_the_shipped_schema_is_fresh() -> None:
    assert SHIPPED.read_text() == schema_text(), f"the types have changed; run: {REGENERATE}"


@pytest.mark.parametrize("name", PLANS)
def test_a_shipped_plan_loads_without_a_finding(name: str) -> None:
    assert load_plan(TOP / name).findings == ()


@pytest.mark.parametrize("name", PLANS)
def test_a_shipped_plan_is_valid_by_its_schema(name: str) -> None:
    schema = json.loads(SHIPPED.read_text())
    judge = jsonschema.Draft202012Validator(schema)
    assert list(judge.iter_errors(yaml.safe_load((TOP / name).read_text()))) == []


@pytest.mark.parametrize("name", PLANS)
def test_a_shipped_plan_names_its_schema_for_editors(name: str) -> None:
    first = (TOP / name).read_text().splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert ((TOP / name).parent / named[1]).resolve() == SHIPPED


def keys(shape: Shape, path: str = "") -> Iterator[str]:
    """Every key that a plan can have, as a path without names and positions."""
    match shape:
        case Record():
            for name, field in shape.fields.items():
                yield f"{path}.{name}"
                yield from keys(field.shape, f"{path}.{name}")
        case Many(item) | ByKey(item=item) | ListsByKey(item=item):
            yield from keys(item, path)


def used(value: Any, shape: Shape, path: str = "") -> Iterator[str]:  # noqa: ANN401
    """The keys that a document has, as such paths."""
    match shape:
        case Record() if isinstance(value, dict):
            for name, below in value.items():
                yield f"{path}.{name}"
                yield from used(below, shape.fields[name].shape, f"{path}.{name}")
        case Many(item):
            for below in value:
                yield from used(below, item, path)
        case ByKey(item=item):
            for below in value.values():
                yield from used(below, item, path)
        case ListsByKey(item=item):
            for below in value.values():
                yield from used(below, Many(item), path)


def test_the_annotated_example_shows_every_key_with_a_comment() -> None:
    text = (TOP / "config.example.yaml").read_text()
    assert set(used(yaml.safe_load(text), plan_shape())) == set(keys(plan_shape()))
    for name in {key.rpartition(".")[2] for key in keys(plan_shape())}:
        # What a mapping is for may stand beside the first of its own keys.
        assert re.search(rf"\b{name}:.*(#|\n.*#)", text), name


@pytest.fixture(scope="module")
def rounds() -> Plan:
    return load_plan(TOP / "examples" / "two_sessions.yaml").plan


@pytest.fixture(scope="module")
def phases() -> Plan:
    return load_plan(TOP / "examples" / "phased_roadmap.yaml").plan


def owned(plan: Plan, session: str) -> dict[str, bool]:
    """The patterns of a session, and whether a note says what is there."""
    return {each.path: bool(each.note) for each in plan.ownership if each.session == session}


def test_two_sessions_own_what_they_own(rounds: Plan) -> None:
    assert [(s.name, s.kind) for s in rounds.sessions] == [("senior", "agent"), ("junior", "agent")]
    assert all(session.role for session in rounds.sessions)
    assert owned(rounds, "senior") == {
        "atlas_brain/agents/": True,
        "atlas_brain/autonomous/": True,
        "atlas_brain/comms/call_intelligence.py": False,
        "atlas_brain/voice/": True,
        "atlas_brain/memory/": True,
        "atlas_brain/storage/migrations/": True,
    }
    assert owned(rounds, "junior") == {
        "atlas_brain/mcp/": True,
        "atlas_brain/services/calendar_provider.py": False,
        "atlas_brain/services/email_provider.py": False,
        "atlas_brain/services/crm_provider.py": False,
        "atlas_brain/templates/": True,
        "atlas_comms/": True,
        "tests/test_mcp_servers.py": False,
    }


def test_two_sessions_share_nine_files_with_each_ones_part(rounds: Plan) -> None:
    assert {each.path: [part.session for part in each.sessions] for each in rounds.shared} == {
        "atlas_brain/config.py": ["senior", "junior"],
        "atlas_brain/main.py": ["senior", "junior"],
        "atlas_brain/services/__init__.py": [],
        "atlas_brain/services/protocols.py": ["senior", "junior"],
        "atlas_brain/tools/scheduling.py": ["senior", "junior"],
        "requirements.txt": [],
        "CLAUDE.md": ["senior"],
        "docker-compose.yml": [],
        "atlas_brain/services/customer_context.py": ["junior"],
    }
    assert all(each.note for each in rounds.shared)
    assert all(part.note for each in rounds.shared for part in each.sessions)


def test_two_sessions_keep_the_protocol_and_the_branch_rules(rounds: Plan) -> None:
    texts = {rule.title: rule.text for rule in rounds.rules}
    assert re.findall(r"^\d", texts["Shared files, step by step"], re.MULTILINE) == list("12345")
    assert "git pull origin main" in texts["One branch"]
    assert {"Small commits", "Conflicts", "Files of the other session"} <= texts.keys()


def test_two_sessions_have_a_round_done_and_a_round_current(rounds: Plan) -> None:
    assert [(group.id, group.state, len(group.tasks)) for group in rounds.groups] == [
        ("round-1", "done", 7),
        ("round-2", "current", 4),
    ]
    facts = [(t.id, t.owner, t.done, t.after, t.enhances, t.files) for t in rounds.tasks]
    assert facts == [
        ("S1", "senior", "fb17380", (), (), ()),
        ("S2", "senior", "fb17380", (), (), ("atlas_brain/comms/call_intelligence.py",)),
        ("S3", "senior", "fb17380", (), (), ()),
        ("J1", "junior", "0a29b39", (), (), ()),
        ("J2", "junior", "0a29b39", (), (), ()),
        ("J3", "junior", "06a5d3a", (), (), ()),
        ("J4", "junior", "06a5d3a", (), (), ()),
        ("S4", "senior", False, (), (), ("skills/call/action_planning.md",)),
        ("S5", "senior", False, ("S4",), (), ()),
        ("J5", "junior", False, (), ("S4",), ("atlas_brain/services/customer_context.py",)),
        ("J6", "junior", False, (), (), ("atlas_brain/mcp/crm_server.py",)),
    ]


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("J1", ["find_or_create_contact", "partial"]),
        ("S4", ["[{action, params, rationale}]", "proposed_actions", "action_planning.md"]),
        ("S5", ["ntfy", "/approve-plan", "/reject-plan", "contact_interactions", "SMS"]),
        ("J5", ["_get_inbox_emails()", 'query="from:{email}"', "inbox_emails: list[dict]", "IMAP"]),
        ("J6", ["get_customer_context", "get_context_by_phone()", "NocoDB", "crm_server.py"]),
    ],
)
def test_two_sessions_say_how_a_task_is_done(rounds: Plan, task: str, words: list[str]) -> None:
    details = next(each.details for each in rounds.tasks if each.id == task)
    assert [word for word in words if word not in details] == []


def test_the_roadmap_has_three_sessions_with_their_files(phases: Plan) -> None:
    assert [(session.name, session.kind) for session in phases.sessions] == [
        ("human", "person"),
        ("gemini", "agent"),
        ("codex", "agent"),
    ]
    assert list(owned(phases, "codex")) == [
        "src/orchestrator/*",
        "docs/PROTOCOL.md",
        "docs/REST_API.md",
        "docs/TESTING.md",
        "tests/*",
        "scripts/doctor.py",
        "scripts/run_system_tests.py",
    ]
    assert list(owned(phases, "gemini")) == [
        "src/wrapper/drivers/*",
        "backends/*",
        "src/utils/dashboard.py",
        "docs/BACKENDS.md",
        "docs/VERSION_LOCK.md",
    ]
    assert owned(phases, "human") == {}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Team", ["swarm", "2025-12-14"]),
        ("Across ownership", ["agreed", "small"]),
        ("Workflow, step by step", ["1. ", "2. ", "3. ", "4. ", "5. ", "docs/FEATURE_BUNDLES.md"]),
        ("Test policy", ["deterministic", "Gemini, Claude, Kiro, Codex, Kimi", "artifacts"]),
        ("Pinned versions", ["docs/VERSION_LOCK.md", "scripts/doctor.py"]),
    ],
)
def test_the_roadmap_has_its_rules(phases: Plan, title: str, words: list[str]) -> None:
    text = next(rule.text for rule in phases.rules if rule.title == title)
    assert [word for word in words if word not in text] == []


def test_the_roadmap_has_four_phases(phases: Plan) -> None:
    assert [(group.id, group.state, len(group.tasks)) for group in phases.groups] == [
        ("phase-0", "current", 4),
        ("phase-1", "later", 2),
        ("phase-2", "later", 2),
        ("phase-3", "later", 3),
    ]
    assert [task.id for task in phases.tasks][:5] == ["P0.1", "P0.2", "P0.3", "P0.4", "P1.1"]
    assert phases.groups[3].note


def test_the_roadmap_has_checks_pins_and_documents(phases: Plan) -> None:
    assert [(check.name, check.gate) for check in phases.checks] == [
        ("doctor", True),
        ("unit", True),
        ("system", False),
    ]
    assert [parameter.name for parameter in phases.checks[2].parameters] == ["backend", "prompt"]
    assert "uv pip install -e '.[dev]'" in phases.checks[1].note
    assert {(pin.document, pin.check) for pin in phases.pins} == {
        ("docs/VERSION_LOCK.md", "doctor")
    }
    assert [pin.tool.split()[0] for pin in phases.pins] == [
        "Gemini",
        "Claude",
        "Kiro",
        "Codex",
        "Kimi",
    ]
    assert {doc.path: doc.covers for doc in phases.docs} == {
        "docs/PROTOCOL.md": ("src/orchestrator/*",),
        "docs/BACKENDS.md": ("backends/*", "src/wrapper/drivers/*"),
        "docs/TESTING.md": ("tests/*", "scripts/doctor.py", "scripts/run_system_tests.py"),
        "docs/VERSION_LOCK.md": (),
    }
