"""The help of the whole program: every command by subject, made from the table of commands."""

from coord_tui.presentation.commands import COMMANDS, Command

SUBJECTS = {
    "look": "see",
    "tasks": "tasks",
    "tree": "files",
    "channel": "messages",
    "screen": "see",
    "setup": "set up",
}
"""Under which heading the commands of each pane stand."""

HEAD = "coord-tui [COMMAND] [--json] [--as SESSION] [--repo DIR]"
FOOT = """\
Without a command the screen opens. `coord-tui COMMAND --help` says more, with an example.
Who you are: --as, else COORD_SESSION, else what `whoami` stored, else your git email.
Exit codes: 0 done, 1 refused by the rules, 2 wrong usage or bad input, 3 the environment failed."""


def overview() -> str:
    """The whole text."""
    width = max(len(command.name) for command in COMMANDS)
    blocks = [
        "\n".join([f"{subject}:", *(_line(command, width) for command in commands)])
        for subject, commands in _by_subject().items()
    ]
    return "\n\n".join([HEAD, *blocks, FOOT])


def _by_subject() -> dict[str, list[Command]]:
    subjects: dict[str, list[Command]] = {subject: [] for subject in SUBJECTS.values()}
    for command in COMMANDS:
        if command.name:
            subjects[SUBJECTS[command.id.partition(".")[0]]].append(command)
    return subjects


def _line(command: Command, width: int) -> str:
    return f"  {command.name:<{width}}  {command.help}"
