"""The repository is found as git finds it, and typed paths are taken only inside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.layout import Layout, find_layout, relative
from coord_tui.errors import BadInput, EnvironmentFailed
from tests.repos import AWKWARD, Repo, bare_remote, empty_repository, repository


def parts(layout: Layout) -> tuple[str, str, str]:
    return layout.top, layout.git_dir, layout.common_dir


def as_git_says(folder: Path) -> tuple[str, ...]:
    questions = ("--show-toplevel", "--git-dir", "--git-common-dir")
    repo = Repo(folder)
    return tuple(
        os.path.realpath(repo.git("rev-parse", "--path-format=absolute", question))
        for question in questions
    )


def plain(tmp_path: Path) -> Path:
    return repository(tmp_path / "plain").path


def without_a_commit(tmp_path: Path) -> Path:
    return empty_repository(tmp_path / "empty").path


def awkward_name(tmp_path: Path) -> Path:
    return repository(tmp_path / "with space [id] 🎈\nand a line").path


def non_utf8_name(tmp_path: Path) -> Path:
    return repository(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))).path


def deep_inside(tmp_path: Path) -> Path:
    return repository(tmp_path / "deep").write("a/b/c/file").parent


def linked_worktree(tmp_path: Path) -> Path:
    return repository(tmp_path / "main").worktree(tmp_path / "linked", "side").path


def deep_inside_a_worktree(tmp_path: Path) -> Path:
    linked = repository(tmp_path / "main").worktree(tmp_path / "linked\n2", "side")
    return linked.write("a/b").parent


def worktree_of_a_bare_repository(tmp_path: Path) -> Path:
    bare = bare_remote(tmp_path / "bare.git")
    repository(tmp_path / "first").git("push", "--quiet", str(bare.path), "main")
    return bare.worktree(tmp_path / "side", "side").path


def submodule(tmp_path: Path) -> Path:
    outer, inner = repository(tmp_path / "outer"), repository(tmp_path / "inner")
    outer.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.path), "sub"
    )
    return outer.path / "sub"


def separate_git_folder(tmp_path: Path) -> Path:
    return empty_repository(tmp_path / "work", "--separate-git-dir", str(tmp_path / "git")).path


def linked_git_folder(tmp_path: Path) -> Path:
    repo = repository(tmp_path / "work")
    (repo.path / ".git").rename(tmp_path / "elsewhere")
    (repo.path / ".git").symlink_to(tmp_path / "elsewhere")
    return repo.path


def empty_git_folder_inside(tmp_path: Path) -> Path:
    inside = repository(tmp_path / "work").path / "inside"
    (inside / ".git").mkdir(parents=True)
    return inside


def tree_elsewhere_by_configuration(tmp_path: Path) -> Path:
    repo = repository(tmp_path / "store")
    (tmp_path / "tree").mkdir()
    repo.git("config", "core.worktree", str(tmp_path / "tree"))
    return repo.path


def sparse_with_its_own_configuration(tmp_path: Path) -> Path:
    repo = repository(tmp_path / "sparse")
    repo.git("config", "extensions.worktreeConfig", "true")
    return repo.path


FOLDERS = (
    plain, without_a_commit, awkward_name, non_utf8_name, deep_inside, linked_worktree,
    deep_inside_a_worktree, worktree_of_a_bare_repository, submodule, separate_git_folder,
    linked_git_folder, empty_git_folder_inside, tree_elsewhere_by_configuration,
    sparse_with_its_own_configuration,
)  # fmt: skip


@pytest.mark.parametrize("make", FOLDERS)
def test_the_layout_is_the_one_that_git_says(make: object, tmp_path: Path) -> None:
    assert callable(make)
    folder = make(tmp_path)
    assert parts(find_layout(str(folder))) == as_git_says(folder)


def test_a_path_through_a_link_finds_the_same_place(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(repo.path)
    assert find_layout(str(tmp_path / "link")).top == str(repo.path)


def test_a_relative_start_is_taken_from_here(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo.path)
    assert find_layout(".").top == str(repo.path)


def test_the_environment_of_a_hook_decides(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = repo.worktree(tmp_path / "linked", "side")
    expected = as_git_says(linked.path)
    monkeypatch.setenv("GIT_DIR", str(repo.path / ".git/worktrees/linked"))
    layout = find_layout(str(linked.path))
    assert (parts(layout), layout.explicit) == (expected, True)


@pytest.mark.parametrize("git_dir", [".git", "./.git", "ABSOLUTE"])
def test_a_path_of_the_environment_is_meant_from_here(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, git_dir: str
) -> None:
    expected = as_git_says(repo.path)
    repo.write("sub/deeper/file")
    monkeypatch.chdir(repo.path)
    monkeypatch.setenv("GIT_DIR", git_dir.replace("ABSOLUTE", str(repo.path / ".git")))
    for folder in (".", "sub", str(repo.path / "sub/deeper")):
        assert parts(find_layout(folder)) == expected
    monkeypatch.setenv("GIT_WORK_TREE", "../repo")
    assert parts(find_layout("sub")) == expected


def test_a_ceiling_is_heeded(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    below = repo.write("a/b/file").parent
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repo.path / "a"))
    with pytest.raises(EnvironmentFailed, match="not a git repository"):
        find_layout(str(below))


def nowhere(tmp_path: Path) -> Path:
    (tmp_path / "nowhere").mkdir()
    return tmp_path / "nowhere"


def missing(tmp_path: Path) -> Path:
    return tmp_path / "missing [/]"


def a_file(tmp_path: Path) -> Path:
    (tmp_path / "file").write_text("")
    return tmp_path / "file"


def bare(tmp_path: Path) -> Path:
    return bare_remote(tmp_path / "bare.git").path


def marked_bare(tmp_path: Path) -> Path:
    repo = repository(tmp_path / "marked")
    repo.git("config", "core.bare", "true")
    return repo.path


def in_the_git_folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "inner").path / ".git" / "refs"


def worktree_without_its_repository(tmp_path: Path) -> Path:
    main = repository(tmp_path / "main")
    linked = main.worktree(tmp_path / "linked", "side")
    main.path.rename(tmp_path / "moved")
    return linked.path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (nowhere, "is not in a git repository"),
        (missing, "does not exist"),
        (a_file, "is no folder"),
        (bare, "has no working tree"),
        (marked_bare, "has no working tree"),
        (in_the_git_folder, "has no working tree"),
        (worktree_without_its_repository, "points to no git folder"),
    ],
)
def test_what_is_no_working_tree_gives_one_clear_line(
    make: object, says: str, tmp_path: Path
) -> None:
    assert callable(make)
    with pytest.raises(EnvironmentFailed, match=says) as caught:
        find_layout(str(make(tmp_path)))
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_somebody_else_is_git_s_to_trust(repo: Repo) -> None:
    for path in (repo.path, repo.path / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(EnvironmentFailed, match="dubious ownership"):
        find_layout(str(repo.path))


@pytest.fixture
def layout(repo: Repo, tmp_path: Path) -> Layout:
    repo.write("src/deep/file.py")
    (tmp_path / "outside").mkdir()
    (tmp_path / "repository").symlink_to(repo.path)
    (repo.path / "out").symlink_to(tmp_path / "outside")
    (repo.path / "out.txt").symlink_to(tmp_path / "outside" / "file")
    (repo.path / "within").symlink_to("src/deep")
    (repo.path / "git").symlink_to(".git")
    (repo.path / "loop").symlink_to("loop")
    return find_layout(str(repo.path))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("file.py", "src/file.py"),
        ("./deep//file.py", "src/deep/file.py"),
        ("deep/", "src/deep"),
        ("..", "."),
        (".", "src"),
        ("../src/../README.md", "README.md"),
        ("../.gitignore", ".gitignore"),
        ("../.github/x", ".github/x"),
        ("../within/file.py", "src/deep/file.py"),
        ("../within", "within"),
        ("not/there/yet", "src/not/there/yet"),
        ("-option", "src/-option"),
        ("../loop", "loop"),
        ("caf\udce9", "src/caf\udce9"),
        *((name, f"src/{name}") for name in AWKWARD),
    ],
)
def test_a_typed_path_is_named_from_the_top(layout: Layout, typed: str, expected: str) -> None:
    assert relative(layout, typed, layout.top + "/src") == expected


def test_absolute_paths_may_come_through_a_link(layout: Layout, tmp_path: Path) -> None:
    assert relative(layout, str(tmp_path / "repository/src/x"), "/") == "src/x"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "is no path"),
        ("a\0b", "is no path"),
        ("/etc/passwd", "outside"),
        ("..", "outside"),
        ("../repo-2/file", "outside"),
        ("src/../../outside/file", "outside"),
        ("out/file", "outside"),
        ("out", "outside"),
        ("out.txt", "outside"),
        (".git", "git's own folder"),
        (".git/config", "git's own folder"),
        (".GIT/config", "git's own folder"),
        ("src/.git/hooks/x", "git's own folder"),
        ("git/config", "git's own folder"),
        ("git", "git's own folder"),
    ],
)
def test_a_path_that_is_not_in_the_tree_is_refused(layout: Layout, typed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        relative(layout, typed, layout.top)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("program", "allowed"),
    [
        ("from coord_tui.adapters.layout import *; relative(find_layout('.'), 'x', '.')", ""),
        ("from coord_tui.adapters.git import *; Git('.').run('status')", "select"),
    ],
)
def test_the_way_to_git_loads_next_to_nothing(repo: Repo, program: str, allowed: str) -> None:
    watched = (
        f"import sys; before = {{*sys.modules}}; {program}; print(*({{*sys.modules}} - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", watched],
        cwd=repo.path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name for name in done.stdout.split() if not name.startswith("coord_tui")}
    assert loaded <= {"__future__", allowed}
