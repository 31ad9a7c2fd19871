"""Starting is quick because commands load what they use and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import process
from tests.repos import Repo

ROOT = Path(__file__).parents[2]
REPORT = """
import sys
from coord_tui.cli.main import run
before = set(sys.modules)
code = run(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""

OWNER = {
    "__main__", "cli", "cli.main", "cli.output", "cli.owner", "cli.parser", "errors",
    "adapters", "adapters.layout", "adapters.plan_cache",
    "core", "core.globs", "core.ownership", "core.patterns", "core.verdicts",
    "presentation", "presentation.owners",
    "workspace", "workspace.places", "workspace.quick",
}  # fmt: skip
"""All of ours that `owner` may load."""

NEVER = {"textual", "rich", "git", "watchfiles", "yaml", "subprocess", "asyncio", "dataclasses",
         "pathlib", "inspect", "shutil", "tempfile"}  # fmt: skip


def loaded(place: Repo, *arguments: str) -> set[str]:
    """The modules that a command has loaded when it ends well."""
    command = [sys.executable, "-c", REPORT, "--repo", str(place.path), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    code, *modules = done.stderr.splitlines()[-1].split(" ")
    assert code == "0", done.stderr
    return set(modules)


@pytest.fixture
def warm(place: Repo) -> Repo:
    assert process("tasks", cwd=place.path).code == 0
    return place


def test_owner_loads_this_and_no_more(warm: Repo) -> None:
    found = loaded(warm, "owner", "atlas/config.py")
    ours = {name.partition(".")[2] for name in found if name.startswith("coord_tui.")}
    assert ours <= OWNER
    assert not found & (NEVER | {"typing", "datetime", "locale", "difflib", "contextlib"})


COMMANDS = (
    "owner x", "owner x --json --explain", "tasks", "ready --explain", "status", "log", "whoami",
    "show S4", "claim S4 --json", "announce atlas/config.py x", "say x", "ack", "--help",
    "claim --help",
)  # fmt: skip


@pytest.mark.parametrize("typed", COMMANDS)
def test_no_command_loads_the_screen_or_what_git_and_yaml_need(typed: str, warm: Repo) -> None:
    assert not loaded(warm, *typed.split()) & NEVER


def test_owner_starts_no_process(warm: Repo) -> None:
    """There is no program to be found, and it answers all the same."""
    said = process("owner", "atlas/config.py", cwd=warm.path, PATH="/nowhere")
    assert (said.code, said.out) == (0, "atlas/config.py  shared: coordinate first\n")
