import random
from pathlib import Path

from coord_tui.adapters.radar_objects import (
    Entry,
    Folder,
    Objects,
    folder_bytes,
    folders_of,
    read_folder,
    spliced,
)
from tests.repos import Repo, repository

BLOB = Entry(b"100644", "0ff3bbb9c8bba2291654cd64067fa417ff54c508")
INSIDE = Entry(b"40000", BLOB.id)


def test_a_folder_is_sorted_as_if_its_name_ended_with_a_slash() -> None:
    folder: Folder = {b"a": INSIDE, b"a.b": BLOB, b"a0": BLOB, b"\xff": BLOB, b"A": BLOB}
    names = [*read_folder(folder_bytes(folder), 40)]
    assert names == [b"A", b"a.b", b"a", b"a0", b"\xff"]
    assert read_folder(folder_bytes(folder), 40) == folder
    assert read_folder(b"", 40) == {}


def test_the_folders_on_the_way_the_deepest_first() -> None:
    found = folders_of({b"a/b/c": None, b"a/d": None, b"e/f": None, b"g": None})
    assert found == [b"a/b", b"a", b"e", b""]
    assert folders_of({}) == [b""]


def test_a_path_as_deep_as_paths_go(tmp_path: Path) -> None:
    path = b"d/" * 1900 + b"f"
    objects = Objects(str(tmp_path), 40)
    assert spliced({}, {path: BLOB}, objects) != spliced({}, {}, objects)


def everything(repo: Repo, commit: str) -> dict[bytes, Entry]:
    """Every file of a commit."""
    records = repo.git("ls-tree", "-r", "-z", commit).split("\0")[:-1]
    found = (record.partition("\t") for record in records)
    return {
        path.encode(): Entry(facts.split(" ")[0].encode(), facts.split(" ")[2])
        for facts, _, path in found
    }


def folders(repo: Repo, names: list[bytes]) -> dict[bytes, Folder]:
    found: dict[bytes, Folder] = {}
    for name in names:
        listed = repo.git("ls-tree", "-z", f"HEAD:{name.decode()}").split("\0")[:-1]
        found[name] = {
            path.encode(): Entry(facts.split(" ")[0].lstrip("0").encode(), facts.split(" ")[2])
            for facts, _, path in (record.partition("\t") for record in listed)
        }
    return found


def test_random_changes_give_the_tree_that_git_would_write(tmp_path: Path) -> None:
    chance = random.Random(7)
    names = [f"{a}{b}" for a in ("", "d/", "d/e/", "d.e/", "x/y/") for b in ("a", "a-b", "b", "d1")]
    repo = repository(tmp_path / "repo", *names)
    objects = Objects(str(repo.path / ".git/objects"), 40)
    files = everything(repo, "HEAD")
    where = folders(repo, [b"", b"d", b"d/e", b"d.e", b"x", b"x/y"])
    for _ in range(20):
        picked = chance.sample([*files, b"new", b"n/e/w", b"d/new", b"x/y/z/w"], 6)
        changed = {path: chance.choice((None, BLOB, files.get(path))) for path in picked}
        result = {p: e for p, e in (files | changed).items() if e}
        index = {"GIT_INDEX_FILE": str(tmp_path / "index")}
        repo.git("read-tree", "--empty", env=index)
        listed = "".join(f"{e.mode.decode()} {e.id}\t{p.decode()}\n" for p, e in result.items())
        repo.git("update-index", "--index-info", input=listed, env=index)
        expected = repo.git("write-tree", "--missing-ok", env=index)
        assert spliced(where, changed, objects) == expected, changed
