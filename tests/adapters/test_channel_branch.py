"""The channel is committed to its branch: in order, once, by whom git says, or not at all."""

import multiprocessing as mp
import os
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from coord_tui.adapters.channel_branch import commit_channel
from coord_tui.adapters.channel_file import lock
from coord_tui.adapters.channel_tip import ROOTS, BranchTaken, committed
from coord_tui.adapters.git import Git, GitFailed
from tests.adapters.channels import (
    BRANCH,
    append,
    branch_of_work,
    channel_of,
    commit,
    lines_on,
    put_on_the_branch,
    root_of,
)
from tests.repos import AWKWARD, Repo, empty_repository

FORK = mp.get_context("fork")


def test_what_was_appended_is_on_the_branch(repo: Repo) -> None:
    append(repo, "one", "two")
    sha = commit(repo)
    assert sha == repo.git("rev-parse", BRANCH)
    assert lines_on(repo) == ["one", "two"]
    assert repo.git("ls-tree", "--name-only", BRANCH) == "channel.jsonl"


def test_each_commit_adds_to_the_last(repo: Repo) -> None:
    for n in range(3):
        append(repo, f"line {n}")
        commit(repo, f"message {n}")
    log = repo.git("log", "--format=%s", BRANCH)
    assert log.splitlines() == ["message 2", "message 1", "message 0", "Start the channel"]
    assert repo.git("diff", f"{BRANCH}~", BRANCH).endswith("+line 2")
    assert repo.git("fsck", "--strict", "--no-dangling") == ""


def test_when_all_is_committed_there_is_nothing_to_do(repo: Repo) -> None:
    assert commit(repo) is None
    append(repo, "one")
    tip = commit(repo)
    assert commit(repo) is None
    Path(channel_of(repo).folder, "committed").unlink()
    assert commit(repo) is None
    assert repo.git("rev-parse", BRANCH) == tip


def test_a_torn_end_is_not_committed(repo: Repo) -> None:
    append(repo, "one")
    with open(channel_of(repo).path, "ab") as file:
        file.write(b'{"torn')
    commit(repo)
    assert lines_on(repo) == ["one"]


@pytest.mark.parametrize("kind", ["sha1", "sha256"])
def test_clones_that_start_alone_share_their_root(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = set()
    for name, date in (("a", "2001-01-01T00:00:00Z"), ("b", "2020-02-02T00:00:00+0500")):
        repo = empty_repository(tmp_path / name, f"--object-format={kind}")
        repo.identify(name, f"{name}@example.com")
        repo.git("config", "i18n.commitEncoding", "ISO-8859-1" if name == "b" else "UTF-8")
        monkeypatch.setenv("GIT_AUTHOR_DATE", date)
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        append(repo, name)
        commit(repo)
        roots.add(root_of(repo))
    assert len(roots) == 1
    assert roots <= ROOTS


# --- Who signs, and in which words ------------------------------------------------------------


def test_the_commit_is_by_whom_git_says(repo: Repo) -> None:
    append(repo, "one")
    sha = commit(repo) or ""
    assert repo.git("log", "-1", "--format=%an %ae %cn", sha) == (
        "Sam Senior senior@example.com Sam Senior"
    )


@pytest.mark.parametrize(
    ("session", "name"),
    [("senior", "senior"), ("<a\nb>", "-a-b-"), ("José", "José"), ("", "coord-tui")],
)
def test_without_an_identity_the_session_signs(repo: Repo, session: str, name: str) -> None:
    repo.git("config", "--unset", "user.email")
    repo.git("config", "--unset", "user.name")
    repo.git("config", "user.useConfigOnly", "true")
    append(repo, "one")
    assert commit_channel(channel_of(repo), Git(str(repo.path)), "coord", "message", session)
    assert repo.git("log", "-1", "--format=%an", BRANCH) == name


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("senior: announce app/[id]/page.tsx 🎈", "senior: announce app/[id]/page.tsx 🎈"),
        ("two\nlines\0and \x1b[31mred", "two lines and  [31mred"),
        ("a lone caf\udce9", "a lone caf"),
        ("# no comment", "# no comment"),
        ("-F/etc/passwd", "-F/etc/passwd"),
        ("", "Channel"),
    ],
)
def test_the_message_is_one_line_of_text(repo: Repo, message: str, subject: str) -> None:
    append(repo, "one")
    sha = commit(repo, message) or ""
    assert repo.git("log", "-1", "--format=%B", sha).rstrip("\n") == subject


