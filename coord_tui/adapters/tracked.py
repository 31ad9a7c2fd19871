"""Lists what git tracks, and which folders are worth watching because git does not ignore them."""

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git


MODULES = ".gitmodules"


def tracked_paths(git: "Git") -> tuple[str, ...]:
    """Every tracked path, relative to the top, in git's order; one in conflict comes once.

    Raises:
        EnvironmentFailed: git failed.
    """
    return tuple(dict.fromkeys(_names(git.run("ls-files", "-z"))))


def watched_folders(git: "Git", top: str) -> list[str]:
    """Absolute paths, sorted, of `top` and every folder below it that git does not ignore.

    Empty folders count, since a file may come into them next; so do a folder that is ignored but
    holds a tracked file, and those of submodules. Of another repository inside this one only its
    top counts, where its `.git` is; what is behind a symbolic link does not.

    Raises:
        EnvironmentFailed: git failed.
    """
    tracked = tracked_paths(git)
    folders = _parents(tracked)
    if MODULES in tracked:
        within = git.ask("ls-files", "-z", "--recurse-submodules") or b""
        folders.update(_parents(_names(within)))
    untracked = ("ls-files", "-z", "--others", "--exclude-standard", "--directory")
    names = _names(git.run(*untracked))
    fresh = [name.rstrip("/") for name in names if name.endswith("/")]
    fresh += _in_place_of_files(top, folders, frozenset(tracked))
    while fresh := [name for name in fresh if _is_folder(os.path.join(top, name))]:
        folders.update(fresh)
        folders.update(_parents(fresh))
        plain = [name for name in fresh if not os.path.lexists(os.path.join(top, name, ".git"))]
        fresh = _not_ignored(git, [child for name in plain for child in _subfolders(top, name)])
    paths = (os.path.join(top, name) if name else top for name in folders)
    return sorted(path for path in paths if _is_folder(path))


def _in_place_of_files(top: str, folders: set[str], tracked: frozenset[str]) -> list[str]:
    """Folders where git tracks a file, or another repository: it does not list those."""
    return [name for folder in folders for name in _subfolders(top, folder) if name in tracked]


def _names(output: bytes) -> list[str]:
    return [name for name in output.decode("utf-8", "surrogateescape").split("\0") if name]


def _parents(paths: "list[str] | tuple[str, ...]") -> set[str]:
    """Every folder on the way to the paths; the top is the empty name."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _subfolders(top: str, name: str) -> list[str]:
    try:
        with os.scandir(os.path.join(top, name)) as entries:
            below = f"{name}/" if name else ""
            return [below + entry.name for entry in entries if _entered(entry)]
    except OSError:
        return []  # gone or unreadable since git listed it: there is nothing to watch


def _entered(entry: "os.DirEntry[str]") -> bool:
    return entry.name != ".git" and entry.is_dir(follow_symlinks=False)


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _not_ignored(git: "Git", names: list[str]) -> list[str]:
    if not names:
        return []
    asked = "\0".join(names).encode("utf-8", "surrogateescape")
    # git answers nothing, and exits 1, when none is ignored
    ignored = git.ask("check-ignore", "-z", "--stdin", input=asked) or b""
    return sorted(set(names).difference(_names(ignored)))
