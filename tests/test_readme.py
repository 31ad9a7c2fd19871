"""The README says what is: its keys come from the table of commands, its commands are real."""

import re
from pathlib import Path

from coord_tui.cli.main import MODULES
from coord_tui.presentation.commands import COMMANDS
from coord_tui.presentation.foot import keycap

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def keys_table() -> str:
    """The keys of the screen, each with its twin on the command line."""
    rows = [
        f"| `{keycap(one.key)}` | {one.help} | {f'`coord-tui {one.name}`' if one.name else ''} |"
        for one in COMMANDS
        if one.key
    ]
    return "\n".join(["| key | what it does | command |", "|---|---|---|", *rows])


def test_the_keys_are_those_of_the_program() -> None:
    block = README.split("<!-- keys -->")[1].split("<!-- end of keys -->")[0].strip()

    assert block == keys_table(), f"put this between the marks of README.md:\n{keys_table()}"


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"coord-tui ([a-z]+)", README))

    assert named >= {"init", "demo", "doctor", "claim", "owner", "announce", "done"}
    assert named <= {*MODULES}


def test_the_test_command_is_where_ci_looks_for_it() -> None:
    found = re.search(r"<!-- test command -->\n```\n(python3 .*)\n```", README)

    assert found is not None
    assert "pytest" in found[1]