# --- A branch that is not the channel's -------------------------------------------------------


def begun_by_somebody_else(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "coord")
    repo.commit("channel.jsonl")
    repo.git("checkout", "--quiet", "main")


def file_deeper_in_the_tree(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "coord")
    repo.commit("docs/channel.jsonl")
    repo.git("checkout", "--quiet", "main")


def link_of_that_name(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "coord")
    (repo.path / "channel.jsonl").symlink_to("README.md")
    repo.git("add", "channel.jsonl")
    repo.git("commit", "--quiet", "--message", "Link")
    repo.git("checkout", "--quiet", "main")


@pytest.mark.parametrize(
    "take", [branch_of_work, begun_by_somebody_else, file_deeper_in_the_tree, link_of_that_name]
)
def test_a_branch_that_holds_something_else_is_left_alone(
    repo: Repo, take: Callable[[Repo], None]
) -> None:
    take(repo)
    before = repo.git("for-each-ref")
    append(repo, "one")
    with pytest.raises(BranchTaken, match=r"'coord' holds something else .* channel\.branch"):
        commit(repo)
    assert repo.git("for-each-ref") == before
    assert commit(repo, branch="team/coord")
    assert lines_on(repo, "refs/heads/team/coord") == ["one"]


def test_a_branch_that_is_checked_out_is_left_alone(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one")
    tip = commit(repo)
    repo.git("worktree", "add", "--quiet", str(tmp_path / "look\nhere"), "coord")
    append(repo, "two")
    with pytest.raises(BranchTaken, match="is checked out in"):
        commit(repo)
    assert repo.git("rev-parse", BRANCH) == tip
    repo.git("worktree", "remove", str(tmp_path / "look\nhere"))
    assert commit(repo)
    assert lines_on(repo) == ["one", "two"]


@pytest.mark.parametrize("branch", ["a..b", "two words", "-x", "co*rd", ".hidden"])
def test_a_name_that_git_refuses_is_git_s_to_explain(repo: Repo, branch: str) -> None:
    repo.git("branch", "coxrd")
    append(repo, "one")
    if branch == "-x":
        assert commit(repo, branch=branch)
        return
    with pytest.raises(GitFailed, match="update-ref"):
        commit(repo, branch=branch)


@pytest.mark.parametrize(
    ("there", "wanted"), [("coord/work", "coord"), ("team", "team/coord"), ("a/b", "a/b/c/d")]
)
def test_a_name_that_leaves_no_room_is_left_alone(repo: Repo, there: str, wanted: str) -> None:
    repo.git("branch", there)
    before = repo.git("for-each-ref")
    append(repo, "one")
    words = rf"branch '{there}' leaves no room for one named '{wanted}': .*channel\.branch"
    with pytest.raises(BranchTaken, match=words):
        commit(repo, branch=wanted)
    assert repo.git("for-each-ref") == before


def test_a_branch_beside_that_name_is_in_nobody_s_way(repo: Repo) -> None:
    repo.git("branch", "team/other")
    repo.git("branch", "coordinate")
    append(repo, "one")
    assert commit(repo, branch="team/coord")
    assert commit(repo)


def test_a_branch_that_is_checked_out_before_its_first_commit_is_left_alone(
    repo: Repo, tmp_path: Path
) -> None:
    append(repo, "one")
    linked = repo.worktree(tmp_path / "look\nhere", "side")
    for place in (repo, linked):
        head = place.git("symbolic-ref", "HEAD")
        place.git("symbolic-ref", "HEAD", BRANCH)
        with pytest.raises(BranchTaken, match=r"'coord' is checked out in .* channel\.branch"):
            commit(repo)
        assert repo.git("for-each-ref", BRANCH) == ""
        place.git("symbolic-ref", "HEAD", head)
    assert commit(repo)


def test_what_is_committed_can_be_asked_for_and_is_judged_alike(repo: Repo) -> None:
    git = Git(str(repo.path))
    assert committed(git, "coord") is None
    append(repo, "one")
    commit(repo)
    assert committed(git, "coord") == b"one\n"
    repo.git("branch", "other")
    with pytest.raises(BranchTaken, match="holds something else"):
        committed(git, "other")


# --- What others put on the branch ------------------------------------------------------------


def test_other_files_on_the_branch_are_passed_on(repo: Repo) -> None:
    append(repo, "one")
    commit(repo)
    put_on_the_branch(repo, *AWKWARD, "caf\udce9")
    before = repo.git("ls-tree", "-r", "-z", BRANCH).split("\0")
    for line in ("two", "three"):
        append(repo, line)
        commit(repo)
    after = repo.git("ls-tree", "-r", "-z", BRANCH).split("\0")
    assert [entry for entry in after if "channel.jsonl" not in entry] == [
        entry for entry in before if "channel.jsonl" not in entry
    ]
    assert lines_on(repo) == ["one", "two", "three"]


def test_lines_that_only_the_branch_has_come_to_the_live_file(repo: Repo) -> None:
    append(repo, "one")
    commit(repo)
    repo.git("checkout", "--quiet", "coord")
    repo.write("channel.jsonl", "one\nby hand, without an end")
    repo.commit("channel.jsonl")
    repo.git("checkout", "--quiet", "main")
    append(repo, "two")
    commit(repo)
    assert lines_on(repo) == ["one", "two", "by hand, without an end"]
    assert channel_of(repo).read().decode().splitlines() == lines_on(repo)


@pytest.mark.parametrize("lost", ["channel.jsonl", "."])
def test_a_live_file_that_was_deleted_comes_back_from_the_branch(repo: Repo, lost: str) -> None:
    append(repo, "one", "two")
    commit(repo)
    folder = Path(channel_of(repo).folder)
    for file in [folder / lost] if lost != "." else list(folder.iterdir()):
        file.unlink()
    append(repo, "3")
    commit(repo)
    assert sorted(lines_on(repo)) == ["3", "one", "two"]


def test_a_memory_that_is_garbage_is_not_believed(repo: Repo) -> None:
    append(repo, "one")
    tip = commit(repo) or ""
    for garbage in ("", "x y", f"{tip} {tip[:-1]} 3", f"{tip} {tip} x", "\udcff" * 3, "0 0 0"):
        memory = Path(channel_of(repo).folder, "committed")
        memory.write_text(garbage, errors="surrogateescape")
        assert commit(repo) is None
        assert memory.read_text().startswith(tip)


def work(repo: Repo, name: int, events: int) -> None:
    """A session that appends and commits."""
    for n in range(events):
        append(repo, f"{name}-{n}")
        commit(repo, f"{name}-{n}")


def work_in_step(repo: Repo, name: int, step: Barrier) -> None:
    """A session that appends when all are there, and commits when all have appended."""
    step.wait()
    append(repo, f"{name}")
    step.wait()
    commit(repo, f"{name}")


def test_eight_sessions_at_once_lose_nothing(repo: Repo) -> None:
    sessions = [FORK.Process(target=work, args=(repo, name, 10)) for name in range(8)]
    for process in sessions:
        process.start()
    for process in sessions:
        process.join()
    assert [process.exitcode for process in sessions] == [0] * 8
    assert sorted(lines_on(repo)) == sorted(f"{name}-{n}" for name in range(8) for n in range(10))
    assert commit(repo) is None


def test_what_sessions_append_meanwhile_makes_one_commit(repo: Repo) -> None:
    append(repo, "first")
    step = FORK.Barrier(5)
    sessions = [FORK.Process(target=work_in_step, args=(repo, name, step)) for name in range(4)]
    for process in sessions:
        process.start()
    with lock(os.path.join(channel_of(repo).folder, "commit.lock")):
        step.wait()
        step.wait()
    for process in sessions:
        process.join()
    assert len(lines_on(repo)) == 5
    assert repo.git("rev-list", "--count", BRANCH) == "2"


def test_a_branch_that_moves_meanwhile_is_read_again(repo: Repo) -> None:
    append(repo, "one")
    commit(repo)
    tip = repo.git("rev-parse", BRANCH)
    other = repo.git("commit-tree", f"{tip}^{{tree}}", "-p", tip, input="meanwhile\n")
    append(repo, "two")

    class Late(Git):
        """Git that something else overtakes once, between reading the branch and moving it."""

        __slots__ = ()

        def configured(self, *settings: str) -> Git:
            return self

        def run(self, *args: str, **rest: object) -> bytes:
            if args[0] == "mktree" and repo.git("rev-parse", BRANCH) == tip:
                repo.git("update-ref", BRANCH, other)
            return super().run(*args, **rest)  # type: ignore[arg-type]

    commit_channel(channel_of(repo), Late(str(repo.path)), "coord", "late")
    subjects = repo.git("log", "--format=%s", BRANCH).splitlines()
    assert subjects[:2] == ["late", "meanwhile"]
    assert lines_on(repo) == ["one", "two"]
