"""The conflict radar in real clones: it says what a merge would say, and leaves no trace."""

from pathlib import Path

import pytest

from coord_tui.adapters.radar_memory import Memory
from coord_tui.adapters.radar_merge import read_rules
from coord_tui.adapters.radar_store import opened as store_opened
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.changed import EVERYTHING
from coord_tui.core.radar import UNRELATED, Hunk, Pair, Radar
from coord_tui.core.tree import Worktree
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace import radar_now
from coord_tui.workspace.radar import Sight, hunks, look
from coord_tui.workspace.radar_now import look_now
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace
from tests.radars import edit, fingerprint, looked, opened, pair, trees_of
from tests.repos import AWKWARD, repository


def kinds(found: Pair) -> dict[str, str]:
    return dict(zip(found.paths, found.kinds, strict=True))


def test_uncommitted_changes_of_two_trees_are_compared(tmp_path: Path) -> None:
    ana, bolt, cleo = trees_of(tmp_path, "bolt", "cleo")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    edit(cleo, 15, "cleo's")
    before = fingerprint(ana, bolt, cleo)
    radar = looked(ana)
    assert fingerprint(ana, bolt, cleo) == before
    assert [(p.one.name, p.other.name, p.state) for p in radar.pairs] == [
        ("main", "bolt", "conflict"), ("main", "cleo", "clean"), ("bolt", "cleo", "clean"),
    ]  # fmt: skip
    assert kinds(radar.pairs[0]) == {"file.txt": "edited"}
    assert [(p.session, p.changed) for p in radar.pairs[0][:2]] == [("ana", 1), ("bolt", 1)]


