"""Git runs as told: it never prompts, never outlives its time, and fails in one clear line."""

import os
import select
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from coord_tui.adapters.git import Git, GitFailed, TookTooLong
from coord_tui.adapters.layout import find_layout
from coord_tui.errors import EnvironmentFailed
from tests.repos import Repo, bare_remote, empty_repository


@pytest.fixture
def git(repo: Repo) -> Git:
    return Git(str(repo.path))


def alias(git: Git, script: str) -> Git:
    """Git with a command `x` of its own, a shell script."""
    return git.configured(f"alias.x=!{script}")


def test_what_git_prints_comes_back_as_bytes(git: Git, repo: Repo) -> None:
    assert git.run("rev-parse", "HEAD") == repo.head().encode() + b"\n"


@pytest.mark.parametrize("size", [0, 1, 4096, 65536, 65537, 3_000_000])
def test_any_amount_goes_in_and_comes_out(git: Git, size: int) -> None:
    data = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    assert alias(git, "cat").run("x", input=data) == data


def test_both_outputs_may_be_large_at_once(git: Git) -> None:
    talk = alias(git, "head -c 500000 /dev/zero >&2; head -c 500000 /dev/zero")
    assert len(talk.run("x", input=b"unread" * 100_000)) == 500_000


def test_input_that_nobody_reads_is_no_error(git: Git) -> None:
    assert alias(git, "exec <&-; echo done").run("x", input=b"x" * 1_000_000) == b"done\n"


def test_a_failure_names_the_command_and_git_s_reason(git: Git) -> None:
    with pytest.raises(GitFailed) as caught:
        git.run("rev-parse", "--verify", "no-such\n[/]thing")
    assert str(caught.value) == (
        "git rev-parse --verify no-such?[/]thing: fatal: Needed a single revision"
    )


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("exit 3", "git x: it gave no reason"),
        ("printf '\\033[31mred\\n' >&2; exit 1", "git x: ?[31mred"),
        ("printf 'fatal: why\\nhint: how\\n' >&2; exit 1", "git x: fatal: why"),
        ("printf '\\377\\n' >&2; exit 1", "git x: \ufffd"),
        ("kill -9 $$", "git x: error: kill -9 $$ died of signal 9"),
    ],
)
def test_git_s_last_words_are_one_printable_line(git: Git, script: str, says: str) -> None:
    with pytest.raises(GitFailed) as caught:
        alias(git, script).run("x")
    assert str(caught.value) == says


def test_a_question_may_be_answered_by_no(git: Git) -> None:
    assert git.ask("rev-parse", "--verify", "--quiet", "no-such-branch") is None
    assert git.ask("rev-parse", "--is-inside-work-tree") == b"true\n"


class Life(NamedTuple):
    pipe: str
    end: int

    def told(self) -> bytes:
        """The next that a process writes, empty when none is left that could."""
        assert select.select([self.end], [], [], 20)[0], "it lives on"
        return os.read(self.end, 100)


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """A pipe that ends when the last process that writes to it does."""
    os.mkfifo(tmp_path / "life")
    end = os.open(tmp_path / "life", os.O_RDONLY | os.O_NONBLOCK)
    yield Life(f"'{tmp_path}/life'", end)
    os.close(end)


def test_what_takes_too_long_is_stopped_with_all_that_it_started(git: Git, life: Life) -> None:
    slow = alias(git, f"(echo alive; exec sleep 600) > {life.pipe} & wait")
    with pytest.raises(EnvironmentFailed, match=r"took longer than 0\.5 s and was stopped"):
        slow.run("x", timeout=0.5)
    assert (life.told(), life.told()) == (b"alive\n", b"")


def test_an_interrupt_stops_git_too(git: Git, life: Life) -> None:
    def interrupt() -> None:
        assert life.told() == b"alive\n"
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        alias(git, f"exec > {life.pipe}; echo alive; exec sleep 600").run("x")
    thread.join()
    assert life.told() == b""


def test_no_descriptor_is_left_open(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(os.listdir("/proc/self/fd"))
    git.run("--version")
    git.ask("no-such-command")
    with pytest.raises(EnvironmentFailed):
        alias(git, "sleep 600").run("x", timeout=0.1)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentFailed):
        git.run("--version")
    assert sorted(os.listdir("/proc/self/fd")) == before


