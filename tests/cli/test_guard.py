"""The guard as hooks, agents and people call it: exit codes, sentences, and real commits."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.here import note_here
from tests.atlas import PLAN, atlas
from tests.cli.conftest import Call, Said, process
from tests.repos import Repo, empty_repository, isolated

THEIRS, MINE = "atlas/mcp/tool.py", "atlas/agents/planner.py"
BLOCK = PLAN + "guard: {mode: block}\n"
ASK = f'is junior\'s: ask first, `coord-tui ask {THEIRS} "why"`'
ROOT = Path(__file__).parents[2]


@pytest.fixture
def strict(tmp_path: Path) -> Repo:
    """The repository whose plan has the guard block."""
    return atlas(tmp_path / "strict", BLOCK)


@pytest.mark.parametrize("mode", ["warn", "block"])
def test_named_files_are_allowed_or_refused(mode: str, place: Repo, call: Call) -> None:
    place.write("coord.yaml", PLAN + f"guard: {{mode: {mode}}}\n")
    top = place.path
    fine = call("guard", str(top / MINE), str(top / "README.md"))
    assert (fine.code, fine.out, fine.err) == (0, "", "")
    word = {"warn": "warning", "block": "refused"}[mode]
    found = call("guard", str(top / MINE), str(top / THEIRS), str(top / "atlas/config.py"))
    assert found.code == (mode == "block")
    first, second = found.err.splitlines()
    assert first.startswith(f"coord-tui: {word}: {THEIRS} is junior's: ask first")
    assert second.startswith(f"coord-tui: {word}: atlas/config.py is shared: say first")
    assert found.out == ""


def test_the_document_has_each_finding(strict: Repo) -> None:
    said = process("guard", THEIRS, MINE, "--json", cwd=strict.path)
    assert said.code == 1
    assert said.json == {
        "allowed": False,
        "findings": [
            {"path": THEIRS, "rule": "owner", "message": f"{THEIRS} {ASK}", "level": "block"}
        ],
    }
    assert process("guard", MINE, "--json", cwd=strict.path).json == {
        "allowed": True,
        "findings": [],
    }


def test_through_a_link_one_edits_what_it_leads_to(strict: Repo, tmp_path: Path) -> None:
    top = strict.path
    (top / "lnk.py").symlink_to(THEIRS)
    (top / "again").symlink_to("lnk.py")
    (top / "new").symlink_to("atlas/mcp/new.py")
    (top / "folder").symlink_to("atlas/mcp")
    (top / "fine").symlink_to(MINE)
    (top / "loop").symlink_to("loop")
    (top / "out").symlink_to(tmp_path)
    for name in ("fine", "loop"):
        assert process("guard", name, cwd=top) == Said(0, "", "")
    for name, target in (("lnk.py", THEIRS), ("again", THEIRS), ("new", "atlas/mcp/new.py")):
        said = process("guard", name, cwd=top)
        assert said.code == 1
        assert f"refused: {name} is a link: {target} is junior's: ask first, `" in said.err
    assert "folder is a link: atlas/mcp/ is junior's" in process("guard", "folder", cwd=top).err
    assert process("guard", "out", cwd=top).code == 2


def test_a_link_of_ones_own_in_anothers_folder_offends_twice(strict: Repo) -> None:
    (strict.path / "atlas/mcp/lnk").symlink_to("tool.py")
    found = process("guard", "atlas/mcp/lnk", "--json", cwd=strict.path).json["findings"]
    assert [one["path"] for one in found] == ["atlas/mcp/lnk"] * 2


@pytest.mark.parametrize("typed", [".", "atlas", "atlas/", "./atlas/", "atlas/mcp"])
def test_a_folder_is_refused_for_what_lies_in_it(typed: str, strict: Repo) -> None:
    said = process("guard", typed, cwd=strict.path)
    assert said.code == 1
    assert "atlas/mcp/" in said.err
    assert '`coord-tui ask atlas/mcp/ "why"`' in said.err
    assert process("guard", "atlas/agents/", cwd=strict.path) == Said(0, "", "")


def test_commands_fit_the_folder_one_is_in(strict: Repo) -> None:
    assert "ask mcp/tool.py " in process("guard", "mcp/tool.py", cwd=strict.path / "atlas").err
    away = process("--repo", str(strict.path), "guard", THEIRS, cwd=strict.path.parent)
    assert f"`coord-tui --repo {strict.path} ask {THEIRS} " in away.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("guard a --staged", 2, "one at a time"),
        ("guard --stdin --range a..b", 2, "one at a time"),
        ("guard --range HEAD", 2, "is no range"),
        ("guard --range ''", 2, "is no range"),
        ("guard --range=--all..x", 2, "is no range"),
        ("guard ../elsewhere", 2, "outside the repository"),
        ("guard .git/config", 2, "git's own folder"),
        ("guard x --as nobody", 2, "no session"),
        ("guard --staged --as nobody", 2, "no session"),
        ("guard --range nope..HEAD", 3, "could not tell: git log nope..HEAD"),
    ],
)
def test_wrong_usage_is_2_and_not_knowing_is_3(
    arguments: str, code: int, words: str, place: Repo
) -> None:
    said = process(*shlex.split(arguments), cwd=place.path)
    assert said.code == code
    (line,) = said.err.splitlines()
    assert words in line


def test_a_broken_plan_is_no_permission(place: Repo) -> None:
    place.write("coord.yaml", "version: one\nproject: [\n")
    for arguments in (["guard", "x"], ["guard"], ["guard", "--range", "HEAD~1..HEAD"]):
        said = process(*arguments, cwd=place.path)
        assert (said.code, said.out) == (3, "")
        (line,) = said.err.splitlines()
        assert line.startswith("coord-tui: could not tell: coord.yaml:")


def test_no_plan_is_no_matter(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    for arguments in (["guard", "x"], ["guard"], ["guard", "--range", "a..b"]):
        assert process(*arguments, cwd=repo.path) == Said(0, "", "")


def hooked(repo: Repo) -> None:
    program = f"PYTHONPATH={shlex.quote(str(ROOT))} {shlex.quote(sys.executable)} -m coord_tui"
    repo.hook("pre-commit", f"exec env {program} guard --staged")


def commit(repo: Repo, *options: str, folder: str = "", **environment: str) -> Said:
    done = subprocess.run(
        ["git", "commit", "--quiet", "--message", "x", *options],
        cwd=repo.path / folder,
        env=isolated(dict(os.environ)) | environment,
        capture_output=True,
        encoding="utf-8",
    )
    return Said(done.returncode, done.stdout, done.stderr)


def stage(repo: Repo, *paths: str) -> None:
    for path in paths:
        repo.write(path, "changed\n")
    repo.git("add", "--all")


def test_as_a_hook_it_lets_a_commit_be_or_stops_it(strict: Repo) -> None:
    hooked(strict)
    stage(strict, MINE, THEIRS)
    before = strict.head()
    assert commit(strict).code == 1
    assert strict.head() == before
    assert commit(strict, COORD_SESSION="nobody").code == 1
    assert strict.head() == before
    assert commit(strict, "--only", MINE).code == 0
    assert commit(strict, COORD_SESSION="junior").code == 0
    assert strict.git("status", "--porcelain") == ""


def test_two_sessions_in_one_tree_are_told_what_to_commit_and_that_works(place: Repo) -> None:
    hooked(place)
    note_here(str(place.path / ".git/coord/here"), "junior")
    stage(place, MINE, THEIRS, "app/[id]/page.tsx", "app/two\nlines.txt")
    refused = commit(place, folder="app")
    assert refused.code == 1
    *_, last = refused.err.splitlines()
    command = last.removeprefix("coord-tui: to commit yours alone: ")
    done = subprocess.run(
        ["bash", "-c", command.replace("commit", "commit -qm mine")],
        cwd=place.path / "app",
        env=isolated(dict(os.environ)),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert place.git("status", "--porcelain") == f"M  {THEIRS}"
    assert commit(place, COORD_SESSION="junior").code == 0


def test_so_many_files_that_the_guard_lists_them(place: Repo) -> None:
    hooked(place)
    note_here(str(place.path / ".git/coord/here"), "junior")
    stage(place, THEIRS, *(f"pages/[{number}] naïve.tsx" for number in range(60)))
    *_, last = commit(place).err.splitlines()
    program = f"{shlex.quote(sys.executable)} -m coord_tui"
    command = last.removeprefix("coord-tui: to commit yours alone: ")
    assert command.startswith("coord-tui guard --mine | ")
    done = subprocess.run(
        ["bash", "-c", command.replace("coord-tui", program).replace("commit", "commit -qm mine")],
        cwd=place.path,
        env=isolated(dict(os.environ)) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert place.git("status", "--porcelain") == f"M  {THEIRS}"


def test_a_range_of_commits_for_a_machine_that_knows_no_session(strict: Repo) -> None:
    strict.commit("README.md")
    strict.write(THEIRS, "changed\n")
    crossing = strict.commit(THEIRS)
    strict.identify("Robot", "robot@example.com")
    said = process("guard", "--range", "HEAD~2..HEAD", "--json", cwd=strict.path)
    assert said.code == 1
    (found,) = said.json["findings"]
    assert found["message"].startswith(f"{crossing[:7]} by senior: {THEIRS} is junior's")
    assert process("guard", "--range", "HEAD~2..HEAD~1", cwd=strict.path).code == 0
