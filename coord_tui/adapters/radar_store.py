"""The radar's own folder inside git's: objects, indexes and what it remembers; never the user's.

Guarantees: whoever has it open finds the objects that it wrote; they are thrown away only when
nobody has it open, and then so is what programs that were killed left behind.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import count
from os.path import isdir, join

from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_OBJECTS = 20_000
MOST_BYTES = 256 << 20
"""With more than either, the objects are thrown away: all of them can be made again."""

OBJECTS, LOCK, MEMORY = "objects", "lock", "memory.json"
ASIDE = "aside-"
"""What the names of folders begin with that belong to one look, or wait to be removed."""
BORN = "born"
"""A file among the objects by which one generation of them is told from another."""

IN_MEMORY = "/dev/shm"
ROOM = 256 << 20
"""Bytes that must be free where files are kept in memory."""

QUICKLY = ("core.fsync=none", "core.createObject=rename", "core.looseCompression=0")
"""How git writes objects that can be made again."""

_numbers = count()


class Store:
    """The folder, held open."""

    def __init__(self, folder: str, own_objects: str) -> None:
        self.folder = folder
        self.objects = join(folder, OBJECTS)
        self.memory = join(folder, MEMORY)
        self.asides = (folder, *_quick_folder(folder))
        """Where files of a look may be, the quickest last."""
        self._own = own_objects
        self._name = f"{ASIDE}{os.getpid()}-{next(_numbers)}"
        self._files = count()

    @property
    def generation(self) -> str:
        """What tells these objects from those that were thrown away before."""
        return generation_in(self.folder)

    def environment(
        self, others: Iterable[str] = (), index: str = "", objects: str = ""
    ) -> dict[str, str]:
        """What has git read the objects of the radar, the clone and `others`, and write its own.

        `others` are git's folders of other clones, `index` is a private index; `objects` is where
        git writes, if that is not among the objects that are kept.
        """
        kept = [self.objects] if objects else []
        found = dict.fromkeys([*kept, self._own, *(join(other, OBJECTS) for other in others)])
        known = {
            "GIT_OBJECT_DIRECTORY": objects or self.objects,
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": os.pathsep.join(map(_quoted, found)),
            "GIT_NO_LAZY_FETCH": "1",  # nobody asked for the network
        }
        return known | ({"GIT_INDEX_FILE": index} if index else {})

    def new_path(self, *, quick: bool = False) -> str:
        """A path for a file or folder of this look alone; a quick one is in memory, if it can be.

        Raises OSError.
        """
        folder = join(self.asides[-1 if quick else 0], self._name)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return join(folder, str(next(self._files)))

    def close(self) -> None:
        """Remove what belongs to this look."""
        for folder in self.asides:
            shutil.rmtree(join(folder, self._name), ignore_errors=True)


def folder_in(common_dir: str) -> str:
    """The radar's folder in git's."""
    return join(common_dir, "coord", "radar")


def generation_in(folder: str) -> str:
    """What tells the objects in the radar's folder from earlier ones; empty: there are none."""
    with suppress(OSError), open(join(folder, OBJECTS, BORN), encoding="ascii") as file:
        return file.read()
    return ""


@contextmanager
def opened(common_dir: str, *, tidy: bool = True) -> Iterator[Store]:
    """The radar's folder in git's, which others may have open too.

    Without `tidy` what is in it stays, however much that is. Raises EnvironmentFailed when git's
    folder cannot be written.
    """
    folder = folder_in(common_dir)
    try:
        _made(common_dir, folder)
        lock = os.open(join(folder, LOCK), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise _failed(folder, error) from error
    try:
        if tidy and _is_alone(lock):
            _tidied(folder)
        fcntl.flock(lock, fcntl.LOCK_SH)
        store = Store(folder, join(common_dir, OBJECTS))
        try:
            _born(store)
            yield store
        finally:
            store.close()
            if _is_alone(lock):
                _left(store)
    except OSError as error:
        raise _failed(error.filename or folder, error) from error
    finally:
        os.close(lock)


def _quick_folder(folder: str) -> list[str]:
    """A folder in memory that is this clone's and this user's alone, if there is room for one."""
    base = os.environ.get("XDG_RUNTIME_DIR") or IN_MEMORY
    name = blake2b(os.fsencode(os.path.realpath(folder)), digest_size=8).hexdigest()
    quick = join(base, f"coord-tui-{os.getuid()}-radar-{name}")
    try:
        space = os.statvfs(base)
        if space.f_bavail * space.f_frsize < ROOM:
            return []
        with suppress(FileExistsError):
            os.mkdir(quick, 0o700)
        found = os.lstat(quick)
    except OSError:
        return []
    return [quick] if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() else []


def _made(common_dir: str, folder: str) -> None:
    """Make it, but never git's own folder around it: a moved one must not come back."""
    for path in (join(common_dir, "coord"), folder):
        with suppress(FileExistsError):
            os.mkdir(path)


def _is_alone(lock: int) -> bool:
    """Whether nobody else has the folder open; then nobody opens it until the lock is given up."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _tidied(folder: str) -> None:
    """Throw away what is too much, and what programs that were killed have left behind."""
    objects = join(folder, OBJECTS)
    if _grown(objects):
        os.rename(objects, join(folder, f"{ASIDE}objects-{os.getpid()}"))
    for place in (folder, *_quick_folder(folder)):
        with os.scandir(place) as entries:
            left = [entry.path for entry in entries if entry.name.startswith(ASIDE)]
        for path in left:
            shutil.rmtree(path, ignore_errors=True)


def _left(store: Store) -> None:
    """Remove the folders in memory, which are made anew when they are needed."""
    for folder in store.asides[1:]:
        with suppress(OSError):
            os.rmdir(folder)


def _grown(objects: str) -> bool:
    number = size = 0
    for folder in _folders(objects):
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in entries:
                number += 1
                size += entry.stat(follow_symlinks=False).st_size
        if number > MOST_OBJECTS or size > MOST_BYTES:
            return True
    return False


def _folders(objects: str) -> list[str]:
    try:
        with os.scandir(objects) as entries:
            return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []


def _born(store: Store) -> None:
    """Make the place for objects if there is none; of two that do, one wins."""
    if isdir(store.objects):
        return
    fresh = store.new_path()
    os.mkdir(fresh)
    with open(join(fresh, BORN), "w", encoding="ascii") as file:
        file.write(os.urandom(12).hex())
    with suppress(OSError):
        os.rename(fresh, store.objects)
    if not isdir(store.objects):
        raise FileNotFoundError(2, "cannot be made", store.objects)


def _quoted(path: str) -> str:
    """As git reads a list of folders: one with the separator in its name stands in quotes."""
    if os.pathsep not in path and not path.startswith('"'):
        return path
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _failed(path: str, error: OSError) -> EnvironmentFailed:
    return EnvironmentFailed(f"the conflict radar cannot write {path}: {error.strerror or error}")
