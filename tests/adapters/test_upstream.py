"""What git knows of a branch's upstream, and what it says when it pushes."""

from pathlib import Path

import pytest

from coord_tui.adapters.channel_remote import Away
from coord_tui.adapters.git import Git
from coord_tui.adapters.upstream import (
    Upstream,
    apart,
    commit_of,
    fetch,
    find_upstream,
    has_hook,
    made_by,
    made_here,
    marked,
    merge_base,
    moves,
    push,
    set_upstream,
    told,
)
from tests.repos import Repo, bare_remote

MAIN = "refs/heads/main"
PRE_PUSH = "the pre-push hook says no: a; fatal: b"


@pytest.fixture
def place(tmp_path: Path) -> Repo:
    """A clone with one pushed commit."""
    clone = bare_remote(tmp_path / "remote.git").clone(tmp_path / "clone")
    clone.commit("a", message="Begin")
    clone.git("push", "--quiet", "origin", "HEAD:main")
    return clone


def git(place: Repo) -> Git:
    return Git(str(place.path))


def test_what_is_checked_out_and_where_it_comes_from(place: Repo) -> None:
    found = find_upstream(git(place))
    assert found == Upstream("main", place.head(), "origin", MAIN, "refs/remotes/origin/main")
    assert found.shown == "origin/main"


def test_a_branch_without_upstream_and_no_branch(place: Repo) -> None:
    place.git("checkout", "--quiet", "--no-track", "-b", "a/b")
    assert find_upstream(git(place)) == Upstream("a/b", place.head())
    place.git("checkout", "--quiet", "--detach")
    assert find_upstream(git(place)) == Upstream("", place.head())
    place.git("checkout", "--quiet", "--orphan", "fresh")
    assert find_upstream(git(place)) == Upstream("fresh")


def test_an_upstream_of_which_no_trace_is_kept(place: Repo) -> None:
    place.git("checkout", "--quiet", "--no-track", "-b", "topic")
    set_upstream(git(place), "topic", "../remote.git", MAIN)
    found = find_upstream(git(place))
    assert (found.remote, found.ref, found.tracking) == ("../remote.git", MAIN, "")
    assert found.shown == "../remote.git/main"
    assert fetch(git(place), found, "", 10) == place.head()


@pytest.mark.parametrize("setting", ["remote.pushDefault", "branch.main.pushRemote"])
def test_where_the_user_pushes_elsewhere(setting: str, place: Repo) -> None:
    place.git("remote", "add", "fork", "nowhere")
    place.git("config", setting, "fork")
    assert find_upstream(git(place)).pushes_to == "fork"


def test_a_fetch_is_noted_as_the_users_own(place: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "remote.git").clone(tmp_path / "other")
    new = other.commit("b")
    other.git("push", "--quiet", "origin", "HEAD:main", "HEAD:refs/heads/side")
    found = find_upstream(git(place))
    assert fetch(git(place), found, "coord", 10) == new
    assert place.git("rev-parse", "origin/main", "origin/side") == f"{new}\n{new}"
    assert (place.path / ".git/FETCH_HEAD").exists()


def test_a_fetch_waits_while_another_git_notes_the_same(place: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "remote.git").clone(tmp_path / "other")
    new = other.commit("b")
    other.git("push", "--quiet", "origin", "HEAD:main")
    lock = place.write(".git/refs/remotes/origin/main.lock", "")
    config = f"!rm -f '{lock}'; git upload-pack"
    place.git("config", "remote.origin.uploadpack", config.removeprefix("!"))
    found = find_upstream(git(place))
    assert fetch(git(place), found, "", 10) == new


def test_how_far_two_commits_are_apart(place: Repo) -> None:
    first = place.head()
    second = place.commit("b")
    assert apart(git(place), first, second) == (0, 1)
    assert apart(git(place), second, first) == (1, 0)
    assert merge_base(git(place), first, second) == first
    assert commit_of(git(place), "nothing") == ""


