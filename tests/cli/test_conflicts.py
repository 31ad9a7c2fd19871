"""`coord-tui conflicts`, as a person and a script call it."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import time

import pytest

from coord_tui.cli.main import run
from tests.cli.conftest import Said, process
from tests.radars import edit, trees_of
from tests.repos import Repo, repository

NOW = f"@{int(time())} +0000"
"""When a commit is young enough for its branch to be at work."""


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Repo, ...]:
    """Three working trees, in which ana and bolt edited the same line and added the same file."""
    repos = trees_of(tmp_path, "bolt", "cleo")
    for repo in repos[:2]:
        edit(repo, 5, f"of {repo.path.name}")
        repo.write("dir/new", f"{repo.path.name}\n")
    return repos


def called(capsys: pytest.CaptureFixture[str], repo: Repo, *arguments: str) -> Said:
    code = run(["--repo", str(repo.path), "conflicts", "--as", "ana", *arguments])
    return Said(code, *capsys.readouterr())


def test_the_files_and_between_whom(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    said = called(capsys, trees[0])
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "⚠  dir/new  both added it  you ⇄ bolt",
        "⚠  file.txt  you ⇄ bolt",
        "2 files would conflict among 3 working trees",
    ]


def test_only_some_files(trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, trees[0], "dir").out.splitlines()[0].startswith("⚠  dir/new")
    said = called(capsys, trees[0], "README.md", "--check")
    assert (said.code, said.out) == (0, "no conflicts among 3 working trees\n")
    outside = called(capsys, trees[0], "../x")
    assert (outside.code, outside.out) == (2, "")


def test_a_path_that_nothing_has_is_named_with_the_nearest(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    said = called(capsys, trees[0], "--check", "fiel.txt")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "coord-tui: no working tree, and no branch at work, has 'fiel.txt': "
        "did you mean file.txt?\n"
    )
    assert called(capsys, trees[0], "nonexist/").code == 2


def test_a_path_that_is_somewhere_else_is_good(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    ana, bolt, cleo = trees
    bolt.write("theirs/untracked")
    (cleo.path / "README.md").unlink()
    cleo.git("checkout", "-q", "-b", "side")
    cleo.write("on-a-branch/only")
    cleo.git("add", "on-a-branch")
    cleo.git("commit", "-qm", "Side", env={"GIT_COMMITTER_DATE": NOW})
    cleo.git("checkout", "-q", "cleo")
    for path in ("theirs/untracked", "theirs", "README.md", "on-a-branch", "on-a-branch/only"):
        assert called(capsys, ana, path).code == 0, path
    cleo.write("theirs/untracked", "else")
    said = called(capsys, ana, "theirs").out.splitlines()
    assert said == [
        "⚠  theirs/untracked  both added it  bolt ⇄ cleo",
        "1 file would conflict among 3 working trees and 1 branch",
    ]


def test_a_path_changes_nothing_about_what_was_compared(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    ana, _, cleo = trees
    ana.git("worktree", "remove", str(cleo.path))
    cleo.path.mkdir()
    ana.git("branch", "-q", "-D", "cleo")
    said = called(capsys, ana, "README.md")
    assert said.out == (
        "cleo's ../cleo is not there: not compared\nno conflicts among 2 working trees\n"
    )


def test_a_sessions_tree_that_is_not_there_is_named(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    ana, bolt, cleo = trees
    for repo in (bolt, cleo):
        ana.git("worktree", "remove", "--force", str(repo.path))
    repository(cleo.path, "else")
    said = called(capsys, ana, "--check", "--hunks")
    assert said.code == 0
    assert said.out.splitlines()[:2] == [
        "bolt's ../bolt is not there: not compared",
        "cleo's ../cleo is a repository of another project: not compared",
    ]
    assert called(capsys, ana, "--json").json["missing"] == [
        {"session": "bolt", "worktree": "../bolt", "why": "not there"},
        {"session": "cleo", "worktree": "../cleo", "why": "a repository of another project"},
    ]


def test_a_check_fails_when_anything_would_conflict(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(capsys, trees[0], "--check").code == 1
    assert called(capsys, trees[0], "--check", "--json").code == 1
    for repo in trees[:2]:
        repo.git("checkout", "-q", "file.txt")
        (repo.path / "dir/new").unlink()
    assert called(capsys, trees[0], "--check").code == 0


def test_a_check_that_cannot_tell_says_so(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    ana, bolt, _ = trees
    (ana.path / "dir/new").unlink()
    ana.git("commit", "-qam", "Mine")
    bolt.git("commit", "-qam", "Mine")
    with pytest.raises(AssertionError, match="merge"):
        bolt.git("merge", "main")
    said = called(capsys, ana, "--check")
    assert said.code == 3
    assert "bolt: mid-merge: 1 file is in conflict already" in said.out


def test_the_hunks(trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, trees[0], "file.txt", "--hunks").out.splitlines() == [
        "file.txt",
        "between  you · main · 2 uncommitted",
        "         bolt · bolt · 2 uncommitted",
        "",
        "line 5",
        "── you",
        "   of ana",
        "── bolt",
        "   of bolt",
        "── both began with",
        "   line 5",
        "",
        "1 file would conflict among 3 working trees",
    ]


def test_the_json(trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]) -> None:
    document = called(capsys, trees[0], "--json").json
    assert set(document) == {"at", "pairs", "more", "missing", "problem"}
    first, *others = document["pairs"]
    assert first["one"] == {
        "name": "main", "session": "ana", "worktree": str(trees[0].path), "changed": 2,
        "without": [],
    }  # fmt: skip
    assert (first["state"], first["paths"]) == ("conflict", ["dir/new", "file.txt"])
    assert [pair["state"] for pair in others] == ["clean", "clean"]
    with_hunks = called(capsys, trees[0], "--json", "--hunks").json
    assert with_hunks["pairs"][0]["hunks"]["dir/new"] == [
        {"line": 1, "one": ["ana"], "other": ["bolt"], "base": []}
    ]


def test_a_radar_that_cannot_look_is_an_error(
    trees: tuple[Repo, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    (trees[0].path / ".git/coord").mkdir(exist_ok=True)
    (trees[0].path / ".git/coord/radar").write_text("in the way")
    said = called(capsys, trees[0])
    assert (said.code, said.out) == (3, "")
    assert "the conflict radar cannot write" in said.err
    document = called(capsys, trees[0], "--json")
    assert document.code == 3
    assert "cannot write" in document.json["problem"]


def test_two_at_once_do_not_hurt_one_another(trees: tuple[Repo, ...]) -> None:
    with ThreadPoolExecutor(6) as pool:
        said = list(
            pool.map(lambda _: process("conflicts", "--as", "ana", cwd=trees[0].path), range(12))
        )
    assert {one.code for one in said} == {0}, said
    assert len({one.out for one in said}) == 1


def test_how_old_is_what_is_known_of_remotes(
    trees: tuple[Repo, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ana = trees[0]
    far = ana.clone(tmp_path / "far")
    far.git("checkout", "-q", "-b", "topic")
    far.git("commit", "-q", "--allow-empty", "-m", "x", env={"GIT_COMMITTER_DATE": NOW})
    ana.git("remote", "add", "origin", str(far.path))
    ana.git("fetch", "-q", "origin")
    os.utime(ana.path / ".git/FETCH_HEAD", (time() - 7200, time() - 7200))
    *_, known, compared = called(capsys, ana).out.splitlines()
    assert known == "branches of remotes as fetched 2h ago"
    assert compared == "2 files would conflict among 3 working trees and 1 branch"
