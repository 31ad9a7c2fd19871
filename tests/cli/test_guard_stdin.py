"""The guard as coding agents' hooks call it: 0 is go on, 2 is stop, and there is nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.atlas import PLAN, atlas
from tests.cli.conftest import Said
from tests.repos import Repo, repository

THEIRS, MINE = "atlas/mcp/tool.py", "atlas/agents/planner.py"
ROOT = Path(__file__).parents[2]


def hook(
    document: object, cwd: Path, *arguments: str, stdout: int = subprocess.PIPE, **environment: str
) -> Said:
    """What an agent gets to see, when it is about to make that edit."""
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    done = subprocess.run(
        [sys.executable, "-m", "coord_tui", "guard", "--stdin", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        input=data,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )
    return Said(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


def edit(path: object, cwd: object = "", event: str = "PreToolUse") -> dict[str, object]:
    return {
        "cwd": str(cwd),
        "hook_event_name": event,
        "tool_name": "Edit",
        "tool_input": {"file_path": str(path), "old_string": "a", "new_string": "b"},
    }


@pytest.fixture
def strict(tmp_path: Path) -> Repo:
    return atlas(tmp_path / "strict", PLAN + "guard: {mode: block}\n")


def test_an_allowed_edit_says_nothing(strict: Repo, tmp_path: Path) -> None:
    assert hook(edit(strict.path / MINE), tmp_path) == Said(0, "", "")
    assert hook(edit(MINE, strict.path), tmp_path) == Said(0, "", "")
    assert hook(edit(MINE), strict.path) == Said(0, "", "")


def test_a_refused_edit_tells_the_agent_what_to_run(strict: Repo, tmp_path: Path) -> None:
    said = hook(edit(strict.path / THEIRS, strict.path), tmp_path)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        f'coord-tui: refused: {THEIRS} is junior\'s: ask first, `coord-tui ask {THEIRS} "why"`\n'
    )
    below = hook(edit("mcp/tool.py", strict.path / "atlas"), tmp_path)
    assert "`coord-tui ask mcp/tool.py " in below.err
    away = hook(edit(strict.path / THEIRS, tmp_path), tmp_path)
    assert f"`coord-tui --repo {strict.path} ask {THEIRS} " in away.err


def test_a_warning_is_told_to_the_agent_and_takes_no_decision(place: Repo) -> None:
    said = hook(edit(THEIRS, place.path, event="BeforeTool"), place.path)
    assert (said.code, said.err) == (0, "")
    assert said.json == {
        "hookSpecificOutput": {
            "hookEventName": "BeforeTool",
            "additionalContext": f"coord-tui: warning: {THEIRS} is junior's: "
            f'ask first, `coord-tui ask {THEIRS} "why"`',
        }
    }


def test_as_json_it_is_the_document_of_every_other_guard(strict: Repo) -> None:
    refused = hook(edit(THEIRS), strict.path, "--json")
    assert (refused.code, refused.json["allowed"]) == (2, False)
    assert refused.json["findings"][0]["rule"] == "owner"
    allowed = hook(edit(MINE), strict.path, "--json")
    assert (allowed.code, allowed.json) == (0, {"allowed": True, "findings": []})


def test_the_session_is_the_agents_own(strict: Repo) -> None:
    assert hook(edit(THEIRS), strict.path, COORD_SESSION="junior").code == 0
    assert hook(edit(THEIRS), strict.path, "--as", "junior").code == 0
    assert os.listdir(strict.path / ".git/coord/here") == ["junior"]
    unknown = hook(edit(MINE), strict.path, COORD_SESSION="nobody")
    assert unknown.code == 2
    assert unknown.err.startswith("coord-tui: could not tell: no session (from COORD_SESSION)")


def test_every_file_of_a_patch_is_asked_about(strict: Repo) -> None:
    patch = f"*** Begin Patch\n*** Update File: {MINE}\n*** Add File: {THEIRS}\n*** End Patch"
    document = {
        "cwd": str(strict.path),
        "tool_name": "apply_patch",
        "tool_input": {"command": patch},
    }
    said = hook(document, strict.path.parent)
    assert said.code == 2
    assert said.err.count("refused") == 1


def test_the_repository_is_the_one_that_the_file_is_in(strict: Repo, tmp_path: Path) -> None:
    inner = repository(strict.path / "atlas/mcp/inner")
    assert hook(edit(inner.path / "tool.py"), strict.path) == Said(0, "", "")
    assert hook(edit(tmp_path / "nowhere/x.py"), strict.path) == Said(0, "", "")
    tree = strict.worktree(tmp_path / "tree", "side")
    assert hook(edit(tree.path / THEIRS), tmp_path).code == 2
    new = hook(edit(strict.path / "atlas/mcp/new folder/deep/x.py"), tmp_path)
    assert (new.code, "'atlas/mcp/new folder/deep/x.py'" in new.err) == (2, True)


def test_a_link_leads_to_the_repository_that_it_is_in(strict: Repo, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(strict.path)
    assert hook(edit(tmp_path / "link" / THEIRS), tmp_path).code == 2
    (strict.path / "out").symlink_to(tmp_path / "else.txt")
    assert hook(edit(strict.path / "out"), tmp_path).code == 2


def test_what_a_link_leads_to_is_edited_too_and_folders_hold_files(strict: Repo) -> None:
    (strict.path / "lnk.py").symlink_to(THEIRS)
    said = hook(edit("lnk.py", strict.path), strict.path)
    assert (said.code, f"lnk.py is a link: {THEIRS} is junior's" in said.err) == (2, True)
    (strict.path.parent / "in").symlink_to(strict.path / THEIRS)
    assert hook(edit(strict.path.parent / "in"), strict.path).code == 2
    assert hook(edit("atlas", strict.path), strict.path).code == 2
    assert hook(edit(".", strict.path), strict.path).code == 2


def test_a_broken_plan_stops_every_edit_but_its_own(strict: Repo) -> None:
    strict.write("coord.yaml", "version: one\n")
    said = hook(edit(MINE), strict.path)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("coord-tui: could not tell: coord.yaml:1:")
    assert hook(edit("coord.yaml"), strict.path) == Said(0, "", "")
    assert hook(edit("atlas/coord.yaml"), strict.path).code == 2


NOT_UNDERSTOOD = {
    "nothing": b"",
    "half": b"{",
    "a list": b"[]",
    "null": b"null",
    "no UTF-8": b"\xff\xfe",
    "nested too deeply": b"[" * 100_000,
    "another tool": b'{"tool_input": {"command": "ls"}}',
    "a NUL": b'{"tool_input": {"file_path": "a\\u0000b"}}',
    "half a character": b'{"tool_input": {"file_path": "\\ud800"}}',
    "git's own": b'{"tool_input": {"file_path": ".git/hooks/pre-commit"}}',
}


@pytest.mark.parametrize("data", NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_what_is_not_understood_stops(data: bytes, strict: Repo) -> None:
    said = hook(data, strict.path)
    assert (said.code, said.out) == (2, "")
    (line,) = said.err.splitlines()
    assert line.startswith("coord-tui: could not tell: ")


def test_a_warning_that_cannot_be_told_stops(place: Repo) -> None:
    with open("/dev/full", "wb") as full:
        said = hook(edit(THEIRS), place.path, stdout=full.fileno())
    assert said.code == 2


def test_without_git_there_is_no_permission(strict: Repo) -> None:
    (strict.path / ".git/coord").mkdir(exist_ok=True)
    said = hook(edit(MINE), strict.path, PATH="/nowhere")
    assert said.code == 2
    assert "could not tell: there is no git" in said.err
