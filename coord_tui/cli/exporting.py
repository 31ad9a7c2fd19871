"""The command that writes the plan as it is today for others: Markdown, Mermaid, CODEOWNERS, JSON.

With `--check` it writes nothing, and exits with 1 when the file does not say what is so.
"""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.fresh import may_sync, opened
from coord_tui.cli.output import emit, harmless, narrate, pour, show
from coord_tui.cli.parser import one_of
from coord_tui.core.exporting.formats import (
    DIALECTS,
    FORMATS,
    MARKS,
    Format,
    body,
    json_line,
    whole,
)
from coord_tui.core.plan_document import plan_document
from coord_tui.core.shell import word
from coord_tui.errors import BadInput, Refused
from coord_tui.presentation.changes import change_line
from coord_tui.presentation.text import fit_end, inert
from coord_tui.workspace.export_values import EditedByHand, Kept, Target, Today, edited
from coord_tui.workspace.exporting import check, keep, target, today
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser

STDOUT = "-"
ENDINGS: dict[str, Format] = {
    "CODEOWNERS": "codeowners", ".json": "json", ".mmd": "mermaid", ".mermaid": "mermaid",
}  # fmt: skip
"""Which form a file's name asks for; any other asks for Markdown."""


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "format",
        nargs="?",
        default="",
        type=one_of(FORMATS, ""),
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: by the file's name, else markdown)",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "-o", dest="out", default="", metavar="FILE", help="write this file; - is stdout"
    )
    where.add_argument(
        "--into", default="", metavar="FILE", help="write or renew a marked block in this file"
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit with 1 when the file or block is stale, missing or edited",
    )
    parser.add_argument(
        "--plan-only",
        action="store_true",
        help="what coord.yaml says, without what sessions did since",
    )
    parser.add_argument(
        "--dialect",
        default="",
        type=one_of(DIALECTS, ""),
        metavar="FORGE",
        help="whose CODEOWNERS: github or gitlab (default: gitlab in .gitlab/, else github)",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace what export did not write, edits by hand too"
    )
    may_sync(parser)


def _export(options: Namespace) -> int:
    name = "" if options.out == STDOUT else options.out or options.into
    format = _format(options, name)
    _refuse_idle(options, name, format)
    workspace = opened(options, asks=not options.plan_only and format != "codeowners")
    now = today(workspace, plan_only=options.plan_only)
    tell_notices(workspace)
    if not name:
        return _print(options, now, format)
    into, dialect = bool(options.into), options.dialect or None
    file = target(options.repo, name, format, into=into, dialect=dialect)
    if options.check:
        return _check(options, workspace, now, file)
    try:
        kept = keep(workspace.layout, now, file, force=options.force)
    except EditedByHand as refused:
        _tell(options, file, refused.kept)
        raise
    _tell(options, file, kept)
    if not options.json:
        show([change_line(name, kept.change, kept.note)])
    return 0


def _refuse_idle(options: Namespace, name: str, format: Format) -> None:
    """Refuse what would do nothing. Raises: BadInput."""
    file = "name it with -o FILE or --into FILE"
    if options.into == STDOUT:
        raise BadInput("--into renews a block in a file, and - is none: name the file")
    if options.check and not name:
        raise BadInput(f"--check compares a file: {file}")
    if options.force and not name:
        raise BadInput(f"--force replaces a file: {file}")
    if options.force and options.check:
        raise BadInput("--check writes nothing, so --force does nothing: leave one out")
    if options.dialect and format != "codeowners":
        words = f"`coord-tui export codeowners --dialect {options.dialect}`"
        raise BadInput(f"--dialect is of CODEOWNERS, and this is {format}: {words}")


def _format(options: Namespace, name: str) -> Format:
    endings = (format for ending, format in ENDINGS.items() if name.endswith(ending))
    usual: Format = "json" if options.json and not name else "markdown"
    if not options.format and name.endswith((".yaml", ".yml")):
        words = f"{name} is a name for YAML, which is what coord.yaml is in: name another file"
        raise BadInput(f"{words}, or say which form it gets: {', '.join(FORMATS)}")
    found: Format = options.format or next(endings, usual)
    return found


def _print(options: Namespace, now: Today, format: Format) -> int:
    if options.json and format == "json":
        emit(plan_document(now.plan))
        return 0
    text, problems = body(now.plan, format, dialect=options.dialect or "github")
    text = whole(text, format)
    if options.json:
        emit({"format": format, "text": text, "problems": list(problems)})
        return 0
    pour(text, _json_line if format == "json" else _harmless_line)
    for problem in problems:
        narrate(problem)
    return 0


def _json_line(line: str) -> str:
    """A line of JSON that says the same in plain letters, where terminals would show it amiss."""
    return line if inert(line, len(line)) == line else json_line(line, plain=True)


def _harmless_line(line: str) -> str:
    """The line, of any length, with its tabs."""
    return "\t".join(inert(part, len(part)) for part in line.split("\t"))


def _check(options: Namespace, workspace: Workspace, now: Today, file: Target) -> int:
    kept = check(workspace.layout, now, file)
    _tell(options, file, kept)
    if kept.note and kept.change == "fresh":
        narrate(kept.note)
    if kept.change == "fresh":
        if not options.json:
            show([change_line(file.shown, kept.change, "")])
        return 0
    raise Refused(_why(options, file, kept))


def _why(options: Namespace, file: Target, kept: Kept) -> str:
    """Why the file will not do, and the command that mends it."""
    where = f"--into {word(file.shown)}" if file.into else f"-o {word(file.shown)}"
    if kept.change == "missing" and kept.note and not file.into:
        where = f"--into {word(file.shown)}" if file.format in MARKS else f"{where} --force"
        does = "puts a block into it" if file.format in MARKS else "replaces it"
        return f"{file.shown}: {kept.note}: `{_command(options, where)}` {does}"
    if kept.change == "edited":
        return edited(file, kept.line, kept.note)
    command = _command(options, where)
    if kept.change == "missing":
        lacks = "holds no such block" if file.into else "is not there, or empty"
        return f"{file.shown} {lacks}: `{command}` writes it"
    wanted = f"it should read {fit_end(harmless(kept.today), 60)!r}" if kept.today else "it goes"
    return f"{file.shown}:{kept.line}: stale, {wanted}: `{command}` renews it"


def _command(options: Namespace, where: str) -> str:
    """What to type to have it written there."""
    dialect = f"--dialect {options.dialect}" if options.dialect else ""
    also = [options.format, where, dialect, "--plan-only" if options.plan_only else ""]
    return " ".join(["coord-tui export", *filter(None, also)])


def _tell(options: Namespace, file: Target, kept: Kept) -> None:
    if options.json:
        emit({"file": file.shown, "format": file.format} | kept._asdict())
        return
    for problem in kept.problems:
        narrate(problem)


COMMANDS: dict[str, Command] = {"export": (_arguments, _export)}
"""By its word."""
