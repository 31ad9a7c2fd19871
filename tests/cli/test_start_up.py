"""Starting is quick because commands load what they use and no more."""

import os
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

GUARD = OWNER - {"cli.owner", "adapters.plan_cache", "presentation.owners", "workspace.quick"} | {
    "adapters.contained", "adapters.guard_cache", "cli.guard", "core.guard_view",
    "core.guarding", "core.keeping", "core.shell", "presentation.guarding", "workspace.guard",
}  # fmt: skip
"""All of ours that `guard FILE` may load when it is told who asks."""
GUARD_BY_EMAIL = GUARD | {"adapters.git", "adapters.process", "adapters.settings"}

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


@pytest.mark.parametrize(
    ("options", "allowed"), [(("--as", "senior"), GUARD), ((), GUARD_BY_EMAIL)]
)
def test_guard_loads_this_and_no_more(
    options: tuple[str, ...], allowed: set[str], warm: Repo
) -> None:
    assert process("guard", "README.md", cwd=warm.path).code == 0
    found = loaded(warm, "guard", "atlas/config.py", *options)
    ours = {name.partition(".")[2] for name in found if name.startswith("coord_tui.")}
    assert ours <= allowed
    assert not found & (NEVER | {"typing", "datetime", "locale", "difflib", "contextlib"})


def test_the_guard_of_a_commit_does_not_even_load_what_reads_arguments(warm: Repo) -> None:
    assert process("guard", "README.md", cwd=warm.path).code == 0
    done = subprocess.run(
        [sys.executable, "-c", REPORT, "guard", "--staged"],
        cwd=warm.path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )
    code, *modules = done.stderr.splitlines()[-1].split(" ")
    assert code == "0", done.stderr
    slow = {"argparse", "re", "json", "typing", "datetime", "contextlib"}
    assert not set(modules) & (NEVER | slow)


def test_guard_starts_no_process_when_it_is_told_who_asks(warm: Repo) -> None:
    assert process("guard", "README.md", cwd=warm.path).code == 0
    for environment in ({"COORD_SESSION": "junior"}, {"GIT_AUTHOR_EMAIL": "junior@example.com"}):
        said = process("guard", "atlas/mcp/tool.py", cwd=warm.path, PATH="/nowhere", **environment)
        assert (said.code, said.out, said.err) == (0, "", "")


COMMANDS = (
    "owner x", "owner x --json --explain", "tasks", "ready --explain", "status", "log", "whoami",
    "show S4", "inbox", "brief", "log --unread", "ask atlas/mcp/tool.py x",
    "claim S4 --json", "announce atlas/config.py x", "say x", "ack", "--help",
    "claim --help",
)  # fmt: skip


@pytest.mark.parametrize("typed", COMMANDS)
def test_no_command_loads_the_screen_or_what_git_and_yaml_need(typed: str, warm: Repo) -> None:
    assert not loaded(warm, *typed.split()) & NEVER


def test_owner_starts_no_process(warm: Repo) -> None:
    """There is no program to be found, and it answers all the same."""
    said = process("owner", "atlas/config.py", cwd=warm.path, PATH="/nowhere")
    assert (said.code, said.out) == (0, "atlas/config.py  shared: coordinate first\n")
