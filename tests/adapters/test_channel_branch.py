"""The channel is committed by git, and nothing of the user's is touched on the way."""

import multiprocessing as mp
import os
import subprocess
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from coord_tui.adapters.channel_branch import (
    ROOTS,
    BranchTaken,
    commit_channel,
    read_branch,
    seed,
)
from coord_tui.adapters.channel_file import ChannelFile, lock
from coord_tui.adapters.git import Git, GitFailed
from coord_tui.adapters.layout import find_layout
from tests.repos import AWKWARD, Repo, empty_repository, repository

BRANCH = "refs/heads/coord"
FORK = mp.get_context("fork")


def channel_of(repo: Repo) -> ChannelFile:
    common = find_layout(str(repo.path)).common_dir
    return ChannelFile(os.path.join(common, "coord", "channel.jsonl"))


def append(repo: Repo, *lines: str) -> None:
    with channel_of(repo).locked() as held:
        held.append(lines)


def commit(repo: Repo, message: str = "senior: claim S4", branch: str = "coord") -> str | None:
    git = Git.of(find_layout(str(repo.path)))
    return commit_channel(channel_of(repo), git, branch, message, "senior")


def lines_on(repo: Repo, ref: str = BRANCH) -> list[str]:
    data = read_branch(Git(str(repo.path)), ref)
    assert data is not None
    return data.decode().splitlines()


def root_of(repo: Repo, ref: str = BRANCH) -> str:
    return repo.git("rev-list", "--max-parents=0", ref)


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


# --- Nothing of the user's is touched ---------------------------------------------------------


def with_staged_and_changed_files(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "busy", *AWKWARD)
    repo.write("stashed")
    repo.git("stash", "--include-untracked")
    repo.write(AWKWARD[0], "staged\n")
    repo.git("add", "--all")
    repo.write(AWKWARD[0], "and changed again\n")
    repo.write("untracked")
    return repo


def unborn(tmp_path: Path) -> Repo:
    repo = empty_repository(tmp_path / "unborn")
    repo.write("staged")
    repo.git("add", "staged")
    return repo


def detached(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "detached")
    repo.git("checkout", "--quiet", "--detach")
    return repo


def two_sides(path: Path) -> Repo:
    """A repository whose branches `main` and `side` conflict."""
    repo = repository(path, "file")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.write("file", "side\n")
    repo.commit("file")
    repo.git("checkout", "--quiet", "main")
    repo.write("file", "main\n")
    repo.commit("file")
    return repo


def conflicting(repo: Repo, command: str) -> Repo:
    arguments = ["git", "-C", str(repo.path), command, "side"]
    assert subprocess.run(arguments, capture_output=True).returncode == 1
    return repo


def mid_merge(tmp_path: Path) -> Repo:
    return conflicting(two_sides(tmp_path / "merging"), "merge")


def mid_rebase(tmp_path: Path) -> Repo:
    return conflicting(two_sides(tmp_path / "rebasing"), "rebase")


def linked_worktree(tmp_path: Path) -> Repo:
    return repository(tmp_path / "main").worktree(tmp_path / "linked", "side")


def shallow(tmp_path: Path) -> Repo:
    origin = repository(tmp_path / "deep")
    origin.commit("second")
    return origin.clone(tmp_path / "shallow", "--depth=1")


def awkward_folder(tmp_path: Path) -> Repo:
    return repository(tmp_path / "a space\nand a line [/] 🎈")


def signing_and_hooked(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "hooked")
    repo.git("config", "commit.gpgSign", "true")
    repo.git("config", "gpg.program", "false")
    for name in ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "update"):
        repo.hook(name, 'touch "$GIT_DIR/ran" ran; exit 1')
    return repo


STATES = (
    with_staged_and_changed_files, unborn, detached, mid_merge, mid_rebase, linked_worktree,
    shallow, awkward_folder, signing_and_hooked,
)  # fmt: skip


def of_the_user(repo: Repo) -> dict[str, object]:
    """Everything that a commit of the channel must leave as it is, except the branch itself."""
    git_dir = Path(find_layout(str(repo.path)).git_dir)
    files = {
        str(file.relative_to(repo.path)): file.read_bytes()
        for file in repo.path.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(repo.path).parts
    }
    names = ("index", "HEAD", "logs/HEAD", "ORIG_HEAD", "MERGE_HEAD", "config", "FETCH_HEAD")
    state = {name: (git_dir / name).read_bytes() for name in names if (git_dir / name).exists()}
    return {
        "files": files,
        "state": state,
        "status": repo.git("--no-optional-locks", "status", "--porcelain=v2", "--branch"),
        "worktrees": repo.git("worktree", "list", "--porcelain"),
        "stash": repo.git("stash", "list"),
        "refs": [r for r in repo.git("for-each-ref").splitlines() if not r.endswith(BRANCH)],
    }


