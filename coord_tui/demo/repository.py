"""Builds the demo's world with real git: a bare remote, two clones, some history and a channel."""

import os
import time
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from git import Actor, Repo

from coord_tui.core.board import Board
from coord_tui.resources import folder
from coord_tui.workspace.outcome import Draft
from coord_tui.workspace.places import PLAN
from coord_tui.workspace.sync import sync
from coord_tui.workspace.workspace import Workspace

EXAMPLE = "two_sessions.yaml"

SENIOR = Actor("Senior", "senior@example.com")
JUNIOR = Actor("Junior", "junior@example.com")

CONFIG = "atlas_brain/config.py"

FILES = (
    *(
        "atlas_brain/agents/graph.py",
        "atlas_brain/agents/planner.py",
        "atlas_brain/agents/router.py",
    ),
    *("atlas_brain/autonomous/runner.py", "atlas_brain/autonomous/scheduler.py"),
    *("atlas_brain/comms/call_intelligence.py", "atlas_brain/comms/numbers.py"),
    *("atlas_brain/config.py", "atlas_brain/main.py", "atlas_brain/mcp/calendar_server.py"),
    *("atlas_brain/mcp/crm_server.py", "atlas_brain/mcp/email_server.py"),
    *(
        "atlas_brain/memory/feedback.py",
        "atlas_brain/memory/quality.py",
        "atlas_brain/memory/rag.py",
    ),
    *("atlas_brain/services/__init__.py", "atlas_brain/services/calendar_provider.py"),
    *("atlas_brain/services/crm_provider.py", "atlas_brain/services/customer_context.py"),
    *("atlas_brain/services/email_provider.py", "atlas_brain/services/protocols.py"),
    *("atlas_brain/storage/migrations/035_calls.sql", "atlas_brain/templates/reminder.txt"),
    *("atlas_brain/tools/scheduling.py", "atlas_brain/voice/pipeline.py"),
    *("atlas_comms/telephony.py", "tests/test_agents.py", "tests/test_mcp_servers.py"),
    *("CLAUDE.md", "docker-compose.yml", "requirements.txt"),
)

HISTORY = (
    (
        SENIOR,
        "fb17380",
        "Link calls to customers (S1, S2, S3)",
        "storage/migrations/036_contact.sql",
    ),
    (JUNIOR, "0a29b39", "One customer, one record (J1, J2)", "mcp/contacts.py"),
    (JUNIOR, "06a5d3a", "Book for the right customer (J3, J4)", "tools/booking.py"),
)
"""Who committed what; the ids in the plan are replaced by those that the commits get here."""

UNCOMMITTED = (
    "atlas_brain/agents/planner.py",
    CONFIG,
    "atlas_brain/mcp/crm_server.py",
    "skills/call/action_planning.md",
)

CHANNEL: tuple[tuple[int, str, str, Mapping[str, object]], ...] = (
    (95, "junior", "join", {"through": "demo"}),
    (80, "junior", "say", {"text": "mailbox fixtures are under tests/, please use those"}),
    (42, "senior", "claim", {"task": "S4"}),
    (35, "junior", "announce", {"path": "atlas_brain/main.py", "intent": "start the MCP servers"}),
    (31, "junior", "unreserve", {"path": "atlas_brain/main.py"}),
    (12, "junior", "say", {"text": "which fields of an action may be empty?", "to": ["senior"]}),
    (3, "junior", "announce", {"path": CONFIG, "intent": "provider timeouts"}),
)
"""Minutes ago, by whom, what."""


class World(NamedTuple):
    """Where the demo's repositories are."""

    remote: str
    senior: str
    junior: str


def build(root: str) -> World:
    """Make the whole world under a folder that exists and is empty."""
    world = World(*(os.path.join(root, name) for name in ("remote.git", "atlas", "atlas-junior")))
    Repo.init(world.remote, bare=True, initial_branch="main")
    _fill(world)
    Repo.clone_from(world.remote, world.junior, branch="main").close()
    _name(Repo(world.junior), JUNIOR)
    write_channel(world)
    for path in UNCOMMITTED:
        edit(world.senior, path, "work in progress")
    return world


def _fill(world: World) -> None:
    """Commit the files, the history and the plan in the first clone, and push them."""
    repo = Repo.init(world.senior, initial_branch="main")
    _name(repo, SENIOR)
    commit(repo, SENIOR, "Start the assistant", FILES)
    plan = _example()
    for author, id, message, path in HISTORY:
        made = commit(repo, author, message, [f"atlas_brain/{path}"])
        plan = plan.replace(id, made[:7])
    with open(os.path.join(world.senior, PLAN), "w", encoding="utf-8") as file:
        file.write(plan)
    repo.index.add([PLAN])
    repo.index.commit("Plan round 2", author=SENIOR, committer=SENIOR, skip_hooks=True)
    repo.create_remote("origin", world.remote)
    repo.git.push("--no-verify", "--set-upstream", "origin", "main")
    repo.close()


def _example() -> str:
    """The example's plan, with where each session works; the remote is near: it is asked often."""
    plan = (folder("examples") / EXAMPLE).read_text("utf-8") + "\nchannel: {poll: 2s}\n"
    for who, place in ((SENIOR, "../atlas"), (JUNIOR, "../atlas-junior")):
        emails = f"    emails: [{who.email}]\n"
        plan = plan.replace(emails, f"{emails}    worktree: {place}\n")
    return plan


def _name(repo: Repo, who: Actor) -> None:
    with repo.config_writer() as config:
        config.set_value("user", "name", str(who.name))
        config.set_value("user", "email", str(who.email))
        config.set_value("commit", "gpgsign", "false")


def commit(repo: Repo, author: Actor, message: str, paths: Sequence[str]) -> str:
    """Edit the paths and commit them; the commit's id."""
    for path in paths:
        edit(str(repo.working_dir), path, message)
    repo.index.add(list(paths))
    return repo.index.commit(message, author=author, committer=author, skip_hooks=True).hexsha


def edit(top: str, path: str, words: str) -> None:
    """Add a line to a file, made with its folders if it is not there."""
    full = os.path.join(top, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "a", encoding="utf-8") as file:
        file.write(f"# {words}\n")


def write_channel(world: World) -> None:
    """Let the past happen: every event by the rules, at its own time, in its session's clone."""
    now = time.time()
    for session, events in groupby(CHANNEL, key=itemgetter(1)):
        workspace = clone_of(world, session)
        sync(workspace)
        for minutes, _, kind, fields in events:
            workspace.clock = partial(float, now - 60 * minutes)
            draft = Draft(str(fields.get("path", fields.get("task", ""))), kind, fields)
            workspace.record(partial(_just, draft))
        sync(workspace)
    for session in ("senior", "junior"):
        sync(clone_of(world, session))


def clone_of(world: World, session: str) -> Workspace:
    """The clone in which a session works, as that session sees it."""
    return Workspace.open(world.senior if session == "senior" else world.junior, session)


def _just(draft: Draft, board: Board) -> list[Draft]:
    return [draft]
