"""When git last learned of an upstream: by the traces of real fetches, pushes and clones."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.fetched import fetches_stamp, learned, refs_stamp
from tests.repos import Repo, bare_remote, empty_repository, repository

EARLY, LATE = 1_700_000_000, 1_700_500_000


@pytest.fixture
def remote(tmp_path: Path) -> Repo:
    """A bare remote with `main` and `other`."""
    remote = bare_remote(tmp_path / "remote.git")
    first = remote.clone(tmp_path / "first")
    first.commit("a")
    first.git("push", "--quiet", "origin", "HEAD:main", "HEAD:other")
    first.commit("b")
    first.git("push", "--quiet", "origin", "HEAD:other")
    return remote


@pytest.fixture
def clone(remote: Repo, tmp_path: Path) -> Repo:
    """A clone that was made long ago, and forgot when its refs were written."""
    at(EARLY, remote, "clone", "--quiet", remote.path.as_uri(), str(tmp_path / "clone"))
    clone = Repo(tmp_path / "clone")
    clone.identify()
    return clone


def at(moment: float, repo: Repo, *args: str) -> str:
    """Run git at that moment, as far as its logs can tell."""
    return repo.git(*args, env={"GIT_COMMITTER_DATE": f"{moment} +0000"})


def fetch(repo: Repo, moment: float, *args: str) -> None:
    """Fetch at that moment."""
    at(moment, repo, "fetch", "--quiet", *args)
    head = Path(repo.git("rev-parse", "--path-format=absolute", "--git-path", "FETCH_HEAD"))
    os.utime(head, (moment, moment))


def known(repo: Repo, upstream: str = "origin/main") -> float:
    """What the clone says, with traces of loose refs as old as the clone."""
    common = repo.path / ".git"
    for place in common.joinpath("refs/remotes").rglob("*"):
        os.utime(place, (EARLY, EARLY))
    commit = repo.git("rev-parse", upstream) if upstream else ""
    return learned(str(common), upstream, commit)


def test_a_clone_has_learned_when_it_was_made(clone: Repo) -> None:
    assert known(clone) == EARLY
    assert known(clone, "origin/other") == EARLY
    assert known(clone, "") == EARLY


def test_a_fetch_that_brings_nothing_is_one_all_the_same(clone: Repo) -> None:
    fetch(clone, LATE)
    assert known(clone) == LATE


def test_another_working_tree_of_the_clone_has_fetched_for_all(clone: Repo, tmp_path: Path) -> None:
    before = fetches_stamp(str(clone.path / ".git"))
    fetch(clone.worktree(tmp_path / "linked", "topic"), LATE)
    assert known(clone) == LATE
    assert fetches_stamp(str(clone.path / ".git")) != before


def test_to_fetch_another_branch_says_nothing_of_this_one(clone: Repo) -> None:
    fetch(clone, LATE, "origin", "other")
    assert known(clone) == EARLY
    assert known(clone, "origin/other") == LATE
    assert known(clone, "") == LATE


def test_a_push_teaches_where_the_branch_is(clone: Repo) -> None:
    fetch(clone, EARLY + 5)
    clone.commit("mine")
    at(LATE, clone, "push", "--quiet", "origin", "HEAD:main")
    assert known(clone) == LATE


def test_packing_and_pruning_teach_nothing(clone: Repo) -> None:
    fetch(clone, LATE)
    clone.git("pack-refs", "--all")
    clone.git("reflog", "expire", "--all")
    assert known(clone) == LATE


def test_a_loose_ref_tells_where_there_are_no_logs(clone: Repo, remote: Repo) -> None:
    clone.git("config", "core.logAllRefUpdates", "false")
    clone.commit("mine")
    clone.git("push", "--quiet", "origin", "HEAD:main")
    commit = clone.git("rev-parse", "origin/main")
    ref = clone.path / ".git/refs/remotes/origin/main"
    os.utime(ref, (LATE, LATE))
    (clone.path / ".git/FETCH_HEAD").unlink(missing_ok=True)
    assert learned(str(clone.path / ".git"), "origin/main", commit) == LATE


@pytest.mark.parametrize("upstream", ["", "origin/main", "main"])
def test_nothing_is_known_where_nothing_was_ever_fetched(tmp_path: Path, upstream: str) -> None:
    repo = repository(tmp_path / "alone")
    assert learned(str(repo.path / ".git"), upstream, "") == 0


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"x",
        b"> \t",
        b"a b <c> now +0000\tclone: x",
        b"\xff" * 9000,
        b"> 99999999999999\t",
    ],
)
def test_a_log_that_says_no_moment_says_nothing(tmp_path: Path, line: bytes) -> None:
    common = empty_repository(tmp_path / "odd").path / ".git"
    for name in ("main", "HEAD"):
        log = common / "logs/refs/remotes/origin" / name
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_bytes(line)
    assert learned(str(common), "origin/main", "") == 0


def test_the_stamp_differs_after_the_upstream_moved(clone: Repo, remote: Repo) -> None:
    common = str(clone.path / ".git")
    before, of_any = refs_stamp(common, "origin/main"), refs_stamp(common, "")
    assert refs_stamp(common, "origin/main") == before
    clone.commit("mine")
    clone.git("branch", "local")
    assert refs_stamp(common, "") == of_any
    clone.git("push", "--quiet", "origin", "HEAD:main")
    assert refs_stamp(common, "origin/main") != before
    assert refs_stamp(common, "") != of_any


def test_the_stamp_of_a_local_upstream_is_that_of_the_branch(clone: Repo) -> None:
    common = str(clone.path / ".git")
    before = refs_stamp(common, "main")
    clone.commit("mine")
    assert refs_stamp(common, "main") != before
