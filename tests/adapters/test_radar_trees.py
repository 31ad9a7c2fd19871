"""The commit of a dirty tree is what `git add --all` would make of it, and nothing is touched."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters import radar_trees
from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.radar_memory import Sealed
from coord_tui.adapters.radar_store import opened
from coord_tui.adapters.radar_trees import Unsteady, seal, take
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.tree import Worktree
from coord_tui.errors import EnvironmentFailed
from tests.radars import fingerprint
from tests.repos import AWKWARD, Repo, empty_repository, repository

NOT_TEXT = os.fsdecode(b"caf\xe9.txt")


@pytest.fixture
def work(tmp_path: Path) -> Repo:
    """A repository with files of every sort."""
    repo = repository(tmp_path / "work", "a", "b", "gone", "mode", "d/one", "d/two", *AWKWARD)
    (repo.path / "link").symlink_to("a")
    repo.commit("link")
    return repo


def place_of(repo: Repo) -> TreePlace:
    layout = find_layout(str(repo.path))
    return TreePlace(layout.top, layout.git_dir, layout.common_dir)


def status(repo: Repo) -> Worktree:
    place = place_of(repo)
    return read_worktree(Git(place.top), place.top, place.git_dir)


def taken(repo: Repo, tree: Worktree | None = None) -> Sealed:
    place = place_of(repo)
    with opened(place.common_dir) as store:
        return take(tree or status(repo), place, store, Git(place.top))


def listed(repo: Repo, commit: str) -> list[str]:
    """The files of a commit that only the radar has."""
    env = {"GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects(repo))}
    return repo.git("ls-tree", "-r", "-z", commit, env=env).split("\0")[:-1]


def objects(repo: Repo) -> Path:
    return Path(place_of(repo).common_dir) / "coord/radar/objects"


def added(repo: Repo) -> list[str]:
    """What a commit of everything would hold, made with a copy of the index."""
    copy = repo.path.parent / "copy-of-index"
    index = Path(place_of(repo).git_dir) / "index"
    if index.exists():
        shutil.copy2(index, copy)
    env = {"GIT_INDEX_FILE": str(copy)}
    repo.git("-c", "core.splitIndex=false", "add", "--all", env=env)
    tree = repo.git("write-tree", env=env)
    copy.unlink()
    return repo.git("ls-tree", "-r", "-z", tree).split("\0")[:-1]


def renamed(repo: Repo) -> None:
    repo.git("mv", "a", "moved")
    repo.write("moved", "and edited\n")


def folder_for_file(repo: Repo) -> None:
    (repo.path / "a").unlink()
    repo.write("a/inside")


def file_for_folder(repo: Repo) -> None:
    shutil.rmtree(repo.path / "d")
    repo.write("d", "a file\n")


def link_for_folder(repo: Repo) -> None:
    (repo.path / "d").rename(repo.path / "elsewhere")
    (repo.path / "d").symlink_to("elsewhere")


def split_index(repo: Repo) -> None:
    repo.git("update-index", "--split-index")
    repo.write("a", "edited\n")
    repo.git("add", "a")
    repo.write("b", "edited\n")


def sparse(repo: Repo) -> None:
    repo.git("sparse-checkout", "set", "--cone", "d")
    repo.write("d/one", "edited\n")


def no_index(repo: Repo) -> None:
    (repo.path / ".git/index").unlink()
    repo.write("a", "edited\n")


def untracked_but_kept(repo: Repo) -> None:
    repo.write(".gitignore", "secret\n")
    repo.write("secret")
    repo.git("add", "--force", "secret", ".gitignore")
    repo.git("commit", "-qm", "Oops")
    repo.git("rm", "--cached", "-q", "secret")


def line_ends(repo: Repo) -> None:
    repo.write("crlf", "one\r\ntwo\r\n")
    repo.commit("crlf")
    repo.write(".gitattributes", "* text=auto\n")
    repo.write("crlf", "one\r\nzwei\r\n")
    repo.write("new", "one\r\n")


def filtered(repo: Repo) -> None:
    repo.git("config", "filter.upper.clean", "tr a-z A-Z")
    repo.write(".gitattributes", "*.up filter=upper\n")
    repo.write("x.up", "shout\n")


def submodule(repo: Repo) -> None:
    inner = repository(repo.path / "sub")
    repo.git("add", "sub")
    repo.git("commit", "-qm", "Sub")
    inner.commit("more")


def executable(repo: Repo) -> None:
    (repo.path / "mode").chmod(0o755)


def no_modes(repo: Repo) -> None:
    repo.git("config", "core.fileMode", "false")
    executable(repo)
    repo.write("mode", "edited\n")


def another_link(repo: Repo) -> None:
    (repo.path / "link").unlink()
    (repo.path / "link").symlink_to("b")


def file_for_link(repo: Repo) -> None:
    (repo.path / "link").unlink()
    repo.write("link")


def everything_gone(repo: Repo) -> None:
    for path in repo.path.iterdir():
        if path.name == ".git":
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


STATES: dict[str, Callable[[Repo], object]] = {
    "edited": lambda repo: repo.write("a", "edited\n"),
    "staged": lambda repo: (repo.write("a", "edited\n"), repo.git("add", "a")),
    "staged, then edited": lambda repo: (
        repo.write("a", "edited\n"), repo.git("add", "a"), repo.write("a", "again\n"),
    ),
    "staged, then as before": lambda repo: (
        repo.write("a", "edited\n"), repo.git("add", "a"), repo.write("a"),
    ),
    "untracked": lambda repo: repo.write("new/deep/file", "new\n"),
    "untracked, of awkward names": lambda repo: [
        repo.write(f"new/{name}", "new\n") for name in (*AWKWARD, NOT_TEXT, '"q"', " x ", "-f")
    ],
    "edited, of awkward names": lambda repo: [repo.write(name, "new\n") for name in AWKWARD],
    "ignored": lambda repo: (repo.write(".gitignore", "*.log\n"), repo.write("x.log")),
    "deleted": lambda repo: (repo.path / "gone").unlink(),
    "deleted from the index too": lambda repo: repo.git("rm", "-q", "gone"),
    "deleted from the index only": lambda repo: repo.git("rm", "-q", "--cached", "gone"),
    "no longer tracked": untracked_but_kept,
    "renamed": renamed,
    "renamed without git": lambda repo: (repo.path / "a").rename(repo.path / "moved"),
    "renamed and meant to be added": lambda repo: (
        (repo.path / "a").rename(repo.path / "moved"), repo.git("add", "-N", "moved"),
    ),
    "meant to be added": lambda repo: (repo.write("n", "new\n"), repo.git("add", "-N", "n")),
    "executable": executable,
    "modes do not count": no_modes,
    "another link": another_link,
    "a file for a link": file_for_link,
    "a folder for a file": folder_for_file,
    "a file for a folder": file_for_folder,
    "a link for a folder": link_for_folder,
    "a link to nowhere": lambda repo: (repo.path / "n").symlink_to("nowhere"),
    "a split index": split_index,
    "a sparse checkout": sparse,
    "no index": no_index,
    "line ends": line_ends,
    "a filter": filtered,
    "a submodule": submodule,
    "everything gone": everything_gone,
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_the_commit_holds_what_lies_in_the_tree(state: str, work: Repo) -> None:
    STATES[state](work)
    before = fingerprint(work)
    found = taken(work)
    assert fingerprint(work) == before
    assert listed(work, found.commit) == added(work)
    assert found.without == ()


def test_in_a_linked_working_tree_too(work: Repo, tmp_path: Path) -> None:
    linked = work.worktree(tmp_path / "linked", "topic")
    linked.write("a", "edited\n")
    linked.git("add", "a")
    linked.write("new")
    before = fingerprint(work, linked)
    found = taken(linked)
    assert fingerprint(work, linked) == before
    assert listed(linked, found.commit) == added(linked)


def test_in_a_repository_of_other_ids_too(tmp_path: Path) -> None:
    work = empty_repository(tmp_path / "work", "--object-format=sha256")
    work.commit("a", "d/b")
    work.write("d/b", "edited\n")
    work.write("d/new/c", "edited\n")
    found = taken(work)
    assert len(found.commit) == 64
    assert listed(work, found.commit) == added(work)


def test_git_finds_nothing_wrong_with_what_was_put_together(work: Repo) -> None:
    for state in ("renamed", "untracked, of awkward names", "a file for a folder", "executable"):
        STATES[state](work)
    commit = taken(work).commit
    env = {
        "GIT_OBJECT_DIRECTORY": str(objects(work)),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(work.path / ".git/objects"),
    }
    assert work.git("fsck", "--strict", "--no-dangling", commit, env=env) == ""


def test_the_same_files_give_the_same_commit_on_top_of_head(work: Repo) -> None:
    work.write("new")
    first = taken(work).commit
    shutil.rmtree(objects(work))
    assert taken(work).commit == first
    env = {"GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects(work))}
    assert work.git("rev-parse", f"{first}^@", env=env) == work.head()


def test_a_merge_that_is_under_way_is_a_parent_too(work: Repo) -> None:
    work.git("checkout", "-qb", "topic")
    topic = work.commit("other")
    work.git("checkout", "-q", "main")
    main = work.commit("more")
    work.git("merge", "-q", "--no-commit", "topic")
    env = {"GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects(work))}
    parents = work.git("rev-parse", f"{taken(work).commit}^@", env=env)
    assert parents.split() == [main, topic]


def test_no_hook_and_no_monitor_of_the_user_runs(work: Repo) -> None:
    for hook in ("post-index-change", "pre-commit", "fsmonitor-watchman"):
        work.hook(hook, "echo ran >> ../ran")
    work.git("config", "core.fsmonitor", ".git/hooks/fsmonitor-watchman")
    work.write("a", "edited\n")
    tree = status(work)
    (work.path.parent / "ran").unlink(missing_ok=True)  # for `git status`, it did
    taken(work, tree)
    assert not (work.path.parent / "ran").exists()


def test_a_repository_inside_does_not_count_and_is_named(work: Repo) -> None:
    repository(work.path / "inner")
    work.write("new")
    found = taken(work)
    assert found.without == ("inner/",)
    assert [line for line in listed(work, found.commit) if "inner" in line] == []


def test_a_working_tree_inside_is_a_place_of_its_own(work: Repo) -> None:
    work.worktree(work.path / "inner", "topic")
    assert taken(work).without == ()


def test_of_a_file_that_may_not_be_read_only_that_it_changed_counts(work: Repo) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    work.write("a", "edited\n").chmod(0)
    found = taken(work)
    assert [line for line in listed(work, found.commit) if line.endswith("\ta")] != [
        line for line in listed(work, "HEAD") if line.endswith("\ta")
    ]


def test_of_a_huge_file_only_that_it_changed_counts(
    work: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(radar_trees, "LARGEST", 10)
    work.write("a", "more than ten bytes\n")
    work.write("huge", "more than ten bytes\n")
    first = listed(work, taken(work).commit)
    assert {line.rpartition("\t")[2] for line in set(first) - set(added(work))} == {"a", "huge"}
    work.write("huge", "MORE than ten bytes\n")
    second = listed(work, taken(work).commit)
    assert [a == b for a, b in zip(first, second, strict=True)].count(False) == 1


def test_too_many_changes_are_not_compared(work: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(radar_trees, "MOST", 1)
    work.write("a", "edited\n")
    work.write("b", "edited\n")
    with pytest.raises(EnvironmentFailed, match="2 uncommitted paths are too many"):
        taken(work)


def test_what_git_does_not_understand_is_told(work: Repo) -> None:
    work.write("a", "edited\n")
    work.git("add", "a")
    tree = status(work)
    (work.path / ".git/index").write_bytes(b"no index")
    with pytest.raises(EnvironmentFailed, match="index"):
        taken(work, tree)


MOVES = {
    "edited again": "echo again > a",
    "touched": "touch a",
    "deleted": "rm a",
    "made executable": "chmod +x a",
    "staged": "git add new",
    "committed": "git commit -q --allow-empty -m x",
    "on another branch": "git checkout -qb topic",
    "reset": "git reset -q --soft HEAD~1",
}
ALONE = "unset GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n"


@pytest.mark.parametrize("move", MOVES)
def test_a_tree_that_changes_meanwhile_gives_no_commit(move: str, work: Repo) -> None:
    """Git runs a filter in the middle of the look, so that the tree moves exactly then."""
    work.write("a", "edited\n")
    work.write("new")
    tree, before = status(work), seal(status(work), place_of(work))
    (work.path.parent / "move.sh").write_text(f"{ALONE}{MOVES[move]}\n")
    work.git("config", "filter.moves.clean", "cat; sh ../move.sh")
    work.write(".git/info/attributes", "a filter=moves\n")
    with pytest.raises(Unsteady):
        taken(work, tree)
    assert seal(tree, place_of(work)) != before


def test_a_tree_that_rests_keeps_its_seal(work: Repo) -> None:
    work.write("a", "edited\n")
    work.write("new")
    sealed = taken(work)
    assert seal(status(work), place_of(work)) == sealed.seal == taken(work).seal
