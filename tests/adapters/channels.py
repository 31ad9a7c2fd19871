"""A channel and its branch in a throw-away repository, for the tests of both."""

import os

from coord_tui.adapters.channel_branch import commit_channel
from coord_tui.adapters.channel_file import ChannelFile
from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from tests.repos import Repo

BRANCH = "refs/heads/coord"


def channel_of(repo: Repo) -> ChannelFile:
    common = find_layout(str(repo.path)).common_dir
    return ChannelFile(os.path.join(common, "coord", "channel.jsonl"))


def append(repo: Repo, *lines: str) -> None:
    with channel_of(repo).locked() as held:
        held.append(lines)


def commit(repo: Repo, message: str = "senior: claim S4", branch: str = "coord") -> str | None:
    git = Git.of(find_layout(str(repo.path)))
    made = commit_channel(channel_of(repo), git, branch, message, "senior")
    return made.tip.sha if made and made.new else None


def lines_on(repo: Repo, ref: str = BRANCH) -> list[str]:
    return repo.git("cat-file", "blob", f"{ref}:channel.jsonl").splitlines()


def root_of(repo: Repo, ref: str = BRANCH) -> str:
    return repo.git("rev-list", "--max-parents=0", ref)


def branch_of_work(repo: Repo) -> None:
    repo.git("branch", "coord")


def put_on_the_branch(repo: Repo, *names: str) -> None:
    """Commit files on the channel's branch by hand."""
    repo.git("checkout", "--quiet", "coord")
    repo.commit(*names)
    repo.git("checkout", "--quiet", "main")
