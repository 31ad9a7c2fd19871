"""`coord-tui conflicts`, as a person and a script call it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coord_tui.cli.main import run
from tests.cli.conftest import Said, process
from tests.radars import edit, trees_of
from tests.repos import Repo


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
    assert set(document) == {"at", "pairs", "more", "problem"}
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
