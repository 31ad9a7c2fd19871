"""The only place that starts git, which never prompts and never outlives its time limit."""

from __future__ import annotations

import os

from coord_tui.adapters.process import finished
from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coord_tui.adapters.layout import Layout

LIMIT = 20.0
"""Seconds that git may take unless the caller says otherwise."""

_FROM_A_HOOK = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX",
    "GIT_IMPLICIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    "GIT_REPLACE_REF_BASE", "GIT_REFLOG_ACTION", "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE",
    "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",
)  # fmt: skip
"""What git tells the hooks of one command, or a person one git: it must not bend another's answer.

Names, emails and configuration (`GIT_CONFIG_…`) are kept: they say who and how, not where.
"""

_PATHS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR")
"""Those of them that say where the repository is, perhaps relative to the process's folder."""

_NEVER_ASK = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
    "GIT_OPTIONAL_LOCKS": "0",  # a refreshed index would make other people's `git add` fail
}

_KINDS = ("LC_CTYPE", "LC_TIME", "LC_COLLATE", "LC_NUMERIC", "LC_MONETARY")


def _language(environment: Mapping[str, str]) -> dict[str, str]:
    """Git speaks English, which is read here; all else of the user's locale is for their hooks."""
    everywhere = environment.get("LC_ALL", "")
    own = dict.fromkeys(("LANG", *_KINDS), everywhere) if everywhere else {}
    return {**own, "LC_ALL": "", "LC_MESSAGES": "C"}


class GitFailed(EnvironmentFailed):
    """Git ran and said no; the message holds the command and git's own last line."""


class TookTooLong(EnvironmentFailed):
    """Git did not end within its time limit, and was stopped with all that it had started."""


class Git:
    """Git in one working tree."""

    __slots__ = ("_environment", "_limit", "_settings", "top")

    def __init__(self, top: str, git_dir: str = "") -> None:
        """`top` is the working tree; `git_dir` is for a folder that git cannot find from there."""
        self.top = top
        self._settings: tuple[str, ...] = ()
        self._limit = LIMIT
        kept = {key: value for key, value in os.environ.items() if key not in _FROM_A_HOOK}
        told = {"GIT_DIR": git_dir, "GIT_WORK_TREE": top} if git_dir else {}
        self._environment = kept | _language(kept) | _NEVER_ASK | told

    @classmethod
    def of(cls, layout: Layout) -> Git:
        """Git in the working tree of that layout."""
        return cls(layout.top, layout.git_dir if layout.explicit else "")

    def configured(self, *settings: str) -> Git:
        """The same git with more `key=value` settings, which win over every configuration file."""
        other = self._copy()
        other._settings += tuple(word for setting in settings for word in ("-c", setting))
        return other

    def within(self, seconds: float) -> Git:
        """The same git with so many seconds for a command, if that is less than it has now."""
        other = self._copy()
        other._limit = max(0.05, min(self._limit, seconds))
        return other

    def _copy(self) -> Git:
        other = Git.__new__(Git)
        other.top, other._environment = self.top, self._environment
        other._settings, other._limit = self._settings, self._limit
        return other

    def run(
        self,
        *args: str,
        input: bytes = b"",
        env: Mapping[str, str] | None = None,
        timeout: float = 0,
    ) -> bytes:
        """What `git ARGS` printed.

        `env` is added to the environment; `timeout` is in seconds, by default the limit. Raises
        GitFailed when git exits with an error, EnvironmentFailed when there is no git, TookTooLong.
        """
        code, out, err = self._finish(args, input, env, timeout)
        if code:
            raise GitFailed(f"git {_shown(args)}: {last_words(err.decode(errors='replace'))}")
        return out

    def ask(
        self,
        *args: str,
        input: bytes = b"",
        env: Mapping[str, str] | None = None,
        timeout: float = 0,
    ) -> bytes | None:
        """What `git ARGS` printed, or None when git exits with an error, as a question may end."""
        code, out, _ = self._finish(args, input, env, timeout)
        return None if code else out

    def attempt(
        self, *args: str, env: Mapping[str, str] | None = None, timeout: float = 0
    ) -> tuple[int, str, str]:
        """The exit code of `git ARGS`, what it printed, and its whole complaint.

        Raises EnvironmentFailed when there is no git or it takes too long.
        """
        code, out, err = self._finish(args, b"", env, timeout)
        return code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")

    def result(
        self,
        *args: str,
        input: bytes = b"",
        env: Mapping[str, str] | None = None,
        timeout: float = 0,
    ) -> tuple[int, bytes, bytes]:
        """The exit code of `git ARGS`, what it printed, and its complaint: bytes, for any path.

        Raises EnvironmentFailed when there is no git or it takes too long.
        """
        return self._finish(args, input, env, timeout)

    def _finish(
        self, args: tuple[str, ...], data: bytes, env: Mapping[str, str] | None, timeout: float
    ) -> tuple[int, bytes, bytes]:
        command, limit = ["git", "-C", self.top, *self._settings, *args], timeout or self._limit
        environment = self._environment | dict(env) if env else self._environment
        result = _finished(command, environment, data, limit)
        if result is None:
            raise TookTooLong(f"git {_shown(args)} took longer than {limit:.3g} s and was stopped")
        return result


