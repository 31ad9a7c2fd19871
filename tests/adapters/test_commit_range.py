"""What the commits of a range have changed, whatever they hold."""

from pathlib import Path

import pytest

from coord_tui.adapters.commit_range import changes_in, plan_at
from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.core.guard_range import Change
from coord_tui.errors import EnvironmentFailed
from tests.repos import AWKWARD, Repo, empty_repository


def changes(repo: Repo, span: str) -> list[Change]:
    layout = find_layout(str(repo.path))
    return changes_in(Git.of(layout), layout, span)


def test_each_commit_comes_with_its_author_its_sessions_and_its_paths(repo: Repo) -> None:
    start = repo.head()
    repo.commit("a.txt", message="One\n\nCoord-Session: senior\nCoord-Session: junior")
    repo.git("mv", "a.txt", "b.txt")
    repo.identify(email="é \x1e@x")
    repo.git(
        "commit", "--quiet", "--message", "Two",
        env={
            "GIT_AUTHOR_DATE": "@100 +0000", "GIT_COMMITTER_DATE": "@200 +0100",
            "GIT_COMMITTER_EMAIL": "c@x",
        },
    )  # fmt: skip
    two, one = changes(repo, f"{start}..HEAD")
    assert (one.sessions, one.emails, one.paths) == (
        ("senior", "junior"), ("senior@example.com",) * 2, ("a.txt",),
    )  # fmt: skip
    assert two == Change(repo.head(), (100, 200), ("é \x1e@x", "c@x"), (), ("a.txt", "b.txt"))


def test_the_plan_is_read_as_a_revision_has_it(repo: Repo) -> None:
    git = Git.of(find_layout(str(repo.path)))
    repo.write("coord.yaml", "old\n")
    repo.commit("coord.yaml")
    repo.write("coord.yaml", "new\n")
    assert plan_at(git, "HEAD", "coord.yaml") == b"old\n"
    assert plan_at(git, "HEAD~1", "coord.yaml") is None
    assert plan_at(git, "nope", "coord.yaml") is None


def test_awkward_paths_and_empty_commits(repo: Repo) -> None:
    start = repo.head()
    names = (*AWKWARD, "odd\udcff.txt", "\nfirst", "\x1esecond")
    repo.commit(*names)
    repo.commit(message="Nothing")
    repo.commit("last.txt")
    last, nothing, awkward = changes(repo, f"{start}..HEAD")
    assert (last.paths, nothing.paths) == (("last.txt",), ())
    assert set(awkward.paths) == set(names)


def test_of_a_merge_only_what_no_parent_has_counts(repo: Repo) -> None:
    start = repo.head()
    repo.git("checkout", "--quiet", "-b", "other")
    repo.commit("theirs.txt")
    repo.git("checkout", "--quiet", "main")
    repo.commit("ours.txt")
    repo.git("merge", "--quiet", "--no-edit", "other")
    clean = repo.head()
    repo.git("checkout", "--quiet", "other")
    repo.commit("more.txt")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-commit", "other")
    repo.write("\nslipped in")
    repo.write("theirs.txt", "otherwise\n")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "--no-edit")
    found = {change.id: change.paths for change in changes(repo, f"{start}..HEAD")}
    assert found[clean] == ()
    assert set(found[repo.head()]) == {"\nslipped in"} | {"theirs.txt"}
    assert len(found) == 5


def test_a_root_is_a_commit_like_others_whatever_a_person_has_configured(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.git("config", "log.showRoot", "false")
    repo.git("config", "log.showSignature", "true")
    repo.git("config", "log.date", "relative")
    repo.git("config", "diff.renames", "copies")
    repo.commit("a.txt", "b.txt")
    repo.git("checkout", "--quiet", "--orphan", "other")
    repo.commit("c.txt")
    (found,) = changes(repo, "main..other")
    assert found.paths == ("a.txt", "b.txt", "c.txt")


def test_an_empty_range_has_no_commits(repo: Repo) -> None:
    assert changes(repo, "HEAD..HEAD") == []


def test_an_unknown_revision_is_an_error(repo: Repo) -> None:
    with pytest.raises(EnvironmentFailed, match=r"git log nope\.\.HEAD .*bad revision"):
        changes(repo, "nope..HEAD")
    with pytest.raises(EnvironmentFailed, match=r"bad object|bad revision|Invalid"):
        changes(repo, f"{'0' * 40}..HEAD")


def test_where_a_shallow_clone_ends_nobody_can_tell(repo: Repo, tmp_path: Path) -> None:
    repo.git("branch", "old")
    for name in ("a.txt", "b.txt", "c.txt"):
        repo.commit(name)
    shallow = repo.clone(tmp_path / "shallow", "--depth=2", "--no-single-branch")
    assert len(changes(shallow, "HEAD~1..HEAD")) == 1
    with pytest.raises(EnvironmentFailed, match="git fetch --unshallow"):
        changes(shallow, "origin/old..HEAD")
