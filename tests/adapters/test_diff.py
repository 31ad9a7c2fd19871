"""The diff of one file in real repositories, in every state that `git status` knows."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.diff import BIGGEST, LINK, read_diff
from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import parse_status
from coord_tui.core.diff import FileDiff
from coord_tui.core.tree import FileChange
from coord_tui.errors import EnvironmentFailed
from tests.repos import AWKWARD, Repo, empty_repository, repository

STATUS = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--renames")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = repository(tmp_path / "r", "a.py")
    made.write("a.py", "one\ntwo\nthree\n")
    made.commit("a.py")
    return made


def changes(repo: Repo) -> dict[str, FileChange]:
    found = Git(str(repo.path)).run(*STATUS)
    return {change.path: change for change in parse_status(found)[1]}


def diff(repo: Repo, path: str, *, born: bool = True) -> FileDiff:
    return read_diff(Git(str(repo.path)), changes(repo)[path], born=born)


def said(found: FileDiff) -> list[str]:
    return [one.sign + one.text for hunk in found.hunks for one in hunk.lines]


def test_staged_and_unstaged_are_one_diff_and_the_staged_lines_are_marked(repo: Repo) -> None:
    repo.write("a.py", "ONE\ntwo\nthree\n")
    repo.git("add", "a.py")
    repo.write("a.py", "ONE\ntwo\nthree\nfour\n")
    found = diff(repo, "a.py")

    assert said(found) == ["-one", "+ONE", " two", " three", "+four"]
    assert [one.staged for one in found.hunks[0].lines] == [True, True, False, False, False]


def test_untracked_deleted_renamed_and_made_executable(repo: Repo) -> None:
    repo.write("b.py", "1\n2\n3\n4\n5\n6\n")
    repo.commit("b.py")
    repo.write("new.py", "new\n").chmod(0o755)
    assert (said(diff(repo, "new.py")), diff(repo, "new.py").modes) == (["+new"], ("", "100755"))
    (repo.path / "a.py").unlink()
    assert said(diff(repo, "a.py")) == ["-one", "-two", "-three"]
    assert diff(repo, "a.py").modes == ("100644", "")
    repo.git("mv", "b.py", "c.py")
    repo.write("c.py", "1\n2\n3\n4\n5\n7\n")
    renamed = diff(repo, "c.py")
    assert (said(renamed)[-2:], renamed.alike) == (["-6", "+7"], "83%")
    (repo.path / "c.py").chmod(0o755)
    assert diff(repo, "c.py").modes == ("100644", "100755")


def test_a_link_in_the_place_of_a_file(repo: Repo) -> None:
    (repo.path / "a.py").unlink()
    (repo.path / "a.py").symlink_to("elsewhere")
    (repo.path / "loose").symlink_to("nowhere")

    assert diff(repo, "a.py").modes == ("100644", LINK)
    assert said(diff(repo, "loose")) == ["+nowhere"]
    assert diff(repo, "loose").modes == ("", LINK)


def test_what_is_no_text(repo: Repo) -> None:
    (repo.path / "a.py").write_bytes(b"\0\1")
    (repo.path / "new").write_bytes(b"x\0")
    (repo.path / "latin").write_bytes(b"caf\xe9\n")

    assert diff(repo, "a.py").binary
    assert diff(repo, "new").binary
    assert said(diff(repo, "latin")) == ["+caf\ufffd"]


def test_a_file_in_conflict_shows_both_sides(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "side")
    repo.write("a.py", "one\nSIDE\nthree\n")
    repo.commit("a.py")
    repo.git("checkout", "--quiet", "main")
    repo.write("a.py", "one\nMAIN\nthree\n")
    repo.commit("a.py")
    merged = Git(str(repo.path)).attempt("merge", "side")

    assert merged[0] == 1
    assert [line for line in said(diff(repo, "a.py")) if "=" not in line] == [
        "  one", "++<<<<<<< HEAD", " +MAIN", "+ SIDE", "++>>>>>>> side", "  three",
    ]  # fmt: skip


def test_before_the_first_commit(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.write("a.py", "one\n")
    repo.git("add", "a.py")
    repo.write("a.py", "one\ntwo\n")

    assert said(diff(repo, "a.py", born=False)) == ["+one", "+two"]


@pytest.mark.parametrize("path", [*AWKWARD, "-x", ":(top)y", "*.py", "+1"])
def test_paths_are_taken_literally(repo: Repo, path: str) -> None:
    repo.write(path, "old\n")
    repo.write("z.py", "old\n")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "-m", "Add")
    repo.write("z.py", "other\n")
    repo.write(path, "new\n")

    assert said(diff(repo, path)) == ["-old", "+new"]


def test_no_program_of_the_configuration_is_run(repo: Repo) -> None:
    ran = repo.path.parent / "ran"
    tool = repo.path.parent / "tool"
    tool.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    tool.chmod(0o755)
    repo.write(".gitattributes", "*.py diff=tool\n")
    for key in ("diff.external", "diff.tool.command", "diff.tool.textconv", "core.fsmonitor"):
        repo.git("config", key, str(tool))
    change = FileChange("a.py", "M", unstaged=True)
    repo.write("a.py", "one\ntwo\n")
    ran.unlink(missing_ok=True)

    assert said(read_diff(Git(str(repo.path)), change)) == [" one", " two", "-three"]
    assert not ran.exists()


def test_settings_of_the_person_do_not_change_what_is_read(repo: Repo) -> None:
    for key, setting in (
        ("color.ui", "always"),
        ("diff.noprefix", "true"),
        ("diff.relative", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.suppressBlankEmpty", "true"),
    ):
        repo.git("config", key, setting)
    repo.write("a.py", "\none\ntwo\nthree\n\n")
    repo.commit("a.py")
    repo.write("a.py", "\nONE\ntwo\nthree\n\n")

    assert said(diff(repo, "a.py")) == [" ", "-one", "+ONE", " two", " three", " "]


def test_the_index_stays_as_it_is(repo: Repo) -> None:
    index = repo.path / ".git" / "index"
    os.utime(repo.path / "a.py", (1, 1))
    before = index.read_bytes()
    repo.write("a.py", "other\n")
    diff(repo, "a.py")

    assert index.read_bytes() == before


def test_what_is_too_big_or_no_file_any_more_is_said(repo: Repo) -> None:
    with (repo.path / "big").open("wb") as file:
        file.truncate(BIGGEST + 1)
    change = FileChange("pipe", "?", unstaged=True)
    assert diff(repo, "big").size == BIGGEST + 1
    with pytest.raises(EnvironmentFailed, match="No such file"):
        read_diff(Git(str(repo.path)), change)
    os.mkfifo(repo.path / "pipe")
    with pytest.raises(EnvironmentFailed, match="is no file"):
        read_diff(Git(str(repo.path)), change)