@pytest.mark.parametrize("make", STATES)
def test_nothing_of_the_user_s_is_touched(make: Callable[[Path], Repo], tmp_path: Path) -> None:
    repo = make(tmp_path)
    before = of_the_user(repo)
    for line in ("one", "two"):
        append(repo, line)
        assert commit(repo)
    assert of_the_user(repo) == before
    assert lines_on(repo) == ["one", "two"]


def test_inside_a_hook_the_commit_s_own_surroundings_do_not_matter(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(repo, "one")
    channel, git_dir = channel_of(repo), str(repo.path / ".git")
    monkeypatch.setenv("GIT_DIR", git_dir)
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "temporary-index"))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "1999-01-01T00:00:00Z")
    git = Git.of(find_layout(str(repo.path)))
    sha = commit_channel(channel, git, "coord", "from a hook")
    assert sha
    assert not (tmp_path / "temporary-index").exists()
    assert repo.git("log", "-1", "--format=%as", sha) != "1999-01-01"


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
    sha = commit_channel(channel_of(repo), Git(str(repo.path)), "coord", "message", session)
    assert repo.git("log", "-1", "--format=%an", sha or "") == name


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


def branch_of_work(repo: Repo) -> None:
    repo.git("branch", "coord")


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


def test_a_branch_below_that_name_is_git_s_to_explain(repo: Repo) -> None:
    repo.git("branch", "coord/work")
    append(repo, "one")
    with pytest.raises(GitFailed, match="exists; cannot create"):
        commit(repo)


# --- What others put on the branch ------------------------------------------------------------


def put_on_the_branch(repo: Repo, *names: str) -> None:
    """Commit files on the channel's branch by hand."""
    repo.git("checkout", "--quiet", "coord")
    repo.commit(*names)
    repo.git("checkout", "--quiet", "main")


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


# --- A new clone ------------------------------------------------------------------------------


def seeded(repo: Repo) -> bool:
    return seed(channel_of(repo), Git(str(repo.path)), "coord", "origin")


def test_a_new_clone_takes_the_remote_s_channel(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one", "two")
    commit(repo)
    clone = repo.clone(tmp_path / "clone")
    assert seeded(clone)
    assert channel_of(clone).read() == b"one\ntwo\n"
    assert clone.git("rev-parse", BRANCH) == repo.git("rev-parse", BRANCH)
    append(clone, "three")
    commit(clone)
    assert clone.git("rev-parse", f"{BRANCH}~") == repo.git("rev-parse", BRANCH)
    assert not seeded(clone)


def test_a_shallow_clone_takes_it_too(repo: Repo, tmp_path: Path) -> None:
    for line in ("one", "two"):
        append(repo, line)
        commit(repo)
    clone = repo.clone(tmp_path / "clone", "--depth=1", "--no-single-branch")
    assert root_of(clone, "refs/remotes/origin/coord") not in ROOTS
    assert seeded(clone)
    append(clone, "three")
    assert commit(clone)
    assert lines_on(clone) == ["one", "two", "three"]


def test_what_a_partial_clone_lacks_is_not_asked_for(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one")
    commit(repo)
    repo.write("another", "nowhere else\n")
    put_on_the_branch(repo, "another")
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = repo.clone(tmp_path / "clone", "--filter=blob:none")
    assert seeded(clone)
    assert commit(clone) is None
    repo.path.rename(tmp_path / "away")
    append(clone, "two")
    assert commit(clone)
    assert lines_on(clone) == ["one", "two"]


def test_the_clone_s_own_branch_comes_first(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one")
    commit(repo)
    clone = repo.clone(tmp_path / "clone")
    append(clone, "mine")
    commit(clone)
    mine = clone.git("rev-parse", BRANCH)
    Path(channel_of(clone).path).unlink()
    assert seeded(clone)
    assert channel_of(clone).read() == b"mine\n"
    assert clone.git("rev-parse", BRANCH) == mine


def test_without_a_channel_anywhere_there_is_nothing_to_take(repo: Repo) -> None:
    assert not seeded(repo)
    assert not Path(channel_of(repo).folder).exists()


def test_a_remote_s_branch_of_something_else_is_refused(repo: Repo, tmp_path: Path) -> None:
    branch_of_work(repo)
    clone = repo.clone(tmp_path / "clone")
    with pytest.raises(BranchTaken, match=r"'origin/coord' holds something else"):
        seeded(clone)
    assert not channel_of(clone).exists()
    assert read_branch(Git(str(clone.path)), BRANCH) is None