def test_without_git_there_is_a_clear_line(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentFailed, match="no git on the PATH"):
        git.run("--version")


def test_a_folder_that_went_away_is_a_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed, match="No such file or directory"):
        Git(str(tmp_path / "gone")).run("status")


def test_git_has_no_terminal_to_prompt_on(git: Git) -> None:
    session = int(alias(git, "cut -d' ' -f6 /proc/self/stat; :").run("x"))
    assert session != os.getsid(0)


def test_a_remote_that_wants_a_password_is_refused_at_once(
    git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_ASKPASS", "sleep 600; echo")
    with pytest.raises(GitFailed, match="terminal prompts disabled"):
        git.run("credential", "fill", input=b"protocol=https\nhost=example.com\n\n")


def test_reading_leaves_the_index_as_it_is(git: Git, repo: Repo) -> None:
    index = repo.path / ".git/index"
    before = index.read_bytes()
    os.utime(repo.path / "README.md", (1, 1))
    git.run("status")
    assert index.read_bytes() == before


def test_the_surroundings_of_a_hook_do_not_bend_the_answer(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = empty_repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "no-index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    git = Git(str(repo.path))
    assert git.run("ls-files", "*.md") == b"README.md\n"
    assert git.run("rev-parse", "--show-toplevel") == f"{repo.path}\n".encode()


def test_a_caller_may_name_the_index_again(git: Git, tmp_path: Path) -> None:
    assert git.run("ls-files", env={"GIT_INDEX_FILE": str(tmp_path / "no-index")}) == b""


def test_git_is_told_of_a_folder_that_it_would_not_find(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    monkeypatch.setenv("GIT_DIR", str(repo.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tree))
    git = Git.of(find_layout(str(tree)))
    assert git.run("rev-parse", "HEAD") == repo.head().encode() + b"\n"
    assert git.run("ls-files", "--deleted") == b"README.md\n"


def test_settings_win_over_the_repository_s(git: Git, repo: Repo) -> None:
    repo.git("config", "core.hooksPath", "elsewhere")
    told = git.configured("core.hooksPath=/dev/null")
    assert told.run("config", "core.hooksPath") == b"/dev/null\n"
    assert git.run("config", "core.hooksPath") == b"elsewhere\n"


def test_names_that_are_no_utf8_pass_through(git: Git, repo: Repo) -> None:
    repo.write("caf\udce9")
    listed = git.run("ls-files", "-z", "--others", "--", "caf\udce9")
    assert listed == b"caf\xe9\0"


def test_many_threads_may_ask_at_once(git: Git, repo: Repo) -> None:
    answers: list[bytes] = []

    def ask() -> None:
        answers.extend(git.run("rev-parse", "HEAD") for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [repo.head().encode() + b"\n"] * 160


def test_a_bare_remote_is_reached_by_its_path(repo: Repo, tmp_path: Path) -> None:
    remote = bare_remote(tmp_path / "remote.git")
    git = Git(str(repo.path))
    git.run("push", "--quiet", str(remote.path), "main")
    assert remote.git("rev-parse", "main") == repo.head()


def test_a_git_that_is_stopped_leaves_no_lock_file_behind(repo: Repo, tmp_path: Path) -> None:
    """It waits for a hook while it holds the lock of a branch."""
    began = tmp_path / "began"
    repo.hook(
        "reference-transaction", f'[ "$1" = prepared ] && touch {began} && exec tail -f /dev/null'
    )
    with pytest.raises(TookTooLong):
        Git(str(repo.path)).run("update-ref", "refs/heads/other", "HEAD", timeout=1)
    assert began.exists()
    assert not list((repo.path / ".git").rglob("*.lock"))


def test_a_lock_that_was_left_behind_is_said_with_what_to_do(repo: Repo) -> None:
    (repo.path / ".git/refs/heads/other.lock").touch()
    with pytest.raises(GitFailed, match=r"other\.lock': File exists: another git is at work, or"):
        Git(str(repo.path)).run("update-ref", "refs/heads/other", "HEAD")