def locate(folder: str) -> tuple[str, str, str]:
    """What git says of a folder: the top of the working tree, git's folder, the shared folder.

    Heeds `GIT_DIR` and the like. Raises EnvironmentFailed when there is no working tree.
    """
    questions = ("--show-toplevel", "--git-dir", "--git-common-dir")
    answers = _rev_parse(folder, *questions).split("\n")
    if len(answers) != len(questions):  # a path holds a line end
        answers = [_rev_parse(folder, question) for question in questions]
    top, git_dir, common_dir = (os.path.realpath(answer) for answer in answers)
    return top, git_dir, common_dir


def _rev_parse(folder: str, *questions: str) -> str:
    place, told = _as_told(folder)
    command = ["git", "-C", place, "rev-parse", "--path-format=absolute", *questions]
    result = _finished(
        command, {**os.environ, **told, **_language(os.environ), **_NEVER_ASK}, b"", LIMIT
    )
    if result is None:
        raise EnvironmentFailed(f"git rev-parse in {folder!r} took longer than {LIMIT:g} s")
    code, out, err = result
    if not code:
        return os.fsdecode(out.removesuffix(b"\n"))
    reason = last_words(err.decode(errors="replace"))
    if "work tree" in reason:
        raise EnvironmentFailed(
            f"{folder!r} has no working tree (a bare repository, or git's own folder): "
            "go to a clone or a worktree of it"
        )
    raise EnvironmentFailed(f"git finds no repository for {folder!r}: {reason}")


def _as_told(folder: str) -> tuple[str, dict[str, str]]:
    """Where to ask git about a folder, and the environment's paths, which are meant from here.

    With `GIT_DIR` alone, git takes the folder in which it starts for the top of the working tree:
    this one, as for a hook's own git, if the folder asked about lies in it.
    """
    told = {name: os.path.abspath(os.environ[name]) for name in _PATHS if os.environ.get(name)}
    here = os.getcwd() if told else folder
    inside = os.path.realpath(folder).startswith(os.path.join(os.path.realpath(here), ""))
    alone = "GIT_DIR" in told and "GIT_WORK_TREE" not in told
    return (here if alone and inside else folder), told


_LEFT_LOCKED = (".lock': File exists.", ".lock': File exists")
_LOCKED = "another git is at work, or one was killed; if none runs there, remove that file"

_SAYS_NOTHING = (
    "Could not read from remote repository.",
    "Please make sure you have the correct access rights",
    "and the repository exists.",
)
"""Lines of git that come after the one that says why a remote cannot be reached."""


def last_words(stderr: str) -> str:
    """The one line of git's complaint that says what is wrong, printable."""
    lines = [line.strip() for line in stderr.split("\n") if line.strip()]
    lines = [line for line in lines if not line.endswith(_SAYS_NOTHING)] or lines
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    words = _printable((fatal or lines or ["it gave no reason"])[-1])
    return f"{words.rstrip('.')}: {_LOCKED}" if words.endswith(_LEFT_LOCKED) else words


def _shown(args: tuple[str, ...]) -> str:
    """The command for a message: one line, not longer than a terminal is wide."""
    words = _printable(" ".join(args))
    return words if len(words) <= 80 else words[:79] + "…"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text)


def _finished(
    command: list[str], environment: Mapping[str, str], data: bytes, timeout: float
) -> tuple[int, bytes, bytes] | None:
    try:
        return finished(command, environment, data, timeout)
    except FileNotFoundError:
        raise EnvironmentFailed("there is no git on the PATH: install git 2.31 or newer") from None
    except OSError as error:
        raise EnvironmentFailed(f"git cannot be started: {error.strerror}") from error
