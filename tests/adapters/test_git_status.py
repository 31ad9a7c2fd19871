"""The status parser on every form that git prints, and the real thing on real repositories."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import parse_status, read_worktree
from coord_tui.core.tree import Branch, FileChange, Worktree
from tests.repos import AWKWARD, Repo, empty_repository, repository

SHA = "27c89921229ac1008688aed5bb67497ea8cef503"
MODES = "N... 100644 100644 100644 " + f"{SHA} {SHA}"
THREE = "N... 100644 100644 100644 100644 " + f"{SHA} {SHA} {SHA}"


def printed(*records: str) -> bytes:
    return "".join(f"{record}\0" for record in records).encode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("records", "change"),
    [
        ([f"1 .M {MODES} a.py"], FileChange("a.py", "M", unstaged=True)),
        ([f"1 M. {MODES} a.py"], FileChange("a.py", "M", staged=True)),
        ([f"1 MM {MODES} a.py"], FileChange("a.py", "M", staged=True, unstaged=True)),
        ([f"1 A. {MODES} app/[id]/page.tsx"], FileChange("app/[id]/page.tsx", "A", staged=True)),
        ([f"1 AM {MODES} a"], FileChange("a", "A", staged=True, unstaged=True)),
        ([f"1 AD {MODES} a"], FileChange("a", "D", staged=True, unstaged=True)),
        ([f"1 .A {MODES} a"], FileChange("a", "A", unstaged=True)),
        ([f"1 .D {MODES} a"], FileChange("a", "D", unstaged=True)),
        ([f"1 .T {MODES} a"], FileChange("a", "T", unstaged=True)),
        ([f"1 MT {MODES} a"], FileChange("a", "T", staged=True, unstaged=True)),
        ([f"1 .M {MODES} a b  c "], FileChange("a b  c ", "M", unstaged=True)),
        ([f"1 .M {MODES} a\nb\t[/]"], FileChange("a\nb\t[/]", "M", unstaged=True)),
        (
            [f"1 .M S.M. 160000 160000 160000 {SHA} {SHA} lib"],
            FileChange("lib", "M", unstaged=True),
        ),
        ([f"2 R. {MODES} R100 new", "old"], FileChange("new", "R", staged=True, origin="old")),
        (
            [f"2 RM {MODES} R90 a b", "c d"],
            FileChange("a b", "R", staged=True, unstaged=True, origin="c d"),
        ),
        ([f"2 C. {MODES} C75 copy", "old"], FileChange("copy", "C", staged=True, origin="old")),
        ([f"u UU {THREE} both"], FileChange("both", "U", unstaged=True)),
        ([f"u DU {THREE} a b"], FileChange("a b", "U", unstaged=True)),
        (["? nested/"], FileChange("nested/", "?", unstaged=True)),
        (["? \udcff\udcfe"], FileChange("\udcff\udcfe", "?", unstaged=True)),
        ([f"1 D. {MODES} a", "? a"], FileChange("a", "D", staged=True, unstaged=True)),
    ],
)
def test_each_record_is_one_change(records: list[str], change: FileChange) -> None:
    assert parse_status(printed(*records)) == (Branch(), (change,))


@pytest.mark.parametrize(
    "record",
    [
        "",
        "! ignored",
        "?",
        "? ",
        "1",
        f"1 .M {MODES}",
        f"1 .M {MODES} ",
        "u UU a",
        "3 x",
        "# stash 2",
    ],
)
def test_what_is_no_change_is_passed_over(record: str) -> None:
    assert parse_status(printed(record, "? a")) == (
        Branch(),
        (FileChange("a", "?", unstaged=True),),
    )


@pytest.mark.parametrize(
    ("headers", "branch"),
    [
        (["oid (initial)", "head main"], Branch("main")),
        (["oid (initial)", "head main", "upstream origin/main"], Branch("main", "", "origin/main")),
        ([f"oid {SHA}", "head (detached)"], Branch("", SHA)),
        ([f"oid {SHA}", "head feature/[x]"], Branch("feature/[x]", SHA)),
        (
            [f"oid {SHA}", "head main", "upstream origin/main", "ab +2 -13"],
            Branch("main", SHA, "origin/main", 2, 13),
        ),
        (
            [f"oid {SHA}", "head main", "upstream origin/main"],
            Branch("main", SHA, "origin/main", gone=True),
        ),
        (["ab +? -?"], Branch()),
        ([f"ab +{'9' * 5000} -٣"], Branch()),
    ],
)
def test_the_headers_say_where_head_is(headers: list[str], branch: Branch) -> None:
    assert parse_status(printed(*(f"# branch.{header}" for header in headers))) == (branch, ())


RECORDS = st.lists(
    st.builds(
        lambda mark, rest: mark + rest,
        st.sampled_from([b"1 .M ", b"2 R. ", b"u UU ", b"? ", b"! ", b"# branch.ab ", b"# ", b""]),
        st.binary() | st.just(f"{MODES} R100 a".encode()),
    )
).map(b"\0".join)


@given(st.binary() | RECORDS)
def test_any_bytes_are_read_and_no_path_comes_twice(output: bytes) -> None:
    _, changes = parse_status(output)
    paths = [change.path for change in changes]
    assert "" not in paths
    assert len(paths) == len(set(paths))


def read(repo: Repo) -> Worktree:
    git_dir = repo.git("rev-parse", "--absolute-git-dir")
    return read_worktree(Git(str(repo.path)), str(repo.path), git_dir)


def states(repo: Repo) -> dict[str, FileChange]:
    return {change.path: change for change in read(repo).changes}


def test_a_new_repository_is_on_an_unborn_branch(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "new")
    assert read(repo) == Worktree(str(repo.path), Branch("main"))


def test_every_kind_of_change_is_told_apart(tmp_path: Path) -> None:
    names = ("staged", "unstaged", "both", "deleted", "removed", "kept", "typed", "old name")
    repo = repository(tmp_path / "repo", *names)
    repo.write("old name", "enough text to be known again\n" * 9)
    repo.commit("old name")
    repo.git("rm", "-q", "removed")
    repo.git("rm", "-q", "--cached", "kept")
    repo.git("mv", "old name", "new\nname")
    repo.write("staged", "1")
    repo.write("both", "1")
    repo.write("added", "1")
    repo.git("add", "staged", "both", "added")
    repo.write("both", "2")
    repo.write("unstaged", "2")
    (repo.path / "deleted").unlink()
    (repo.path / "typed").unlink()
    (repo.path / "typed").symlink_to("both")
    repo.write("new/deep/file")
    assert set(read(repo).changes) == {
        FileChange("staged", "M", staged=True),
        FileChange("unstaged", "M", unstaged=True),
        FileChange("both", "M", staged=True, unstaged=True),
        FileChange("added", "A", staged=True),
        FileChange("deleted", "D", unstaged=True),
        FileChange("removed", "D", staged=True),
        FileChange("kept", "D", staged=True, unstaged=True),
        FileChange("typed", "T", unstaged=True),
        FileChange("new\nname", "R", staged=True, origin="old name"),
        FileChange("new/deep/file", "?", unstaged=True),
    }


AWKWARD_NAMES = (*AWKWARD, "'quoted\" \\name", "not \udcff utf-8", "-dash", ' "')


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_awkward_names_come_back_as_they_are(repo: Repo, name: str) -> None:
    repo.write(name)
    assert read(repo).changes == (FileChange(name, "?", unstaged=True),)
    repo.git("add", "--all")
    assert read(repo).changes == (FileChange(name, "A", staged=True),)


def test_ignored_files_are_left_out_and_a_nested_repository_is_one_path(repo: Repo) -> None:
    repo.write(".gitignore", "*.log\n")
    repo.write("a.log")
    repository(repo.path / "nested")
    assert set(states(repo)) == {".gitignore", "nested/"}


def test_settings_of_the_user_do_not_change_the_answer(repo: Repo) -> None:
    repo.write("a", "enough text to be known again\n" * 9)
    repo.commit("a")
    repo.git("mv", "a", "b")
    for setting in ("status.renames=false", "status.showUntrackedFiles=no", "color.ui=always"):
        repo.git("config", *setting.split("=", 1))
    repo.write("sub/new")
    changes = {path: change.state for path, change in states(repo).items()}
    assert changes == {"b": "R", "sub/new": "?"}


def test_the_distance_to_the_upstream_is_counted(repo: Repo, tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone")
    repo.commit("theirs")
    clone.commit("ours")
    clone.commit("ours too")
    clone.git("fetch", "-q")
    assert read(clone).branch == Branch("main", clone.head(), "origin/main", ahead=2, behind=1)
    clone.git("update-ref", "-d", "refs/remotes/origin/main")
    assert read(clone).branch == Branch("main", clone.head(), "origin/main", gone=True)


def test_a_detached_head_has_no_branch_name(repo: Repo) -> None:
    repo.git("checkout", "-q", "--detach")
    assert read(repo).branch == Branch("", repo.head())


def fork(repo: Repo) -> None:
    """Branch `other` and branch `main` change the same line of README.md."""
    repo.git("checkout", "-q", "-b", "other")
    repo.write("README.md", "other\n")
    repo.commit("README.md")
    repo.git("checkout", "-q", "main")
    repo.write("README.md", "main\n")
    repo.commit("README.md")


@pytest.mark.parametrize(
    ("command", "operation"),
    [
        (["merge", "other"], "merge"),
        (["rebase", "other"], "rebase"),
        (["rebase", "--apply", "other"], "rebase"),
        (["cherry-pick", "other"], "cherry-pick"),
        (["revert", "HEAD~1"], "revert"),
    ],
)
def test_a_conflict_and_the_operation_in_progress_are_seen(
    repo: Repo, command: list[str], operation: str
) -> None:
    fork(repo)
    if operation == "revert":
        repo.write("README.md", "later\n")
        repo.commit("README.md")
    with pytest.raises(AssertionError):
        repo.git(*command)
    worktree = read(repo)
    assert worktree.operation == operation
    assert worktree.changes == (FileChange("README.md", "U", unstaged=True),)
    repo.git(operation, "--abort")
    assert read(repo).operation == ""


def test_a_mail_that_does_not_apply_is_no_rebase(repo: Repo) -> None:
    fork(repo)
    patch = repo.git("format-patch", "--stdout", "main..other")
    with pytest.raises(AssertionError):
        repo.git("am", input=patch)
    assert read(repo).operation == "am"


def test_bisecting_is_seen_in_a_linked_worktree_only_where_it_runs(
    repo: Repo, tmp_path: Path
) -> None:
    other = repo.worktree(tmp_path / "other", "other")
    other.git("bisect", "start")
    assert (read(other).operation, read(repo).operation) == ("bisect", "")
    assert read(other).branch.name == "other"


def test_reading_leaves_the_index_as_it_is(repo: Repo) -> None:
    readme, index = repo.path / "README.md", repo.path / ".git" / "index"
    os.utime(readme, (1, 1))  # its entry in the index is stale: git would like to refresh it
    before = (index.stat().st_ino, index.stat().st_mtime_ns, index.read_bytes())
    assert read(repo).changes == ()
    assert (index.stat().st_ino, index.stat().st_mtime_ns, index.read_bytes()) == before
    repo.git("status")
    assert index.read_bytes() != before[2], "git with its locks would have refreshed it"
