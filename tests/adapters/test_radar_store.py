import os
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters import radar_store
from coord_tui.adapters.git import Git
from coord_tui.adapters.radar_memory import Memory, Sealed, recalled
from coord_tui.adapters.radar_store import Store, opened
from coord_tui.core.radar_merges import Verdict
from coord_tui.errors import EnvironmentFailed
from tests.repos import Repo

HOLD = """\
import sys
from coord_tui.adapters.radar_store import opened
with opened(sys.argv[1]) as store:
    for quick in (True, False):
        with open(store.new_path(quick=quick), "w") as file:
            file.write("left behind")
    print("open", flush=True)
    sys.stdin.read()
"""


def common(repo: Repo) -> str:
    return str(repo.path / ".git")


def stored(store: Store, repo: Repo, text: bytes) -> str:
    """Have git write a file among the radar's objects."""
    written = Git(str(repo.path)).run(
        "hash-object", "-w", "--stdin", input=text, env=store.environment()
    )
    return written.decode().strip()


def has(store: Store, repo: Repo, id: str) -> bool:
    found = Git(str(repo.path)).ask("cat-file", "-e", id, env=store.environment())
    return found is not None


def files(folder: str) -> list[str]:
    return [name for _, _, names in os.walk(folder) for name in names]


def test_git_writes_among_the_radars_objects_and_reads_the_users(repo: Repo) -> None:
    before = repo.git("count-objects")
    with opened(common(repo)) as store:
        id = stored(store, repo, b"private")
        assert has(store, repo, id)
        assert has(store, repo, repo.head())
    assert repo.git("count-objects") == before


def test_objects_written_aside_are_not_kept(repo: Repo) -> None:
    with opened(common(repo)) as store:
        kept, aside = stored(store, repo, b"kept"), store.new_path(quick=True)
        os.mkdir(aside)
        env = store.environment(objects=aside)
        git = Git(str(repo.path))
        id = git.run("hash-object", "-w", "--stdin", input=b"aside", env=env).decode().strip()
        assert git.ask("cat-file", "-e", kept, env=env) is not None
        assert not has(store, repo, id)


@pytest.mark.parametrize("name", ["with:colon", 'quo"te:d', "back\\slash:x", "plain", "naïve 🎈"])
def test_a_clone_in_any_folder_is_read(name: str, tmp_path: Path) -> None:
    repo = Repo(tmp_path / name)
    repo.path.mkdir()
    repo.git("init", "-q")
    repo.identify()
    repo.commit("a")
    with opened(common(repo)) as store:
        assert has(store, repo, repo.head())


