"""What many tests begin with is made once and copied: a copy is cheaper than a dozen git processes.

A copy is what making it anew gives: the same names, modes and contents, and files of this moment.
"""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

_made: dict[tuple[str, ...], Path] = {}


@cache
def _folder() -> TemporaryDirectory[str]:
    """Where the originals lie, as long as this process lives."""
    return TemporaryDirectory(prefix="templates-")


def copied(to: Path, key: tuple[str, ...], make: Callable[[Path], object]) -> Path | None:
    """Put into a folder what `make` puts into one; where the original lies if this is a copy.

    The key says all that `make` goes by. Where some of it lies there already, it is made in place.
    """
    if key not in _made:
        original = Path(_folder().name) / str(len(_made))
        make(original)
        _made[key] = original
    source = _made[key]
    if any((to / name.name).exists() for name in source.iterdir()):
        make(to)
        return None
    shutil.copytree(source, to, symlinks=True, dirs_exist_ok=True, copy_function=shutil.copy)
    return source
