"""Completes the last of several file names, as a shell would: from names that are known already."""

from collections.abc import Sequence

from textual.suggester import Suggester


class FileNames(Suggester):
    """Suggests the first known name that goes on as the last word does."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._names = names

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word completed; None when nothing fits."""
        before, _, last = value.rpartition(" ")
        typed = before.split()
        found = (name for name in self._names if name.startswith(last) and name not in typed)
        name = next(found, None) if last else None
        return None if name is None else value.removesuffix(last) + name