def test_a_push_puts_the_branch_forward(place: Repo) -> None:
    new = place.commit("b")
    place.commit("c")
    assert push(git(place), "origin", new, MAIN, 10, {}) == ""
    assert place.git("ls-remote", "origin", MAIN).startswith(new)
    assert place.git("rev-parse", "origin/main") == new


def test_a_push_is_never_forced_whatever_is_configured(place: Repo) -> None:
    place.git("config", "--add", "remote.origin.push", "+refs/heads/*:refs/heads/*")
    place.commit("b")
    place.git("push", "--quiet", "origin", "HEAD:main")
    held = place.head()
    place.git("checkout", "--quiet", "-B", "main", "HEAD~1")
    new = place.commit("c")
    assert push(git(place), "origin", new, MAIN, 10, {}).startswith("[rejected]")
    assert place.git("ls-remote", "origin", MAIN).startswith(held)


@pytest.mark.parametrize(
    ("where", "hook", "words"),
    [
        ("remote.git/hooks/pre-receive", "echo closed; exit 1", "[remote rejected]"),
        ("clone/.git/hooks/pre-push", "echo a; echo fatal: b >&2; exit 1", PRE_PUSH),
    ],
)
def test_why_a_push_was_refused(
    where: str, hook: str, words: str, place: Repo, tmp_path: Path
) -> None:
    file = tmp_path / where
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{hook}\n")
    file.chmod(0o755)
    assert push(git(place), "origin", place.commit("b"), MAIN, 10, {}).startswith(words)
    assert has_hook(git(place), "pre-push") == ("pre-push" in where)


def test_a_remote_that_is_not_there_is_away(place: Repo) -> None:
    with pytest.raises(Away, match="nowhere does not answer: "):
        push(git(place), "nowhere", place.head(), MAIN, 10, {})


def test_what_the_reflog_says_an_action_made(place: Repo) -> None:
    before, finish = place.head(), "coord-tui finish"
    env = {"GIT_REFLOG_ACTION": marked(finish)}
    place.hook(
        "post-commit",
        "test -e .git/done || { touch .git/done; git commit -q --allow-empty -m hook; }",
    )

    def commit(message: str, env: dict[str, str] | None = None) -> str:
        place.git("commit", "--quiet", "--allow-empty", "-m", message, env=env)
        return place.head()

    commit("one", env)
    hooked, one = place.head(), place.git("rev-parse", "HEAD@{1}")
    assert hooked != one
    forged = [
        commit(f"{finish}: two"),
        commit(f"onto {before}", {"GIT_REFLOG_ACTION": f"{finish}: x"}),
    ]
    two = commit(f", moved: {before}", {"GIT_REFLOG_ACTION": marked(finish)})
    assert made_by(git(place), "main", finish) == {one, two}
    assert made_here(git(place)) >= {forged[0]}
    assert before not in made_by(git(place), "main", finish)
    place.git("update-ref", "-m", moves(finish, before, [before, forged[0]]), MAIN, forged[0])
    assert made_by(git(place), "main", finish) == {one, two, forged[0]}
    place.git("reflog", "expire", "--expire=all", "--all")
    assert made_by(git(place), "main", finish) == set()


def test_what_was_pulled_was_not_made_here(place: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "remote.git").clone(tmp_path / "other")
    new = other.commit("b")
    other.git("push", "--quiet", "origin", "HEAD:main")
    begun = place.head()
    place.git("pull", "--quiet", "--ff-only", "origin", "main")
    assert (begun in made_here(git(place)), new in made_here(git(place))) == (True, False)


def test_a_fetch_leaves_no_ref_of_its_own_behind(place: Repo) -> None:
    found = find_upstream(git(place))
    assert fetch(git(place), found, "coord", 10) == place.head()
    listed = place.git("for-each-ref", "--format=%(refname)").split("\n")
    assert listed == [MAIN, "refs/remotes/origin/main"]


@pytest.mark.parametrize(
    ("said", "words"),
    [("", "it gave no reason"), (" a \n\n b\r\n", "a; b"), ("x" * 400, "…" + "x" * 300)],
)
def test_what_a_hook_says_fits_a_line(said: str, words: str) -> None:
    assert told(said) == words
