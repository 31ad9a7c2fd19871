"""What a branch has alone, and what it lacks, asked of real clones."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from coord_tui.adapters import branch_facts
from coord_tui.adapters.branch_facts import in_both, unpushed, upstream_commit
from coord_tui.adapters.commit_log import log
from coord_tui.adapters.git import Git
from coord_tui.core.times import NEVER
from coord_tui.core.tree import MOST_UNPUSHED
from coord_tui.errors import EnvironmentFailed
from tests.repos import AWKWARD, Repo, bare_remote, empty_repository, repository

STRAY = "stray\udcff.txt"
LATE = 1_900_000_000.0
ABSENT = "0123456789012345678901234567890123456789"


@pytest.fixture
def clone(tmp_path: Path) -> Repo:
    """A clone of a remote that has one commit on `main`."""
    remote = bare_remote(tmp_path / "remote.git")
    first = repository(tmp_path / "first")
    first.git("push", "--quiet", remote.path.as_uri(), "HEAD:main")
    return remote.clone(tmp_path / "clone")


def git_of(repo: Repo) -> Git:
    return Git(str(repo.path))


def lacking(repo: Repo, head: str, names: Iterable[str], told: float = LATE) -> frozenset[str]:
    common = str(repo.path / ".git")
    return branch_facts.lacking(git_of(repo), head, dict.fromkeys(names, told), common)


def test_the_upstream_is_the_commit_that_was_fetched(clone: Repo) -> None:
    first = clone.head()
    clone.commit("more")
    assert upstream_commit(git_of(clone)) == first
    clone.git("checkout", "--quiet", "--detach")
    assert upstream_commit(git_of(clone)) == ""


def test_unpushed_commits_are_those_beyond_the_upstream_newest_first(clone: Repo) -> None:
    upstream = clone.head()
    one = clone.commit(*AWKWARD, STRAY, message="One\n\nmore words")
    two = clone.commit(message="Nothing [/] \x1b[1m")
    found = unpushed(git_of(clone), two, upstream)
    assert [(commit.id, commit.subject) for commit in found] == [
        (two, "Nothing [/] \x1b[1m"),
        (one, "One"),
    ]
    assert found[0].paths == ()
    assert set(found[1].paths) == {*AWKWARD, STRAY}


def test_without_an_upstream_they_are_those_that_no_remote_has(clone: Repo) -> None:
    clone.git("checkout", "--quiet", "-b", "topic", "--no-track")
    mine = clone.commit("mine")
    assert [commit.id for commit in unpushed(git_of(clone), mine, "")] == [mine]
    clone.git("push", "--quiet", "origin", "HEAD:elsewhere")
    assert unpushed(git_of(clone), mine, "") == []


def test_a_clone_that_knows_no_remote_says_nothing(repo: Repo) -> None:
    assert unpushed(git_of(repo), repo.head(), "") == []


def test_they_are_listed_up_to_a_limit(clone: Repo) -> None:
    upstream = clone.head()
    for _ in range(MOST_UNPUSHED + 2):
        clone.commit()
    assert len(unpushed(git_of(clone), clone.head(), upstream)) == MOST_UNPUSHED


def test_a_merge_changes_only_what_differs_from_both_sides(clone: Repo) -> None:
    upstream = clone.head()
    clone.write("same", "1\n2\n3\n")
    base = clone.commit("same")
    clone.git("checkout", "--quiet", "-b", "side")
    clone.write("same", "side\n")
    clone.commit("same", "theirs")
    clone.git("checkout", "--quiet", "-B", "main", base)
    clone.write("same", "main\n")
    clone.commit("same")
    clone.git("merge", "--quiet", "--strategy=ours", "side")
    clone.write("same", "both\n")
    clone.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    found = unpushed(git_of(clone), clone.head(), upstream)
    assert found[0].paths == ("same",)
    assert len(found) == 4


@pytest.mark.parametrize(
    "setting",
    ["log.showSignature=true", "log.follow=true", "diff.renames=copies", "log.diffMerges=off",
     "diff.orderFile=nowhere", "color.ui=always", "log.decorate=full", "format.pretty=oneline"],
)  # fmt: skip
def test_settings_of_a_user_bend_no_answer(clone: Repo, setting: str) -> None:
    upstream = clone.head()
    mine = clone.commit("a", message="A")
    if "orderFile" in setting:
        setting = f"diff.orderFile={clone.write('../order')}"
    clone.git("config", *setting.split("=", 1))
    found = unpushed(git_of(clone), mine, upstream)
    assert [(commit.id, commit.subject, commit.paths) for commit in found] == [(mine, "A", ("a",))]


def test_trailers_emails_and_moments_are_read(repo: Repo) -> None:
    message = "A\n\nCoord-Session: senior\nCoord-Session: junior"
    dates = {"GIT_COMMITTER_DATE": "1700000000 +0000", "GIT_COMMITTER_EMAIL": "c@x"}
    repo.git("commit", "--quiet", "--allow-empty", "-m", message, env=dates)
    (found,) = log(git_of(repo), repo.head(), most=1)
    assert (found.named, found.at) == (("senior", "junior"), 1_700_000_000)
    assert found.emails == ("senior@example.com", "c@x")


def test_a_log_can_begin_at_a_moment_and_keep_to_paths(repo: Repo) -> None:
    for number, name in enumerate(("a[1]", "a1", "b"), 1):
        repo.write(name)
        repo.git("add", name)
        date = f"{1_700_000_000 + number} +0000"
        repo.git("commit", "--quiet", "-m", name, env={"GIT_COMMITTER_DATE": date})
    since = log(git_of(repo), repo.head(), since=1_700_000_002)
    assert [commit.subject for commit in since] == ["b", "a1"]
    only = log(git_of(repo), repo.head(), paths=["a[1]"])
    assert [(commit.subject, commit.paths) for commit in only] == [("a[1]", ("a[1]",))]


def test_what_head_does_not_contain_is_lacking(clone: Repo) -> None:
    first = clone.head()
    clone.git("checkout", "--quiet", "-b", "side")
    side = [clone.commit(f"s{n}") for n in range(3)]
    clone.git("checkout", "--quiet", "main")
    mine = clone.commit("mine")
    names = [first, mine, *side, side[1][:9], side[2].upper(), mine[:7], ABSENT]
    assert lacking(clone, mine, names) == {*side, side[1][:9], side[2].upper(), ABSENT}
    clone.git("merge", "--quiet", "side")
    assert lacking(clone, clone.head(), names) == {ABSENT}


@pytest.mark.parametrize(
    "garbage",
    ["", "--all", "--not", "HEAD", "main", "HEAD~1", "^{/x}", "a..b", "abc", "-1", ":/Begin",
     "c0ffee^", "c0ffee\n--all", "c0ffee\0", "ab cd", "abcd\n", "\udcff" * 9, "f" * 65,
     pytest.param("a" * 1_000_000, id="1 MB"), "ABCDEFG", "１２３４"],
)  # fmt: skip
def test_what_can_be_no_commit_is_neither_asked_nor_lacking(repo: Repo, garbage: str) -> None:
    first, head = repo.head(), repo.commit("b")
    assert lacking(repo, first, [garbage, head]) == {head}
    assert lacking(repo, head, [garbage]) == frozenset()


def test_an_unborn_branch_lacks_everything(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "empty")
    assert lacking(repo, "", ["c0ffee", "x"]) == {"c0ffee"}


def test_a_shallow_clone_has_what_was_told_before_its_history_ends(
    clone: Repo, tmp_path: Path
) -> None:
    early = clone.head()
    clone.git("push", "--quiet", "origin", f"{clone.commit('later')}:main")
    shallow = Repo(Path(clone.git("remote", "get-url", "origin")[7:])).clone(
        tmp_path / "shallow", "--depth=1"
    )
    ends = float(shallow.git("log", "-1", "--format=%ct"))
    assert lacking(shallow, shallow.head(), [early], told=ends) == frozenset()
    assert lacking(shallow, shallow.head(), [ABSENT], told=ends + 1) == {ABSENT}
    assert lacking(clone, clone.head(), [ABSENT], told=ends) == {ABSENT}
    assert lacking(clone, clone.head(), [ABSENT], told=NEVER) == {ABSENT}


def test_what_two_sides_share_is_where_they_parted(clone: Repo) -> None:
    base = clone.head()
    one = clone.commit("one")
    clone.git("checkout", "--quiet", "--detach", base)
    other = clone.commit("other")
    assert in_both(git_of(clone), one, other) == (base,)
    clone.git("checkout", "--quiet", "--orphan", "apart")
    assert in_both(git_of(clone), one, clone.commit("apart")) == ()


def test_a_git_that_fails_is_an_error(clone: Repo) -> None:
    with pytest.raises(EnvironmentFailed):
        unpushed(git_of(clone), ABSENT, clone.head())
    with pytest.raises(EnvironmentFailed):
        lacking(clone, ABSENT, [clone.head()])