def test_what_is_kept_lasts_until_it_is_too_much(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(common(repo)) as store:
        first, id = store.generation, stored(store, repo, b"kept")
    with opened(common(repo)) as store:
        assert (store.generation, has(store, repo, id)) == (first, True)
    monkeypatch.setattr(radar_store, "MOST_OBJECTS", 0)
    with opened(common(repo)) as store:
        assert not has(store, repo, id)
        assert store.generation not in ("", first)


def test_too_many_bytes_are_too_much_as_well(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(common(repo)) as store:
        id = stored(store, repo, os.urandom(1000))
    monkeypatch.setattr(radar_store, "MOST_BYTES", 1000)
    with opened(common(repo)) as store:
        assert not has(store, repo, id)


def test_nothing_is_thrown_away_while_another_has_it_open(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(radar_store, "MOST_OBJECTS", 0)
    with opened(common(repo)) as first:
        id, path = stored(first, repo, b"in use"), first.new_path(quick=True)
        Path(path).write_text("in use")
        with opened(common(repo)) as second:
            assert has(second, repo, id)
        assert has(first, repo, id)
        assert Path(path).exists()


def test_what_a_killed_program_left_is_removed(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(repo.path.parent))
    command = [sys.executable, "-c", HOLD, common(repo)]
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": root},
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with opened(common(repo)) as store:
            left = [path for folder in store.asides for path in files(folder)]
            assert len(left) == 4
        holder.kill()
    with opened(common(repo)) as store:
        left = [path for folder in store.asides for path in files(folder)]
        assert sorted(left) == ["born", "lock"]
    assert not [name for name in os.listdir(repo.path.parent) if name.startswith("coord-tui")]


def test_a_folder_of_somebody_elses_in_memory_is_not_used(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    (tmp_path / "run").mkdir()
    with opened(common(repo)) as store:
        (quick,) = store.asides[1:]
    (tmp_path / "other").mkdir()
    os.symlink(tmp_path / "other", quick)
    with opened(common(repo)) as store:
        assert store.asides == (store.folder,)
        assert store.new_path(quick=True).startswith(store.folder)


def test_without_room_in_memory_the_disk_is_used(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(radar_store, "ROOM", 1 << 62)
    with opened(common(repo)) as store:
        assert store.new_path(quick=True).startswith(store.folder)
    assert files(store.folder) != []


def test_a_git_folder_that_takes_nothing_is_one_clear_line(repo: Repo) -> None:
    (repo.path / ".git/coord").write_text("in the way")
    with pytest.raises(EnvironmentFailed, match=r"the conflict radar cannot write .*coord"):
        opened(common(repo)).__enter__()


def test_git_s_folder_is_never_made_anew(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed):
        opened(str(tmp_path / "gone/.git")).__enter__()
    assert not (tmp_path / "gone").exists()


CONFLICT = Verdict("conflict", ("a\udcff", "b"), ("one deleted", "edited"))


def saved(tmp_path: Path, memory: Memory) -> str:
    path = str(tmp_path / "memory.json")
    memory.save(path, f"{path}.new")
    return path


def test_a_merge_is_remembered_either_way_round(tmp_path: Path) -> None:
    memory = Memory("rules")
    memory.keep_merge("2", "1", CONFLICT)
    for known in (memory, recalled(saved(tmp_path, memory), "rules")):
        assert known.merge("2", "1") == CONFLICT
        assert known.merge("1", "2") == CONFLICT.turned()
        assert known.merge("1", "3") is None


def test_what_git_could_not_do_is_not_remembered_for_ever(tmp_path: Path) -> None:
    memory = Memory()
    memory.keep_merge("1", "2", Verdict("unknown", reason="away"))
    assert memory.merge("1", "2") is not None
    assert recalled(saved(tmp_path, memory), "").merge("1", "2") is None


def test_a_tree_is_known_while_its_objects_are_there(tmp_path: Path) -> None:
    memory, sealed = Memory(), Sealed("seal", "commit", ("x/",))
    memory.keep_tree("/t", "first", sealed)
    memory = recalled(saved(tmp_path, memory), "")
    assert memory.tree("/t", "first") == sealed
    assert memory.tree("/t", "second") is None
    assert memory.tree("/t", "") is None
    memory.keep_tree("/u", "second", sealed)
    assert memory.tree("/t", "second") is None


def test_under_other_rules_nothing_is_known(tmp_path: Path) -> None:
    memory = Memory("rules")
    memory.keep_merge("1", "2", CONFLICT)
    assert recalled(saved(tmp_path, memory), "others").merge("1", "2") is None


def test_only_the_last_merges_are_remembered(tmp_path: Path) -> None:
    memory = Memory()
    for number in range(4005):
        memory.keep_merge("0", f"{number:05}", Verdict())
        memory.merge("0", "00000")
    known = recalled(saved(tmp_path, memory), "")
    assert known.merge("0", "00000") is not None
    assert known.merge("0", "00001") is None
    assert known.merge("0", "04004") is not None


@pytest.mark.parametrize(
    "garbage",
    [
        b"", b"{", b"[]", b"null", b"\xff", b'{"version": 1}', b"[" * 100_000,
        b'{"version":1,"settings":"","generation":"g","merges":[["1","2"]],"trees":[]}',
        b'{"version":1,"settings":"","generation":"g","trees":[],'
        b'"merges":[["1","2","fine",[],[],""]]}',
        b'{"version":2,"settings":"","generation":"g","merges":[],"trees":[]}',
    ],
)  # fmt: skip
def test_a_torn_memory_is_none(garbage: bytes, tmp_path: Path) -> None:
    (tmp_path / "memory.json").write_bytes(garbage)
    known = recalled(str(tmp_path / "memory.json"), "")
    assert known.merge("1", "2") is None
    assert known.tree("/t", "g") is None
