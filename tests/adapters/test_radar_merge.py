import shutil
from pathlib import Path

import pytest

from coord_tui.adapters import radar_merge
from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.radar_branches import independent, read_tips, refs_seal
from coord_tui.adapters.radar_merge import Merging, read_rules
from coord_tui.adapters.radar_store import opened
from coord_tui.core.radar_merges import Verdict
from coord_tui.errors import EnvironmentFailed
from tests.radars import LINES, edit, fingerprint
from tests.repos import Repo, empty_repository, repository


@pytest.fixture
def fork(tmp_path: Path) -> Repo:
    """A repository whose branches `one` and `two` change the same line, and `far` another."""
    repo = repository(tmp_path / "fork")
    repo.write("file.txt", LINES)
    repo.commit("file.txt")
    for branch, line in (("one", 5), ("two", 5), ("far", 15)):
        repo.git("checkout", "-qb", branch, "main")
        edit(repo, line, branch)
        repo.git("commit", "-qam", branch)
    repo.git("checkout", "-q", "main")
    return repo


def merged(repo: Repo, *pairs: tuple[str, str]) -> list[Verdict]:
    """What git says of pairs of branches."""
    layout = find_layout(str(repo.path))
    commits = [(repo.git("rev-parse", one), repo.git("rev-parse", two)) for one, two in pairs]
    with opened(layout.common_dir) as store:
        merging = Merging(layout, read_rules(Git.of(layout), layout), store)
        found = dict(merging.all(commits))
    return [found[pair] for pair in commits]


CONFLICT = Verdict("conflict", ("file.txt",), ("edited",))


def test_many_merges_of_which_some_conflict(fork: Repo) -> None:
    before = fingerprint(fork)
    pairs = [("one", "two"), ("one", "far"), ("main", "one"), ("two", "one")]
    assert merged(fork, *pairs) == [CONFLICT, Verdict(), Verdict(), CONFLICT]
    assert fingerprint(fork) == before


def test_histories_that_have_nothing_in_common_spoil_no_other(fork: Repo) -> None:
    fork.git("checkout", "-q", "--orphan", "alone")
    fork.git("commit", "-qm", "Alone")
    strange = Verdict("unknown", reason="they share no history")
    pairs = [("one", "alone"), ("one", "two"), ("alone", "two"), ("one", "far")]
    assert merged(fork, *pairs) == [strange, CONFLICT, strange, Verdict()]


def test_more_than_one_process_takes_at_once(fork: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(radar_merge, "AT_ONCE", 2)
    pairs = [("one", "two"), ("one", "far"), ("two", "far"), ("two", "one"), ("far", "main")]
    assert merged(fork, *pairs) == [CONFLICT, Verdict(), Verdict(), CONFLICT, Verdict()]


def test_it_ends_early_when_nobody_waits_any_more(fork: Repo) -> None:
    layout = find_layout(str(fork.path))
    with opened(layout.common_dir) as store:
        merging = Merging(layout, read_rules(Git.of(layout), layout), store)
        assert list(merging.all([(fork.head(), fork.head())], going=lambda: False)) == []


def test_an_object_that_is_gone_is_told(fork: Repo) -> None:
    blob = fork.git("rev-parse", "two:file.txt")
    (fork.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    bad, good = merged(fork, ("one", "two"), ("one", "far"))
    assert (bad.state, good) == ("unknown", Verdict())
    assert bad.reason


def test_programs_of_the_user_that_merge_are_not_run(fork: Repo) -> None:
    fork.write(".gitattributes", "file.txt merge=mine\n")
    fork.commit(".gitattributes")
    fork.git("config", "merge.mine.driver", "touch ../../../../ran ../ran; exit 0")
    before = fingerprint(fork)
    assert merged(fork, ("one", "two"), ("one", "far")) == [CONFLICT, Verdict()]
    assert fingerprint(fork) == before
    assert not list(fork.path.parent.rglob("ran"))


def test_the_attributes_of_the_working_tree_count(fork: Repo) -> None:
    fork.write(".gitattributes", "file.txt merge=union\n")
    assert merged(fork, ("one", "two")) == [Verdict()]
    fork.git("config", "merge.other.driver", "false")
    assert merged(fork, ("one", "two")) == [Verdict()]


def test_the_mark_of_the_rules_changes_with_them(fork: Repo) -> None:
    layout = find_layout(str(fork.path))
    marks = [read_rules(Git.of(layout), layout).mark]
    fork.write(".gitattributes", "* merge=union\n")
    marks.append(read_rules(Git.of(layout), layout).mark)
    fork.git("config", "merge.renames", "false")
    marks.append(read_rules(Git.of(layout), layout).mark)
    fork.git("config", "user.name", "Somebody")
    assert len(set(marks)) == 3
    assert read_rules(Git.of(layout), layout).mark == marks[-1]


OLD = """#!/bin/sh
case "$*" in *merge-tree*) echo 'usage: git merge-tree <base> <one> <two>' >&2; exit 129;; esac
exec {git} "$@"
"""


def test_a_git_that_is_too_old_is_told_in_one_line(
    fork: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git before 2.39 knows no such options, and answers like this one."""
    old = tmp_path / "bin/git"
    old.parent.mkdir()
    old.write_text(OLD.format(git=shutil.which("git")))
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}:/usr/bin:/bin")
    with pytest.raises(EnvironmentFailed, match=r"needs git 2\.39 or newer"):
        merged(fork, ("one", "two"))


def test_the_branches_and_whose_they_are(fork: Repo) -> None:
    fork.git("update-ref", "refs/remotes/origin/main", "main")
    fork.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    found = {tip.ref: tip for tip in read_tips(Git(str(fork.path)))}
    assert set(found) == {
        "refs/heads/main", "refs/heads/one", "refs/heads/two", "refs/heads/far",
        "refs/remotes/origin/main",
    }  # fmt: skip
    tip = found["refs/heads/one"]
    assert (tip.name, tip.commit) == ("one", fork.git("rev-parse", "one"))
    assert (tip.email, tip.at) == ("senior@example.com", 1769860800)
    assert found["refs/remotes/origin/main"].name == "origin/main"


def test_a_repository_without_a_commit_has_no_branches(tmp_path: Path) -> None:
    assert read_tips(Git(str(empty_repository(tmp_path / "empty").path))) == []


def test_commits_that_others_contain_are_found(fork: Repo) -> None:
    commits = {name: fork.git("rev-parse", name) for name in ("main", "one", "two")}
    git = Git(str(fork.path))
    assert independent(git, [*commits.values()], {}) == {commits["one"], commits["two"]}
    assert independent(git, [], {}) == set()
    assert independent(git, ["0" * 40], {}) == {"0" * 40}


def test_the_seal_of_the_branches_changes_with_them(fork: Repo) -> None:
    common = str(fork.path / ".git")
    seals = [refs_seal(common)]
    for command in (
        ("branch", "new/one"), ("branch", "-m", "new/one", "new/two"), ("branch", "-D", "new/two"),
        ("update-ref", "refs/remotes/origin/x", "main"), ("pack-refs", "--all"),
        ("branch", "-f", "one", "main"),
    ):  # fmt: skip
        fork.git(*command)
        seals.append(refs_seal(common))
    assert len(set(seals)) == len(seals)
    assert refs_seal(common) == seals[-1]
    assert refs_seal("/nowhere") == "[]"
