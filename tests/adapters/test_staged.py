"""What a commit would change, asked by the hook of that very commit."""

import os
import shlex
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.staged import leave_trailers, staged_apart, staged_paths
from coord_tui.errors import EnvironmentFailed
from tests.repos import AWKWARD, Repo, empty_repository, repository

ASK = f"""\
import os, sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.staged import staged_paths
layout = find_layout(".")
found = staged_paths(Git.of(layout), layout, os.environ)
with open(os.environ["SAID"], "wb") as file:
    file.write(os.fsencode("\\0".join(found)))
"""


def staged(repo: Repo) -> list[str]:
    layout = find_layout(str(repo.path))
    return staged_paths(Git.of(layout), layout, {})


def seen_by_the_hook(repo: Repo, *commit: str) -> list[str]:
    """What the pre-commit hook of a commit is told."""
    said = repo.path.parent / "said"
    repo.hook("pre-commit", f"exec {shlex.quote(sys.executable)} -c {shlex.quote(ASK)}")
    repo.git("commit", "--quiet", "--message", "x", *commit, env={"SAID": str(said)})
    return [path for path in os.fsdecode(said.read_bytes()).split("\0") if path]


def test_awkward_paths_come_as_they_are(repo: Repo) -> None:
    names = (*AWKWARD, "odd\udcff.txt", "-f", "\nfirst")
    for name in names:
        repo.write(name)
    repo.git("add", "--all")
    assert set(staged(repo)) == set(names)


def test_both_sides_of_a_rename_count_and_what_is_only_meant_to_be_added_does_not(
    repo: Repo,
) -> None:
    repo.git("mv", "README.md", "other.md")
    repo.write("later.md")
    repo.git("add", "--intent-to-add", "later.md")
    repo.git("config", "diff.renames", "copies")
    assert staged(repo) == ["README.md", "other.md"]


def test_modes_links_and_submodules_count(repo: Repo, tmp_path: Path) -> None:
    inner = repository(tmp_path / "inner")
    repo.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.path), "s"
    )
    repo.git("config", "diff.ignoreSubmodules", "all")
    repo.git("update-index", "--chmod=+x", "README.md")
    (repo.path / "link").symlink_to("README.md")
    repo.git("add", "link")
    assert staged(repo) == [".gitmodules", "README.md", "link", "s"]


def test_the_settings_of_a_person_bend_nothing(repo: Repo) -> None:
    repo.write("a/b.txt")
    repo.git("add", "--all")
    for setting in (
        "diff.relative=true",
        "diff.external=false",
        "diff.noprefix=true",
        "color.ui=always",
    ):
        repo.git("config", *setting.split("="))
    assert staged(repo) == ["a/b.txt"]


def test_a_file_in_conflict_is_not_staged(repo: Repo) -> None:
    _diverge(repo)
    repo.git("commit", "--quiet", "--all", "--message", "Ours")
    with pytest.raises(AssertionError, match="merge"):
        repo.git("merge", "other")
    assert staged(repo) == []


def test_a_failing_git_is_an_error(repo: Repo) -> None:
    repo.write(".git/index", "no index")
    with pytest.raises(EnvironmentFailed, match="index"):
        staged(repo)


def test_what_the_index_has_otherwise_than_the_working_tree(repo: Repo, tmp_path: Path) -> None:
    repo.commit("same.md", "partly.md", "gone.md", "kept.md", "moved.md", "touched.md")
    for name in ("same.md", "partly.md"):
        repo.write(name, "staged\n")
    repo.git("add", "--all")
    repo.write("partly.md", "more\n")
    repo.git("rm", "--quiet", "gone.md")
    repo.git("rm", "--quiet", "--cached", "kept.md")
    repo.git("mv", "moved.md", "there.md")
    repo.git("config", "diff.autoRefreshIndex", "false")
    os.utime(repo.path / "touched.md", (1, 1))
    layout = find_layout(str(repo.path))
    assert staged_apart(Git.of(layout), layout, {}) == {"partly.md", "kept.md"}
    other = {"GIT_INDEX_FILE": str(tmp_path / "index")}
    repo.git("read-tree", "HEAD", env=other)
    assert "same.md" in staged_apart(Git.of(layout), layout, other)


HOOKS = {
    "what was added": ((), ["new.txt"]),
    "all that is changed": (("--all",), ["README.md", "new.txt"]),
    "only what is named": (("--only", "README.md"), ["README.md"]),
    "what is named too": (("--include", "README.md"), ["README.md", "new.txt"]),
    "an amended commit": (("--amend",), ["new.txt"]),
}


@pytest.mark.parametrize("case", HOOKS)
def test_the_hook_sees_what_this_commit_will_hold(case: str, repo: Repo) -> None:
    commit, expected = HOOKS[case]
    repo.write("README.md", "changed\n")
    repo.write("new.txt")
    repo.git("add", "new.txt")
    assert seen_by_the_hook(repo, *commit) == expected


def test_the_very_first_commit(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.write("a.txt")
    repo.git("add", "a.txt")
    assert seen_by_the_hook(repo) == ["a.txt"]


def test_a_linked_worktree(repo: Repo, tmp_path: Path) -> None:
    repo.write("other.txt")
    repo.git("add", "other.txt")
    tree = repo.worktree(tmp_path / "tree", "side")
    tree.write("mine.txt")
    tree.git("add", "mine.txt")
    assert seen_by_the_hook(tree) == ["mine.txt"]
    tree.write("README.md", "changed\n")
    assert seen_by_the_hook(tree, "--only", "README.md") == ["README.md"]


def test_inside_a_submodule(repo: Repo, tmp_path: Path) -> None:
    inner = repository(tmp_path / "inner")
    repo.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.path), "s"
    )
    sub = Repo(repo.path / "s")
    sub.identify()
    sub.write("in.txt")
    sub.git("add", "in.txt")
    assert seen_by_the_hook(sub) == ["in.txt"]


def _diverge(repo: Repo) -> None:
    """A branch `other` with two files, one of which is changed here too."""
    repo.git("checkout", "--quiet", "-b", "other")
    repo.write("README.md", "theirs\n")
    repo.write("theirs.txt")
    repo.commit("README.md", "theirs.txt")
    repo.git("checkout", "--quiet", "main")
    repo.write("README.md", "ours\n")


def test_of_a_merge_only_what_no_parent_has_counts(repo: Repo) -> None:
    _diverge(repo)
    repo.commit("README.md", "ours.txt")
    with pytest.raises(AssertionError, match="merge"):
        repo.git("merge", "other")
    repo.write("README.md", "both\n")
    repo.write("added.txt")
    repo.git("add", "README.md", "added.txt")
    assert staged(repo) == ["README.md", "added.txt"]
    assert seen_by_the_hook(repo) == ["README.md", "added.txt"]


def test_trailers_are_left_a_line_each(tmp_path: Path) -> None:
    left = tmp_path / "trailers"
    leave_trailers(str(left), ["Coord-Session: senior", "Coord-Task: S4"])
    assert left.read_text() == "Coord-Session: senior\nCoord-Task: S4\n"
    with pytest.raises(EnvironmentFailed, match="cannot write"):
        leave_trailers(str(tmp_path / "no" / "folder"), [])
