"""Knows the commands that check work: which ones do, what they are called, what they take.

A document shows many commands; those that only set up, move about or publish are none.
"""

import re
import shlex
from functools import cache
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from coord_tui.core.importing.names import word
from coord_tui.core.importing.words import commands as words

Kind = Literal["check", "build", "script", "other"]
"""A check whatever is said of it; two kinds that are one where work is verified; none."""


class Command(NamedTuple):
    """A command of a document, made into one that a plan can hold."""

    run: str
    kind: Kind
    name: str
    parameters: tuple[tuple[str, str, str], ...] = ()
    """(name, default, note) of each placeholder."""
    note: str = ""
    """Its comment."""


@cache
def _phrases(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in table.split(";") if phrase.strip())


_LONGEST = 400
_PLACEHOLDER = re.compile(r"""(["']?)(?:<([\w][\w .:/|-]{0,40})>|\{\{\s*(\w+)\s*\}\})(["']?)""")
_BRACED = re.compile(r"[{}]")
_CHAIN = re.compile(r"\s*(?:&&|;|\|\|)\s*|\s\+\s")
_COMMENT = re.compile(r"(?:^|\s)(?:#|//)\s+(.*)$")
_ASSIGNED = re.compile(r"[A-Za-z_]\w*=\S*")
_FOLDER = re.compile(r"cd\s+([\w.-][\w./-]*)$")


def commands(line: str, folder: str = "") -> tuple[Command, ...]:
    """The commands of a line, one after another; a change into a folder goes with the next ones."""
    bare = line.strip().removeprefix("$ ").removeprefix("> ").strip()
    if not bare or len(bare) > _LONGEST:
        return ()
    found = _COMMENT.search(bare)
    note = found[1].strip() if found else ""
    bare = bare[: found.start()].strip() if found else bare
    known: list[Command] = []
    for part in _CHAIN.split(bare):
        if entered := entering(part):
            folder = entered[0]
        elif part and (one := _command(part, folder, note)):
            known.append(one)
    return tuple(known)


def entering(part: str) -> tuple[str] | None:
    """The folder of the repository that `cd` leads into; an empty one when it leads elsewhere."""
    if part.split()[:1] != ["cd"]:
        return None
    found = _FOLDER.match(part)
    inside = found and ".." not in found[1].split("/")
    return (found[1].rstrip("/"),) if found and inside and found[1] != "." else ("",)


def _command(part: str, folder: str, note: str) -> Command | None:
    kind, name = _known(part)
    if kind == "other":
        return None
    run, parameters = _parametrised(part)
    if folder:
        run = f"cd {folder} && {run}"
    return Command(run, kind, name, parameters, note)


def _parametrised(part: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """The command with `<placeholders>` as `{names}`; one after an option is named as that."""
    found: dict[str, tuple[str, str, str]] = {}

    def named(match: re.Match[str]) -> str:
        said = (match[2] or match[3]).strip()
        option = re.search(r"--?([A-Za-z][\w-]*)[ =]$", part[: match.start()])
        name = word(option[1] if option else said) or "value"
        found.setdefault(name, (name, "", "" if word(said) == name else said))
        return f"{{{name}}}"

    if _BRACED.search(_PLACEHOLDER.sub("", part)):
        return part, ()
    return _PLACEHOLDER.sub(named, part), tuple(found.values())


def _known(part: str) -> tuple[Kind, str]:
    """What a command is, and a short name for it."""
    bare = [each for each in _words(_PLACEHOLDER.sub("x", part)) if each]
    while bare and _ASSIGNED.fullmatch(bare[0]):
        bare = bare[1:]
    while rest := _after(words.WRAPPERS, bare):
        bare = rest
    if not bare or _leads(words.NO_CHECKS, bare):
        return "other", ""
    for known in (_checker, _script_by_name, _target, _script_by_path):
        kind, name = known(bare)
        if kind != "other":
            return kind, name
    return "other", ""


def _words(part: str) -> list[str]:
    try:
        return shlex.split(part)
    except ValueError:
        return part.split()


def _leads(table: str, bare: list[str]) -> int:
    """How many words of a command are the longest of these phrases; 0 when none is."""
    phrases = _phrases(table)
    return next((n for n in (4, 3, 2, 1) if len(bare) >= n and tuple(bare[:n]) in phrases), 0)


def _after(table: str, bare: list[str]) -> list[str]:
    count = _leads(table, bare)
    return bare[count:] if count else []


def _checker(bare: list[str]) -> tuple[Kind, str]:
    count = _leads(words.CHECKERS, bare)
    if not count:
        return "other", ""
    if bare[0] in ("ruff", "prettier", "black") and not _only_looks(bare):
        return "other", ""
    named = [each for each in bare[:count] if not each.startswith("-") and each != "run"]
    return "check", word("-".join(named))


def _only_looks(bare: list[str]) -> bool:
    return "check" in bare[1:2] or any(each.startswith(("--check", "-c")) for each in bare)


def _script_by_name(bare: list[str]) -> tuple[Kind, str]:
    """`npm run lint`, `yarn test:e2e`."""
    rest = _after(words.RUNNERS, bare)
    rest = [each for each in rest if not each.startswith("-")]
    return (_named(rest[0]), word(rest[0].replace(":", "-"))) if rest else ("other", "")


def _target(bare: list[str]) -> tuple[Kind, str]:
    """`make test`, `./gradlew :app:lint`, `go build`."""
    rest = [each for each in _after(words.BUILDERS, bare) if not each.startswith("-")]
    kind = _named(rest[0]) if rest else "other"
    named = rest[0].strip(":").replace(":", "-") if rest else ""
    tool = bare[0].removeprefix("./").removesuffix("w")
    return kind, word(f"{tool}-{named}" if kind == "build" else named)


def _script_by_path(bare: list[str]) -> tuple[Kind, str]:
    """`python3 scripts/doctor.py`, `./scripts/check.sh`."""
    rest = _after(words.INTERPRETERS, bare)
    path = next((each for each in rest if not each.startswith("-")), "")
    path = path or (bare[0] if bare[0].startswith("./") else "")
    stem = PurePosixPath(path).name.partition(".")[0]
    if not stem or "." not in PurePosixPath(path).name:
        return "other", ""
    name = word(re.sub(r"^(?:run|do|exec)[_-]", "", stem).replace("_", "-"))
    return ("check" if _named(stem) == "check" else "script"), name


def _named(script: str) -> Kind:
    """What a script or target of that name does."""
    parts = {*re.split(r"[^a-z0-9]+", script.casefold()), script.casefold()}
    if parts & {"fix", "watch", "dev", "install", "snapshot", "update"}:
        return "other"
    if parts & {phrase[0] for phrase in _phrases(words.CHECKING)}:
        return "check"
    return "build" if parts & {phrase[0] for phrase in _phrases(words.BUILDING)} else "other"