def test_uncommitted_against_committed_and_on_a_branch_without_a_tree(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    bolt.git("checkout", "-qb", "topic")
    edit(bolt, 5, "topic's")
    bolt.git("commit", "-qam", "Topic", env={"GIT_AUTHOR_EMAIL": "cleo@example.com"})
    bolt.git("checkout", "-q", "bolt")
    edit(ana, 5, "ana's")
    radar = looked(ana)
    found = pair(radar, "main", "topic")
    assert (found.state, found.paths) == ("conflict", ("file.txt",))
    assert (found.other.session, found.other.worktree) == ("cleo", "")
    assert pair(radar, "main", "bolt").state == "clean"


def test_every_way_in_which_a_file_can_be_in_conflict(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    for name in ("del", "del2", "ren", "bin", "d", "kept"):
        ana.write(
            name, "".join(f"{name} {n}\n" for n in range(9)) + ("\0" if name == "bin" else "")
        )
    ana.commit("del", "del2", "ren", "bin", "d", "kept")
    bolt.git("merge", "-q", "main")
    for repo in (ana, bolt):
        who = repo.path.name
        edit(repo, 1, who, "bin")
        repo.write(f"new/{AWKWARD[0]}", f"{who}\n")
        repo.write("caf\udce9", f"{who}\n")
        repo.git("mv", "ren", f"ren-{who}")
    (ana.path / "del").unlink()
    edit(bolt, 1, "edited", "del")
    bolt.git("rm", "-q", "del2")
    edit(ana, 1, "edited", "del2")
    (bolt.path / "d").unlink()
    bolt.write("d/inside", "a folder\n")
    edit(ana, 1, "edited", "d")
    (ana.path / "kept").chmod(0o755)
    edit(bolt, 1, "edited", "kept")
    before = fingerprint(ana, bolt)
    found = pair(looked(ana), "main", "bolt")
    assert fingerprint(ana, bolt) == before
    assert kinds(found) == {
        "bin": "binary",
        "caf\udce9": "added",
        "d": "folder",
        "del": "one deleted",
        "del2": "other deleted",
        f"new/{AWKWARD[0]}": "added",
        "ren": "renamed",
    }


def test_a_trees_own_branch_and_those_that_are_merged_are_no_places(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    ana.git("branch", "merged")
    ana.git("update-ref", "refs/remotes/origin/main", "main")
    ana.commit("more")
    ana.git("branch", "coord")
    assert [(p.one.name, p.other.name) for p in looked(ana).pairs] == [("main", "bolt")]
    assert bolt.head() != ana.head()


def test_a_remote_branch_that_went_on_is_compared_with_the_changes_that_a_pull_meets(
    tmp_path: Path,
) -> None:
    (ana,) = trees_of(tmp_path)
    ana.git("checkout", "-qb", "theirs")
    edit(ana, 5, "theirs")
    ana.git("commit", "-qam", "Theirs")
    ana.git("update-ref", "refs/remotes/origin/main", "theirs")
    ana.git("checkout", "-q", "main")
    ana.git("branch", "-qD", "theirs")
    assert pair(looked(ana), "main", "origin/main").state == "clean"
    edit(ana, 5, "mine")
    assert pair(looked(ana), "main", "origin/main").paths == ("file.txt",)


def test_too_many_branches_are_said_to_be_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coord_tui.core.radar_places.MOST", 2)
    (ana,) = trees_of(tmp_path)
    for number in range(4):
        ana.git("checkout", "-qb", f"topic{number}", "main")
        ana.commit(f"new{number}")
    ana.git("checkout", "-q", "main")
    radar = looked(ana)
    assert radar.more == 2
    assert {place.name for p in radar.pairs for place in p[:2]} == {"main", "topic0", "topic1"}


def test_what_is_known_is_not_asked_again(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    first = looked(ana)
    blob = ana.git("rev-parse", "HEAD:file.txt")
    (ana.path / ".git/objects" / blob[:2] / blob[2:]).unlink()  # no merge can do without it
    assert looked(ana) == first
    (ana.path / ".git/coord/radar/memory.json").unlink()
    assert looked(ana, first) == first
    assert looked(ana).conflicts == first.conflicts
    (ana.path / ".git/coord/radar/memory.json").unlink()
    assert [found.state for found in looked(ana).pairs] == ["unknown"]


def test_what_git_could_not_do_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    workspace = opened(ana)
    trees = Trees(workspace)
    trees.read(EVERYTHING)
    lying = trees.with_facts(workspace.board())
    with store_opened(workspace.layout.common_dir) as store:
        rules = read_rules(workspace.git, workspace.layout)
        sight = Sight(workspace, store, rules, Memory(rules.mark))
        with monkeypatch.context() as soon:
            soon.setattr("coord_tui.adapters.radar_merge.LIMIT", 0.0001)
            assert [found.state for found in sight.look(lying, trees.places).pairs] == ["unknown"]
        assert [found.state for found in sight.look(lying, trees.places).pairs] == ["conflict"]


def test_a_tree_in_the_middle_of_a_merge_is_unknown(tmp_path: Path) -> None:
    ana, bolt, _ = trees_of(tmp_path, "bolt", "cleo")
    for repo in (ana, bolt):
        edit(repo, 5, repo.path.name)
        repo.git("commit", "-qam", "Mine")
    with pytest.raises(AssertionError, match="merge"):
        bolt.git("merge", "main")
    radar = looked(ana)
    found = pair(radar, "main", "bolt")
    assert (found.state, found.reason) == (
        "unknown", "bolt: mid-merge: 1 file is in conflict already",
    )  # fmt: skip
    assert pair(radar, "main", "cleo").state == "clean"


def test_a_branch_in_the_middle_of_a_rebase_is_its_tree(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    ana.git("commit", "-qam", "Mine")
    bolt.commit("new")
    edit(bolt, 5, "bolt's")
    bolt.git("commit", "-qam", "Mine")
    with pytest.raises(AssertionError, match="rebase"):
        bolt.git("rebase", "main")
    (bolt.path / "file.txt").write_text("settled\n")
    bolt.git("add", "file.txt")
    (found,) = looked(ana).pairs
    assert (found.one.name, found.state) == ("main", "clean")
    assert found.other.worktree == str(bolt.path)


def test_histories_that_have_nothing_in_common_are_unknown(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    bolt.git("checkout", "-q", "--orphan", "alone")
    bolt.git("commit", "-qm", "Alone")
    found = pair(looked(ana), "main", "alone")
    assert (found.state, found.reason) == ("unknown", UNRELATED)


def test_a_tree_without_a_commit_is_no_place(tmp_path: Path) -> None:
    ana, bolt, _ = trees_of(tmp_path, "bolt", "cleo")
    bolt.git("checkout", "-q", "--orphan", "unborn")
    radar = looked(ana)
    assert [(p.one.name, p.other.name) for p in radar.pairs] == [("main", "cleo")]
    assert radar.problem == ""


def test_a_tree_of_another_clone_is_compared_too(tmp_path: Path) -> None:
    (ana,) = trees_of(tmp_path)
    bolt = ana.clone(tmp_path / "bolt")
    bolt.commit("only-there")
    edit(bolt, 5, "bolt's")
    bolt.write("new", "bolt's\n")
    edit(ana, 5, "ana's")
    ana.write("new", "ana's\n")
    before = fingerprint(ana, bolt)
    radar = looked(ana)
    assert fingerprint(ana, bolt) == before
    (found,) = radar.conflicts
    assert kinds(found) == {"file.txt": "edited", "new": "added"}
    assert not (tmp_path / "bolt/.git/coord/radar").exists()
    (hunk,) = hunks(opened(ana), found, "new")
    assert (hunk.one, hunk.other) == (("ana's",), ("bolt's",))


def test_the_hunks_of_both_sides(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    for repo in (ana, bolt):
        edit(repo, 2, "=======")
        edit(repo, 5, repo.path.name)
    edit(ana, 12, ">>>>>>> not a mark")
    edit(bolt, 12, "<<<<<<< neither")
    found = pair(looked(ana), "main", "bolt")
    workspace = opened(ana)
    assert hunks(workspace, found, "file.txt") == (
        Hunk(5, ("ana",), ("bolt",), ("line 5",)),
        Hunk(12, (">>>>>>> not a mark",), ("<<<<<<< neither",), ("line 12",)),
    )
    assert hunks(workspace, found, "no-such-file") == ()


def test_hunks_of_what_is_gone_ask_for_another_look(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    found = pair(looked(ana), "main", "bolt")
    (ana.path / ".git/coord/radar/objects").rename(tmp_path / "objects")
    with pytest.raises(EnvironmentFailed, match="look again"):
        hunks(opened(ana), found, "file.txt")


def test_a_stash_and_what_others_staged_stay_as_they_are(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 3, "stashed")
    ana.git("stash")
    edit(ana, 5, "staged")
    ana.git("add", "file.txt")
    edit(ana, 6, "not staged")
    edit(bolt, 5, "bolt's")
    before = fingerprint(ana, bolt), ana.git("stash", "list"), ana.git("diff", "--cached")
    (found,) = looked(ana).conflicts
    assert (fingerprint(ana, bolt), ana.git("stash", "list"), ana.git("diff", "--cached")) == before
    (hunk,) = hunks(opened(ana), found, "file.txt")
    assert hunk.one == ("staged", "not staged")


@pytest.mark.parametrize("name", ["new", "file.txt"])
def test_a_tree_that_was_edited_while_it_was_compared_is_unstable(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, bolt, cleo = trees_of(tmp_path, "bolt", "cleo")
    edit(bolt, 5, "bolt's")
    edit(cleo, 15, "cleo's")

    def edited_meanwhile(
        workspace: Workspace, trees: tuple[Worktree, ...], places: tuple[TreePlace, ...]
    ) -> Radar:
        radar = look(workspace, trees, places)
        cleo.write(name, "came while it was compared\n")
        return radar

    monkeypatch.setattr(radar_now, "look", edited_meanwhile)
    found = look_now(opened(ana)).radar
    assert pair(found, "main", "bolt").state == "clean"
    assert pair(found, "main", "cleo").state == pair(found, "bolt", "cleo").state == "unstable"


def test_a_tree_that_cannot_be_written_to_memory_spoils_no_other(tmp_path: Path) -> None:
    ana, bolt, cleo = trees_of(tmp_path, "bolt", "cleo")
    edit(cleo, 5, "cleo's")
    edit(bolt, 5, "bolt's")
    (bolt.path / "file.txt").unlink()
    repository(bolt.path / "file.txt")
    radar = looked(ana)
    assert pair(radar, "main", "cleo").state == "clean"
    assert pair(radar, "main", "bolt").state in ("clean", "unknown")


@pytest.mark.parametrize("kept", ["objects", "memory.json", ""])
def test_a_radar_folder_that_was_tampered_with_is_made_anew(kept: str, tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    first = looked(ana)
    folder = ana.path / ".git/coord/radar"
    for entry in folder.iterdir():
        if entry.name != kept:
            entry.rename(tmp_path / entry.name)
    (folder / "memory.json").exists() or (folder / "memory.json").write_text("{torn")
    assert looked(ana) == first
    assert [h.one for h in hunks(opened(ana), first.conflicts[0], "file.txt")] == [("ana's",)]


def test_a_branch_that_goes_on_from_a_tree_does_not_say_the_same_again(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    bolt.git("commit", "-qam", "Five")
    bolt.git("checkout", "-qb", "further")
    edit(bolt, 15, "later")
    bolt.git("commit", "-qam", "Fifteen")
    bolt.git("checkout", "-q", "bolt")
    radar = looked(ana)
    assert [(p.one.name, p.other.name) for p in radar.conflicts] == [("main", "bolt")]
    assert pair(radar, "main", "further") == pair(radar, "main", "further")._replace(
        state="conflict", again=True
    )
    assert looked(ana, radar).pairs == radar.pairs
    ana.write("new", "a\n")
    bolt.git("checkout", "-q", "further")
    bolt.write("new", "b\n")
    bolt.commit("new")
    bolt.git("checkout", "-q", "bolt")
    found = {(p.other.name, p.paths) for p in looked(ana).conflicts}
    assert found == {("bolt", ("file.txt",)), ("further", ("file.txt", "new"))}


def test_a_branch_beside_a_tree_says_what_it_clashes_with(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    bolt.git("checkout", "-qb", "beside")
    edit(bolt, 5, "beside")
    bolt.git("commit", "-qam", "Five")
    bolt.git("checkout", "-q", "bolt")
    bolt.commit(message="On its own")
    edit(ana, 5, "ana's")
    edit(bolt, 5, "bolt's")
    assert len(looked(ana).conflicts) == 3
