"""The help screen holds every command, every key and every word."""

import pytest

from coord_tui.presentation.commands import COMMANDS
from coord_tui.presentation.help import help_rows, lines
from coord_tui.presentation.text import spans_width
from tests.builders import said, spans_of


def test_every_key_and_every_command_is_there() -> None:
    text = "\n".join(said(lines(120)))
    for command in COMMANDS:
        assert command.help in text or not (command.key or command.name)
    assert "^p" in text


@pytest.mark.parametrize("width", [46, 80, 120])
def test_lines_fit(width: int) -> None:
    assert max(spans_width(line.left) for line in lines(width)) <= width


def test_rows_are_the_lines() -> None:
    assert said(help_rows(60)) == said(lines(60))


def test_sections_have_headings() -> None:
    titles = [span.text for span in spans_of(lines()) if span.role == "strong title"]
    assert titles == ["Keys", "In a diff", "Signs", "Words", "On the command line"]
