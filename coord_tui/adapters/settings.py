"""What git's configuration says, asked once: who commits in this clone, where its remotes are."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git

ASKED = r"^(user\.email|author\.email|commit\.gpgsign|remote\..*\.url)$"
YES = ("", "true", "yes", "on", "1")
"""How configuration says yes; a key without a value does too."""


class Settings:
    """Git's configuration as far as it matters here; read when the first of it is asked for."""

    __slots__ = ("_found", "_git")

    def __init__(self, git: Git) -> None:
        self._git = git
        self._found: dict[str, str] | None = None

    @property
    def email(self) -> str:
        """The email that a commit made now would carry; empty when none is configured."""
        told = os.environ.get("GIT_AUTHOR_EMAIL", "").strip()
        return told or self._get("author.email") or self._get("user.email")

    @property
    def signs(self) -> bool:
        """Whether commits are signed."""
        return "commit.gpgsign" in self._all() and self._get("commit.gpgsign").lower() in YES

    def url(self, remote: str) -> str:
        """The address of a remote; empty when there is no such remote."""
        return self._get(f"remote.{remote}.url")

    def _get(self, key: str) -> str:
        return self._all().get(key, "")

    def _all(self) -> dict[str, str]:
        if self._found is None:
            self._found = _read(self._git)
        return self._found


def _read(git: Git) -> dict[str, str]:
    """Every key that is asked for, the last value of each, as git itself would take it."""
    listed = git.ask("config", "--null", "--get-regexp", ASKED) or b""
    entries = os.fsdecode(listed).split("\0")[:-1]
    pairs = [entry.partition("\n") for entry in entries]
    return {key: value.strip() for key, _, value in pairs}
